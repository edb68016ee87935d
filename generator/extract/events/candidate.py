"""A candidate: words that may tell an event, before context has been asked."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.facts import EventType


@dataclass(slots=True)
class Candidate:
    """A trigger found in the text: its token, the clause around it, and the parts its frame has filled."""

    token: int
    lemma: str
    type: EventType
    rule: str
    clause: tuple[int, int]
    verb: int | None = None
    """Index in `verb_groups` of the verb that tells the event or says that the noun happens."""
    noun: int | None = None
    """Index in `noun_phrases` of the noun that tells the event."""
    agent: int | None = None
    """Index in `noun_phrases` of who does it."""
    patient: int | None = None
    """Index in `noun_phrases` of what it is done to."""
