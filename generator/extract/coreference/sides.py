"""Sides: which party each actor belongs to or speaks for."""

from __future__ import annotations

from generator.extract.coreference.chain_builder import ChainBuilder
from generator.extract.coreference.parties import side_names
from generator.extract.coreference.spelling import skeleton
from generator.extract.coreference.traits import trait_of
from generator.extract.layers import Chain
from generator.extract.mentions.gazetteer import kind_of_party, load_gazetteer
from generator.extract.mentions.heads import load_heads
from generator.extract.mentions.words import word_set

JOINED = frozenset(["union", "bank"])
"""Kinds of organisations that negotiate together where a party is called by them; rebels and companies have rivals."""


def settle_sides(builder: ChainBuilder) -> None:
    """Give every chain its party: its country's or organisation's; media and third parties have none."""
    sides = side_names(builder.layers)
    known = {actor.name: actor.side for actor in builder.layers.dossier.actors}
    for number, row in enumerate(builder.chains):
        if row.name in known:
            row.side = known[row.name]
            continue
        if row.kind in {"media", "place"} or row.members:
            continue
        if row.roles and all(_is_private(title) for title, _, _ in row.roles):
            continue
        if _is_other_organ(builder, row) or _is_of_industry(builder, number):
            continue
        country = builder.country.get(number)
        row.side = sides.get(row.name) or _side_of_owner(builder, sides, country) or _side_of_kind(builder, number)
        if row.side and country and row.side != row.name:
            guess = " (told by its surroundings)" if number in builder.guessed else ""
            row.why.append(f"side by {country}{guess}")


def _is_private(title: str) -> bool:
    """Whether a title is of one who speaks for himself: left office, or follows a calling of his own ("a Chilean analyst")."""
    words = title.lower().split()
    return words[0] == "former" or words[-1] in load_heads().private


def _is_other_organ(builder: ChainBuilder, row: Chain) -> bool:
    """Whether a state's organ stands beside those that negotiate under their own names: a parliament beside a presidency."""
    organs = (load_gazetteer().entry(party) for party in builder.layers.parties)
    negotiating = any(organ is not None and (organ.kind == "body" or organ.sort == "seat") for organ in organs)
    return negotiating and row.kind == "body" and row.name.rsplit(maxsplit=1)[-1].lower() in word_set("legislatures")


def _is_of_industry(builder: ChainBuilder, number: int) -> bool:
    """Whether a state’s adjective only tells where a firm or union is at home: "a Chilean airline spokesman"."""
    row, owner = builder.chains[number], builder.country.get(number)
    entry = load_gazetteer().entry(owner) if owner else None
    if row.kind != "person" or entry is None or entry.kind != "state":
        return False
    return bool(row.roles) and all(
        set(title.lower().split()[:-1]) & load_heads().generic.keys() for title, _, _ in row.roles
    )


def _side_of_owner(builder: ChainBuilder, sides: dict[str, str], owner: str | None) -> str | None:
    """The side of whom a chain belongs to, over the organisation's own owner: the head of a state's fund is the state's."""
    seen: set[str] = set()
    while owner is not None and owner not in seen:
        if owner in sides:
            return sides[owner]
        seen.add(owner)
        chain = builder.keys.get(("name", skeleton(owner)))
        if chain is None:
            return None
        if (side := sides.get(builder.chains[chain].name) or _side_of_kind(builder, chain)) is not None:
            return side
        owner = builder.country.get(chain)
    return None


def _side_of_kind(builder: ChainBuilder, number: int) -> str | None:
    """The party that a common noun names, for one of its kind: a union where "the unions" negotiate."""
    trait = trait_of(builder, number)
    if trait not in JOINED:
        return None
    return next((party for party in builder.layers.parties if kind_of_party(party) == trait), None)
