"""Resolving distances and spans: "four days ago", "two days later", "three weeks after the invasion", "next week", "about five hours"."""

from __future__ import annotations

from datetime import date

from generator.extract.layers import Layers
from generator.extract.timexes.calendars import (
    add_months,
    month_edtf,
    shift,
    spoken,
    week_of,
    weekday_from,
    weekday_up_to,
)
from generator.extract.timexes.clock import UNKNOWN, Answer, Clock
from generator.extract.timexes.expressions import Expression
from generator.extract.timexes.governing import Direction

DAYS_IN = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}
LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "W",
    "month": "M", "year": "Y", "decade": "Y",
}  # fmt: skip
"""Units in the notation of ISO 8601."""


def resolve_shift(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    """Such as "four days ago", "a day earlier", "in four days" (a day only where something to come is spoken of)."""
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


def _units(one: Expression) -> str:
    amount = one.amount or 0
    plural = "s" if abs(amount) != 1 else ""
    return f"{abs(amount)} {one.unit}{plural} {'before' if amount < 0 else 'after'}"


def resolve_since_event(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    """Such as "three weeks after the invasion", "the eighth day of the war"."""
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


def resolve_period(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    """Such as "next week", "last month", "the previous week", "at the end of the month"."""
    if one.relation == "under heading" and clock.heading is not None:
        year, month = clock.heading
        value = (
            month_edtf(year, month) if one.unit == "month" and month else f"{year:04d}" if one.unit == "year" else None
        )
        return value, f"{one.part} in the {one.unit} of the heading"
    if one.relation == "under heading" and direction not in {"future", "conditional"}:
        return None, f"which {one.unit} is not told"
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
        return month_edtf(year, month), f"{one.part} in the month; {why}" if one.part else why
    if one.unit == "year":
        return f"{base.year + offset:04d}", why
    return None, f"no certain time {why}"


def resolve_weekend(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    """Such as "at the weekend", "this weekend"."""
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


def resolve_duration(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    """Lengths in the notation of ISO 8601 ("PT5H"), with X for "several"."""
    letter = LETTERS.get(one.unit or "")
    if letter is None:
        return None, "a length of time"
    amount = one.amount and one.amount * {"fortnight": 2, "decade": 10}.get(one.unit or "", 1)
    return f"P{letter[:-1]}{amount or 'X'}{letter[-1]}", "a length of time"
