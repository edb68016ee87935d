"""Resolving: from what an expression says and where its verb looks to a date, with the arithmetic in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from generator.extract.layers import Layers, Timex
from generator.extract.timexes import days, distances
from generator.extract.timexes.calendars import as_day
from generator.extract.timexes.clock import Answer, Clock
from generator.extract.timexes.expressions import Expression, Form
from generator.extract.timexes.governing import Direction

Kind = Literal["date", "time", "duration", "set"]
Precision = Literal["day", "week", "month", "year", "part of day", "other"]
Resolver = Callable[[Layers, Expression, Direction, Clock], Answer]


def resolve(layers: Layers, expression: Expression, direction: Direction, clock: Clock) -> Timex:
    """The expression as a timex; the clock remembers its day for the expressions after it."""
    value, why = RESOLVERS[expression.form](layers, expression, direction, clock)
    day = as_day(value)
    if value and day and expression.last_day:
        value = f"{value}/{value[:8]}{expression.last_day:02d}"
    kind, precision = _kind(expression, value)
    if day is not None and kind == "date":
        clock.told = day
    return Timex(expression.start, expression.end, value, kind, why, precision, form=expression.form)


def _kind(expression: Expression, value: str | None) -> tuple[Kind, Precision]:
    if expression.form == "clock":
        return "time", "part of day"
    if expression.form == "duration" or expression.form == "set":  # noqa: PLR1714 (mypy narrows no set)
        return expression.form, "other"
    if value is None:
        return "date", "other"
    return "date", _precision(expression, value)


def _precision(expression: Expression, value: str) -> Precision:
    bare = value.rstrip("?")
    if "/" in bare:
        return "week"
    if len(bare) == 10:
        return "part of day" if expression.part else "day"
    return "month" if len(bare) == 7 else "year"


def _vague(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    return None, "points to no certain day"


def _clock_time(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    return None, "a time of day"


def _set(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    return None, "again and again, no certain day"


RESOLVERS: dict[Form, Resolver] = {
    "day": days.resolve_day,
    "month": days.resolve_month,
    "year": days.resolve_year,
    "weekday": days.resolve_weekday,
    "day of month": days.resolve_day_of_month,
    "near day": days.resolve_near_day,
    "same day": days.resolve_same_day,
    "shift": distances.resolve_shift,
    "since event": distances.resolve_since_event,
    "period": distances.resolve_period,
    "weekend": distances.resolve_weekend,
    "duration": distances.resolve_duration,
    "vague": _vague,
    "clock": _clock_time,
    "set": _set,
}
