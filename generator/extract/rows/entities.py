"""Kinds of entities that a slot may ask for: places, actors, parties, the armed, people, counts."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from generator.extract.layers import Mention
from generator.extract.places import place_at
from generator.extract.rows.view import Filler, View, names_army
from generator.lexicon import load_lexicon

_ACTING = frozenset(["person", "body", "organisation", "state"])
_NAMED = frozenset(["actor", "person", "organisation", "body"])
_PLAIN = {"person": "person", "state": "state", "organisation": "organisation", "body": "body", "medium": "media"}


@cache
def contexts(name: str) -> frozenset[str]:
    """A word list of `row_contexts`."""
    return frozenset(load_lexicon("row_contexts")[name])


@cache
def _adjectives_of_states() -> frozenset[str]:
    states = load_lexicon("countries")["states"].values()
    return frozenset(adjective for entry in states for adjective in (entry or {}).get("adj", []))


def is_kind(view: View, filler: Filler, kind: str) -> bool:
    """Whether what stands at an arc is of a kind."""
    if filler.verb is not None:
        return False
    if kind in _ASKED:
        return _ASKED[kind](view, filler)
    layers, head = view.layers, filler.head
    index = layers.mention_of[head]
    mention = layers.mentions[index] if index >= 0 else None
    if kind == "state" and filler.phrase is None and layers.tokens.text[head] in _adjectives_of_states():
        return True
    if mention is None or mention.chain is None:
        return kind in _NAMED and mention is None and _is_unknown_name(view, head)
    chain = layers.chains[mention.chain]
    if kind == "state":
        return chain.kind == "state" or (
            mention.kind == "place" and mention.form == "name" and chain.kind != "person"
        )  # a land that no list knows
    if kind == "party":
        return chain.side is not None or chain.name in layers.parties
    return chain.kind in (_ACTING if kind == "actor" else {_PLAIN.get(kind)})


def _is_people(view: View, filler: Filler) -> bool:
    return view.lower[filler.head] in contexts("people")


def _is_pronoun(view: View, filler: Filler) -> bool:
    index = view.layers.mention_of[filler.head]
    told = index >= 0 and view.layers.mentions[index].form == "pronoun"
    return told or view.layers.tokens.tag[filler.head] == "PRP"


def _is_demonym(view: View, filler: Filler) -> bool:
    index = view.layers.mention_of[filler.head]
    return index >= 0 and view.layers.mentions[index].form == "demonym"


def _is_armed(view: View, filler: Filler) -> bool:
    """Armed people by their noun, or by any other mention of the same actor ("they")."""
    index = view.layers.mention_of[filler.head]
    chain = view.layers.mentions[index].chain if index >= 0 else None
    if view.lower[filler.head] in contexts("armed"):
        return True
    return chain in view.armed_chains if chain is not None else names_army(view.layers, index)


def _is_unknown_name(view: View, head: int) -> bool:
    """A capitalised name that no list knows may be any actor but a state."""
    tokens = view.layers.tokens
    named = tokens.tag[head] in {"NNP", "NNPS"} and tokens.text[head][0].isupper()
    return named and view.layers.timex_at(head) is None


def _is_place(view: View, filler: Filler) -> bool:
    start = view.layers.noun_phrases[filler.phrase].start if filler.phrase is not None else filler.head
    if place_at(view.layers, start, len(view.lower)) is None:
        return False
    index = view.layers.mention_of[filler.head]
    if index < 0:
        return True
    mention = view.layers.mentions[index]
    return (mention.kind in {"place", "state"} or mention.place_only) and not _is_person(view, mention)


def _is_person(view: View, mention: Mention) -> bool:
    """A bare surname looks like a place; the article names its person elsewhere ("Marco Lima … attacked Lima")."""
    return mention.chain is not None and view.layers.chains[mention.chain].kind == "person"


def _is_count(view: View, filler: Filler) -> bool:
    tags = view.layers.tokens.tag
    if filler.phrase is None:
        return tags[filler.head] == "CD"
    noun = view.layers.noun_phrases[filler.phrase]
    return any(tags[at] == "CD" or view.lower[at] in contexts("many") for at in range(noun.start, noun.end))


_ASKED: dict[str, Callable[[View, Filler], bool]] = {
    "place": _is_place,
    "people": _is_people,
    "count": _is_count,
    "armed": _is_armed,
    "pronoun": _is_pronoun,
    "demonym": _is_demonym,
}
"""Kinds that need no chain."""
