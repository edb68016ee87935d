"""Stamps: the days in the heads of messages, whose figures may stand in any order."""

from __future__ import annotations

import re
from datetime import date

from generator.lexicon import load_lexicon

_FIGURES = re.compile(r"(\d{1,4})([./-])(\d{1,2})[./-](\d{2,4})")
_DAY_FIRST = re.compile(r"(\d{1,2}) ([A-Za-z]{3,9})\.?(?:,? (\d{4}))?")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:, (\d{4}))?")
_FOUR_FIGURES = 1000
_LAST_MONTH = 12


def read_stamps(stamps: list[str], year: int | None) -> list[str | None]:
    """The day of each stamp as an ISO date, None where it cannot be told.

    Args:
        stamps: the words of all heads of one text: what one of them settles ("13/3/26") holds for all ("3/4/26").
        year: the year of those that name none; None leaves them without a day.
    """
    order = _order(stamps)
    return [_of_figures(stamp, order) or _of_words(stamp, year) for stamp in stamps]


def _order(stamps: list[str]) -> str | None:
    """Whether day or month stands first in figures: told by a figure above twelve, else by full stops; None where nothing tells."""
    found = [match.groups() for match in map(_FIGURES.search, stamps) if match]
    short = [(int(first), sign, int(second)) for first, sign, second, _ in found if len(first) < 3]
    day_first = any(first > _LAST_MONTH for first, _, _ in short)
    month_first = any(second > _LAST_MONTH for _, _, second in short)
    if day_first != month_first:
        return "day" if day_first else "month"
    dotted = bool(short) and not day_first and all(sign == "." for _, sign, _ in short)
    return "day" if dotted else None


def _of_figures(stamp: str, order: str | None) -> str | None:
    match = _FIGURES.search(stamp)
    if match is None:
        return None
    first, second, third = int(match[1]), int(match[3]), int(match[4])
    if first >= _FOUR_FIGURES:
        return _iso(first, second, third)
    if order is None and first != second:
        return None
    year = third if third >= _FOUR_FIGURES else 2000 + third
    return _iso(year, first, second) if order == "month" else _iso(year, second, first)


def _of_words(stamp: str, year: int | None) -> str | None:
    months: dict[str, int] = load_lexicon("time_words")["months"]
    match = _DAY_FIRST.search(stamp)
    day, name, named_year = match.groups() if match else ("", "", None)
    if name.lower() not in months:
        match = _MONTH_FIRST.search(stamp)
        name, day, named_year = match.groups() if match else ("", "", None)
    told = int(named_year) if named_year else year
    if name.lower() not in months or told is None:
        return None
    return _iso(told, months[name.lower()], int(day))


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
