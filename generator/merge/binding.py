"""Binding: every fact gets its origin and the merged actors; from here on nothing is local to an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.merge.actors import Cast
from generator.merge.origins import Origins
from generator.merge.reports import Report, sentence_around
from generator.model.facts import Event, FactsFile, Figure, Meeting, Position, Statement
from generator.model.knowledge import Origin


@dataclass
class Reports:
    """All facts of all articles as reports, kind by kind, in a fixed order."""

    meetings: list[Report[Meeting]] = field(default_factory=list)
    statements: list[Report[Statement]] = field(default_factory=list)
    positions: list[Report[Position]] = field(default_factory=list)
    events: list[Report[Event]] = field(default_factory=list)
    figures: list[Report[Figure]] = field(default_factory=list)

    @property
    def all(self) -> list[Report[Any]]:
        """Every report of every kind."""
        return [*self.meetings, *self.statements, *self.positions, *self.events, *self.figures]


def bind(files: Sequence[FactsFile], cast: Cast, origins: Origins, texts: Mapping[str, str]) -> Reports:
    """Bind every fact to its origin and actors; what an editor hid and facts that lost their words are left out."""
    reports = Reports()
    lists: dict[str, list[Report[Any]]] = {
        "meeting": reports.meetings,
        "statement": reports.statements,
        "position": reports.positions,
        "event": reports.events,
        "figure": reports.figures,
    }
    for file in files:
        local = cast.by_article[file.article.id]
        for fact in file.facts:
            if not fact.lost:
                origin = origins.of_fact(file.article.id, fact, local)
                text = texts.get(file.article.id, "")
                around = {(s.start, s.end): s for s in (sentence_around(text, piece) for piece in fact.evidence)}
                lists[fact.kind].append(Report(file.article, fact, origin, local, tuple(around.values())))
    for found in lists.values():
        found.sort(key=lambda report: report.order)
    return reports


def used_origins(origins: Origins, reports: Reports) -> list[Origin]:
    """The origins of articles, and the media that single facts are credited to."""
    named = {origin.id for origin in origins.all}
    credited: dict[str, set[str]] = {}
    for report in reports.all:
        if report.origin not in named:
            credited.setdefault(report.origin, set()).add(report.article.id)
    return origins.all + [
        Origin(id=medium, name=origins.media.get(medium, medium), articles=sorted(articles), why="credited in the text")
        for medium, articles in sorted(credited.items())
    ]
