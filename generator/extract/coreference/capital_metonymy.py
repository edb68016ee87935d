"""Capitals and seats of power: governments where they speak, act or are dealt with, else places."""

from __future__ import annotations

from generator.extract.coreference.chain_builder import ChainBuilder
from generator.extract.layers import Layers, Mention
from generator.extract.mentions.scan import POSSESSIVE
from generator.extract.mentions.words import word_set

PLACE_BEFORE = word_set("seat_as_place_after")
PLACE_PREPOSITIONS = word_set("place_prepositions") | {"of", "from", "to"}
PLACE_AFTER = word_set("seat_as_place_before")


def settle_capitals(builder: ChainBuilder) -> None:
    """Mark the mentions of capitals and states that are mere places with `place_only`."""
    layers = builder.layers
    tests = {"capital": _is_place, "seat": _is_inside, "state": _locates}
    for number, mention in enumerate(layers.mentions):
        test = tests.get(mention.sort)
        if test is not None:
            builder.revise(number, place_only=test(layers, mention))


def _is_inside(layers: Layers, mention: Mention) -> bool:
    """Whether something is in or near a seat of power, which is a building then."""
    before = _before(layers, mention)
    return before in {"in", "at", "outside", "near"} and not _object_of_side(layers, mention)


def _before(layers: Layers, mention: Mention) -> str:
    tokens, k = layers.tokens, mention.start - 1
    if k >= 0 and tokens.lower[k] == "the":
        k -= 1
    return tokens.lower[k] if k >= 0 else ""


def _object_of_side(layers: Layers, mention: Mention) -> bool:
    return layers.tokens.lower[max(0, mention.start - 3) : mention.start] == ["on", "the", "part"]


def _locates(layers: Layers, mention: Mention) -> bool:
    """Whether a state only tells where the place before it lies: "in Graz, Austria"."""
    tokens, k = layers.tokens, mention.start - 1
    if k < 2 or tokens.text[k] != "," or not tokens.text[k - 1][0].isupper():
        return False
    first = k - 1
    while first > 0 and tokens.text[first - 1][0].isupper():
        first -= 1
    return tokens.lower[first - 1] in PLACE_PREPOSITIONS and tokens.lower[mention.end : mention.end + 1] not in (
        ["and"],
        ["or"],
    )


def _is_place(layers: Layers, mention: Mention) -> bool:
    """A preposition of place before it, a word of place after it, a dateline, or "to" after a verb of motion."""
    tokens = layers.tokens
    before = _before(layers, mention)
    after = tokens.lower[mention.end] if mention.end < len(tokens) else ""
    if _lists_places(layers, mention):
        return True
    if before in PLACE_BEFORE or after in PLACE_AFTER or tokens.tag[mention.end : mention.end + 1] in (["NN"], ["NNS"]):
        return True
    if after in {"(", "/", "—", "–"} or before == "/":  # dateline: "Kiev/Moscow, 3 March", "LONDON (Reuters) –"
        return True
    if after in POSSESSIVE:
        return False
    if _is_subject(layers, mention) or before in {
        "between",
        "with",
        "by",
        "from",
        "on",
        "for",
        "against",
        "urge",
        "that",
        "",
    }:
        return False
    return before in {
        "attack",
        "attacked",
        "bombed",
        "shelled",
        "leave",
        "left",
        "reached",
        "entered",
        "to",
        "captured",
        "of",
    }


def _lists_places(layers: Layers, mention: Mention) -> bool:
    """Whether capitals in a row qualify one noun: "the Paris, Amsterdam and Lisbon exchanges"."""
    tokens, k = layers.tokens, mention.end
    while k + 1 < len(tokens) and tokens.lower[k] in {",", "and"}:
        number = layers.mention_of[k + 1]
        if number < 0 or layers.mentions[number].sort != "capital":
            return False
        k = layers.mentions[number].end
    return k > mention.end and tokens.tag[k : k + 1] in (["NN"], ["NNS"])


def _is_subject(layers: Layers, mention: Mention) -> bool:
    phrase = layers.np_of[mention.end - 1]
    end = layers.sentences[layers.sentence_of[mention.start]].end
    return phrase >= 0 and any(
        layers.verb_groups[layers.vg_of[i]].subject == phrase for i in range(mention.end, end) if layers.vg_of[i] >= 0
    )
