"""Recognising runs of days within a month: "March 28-30", "between March 14 and 17", "7 and 8 March"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.extract.layers import Tokens
from generator.extract.timexes.expressions import word_at
from generator.extract.timexes.words import ordinal_of

JOINED = re.compile(r"(\d{1,2})[-–](\d{1,2})$")
LINKS = frozenset({"-", "–", "to", "and", "until", "through"})
FOLLOWERS = frozenset(
    {"in", "at", "with", "but", "and", "when", "as", "of", "for", "to", "by", "on", "after", "before"}
)
"""Words that may follow a run of days; a noun would be what is counted ("on March 3 and 4 soldiers died")."""


@dataclass(frozen=True, slots=True)
class DayRun:
    """First and last day of the month, and the tokens of the days."""

    first: int
    last: int
    start: int
    end: int


def read_run(tokens: Tokens, month: int) -> DayRun | None:
    """The run of days after or before the month at a token."""
    run = _run_at(tokens, month + 1)
    if run and _may_follow(word_at(tokens, run.end)):
        return run
    for length in (1, 3):
        run = _run_at(tokens, month - length)
        if run and run.end == month:
            return run
    return None


def _run_at(tokens: Tokens, i: int) -> DayRun | None:
    """A run that begins at a token: "28-30" in one token or three."""
    if joined := JOINED.match(word_at(tokens, i)):
        return _checked(int(joined[1]), int(joined[2]), i, i + 1)
    if word_at(tokens, i + 1) not in LINKS:
        return None
    return _checked(_day(word_at(tokens, i)), _day(word_at(tokens, i + 2)), i, i + 3)


def _checked(first: int, last: int, start: int, end: int) -> DayRun | None:
    return DayRun(first, last, start, end) if 0 < first < last <= 31 else None


def _day(word: str) -> int:
    """The day of the month in figures, 0 where the word is none."""
    if word.isdigit() and len(word) <= 2:
        return int(word)
    return ordinal_of(word) or 0 if word[:1].isdigit() else 0


def _may_follow(word: str) -> bool:
    return not word[:1].isalpha() or word in FOLLOWERS
