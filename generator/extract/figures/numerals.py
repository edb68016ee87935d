"""Numerals: every number that an article writes, in digits or in words, with its value and unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.extract.layers import Tokens
from generator.lexicon import load_lexicon

# Digits with thousands separators, decimals and a glued magnitude: "1,612", "2.7", "39bn", "500k".
_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(k|mn?|mln|bn?|trn|tn)?$")
_GLUED_UNIT = re.compile(r"(\d+(?:\.\d+)?)([pc])$")
_RANGE = re.compile(r"(\d[\d,]*)[–—](\d[\d,]*)$")


@dataclass(slots=True)
class Numeral:
    """A number in the text: tokens `[start, end)` with its currency sign and unit, e.g. "$40 billion" or "three"."""

    start: int
    end: int
    value: float
    spelled: bool = False
    """Written in words alone ("three"): small ones are often grammar rather than counts."""
    unit: str | None = None
    """"percent" or the currency ("dollars"); None where the noun behind it says what is counted."""
    upper: float | None = None
    """The upper end of a range ("10–20")."""
    measure: str | None = None
    """What is measured before a noun: "year" in "three-year contract", "employee" in "5,500-employee plant"."""


@cache
def _lexicon() -> dict[str, Any]:
    return load_lexicon("numbers")


@cache
def _word_values() -> dict[str, float]:
    lexicon = _lexicon()
    return {**lexicon["units"], **lexicon["tens"]}


@cache
def _starts() -> frozenset[str]:
    lexicon = _lexicon()
    return frozenset(_word_values()) | frozenset(lexicon["scales"]) | frozenset(lexicon["groups"]) | {"half"}


def find_numerals(tokens: Tokens) -> list[Numeral]:
    """All numerals of an article in the order of the text; what they count is not looked at here."""
    found: list[Numeral] = []
    starts, lower = _starts(), tokens.lower
    free = 0
    for at in [i for i, word in enumerate(lower) if word in starts or word[:1].isdigit() or _is_hyphened(word)]:
        if at < free:
            continue
        numeral = read_compound(tokens, at) or (
            _read_digits(tokens, at) if lower[at][0].isdigit() else _read_words(tokens, at)
        )
        if numeral is not None:
            if numeral.measure is None:
                _add_unit(tokens, numeral)
            found.append(numeral)
            free = numeral.end
    return found


def _is_hyphened(word: str) -> bool:
    """“Twenty-five”, "three-year": a number word with a hyphen in one token."""
    return "-" in word and word.partition("-")[0] in _word_values()


def read_compound(tokens: Tokens, at: int) -> Numeral | None:
    """“Three-year”, “5,500-employee”, “two-thirds”, “$19-an-hour” as one token; None for any other word."""
    number, _, measure = tokens.lower[at].partition("-")
    lexicon = _lexicon()
    if not measure or measure in lexicon["units"] or measure in lexicon["scales"]:
        return None
    digits = _DIGITS.match(number)
    value = float(number.replace(",", "")) if digits and not digits.group(3) else _word_values().get(number)
    if value is None:
        return None
    sign = lexicon["currencies"].get(tokens.text[at - 1].upper()) if at else None
    if sign and measure.startswith("a"):
        return Numeral(at - 1, at + 1, value, unit=f"{sign} {measure.replace('-', ' ')}")
    if (parts := lexicon["fractions"].get(measure)) is not None:
        return Numeral(at, at + 1, round(value / parts, 3), measure="share")
    return Numeral(at, at + 1, value, measure=measure)


def _compound_value(word: str) -> float | None:
    tens, _, unit = word.partition("-")
    lexicon = _lexicon()
    if tens in lexicon["tens"] and 0 < lexicon["units"].get(unit, 0) < 10:
        return float(lexicon["tens"][tens] + lexicon["units"][unit])
    return None


def _read_digits(tokens: Tokens, at: int) -> Numeral | None:
    """Digits with the magnitude behind them: "1,612", "3.5 million", "39bn", "10–20"."""
    word = tokens.lower[at]
    span = _RANGE.match(word)
    if span:
        low, high = (float(part.replace(",", "")) for part in span.groups())
        return Numeral(at, at + 1, low, upper=high) if high > low else None
    if (glued := _GLUED_UNIT.match(word)) is not None:
        return Numeral(at, at + 1, float(glued[1]), unit=_lexicon()["glued_units"][glued[2]])
    match = _DIGITS.match(word)
    if match is None:
        return None
    whole, decimals, suffix = match.groups()
    value = float(whole.replace(",", "") + (decimals or ""))
    end = at + 1
    if suffix:
        value *= _lexicon()["suffixes"][suffix]
    elif end < len(tokens):
        end, value = _magnitude(tokens, end, value)
    return Numeral(at, end, round(value, 6))


def _magnitude(tokens: Tokens, at: int, value: float) -> tuple[int, float]:
    """A scale word behind digits, also by hyphen ("40-billion") or as a letter glued to a sum of money ("2.7" "m")."""
    scales, lower = _lexicon()["scales"], tokens.lower
    if lower[at] in scales:
        return at + 1, value * scales[lower[at]]
    if lower[at] == "-" and at + 1 < len(tokens) and lower[at + 1] in scales:
        return at + 2, value * scales[lower[at + 1]]
    suffixes = _lexicon()["suffixes"]
    letter = lower[at].rstrip(".")
    money = at >= 2 and tokens.text[at - 2] in _lexicon()["currencies"]
    glued = tokens.start[at] == tokens.end[at - 1] and tokens.tag[at + 1 : at + 2] == ["NNS"]
    plain = letter not in {"m", "b", "k"} or money or glued
    if letter in suffixes and plain and tokens.start[at] - tokens.end[at - 1] < 2:
        return at + 1, value * suffixes[letter]
    return at, value


def _read_words(tokens: Tokens, at: int) -> Numeral | None:
    """Number words: "three", "twenty-five", "two hundred and fifty thousand", "half a million", "a dozen"."""
    lexicon, lower = _lexicon(), tokens.lower
    if lower[at] == "half":
        return _half_of_scale(tokens, at)
    before = lower[at - 1] if at else ""
    if lower[at] in lexicon["scales"] or lower[at] in lexicon["groups"]:
        return _scale_alone(tokens, at, before)
    total, current, end = 0.0, 0.0, at
    while end < len(lower):
        word = lower[end]
        value = _word_values().get(word, _compound_value(word) if "-" in word else None)
        if value is not None and (end == at or _may_add(current, value)):
            current += value
        elif word in lexicon["groups"] and end > at:
            current *= lexicon["groups"][word]
        elif (
            lower[end : end + 3] == ["and", "a", "half"]
            and end + 3 < len(lower)
            and lower[end + 3] in lexicon["scales"]
        ):
            current, end = current + 0.5, end + 2
        elif word == "hundred" and end > at:
            current *= 100
        elif word in lexicon["scales"] and end > at:
            total, current = total + current * lexicon["scales"][word], 0.0
        elif not _joins(lower, end, current, total):
            break
        end += 1
    return Numeral(at, end, total + current, spelled=True)


def _may_add(current: float, value: float) -> bool:
    """Units after tens ("twenty" "five"), anything below a hundred after hundreds; never "two" "three"."""
    if current == 0:
        return True
    return current % 100 == 0 or (current % 10 == 0 and current % 100 >= 20 and value < 10)


def _joins(lower: list[str], at: int, current: float, total: float) -> bool:
    """The hyphen of "twenty-five" and the "and" of "two hundred and fifty" stand between two parts of one number."""
    value = _word_values().get(lower[at + 1]) if at + 1 < len(lower) else None
    if lower[at] == "-":
        scale = at + 1 < len(lower) and lower[at + 1] in _lexicon()["scales"]
        return scale or (value is not None and value < 10 and current % 100 >= 20 and current % 10 == 0)
    return (
        lower[at] == "and" and value is not None and ((current and current % 100 == 0) or (not current and total > 0))
    )


def _half_of_scale(tokens: Tokens, at: int) -> Numeral | None:
    lower, scales = tokens.lower, _lexicon()["scales"]
    if lower[at + 1 : at + 2] == ["a"] and at + 2 < len(lower) and (scale := scales.get(lower[at + 2])):
        return Numeral(at, at + 3, scale / 2, spelled=True)
    return None


def _scale_alone(tokens: Tokens, at: int, before: str) -> Numeral | None:
    """“A million”, “a dozen”: the article counts as one; “several hundred” is no number."""
    lexicon, lower = _lexicon(), tokens.lower
    if before not in {"a", "an"}:
        return None
    value: float = lexicon["groups"].get(lower[at]) or lexicon["scales"][lower[at]]
    end = at + 1
    if end < len(lower) and lower[end] in lexicon["scales"]:
        value, end = value * lexicon["scales"][lower[end]], end + 1
    return Numeral(at - 1, end, value, spelled=True)


def _add_unit(tokens: Tokens, numeral: Numeral) -> None:
    """Currency sign before, "percent" or the name of a currency behind; both join the numeral's span."""
    lexicon = _lexicon()
    if numeral.start and (sign := lexicon["currencies"].get(tokens.text[numeral.start - 1].upper())):
        numeral.start -= 1
        numeral.unit = sign
        return
    at = numeral.end
    if at < len(tokens) and tokens.lower[at] == "-":
        at += 1
    for words in lexicon["percent"]:
        if tokens.lower[at : at + len(words)] == words:
            numeral.end, numeral.unit = at + len(words), "percent"
            return
