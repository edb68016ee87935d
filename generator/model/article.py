"""An article as `read` hands it to `extract`: clean text, and the way back to the characters of the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from generator.model.evidence import Evidence, Model

Basis = Literal["stated", "dateline", "inferred", "unknown"]


class Published(Model):
    """When an article appeared and how that is known; `why` keeps the reasoning where it was inferred."""

    date: str | None = None
    basis: Basis = "unknown"
    why: str | None = None


class SetAside(Evidence):
    """A stretch of the file that is no part of the article, with the reason."""

    why: str


class ArticleRecord(Model):
    """What the facts file keeps of an article (`article:` in FACTS.md)."""

    id: str
    file: str
    sha256: str
    headline: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "en"
    published: Published = Published()
    set_aside: list[SetAside] = []
    recipe: str | None = None
    """Digest of the rules and settings that made the facts: tells whether they are up to date."""
    mark: str | None = None
    """Digest of what the generator settled here (`identity.article_mark`); unfitting where a person changed it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of clean text and the run of the file it stands for; the two lengths differ only where a piece stands
    for an HTML entity or a collapsed gap, and such a piece is never cut in two.
    """

    start: int
    """First character in the clean text."""
    file_start: int
    """First character in the file."""
    length: int
    """Characters in the clean text."""
    file_length: int
    """Characters in the file."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its record, the whole file, and the clean text that extraction works on.

    `text` holds only what belongs to the article (web junk, markup and metadata are cut out; paragraphs are parted by
    a line break). `pieces` lead from any span of `text` back to the file, so cleaning never moves an offset.
    """

    record: ArticleRecord
    source: str
    """The whole file, read as UTF-8 with its line ends as they are."""
    text: str
    """The article proper: headline (where there is one) as the first paragraph, then the body."""
    pieces: tuple[Piece, ...]
    headline_end: int = 0
    """The headline stands at `text[:headline_end]`; 0 where the article has none."""
    _starts: list[int] = field(default_factory=list, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [piece.start for piece in self.pieces])

    def evidence(self, start: int, end: int) -> Evidence:
        """The file's characters behind `text[start:end]` (offsets of clean text in, offsets of the file out)."""
        first = self._piece_at(start)
        last = self._piece_at(end - 1)
        file_start = first.file_start + (start - first.start if first.length == first.file_length else 0)
        within = end - last.start if last.length == last.file_length else last.file_length
        file_end = last.file_start + within
        return Evidence(start=file_start, end=file_end, text=self.source[file_start:file_end])

    def _piece_at(self, offset: int) -> Piece:
        return self.pieces[bisect_right(self._starts, offset) - 1]
