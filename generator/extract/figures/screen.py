"""What is no figure although it is a number: dates, clock times, ages, durations, names with numbers, grammar."""

from __future__ import annotations

import re

from generator.extract.figures.counted import Counted, lexicon
from generator.extract.figures.numerals import Numeral
from generator.extract.layers import Layers

_DEFINITE = frozenset(
    [
        "the",
        "these",
        "those",
        "both",
        "his",
        "her",
        "its",
        "their",
        "our",
        "first",
        "last",
        "next",
        "past",
        "all",
        "another",
        "other",
    ]
)


CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[.:][0-5]\d")


def is_figure(layers: Layers, numeral: Numeral, counted: Counted | None, *, qualified: bool) -> bool:
    """Whether a numeral with what it counts is a figure.

    Args:
        layers: tokens, timexes and attributions are read.
        numeral: the number.
        counted: the noun behind it, None where there is none.
        qualified: a qualifier ("at least") stands before it: then it is meant as a quantity.
    """
    if numeral.measure is not None:
        return _is_measure(layers, numeral, counted)
    if (
        _is_share_of_few(layers, numeral)
        or _is_rate_of_exchange(layers, numeral)
        or _is_name_or_ordinal(layers, numeral)
        or _is_year(layers, numeral, counted, qualified=qualified)
    ):
        return False
    if numeral.unit is not None:
        return True
    if counted is None or counted.head is None:
        return counted is not None
    head = layers.tokens.lower[counted.head]
    words = lexicon()
    if (
        head in words["time_units"]
        or layers.tokens.lower[counted.start] in words["time_units"]
        or head in words["months"]
    ):
        return False
    if _is_location(layers, counted):
        return False
    if head in words["participants"] and not _is_struck(layers, numeral, counted):
        return False
    return not (
        numeral.spelled and numeral.value <= 10 and _is_grammar(layers, numeral, counted, head, qualified=qualified)
    )


def _is_measure(layers: Layers, numeral: Numeral, counted: Counted | None) -> bool:
    """“Three-year contract”, “5,500-employee plant”, “two-thirds stake”; not "three-week strike" or "47-year-old"."""
    words = lexicon()
    if counted is None or counted.head is None:
        return False
    if numeral.measure == "share" or numeral.measure in words["measures"]:
        return True
    return numeral.measure in words["time_units"] and layers.tokens.lower[counted.head] in words["terms"]


def _is_rate_of_exchange(layers: Layers, numeral: Numeral) -> bool:
    """“$1 = 113 yen”: what money is worth, at the foot of a text."""
    lower = layers.tokens.lower
    return "=" in lower[max(0, numeral.start - 1) : numeral.start] + lower[numeral.end : numeral.end + 1]


def _is_share_of_few(layers: Layers, numeral: Numeral) -> bool:
    """“Six in 10 voters”, “one out of three”: a proportion, and neither of its numbers counts anything."""
    if numeral.unit is not None:
        return False
    tags, lower = layers.tokens.tag, layers.tokens.lower
    before, after = lower[max(0, numeral.start - 2) : numeral.start], lower[numeral.end : numeral.end + 2]
    first = after[:1] == ["in"] and tags[numeral.end + 1 : numeral.end + 2] == ["CD"]
    second = before[1:] == ["in"] and numeral.start >= 2 and tags[numeral.start - 2] == "CD"
    return (
        (first and numeral.value < 10)
        or (second and numeral.value <= 100)
        or after == ["out", "of"]
        or before == ["out", "of"]
    )


