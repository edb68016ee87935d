"""Chains of bodies: ministries, delegations, armies and unnamed sources; "the ministry" and "the country’s army" taken up again."""

from __future__ import annotations

from collections.abc import Hashable

from generator.extract.coreference.chain_builder import ChainBuilder, backwards
from generator.extract.coreference.context import HOME, only_state, person_before
from generator.extract.coreference.generics import GOVERNMENT, government_party, organisation_of, party_by_noun
from generator.extract.coreference.spelling import skeleton
from generator.extract.layers import Mention
from generator.extract.mentions.gazetteer import kind_of_party, load_gazetteer
from generator.extract.mentions.heads import load_heads
from generator.extract.mentions.naming import adjective_of, capitalised
from generator.extract.mentions.words import word_set

DEFINITE = frozenset(["the", "this", "that", "its", "their", "his", "her"])
PEOPLE = frozenset(["people", "private"])
STATE_ARMIES = frozenset(["army", "military", "navy", "force", "police"])
"""Armies that only a state has: they never take up guerrillas."""
STATE_ORGANS = frozenset(["ministry", "department", "parliament", "senate", "congress", "court", "treasury", "embassy"])
OWNED = word_set("owned_bodies")
"""Bodies that share the country of the person whose they are: "his delegation", "his ministry"."""


def chain_body(builder: ChainBuilder, number: int) -> None:
    """Attach a body's mention: by its country or name, else to the body of its sort that was last spoken of."""
    mention = builder.layers.mentions[number]
    if mention.country is None:
        _tell_country(builder, number)
    elif (master := next(iter(builder.surnames.get(skeleton(mention.country), [])), None)) is not None:
        builder.revise(number, country=builder.country.get(master, mention.country))  # "Hale’s army" is of his state
    known, why = _known_actor(builder, number)
    if known is not None:
        builder.add(
            known, number, f"“{builder.layers.words(mention.start, mention.end)}” {why} {builder.chains[known].name}"
        )
        return
    if mention.head == "side" or (mention.sort == "generic" and (not mention.plural or mention.determiner == "the")):
        return
    if mention.country is None and mention.determiner in DEFINITE:
        if mention.sort == "delegation":
            return
        if mention.head.split()[-1] == "ministry":
            _ministry_here(builder, number)
    chain = builder.chain(_key(mention), mention.name, mention.kind)
    _better_name(builder, chain, mention)
    builder.add(chain, number)
    if mention.sort != "generic":  # firms of a country are not its side
        builder.belong(chain, mention.country)


def _tell_country(builder: ChainBuilder, number: int) -> None:
    """Give a body the country that its words leave out: "the country’s army", "his delegation", "the army" of the only state."""
    mention = builder.layers.mentions[number]
    outer = builder.layers.mentions[builder.layers.mention_of[mention.start]]
    country: str | None = None
    noun = mention.head
    if mention.owner in {"country", "nation"} and mention.head:
        country = last_state(builder, number)
    elif mention.determiner in {"his", "her"} and mention.head in OWNED:
        master = person_before(builder, number)
        country = builder.country.get(master) if master is not None else None
    elif mention.sort == "institution" and outer.sort == "title" and outer.country:
        country, noun = outer.country, mention.name  # "a Defence Ministry spokesman in Moscow"
    elif mention.head == "administration" and mention.owner[:1].isupper() and HOME in builder.layers.parties:
        builder.revise(
            number, country=HOME
        )  # the English-language press calls the American government by its president
        return
    elif mention.head in load_heads().strikers and (union := _union_at_table(builder)) is not None:
        builder.revise(number, kind="body", country=union)
        return
    elif _is_of_state(mention):
        country, noun = only_state(builder.layers), mention.name
    if country is not None:
        builder.revise(number, country=country)
        if mention.sort not in PEOPLE and (noun.islower() or outer.country):
            builder.revise(number, name=f"{adjective_of(country)} {noun}")


def _is_of_state(mention: Mention) -> bool:
    """Whether only a state has the body: "the army", "government officials", "ministers"."""
    last = mention.head.rsplit(maxsplit=1)[-1]
    if mention.determiner == "the":
        return mention.owner == "government" or last in STATE_ARMIES | STATE_ORGANS
    return not mention.determiner and (mention.owner == "government" or mention.name == "ministers")


