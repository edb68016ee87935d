"""Antecedents: the noun phrase that a relative pronoun stands for."""

from __future__ import annotations

from generator.extract.layers import Layers
from generator.extract.syntax.adjuncts import is_adverbial, is_age
from generator.extract.syntax.context import word_set

_STEPPED_OVER = frozenset({",", "''", "IN", "-RRB-", "-LRB-", ":", "CC"})
_PLACE_LINKS = frozenset({"in", "at", "near", "inside", "outside"})


def antecedent_before(layers: Layers, i: int, first: int, *, person: bool) -> int | None:
    """The noun phrase that a relative pronoun right of token `i` stands for, None where there is none.

    Args:
        layers: an article with noun phrases.
        i: the token left of the pronoun.
        first: the leftmost token to look at.
        person: True for "who", which passes over a place or an institution: "the head of the mission, who".
    """
    tags, np_of, phrases = layers.tokens.tag, layers.np_of, layers.noun_phrases
    while i >= first and tags[i] in _STEPPED_OVER and np_of[i] < 0:
        i -= 1
    if i < first or np_of[i] < 0:
        return None
    phrase = _before_time(layers, np_of[i], first)
    before = phrases[phrase].start - 1
    if is_age(layers, phrase):
        return np_of[before - 1]
    if person and before > first and tags[phrases[phrase].head] in ("NN", "NNP", "NNS"):
        outer = np_of[before - 1]
        if outer >= 0 and _is_meant(layers, before, outer):
            return outer
    return phrase


def _before_time(layers: Layers, phrase: int, first: int) -> int:
    """“A proposal on Monday, which", "a plan this week, which": a phrase of time is passed over."""
    if not is_adverbial(layers, phrase):
        return phrase
    i = layers.noun_phrases[phrase].start - 1
    if i > first and layers.tokens.tag[i] == "IN":
        i -= 1
    return layers.np_of[i] if i >= first and layers.np_of[i] >= 0 else phrase


def _is_meant(layers: Layers, preposition: int, outer: int) -> bool:
    """“The head of the mission, who", "one person in the room, who": the phrase before the preposition is meant."""
    word = layers.tokens.lower[preposition]
    head = layers.tokens.lemma[layers.noun_phrases[outer].head]
    return word in _PLACE_LINKS or (word in ("of", "for") and head in word_set("tag_rules", "offices"))
