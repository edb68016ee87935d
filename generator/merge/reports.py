"""Reports: a fact as one article tells it, seen in the light of all articles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.merge.edtf import days
from generator.model.article import ArticleRecord
from generator.model.evidence import Evidence
from generator.model.facts import Actor, FactBase
from generator.model.knowledge import Cite, FactRef

_END = re.compile(r"[.!?][”\"’')]*\s+(?=[A-Z“\"‘'])|\n\s*\n|\n")
_FAR = 800
AnyFact = TypeVar("AnyFact", bound=FactBase)


@dataclass(frozen=True, slots=True)
class Report(Generic[AnyFact]):
    """“Article 002 says so, and had it from origin dpa”: a fact with its article, its origin and its actors.

    `cast` leads from the ids of actors in this article to those of the merged actors.
    """

    article: ArticleRecord
    fact: AnyFact
    origin: str
    cast: Mapping[str, str]
    sentences: tuple[Evidence, ...] = ()
    """The whole sentences of the article around the words of the fact; the words alone where its text is not at hand."""

    @property
    def sentence(self) -> str:
        """Its sentences on one line; the words of its evidence where there are none."""
        return " ".join(" ".join(piece.text.split()) for piece in self.sentences) or self.text

    @property
    def ref(self) -> FactRef:
        """Where the fact stands."""
        return FactRef(article=self.article.id, fact=self.fact.id)

    @property
    def cite(self) -> Cite:
        """The words it rests on."""
        return Cite(article=self.article.id, fact=self.fact.id, evidence=list(self.fact.evidence))

    @property
    def published(self) -> str | None:
        """When its article appeared."""
        return self.article.published.date

    @property
    def when(self) -> str | None:
        """When it was said or happened; the article's day where the fact has no date of its own."""
        return getattr(self.fact, "date", None) or self.published

    @property
    def text(self) -> str:
        """The words of its evidence."""
        return " ".join(piece.text for piece in self.fact.evidence)

    @property
    def order(self) -> tuple[int, str, int, str]:
        """Sorts reports by publication, article, place and id, whatever order the files came in."""
        day = days(self.published)
        start = self.fact.evidence[0].start if self.fact.evidence else 0
        return (day.first if day else 10**7, self.article.id, start, self.fact.id)

    def merged(self, actor: str | None) -> str | None:
        """The merged id of an actor of this article; None where the article's list does not hold it."""
        return self.cast.get(actor) if actor else None


def sentence_around(text: str, piece: Evidence) -> Evidence:
    """The sentence of a file around a stretch of it; the stretch itself where it does not stand in the text."""
    if text[piece.start : piece.end] != piece.text:
        return piece
    begins = [match.end() for match in _END.finditer(text, max(0, piece.start - _FAR), piece.start)]
    end = _END.search(text, max(piece.start, piece.end - 1), piece.end + _FAR)
    begin = begins[-1] if begins else max(0, piece.start - _FAR)
    stop = end.start() + 1 if end else piece.end
    return Evidence(start=begin, end=stop, text=text[begin:stop])


def joined(pieces: list[Evidence]) -> str:
    """The words of several stretches as one passage."""
    return " ".join(piece.text.strip() for piece in pieces)


def mentioned(text_at: list[Evidence], actors: list[Actor]) -> list[str]:
    """The local ids of the actors that are named within these stretches of the file."""
    return [
        actor.id
        for actor in actors
        if any(piece.start <= m.start and m.end <= piece.end for piece in text_at for m in actor.mentions)
    ]
