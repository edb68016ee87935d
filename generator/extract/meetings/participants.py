"""Who meets: the sides of those named in a stretch of words, and whether a subject and an object belong to different ones."""

from __future__ import annotations

from collections.abc import Iterable

from generator.extract.layers import Layers


def sides_in(layers: Layers, start: int, end: int) -> set[str]:
    """The parties of the negotiation that the persons, bodies and states named in `[start, end)` speak for."""
    found: set[str] = set()
    for at in range(start, end):
        index = layers.mention_of[at]
        if index < 0:
            continue
        mention = layers.mentions[index]
        if mention.kind == "place" and mention.place_only:
            continue
        chain = layers.chains[mention.chain] if mention.chain is not None else None
        members = [layers.chains[member] for member in chain.members] if chain is not None else []
        named = [*mention.countries, mention.country, chain.side if chain else None, *(each.side for each in members)]
        found |= {side for side in named if side in layers.parties}
    return found


def meet_across(layers: Layers, subjects: Iterable[int], other: tuple[int, int]) -> bool:
    """Whether the subjects and those named in another stretch belong to different parties."""
    ours = {side for phrase in subjects for side in sides_in(layers, *layers.syntax.extent(phrase))}
    theirs = sides_in(layers, *other)
    return len(ours | theirs) > 1 and bool(theirs - ours or (len(ours) > 1 and theirs))
