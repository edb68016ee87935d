"""Via: who passes a position on, where it is told by a medium, a third party or the other side."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.layers import Attribution
from generator.extract.positions.holders import same_side
from generator.extract.positions.scene import Scene


def _is_named(scene: Scene, number: int) -> bool:
    """True for a teller with a name; "its prime minister" may well be of the holder's side."""
    return any(
        scene.layers.mentions[i].form in {"name", "seat", "demonym"} for i in scene.layers.chains[number].mentions
    )


def teller(scene: Scene, attribution: Attribution | None, holders: Sequence[int | None]) -> int | None:
    """The chain that passes the holders' position on; None where the holders' own side tells it, or nobody does."""
    if attribution is None:
        return None
    chains = scene.layers.chains
    if attribution.via is not None and attribution.via not in holders:
        return attribution.via
    for speaker in attribution.speakers:
        if any(holder is not None and same_side(scene, speaker, holder) for holder in holders):
            return None
        chain = chains[speaker]
        if chain.kind == "media" or chain.side is not None or _is_named(scene, speaker):
            return speaker
    return None
