"""Groups: "both sides", "the two countries", "delegations from Russia and Ukraine", "officials from the two countries"."""

from __future__ import annotations

from itertools import islice

from generator.extract.coreference.chain_builder import ChainBuilder
from generator.extract.coreference.spelling import skeleton
from generator.extract.layers import Layers, Mention
from generator.extract.mentions.heads import load_heads
from generator.extract.mentions.jointly import singular_title
from generator.extract.mentions.naming import adjective_of, capitalised, with_article
from generator.extract.mentions.words import word_set

BOTH = word_set("owners_of_both")
OF_ONE = frozenset(
    ["presidents", "prime ministers", "foreign ministers", "defence ministers", "defense ministers", "leaders"]
)
"""Offices of which each country has one: two together are no body."""
DELEGATES = frozenset(["delegations", "teams", "negotiators", "delegates"])


def party_chains(builder: ChainBuilder) -> dict[str, int]:
    """The chain of each party that the article names (made where only its adjective or capital stands there)."""
    return {
        name: chain
        for name in builder.layers.parties
        for chain in [builder.keys.get(("state", name)) or _by_name(builder, name)]
        if chain is not None
    }


def _by_name(builder: ChainBuilder, name: str) -> int | None:
    key = ("state", name)
    if key in builder.keys:
        return builder.keys[key]
    return next((i for i, row in enumerate(builder.chains) if row.name == name), None)


def chain_group(builder: ChainBuilder, number: int) -> None:
    """Let a group stand for the parties, or for their delegations where it names delegations."""
    mention = builder.layers.mentions[number]
    members = (
        _delegations(builder, builder.layers.parties, number)
        if mention.head in DELEGATES
        else list(party_chains(builder).values())
    )
    if len(members) < 2:
        return
    label = "both delegations" if mention.head in DELEGATES else "both sides"
    chain = builder.chain(("group", tuple(members)), label, "state")
    builder.chains[chain].members = members
    builder.add(chain, number, "stands for the parties of the negotiation")


def chain_medium(builder: ChainBuilder, number: int) -> None:
    """Attach a medium told by its noun: "Ukrainian press", "state agencies in both countries"."""
    chain_joint_body(builder, number)
    mention = builder.layers.mentions[number]
    chain = builder.chain(("name", skeleton(mention.name)), mention.name, "media")
    builder.add(chain, number)
    builder.give_role(chain, mention)


def chain_joint_body(builder: ChainBuilder, number: int) -> bool:
    """Plural bodies of both parties: "delegations from Russia and Ukraine" are two bodies, "officials from the two
    countries" speak for both parties, "state agencies in both countries" are one group of media.

    Returns:
        whether the mention was such a group and is settled.
    """
    layers = builder.layers
    mention = layers.mentions[number]
    owners = owners_of(layers, number)
    if len(owners) < 2:
        return False
    if mention.kind == "media":
        builder.revise(number, name=f"{mention.name} of {' and '.join(owners)}")
        return False
    if mention.sort == "delegation" and mention.head not in {"diplomats", "side"}:
        members = _delegations(builder, owners, number)
    elif mention.countries and (office := _office_of(mention)) is not None:
        members = [_holder(builder, office, owner, number) for owner in owners]
    elif mention.countries and mention.head not in OF_ONE and mention.sort != "generic":
        members = [_body_of(builder, owner, number) for owner in owners]
    else:
        members = [c for c in (_by_name(builder, owner) for owner in owners) if c is not None]
    if len(members) < 2:
        return False
    chain = builder.chain(("group", tuple(members), mention.head), layers.words(mention.start, mention.end), "body")
    builder.chains[chain].members = members
    builder.add(chain, number, f"{mention.head} of {' and '.join(owners)}")
    return True


def _office_of(mention: Mention) -> str | None:
    """The office that each country of a plural has one of: "oil minister" for "Chilean and Peruvian oil ministers"."""
    words = mention.name.removeprefix(f"{adjective_of(mention.countries[-1])} ")
    single = singular_title(mention.head)
    return words.removesuffix("s").lower() if single is not None and load_heads().is_office(single) else None


def _holder(builder: ChainBuilder, office: str, owner: str, number: int) -> int:
    """The person who holds an office of a country: the one named with it, else one without a name."""
    words = set(office.split())
    for i, row in enumerate(builder.chains):
        fits = any(words <= set(title.lower().split()) for title, _, _ in row.roles)
        if fits and row.kind == "person" and builder.country.get(i) == owner:
            return i
    name = f"{adjective_of(owner)} {capitalised(office)}"
    chain = builder.chain(("role", skeleton(name), owner), name, "person")
    mention, row = builder.layers.mentions[number], builder.chains[chain]
    if not row.roles:
        row.roles.append((f"{capitalised(office)} of {with_article(owner)}", mention.start, mention.end))
        builder.offices[chain] = [office]
    builder.belong(chain, owner)
    builder.add(chain, number, beside=True)
    return chain


def _body_of(builder: ChainBuilder, owner: str, number: int) -> int:
    """The body of one owner of a joint one: "Russian officials" of "Russian and Ukrainian officials"."""
    mention = builder.layers.mentions[number]
    name = f"{adjective_of(owner)} {mention.head}"
    chain = builder.chain(("body", skeleton(name), owner), name, "body")
    builder.belong(chain, owner)
    builder.add(chain, number, beside=True)
    return chain


def owners_of(layers: Layers, number: int) -> list[str]:
    """The parties or countries that a plural body's complement or adjectives name."""
    mention = layers.mentions[number]
    if not mention.plural:
        return []
    if mention.countries:
        return list(mention.countries)
    tokens = layers.tokens
    lower = tokens.lower[mention.start : mention.end]
    if set(lower[1:]) & BOTH and {"both", "two"} & set(lower):
        return list(layers.parties)
    owners: list[str] = []
    for other in islice(layers.mentions, number + 1, None):
        if other.start >= mention.end:
            break
        if other.sort in {"state", "capital", "organisation"}:
            owners.append(other.name)
    return owners if "and" in lower else []


def _delegations(builder: ChainBuilder, owners: list[str], number: int) -> list[int]:
    """The delegations of some owners; the mention stands in the chains of all of them."""
    mention = builder.layers.mentions[number]
    noun = mention.head if mention.head in {"negotiators", "delegates", "envoys"} else "delegation"
    found = []
    for owner in owners:
        chain = builder.chain(("delegation", owner), f"{adjective_of(owner)} {noun}", "body")
        builder.belong(chain, owner)
        builder.add(chain, number, beside=True)
        found.append(chain)
    return found
