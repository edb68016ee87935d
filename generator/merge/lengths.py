"""Lengths of time as articles word them: "about five hours" and "five hours" agree, "two hours" does not."""

from __future__ import annotations

import re
from typing import Literal

from generator.lexicon import load_lexicon

_TOLERANCE: float = load_lexicon("merge_rounds")["duration_tolerance"]
_UNITS = {"minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0}
_NUMBERS = {word: n for n, word in enumerate(load_lexicon("wording")["grammar"]["numbers"])} | {"a": 1, "an": 1}
_PART = re.compile(r"(\d+(?:\.\d+)?|[a-z]+)[\s-]*(" + "|".join(_UNITS) + r")")


def compare_lengths(left: str, right: str) -> Literal["same", "holds", "held", "other"]:
    """Whether two lengths can be one; one without a number ("many hours") holds any other.

    Args:
        left: a length in words.
        right: another.
    """
    a, b = hours_in(left), hours_in(right)
    if a is None or b is None:
        return "same" if a == b else "holds" if a is None else "held"
    return "same" if abs(a - b) <= _TOLERANCE * max(a, b) else "other"


def hours_in(text: str) -> float | None:
    """A length in hours; None where no number is told."""
    total = 0.0
    for number, unit in _PART.findall(text.lower()):
        count = float(number) if number[0].isdigit() else _NUMBERS.get(number)
        total += (count or 0) * _UNITS[unit]
    return total or None
