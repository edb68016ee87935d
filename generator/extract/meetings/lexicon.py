"""The words of meetings, ready to be looked up."""

from __future__ import annotations

import re
from functools import cache

from generator.lexicon import load_lexicon

_SERIES = re.compile(r"([a-z]+)-?(\d{1,2})$")
_ORDINAL = re.compile(r"(\d{1,3})(st|nd|rd|th)$")


@cache
def words(group: str) -> frozenset[str]:
    """One of the word groups of the list `meetings`."""
    return frozenset(load_lexicon("meetings")[group])


@cache
def phrases(group: str) -> re.Pattern[str]:
    """One of the phrase groups as a pattern over lower-case text; `*` stands for up to four words."""
    parts = []
    for phrase in load_lexicon("meetings")[group]:
        pieces = [re.escape(piece.strip()) for piece in phrase.split("*")]
        parts.append(r"(?:\s+[\w’'-]+){0,4}?\s+".join(pieces))
    return re.compile(r"\b(?:" + "|".join(parts) + r")\b")


@cache
def _ordinals() -> dict[str, int]:
    ordinals: dict[str, int] = load_lexicon("meetings")["ordinals"]
    return ordinals


def ordinal(word: str) -> int | None:
    """The number that an ordinal stands for: "second", "13th"; None for other words."""
    number = _ordinals().get(word)
    if number is None and word[:1].isdigit() and (match := _ORDINAL.match(word)):
        number = int(match.group(1))
    return number


def in_series(word: str) -> int | None:
    """The number in the name of a conference that is one of a series ("COP27"); None for other words."""
    match = _SERIES.match(word)
    return int(match.group(2)) if match and match.group(1) in words("series") else None
