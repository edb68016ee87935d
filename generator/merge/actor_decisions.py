"""What a person decided about actors, applied to bearers: by their own name first, else by one they are mentioned by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from generator.merge.bearers import Bearer
from generator.merge.clusters import Clusters
from generator.merge.decisions import Decisions, key, refused_join
from generator.model.identity import slug
from generator.model.knowledge import MergeReason

Made = list[tuple[int, MergeReason]]
"""A bearer of a cluster and a reason why something was joined to it."""


@dataclass(frozen=True)
class DecidedActors:
    """Decisions about actors, with the bearers (by number) that each name calls."""

    bearers: Sequence[Bearer]
    decisions: Decisions
    called: dict[str, list[int]]
    mentioned: dict[str, list[int]]
    """The bearers by every other word that stands for them ("the vice premier")."""

    @classmethod
    def of(cls, bearers: Sequence[Bearer], decisions: Decisions) -> DecidedActors:
        """Look the names of all bearers up once; nothing is looked up where nothing was decided."""
        called: dict[str, list[int]] = {}
        decided = decisions.same or decisions.different or decisions.values or decisions.hidden
        for number, bearer in enumerate(bearers) if decided else ():
            for name in sorted({key(name) for name in bearer.called}):
                called.setdefault(name, []).append(number)
        for name, value in sorted(decisions.values.items()):
            for made in {
                key(value),
                key(slug(value)),
            }:  # what a decision renamed may be called by its new name in another
                called.setdefault(made, []).extend(n for n in called.get(name, []) if n not in called.get(made, []))
        mentioned: dict[str, list[int]] = {}
        for number, bearer in enumerate(bearers) if decided else ():
            for name in sorted({key(mention.text) for _, actor in bearer.nodes for mention in actor.mentions}):
                mentioned.setdefault(name, []).append(number)
        return cls(bearers, decisions, called, mentioned)

    def join(self, clusters: Clusters[int]) -> Made:
        """Keep apart what is different, then join what is one; returns the reasons.

        Raises:
            SettingsError: what is to be one is to be two by other names.
        """
        for pair in self.decisions.different:
            for left, right in product(self._named(pair.left), self._named(pair.right)):
                if left != right:
                    clusters.keep_apart(left, right)
        made: Made = []
        for pair in self.decisions.same:
            both = [*self._named(pair.left), *self._named(pair.right)]
            for other in both[1:]:
                fresh = clusters.find(both[0]) != clusters.find(other)
                if not clusters.join(both[0], other):
                    raise refused_join(pair, "actor")
                if fresh:
                    names = {"left": self.bearers[both[0]].name, "right": self.bearers[other].name}
                    made.append((both[0], MergeReason(**names, score=1.0, why=f"decision: {pair.why}")))
        return made

    def joined(self) -> frozenset[int]:
        """The bearers that a person took for one with another."""
        return frozenset(
            n for pair in self.decisions.same for name in (pair.left, pair.right) for n in self._named(name)
        )

    def names(self) -> dict[int, str]:
        """Bearer -> the name that a person gave."""
        return {number: value for name, value in self.decisions.values.items() for number in self._named(name)}

    def hidden(self) -> frozenset[int]:
        """The bearers that a person hid."""
        return frozenset(number for name in self.decisions.hidden for number in self._named(name))

    def _named(self, name: str) -> list[int]:
        """The bearers of a name; those whose own name it is come before those who are merely mentioned by it."""
        found = self.called.get(name, [])
        own = [number for number in found if key(self.bearers[number].name) == name]
        return own or found or self.mentioned.get(name, [])
