"""Adjuncts: noun phrases that tell when, how old or about how many, and so govern no verb beside another noun phrase."""

from __future__ import annotations

from generator.extract.layers import Layers
from generator.extract.syntax.context import word_set
from generator.lexicon import load_lexicon

MONTHS = frozenset(load_lexicon("numbers")["months"])
_ROUNDING = frozenset({"about", "around", "over", "under"})
_ROUNDING_PAIRS = frozenset(
    {
        ("at", "least"),
        ("at", "most"),
        ("up", "to"),
        ("close", "to"),
        ("more", "than"),
        ("fewer", "than"),
        ("less", "than"),
        ("many", "as"),
    }
)
_POINTING = frozenset({"last", "next", "this", "that", "every", "each", "later", "earlier", "early", "late"})


def is_adverbial(layers: Layers, phrase: int) -> bool:
    """“Last week”, "Tuesday", "this morning" beside another noun phrase tell when, not who."""
    found, lower = layers.noun_phrases[phrase], layers.tokens.lower
    if lower[found.head] in word_set("tag_rules", "days") or lower[found.start] in word_set("tag_rules", "days"):
        return layers.tokens.tag[found.start + 1 : found.start + 2] != ["POS"]
    dated = lower[found.head] in word_set("tag_rules", "times") and found.end - found.start > 1
    return dated and lower[found.start] in _POINTING


def is_time(layers: Layers, phrase: int) -> bool:
    """Whether a phrase behind a preposition tells when: a day, a month, a year, "the past week", "Saturday night"."""
    found, lower = layers.noun_phrases[phrase], layers.tokens.lower
    head = lower[found.head]
    if head in word_set("tag_rules", "days") or layers.tokens.lemma[found.head] in word_set("tag_rules", "times"):
        return True
    year = len(head) == 4 and head.isdigit() and head[:2] in ("18", "19", "20")
    return year or lower[found.start] in MONTHS or head in MONTHS


def is_age(layers: Layers, phrase: int) -> bool:
    """“Ana Ruiz, 58, says”: a bare number after a noun phrase and a comma."""
    found, tags = layers.noun_phrases[phrase], layers.tokens.tag
    before = found.start - 1
    alone = tags[found.head] == "CD" and found.end - found.start == 1
    return alone and before > 0 and tags[before] == "," and layers.np_of[before - 1] >= 0


def is_quantity(layers: Layers, phrase: int) -> bool:
    """“About half of the voters say”: the preposition before it only rounds the number."""
    start, lower = layers.noun_phrases[phrase].start, layers.tokens.lower
    if start == 0:
        return False
    if lower[start - 1] not in _ROUNDING and (
        start == 1 or (lower[start - 2], lower[start - 1]) not in _ROUNDING_PAIRS
    ):
        return False
    return layers.tokens.tag[start] in ("CD", "$") or lower[start] == "half"