def _is_name_or_ordinal(layers: Layers, numeral: Numeral) -> bool:
    """“Flight 370”, “Article 5”, “No. 10”, “3rd”, “10:30”, “1-0”, “G7”, “Boeing 737”, phone numbers, ages."""
    tokens, words = layers.tokens, lexicon()
    before = tokens.lower[numeral.start - 1] if numeral.start else ""
    after = tokens.lower[numeral.end] if numeral.end < len(tokens) else ""
    if "time" in tokens.lower[numeral.end : numeral.end + 2] and CLOCK.fullmatch(tokens.text[numeral.start]):
        return True  # "at 10.30 UK time"
    glued_after = numeral.end < len(tokens) and tokens.start[numeral.end] == tokens.end[numeral.end - 1]
    glued_before = numeral.start > 0 and tokens.start[numeral.start] == tokens.end[numeral.start - 1]
    if before in words["name_before"] or (
        before == "." and tokens.lower[numeral.start - 2 : numeral.start - 1] == ["no"]
    ):
        return True
    if glued_after and (after in words["ordinal_suffixes"] or after in {":", "/"}):
        return True
    if glued_before and before in {":", "/", "-", "+", "#", "."} and numeral.unit is None:
        return True
    if before in {"aged", "age", "ages"} or tokens.lower[max(0, numeral.start - 2) : numeral.start] in (
        ["age", "of"],
        ["ages", "of"],
    ):
        return True
    first = layers.sentences[layers.sentence_of[numeral.start]].start
    if numeral.spelled and tokens.text[numeral.start][0].isupper() and numeral.start > first:
        return layers.tokens.tag[numeral.start - 1].startswith("NNP")  # "the Big Three"
    return _is_compound_age(layers, numeral)


def _is_compound_age(layers: Layers, numeral: Numeral) -> bool:
    """“47-year-old”, “14-day ceasefire”, “two-state solution”: a measure before a noun, “300-strong” and percent apart."""
    lower = layers.tokens.lower
    if numeral.unit is not None or lower[numeral.end : numeral.end + 1] != ["-"]:
        return False
    return lower[numeral.end + 1 : numeral.end + 2] != ["strong"]


def _is_year(layers: Layers, numeral: Numeral, counted: Counted | None, *, qualified: bool) -> bool:
    """A number of a date or span of time: inside a timex, beside a month, or a bare four-digit year."""
    tokens, words = layers.tokens, lexicon()
    if numeral.unit is not None:
        return False
    neighbours = tokens.lower[max(0, numeral.start - 1) : numeral.start] + tokens.lower[numeral.end : numeral.end + 1]
    if any(word in words["months"] and word != "may" for word in neighbours):
        return True
    digits = tokens.text[numeral.start]
    if not (digits.isdigit() and len(digits) == 4 and 1800 <= numeral.value <= 2100) or qualified:
        return False
    plural = counted is not None and counted.head is not None and tokens.tag[counted.head] == "NNS"
    return not (plural and numeral.value % 50 == 0 and tokens.lower[numeral.start - 1] not in words["year_before"])


def _is_location(layers: Layers, counted: Counted) -> bool:
    """“50 km north of Kyiv” tells where, not how much."""
    around = layers.tokens.lower[counted.start : counted.end + 1]
    return bool(lexicon()["distance"].intersection(around)) and bool(lexicon()["distance_after"].intersection(around))


def _is_grammar(layers: Layers, numeral: Numeral, counted: Counted, head: str, *, qualified: bool) -> bool:
    """Small numbers in words that count nothing worth a figure: "the two sides", "three options", "one of them"."""
    words, lower = lexicon(), layers.tokens.lower
    struck = _is_struck(layers, numeral, counted)
    if struck:
        return lower[numeral.end] == "of" and numeral.value == 1
    if head in words["abstract"] or head in words["sources"] or numeral.value == 1:
        return True
    if head in words["parties"]:
        return not (head in {"people", "men", "women"} and qualified)
    before = lower[numeral.start - 1] if numeral.start else ""
    return before in _DEFINITE


def _is_struck(layers: Layers, numeral: Numeral, counted: Counted) -> bool:
    """Whether the words around say that the counted were killed, hurt, taken or freed."""
    words = lexicon()
    behind = layers.tokens.lower[counted.end : counted.end + 5]
    before = layers.tokens.lemma[max(0, numeral.start - 3) : numeral.start]
    return any(word in words["casualties"] for word in behind) or any(word in words["striking"] for word in before)
