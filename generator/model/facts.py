"""Facts: what one article says, in the shape of the facts files (`docs/facts.md`)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, FiniteFloat

from generator.model.article import ArticleRecord
from generator.model.evidence import Evidence, Handwritten, Model

ActorKind = Literal["person", "state", "organisation", "body", "media"]
Stance = Literal["demands", "offers", "accepts", "rejects"]
MeetingStatus = Literal["planned", "possible", "under way", "ended", "postponed", "cancelled", "refused", "denied"]
EventType = Literal["military", "diplomatic", "humanitarian", "political", "economic", "other"]
Modality = Literal["asserted", "planned", "claimed", "denied", "negated"]
Qualifier = Literal["exact", "about", "more than", "less than"]
Review = Literal["confirmed", "rejected", "proposed"]


class Role(Model):
    """An office or function as the article words it ("presidential adviser"), and the words it rests on."""

    title: str
    evidence: Evidence | None = None


class Actor(Model):
    """A person, state, organisation, body or medium that speaks, acts, is asked or is met in one article."""

    id: str
    name: str
    kind: ActorKind
    side: str | None = None
    roles: list[Role] = []
    mentions: list[Evidence] = []
    mark: str | None = None
    """Digest of the row as the generator wrote it (`identity.actor_mark`); absent or unfitting where a person wrote it."""


class FactBase(Model):
    """What every fact carries, whatever its kind."""

    id: str = ""
    round: int | None = None
    by: str = ""
    review: Review | None = None
    note: str | None = None
    """A person's remark, kept and shown."""
    lost: bool = False
    """True where a person's fact no longer finds its words in the article; it is kept and reported."""
    why: str | None = None
    """The reasoning behind the fact in words (date arithmetic, who a pronoun stands for)."""
    made_by: dict[str, str] = {}
    """What made single values where it is not the fact's own rule ({date: …, speaker: …})."""
    also_by: list[str] = []
    """Other hands that found the same (a reader beside the rules)."""
    translation: str | None = None
    """A reader's translation of the words of an article in another language; the words themselves stay the evidence."""
    reviewed_by: str | None = None
    reviewed_at: str | None = None
    """Who confirmed, rejected or corrected it, and when (ISO date and time)."""
    was: dict[str, Any] | None = None
    """The generator's values that a person's correction replaced."""
    evidence: Annotated[list[Evidence], Field(min_length=1)]


class Meeting(FactBase):
    """A meeting of the negotiation that the article speaks of."""

    kind: Literal["meeting"] = "meeting"
    status: MeetingStatus | None = None
    """As of the article; None where the article does not settle it."""
    date: str | None = None
    date_text: str | None = None
    place: str | None = None
    heads: dict[str, str] = {}
    duration: str | None = None
    outcomes: list[str] = []


class Statement(FactBase):
    """Someone says, writes, warns, claims or denies something; one speaker a fact."""

    kind: Literal["statement"] = "statement"
    speaker: str | None = None
    speaker_text: str | None = None
    direct: bool = False
    via: str | None = None
    date: str | None = None
    to: str | None = None
    """The actor it is addressed to, where the article says so."""
    source: Evidence | None = None
    cue: Evidence | None = None
    content: list[Evidence] = []


class Position(FactBase):
    """A party demands, offers, accepts or rejects something; one topic a fact."""

    kind: Literal["position"] = "position"
    actor: str | None = None
    stance: Stance
    topic: str
    condition: str | None = None
    via: str | None = None
    date: str | None = None
    source: Evidence | None = None
    cue: Evidence | None = None
    content: list[Evidence] = []


class Event(FactBase):
    """What happened, or is set to happen, beside the talks and beside speech."""

    kind: Literal["event"] = "event"
    type: EventType
    actors: list[str] = []
    date: str | None = None
    place: str | None = None
    modality: Modality = "asserted"


class Figure(FactBase):
    """A count or quantity, with who gives it."""

    kind: Literal["figure"] = "figure"
    value: int | FiniteFloat
    qualifier: Qualifier = "exact"
    of: str
    speaker: str | None = None
    date: str | None = None


Fact = Annotated[Meeting | Statement | Position | Event | Figure, Field(discriminator="kind")]


class FactsFile(Handwritten):
    """All that one article says: the record of the dossier, one YAML file an article."""

    article: ArticleRecord
    actors: list[Actor] = []
    facts: list[Fact] = []
    made: list[str] = []
    """All that the generator made in its last run, each as id/key/reason (`identity.fact_key`, `identity.reason_mark`): one that is named
    here and stands no more above was taken out by a person."""
    removed: list[str] = []
    """What a person took out, as id/key; it is not made again, wherever its words stand now."""
