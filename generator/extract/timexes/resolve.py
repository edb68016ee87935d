"""Resolving: from what an expression says and where its verb looks to a date, with the arithmetic in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from generator.extract.layers import Layers, Timex
from generator.extract.timexes.calendars import (
    add_months,
    as_day,
    month_edtf,
    shift,
    spoken,
    week_of,
    weekday_from,
    weekday_up_to,
)
from generator.extract.timexes.expressions import Expression
from generator.extract.timexes.governing import Direction
from generator.extract.timexes.words import DAY_NAMES
from generator.lexicon.dates import make_date

DAYS_IN = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}


@dataclass(slots=True)
class Clock:
    """What dates count from: the day of publication, the day mentioned last, and the days of events that the article or dossier tells."""

    published: date | None
    year: int | None = None
    """The year that days without one belong to, where the day of publication is not known."""
    told: date | None = None
    events: dict[str, date] = field(default_factory=dict)

    @property
    def last(self) -> date | None:
        """The day mentioned last, else the day of publication."""
        return self.told or self.published


Answer = tuple[str | None, str]
"""EDTF value (None where it cannot be told) and the arithmetic in words."""

UNKNOWN: Answer = (None, "the day it counts from is not known")


def resolve(layers: Layers, expression: Expression, direction: Direction, clock: Clock) -> Timex:
    """The expression as a timex; the clock remembers its day for the expressions after it."""
    value, why = RESOLVERS[expression.form](layers, expression, direction, clock)
    kind, precision = _kind(expression, value)
    day = as_day(value)
    if day is not None and kind == "date":
        clock.told = day
    return Timex(expression.start, expression.end, value, kind, why, precision)


def _kind(expression: Expression, value: str | None) -> tuple:  # type: ignore[type-arg]
    if expression.form == "clock":
        return "time", "part of day"
    if expression.form in {"duration", "set"}:
        return expression.form, "other"
    if value is None:
        return "date", "other"
    bare = value.rstrip("?")
    if "/" in bare:
        return "date", "month" if expression.form == "month" else "week"
    if len(bare) == 10:
        return "date", "part of day" if expression.part else "day"
    return "date", "month" if len(bare) == 7 else "year"


def _day(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    assert one.month is not None
    assert one.day is not None
    if one.year:
        found = make_date(one.year, one.month, one.day)
        return (found.isoformat(), "as written") if found else (None, "no such day")
    if clock.published is None:
        found = make_date(clock.year, one.month, one.day) if clock.year else None
        return (found.isoformat(), f"the year {clock.year} is told elsewhere in the article") if found else UNKNOWN
    years = (clock.published.year - 1, clock.published.year, clock.published.year + 1)
    days = [day for year in years if (day := make_date(year, one.month, one.day))]
    if not days:
        return None, "no such day"
    found = _nearest(days, direction, clock.published)
    return found.isoformat(), f"the {_sense(direction)} one, counted from publication ({clock.published.isoformat()})"


def _sense(direction: Direction) -> str:
    return {"past": "last", "future": "next", "conditional": "next"}.get(direction, "nearest")


def _nearest(days: list[date], direction: Direction, published: date) -> date:
    """The day that fits the tense; a day far off in its direction (more than ten months) gives way to one close by in the other."""
    if direction == "past":
        days = [day for day in days if (day - published).days <= 1] or days
        return max(days)
    if direction in {"future", "conditional"}:
        close = [day for day in days if 0 <= (day - published).days <= 300]
        if close:
            return min(close)
    return min(days, key=lambda day: (abs((day - published).days), day))


def _month(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    assert one.month is not None
    if one.year:
        return month_edtf(one.year, one.month, one.part), "as written"
    if clock.published is None:
        if clock.year is None:
            return UNKNOWN
        return month_edtf(clock.year, one.month, one.part), f"the year {clock.year} is told elsewhere in the article"
    now = clock.published.year * 12 + clock.published.month - 1
    counts = [year * 12 + one.month - 1 for year in range(clock.published.year - 1, clock.published.year + 2)]
    if one.relation == "last":
        count = max(count for count in counts if count < now)
    elif one.relation == "next":
        count = min(count for count in counts if count > now)
    elif direction == "past":
        count = max(count for count in counts if count <= now)
    elif direction in {"future", "conditional"}:
        count = min(count for count in counts if count >= now)
    else:
        count = min(counts, key=lambda count: (abs(count - now), count))
    return month_edtf(
        count // 12, one.month, one.part
    ), f"the {_sense(direction)} one, counted from publication ({clock.published.isoformat()})"


def _year(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    return f"{one.year:04d}", "as written"


def _weekday(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    assert one.weekday is not None
    name, published = DAY_NAMES[one.weekday], clock.published
    if one.relation in {"before", "after"} and clock.last:
        found = _weekday_beside(one, clock.last)
        return (found.isoformat(), f"the {name} {one.relation} {spoken(clock.last)}") if found else UNKNOWN
    if published is None:
        return UNKNOWN
    if one.day is not None:
        return _weekday_and_day(one, published)
    since = f"{spoken(published)}, the day of publication"
    if one.relation in {"last", "next"}:
        sign = -1 if one.relation == "last" else 1
        start = shift(published, sign) or published
        found = weekday_up_to(start, one.weekday) if sign < 0 else weekday_from(start, one.weekday)
        return found.isoformat(), f"the {name} {'before' if sign < 0 else 'after'} {since}"
    if one.relation in {"last week", "next week", "this week", "this"} and not (
        one.relation == "this" and direction != "none"
    ):
        weeks = {"last week": -7, "next week": 7}.get(one.relation, 0)
        found = shift(published, one.weekday - published.weekday() + weeks) or published
        return (
            found.isoformat(),
            f"the {name} of the week of {since}" if not weeks else f"the {name} of the week beside that of {since}",
        )
    return _weekday_by_tense(one.weekday, direction, clock, since)


def _weekday_by_tense(weekday: int, direction: Direction, clock: Clock, since: str) -> Answer:
    assert clock.published is not None
    name, published = DAY_NAMES[weekday], clock.published
    if direction == "future":
        return weekday_from(published, weekday).isoformat(), f"the next {name} from {since}"
    if direction == "conditional":
        # a plan told in the past counts from when it was told: "On Sunday it said talks would be held on Monday"
        base = clock.told if clock.told and -6 <= (clock.told - published).days < 0 else published
        return weekday_from(base, weekday).isoformat(), f"the next {name} from {spoken(base)}"
    return weekday_up_to(published, weekday).isoformat(), f"the last {name} up to {since}"


def _weekday_beside(one: Expression, base: date) -> date | None:
    assert one.weekday is not None
    start = shift(base, -1 if one.relation == "before" else 1)
    if start is None:
        return None
    return weekday_up_to(start, one.weekday) if one.relation == "before" else weekday_from(start, one.weekday)


def _weekday_and_day(one: Expression, published: date) -> Answer:
    """Such as "Wednesday, 2nd": the month in which that day is that weekday, nearest to publication."""
    months = [add_months(published.year, published.month, offset) for offset in (-1, 0, 1)]
    days = [day for year, month in months if (day := make_date(year, month, one.day or 0))]
    right = [day for day in days if day.weekday() == one.weekday]
    if not right:
        return None, f"no {DAY_NAMES[one.weekday or 0]} near publication is the {one.day}th of a month"
    found = min(right, key=lambda day: (abs((day - published).days), day))
    return found.isoformat(), f"the nearest such day to publication ({published.isoformat()})"


def _day_of_month(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    base = clock.last
    if base is None:
        return UNKNOWN
    months = [add_months(base.year, base.month, offset) for offset in (-1, 0, 1)]
    days = [day for year, month in months if (day := make_date(year, month, one.day or 0))]
    found = _nearest(days, direction, base)
    return found.isoformat(), f"the {_sense(direction)} {one.day}th, counted from {spoken(base)}"


def _near_day(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    if clock.published is None:
        return UNKNOWN
    found = shift(clock.published, one.amount or 0)
    return (
        found.isoformat() if found else None
    ), f"{_days(one.amount or 0)} {spoken(clock.published)}, the day of publication"


def _days(amount: int) -> str:
    if amount == 0:
        return "the same as"
    return f"{abs(amount)} day{'s' if abs(amount) > 1 else ''} {'before' if amount < 0 else 'after'}"


def _moved(base: date, amount: int, unit: str) -> str | None:
    """A day so many units later as EDTF: to the day for days and weeks, to the month or year for longer units."""
    if unit in DAYS_IN:
        found = shift(base, amount * DAYS_IN[unit])
        return found.isoformat() if found else None
    if unit == "month":
        year, month = add_months(base.year, base.month, amount)
        return month_edtf(year, month) if 1 <= year <= 9999 else None
    if unit in {"year", "decade"}:
        year = base.year + amount * (10 if unit == "decade" else 1)
        return f"{year:04d}" if 1 <= year <= 9999 else None
    return base.isoformat()


def _shift(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    if one.relation == "in" and direction not in {"future", "conditional"}:
        return None, "a length of time, no day: nothing to come is spoken of"
    base = clock.last if one.relation == "told" else clock.published
    if base is None:
        return UNKNOWN
    if one.amount is None:
        return None, f"no certain number of {one.unit}s"
    if one.unit in {"hour", "minute", "second"}:
        return base.isoformat(), f"hours from {spoken(base)}"
    value = _moved(base, one.amount, one.unit or "day")
    if value and one.unit in {"week", "fortnight"} and one.relation != "told":
        value += "?"
    whence = "the day mentioned last" if one.relation == "told" and clock.told else "the day of publication"
    return value, f"{_units(one)} {spoken(base)}, {whence}"


def _units(one: Expression) -> str:
    amount = one.amount or 0
    plural = "s" if abs(amount) != 1 else ""
    return f"{abs(amount)} {one.unit}{plural} {'before' if amount < 0 else 'after'}"


def _since_event(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    lower = layers.tokens.lower
    start = one.event or one.end
    words = lower[start : start + 6]
    name = next((word for word in words if word in clock.events), None)
    if name is None:
        return None, "the day of the event it counts from is not told"
    day = clock.events[name]
    if one.amount is None:
        return None, f"no certain number of {one.unit}s after the {name} ({day.isoformat()})"
    value = _moved(day, one.amount, one.unit or "day")
    rough = one.unit != "day" and one.relation != "nth"
    if one.relation == "nth" and one.unit != "day":
        return None, f"a {one.unit} after the {name} ({day.isoformat()})"
    return (f"{value}?" if value and rough else value), f"{_units(one)} the {name} ({day.isoformat()})"


def _period(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    told = one.relation in {"before", "after"}
    base = clock.last if told else clock.published
    if base is None:
        return UNKNOWN
    if one.relation == "past":
        since = shift(base, -DAYS_IN.get(one.unit or "", 0))
        return (
            f"{since.isoformat()}/{base.isoformat()}" if since and one.unit == "week" else None
        ), f"up to {spoken(base)}"
    offset = {"last": -1, "before": -1, "next": 1, "after": 1}.get(one.relation or "", 0)
    why = (
        f"counted from {spoken(base)}, {'the day mentioned last' if told and clock.told else 'the day of publication'}"
    )
    if one.unit == "week":
        return week_of(base, offset), why
    if one.unit == "month":
        year, month = add_months(base.year, base.month, offset)
        return month_edtf(year, month, one.part), why
    if one.unit == "year":
        return f"{base.year + offset:04d}", why
    return None, f"no certain time {why}"


def _weekend(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    if clock.published is None:
        return UNKNOWN
    day = clock.published
    ahead = one.relation == "next" or (one.relation in {None, "this"} and direction in {"future", "conditional"})
    if ahead or (one.relation == "this" and direction != "past"):
        start = weekday_from(day, 5) if day.weekday() != 6 else weekday_up_to(day, 5)
    else:
        start = weekday_up_to(day if day.weekday() != 5 and one.relation != "last" else shift(day, -1) or day, 5)
        if one.relation == "last" and day.weekday() == 6:
            start = weekday_up_to(shift(day, -7) or day, 5)
    end = shift(start, 1) or start
    return (
        f"{start.isoformat()}/{end.isoformat()}",
        f"the {'coming' if ahead else 'last'} weekend, counted from {spoken(day)}",
    )


def _same_day(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    base = clock.last
    return (base.isoformat(), f"the day mentioned last ({spoken(base)})") if base else UNKNOWN


def _vague(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    return None, "points to no certain day"


def _clock_time(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    return None, "a time of day"


LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "year": "Y",
    "decade": "Y",
}


def _duration(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    """Lengths in the notation of ISO 8601 ("PT5H"), with X for "several"."""
    letter = LETTERS.get(one.unit or "")
    if letter is None:
        return None, "a length of time"
    amount = one.amount and one.amount * {"fortnight": 2, "decade": 10}.get(one.unit or "", 1)
    return f"P{letter[:-1]}{amount or 'X'}{letter[-1]}", "a length of time"


def _set(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    return None, "again and again, no certain day"


RESOLVERS = {
    "day": _day, "month": _month, "year": _year, "weekday": _weekday, "day of month": _day_of_month, "near day": _near_day,
    "shift": _shift, "since event": _since_event, "period": _period, "weekend": _weekend, "same day": _same_day, "vague": _vague,
    "clock": _clock_time, "duration": _duration, "set": _set,
}  # fmt: skip
