"""Via: who passes a position on, where it is told by a medium, a third party or the other side."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.layers import Attribution
from generator.extract.positions.scene import Scene


def teller(scene: Scene, attribution: Attribution | None, holders: Sequence[int | None]) -> int | None:
    """The chain that passes the holders' position on; None where the holders' own side tells it, or nobody does."""
    if attribution is None:
        return None
    chains = scene.layers.chains
    sides = {chains[holder].side for holder in holders if holder is not None} - {None}
    if attribution.via is not None and attribution.via not in holders:
        return attribution.via
    for speaker in attribution.speakers:
        if speaker in holders:
            return None
        chain = chains[speaker]
        if chain.kind == "media" or not sides or chain.side not in sides:
            return speaker
    return None
