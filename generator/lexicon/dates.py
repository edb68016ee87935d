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


@dataclass(frozen=True, slots=True)
class AbsoluteDate:
    """A day named by month and day, with the year where one stands; `start` and `end` are characters of the text searched."""

    start: int
    end: int
    year: int | None
    month: int
    day: int

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
    found = [one for form in FORMS for match in form.finditer(text) if (one := _read(match))]
    for one in sorted(found, key=lambda d: (d.start, -d.end)):
        if one.start >= taken:
            taken = one.end
            yield one


def _read(match: re.Match[str]) -> AbsoluteDate | None:
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    if groups.get("sign"):
        month, day = numeric_order(int(groups["first"]), int(groups["second"]), slash=groups["sign"] == "/")
    elif groups.get("number"):
        month, day = int(groups["number"]), int(groups["day"])
    else:
        month, day = MONTH_NUMBER[groups["month"].lower()[:3]], int(groups["day"])
    return AbsoluteDate(match.start(), match.end(), year, month, day) if make_date(year or 2000, month, day) else None


def numeric_order(first: int, second: int, *, slash: bool) -> tuple[int, int]:
    """Month and day of "3/14/2022" and "14.3.2022": American with strokes where that is possible, else day first."""
    if slash and first <= 12:
        return first, second
    return second, first
