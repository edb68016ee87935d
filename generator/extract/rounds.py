"""Rounds: to which meeting of the article a statement, position, event or figure belongs."""

from __future__ import annotations

from generator.extract.layers import Layers
from generator.model.facts import FactBase


def round_of(layers: Layers, fact: FactBase) -> int | None:
    """The number of the meeting that a fact belongs to, where the article tells; else None."""
    return None
