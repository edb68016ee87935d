"""Markdown: front matter is metadata, markup is taken off, every paragraph keeps the way back to the file."""

from __future__ import annotations

import re

from generator.model.article import SetAside
from generator.read.blocks import EDGE, Block, Run
from generator.read.frontmatter import find_front_matter, values_of
from generator.read.metadata import Metadata

LINE = re.compile(r"[^\r\n]+|(?<=\n)(?=\r?\n)|(?<=\r)(?=\r)")
PREFIX = re.compile(r"^[ \t]*(?:>[ \t]?)*(?:(?P<hashes>#{1,6})[ \t]+|[-*+][ \t]+|\d{1,3}[.)][ \t]+)?")
RULE = re.compile(r"^[ \t]*(?:[-*_=][ \t]*){3,}$")
UNDERLINE = re.compile(r"^[ \t]*(=+|-+)[ \t]*$")
INLINE = re.compile(
    r"!\[(?P<alt>[^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)"
    r"|\[(?P<label>[^\]]+)\](?:\([^)]*\)|\[[^\]]*\])"
    r"|<(?P<link>https?://[^>]+)>|</?[a-zA-Z][^>]*>|<!--.*?-->"
    r"|(?P<mark>\*{1,3}|`+|~~|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w))"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+=.!<>~|-])"
)


def read_markdown(source: str) -> tuple[list[Block], list[SetAside], Metadata]:
    """The paragraphs of a Markdown file, what was set aside on the way, and its metadata."""
    metadata, aside = Metadata(), []
    blocks: list[Block] = []
    start = 0
    if front := find_front_matter(source):
        start = front.end()
        for key, value in values_of(front).items():
            if isinstance(value, str):
                metadata.settle(key, value)
        end = front.start() + len(front[0].rstrip())
        aside.append(SetAside(start=0, end=end, text=source[:end], why="front matter"))
    blocks = _paragraphs(source, start, aside)
    if metadata.title and not any(block.level == 1 for block in blocks[:4]):
        at = source.find(metadata.title, 0, start)
        if at >= 0:
            blocks.insert(0, Block.of([Run(metadata.title, at, at + len(metadata.title))], level=1))
    return blocks, aside, metadata


def _paragraphs(source: str, start: int, aside: list[SetAside]) -> list[Block]:
    """Paragraphs from character `start` on: lines that follow each other directly are one."""
    paragraphs: list[tuple[list[Run], int]] = []
    last_end = -1
    for found in LINE.finditer(source, start):
        line = found[0]
        if not line.strip(EDGE):
            last_end = -1
            continue
        underline = UNDERLINE.match(line)
        if underline and last_end >= 0 and paragraphs:
            paragraphs[-1] = (paragraphs[-1][0], 1 if "=" in underline[1] else 2)
            last_end = -1
            continue
        if RULE.match(line):
            last_end = -1
            continue
        prefix = PREFIX.match(line)
        assert prefix is not None
        runs = _inline(line, prefix.end(), found.start(), source, aside)
        level = len(prefix["hashes"] or "")
        fresh = bool(line[: prefix.end()].strip(" \t>"))
        if last_end >= 0 and not fresh and paragraphs and runs:
            paragraphs[-1][0].extend([Run(" ", last_end, runs[0].file_start), *runs])
        elif runs:
            paragraphs.append((runs, level))
        last_end = -1 if level or not runs else runs[-1].file_end
    return [block for runs, level in paragraphs if (block := Block.of(runs, level)).text]


def _inline(line: str, start: int, offset: int, source: str, aside: list[SetAside]) -> list[Run]:
    """The visible characters of one line, emphasis, links and tags taken off; pictures are set aside."""
    runs: list[Run] = []
    at = start

    def show(first: int, last: int) -> None:
        if first < last:
            runs.append(Run(line[first:last], offset + first, offset + last))

    for found in INLINE.finditer(line, start):
        show(at, found.start())
        at = found.end()
        if found["alt"] is not None:
            first, last = offset + found.start(), offset + found.end()
            aside.append(SetAside(start=first, end=last, text=source[first:last], why="picture"))
        for group in ("label", "link", "escaped"):
            if found[group] is not None:
                show(found.start(group), found.end(group))
    show(at, len(line))
    return runs
