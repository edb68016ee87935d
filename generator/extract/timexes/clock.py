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


AHEAD = {"present": 4, "none": 2}
"""How many times farther a day to come seems, where the tense does not tell: news mostly looks back."""


def nearest(days: list[date], direction: Direction, base: date) -> date:
    """The day that fits the tense.

    A day far off in its direction (more than ten months) gives way to one close by in the other.
    """
    if direction == "past":
        return max([day for day in days if (day - base).days <= 1] or days)
    if direction in {"future", "conditional"}:
        close = [day for day in days if 0 <= (day - base).days <= 300]
        if close:
            return min(close)
    return min(days, key=lambda day: (_far(day, direction, base), day))


def _far(day: date, direction: Direction, base: date) -> int:
    """How far a day seems, one to come farther than one that is past."""
    days = (day - base).days
    return days * AHEAD.get(direction, 1) if days > 0 else -days
