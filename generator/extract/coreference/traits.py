"""What organisations are (a union, a company, rebels), and which of them a general noun takes up."""

from __future__ import annotations

from generator.extract.coreference.chain_builder import ChainBuilder, backwards
from generator.extract.coreference.spelling import skeleton
from generator.extract.layers import Mention
from generator.extract.mentions.gazetteer import load_gazetteer
from generator.extract.mentions.heads import load_heads

UNION_WORDS = frozenset(["union", "workers", "teamsters", "guild", "brotherhood", "unions", "federation"])


def organisation_by_noun(builder: ChainBuilder, number: int, noun: str) -> int | None:
    """The organisation of the noun's sort that was last spoken of before a mention, else the party that can only be meant."""
    trait = load_heads().generic.get(noun)
    if trait is None:
        return None
    for other in backwards(builder.layers.mentions, number):
        if other.chain is None or other.form == "pronoun":
            continue
        if trait_of(builder, other.chain) == trait or (noun == "group" and _is_group(builder, other)):
            return other.chain
    parties = [_chain_named(builder, name) for name in builder.layers.parties]
    fitting = [chain for chain in parties if trait_of(builder, chain) == trait]
    if not fitting and trait in {"company", "rebels"}:
        fitting = [c for c in parties if trait_of(builder, c) is None and builder.chains[c].kind == "organisation"]
    return fitting[0] if len(fitting) == 1 else None


def _is_group(builder: ChainBuilder, other: Mention) -> bool:
    """Whether "the group" may take up an organisation: a firm, a bloc or rebels that act in the text."""
    assert other.chain is not None
    return builder.chains[other.chain].kind == "organisation" and other.form == "name" and not other.nested


def trait_of(builder: ChainBuilder, chain: int) -> str | None:
    """What an organisation is, by the lexicon or the last word of its name."""
    if chain in builder.traits:
        return builder.traits[chain]
    row = builder.chains[chain]
    if row.kind != "organisation":
        return None
    words = row.name.split()
    if words[-1].lower() in UNION_WORDS or any(word.rstrip("'’") == "Workers" for word in words):
        return "union"
    if words[-1] in {"Bank", "Banks"} or words[0] in {"Bank", "Banque", "Banco"}:
        return "bank"
    return "company" if words[-1] in load_heads().company else None


def _chain_named(builder: ChainBuilder, name: str) -> int:
    """The chain of a party, made where the article names it by a common noun alone."""
    entry = load_gazetteer().party(name)
    if entry is not None and entry.kind == "state":
        return builder.chain(("state", entry.name), entry.name, "state")
    known = entry.name if entry is not None else name
    chain = builder.chain(("name", skeleton(known)), known, "organisation")
    if entry is not None and entry.trait:
        builder.traits.setdefault(chain, entry.trait)
    return chain
