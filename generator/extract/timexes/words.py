"""The words of time, loaded once from the lexicon into look-up tables."""

from __future__ import annotations

from typing import Any

from generator.lexicon import load_lexicon

_LISTS: dict[str, Any] = load_lexicon("time_words")


def _with_possessive(table: dict[str, int]) -> dict[str, int]:
    """The table with the possessives of its words, for tokenizers that leave "Wednesday’s" whole."""
    return table | {word + mark: value for word, value in table.items() for mark in ("’s", "'s", "’", "'")}


WEEKDAYS = _with_possessive(_LISTS["weekdays"])
MONTHS = _with_possessive(_LISTS["months"])
UNITS: dict[str, str] = _LISTS["units"] | {
    word + mark: unit for word, unit in _LISTS["units"].items() for mark in ("’s", "'s", "’", "'")
}
NUMBERS: dict[str, int] = _LISTS["numbers"]
ORDINALS: dict[str, int] = _LISTS["ordinals"]
DAYS = _with_possessive(_LISTS["days"])
PARTS = frozenset(_LISTS["parts"])
EARLY_LATE: dict[str, str] = _LISTS["early_late"]
VAGUE = frozenset(_LISTS["vague"])
SEVERAL = frozenset(_LISTS["several"])
EVERY = frozenset(_LISTS["every"])
SETS = frozenset(_LISTS["sets"])
HEDGES = frozenset(_LISTS["hedges"])
FUTURE_CUES = frozenset(_LISTS["future_cues"])
FUTURE_NOUNS = frozenset(_LISTS["future_nouns"])
FUTURE_VERBS = frozenset(_LISTS["future_verbs"])
SCHEDULE_VERBS = frozenset(_LISTS["schedule_verbs"])
BEGINNINGS = frozenset(_LISTS["beginnings"])
CLOCK = frozenset(_LISTS["clock"])

RELATIONS: dict[str, str] = {
    word: relation
    for relation in ("last", "past", "next", "this", "before", "after", "same")
    for word in _LISTS[relation]
}
"""Word -> how it chooses among days: last, past, next, this, before, after, same."""

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def number_of(word: str) -> int | None:
    """The value of a number word or of digits ("three", "72"), None for other words."""
    if word.isdigit():
        return int(word) if len(word) < 5 else None
    return NUMBERS.get(word)


def ordinal_of(word: str) -> int | None:
    """The value of an ordinal ("eighth", "2nd"), None for other words."""
    if word[:1].isdigit() and word[-2:] in {"st", "nd", "rd", "th"} and word[:-2].isdigit():
        return int(word[:-2])
    return ORDINALS.get(word)
