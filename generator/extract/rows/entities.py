"""Kinds of entities that a slot may ask for: places, actors, parties, the armed, people, counts."""

from __future__ import annotations

from functools import cache

from generator.extract.places import place_at
from generator.extract.rows.view import Filler, View
from generator.lexicon import load_lexicon

_ACTING = frozenset(["person", "body", "organisation", "state"])
_PLAIN = {"person": "person", "state": "state", "organisation": "organisation", "body": "body", "medium": "media"}


@cache
def contexts(name: str) -> frozenset[str]:
    """A word list of `row_contexts`."""
    return frozenset(load_lexicon("row_contexts")[name])


def is_kind(view: View, filler: Filler, kind: str) -> bool:
    """Whether what stands at an arc is of a kind."""
    layers, head = view.layers, filler.head
    if filler.verb is not None:
        return False
    index = layers.mention_of[head]
    mention = layers.mentions[index] if index >= 0 else None
    chain = layers.chains[mention.chain] if mention is not None and mention.chain is not None else None
    if kind == "place":
        return _is_place(view, filler)
    if kind == "people":
        return view.lower[head] in contexts("people")
    if kind == "count":
        return _is_count(view, filler)
    if kind == "armed":
        return view.lower[head] in contexts("armed") or any(
            _is_army(view, each) for each in (chain.mentions if chain else [index])
        )
    if kind == "pronoun":
        return view.layers.tokens.tag[head] == "PRP" or (mention is not None and mention.form == "pronoun")
    if chain is None:
        return False
    if kind == "actor":
        return chain.kind in _ACTING
    if kind == "party":
        return chain.side is not None or chain.name in layers.parties
    return chain.kind == _PLAIN.get(kind)


def _is_army(view: View, index: int) -> bool:
    """Whether a mention names armed people."""
    if index < 0:
        return False
    mention = view.layers.mentions[index]
    return mention.sort == "army" or mention.head in contexts("armed")


def _is_place(view: View, filler: Filler) -> bool:
    start = view.layers.noun_phrases[filler.phrase].start if filler.phrase is not None else filler.head
    if place_at(view.layers, start, len(view.lower)) is None:
        return False
    index = view.layers.mention_of[filler.head]
    return index < 0 or view.layers.mentions[index].kind in {"place", "state"} or view.layers.mentions[index].place_only


def _is_count(view: View, filler: Filler) -> bool:
    tags = view.layers.tokens.tag
    if filler.phrase is None:
        return tags[filler.head] == "CD"
    noun = view.layers.noun_phrases[filler.phrase]
    return any(tags[at] == "CD" or view.lower[at] in contexts("many") for at in range(noun.start, noun.end))
