"""Home: where the talks stand and what is in dispute, answered in two minutes."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.knowledge import Finding, Round
from generator.render.library import Library
from generator.render.pages.front import page
from generator.render.sheet import Page, Sheet
from generator.render.stances import matrix, topics_by_weight
from generator.render.standing import info, whats_next, where_it_stands

MOST_ROWS = 12
MOST_NEWS = 6


@dataclass(frozen=True, slots=True)
class Grid:
    """The matrix party × topic: sides as columns, topics as rows, positions in the cells."""

    sides: list[str]
    topics: list[str]
    cells: dict[tuple[str, str], list[Finding]]
    left_out: int = 0
    most: int = 4
    """Stances shown in a cell, the latest first."""

    def cell(self, topic: str, side: str) -> list[Finding]:
        """The positions of a side on a topic, the latest stance first."""
        return self.cells.get((topic, side), [])[: self.most]


def grid(library: Library, most: int | None = None) -> Grid:
    """The matrix with the topics most spoken of first, at most `most` of them."""
    cells = matrix(library)
    sides = library.parties or sorted({side for _, side in cells})[:4]
    order = [topic for topic in topics_by_weight(library) if any((topic, side) in cells for side in sides)]
    shown = order[:most] if most else order
    return Grid(sides, shown, cells, len(order) - len(shown), 2 if most else 4)


def home(library: Library) -> Page:
    """The home page."""
    sheet = Sheet(library, "index.md")
    rounds: list[Round] = list(library.rounds.values())
    return page(
        sheet,
        "home.md.j2",
        library.knowledge.dossier.title,
        {"description": library.knowledge.dossier.subject or "", "hide": ["toc", "path"], "search": {"boost": 1.5}},
        standing=where_it_stands(library, sheet),
        rounds=rounds[::-1][:8],
        more_rounds=max(0, len(rounds) - 8),
        grid=grid(library, MOST_ROWS),
        disputes=[each for each in library.knowledge.disputes if each.sort == "conflict"][:6],
        changes=library.knowledge.changes[:MOST_NEWS],
        next_step=whats_next(library, sheet),
        info=info,
    )
