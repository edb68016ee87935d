"""Absolute dates in running text: "3 March 2022", "March 3", "Dec. 8, 2021", "2022-03-02", "3/3/2022".

Both `read` (datelines, lines of metadata) and `extract` (expressions of time) need them; what a date without a year
means is left to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTH_NUMBER = (
    {name: i + 1 for i, name in enumerate(MONTHS)} | {name[:3]: i + 1 for i, name in enumerate(MONTHS)} | {"sept": 9}
)

MONTH_WORD = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS if name != "september") + "|sept?(?:ember)?"
"""Pattern of a month's name or its abbreviation."""

_MONTH = rf"(?P<month>{MONTH_WORD})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})(?![\d/-])",
        rf"(?<![\d.,])\b{_DAY}(?:\s+of)?[\s-]+{_MONTH}(?:,?[\s-]+{_YEAR}(?!\d))?",
        rf"\b{_MONTH}\s+{_DAY}\b(?!:|[.,]\d)(?:,?\s+{_YEAR}(?!\d))?",
        r"(?<![\d/.])(?P<first>\d{1,2})(?P<sign>[/.])(?P<second>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)(?![\d/])",
    )
)
_STROKES = FORMS[-1]


@dataclass(frozen=True, slots=True)
class AbsoluteDate:
    """A day named by month and day, with the year where one stands; `start` and `end` are characters of the text searched.

    `doubtful` is set where figures leave the order of day and month open ("01/03/2026").
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int
    doubtful: bool = False

    def iso(self, year: int | None = None) -> str | None:
        """The day as "2022-03-03"; None without a year or for a day that does not exist."""
        found = make_date(self.year or year or 0, self.month, self.day)
        return found.isoformat() if found else None


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def find_dates(text: str) -> Iterator[AbsoluteDate]:
    """All absolute dates of a text from left to right; overlapping forms give one."""
    taken = 0
    american = order_told(text)
    found = [one for form in FORMS for match in form.finditer(text) if (one := _read(match, american))]
    for one in sorted(found, key=lambda d: (d.start, -d.end)):
        if one.start >= taken:
            taken = one.end
            yield one


def _read(match: re.Match[str], american: bool | None) -> AbsoluteDate | None:
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    doubtful = False
    if groups.get("sign"):
        first, second = int(groups["first"]), int(groups["second"])
        month, day = numeric_order(first, second, slash=groups["sign"] == "/", american=american)
        doubtful = groups["sign"] == "/" and american is None and first <= 12 and second <= 12 and first != second
    elif groups.get("number"):
        month, day = int(groups["number"]), int(groups["day"])
    else:
        month, day = MONTH_NUMBER[groups["month"].lower()[:3]], int(groups["day"])
    known = make_date(year or 2000, month, day)
    return AbsoluteDate(match.start(), match.end(), year, month, day, doubtful) if known else None


def order_told(text: str) -> bool | None:
    """Whether the dates with strokes of a text have the month first, as one of them shows ("3/14/2022"); None where none does."""
    for match in _STROKES.finditer(text):
        first, second = int(match["first"]), int(match["second"])
        if max(first, second) > 12 >= min(first, second) > 0:
            return second > 12
    return None


def numeric_order(first: int, second: int, *, slash: bool, american: bool | None = None) -> tuple[int, int]:
    """Month and day of "3/14/2022" and "14.3.2022": day first, but with strokes as `american` says, else American if it can be."""
    if slash and first <= 12 and (american or american is None or second > 12):
        return first, second
    return second, first
