"""Speakers: the chains of actors behind the words of a source."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.attributions.reading import Reading, Span
from generator.extract.layers import Attribution

_INNER = frozenset({"of", "for", "in", "at", "from", "with", "on", "to", "near", "between", "by"})


def speakers_of(reading: Reading, source: Span) -> list[int]:
    """Chains of the actors that a source names: several where they are joined ("Moscow and Kiev", "both sides").

    Only a mention that holds the head of a phrase speaks: in "sources close to the Kremlin" nobody known does.
    """
    layers = reading.layers
    chains: list[int] = []
    for head in _heads(reading, source):
        index = layers.mention_of[head]
        chain = layers.mentions[index].chain if index >= 0 else None
        if chain is not None:
            members = layers.chains[chain].members or [chain]
            chains += [member for member in members if member not in chains]
    return chains


def _heads(reading: Reading, source: Span) -> Iterator[int]:
    """Heads of the phrases that are joined on the top level of a source; an apposition only where the phrase before is unknown."""
    layers = reading.layers
    known = False
    for index in sorted({layers.np_of[i] for i in range(*source)} - {-1}):
        phrase = layers.noun_phrases[index]
        before = reading.lower(phrase.start - 1) if phrase.start > source[0] else ""
        if before in _INNER or (before == "," and known):
            continue
        held = layers.mention_of[phrase.head] >= 0
        if held:
            known = True
            yield phrase.head


def assign_source(reading: Reading, attribution: Attribution, source: Span | None) -> None:
    """Write the source of an attribution: its words, the speaker as the article has it, and the speakers' chains."""
    attribution.source = source
    if source is None:
        return
    attribution.speaker_text = reading.layers.words(*source)
    attribution.speakers = attribution.speakers or speakers_of(reading, source)
