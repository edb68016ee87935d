"""What a numeral counts: the noun behind it, the noun it shares with another numeral, or the people a verb strikes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.extract.figures.numerals import Numeral
from generator.extract.layers import Layers
from generator.lexicon import load_lexicon

_FILLERS = frozenset(
    [
        "more",
        "other",
        "additional",
        "further",
        "different",
        "of",
        "the",
        "its",
        "their",
        "his",
        "her",
        "our",
        "new",
        "separate",
        "such",
    ]
)
_RANGE = (["to"], ["or"], ["–"], ["-"], ["and"])
_VERSUS = (["to"], ["against"], ["–"], ["-"])
_LINKS = frozenset([",", "and", "or", "to", "–", "-", "—"])


@dataclass(slots=True)
class Counted:
    """The thing counted: tokens `[start, end)` of its noun phrase (may be empty: "12 dead"), its head, and how it is worded."""

    start: int
    end: int
    head: int | None
    words: str


@cache
def lexicon() -> dict[str, Any]:
    """The word list `numbers`, with its lists of words as sets."""
    return {
        key: frozenset(map(str, value)) if isinstance(value, list) and key != "percent" else value
        for key, value in load_lexicon("numbers").items()
    }


_BEFORE_TOLL = frozenset(["least", "more", "than", "about", "over", "some", "nearly", "almost", "around"])
_LARGE = 1000
"""From here on a number behind "to" is the end of a range and no score or hour."""
_LONGEST_LIST = 12
"""Numerals that may share one noun."""


def counted_by(layers: Layers, numerals: list[Numeral], index: int, reach: int = _LONGEST_LIST) -> Counted | None:
    """The noun that a numeral counts, None where there is none.

    Args:
        layers: tokens and noun phrases are read.
        numerals: all numerals of the article.
        index: which of them is asked about; a numeral without a noun borrows the next one's ("12 and 9 floors").
        reach: how many numerals further on the noun may stand.
    """
    numeral = numerals[index]
    own = _noun_after(layers, numeral.end)
    if own is not None or numeral.measure is not None:
        return own
    following = numerals[index + 1] if index + 1 < len(numerals) else None
    if (
        reach
        and following is not None
        and following.start - numeral.end <= 3
        and numeral.unit in {None, following.unit}
    ):
        between = layers.tokens.lower[numeral.end : following.start]
        if between in _RANGE:
            numeral.unit = following.unit
        if (
            between
            and numeral.unit == following.unit
            and all(word in _LINKS or word in {"more", "than", "about", "even", "over"} for word in between)
        ):
            return counted_by(layers, numerals, index + 1, reach - 1)
    alone = _votes(layers, numerals, index) or _struck(layers, numeral) or _toll(layers, numeral)
    return alone or _borrowed(layers, numerals, index)


def _borrowed(layers: Layers, numerals: list[Numeral], index: int, reach: int = _LONGEST_LIST) -> Counted | None:
    """“700 members and the union’s **900**”, “2 million barrels … to over **12 million**”: the noun of the number before."""
    numeral = numerals[index]
    before = numerals[index - 1] if index else None
    sentence = layers.sentence_of[numeral.start]
    if before is None or numeral.unit is not None or layers.sentence_of[before.start] != sentence or before.unit:
        return None
    noun = _noun_after(layers, before.end)
    if noun is None and reach:
        noun = _borrowed(layers, numerals, index - 1, reach - 1)
    if noun is None:
        return None
    at = numeral.start - 1
    while at > before.end and layers.tokens.lower[at] in _BEFORE_TOLL:
        at -= 1
    owned = layers.tokens.tag[at] == "POS"
    reached = layers.tokens.lower[at] == "to" and numeral.value >= _LARGE <= before.value
    verb = layers.vg_of[numeral.end] if numeral.end < len(layers.tokens) else -1
    acts = layers.tokens.lower[at] in {"and", ","} and verb >= 0 and layers.verb_groups[verb].finite
    if not (owned or reached or acts):
        return None
    return Counted(numeral.end, numeral.end, None, noun.words)


def _struck(layers: Layers, numeral: Numeral) -> Counted | None:
    """“Wounding 134”: behind such a verb a bare number counts people."""
    verb = layers.vg_of[numeral.start - 1] if numeral.start else -1
    if verb < 0 or numeral.unit is not None or layers.verb_groups[verb].lemma not in lexicon()["striking"]:
        return None
    return Counted(numeral.end, numeral.end, None, "people " + layers.tokens.lower[layers.verb_groups[verb].head])


def _toll(layers: Layers, numeral: Numeral) -> Counted | None:
    """“The death toll rose to 45”, “put its losses at 498”: a bare number behind "to" or "at" is what the noun before it comes to."""
    lower, at = layers.tokens.lower, numeral.start - 1
    while at > 0 and (lower[at] in _BEFORE_TOLL or layers.tokens.tag[at] == "RB"):
        at -= 1
    if numeral.unit is not None or at < 1 or lower[at] not in {"to", "at"}:
        return None
    first = max(layers.sentences[layers.sentence_of[at]].start, at - 8)
    for token in range(at - 1, first - 1, -1):
        if lower[token] in lexicon()["tolls"] and (index := layers.np_of[token]) >= 0:
            phrase = layers.noun_phrases[index]
            start = phrase.start + (layers.tokens.tag[phrase.start] in {"DT", "PRP$"})
            return Counted(numeral.end, numeral.end, None, layers.words(start, phrase.end))
    return None


def _votes(layers: Layers, numerals: list[Numeral], index: int) -> Counted | None:
    """“Voted by 391 to 242”, “passed 12–3”: two numbers joined by "to" behind a verb of voting count votes."""
    numeral, lower = numerals[index], layers.tokens.lower
    after = numerals[index + 1] if index + 1 < len(numerals) else None
    before = numerals[index - 1] if index else None
    first = numeral if after is not None and lower[numeral.end : after.start] in _VERSUS else before
    if first is None or (first is before and lower[first.end : numeral.start] not in _VERSUS):
        return None
    sentence = layers.sentences[layers.sentence_of[first.start]].start
    voting = any(
        word in lexicon()["voting"] for word in layers.tokens.lemma[max(sentence, first.start - 12) : first.start]
    )
    return Counted(numeral.end, numeral.end, None, "votes") if voting else None


def _noun_after(layers: Layers, at: int) -> Counted | None:
    """The noun phrase behind a numeral, also "of the prisoners" and nouns joined by "and" ("tanks and armoured vehicles")."""
    tokens = layers.tokens
    start = at
    while start < len(tokens) and (
        tokens.lower[start] in _FILLERS
        or (tokens.tag[start] == "CD" and start > at)
        or (tokens.lower[start] == "-" and start == at)
    ):
        start += 1
    if tokens.lower[start : start + 2] == ["or", "so"]:
        start += 2
    if start < len(tokens) and tokens.lower[start] in lexicon()["casualties"]:
        return Counted(start, start + 1, None, tokens.lower[start])
    if start >= len(tokens) or layers.sentence_of[start] != layers.sentence_of[at - 1]:
        return None
    index = layers.np_of[start]
    if index < 0:
        mistaken = start == at and tokens.tag[start] == "VBZ" and tokens.lower[start] not in {"is", "has", "does"}
        return Counted(start, start + 1, None, tokens.lower[start]) if mistaken else None  # "40 buses", read as a verb
    phrase = layers.noun_phrases[index]
    if phrase.head < start or tokens.tag[phrase.head] not in {"NN", "NNS", "NNP", "NNPS"}:
        return None
    named = all(tag == "NNP" for tag in tokens.tag[start : phrase.end])
    if named and layers.np_of[at - 1] == index:
        return None  # "1600 Pennsylvania Avenue", "15 Movement": a name
    end = _joined_noun(layers, phrase.end)
    return Counted(start, end, phrase.head, layers.words(start, end))


def _joined_noun(layers: Layers, end: int) -> int:
    """The end of "tanks and armoured vehicles": a plural noun joined without a number of its own."""
    tokens = layers.tokens
    if end + 1 >= len(tokens) or tokens.lower[end] != "and" or tokens.tag[end - 1] != "NNS":
        return end
    index = layers.np_of[end + 1]
    if index < 0:
        return end
    phrase = layers.noun_phrases[index]
    first = tokens.tag[phrase.start]
    plain = (
        phrase.start == end + 1
        and phrase.plural
        and first in {"JJ", "NN", "NNS", "VBN"}
        and tokens.tag[phrase.head] == "NNS"
    )
    return phrase.end if plain else end
