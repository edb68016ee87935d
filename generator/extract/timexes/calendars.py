"""Arithmetic on the calendar and its notation: days, weeks and months as EDTF."""

from __future__ import annotations

from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 100, 9900
"""Years to count in: nobody reports from others, and counting would leave the calendar."""


def shift(day: date, days: int) -> date | None:
    """The day so many days later; None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def weekday_up_to(day: date, weekday: int) -> date:
    """The last such weekday up to a day, the day itself included."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def weekday_from(day: date, weekday: int) -> date:
    """The first such weekday from a day on, the day itself included."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def week_of(day: date, offset: int = 0) -> str:
    """The week of a day, Monday to Sunday, as an interval; `offset` in weeks."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=offset)
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month so many months later."""
    count = year * 12 + month - 1 + months
    return count // 12, count % 12 + 1


def month_edtf(year: int, month: int) -> str:
    """A month as "2022-03"."""
    return f"{year:04d}-{month:02d}"


def as_day(value: str | None) -> date | None:
    """The day an EDTF value stands for, a doubtful one too; None where it is no single day or at the end of the calendar."""
    if value is None or len(value.rstrip("?")) != 10:
        return None
    try:
        day = date.fromisoformat(value.rstrip("?"))
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def spoken(day: date) -> str:
    """A day as a person writes it: "Thursday 3 March 2022"."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def holds(value: str, day: date) -> bool:
    """Whether a month, a year or an interval of days holds a day."""
    first, _, last = value.rstrip("?").partition("/")
    return first <= day.isoformat() <= last if last else day.isoformat().startswith(first)
