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
MOST_ROWS = 60


@dataclass(frozen=True, slots=True)
class Around:
    """The picture, and the moments it shows for the table beneath it."""

    svg: Md
    rows: list[Moment]


def around(library: Library, each: Round) -> Around:
    """The seven days before and after a round; empty where its date is not known to the week."""
    days = span(each.date)
    if days is None or (days[1] - days[0]).days > 7:
        return Around(Md(""), [])
    near = [moment for moment in moments(library) if _within(moment, days[0] - DAYS, days[1] + DAYS)]
    return Around(timeline(near, library.parties, "around"), near[:MOST_ROWS])


def _within(moment: Moment, first: date, last: date) -> bool:
    return moment.day != "9999" and first <= date.fromisoformat(moment.day) <= last
