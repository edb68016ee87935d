"""Clusters: things taken for the same, with the reasons, and a memory of what must stay apart."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Clusters(Generic[Item]):
    """“A and C are the same, B and C are the same, A and B are not”: joins transitively and refuses the last join.

    After nomenklatura's resolver: positive judgements are transitive, negative ones are remembered and checked over
    all members of both clusters. It knows nothing of what the items are.
    """

    def __init__(self, items: Iterable[Item]) -> None:
        self._parent: dict[Item, Item] = {item: item for item in items}
        self._members: dict[Item, list[Item]] = {item: [item] for item in self._parent}
        self._apart: dict[Item, set[Item]] = {}

    def keep_apart(self, left: Item, right: Item) -> None:
        """Remember that the two are different, whatever a later rule says."""
        self._apart.setdefault(left, set()).add(right)
        self._apart.setdefault(right, set()).add(left)

    def find(self, item: Item) -> Item:
        """The item that stands for the whole cluster."""
        root = item
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[item] != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def may_join(self, left: Item, right: Item) -> bool:
        """Whether no two members of the two clusters are known to be different."""
        a, b = self.find(left), self.find(right)
        if a == b or not self._apart:
            return True
        small, other = (a, b) if len(self._members[a]) <= len(self._members[b]) else (b, a)
        return not any(
            self.find(foe) == other for member in self._members[small] for foe in self._apart.get(member, ())
        )

    def join(self, left: Item, right: Item) -> bool:
        """Make one cluster of two; False where something in them must stay apart."""
        if not self.may_join(left, right):
            return False
        a, b = self.find(left), self.find(right)
        if a != b:
            keep, lose = (a, b) if len(self._members[a]) >= len(self._members[b]) else (b, a)
            self._parent[lose] = keep
            self._members[keep] += self._members.pop(lose)
        return True

    def members(self, item: Item) -> list[Item]:
        """All items of the cluster that the item belongs to."""
        return self._members[self.find(item)]

    def groups(self) -> list[list[Item]]:
        """All clusters, in the order of their first item; items in the order they came in."""
        grouped: dict[Item, list[Item]] = {}
        for item in self._parent:
            grouped.setdefault(self.find(item), []).append(item)
        return list(grouped.values())
