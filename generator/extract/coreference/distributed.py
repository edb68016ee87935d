"""Roles told of two at once, shared out or held by both.

"The presidents of Peru and Chile, X and Y"; "X and Y, the Peruvian and Chilean foreign ministers"; "Presidents X and Y".
"""

from __future__ import annotations

from generator.extract.coreference.chain_builder import ChainBuilder
from generator.extract.coreference.groups import owners_of
from generator.extract.layers import Layers, Mention
from generator.extract.mentions.heads import load_heads
from generator.extract.mentions.jointly import singular_title
from generator.extract.mentions.naming import adjective_of, capitalised, with_article


def chain_distributed(builder: ChainBuilder) -> None:
    """Give each of two persons the role that a plural noun beside their names tells, and the country, shared out in order."""
    layers = builder.layers
    for number, mention in enumerate(layers.mentions):
        if mention.form != "body" or not mention.plural or mention.sort not in {"people", "delegation"}:
            continue
        if (one := _one_of(layers, mention)) is not None:
            _give(builder, one, mention, mention.name.removesuffix("s"), mention.country)
            continue
        persons = _pair_after(layers, mention.end) or _pair_before(layers, mention.start)
        owners = owners_of(layers, number) if persons else []
        if persons is None:
            continue
        if len(owners) == 2:
            for person, country in zip(persons, owners, strict=True):
                _give(builder, person, mention, mention.head.removesuffix("s"), country)
        elif not owners and persons[0].start == mention.end:
            _share(builder, persons, number)


def _one_of(layers: Layers, mention: Mention) -> Mention | None:
    """The person who is one of those that a phrase with "other" names: "X and the other union leaders"."""
    lower, k = layers.tokens.lower, mention.start - 1
    if lower[mention.start] != "other":
        return None
    k -= lower[k] == "the"
    return _person(layers, k - 1) if lower[k] == "and" and k > 0 else None


def _share(builder: ChainBuilder, persons: tuple[Mention, Mention], number: int) -> None:
    """Give both persons the one title before them: "the Iranian Deputy Foreign Ministers X and Y" are two persons, no body."""
    mention = builder.layers.mentions[number]
    words = mention.name.removeprefix(f"{adjective_of(mention.country)} ") if mention.country else mention.name
    office = singular_title(words)
    members = [person.chain for person in persons if person.chain is not None]
    if office is None or len(members) != 2:
        return
    for person in persons:
        _give(builder, person, mention, office, mention.country)
    chain = builder.chain(("group", tuple(members), mention.head), mention.name, "body")
    builder.chains[chain].members = members
    builder.add(chain, number, f"{words} of the names that follow")


def _give(builder: ChainBuilder, person: Mention, mention: Mention, office: str, country: str | None) -> None:
    if person.chain is None:
        return
    title = f"{adjective_of(country)} {office}" if country else office
    if load_heads().is_office(office.lower()):
        title = f"{capitalised(office)} of {with_article(country)}" if country else capitalised(office)
    row = builder.chains[person.chain]
    row.kind = "person"
    if all(title.lower() != known.lower() for known, _, _ in row.roles):
        row.roles.append((title, mention.start, mention.end))
        row.why.append(f"one of “{builder.layers.words(mention.start, mention.end)}”")
    heads = builder.offices.setdefault(person.chain, [])
    if office.lower() not in heads:
        heads.append(office.lower())
    builder.belong(person.chain, country)


def _pair_after(layers: Layers, k: int) -> tuple[Mention, Mention] | None:
    """Two persons joined by "and" that begin at token `k`, a comma before them allowed."""
    lower = layers.tokens.lower
    one = _person(layers, k + (lower[k : k + 1] == [","]))
    if one is None or lower[one.end : one.end + 1] != ["and"]:
        return None
    two = _person(layers, one.end + 1)
    return (one, two) if two is not None else None


def _pair_before(layers: Layers, k: int) -> tuple[Mention, Mention] | None:
    """Two persons joined by "and" before the comma at the token before `k`."""
    lower = layers.tokens.lower
    if k < 4 or lower[k - 1] != ",":
        return None
    two = _person(layers, k - 2)
    if two is None or lower[two.start - 1] != "and":
        return None
    one = _person(layers, two.start - 2)
    return (one, two) if one is not None else None


def _person(layers: Layers, token: int) -> Mention | None:
    number = layers.mention_of[token] if 0 <= token < len(layers.mention_of) else -1
    mention = layers.mentions[number] if number >= 0 else None
    return mention if mention is not None and mention.form == "name" and mention.kind in {"person", "place"} else None
