"""Dates as EDTF strings, compared as stretches of days: "2022-03" holds "2022-03-03", "2022-03-03/2022-03-05" overlaps it.

Reads what FACTS.md allows: a day, a month, a year, an interval of these, open ends (".." or nothing), marks of doubt.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

_PART = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")
_FOREVER = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days, both ends included, as ordinals; a day is a stretch of one."""

    first: int
    last: int

    @property
    def span(self) -> int:
        """How many days it has."""
        return self.last - self.first + 1

    def holds(self, other: Days) -> bool:
        """Whether the other stretch lies wholly in this one ("March" holds "3 March")."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: Days) -> bool:
        """Whether they share a day."""
        return self.first <= other.last and other.first <= self.last

    def gap(self, other: Days) -> int:
        """Days between the two; 0 where they share one."""
        return max(0, self.first - other.last, other.first - self.last)


@cache
def days(text: str | None) -> Days | None:
    """The stretch of days that an EDTF string stands for; None where it is empty or no date."""
    if not text:
        return None
    first, slash, last = re.sub(r"[?~%]", "", text).partition("/")
    begin, end = _part(first), _part(last) if slash else _part(first)
    if begin is None and end is None:
        return None
    low = begin.first if begin else 1
    high = end.last if end else _FOREVER
    return Days(low, high) if low <= high else None


def day_gap(left: str | None, right: str | None) -> int | None:
    """Days between two dates (0 where they overlap); None where either is unknown."""
    a, b = days(left), days(right)
    return a.gap(b) if a and b else None


def earlier(left: str | None, right: str | None) -> bool:
    """Whether the first lies wholly before the second."""
    a, b = days(left), days(right)
    return a is not None and b is not None and a.last < b.first


def _part(text: str) -> Days | None:
    match = _PART.match(text.strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None:
            return None
        if month is None:
            return Days(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
        if day is None:
            return Days(date(year, month, 1).toordinal(), date(year, month, monthrange(year, month)[1]).toordinal())
        return Days(date(year, month, day).toordinal(), date(year, month, day).toordinal())
    except ValueError:
        return None


def weekday_in(sentence: str, published: str | None) -> str | None:
    """The day that a sentence about the past calls by its weekday: the last such day up to that of the article.

    None where it names none or several, or where the article has no day.
    """
    named = {name for name in re.findall(r"[a-z]+", sentence.lower()) if name in _WEEKDAYS}
    printed = days(published)
    if len(named) != 1 or printed is None or printed.span > 1:
        return None
    back = (date.fromordinal(printed.first).weekday() - _WEEKDAYS.index(named.pop())) % 7
    return date.fromordinal(printed.first - back).isoformat()


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