def _union_at_table(builder: ChainBuilder) -> str | None:
    """The one party that is a union: its members are the ones on strike."""
    unions = [party for party in builder.layers.parties if _is_union(party)]
    return unions[0] if len(unions) == 1 else None


def _is_union(party: str) -> bool:
    entry = load_gazetteer().party(party)
    return kind_of_party(party) == "union" or (entry is not None and entry.trait == "union")


def _known_actor(builder: ChainBuilder, number: int) -> tuple[int | None, str]:
    """The actor that a body's mention is another name of, and how: the side of a state, the union, its government."""
    mention = builder.layers.mentions[number]
    if mention.head in {"side", "regime"} and mention.country:
        return builder.chain(("state", mention.country), mention.country, "state"), "stands for"
    party = party_by_noun(builder, mention)
    if party is not None:
        return party, "is short for"
    definite = mention.determiner == "the" or mention.country is not None
    several = mention.sort == "generic" and mention.plural and not definite
    if not several and (mention.sort == "generic" or (mention.head in load_heads().generic and definite)):
        chain = organisation_of(builder, number)
        if chain is not None or mention.sort == "generic":
            return chain, "takes up"
    if mention.head.split()[-1] in GOVERNMENT:
        chain = government_party(builder, mention)
        if chain is not None:
            return chain, "is the government of"
    if mention.country is None and mention.determiner in DEFINITE:
        return _earlier(builder, number), "takes up"
    if mention.head == "ministry" and mention.country is not None:
        return _earlier_ministry(builder, number), "takes up"
    return None, ""


def _ministry_here(builder: ChainBuilder, number: int) -> None:
    """Give "the foreign ministry" its country: it belongs to the state that its sentence has named."""
    mention, layers = builder.layers.mentions[number], builder.layers
    first = layers.sentences[layers.sentence_of[mention.start]].start
    states = [m for m in layers.mentions[:number] if m.start >= first and m.sort in {"state", "capital", "seat"}]
    if states:
        name = f"{adjective_of(states[-1].name)} {capitalised(mention.head)}"
        builder.revise(number, country=states[-1].country, name=name)


def _key(mention: Mention) -> Hashable:
    if mention.country and mention.sort in {"army", "delegation"}:
        return (mention.sort, mention.country)
    name = skeleton(mention.name.replace("Defense", "Defence").replace("defense", "defence"))
    return ("body", name, mention.country)


def _better_name(builder: ChainBuilder, chain: int, mention: Mention) -> None:
    """An army is called by its institution where the article names one ("Russian army" rather than "Russian forces")."""
    if mention.sort == "army" and mention.head in {"army", "military"}:
        row = builder.chains[chain]
        if not any(row.name.endswith(word) for word in ("army", "military")):
            row.name = mention.name


def _earlier(builder: ChainBuilder, number: int) -> int | None:
    """The last chain whose noun is the same, or of the same sort for fighters."""
    mention = builder.layers.mentions[number]
    last = mention.head.split()[-1]
    for other in backwards(builder.layers.mentions, number):
        if other.chain is None or other.form != "body" or (other.sort in PEOPLE and mention.sort not in PEOPLE):
            continue
        fighters = mention.sort == "army" and last not in STATE_ARMIES and other.sort in {"army", "movement"}
        same = other.head.split()[-1] == last or fighters
        if same and other.end <= mention.start:
            return other.chain
    return None


def _earlier_ministry(builder: ChainBuilder, number: int) -> int | None:
    """The ministry of a country spoken of before: "Chile’s ministry" after "the Chilean Foreign Ministry"."""
    country = builder.layers.mentions[number].country
    for other in backwards(builder.layers.mentions, number):
        if other.chain is not None and other.head.endswith("ministry") and other.country == country:
            return other.chain
    return None


def last_state(builder: ChainBuilder, number: int) -> str | None:
    """The state spoken of last before a mention: "the country" and "its" stand for it."""
    mentions = builder.layers.mentions
    for other in backwards(mentions, number):
        if other.form == "pronoun" or other.end > mentions[number].start:
            continue
        if other.sort in {"state", "capital", "seat", "people"} and not other.place_only:
            return other.name
        if other.chain is not None and other.chain in builder.country and other.kind in {"person", "body"}:
            return builder.country[other.chain]
    return None
