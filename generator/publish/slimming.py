"""The theme's style sheets without rules for what no page holds: a third of them, on every first visit of a reader.

Works on minified CSS alone, as Material ships it. A rule goes where each of its selectors asks for a class, or a colour of
the palette, that stands in no page and in no script of the site; whatever else there is stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

NAMES_IN_PAGES = re.compile(r'\b(?:class|data-md-color-[a-z]+)=(?:"([^"]*)"|([^\s">]+))')
NAMES_IN_SCRIPTS = re.compile(r"[\w-]+")
NAMES_ASKED_FOR = re.compile(r"\.(-?[A-Za-z_][\w-]*)|\[data-md-color-[a-z]+=[\"']?([\w-]+)")
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
    """Classes and colours that stand in the pages of a site, and every word of its scripts: those may set classes."""
    lists: set[tuple[str, str]] = set()
    for page in site.rglob("*.html"):
        lists.update(NAMES_IN_PAGES.findall(page.read_text(encoding="utf-8", errors="replace")))
    names = {name for quoted, bare in lists for name in (quoted or bare).split()}
    for script in (site / "assets").rglob("*.js"):
        names.update(NAMES_IN_SCRIPTS.findall(script.read_text(encoding="utf-8", errors="replace")))
    return names


def slimmed(css: str, names: set[str]) -> str:
    """The style sheet without the rules that nothing with these names can match."""
    return "".join(_kept(COMMENT.sub("", css), names))


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
    return all((name or colour) in names for name, colour in asked)
