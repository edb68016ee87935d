"""The words of stance as typed entries: what `stance_triggers.yml` says, ready to be looked up by base form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.lexicon import load_lexicon
from generator.model.facts import Stance

Frame = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A verb, noun or adjective of stance: `particles` follow its base form, `frames` say where the thing stands."""

    word: str
    particles: tuple[str, ...]
    stance: Stance | None
    frames: tuple[Frame, ...]
    negated: Stance | None = None
    known: bool = False
    """Counts only where the thing is a topic that a list or the grammar knows."""
    party: bool = False
    """Counts without a known topic where someone of a party says it."""
    only_negated: bool = False
    first_person: bool = False
    """Counts only where someone says it of himself ("we are not discussing that")."""
    condition: bool = False
    """What its subject depends on is demanded by the speaker ("a deal contingent on others joining")."""
    own: bool = False
    """Counts only where the holder's own side says it ("we need", "she said the bank needed")."""
    addressee: bool = False
    """Counts only where its object is someone who can do it ("expects Kyiv to accept")."""
    binding: bool = False
    """Counts only where its that-clause obliges ("insists that X must")."""
    purpose: bool = False
    """Counts only as an infinitive of purpose ("to secure guarantees")."""
    objects: str = ""
    """The list of nouns that the head of its object must stand in ("announced a truce"); any noun where empty."""


@cache
def entries(kind: str) -> Mapping[str, tuple[Entry, ...]]:
    """The entries of `kind` (verbs, nouns, adjectives) by base form, those with the most particles first."""
    grouped: dict[str, list[Entry]] = {}
    for text, row in load_lexicon("stance_triggers")[kind].items():
        for one in row if isinstance(row, list) else [row]:
            entry = _entry(str(text), one)
            grouped.setdefault(entry.word, []).append(entry)
    return {word: tuple(sorted(group, key=lambda e: -len(e.particles))) for word, group in grouped.items()}


def _entry(text: str, row: dict[str, Any]) -> Entry:
    word, *particles = text.split()
    return Entry(
        word=word,
        particles=tuple(particles),
        stance=row.get("stance"),
        frames=tuple(tuple(str(frame).split()) for frame in row["frames"]),
        negated=row.get("negated"),
        known=bool(row.get("known")),
        party=bool(row.get("party")),
        only_negated=bool(row.get("only_negated")),
        first_person=bool(row.get("first_person")),
        condition=bool(row.get("condition")),
        own=bool(row.get("own")),
        addressee=bool(row.get("addressee")),
        binding=bool(row.get("binding")),
        purpose=bool(row.get("purpose")),
        objects=str(row.get("objects", "")),
    )


@cache
def words(name: str) -> frozenset[str]:
    """A plain list of the lexicon ("refusals", "imperatives") as a set."""
    return frozenset(str(word) for word in load_lexicon("stance_triggers")[name])


@cache
def phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """A list of words and phrases of the lexicon as tuples of words, the longest first."""
    return tuple(sorted((tuple(str(p).split()) for p in load_lexicon("stance_triggers")[name]), key=lambda p: -len(p)))


@cache
def table(name: str) -> Mapping[str, frozenset[str]]:
    """A table of word lists of the lexicon ("not_things": heads, verbs) as sets."""
    rows = load_lexicon("stance_triggers")[name].items()
    return {str(key): frozenset(str(word) for word in row) for key, row in rows}
