"""General nouns for organisations and governments: "the union", "the automaker", "the rebels", "the government"."""

from __future__ import annotations

from generator.extract.coreference.chain_builder import ChainBuilder
from generator.extract.coreference.context import only_state
from generator.extract.coreference.spelling import skeleton
from generator.extract.coreference.traits import organisation_by_noun
from generator.extract.layers import Mention

GOVERNMENT = frozenset(["government", "govt", "administration", "leadership"])


def organisation_of(builder: ChainBuilder, number: int) -> int | None:
    """The organisation that a general noun takes up ("the union")."""
    return organisation_by_noun(builder, number, builder.layers.mentions[number].head)


def government_party(builder: ChainBuilder, mention: Mention) -> int | None:
    """The state itself for its government, where it alone of the parties is a state and talks with rebels or a union."""
    state = only_state(builder.layers)
    if state is None:
        return None
    owner = mention.owner.split()[-1] if mention.owner[:1].isupper() else mention.country
    bearer = next(iter(builder.surnames.get(skeleton(owner), [])), None) if owner else None
    country = builder.country.get(bearer) if bearer is not None else mention.country
    if mention.determiner == "the" and mention.country is None and not mention.owner[:1].isupper():
        country = state
    return builder.keys.get(("state", state)) if country == state else None
