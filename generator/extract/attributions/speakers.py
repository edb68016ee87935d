"""Speakers: the chains of actors behind the words of a source."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.attributions.lexicon import words_of
from generator.extract.attributions.reading import Reading, Span
from generator.extract.layers import Attribution

_INNER = frozenset({"of", "for", "in", "at", "from", "with", "on", "to", "near", "between", "by"})


def speakers_of(reading: Reading, source: Span) -> list[int]:
    """Chains of the actors that a source names: several where they are joined ("Moscow and Kiev", "both sides").

    Only a mention that holds the head of a phrase speaks: in "sources close to the Kremlin" nobody known does.
    """
    layers = reading.layers
    chains: list[int] = []
    mentions = [layers.mention_of[head] for head in _heads(reading, source)]
    for index in mentions or _behind_document(reading, source):
        chain = layers.mentions[index].chain
        if chain is not None:
            members = layers.chains[chain].members or [chain]
            chains += [member for member in members if member not in chains]
    return chains


def _behind_document(reading: Reading, source: Span) -> list[int]:
    """Who speaks through a document: its owner, the name before its noun, or who it is by ("the guild's statement", "a report by X")."""
    layers = reading.layers
    index = next((layers.np_of[i] for i in range(*source) if layers.np_of[i] >= 0), -1)
    if index < 0 or layers.tokens.lemma[layers.noun_phrases[index].head] not in words_of(
        "reporting_nouns", "documents"
    ):
        return []
    phrase = layers.noun_phrases[index]
    inside = [layers.mention_of[i] for i in range(phrase.start, phrase.head) if layers.mention_of[i] >= 0]
    after = layers.syntax.modifiers(index, "by", "from")
    authors = [layers.mention_of[layers.noun_phrases[each].head] for _, each in after]
    found = [mention for mention in authors if mention >= 0] or inside[-1:]
    return [mention for mention in found if layers.mentions[mention].form != "pronoun" or mention in inside]


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
