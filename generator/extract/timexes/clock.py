"""The clock: what the expressions of an article count from, and how a day is chosen by tense."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from generator.extract.timexes.governing import Direction


@dataclass(slots=True)
class Clock:
    """What dates count from: the day of publication, the day mentioned last, and the days of events that the article or dossier tells."""

    published: date | None
    year: int | None = None
    """The year that days without one belong to, where the day of publication is not known."""
    told: date | None = None
    said: tuple[int, date] | None = None
    """The last sentence with a day of its own in the simple past, and that day: a plan told there counts from it."""
    events: dict[str, date] = field(default_factory=dict)
    start: date | None = None
    """The beginning that the dossier knows: a day without a year does not lie before it."""
    heading: tuple[int, int | None] | None = None
    """Year and month of the heading that the words stand under ("March 2022: Istanbul")."""

    @property
    def last(self) -> date | None:
        """The day mentioned last, else the day of publication."""
        return self.told or self.published


Answer = tuple[str | None, str]
"""EDTF value (None where it cannot be told) and the arithmetic in words."""

UNKNOWN: Answer = (None, "the day it counts from is not known")


def sense(direction: Direction) -> str:
    """Which of several days a direction chooses, in words."""
    return {"past": "last", "future": "next", "conditional": "next"}.get(direction, "nearest")


FAR, SOON = 300, 31
"""Days: a day without a year that lies so far back is told with its year; one that lies so close ahead may be a plan told in the past."""

AHEAD = {"present": 4, "none": 2}
"""How many times farther a day to come seems, where the tense does not tell: news mostly looks back."""


def nearest(days: list[date], direction: Direction, base: date, start: date | None = None) -> date | None:
    """The day that fits the tense; None where tense and calendar contradict each other.

    A day far off in its direction (more than ten months) gives way to one close by in the other; so does a past day before `start`.
    """
    if direction == "past":
        past = max([day for day in days if (day - base).days <= 1] or days)
        ahead = min((day for day in days if 1 < (day - base).days <= SOON), default=None)
        if ahead is None or (base - past).days <= FAR:
            return past
        return ahead if start is not None and past < start else None
    if direction in {"future", "conditional"}:
        close = [day for day in days if 0 <= (day - base).days <= FAR]
        if close:
            return min(close)
    return min(days, key=lambda day: (_far(day, direction, base), day))


def _far(day: date, direction: Direction, base: date) -> int:
    """How far a day seems, one to come farther than one that is past."""
    days = (day - base).days
    return days * AHEAD.get(direction, 1) if days > 0 else -days
