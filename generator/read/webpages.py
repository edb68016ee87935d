"""Web pages: trafilatura finds the article's text, the scanner its place in the file; the rest of the page is set aside."""

from __future__ import annotations

from importlib import import_module

from generator.model.article import SetAside
from generator.read.blocks import Block
from generator.read.junk import why_junk
from generator.read.metadata import Metadata
from generator.read.pagehead import read_head
from generator.read.tags import Shown, scan_page

SHORT = 24
"""Letters: a shorter block must be a whole line of the article's text, a longer one may be a part of it."""


def read_webpage(source: str) -> tuple[list[Block], list[SetAside], Metadata]:
    """The article's paragraphs, everything else on the page set aside, and the page's metadata."""
    metadata = read_head(source)
    shown = scan_page(source)
    wanted = _choose(shown, source, metadata.title)
    blocks: list[Block] = []
    aside: list[SetAside] = []
    for one, keep in zip(shown, wanted, strict=True):
        if keep:
            blocks.append(one.block)
        else:
            aside.append(one.block.aside(source, why_junk(one.block.text) or one.container or "outside the article"))
    return blocks, aside, metadata


def _choose(shown: list[Shown], source: str, title: str | None) -> list[bool]:
    """Which blocks are the article's: those that trafilatura extracts, and the headline."""
    # trafilatura takes half a second to import; only a web page pays for it.
    main = import_module("trafilatura").extract(source, include_comments=False, include_tables=False) or ""
    lines = {_letters(line) for line in main.splitlines()}
    whole = "\n".join(_letters(line) for line in main.splitlines())
    wanted = [_is_part(one, lines, whole) for one in shown]
    if sum(len(one.block.text.split()) for one, keep in zip(shown, wanted, strict=True) if keep) < 15:
        wanted = [one.container is None for one in shown]
    headline = _headline_place(shown, wanted, title)
    if headline is not None:
        wanted[: headline + 1] = [i == headline for i in range(headline + 1)]
    return wanted


def _is_part(one: Shown, lines: set[str], whole: str) -> bool:
    letters = _letters(one.block.text)
    return letters in lines or (len(letters) >= SHORT and letters in whole)


def _headline_place(shown: list[Shown], wanted: list[bool], title: str | None) -> int | None:
    """The block with the words of the title that the page's metadata names, else its only first-level heading.

    It stands above the article: not in a list of links or a footer behind it, where the title may recur.
    """
    sizes = [len(one.block.text.split()) * keep for one, keep in zip(shown, wanted, strict=True)]
    half = sum(sizes) / 2
    above = [i for i in range(len(shown)) if sum(sizes[i:]) > half and shown[i].container != "page footer"]
    named = [i for i in above if title and _letters(shown[i].block.text) == _letters(title)]
    top = [i for i in above if shown[i].block.level == 1]
    if named:
        return next((i for i in named if i in top), named[-1])
    return top[0] if len(top) == 1 else None


def _letters(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalnum())
