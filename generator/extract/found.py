"""What the later components find: attributions, meetings, positions, events and figures, before they become facts.

Token positions are indices into `layers.Tokens`; a span is `[start, end)` in tokens. Actors are indices into `Layers.chains`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.model.facts import EventType, MeetingStatus, Modality, Qualifier, Stance


@dataclass(slots=True)
class Attribution:
    """Source, cue and content of one reported statement. Spans are lists of token ranges, since content may be broken by its frame."""

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: list[tuple[int, int]]
    rule: str
    speakers: list[int] = field(default_factory=list)
    """Chains of the speakers: two for "the two sides said"; empty for unnamed sources."""
    speaker_text: str | None = None
    via: int | None = None
    """Chain of who passes it on ("ABC News quoted …")."""
    to: int | None = None
    direct: bool = False
    lemma: str = ""
    """Base form of the cue verb or noun ("say", "claim", "warning", "according to")."""
    sort: Literal["speech", "stance", "belief", "perception"] = "speech"
    """Speech becomes a statement; belief and wish ("hopes", "believes", "wants") count for positions and may become statements."""
    negated: bool = False
    stated: bool = True
    """True where it reads as something said and becomes a statement; False for acts and inner states that serve positions alone."""
    date: str | None = None
    date_why: str = ""
    date_by: str = ""
    """The rule that dated it ("date/beside the cue v1")."""
    sentence: int = 0
    quotes: list[int] = field(default_factory=list)
    why: str = ""


@dataclass(slots=True)
class MeetingFound:
    """A meeting of the negotiation before it becomes a fact: all places of the article that speak of it are already joined."""

    number: int | None
    status: MeetingStatus | None
    evidence: list[tuple[int, int]]
    rule: str
    date: str | None = None
    date_text: str | None = None
    place: str | None = None
    heads: dict[str, int] = field(default_factory=dict)
    """Side -> chain of the head of its delegation."""
    duration: str | None = None
    outcomes: list[str] = field(default_factory=list)
    why: str = ""
    doubt: str = ""
    """Why it is proposed only."""


@dataclass(slots=True)
class PositionFound:
    """A stance of a chain on a topic before it becomes a fact."""

    holder: int | None
    stance: Stance
    topic: str
    evidence: tuple[int, int]
    rule: str
    topic_by: str = ""
    """What made the topic: a list, the dossier, the words, or what was told before."""
    condition: str | None = None
    via: int | None = None
    date: str | None = None
    source: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    content: list[tuple[int, int]] = field(default_factory=list)
    why: str = ""
    doubt: str = ""
    """Why it is proposed only."""


@dataclass(slots=True)
class EventFound:
    """Something that happened or is to happen, before it becomes a fact."""

    type: EventType
    actors: list[int]
    evidence: tuple[int, int]
    rule: str
    date: str | None = None
    place: str | None = None
    modality: Modality = "asserted"
    why: str = ""


@dataclass(slots=True)
class FigureFound:
    """A count or quantity before it becomes a fact."""

    value: float
    qualifier: Qualifier
    of: str
    evidence: tuple[int, int]
    rule: str
    speaker: int | None = None
    date: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Tried:
    """A row that was tried at a word, and what refused: None where it fits."""

    kind: str
    row: str
    token: int
    refused: str | None
