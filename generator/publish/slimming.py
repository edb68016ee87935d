"""The theme's style sheets without rules for what no page holds: a third of them, on every first visit of a reader.

Works on minified CSS alone, as Material ships it. A rule goes where each of its selectors asks for a class that stands in no
page and in no script of the site, or for a colour or a direction of writing that no page has; so does a picture that is kept
under a name which no rule calls any more. Whatever else there is stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

NAMES_IN_PAGES = re.compile(r'\b(class|dir|data-md-color-[a-z]+)=(?:"([^"]*)"|([^\s">]+))')
NAMES_IN_SCRIPTS = re.compile(r"[\w-]+")
NAMES_ASKED_FOR = re.compile(r"(\.)(-?[A-Za-z_][\w-]*)|\[(dir|data-md-color-[a-z]+)=[\"']?([\w-]+)")
PICTURE = re.compile(r"(--[\w-]+):url\((?:\"[^\"]*\"|'[^']*'|[^)\"']*)\);?")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
ALTERNATIVES = re.compile(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)")
"""Parts of a selector that name what may be there, not what must be."""

GROUPS = ("@media", "@supports", "@layer", "@container")


def slim_theme(site: Path) -> None:
    """Slim the theme's style sheets of a built site, in place."""
    sheets = sorted((site / "assets" / "stylesheets").glob("*.css"))
    names = names_of(site) if sheets else set()
    for sheet in sheets:
        sheet.write_text(slimmed(sheet.read_text(encoding="utf-8"), names), encoding="utf-8")


def names_of(site: Path) -> set[str]:
    """What stands in the pages of a site, classes as ".name", others as "dir=name"; each word of a script may be a class."""
    lists: set[tuple[str, str, str]] = set()
    for page in site.rglob("*.html"):
        lists.update(NAMES_IN_PAGES.findall(page.read_text(encoding="utf-8", errors="replace")))
    names = {_key(kind, name) for kind, quoted, bare in lists for name in (quoted or bare).split()}
    for script in (site / "assets").rglob("*.js"):
        words = NAMES_IN_SCRIPTS.findall(script.read_text(encoding="utf-8", errors="replace"))
        names.update(_key("class", word) for word in set(words))
    return names


def slimmed(css: str, names: set[str]) -> str:
    """The style sheet without the rules that nothing with these names can match."""
    kept = "".join(_kept(COMMENT.sub("", css), names))
    return PICTURE.sub(lambda picture: picture[0] if f"var({picture[1]}" in kept else "", kept)


def _kept(css: str, names: set[str]) -> Iterator[str]:
    for head, body in _rules(css):
        if head.startswith(GROUPS):
            inner = "".join(_kept(body, names))
            if inner:
                yield f"{head}{{{inner}}}"
        elif head.startswith("@"):
            yield f"{head}{{{body}}}" if body else head
        else:
            selectors = [each for each in _selectors(head) if _may_match(each, names)]
            if selectors:
                yield f"{','.join(selectors)}{{{body}}}"


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Each rule at the top as head and body; a statement without a body ("@import …;") as head alone."""
    depth = start = opened = 0
    quote = ""
    for place, sign in enumerate(css):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign == "{":
            opened, depth = (opened if depth else place), depth + 1
        elif sign == "}":
            depth -= 1
            if not depth:
                yield css[start:opened].strip(), css[opened + 1 : place]
                start = place + 1
        elif sign == ";" and not depth:
            yield css[start : place + 1].strip(), ""
            start = place + 1


def _selectors(head: str) -> list[str]:
    """The selectors of a rule; commas within brackets part none."""
    return re.split(r",(?![^(\[]*[)\]])", head)


def _may_match(selector: str, names: set[str]) -> bool:
    asked = NAMES_ASKED_FOR.findall(ALTERNATIVES.sub("", selector))
    return all(_key("class" if dot else kind, name or value) in names for dot, name, kind, value in asked)


def _key(kind: str, name: str) -> str:
    return f".{name}" if kind == "class" else f"{kind}={name}"
