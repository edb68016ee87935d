"""Bearers: one name on one side with every article that has it; the units that the rules of actors join."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.merge.bodies import Kernel, is_sole_office, kernel, state_named
from generator.merge.names import is_full, is_nameless, is_personal, is_unnamed, plain
from generator.model.dossier import Dossier, KnownActor
from generator.model.facts import Actor, ActorKind, FactsFile

Sort = Literal["person", "state", "body", "crowd"]
"""A crowd is a person or several without a name of their own ("Western officials", "a Kremlin spokesman")."""


@dataclass
class Bearer:
    """“Marsh, of Britain, in articles 002 and 004, once as Foreign Minister”: what the rules see of an actor."""

    name: str
    sort: Sort
    side: str | None
    nodes: list[tuple[str, Actor]] = field(default_factory=list)
    offices: set[Kernel] = field(default_factory=set)
    """Offices with their state or party."""
    proper: set[str] = field(default_factory=set)
    """Mentions that are names: capitalised, and no other actor's in the same article."""
    by_office: bool = False
    """True where the name is nothing but an office."""
    nameless: bool = False
    """True where nothing in the name tells whose crowd it is ("some experts"): such stay with their article."""

    @property
    def is_bare_surname(self) -> bool:
        """Whether it is a surname alone: each article means its own bearer of it, until a rule tells who."""
        return self.sort == "person" and not self.by_office and not is_full(self.name)

    @property
    def called(self) -> set[str]:
        """All names that a decision may use for it."""
        return {self.name, *self.proper, *(actor.id for _, actor in self.nodes)}

    @property
    def order(self) -> tuple[str, str, str, str]:
        """Sorts bearers whatever order the files came in."""
        return (self.name, self.side or "", self.nodes[0][0], self.nodes[0][1].id)

    @property
    def articles(self) -> set[str]:
        """Ids of the articles that have it."""
        return {article for article, _ in self.nodes}


@dataclass(frozen=True)
class Known:
    """The names that `dossier.yml` settles: parties and known actors, by every name they go under."""

    actors: dict[str, KnownActor]

    @classmethod
    def of(cls, dossier: Dossier) -> Known:
        """Read them from the settings."""
        table: dict[str, KnownActor] = {}
        for party in dossier.parties:
            entry = KnownActor(name=party.name, kind="state", side=party.name, aliases=party.aliases)
            if state_named(party.name) is None:
                entry.kind = "organisation"
            table |= {plain(name): entry for name in [party.name, *party.aliases]}
        for mediator in dossier.mediators:
            entry = KnownActor(name=mediator.name, kind="state", aliases=mediator.aliases)
            table |= {plain(name): entry for name in [mediator.name, *mediator.aliases]}
        for actor in dossier.actors:
            table |= {plain(name): actor for name in [actor.name, *actor.aliases]}
        return cls(table)

    def name_of(self, name: str) -> str | None:
        """The dossier's name of an actor, where it has one."""
        entry = self.actors.get(plain(name))
        return entry.name if entry else None

    def side_of(self, name: str) -> str | None:
        """The side that the dossier gives to an actor."""
        entry = self.actors.get(plain(name))
        return entry.side if entry else None

    def settles_side(self, name: str) -> bool:
        """Whether the dossier introduces an actor, so that its side is as written there, none where none is written."""
        return plain(name) in self.actors

    def kind_of(self, name: str) -> ActorKind | None:
        """The kind that the dossier gives to a known actor; parties keep what the articles say."""
        entry = self.actors.get(plain(name))
        return entry.kind if entry and entry.kind == "person" else None


def collect_bearers(files: Sequence[FactsFile], known: Known) -> list[Bearer]:
    """All names of all articles, each with its articles; nameless crowds stay with their article."""
    table: dict[tuple[str, ...], Bearer] = {}
    for file in files:
        shared = _shared_mentions(file)
        for actor in file.actors:
            side = known.side_of(actor.name) if known.settles_side(actor.name) else actor.side
            fresh = _bearer(actor, side, known)
            own = (file.article.id, actor.id) if fresh.nameless or fresh.is_bare_surname else ()
            bearer = table.setdefault((fresh.sort, plain(actor.name), side or "", *own), fresh)
            bearer.nodes.append((file.article.id, actor))
            bearer.offices |= {_with_owner(kernel(role.title), side) for role in actor.roles}
            bearer.proper |= {m.text for m in actor.mentions if _is_proper(m.text) and m.text not in shared}
            bearer.proper.add(actor.name)
    for bearer in table.values():
        bearer.nodes.sort(key=lambda node: (node[0], node[1].id))
        spelled = Counter(actor.name for _, actor in bearer.nodes)
        bearer.name = min(spelled, key=lambda name: (-spelled[name], name))
    return [table[place] for place in sorted(table)]


def _bearer(actor: Actor, side: str | None, known: Known) -> Bearer:
    """What an actor's name is: a person's, an office, a crowd's, a state's or a body's.

    A group of states goes by one name in all articles, even in small letters ("world powers").
    """
    name = actor.name
    introduced = known.name_of(name) is not None
    group = actor.kind == "state" and len(name.split()) > 1
    unnamed = actor.kind == "person" and is_unnamed(name)
    nameless = not introduced and (unnamed or is_nameless(name) or (side is None and name.islower() and not group))
    if actor.kind != "person":
        return Bearer(name, "state" if actor.kind == "state" else "body", side, nameless=nameless)
    if is_sole_office(kernel(name)):
        return Bearer(name, "person", side, offices={_with_owner(kernel(name), side)}, by_office=True)
    return Bearer(name, "person" if introduced or is_personal(name) else "crowd", side, nameless=nameless)


def _with_owner(office: Kernel, side: str | None) -> Kernel:
    return office if office.owner or not side else Kernel(state_named(side) or side, office.words)


def _is_proper(text: str) -> bool:
    return text[:1].isupper() and not text.lower().startswith(("the ", "he", "she", "they", "his", "her"))


def _shared_mentions(file: FactsFile) -> set[str]:
    """Mentions that two actors of one article have in common ("delegations from both sides"): no name of either."""
    seen: dict[str, str] = {}
    shared = set()
    for actor in file.actors:
        for mention in actor.mentions:
            if seen.setdefault(mention.text, actor.id) != actor.id:
                shared.add(mention.text)
    return shared
