"""A candidate: a row that fits at a word, before context has been asked whether it happened."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.rows import Match
from generator.model.facts import EventType


@dataclass(slots=True)
class Candidate:
    """A trigger found in the text with its row, the clause it rests on, and its parts."""

    match: Match
    lemma: str
    type: EventType
    clause: tuple[int, int]
    agents: tuple[int, ...] = ()
    """Noun phrases of who does it."""
    patients: tuple[int, ...] = ()
    """Noun phrases of what it is done to."""

    @property
    def token(self) -> int:
        """The head of the trigger."""
        return self.match.token

    @property
    def verb(self) -> int | None:
        """The verb that tells it; of a noun the verb that says that it happens, where its row asked for one."""
        if self.match.phrase is None:
            return self.match.verb
        told_by = self.match.slots.get("told-by", ())
        return told_by[0].verb if told_by else None

    @property
    def noun(self) -> int | None:
        """The noun phrase that tells it."""
        return self.match.phrase
