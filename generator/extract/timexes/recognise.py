"""Recognising: all expressions of time of an article, longest first, in the order of the text."""

from __future__ import annotations

from collections.abc import Callable

from generator.extract.layers import Tokens
from generator.extract.timexes.absolute import (
    is_year,
    read_bare_ordinal,
    read_hyphened_month,
    read_month,
    read_numeric,
    read_year,
)
from generator.extract.timexes.expressions import Expression
from generator.extract.timexes.relative import CLOCK_TIME, read_clock, read_near_day, read_vague, read_weekday
from generator.extract.timexes.spans import read_unit
from generator.extract.timexes.words import CLOCK, DAYS, EARLY_LATE, MONTHS, ORDINALS, SETS, UNITS, VAGUE, WEEKDAYS

Reader = Callable[[Tokens, int], Expression | None]


def _read_set(tokens: Tokens, i: int) -> Expression | None:
    """Such as "daily"; a word with a capital is the name of a paper or a show."""
    if tokens.text[i][0].isupper():
        return None
    return Expression(i, i + 1, "set")


READERS: dict[str, Reader] = {
    **dict.fromkeys(VAGUE, read_vague),
    **dict.fromkeys(SETS, _read_set),
    **dict.fromkeys(CLOCK, read_clock),
    **dict.fromkeys(ORDINALS, read_bare_ordinal),
    **dict.fromkeys(UNITS, read_unit),
    **dict.fromkeys(DAYS, read_near_day),
    **dict.fromkeys(MONTHS, read_month),
    **dict.fromkeys(WEEKDAYS, read_weekday),
    **{f"{part}-{month}": read_hyphened_month for part in EARLY_LATE for month in MONTHS},
}
"""The reader that each trigger word calls."""


def recognise(tokens: Tokens, text: str) -> list[Expression]:
    """All expressions of time; where two overlap, the one that begins first, then the longer one, stays.

    Args:
        tokens: the article's tokens.
        text: the article's clean text (dates in figures are looked for in its characters).
    """
    found = list(read_numeric(tokens, text))
    lower = tokens.lower
    readers = READERS
    for i, word in enumerate(lower):
        reader = readers.get(word)
        if reader is not None:
            if one := reader(tokens, i):
                found.append(one)
        elif "0" <= word[0] <= "9" and (one := _read_figures(tokens, i, word)):
            found.append(one)
    return _without_overlaps(found)


def _read_figures(tokens: Tokens, i: int, word: str) -> Expression | None:
    """What a token that begins with a digit may be: a year, a day ("2nd") or a time of day."""
    if is_year(word):
        return read_year(tokens, i)
    if word[-1].isalpha() and word[-2:] in {"st", "nd", "rd", "th"}:
        return read_bare_ordinal(tokens, i)
    if CLOCK_TIME.match(word):
        return read_clock(tokens, i)
    amount, _, unit = word.partition("-")
    if unit in UNITS and amount.isdigit():
        return Expression(i, i + 1, "duration", amount=int(amount), unit=UNITS[unit])
    return None


def _without_overlaps(found: list[Expression]) -> list[Expression]:
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Expression] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
