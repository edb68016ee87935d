"""Knowledge: what all articles together say, with the reasons. `merge` makes it, `render` shows it, nothing changes it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model.article import ArticleRecord
from generator.model.dossier import Dossier
from generator.model.evidence import Evidence, Model
from generator.model.facts import Actor, ActorKind, Fact, MeetingStatus, Stance

Verdict = Literal["corroborated", "single origin", "disputed", "superseded"]
Ladder = Literal["proposed", "said to be agreed", "confirmed by both", "denied", "withdrawn"]


class FactRef(Model):
    """Points at one fact of one article: `articles[article].facts[fact]`."""

    article: str
    fact: str


class Cite(Model):
    """The words a sentence of a page rests on: becomes one footnote."""

    article: str
    fact: str | None = None
    """The fact whose anchor on the source page is linked; None for an actor's mention or role."""
    evidence: list[Evidence]


class Origin(Model):
    """Who first reported something: articles that copy one another or one agency share an origin."""

    id: str
    name: str
    articles: list[str]
    why: str


class SourceArticle(Model):
    """One article in the knowledge: its record, its own actors and facts, its origin, what it shares."""

    record: ArticleRecord
    actors: list[Actor] = []
    facts: list[Fact] = []
    origin: str
    shares_with: dict[str, str] = {}
    """Other article id -> why they share an origin or what they share."""
    text: str = Field(default="", exclude=True, repr=False)
    """The characters of its file, to show a fact within its sentence; in no file of data, empty where it is not at hand."""


class Alias(Model):
    """A spelling or role under which articles know an actor."""

    text: str
    articles: list[str]


class MergeReason(Model):
    """Why two names were taken for one actor: the pair, a score from 0 to 1, the rule in words."""

    left: str
    right: str
    score: float
    why: str


class RoleClaim(Model):
    """A role of an actor and who says so."""

    title: str
    cites: list[Cite]


class MergedActor(Model):
    """One actor over all articles."""

    id: str
    name: str
    kind: ActorKind
    side: str | None = None
    aliases: list[Alias] = []
    roles: list[RoleClaim] = []
    articles: list[str] = []
    local_ids: dict[str, list[str]] = {}
    """Article id -> the ids that this actor has in its facts file."""
    reasons: list[MergeReason] = []
    cites: list[Cite] = []


class Variant(Model):
    """One value of a finding and who gives it: "2 March", said by one origin before the event."""

    value: str
    by: list[str] = []
    """Actor ids of who says so; empty where the articles say so themselves."""
    facts: list[FactRef]
    cites: list[Cite]
    origins: list[str]
    standing: Literal["held", "refined", "rival", "superseded", "looser"] = "held"
    note: str | None = None


class Content(Model):
    """What a position says, in the words of one article: "that Ukraine give up NATO membership"."""

    words: str
    """On one line, without the cue before them."""
    whole: bool = False
    """Whether the article's own content carries it; else the words are those of the clause around it."""
    stance: Stance
    holder: str | None = None
    """Who holds it (merged id), where that is not the party itself."""
    via: str | None = None
    """Who passes it on (merged id), where another tells it."""
    condition: str | None = None
    date: str | None = None
    round: str | None = None
    past: bool = False
    """Whether the words look back on a stand of long ago, or tell that it is over."""
    change: Literal["new", "changed"] | None = None
    """Against the stand of the same party on the topic in the round (or on the day) before."""
    cite: Cite


