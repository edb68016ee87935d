"""Dates in words, no more precise than they are known (EDTF in, English out)."""

from __future__ import annotations

import re
from datetime import date, timedelta

MONTHS = (
    "", "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

POINT = re.compile(r"(\d{4})(?:-(?:W(\d{2})|(\d{2})(?:-(\d{2}))?))?(?:T(\d{2})(?::(\d{2}))?\S*)?$")


def date_words(edtf: str | None, unknown: str = "date unknown") -> str:
    """The date as one says it: "3 March 2022", "March 2022", "3 to 4 March 2022", "probably 3 March 2022".

    `unknown` stands where there is none. A value that is no EDTF of the kinds FACTS.md names comes back as it is.
    """
    if not edtf:
        return unknown
    doubt, bare = _doubt(edtf)
    start, slash, end = bare.partition("/")
    words = _interval(start, end) if slash else _point(start)
    return f"{doubt}{words}"


def on_date(edtf: str | None, unknown: str = "on an unknown date") -> str:
    """The date with its preposition: "on 3 March 2022", "in March 2022", "from 3 to 4 March 2022", "in the week of …"."""
    if not edtf:
        return unknown
    doubt, bare = _doubt(edtf)
    start, slash, end = bare.partition("/")
    if slash:
        lead = "from " if _is_open(start) is False and _is_open(end) is False else ""
        return f"{doubt}{lead}{_interval(start, end)}"
    match = POINT.match(start)
    if match is None:
        return edtf
    return f"{doubt}{'on' if match[4] else 'in'} {_point(start)}"


def first_day(edtf: str | None) -> str:
    """The first day a date may stand for, as ISO text that sorts ("2022-03" -> "2022-03-01"); "9999" where unknown."""
    found = span(edtf)
    return found[0].isoformat() if found else "9999"


def span(edtf: str | None) -> tuple[date, date] | None:
    """First and last day a date may stand for; None where it tells no day."""
    if not edtf:
        return None
    start, slash, end = _doubt(edtf)[1].partition("/")
    first = _bounds(start)
    last = _bounds(end) if slash else first
    if first is None or last is None:
        return first or last
    return (first[0], last[1]) if last[1] >= first[0] else first


def _doubt(edtf: str) -> tuple[str, str]:
    bare = edtf.strip().strip('"')
    if "?" in bare or "%" in bare:
        return "probably ", bare.translate(str.maketrans("", "", "?~%"))
    if "~" in bare:
        return "around ", bare.replace("~", "")
    return "", bare


def _is_open(text: str) -> bool:
    return text in ("", "..")


def _point(text: str) -> str:
    match = POINT.match(text)
    bounds = _bounds(text)
    if not match or not bounds:
        return text
    year, week, month, day = match[1], match[2], match[3], match[4]
    if week:
        return f"the week of {_point(bounds[0].isoformat())}"
    if not month:
        return year
    words = f"{MONTHS[int(month)]} {year}"
    if day:
        words = f"{int(day)} {words}"
    return f"{words}, {match[5]}:{match[6]}" if match[5] and match[6] else words


def _interval(start: str, end: str) -> str:
    if _is_open(start):
        return f"until {_point(end)}"
    if _is_open(end):
        return f"since {_point(start)}"
    first, last = POINT.match(start), POINT.match(end)
    if not first or not last or not first[4] or not last[4]:
        return f"{_point(start)} to {_point(end)}"
    if first[1] != last[1]:
        return f"{_point(start)} to {_point(end)}"
    if first[3] != last[3]:
        return f"{int(first[4])} {MONTHS[int(first[3])]} to {_point(end)}"
    return f"{int(first[4])} to {_point(end)}"


def _bounds(text: str) -> tuple[date, date] | None:
    match = POINT.match(text)
    if not match:
        return None
    year, week, month, day = int(match[1]), match[2], match[3], match[4]
    try:
        if week:
            monday = date.fromisocalendar(year, int(week), 1)
            return monday, monday + timedelta(days=6)
        if not month:
            return date(year, 1, 1), date(year, 12, 31)
        if not day:
            following = date(year + int(month) // 12, int(month) % 12 + 1, 1)
            return date(year, int(month), 1), following - timedelta(days=1)
        exact = date(year, int(month), int(day))
    except ValueError:
        return None
    return exact, exact
