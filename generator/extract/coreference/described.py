"""Roles that describe somebody just named without one: "X comes to London. The EU’s chief negotiator spent a week at home"."""

from __future__ import annotations

from generator.extract.coreference.chain_builder import ChainBuilder, backwards
from generator.extract.coreference.parties import side_names
from generator.extract.layers import Mention

REACH = 2
"""Sentences back in which the name must stand."""


def described_person(builder: ChainBuilder, number: int) -> int | None:
    """The only person of the sentences before whose country and office are unknown, where a party's role takes up somebody.

    Third parties are left alone: "Y thanked all. The Turkish president …" brings in somebody new, for who is known by a bare
    surname belongs to the parties. Nobody is described in the clause in which they are named: "Y told the French president".
    """
    layers = builder.layers
    mention = layers.mentions[number]
    if mention.determiner != "the" or mention.plural or mention.nested:
        return None
    if mention.country not in side_names(layers):
        return None
    sentence = layers.sentence_of[mention.start]
    found: list[int] = []
    beside: set[int | None] = set()
    for other in backwards(layers.mentions, number):
        back = sentence - layers.sentence_of[other.start]
        if back > REACH:
            break
        if back == 0:
            beside.add(other.chain)
        elif _is_unknown(builder, other) and other.chain is not None and other.chain not in [*found, *beside]:
            found.append(other.chain)
    return found[0] if len(found) == 1 else None


def _is_unknown(builder: ChainBuilder, other: Mention) -> bool:
    """Whether a mention names a person of whom neither country nor office is known."""
    if other.chain is None or other.form != "name" or builder.chains[other.chain].kind != "person" or other.plural:
        return False
    return other.chain not in builder.country and not builder.offices.get(other.chain)
