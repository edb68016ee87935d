"""Qualifiers: how exact a number is said to be ("about", "more than", "at least", "or so")."""

from __future__ import annotations

from functools import cache
from typing import Literal, get_args

from generator.extract.figures.numerals import Numeral
from generator.extract.layers import Tokens
from generator.lexicon import load_lexicon
from generator.model.facts import Qualifier

_WITH_OVER = frozenset(["hand", "take", "turn", "sign", "win"])
"""Verbs with a particle: "handed **over** four villages" is four, not more than four."""
_Phrases = dict[str, list[tuple[tuple[str, ...], Qualifier]]]


@cache
def _phrases(group: Literal["qualifiers", "after"]) -> _Phrases:
    """The phrases by the word that stands next to the number, the longest first."""
    by_word: _Phrases = {}
    for qualifier in get_args(Qualifier):
        for phrase in load_lexicon("numbers")[group].get(qualifier, []):
            words = tuple(str(phrase).split())
            by_word.setdefault(words[-1 if group == "qualifiers" else 0], []).append((words, qualifier))
    return {word: sorted(found, key=lambda entry: -len(entry[0])) for word, found in by_word.items()}


def qualifier_of(tokens: Tokens, numeral: Numeral) -> tuple[Qualifier, int]:
    """How exact a numeral is said to be, and the first token of the words that say so (the numeral's own where none)."""
    lower, start = tokens.lower, numeral.start
    # "a total of 1,612", "the more than 600": what stands between qualifier and number is skipped
    for words, qualifier in _phrases("qualifiers").get(lower[start - 1] if start else "", []):
        particle = words == ("over",) and tokens.lemma[max(0, start - 2)] in _WITH_OVER
        if tuple(lower[max(0, start - len(words)) : start]) == words and not particle:
            return qualifier, start - len(words)
    for words, qualifier in _phrases("after").get(lower[numeral.end] if numeral.end < len(lower) else "", []):
        if tuple(lower[numeral.end : numeral.end + len(words)]) == words:
            return qualifier, start
    return "exact", start