class Finding(Model):
    """The same thing over all articles: its variants, the facts behind it, the origins, the verdict, the rule.

    `subject` is the id of a round, actor or topic (or of a pair, as "topic/side"); `aspect` says what is found about it
    ("date", "place", "duration", "head:Russia", "outcome", "position", "statement", "event", "figure", "role", "deal").
    A deal's variants are its steps on the ladder: `note` names the step, `by` who tells it.
    """

    id: str
    kind: Literal["round", "position", "statement", "event", "figure", "role", "outcome", "deal"]
    subject: str
    aspect: str
    value: str
    """The value that stands (the best supported variant), in words fit for a page."""
    verdict: Verdict
    variants: list[Variant]
    origins: list[str]
    rule: str
    """Which rule of merging or of conflict decided, in words."""
    actors: list[str] = []
    topic: str | None = None
    stance: Stance | None = None
    side: str | None = None
    date: str | None = None
    round: str | None = None
    """Id of the round it belongs to, where that can be told."""
    status: Ladder | None = None
    """For agreements and promises: how far they have come."""
    hearsay: bool = False
    content: list[Content] = []
    """Of positions: what is demanded, offered, accepted or rejected, in the order of time."""
    new: Literal["new", "changed"] | None = None

    @property
    def facts(self) -> list[FactRef]:
        """All facts behind the finding, variant by variant."""
        return [ref for variant in self.variants for ref in variant.facts]

    @property
    def cites(self) -> list[Cite]:
        """All evidence behind the finding, variant by variant."""
        return [cite for variant in self.variants for cite in variant.cites]


class Round(Model):
    """One meeting of the negotiation, known by its dates, place and parties; the number is what sources call it."""

    id: str
    number: int | None = None
    numbers: dict[str, int] = {}
    """Article id -> the number that it gives."""
    status: MeetingStatus | None = None
    """As of the last article that tells it; None where none does."""
    date: str | None = None
    title: str
    place: str | None = None
    heads: dict[str, str] = {}
    duration: str | None = None
    outcomes: list[str] = []
    next_step: str | None = None
    findings: list[str] = []
    """Ids of its findings (date, place, heads, duration, outcomes, next step), in the order of an info box."""
    articles: list[str] = []
    facts: list[FactRef] = []
    sides: list[str] = []
    """The parties that its reports name."""
    roster: list[str] = []
    """Merged ids of the persons and parties that the words of its reports name."""
    why: list[str] = []
    """The reasons for joining its meetings, in words."""

    @property
    def held(self) -> bool:
        """Whether it met, or is meeting; a meeting of which no state is told is taken for neither held nor off."""
        return self.status in ("ended", "under way")

    @property
    def off(self) -> bool:
        """Whether it was called off, turned down, put off, or is denied."""
        return self.status in ("cancelled", "refused", "postponed", "denied")

    @property
    def ahead(self) -> bool:
        """Whether it is set to come, or may come."""
        return self.status in ("planned", "possible")


class Dispute(Model):
    """What sources disagree about: a real conflict, a refinement shown for information, or a change over time."""

    id: str
    sort: Literal["conflict", "refinement", "change"]
    point: str
    finding: str | None = None
    variants: list[Variant]
    settled: str | None = None
    rule: str
    round: str | None = None
    topic: str | None = None
    actors: list[str] = []


class Promise(Model):
    """Something announced ("will meet again next week") and what became of it."""

    id: str
    text: str
    by: list[str]
    made: str | None = None
    due: str | None = None
    outcome: Literal["kept", "not kept", "slipped", "open", "withdrawn"]
    why: str
    cites: list[Cite]
    round: str | None = None


class Gap(Model):
    """What the dossier lacks: rests on one origin, is undated, or is told by one side only."""

    kind: Literal["single origin", "undated", "one side", "no speaker", "lost words"]
    text: str
    finding: str | None = None
    round: str | None = None
    """The round that lacks something, where it is one."""
    cites: list[Cite] = []


class Change(Model):
    """What this build knows that the last committed record did not, or no longer knows."""

    kind: Literal["new", "changed", "withdrawn"]
    finding: str
    text: str
    before: str | None = None


class TopicPage(Model):
    """A topic with the findings about it."""

    id: str
    title: str
    findings: list[str] = []


class Knowledge(Model):
    """All that the dossier knows, in the order in which pages show it."""

    dossier: Dossier
    as_of: str | None = None
    articles: list[SourceArticle] = []
    origins: list[Origin] = []
    actors: list[MergedActor] = []
    rounds: list[Round] = []
    topics: list[TopicPage] = []
    findings: list[Finding] = []
    disputes: list[Dispute] = []
    promises: list[Promise] = []
    gaps: list[Gap] = []
    changes: list[Change] = []
    moved: dict[str, str] = {}
    """Addresses that were published once -> where what they told stands now (paths below content/)."""
