"""Blocks: the lines and paragraphs a reader sees, each with the way back to the characters of the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from generator.model.article import Piece, SetAside

EDGE = " \t\u00a0\u200b\ufeff\x0b\x0c"
"""White space and invisible signs that belong to no paragraph (the byte order mark among them)."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters as the reader sees them and the stretch of the file they stand for.

    The two are of one length except where a run stands for an entity or a collapsed gap; such a run is never cut.
    """

    text: str
    file_start: int
    file_end: int

    @property
    def even(self) -> bool:
        """Whether every character of the run is one character of the file."""
        return len(self.text) == self.file_end - self.file_start


@dataclass(frozen=True, slots=True)
class Block:
    """One line, paragraph or heading; `level` is 1 to 6 for headings, 0 for text."""

    runs: tuple[Run, ...]
    text: str
    level: int = 0

    @classmethod
    def of(cls, runs: Iterable[Run], level: int = 0) -> Block:
        """A block of runs in the order of the file, white space at its edges dropped."""
        kept = tuple(runs)
        whole = cls(kept, "".join(run.text for run in kept), level)
        bare = whole.text.strip(EDGE)
        start = whole.text.find(bare) if bare else 0
        return whole.part(start, start + len(bare))

    @property
    def file_start(self) -> int:
        """First character in the file."""
        return self.runs[0].file_start

    @property
    def file_end(self) -> int:
        """One past the last character in the file."""
        return self.runs[-1].file_end

    def part(self, start: int, end: int) -> Block:
        """The block of `text[start:end]`."""
        runs: list[Run] = []
        at = 0
        for run in self.runs:
            first, last = max(start - at, 0), min(end - at, len(run.text))
            at += len(run.text)
            if first >= last:
                continue
            cut = Run(run.text[first:last], run.file_start + first, run.file_start + last)
            runs.append(cut if run.even else run)
        return Block(tuple(runs), "".join(run.text for run in runs), self.level)

    def aside(self, source: str, why: str) -> SetAside:
        """The block as a stretch of the file that is no part of the article."""
        start, end = self.file_start, self.file_end
        return SetAside(start=start, end=end, text=source[start:end], why=why)


def compose(blocks: list[Block]) -> tuple[str, tuple[Piece, ...]]:
    """Clean text with one line break between blocks, and the pieces that lead back to the file.

    The line break stands for whatever lies between two blocks in the file: line ends, tags, a stretch set aside.
    """
    pieces: list[Piece] = []
    text: list[str] = []
    at = 0
    for before, block in pairwise([None, *blocks]):
        assert block is not None
        if before is not None:
            gap = max(block.file_start - before.file_end, 0)
            pieces.append(Piece(at, before.file_end, 1, gap))
            text.append("\n")
            at += 1
        for run in block.runs:
            pieces.append(Piece(at, run.file_start, len(run.text), run.file_end - run.file_start))
            text.append(run.text)
            at += len(run.text)
    return "".join(text), tuple(pieces)
