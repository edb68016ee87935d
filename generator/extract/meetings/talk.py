"""Talk: one place of an article that speaks of a meeting of the negotiation, or of the negotiation as such."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.extract.layers import Timex
from generator.model.facts import MeetingStatus

Kind = Literal["numbered", "next", "previous", "plain", "met", "deal"]


@dataclass(frozen=True, slots=True)
class Link:
    """A verb that says something of the meeting, and what the meeting is to it: its subject, object, or in a phrase of it ("after")."""

    verb: int
    role: Literal["subject", "object", "oblique", "itself"]
    case: str = ""


@dataclass(slots=True)
class Talk:
    """The words of the mention, the number it gives, and the verbs that say what becomes of the meeting."""

    start: int
    end: int
    kind: Kind
    number: int | None = None
    links: list[Link] = field(default_factory=list)
    clause: tuple[int, int] = (0, 0)
    copular: bool = False
    """It says what something already told was ("making it the second round")."""
    opening: bool = False
    """An article that brings in something new ("a private meeting"), or a verb of meeting: more than talks as such."""
    session: bool = False
    """A noun that names one meeting ("round", "meeting") and not the negotiation ("talks")."""
    states: list[MeetingStatus] = field(default_factory=list)
    time: Timex | None = None
    slipped: Timex | None = None
    """The time it was set for before it was put off."""
    moved: bool = False
    """It was given another day, which is its time now."""
    place: tuple[int, int] | None = None

    @property
    def verbs(self) -> list[int]:
        """The verbs it is subject, object or occasion of, without those it only stands beside."""
        return [
            link.verb for link in self.links if link.role != "oblique" or link.case in {"for", "in", "into", "at", "to"}
        ]

    @property
    def state(self) -> MeetingStatus | None:
        """The last that is told of it here."""
        return self.states[-1] if self.states else None
