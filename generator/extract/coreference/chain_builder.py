"""Chains of mentions while they grow: every chain has keys under which later mentions find it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, TypedDict, Unpack

from generator.extract.layers import Chain, Layers, Mention
from generator.model.identity import slug


@lru_cache(maxsize=4096)
def _id_of(name: str) -> str:
    """The id of a name; the same names come again in every article."""
    return slug(name, "actor")


def backwards(mentions: list[Mention], number: int) -> Iterator[Mention]:
    """The mentions before the one at `number`, the nearest first."""
    for i in range(number - 1, -1, -1):
        yield mentions[i]


class Revision(TypedDict, total=False):
    """What coreference may tell of a mention that its own words leave out."""

    chain: int | None
    country: str | None
    name: str
    title: str | None
    head: str
    form: Literal["body"]
    kind: Literal["body"]
    sort: str
    place_only: bool


@dataclass(slots=True)
class ChainBuilder:
    """Chains under construction.

    Attributes:
        keys: what a chain is known by ("state", "Russia"), ("army", "Russia"), ("surname", "lavrov") -> its index.
        country: chain -> the state or organisation that it belongs to.
        offices: chain -> the heads of its titles in lower case ("foreign minister").
        last_seen: chain -> the last mention attached while reading forward.
    """

    layers: Layers
    chains: list[Chain] = field(default_factory=list)
    keys: dict[Hashable, int] = field(default_factory=dict)
    country: dict[int, str] = field(default_factory=dict)
    offices: dict[int, list[str]] = field(default_factory=dict)
    feminine: dict[int, bool] = field(default_factory=dict)
    surnames: dict[str, list[int]] = field(default_factory=dict)
    """Skeleton of a surname, in every spelling met -> the persons who bear it, in order."""
    told: set[int] = field(default_factory=set)
    """Mentions whose country was told by their surroundings, not by their own words."""
    traits: dict[int, str] = field(default_factory=dict)
    """What organisations are ("union", "rebels", "company")."""
    asides: frozenset[int] = frozenset()
    """Sentences of captions and headings, whose actors no pronoun takes up."""
    guessed: set[int] = field(default_factory=set)
    """Chains whose country was told by their surroundings alone."""

    def chain(self, key: Hashable, name: str, kind: str) -> int:
        """The chain under `key`, made where it is new."""
        if key not in self.keys:
            self.keys[key] = len(self.chains)
            self.chains.append(Chain(id="", name=name, kind=kind))  # type: ignore[arg-type]
        return self.keys[key]

    def revise(self, number: int, **told: Unpack[Revision]) -> Mention:
        """Write what the surroundings of a mention tell of it: the one place where coreference changes the layer."""
        mention = self.layers.mentions[number]
        for name, value in told.items():
            setattr(mention, name, value)
        return mention

    def add(self, chain: int, number: int, why: str = "", beside: bool = False) -> None:
        """Attach a mention to a chain; a mention keeps its first chain but may stand in several.

        Args:
            chain: the chain.
            number: index of the mention.
            why: what joins them.
            beside: the mention only stands in the chain, as in that of each member of the group that it names.
        """
        mention = self.layers.mentions[number]
        if mention.chain is None and not beside:
            self.revise(number, chain=chain)
        row = self.chains[chain]
        if number not in row.mentions:
            row.mentions.append(number)
        if why and why not in row.why:
            row.why.append(why)
        if mention.feminine is not None and mention.form != "pronoun":
            self.feminine.setdefault(chain, mention.feminine)

    def bear(self, surname: str, chain: int) -> None:
        """Note that a person bears a surname."""
        bearers = self.surnames.setdefault(surname, [])
        if chain not in bearers:
            bearers.append(chain)

    def belong(self, chain: int, country: str | None, guessed: bool = False) -> None:
        """Note whom a chain belongs to; what the article says outright wins over a guess."""
        if country and (chain not in self.country or (chain in self.guessed and not guessed)):
            self.country[chain] = country
            (self.guessed.add if guessed else self.guessed.discard)(chain)

    def give_role(self, chain: int, mention: Mention) -> None:
        """Add a mention's title to the chain's roles."""
        if not mention.title:
            return
        row = self.chains[chain]
        start, end = mention.start, mention.end
        if mention.name_start is not None and mention.name_end is not None:
            if mention.name_start > mention.start:
                end = mention.name_start
            elif mention.name_end < mention.end:
                start = mention.name_end + (self.layers.tokens.text[mention.name_end] == ",")
        if start < end and all(title.lower() != mention.title.lower() for title, _, _ in row.roles):
            row.roles.append((mention.title, start, end))
        if mention.head:
            heads = self.offices.setdefault(chain, [])
            if mention.head.lower() not in heads:
                heads.append(mention.head.lower())

    def finish(self) -> None:
        """Put the chains in the order of their first mention, name them by ids, and write them into the layers."""
        for row in self.chains:
            row.mentions.sort()
        order = sorted(
            (i for i, row in enumerate(self.chains) if row.mentions), key=lambda i: (self.chains[i].mentions[0], i)
        )
        place = {old: new for new, old in enumerate(order)}
        taken: dict[str, int] = {}
        self.layers.chains = [self.chains[i] for i in order]
        for row in self.layers.chains:
            base = _id_of(row.name)
            taken[base] = taken.get(base, 0) + 1
            row.id = base if taken[base] == 1 else f"{base}-{taken[base]}"
            row.members = [place[m] for m in row.members if m in place]
        for number, mention in enumerate(self.layers.mentions):
            if mention.chain is not None:
                self.revise(number, chain=place.get(mention.chain))
