"""Around a round: what is reported of the days before and after it, as a small picture and a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.knowledge import Round
from generator.render.chronicle import Moment, moments
from generator.render.dates import span
from generator.render.escape import Md
from generator.render.library import Library
from generator.render.pictures.timeline import timeline

DAYS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Around:
    """The picture, and the moments that are nearer to this round than to any other."""

    svg: Md
    rows: list[Moment]


def around(library: Library, each: Round) -> Around:
    """The seven days before and after a round; empty where its date is not known to the week."""
    days = span(each.date)
    if days is None or (days[1] - days[0]).days > 7:
        return Around(Md(""), [])
    near = [moment for moment in moments(library) if _within(moment, days[0] - DAYS, days[1] + DAYS)]
    others = [other for one in library.rounds.values() if one.id != each.id and (other := span(one.date))]
    own = [moment for moment in near if all(_nearer(moment, days, other) for other in others)]
    return Around(timeline(near, library.parties, "around"), own)


def _within(moment: Moment, first: date, last: date) -> bool:
    return moment.day != "9999" and first <= date.fromisoformat(moment.day) <= last


def _nearer(moment: Moment, days: tuple[date, date], other: tuple[date, date]) -> bool:
    """Whether a moment lies nearer to `days` than to `other`; one in the middle belongs to the earlier."""
    mine, theirs = _distance(moment, days), _distance(moment, other)
    return mine < theirs or (mine == theirs and days[0] < other[0])


def _distance(moment: Moment, days: tuple[date, date]) -> int:
    day = date.fromisoformat(moment.day)
    return max((days[0] - day).days, (day - days[1]).days, 0)
