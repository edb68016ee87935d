"""Who spoke about or met whom: names in a column, an arc for each pair, with the pairs as a table beneath."""

from __future__ import annotations

from dataclasses import dataclass

from generator.render.environment import write
from generator.render.escape import Md
from generator.render.library import Library
from generator.render.meetings import met, spoke_about
from generator.render.quoting import clipped

MOST_PAIRS = 24
ROW = 26
TOP = 20
WIDTH = 520
LONGEST_NAME = 36
NAMES = 240
"""Where the column of names begins; arcs swing to the left of it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors and what ties them: how often one spoke about the other, in how many rounds both led."""

    left: str
    right: str
    spoke: int
    met: int


@dataclass(frozen=True, slots=True)
class Arcs:
    """The picture and the pairs that it shows."""

    svg: str
    pairs: list[Pair]


def arcs(library: Library) -> Arcs:
    """The picture of the most frequent pairs; without pairs an empty one."""
    spoke, together = spoke_about(library), met(library)
    keys = sorted({*spoke, *together}, key=lambda key: (-spoke.get(key, 0) - together.get(key, 0), key))[:MOST_PAIRS]
    pairs = [Pair(left, right, spoke.get((left, right), 0), together.get((left, right), 0)) for left, right in keys]
    if not pairs:
        return Arcs("", [])
    names = _order(library, pairs)
    rows = {actor: TOP + ROW * place for place, actor in enumerate(names)}
    curves = [_curve(rows[pair.left], rows[pair.right], pair) for pair in pairs]
    svg = write(
        "pictures/arcs.svg.j2",
        width=WIDTH,
        height=TOP + ROW * len(names),
        names=[
            (clipped(library.actors[actor].name, LONGEST_NAME), y, _side(library, actor)) for actor, y in rows.items()
        ],
        column=NAMES,
        curves=curves,
    )
    return Arcs(svg, pairs)


def _order(library: Library, pairs: list[Pair]) -> list[str]:
    """Actors by side, the most tied first, so that arcs within a side stay short."""
    weight: dict[str, int] = {}
    for pair in pairs:
        for actor in (pair.left, pair.right):
            weight[actor] = weight.get(actor, 0) + pair.spoke + pair.met
    return sorted(weight, key=lambda actor: (_side(library, actor), -weight[actor], actor))


def _side(library: Library, actor: str) -> int:
    """0 and 1 for the first two parties, 2 for everyone else: the class that colours a name."""
    side = library.actors[actor].side
    return library.parties.index(side) if side in library.parties[:2] else 2


def _curve(start: int, end: int, pair: Pair) -> tuple[Md, Md, float]:
    """Path of an arc, its class, and its width."""
    reach = min(NAMES - 16, 18 + abs(end - start) * 0.5)
    x = NAMES - 12
    path = f"M{x},{start} C{x - reach:.0f},{start} {x - reach:.0f},{end} {x},{end}"
    return Md(path), Md("met" if pair.met else "spoke"), round(min(1 + 0.7 * (pair.spoke + pair.met), 6), 1)
