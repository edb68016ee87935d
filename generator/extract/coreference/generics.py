"""General nouns for organisations and governments: "the union", "the automaker", "the rebels", "the government"."""

from __future__ import annotations

from generator.extract.coreference.chain_builder import ChainBuilder
from generator.extract.coreference.context import only_state
from generator.extract.coreference.parties import side_names
from generator.extract.coreference.spelling import skeleton
from generator.extract.coreference.traits import organisation_by_noun
from generator.extract.layers import Mention
from generator.extract.mentions.gazetteer import load_gazetteer
from generator.extract.mentions.naming import adjective_of

GOVERNED = frozenset(["government", "govt", "regime"])
"""Nouns by which a state is called; "the administration" is its present leaders."""
GOVERNMENT = frozenset(["government", "govt", "administration", "leadership"])


def organisation_of(builder: ChainBuilder, number: int) -> int | None:
    """The organisation that a general noun takes up ("the union")."""
    return organisation_by_noun(builder, number, builder.layers.mentions[number].head)


def government_party(builder: ChainBuilder, mention: Mention) -> int | None:
    """The state itself for its government: where it is a party, or the only one that is a state ("the government")."""
    owner = mention.owner.split()[-1] if mention.owner[:1].isupper() else mention.country
    bearer = next(iter(builder.surnames.get(skeleton(owner), [])), None) if owner else None
    country = builder.country.get(bearer) if bearer is not None else mention.country
    state = only_state(builder.layers)
    if mention.determiner == "the" and mention.country is None and not mention.owner[:1].isupper():
        country = state
    if country != state and (mention.head not in GOVERNED or country not in side_names(builder.layers)):
        return None
    return builder.keys.get(("state", country)) if country else None


def party_by_noun(builder: ChainBuilder, mention: Mention) -> int | None:
    """The one party whose name ends with the noun of a definite phrase: "the opposition" for "Ruritanian opposition"."""
    if mention.determiner not in {"the", ""} or not mention.head or mention.owner[:1].isupper():
        return None
    last = mention.head.rsplit(maxsplit=1)[-1]
    names = [p for p in builder.layers.parties if p.lower().split()[-1:] == [last]]
    if len(names) != 1 or load_gazetteer().party(names[0]) is not None or last == names[0].lower():
        return None
    if mention.country is not None and adjective_of(mention.country) not in names[0]:
        return None
    return builder.chain(("name", skeleton(names[0])), names[0], "organisation")
