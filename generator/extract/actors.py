"""Actors: which chains of an article become rows of its facts file, and under which id."""

from __future__ import annotations

from generator.extract.agency import acts, is_addressed, is_cited, is_dealt_with, is_met, owns, owns_deed, verbs_of
from generator.extract.layers import Chain, Layers, Mention
from generator.extract.mentions.gazetteer import load_gazetteer
from generator.extract.mentions.heads import load_heads
from generator.extract.mentions.words import word_set
from generator.model.evidence import Evidence
from generator.model.facts import Actor, Role
from generator.model.identity import slug

ORGANS = frozenset(["ministry", "delegation", "parliament", "embassy", "army", "military"])
"""Institutions that count even where they only say whose spokesman or head someone is."""
ARTICLES = frozenset(["the", "a", "an", "both"])
UNNAMED = frozenset(["people", "private", "movement"])
"""Bodies without a name of their own: they count where they speak or act."""


def select_actors(layers: Layers) -> tuple[list[Actor], dict[int, str]]:
    """The actors of the facts file in the order of their first mention, and chain -> actor id for all that are kept."""
    speaking = _speaking(layers)
    ids: dict[int, str] = {}
    actors: list[Actor] = []
    taken: set[str] = set()
    for number, chain in enumerate(layers.chains):
        if chain.kind == "place" or chain.members or not chain.mentions:
            continue
        if number not in speaking and not _deserves(layers, chain):
            continue
        ids[number] = _new_id(_called(chain), taken)
        actors.append(_actor(layers, chain, ids[number]))
    return actors, ids


def _is_government(chain: Chain) -> bool:
    """Whether a state negotiates under the name of its government ("Chilean government")."""
    return (
        chain.kind == "state"
        and chain.side is not None
        and load_gazetteer().entry(chain.side) is None
        and ((party := load_gazetteer().party(chain.side)) is not None and party.name == chain.name)
    )


def _called(chain: Chain) -> str:
    """The name of an actor: a state that is a party by its government bears the party's name."""
    return chain.side if chain.side and _is_government(chain) else chain.name


def _new_id(name: str, taken: set[str]) -> str:
    actor_id = base = slug(name, "actor")
    serial = 2
    while actor_id in taken:
        actor_id, serial = f"{base}-{serial}", serial + 1
    taken.add(actor_id)
    return actor_id


def _speaking(layers: Layers) -> set[int]:
    """The chains that the facts need: speakers, those who pass on, holders of positions, heads of delegations."""
    needed: set[int | None] = set()
    for said in layers.attributions:
        if said.sort == "speech":
            needed.update(said.speakers)
            needed.add(said.via)
    needed.update(stance.holder for stance in layers.positions)
    needed.update(stance.via for stance in layers.positions)
    for meeting in layers.meetings:
        needed.update(meeting.heads.values())
    needed.update(figure.speaker for figure in layers.figures)
    return {chain for chain in needed if chain is not None}


def _deserves(layers: Layers, chain: Chain) -> bool:
    """Whether a chain is an actor by its own mentions: parties always, others where they speak, act, are asked or met."""
    mentions = [layers.mentions[i] for i in chain.mentions if layers.mentions[i].form != "pronoun"]
    party = chain.name in layers.parties or (chain.kind == "state" and chain.side and not _is_member(chain))
    if party and any(not m.nested and not m.place_only for m in mentions):
        return True
    if all(m.sort == "generic" and m.plural for m in mentions):
        return any(_speaks_up(layers, m) for m in mentions)
    test = {"person": _person, "media": _medium, "body": _body}.get(chain.kind, _collective)
    return test(layers, chain, mentions)


def _is_member(chain: Chain) -> bool:
    """Whether a state has its side only as a member of a union that negotiates for it."""
    entry = load_gazetteer().entry(chain.side or "")
    return entry is not None and chain.name in entry.members


def _person(layers: Layers, chain: Chain, mentions: list[Mention]) -> bool:
    """Named persons with a title or in action; roles without a name where they act."""
    if any(m.sort in UNNAMED for m in mentions):
        return any(_has_voice(layers, m) for m in mentions)
    if any(m.form == "name" and m.sort in {"title", "honorific", "person"} for m in mentions):
        return True
    if all(m.form == "role" for m in mentions):
        certain = [m for m in mentions if m.country and not m.nested]
        return bool(certain and chain.side) or any(_appears(layers, m) for m in certain)
    return _acting(layers, mentions) or any(_is_full_name(layers, m) for m in mentions)


def _appears(layers: Layers, mention: Mention) -> bool:
    """Whether somebody without a name does something or is met; an apposition only tells what another is."""
    if acts(layers, mention) and layers.tokens.text[mention.start - 1] != ",":
        return True
    return is_met(layers, mention) and mention.determiner not in {"a", "an"}


