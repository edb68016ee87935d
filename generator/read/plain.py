"""Plain text: every line is a paragraph, unless the file is wrapped at a fixed width."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.read.blocks import EDGE, Block, Run

LINE = re.compile(r"[^\r\n\u2028\u2029]+")


def read_plain(source: str, start: int = 0) -> list[Block]:
    """The paragraphs of a plain text file from character `start` on."""
    lines = [Block.of([Run(m[0], m.start(), m.end())]) for m in LINE.finditer(source, start) if m[0].strip(EDGE)]
    return _join_wrapped(lines, source) if _is_wrapped(lines, source) else lines


def _follows_directly(source: str, before: Block, after: Block) -> bool:
    """Whether only one line end lies between two lines."""
    gap = source[before.file_end : after.file_start]
    return gap.replace("\r\n", "\n").count("\n") == 1


def _is_wrapped(lines: list[Block], source: str) -> bool:
    """Whether line ends stand within sentences: most lines that another follows directly are of one width and unfinished."""
    followed = [a for a, b in pairwise(lines) if _follows_directly(source, a, b)]
    broken = [line for line in followed if 40 <= len(line.text) <= 110 and line.text[-1] not in '.!?:”"']
    return len(followed) >= 4 and len(broken) * 10 >= len(followed) * 6


def _join_wrapped(lines: list[Block], source: str) -> list[Block]:
    """Join the lines of each wrapped paragraph; the line end becomes a blank."""
    paragraphs: list[list[Run]] = []
    last: Block | None = None
    for line in lines:
        if last is not None and _follows_directly(source, last, line):
            paragraphs[-1] += [Run(" ", last.file_end, line.file_start), *line.runs]
        else:
            paragraphs.append(list(line.runs))
        last = line
    return [Block.of(runs) for runs in paragraphs]
