"""Tags of HTML: from markup to the blocks a reader sees, every character with its place in the file.

trafilatura knows which text of a page is the article, but not where in the file it stands; this scanner knows where
everything stands, but not what it is. `webpages` joins the two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from generator.read.blocks import Block, Run

ATTRIBUTES = r"(?:[^<>\"']|\"[^\"]*\"|'[^']*')*"
TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?\]\]>|<[!?][^>]*>"
    r"|<(?P<hidden>script|style|noscript|template|svg|iframe|head|select|button|object|math)\b[^>]*>.*?</(?P=hidden)\s*>"
    rf"|<(?P<close>/?)(?P<tag>[a-zA-Z][\w:-]*)(?P<attributes>{ATTRIBUTES})>"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?)"
    r"|(?P<text>[^<&]+|[<&])",
    re.DOTALL | re.IGNORECASE,
)
GAP_OR_WORDS = re.compile(r"[ \t\r\n\f]+|[^ \t\r\n\f]+")

INLINE = frozenset(
    {
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
    }
    | {
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    }
)
"""Tags that stand within a line; every other one ends a paragraph."""

CONTAINERS = {
    "nav": "web menu", "header": "web menu", "footer": "page footer", "aside": "related links", "form": "form",
    "figcaption": "picture caption", "figure": "picture caption", "menu": "web menu",
}  # fmt: skip
"""Tags whose text is seldom the article's, and what it is then called."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A block of a page and the container it stands in (None for the open page)."""

    block: Block
    container: str | None


def scan_page(source: str) -> list[Shown]:
    """All visible blocks of a page, in the order of the file."""
    shown: list[Shown] = []
    runs: list[Run] = []
    level = 0
    within: list[str] = []

    def close_block() -> None:
        if runs and (block := Block.of(runs, level)).text:
            shown.append(Shown(block, CONTAINERS[within[-1]] if within else None))
        runs.clear()

    for found in TOKEN.finditer(source):
        tag = (found["tag"] or "").lower()
        if found["text"] is not None:
            _add_text(runs, found[0], found.start())
        elif found["entity"] is not None:
            _add_entity(runs, found[0], found.start())
        elif tag and tag not in INLINE:
            close_block()
            level = int(tag[1]) if re.fullmatch(r"h[1-6]", tag) and not found["close"] else 0
            _step(within, tag, closing=bool(found["close"]))
    close_block()
    return shown


def _step(within: list[str], tag: str, *, closing: bool) -> None:
    """Keep account of the containers that are open."""
    if tag not in CONTAINERS:
        return
    if not closing:
        within.append(tag)
    elif tag in within:
        del within[len(within) - 1 - within[::-1].index(tag) :]


def _add_entity(runs: list[Run], entity: str, at: int) -> None:
    """The character of an entity; soft hyphens are shown nowhere and would part words."""
    sign = unescape(entity)
    if sign != "\u00ad":
        _add(runs, Run(sign, at, at + len(entity)))


def _add_text(runs: list[Run], text: str, at: int) -> None:
    """Text with its gaps collapsed as a browser shows them."""
    for found in GAP_OR_WORDS.finditer(text):
        start, end = at + found.start(), at + found.end()
        _add(runs, Run(" " if found[0].isspace() and found[0][0] in " \t\r\n\f" else found[0], start, end))


def _add(runs: list[Run], run: Run) -> None:
    """Append a run; a second gap in a row is dropped, and runs that follow each other directly become one."""
    last = runs[-1] if runs else None
    if run.text == " " and (last is None or last.text.endswith(" ")):
        return
    if last and last.even and run.even and last.file_end == run.file_start:
        runs[-1] = Run(last.text + run.text, last.file_start, run.file_end)
    else:
        runs.append(run)
