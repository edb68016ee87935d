"""Resolving days, months and years by their names: "March 3", "mid-March", "on Tuesday", "Wednesday, 2nd", "yesterday"."""

from __future__ import annotations

from datetime import date

from generator.extract.layers import Layers
from generator.extract.timexes.calendars import add_months, month_edtf, shift, spoken, weekday_from, weekday_up_to
from generator.extract.timexes.clock import AHEAD, UNKNOWN, Answer, Clock, nearest, sense
from generator.extract.timexes.expressions import Expression
from generator.extract.timexes.governing import Direction
from generator.extract.timexes.words import DAY_NAMES
from generator.lexicon.dates import make_date


def resolve_day(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    """Such as "March 3": the year, where it does not stand, from publication and tense."""
    assert one.month is not None
    assert one.day is not None
    if one.year:
        found = make_date(one.year, one.month, one.day)
        why = (
            f"as written; or {one.other.isoformat()}, for the order of day and month is not told"
            if one.other
            else "as written"
        )
        return (found.isoformat() + "?" * (one.other is not None), why) if found else (None, "no such day")
    if clock.heading is not None:
        found = make_date(clock.heading[0], one.month, one.day)
        return (found.isoformat(), f"the year {clock.heading[0]} of the heading") if found else (None, "no such day")
    if clock.published is None:
        found = make_date(clock.year, one.month, one.day) if clock.year else None
        return (found.isoformat(), f"the year {clock.year} is told elsewhere in the article") if found else UNKNOWN
    years = (clock.published.year - 1, clock.published.year, clock.published.year + 1)
    days = [day for year in years if (day := make_date(year, one.month, one.day))]
    if not days:
        return None, "no such day"
    found = nearest(days, direction, clock.published, clock.start)
    if found is None:
        return None, "the last such day is most of a year ago, and the next is close: the tense does not tell which"
    return found.isoformat(), f"the {sense(direction)} one, counted from publication ({clock.published.isoformat()})"


def resolve_month(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    """Such as "in March", "mid-March", "last March": a part of a month stays the month, its days are not told."""
    assert one.month is not None
    part = f"{one.part} in the month; " if one.part else ""
    if one.year:
        return month_edtf(one.year, one.month), f"{part}as written"
    if clock.heading is not None:
        return month_edtf(clock.heading[0], one.month), f"{part}the year {clock.heading[0]} of the heading"
    if clock.published is None:
        if clock.year is None:
            return UNKNOWN
        return month_edtf(clock.year, one.month), f"{part}the year {clock.year} is told elsewhere in the article"
    year = _year_of_month(one, direction, clock.published)
    why = f"{part}the {sense(direction)} one, counted from publication ({clock.published.isoformat()})"
    return month_edtf(year, one.month), why


def _year_of_month(one: Expression, direction: Direction, published: date) -> int:
    """The year of a month by its relation ("last March"), else by tense."""
    assert one.month is not None
    now = published.year * 12 + published.month - 1
    counts = [year * 12 + one.month - 1 for year in range(published.year - 1, published.year + 2)]
    if one.relation in {"last", "next"}:
        beside = [count for count in counts if (count < now if one.relation == "last" else count > now)]
        return (max(beside) if one.relation == "last" else min(beside)) // 12
    if direction == "past":
        return max(count for count in counts if count <= now) // 12
    if direction in {"future", "conditional"}:
        return min(count for count in counts if count >= now) // 12
    weight = AHEAD.get(direction, 1)
    return min(counts, key=lambda count: ((count - now) * weight if count > now else now - count, count)) // 12


def resolve_year(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    """Such as "in 2014"."""
    return f"{one.year:04d}", "as written"


def resolve_weekday(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    """Such as "on Tuesday", "last Monday", "Wednesday, 2nd", "the previous Friday"."""
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
    if one.relation in {"a week later", "a fortnight later"}:
        first = weekday_from(published, one.weekday)
        found = shift(first, 7 if one.relation == "a week later" else 14) or first
        return found.isoformat(), f"{one.relation} than the next {name} from {since}"
    if one.relation in {"last", "next"}:
        sign = -1 if one.relation == "last" else 1
        start = shift(published, sign) or published
        found = weekday_up_to(start, one.weekday) if sign < 0 else weekday_from(start, one.weekday)
        return found.isoformat(), f"the {name} {'before' if sign < 0 else 'after'} {since}"
    if one.relation in {"last week", "next week", "this week", "this"} and not (
        one.relation == "this" and direction in {"past", "future", "conditional"}
    ):
        weeks = {"last week": -7, "next week": 7}.get(one.relation, 0)
        found = shift(published, one.weekday - published.weekday() + weeks) or published
        return (
            found.isoformat(),
            f"the {name} of the week of {since}" if not weeks else f"the {name} of the week beside that of {since}",
        )
    return _weekday_by_tense(one.weekday, direction, clock, layers.sentence_of[one.start], since)


def _weekday_by_tense(weekday: int, direction: Direction, clock: Clock, sentence: int, since: str) -> Answer:
    assert clock.published is not None
    name, published = DAY_NAMES[weekday], clock.published
    if direction == "future":
        return weekday_from(published, weekday).isoformat(), f"the next {name} from {since}"
    if direction == "conditional":
        # a plan told in the past counts from when it was told: "On Sunday it said talks would be held on Monday"
        base = _day_of_saying(clock, sentence) or published
        return weekday_from(base, weekday).isoformat(), f"the next {name} from {spoken(base)}"
    return weekday_up_to(published, weekday).isoformat(), f"the last {name} up to {since}"


def _day_of_saying(clock: Clock, sentence: int) -> date | None:
    """The day told in the same sentence in the simple past, if it is of the last week."""
    if clock.said is None or clock.published is None or clock.said[0] != sentence:
        return None
    return clock.said[1] if -6 <= (clock.said[1] - clock.published).days < 0 else None


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


def resolve_day_of_month(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    """Such as "on the 2nd": counted from the day mentioned last."""
    base = clock.last
    if base is None:
        return UNKNOWN
    months = [add_months(base.year, base.month, offset) for offset in (-1, 0, 1)]
    days = [day for year, month in months if (day := make_date(year, month, one.day or 0))]
    if clock.heading is not None and clock.heading[1] is not None:
        under = make_date(clock.heading[0], clock.heading[1], one.day or 0)
        return (under.isoformat(), "in the month of the heading") if under else (None, "no such day")
    found = nearest(days, direction, base)
    if found is None:
        return UNKNOWN
    return found.isoformat(), f"the {sense(direction)} {one.day}th, counted from {spoken(base)}"


def resolve_near_day(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    """Such as "yesterday", "tonight", "last night": counted from publication."""
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


def resolve_same_day(layers: Layers, one: Expression, direction: Direction, clock: Clock) -> Answer:
    """Such as "on the same day": the day mentioned last."""
    base = clock.last
    return (base.isoformat(), f"the day mentioned last ({spoken(base)})") if base else UNKNOWN
