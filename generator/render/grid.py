"""The matrix party × topic: what each side holds on each topic in words, the latest round first."""

from __future__ import annotations

from dataclasses import dataclass

from generator.render.library import Library
from generator.render.stances import Stand, cells, columns, topics_by_weight


@dataclass(frozen=True, slots=True)
class Grid:
    """Sides as columns, topics as rows, what is held in the cells."""

    sides: list[str]
    topics: list[str]
    cells: dict[tuple[str, str], list[Stand]]
    left_out: int = 0
    most: int = 3
    """Entries shown in a cell."""
    longest: int = 92
    """Characters of each."""

    def cell(self, topic: str, side: str) -> list[Stand]:
        """What a side holds on a topic, the latest first; the same stance of an earlier round only while there is room."""
        found = self.cells.get((topic, side), [])
        latest = list({each.content.stance: each for each in reversed(found)}.values())[::-1]
        return (latest + [each for each in found if each not in latest])[: self.most]


def grid(library: Library, most: int | None = None, *, longest: int = 92, in_cell: int = 3) -> Grid:
    """The matrix with the topics most spoken of first, at most `most` of them."""
    held = cells(library)
    sides = columns(library)
    order = [topic for topic in topics_by_weight(library) if any((topic, side) in held for side in sides)]
    shown = order[:most] if most else order
    return Grid(sides, shown, held, len(order) - len(shown), in_cell, longest)