def _is_full_name(layers: Layers, mention: Mention) -> bool:
    """Whether given name and surname stand in a sentence of the article proper, not in a line of credits."""
    first = layers.sentences[layers.sentence_of[mention.start]].start
    credited = layers.tokens.lower[first] in word_set("calls") | {"by", "editor", "writing", "editing", "additional"}
    return mention.form == "name" and " " in mention.name and not credited


def _medium(layers: Layers, chain: Chain, mentions: list[Mention]) -> bool:
    """A medium that is named; press and agencies without a name where they report."""
    return any(m.name_start is not None or is_cited(layers, m) for m in mentions) or _acting(layers, mentions)


def _body(layers: Layers, chain: Chain, mentions: list[Mention]) -> bool:
    """Delegations and armies of a state; institutions with a name; people where they act."""
    if any(m.sort == "delegation" and (m.country or chain.side) for m in mentions) or (
        chain.side and any(m.sort == "army" for m in mentions)
    ):
        return True
    named = [
        m
        for m in mentions
        if m.form == "name" or ((m.country or m.owner[:1].isupper() or _is_proper(layers, m)) and m.sort not in UNNAMED)
    ]
    if any(m.sort == "institution" and _is_organ(layers, m) for m in named):
        return True
    return _collective(layers, chain, named) or any(_has_voice(layers, m) for m in mentions if m.sort in UNNAMED)


def _has_voice(layers: Layers, mention: Mention) -> bool:
    """Whether people without a name of their own act as a group that has a will: officials who meet, residents who complain."""
    if mention.head in load_heads().strikers or mention.sort != "private":
        return acts(layers, mention)
    return _speaks_up(layers, mention)


def _speaks_up(layers: Layers, mention: Mention) -> bool:
    return any(group.lemma in word_set("voice") and not group.passive for group in verbs_of(layers, mention))


def _is_organ(layers: Layers, mention: Mention) -> bool:
    """Whether an institution counts wherever it stands: ministries and their like, and others by their proper name."""
    if mention.head.split()[-1] in ORGANS:
        return True
    return not mention.nested and _is_proper(layers, mention)


def _is_proper(layers: Layers, mention: Mention) -> bool:
    """Whether a body's name ends with a capitalised word."""
    first = layers.sentences[layers.sentence_of[mention.start]].start
    return layers.tokens.text[mention.end - 1][0].isupper() and mention.end - 1 > first


def _collective(layers: Layers, chain: Chain, mentions: list[Mention]) -> bool:
    """States and organisations where they act or are dealt with; being a place or having members does not count."""
    if any(m.sort == "bloc" for m in mentions):
        entry = load_gazetteer().entry(chain.name)
        at_table = entry is not None and entry.trait == "negotiating"
        return any(
            acts(layers, m) or owns(layers, m) or is_addressed(layers, m) or (at_table and is_dealt_with(layers, m))
            for m in mentions
        )
    return any(
        (acts(layers, m) or is_dealt_with(layers, m) or owns_deed(layers, m)) and not m.nested
        for m in mentions
        if not m.place_only
    ) or _is_joined(layers, [m for m in mentions if m.sort == "organisation"])


def _is_joined(layers: Layers, mentions: list[Mention]) -> bool:
    """Whether one may join, leave, address or belong to the organisation: it is more than a word of place."""
    tokens = layers.tokens
    return any(
        owns(layers, m)
        or {"join", "joining", "to", "expanding", "membership", "leave", "leaving"}
        & set(tokens.lower[max(0, m.start - 3) : m.start])
        for m in mentions
        if not m.nested
    )


def _acting(layers: Layers, mentions: list[Mention]) -> bool:
    return any(acts(layers, m) or is_dealt_with(layers, m) for m in mentions)


def _actor(layers: Layers, chain: Chain, actor_id: str) -> Actor:
    roles = {title: _evidence(layers, start, end) for title, start, end in chain.roles}
    mentions: dict[int, Evidence] = {}
    for i in chain.mentions:
        mention = layers.mentions[i]
        if mention.form != "pronoun" and not mention.place_only:
            first = mention.name_start if mention.name_start is not None else mention.start
            last = mention.name_end if mention.name_end is not None else mention.end
            if first + 1 < last and layers.tokens.lower[first] in ARTICLES:
                first += 1
            while last > first + 1 and layers.tokens.tag[last - 1] in {",", ":"}:
                last -= 1
            found = _evidence(layers, first, last)
            mentions[found.start] = found
    return Actor(
        id=actor_id,
        name=_called(chain).rstrip(" ,;:"),
        kind="body" if _is_government(chain) else "state" if chain.kind == "place" else chain.kind,
        side=chain.side,
        roles=[Role(title=title, evidence=found) for title, found in roles.items()],
        mentions=[mentions[start] for start in sorted(mentions)],
    )


def _evidence(layers: Layers, start: int, end: int) -> Evidence:
    tokens = layers.tokens
    return layers.article.evidence(tokens.start[start], tokens.end[end - 1])
