"""What an expression of time says, before it is known from which day it counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.extract.layers import Tokens

Form = Literal[
    "day",  # March 3, 3 March 2022, 2022-03-02
    "month",  # in March, mid-March, March 2022
    "year",  # in 2014
    "weekday",  # on Tuesday, last Monday, Wednesday, 2nd
    "day of month",  # the 2nd
    "near day",  # yesterday, tonight, last night
    "shift",  # four days ago, a day earlier, in four days
    "since event",  # three weeks after the invasion, the eighth day of the war
    "period",  # next week, last month, this year
    "weekend",  # at the weekend
    "same day",  # on the same day
    "vague",  # earlier, in the coming days
    "clock",  # 5 p.m.
    "duration",  # about five hours
    "set",  # every day
]


@dataclass(slots=True)
class Expression:
    """An expression of time as its words have it; `start` and `end` are tokens. Only the fields of its form are set.

    Attributes:
        relation: last, next, this, before, after or same ("before" and "after" count from the day mentioned last).
        amount: how many `unit`s, with sign for the direction; None for "several".
        part: early, mid or late within a month, or a part of the day.
        last_day: the last day of a run ("March 28-30").
        event: the token that names the event it counts from.
        other: the other day that a date in figures may be ("01/03/2026"), where nothing tells the order.
    """

    start: int
    end: int
    form: Form
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    relation: str | None = None
    amount: int | None = None
    unit: str | None = None
    part: str | None = None
    event: int | None = None
    other: date | None = None


def word_at(tokens: Tokens, i: int) -> str:
    """The lower-cased word at a token, empty beyond the ends of the article."""
    return tokens.lower[i] if 0 <= i < len(tokens.lower) else ""
