"""The layers that the components of the pipeline write and read: `doc._.layers`, plain typed lists.

Token positions are indices into `Tokens`; a span is `[start, end)` in tokens unless it says characters. Every layer is a list in
the order of the text. A component fills its own layer and reads only the layers above its own in this file.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Literal

from generator.extract.found import Attribution, EventFound, FigureFound, MeetingFound, PositionFound, Tried
from generator.extract.indices import ChainIndex, MentionIndex, PhraseIndex, Span, TokenIndex, VerbIndex
from generator.extract.syntax.structure import Syntax
from generator.model.article import Article
from generator.model.dossier import Dossier

__all__ = [
    "Attribution",
    "Chain",
    "ChainIndex",
    "EventFound",
    "FigureFound",
    "Layers",
    "MeetingFound",
    "Mention",
    "MentionIndex",
    "NounPhrase",
    "Paragraph",
    "PhraseIndex",
    "PositionFound",
    "Quote",
    "Sentence",
    "Span",
    "Syntax",
    "Tense",
    "Timex",
    "TokenIndex",
    "Tokens",
    "Tried",
    "Turn",
    "VerbGroup",
    "VerbIndex",
]


@dataclass(slots=True)
class Tokens:
    """The words of the article as parallel lists: reading a list is many times quicker than asking spaCy's tokens."""

    text: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    """First character in `Article.text`."""
    end: list[int] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    """Penn Treebank tag given by rule (component `grammar`): NNP, NN, NNS, VBD, VBZ, VB, VBP, VBG, VBN, MD, IN, TO, DT …"""
    lemma: list[str] = field(default_factory=list)
    """Base form of verbs and nouns, else the lower-cased word (component `grammar`)."""

    def __len__(self) -> int:
        return len(self.text)


@dataclass(slots=True)
class Paragraph:
    """A paragraph of the article; `headline` for the headline."""

    start: int
    end: int
    headline: bool = False


@dataclass(slots=True)
class Sentence:
    """A sentence: it may hold quotation marks of its own but is never cut inside a quoted sentence's comma-said frame.

    `“We are ready,” he said. “We will talk.”` is two sentences;
    `“We are ready. We will talk,” he said.` is two as well: the second carries the frame.
    """

    start: int
    end: int
    paragraph: int


@dataclass(slots=True)
class Quote:
    """Words between quotation marks: `start` and `end` are the tokens inside the marks.

    `level` is 0 for outer quotes and 1 for quotes within; `closed` is False where a paragraph ends without the closing mark
    (the quotation goes on in the next paragraph, which reopens it: `continues` is then the index of that next quote).
    `clause` tells a quotation (holds a finite clause) from scare quotes and quoted terms ("neutral status").
    """

    start: int
    end: int
    level: int = 0
    closed: bool = True
    continues: int | None = None
    clause: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch that opens with who speaks it: `label` are the tokens of the name or of "Q", `words` those spoken (without the head).

    `day` is the date in the head of a message of a channel, None elsewhere.
    """

    label: Span
    words: Span
    sort: Literal["message", "speech", "question", "answer"]
    day: str | None = None


@dataclass(slots=True)
class NounPhrase:
    """A base noun phrase; `head` is its last noun.

    It holds possessors ("Ukraine’s presidential adviser") and no prepositional phrase.
    """

    start: int
    end: int
    head: int
    plural: bool = False


Tense = Literal["past", "present", "future", "conditional", "none"]


@dataclass(slots=True)
class VerbGroup:
    """A verb with its auxiliaries: "has not yet been accepted" is one group with head `accepted`.

    `finite` is False for infinitives, participles and gerunds that stand alone. `subject` is the index in `noun_phrases` of its
    grammatical subject where rules can tell (None for infinitives without one, imperatives and relative clauses whose head is unknown);
    relative clauses get the noun phrase that "who/which/that" stands for. `form` is the Penn tag of the head.
    """

    start: int
    end: int
    head: int
    lemma: str
    form: str
    tense: Tense = "none"
    finite: bool = True
    negated: bool = False
    passive: bool = False
    progressive: bool = False
    perfect: bool = False
    modal: str | None = None
    subject: int | None = None


@dataclass(slots=True)
class Mention:
    """Words that name an actor (or a place, which may act as a government: `place_only` until coreference has decided).

    `form` tells how it names: "name" (Ada Marsh, Dover), "role" (the foreign minister, a Defence Ministry spokesman),
    "body" (Russian troops, the ministry, officials), "demonym" (the Russians), "seat" (the Kremlin, Moscow), "pronoun" (he, they),
    "group" (both sides).
    """

    start: int
    end: int
    form: Literal["name", "role", "body", "demonym", "seat", "pronoun", "group", "media"]
    kind: Literal["person", "state", "organisation", "body", "media", "place"]
    name: str
    """The name proper, without title and possessive: "Ada Marsh" for "British Foreign Minister Ada Marsh"."""
    title: str | None = None
    """The title or role that stands with it, or the whole phrase for a role without a name."""
    country: str | None = None
    """The country or organisation that its adjective, possessive or "of" phrase names: "Russia" for "Russia’s foreign minister"."""
    plural: bool = False
    feminine: bool | None = None
    chain: int | None = None
    """Index into `chains` (component `coreference`)."""
    name_start: int | None = None
    """First token of the name proper, where a title stands before it."""
    name_end: int | None = None
    place_only: bool = False
    head: str = ""
    """The head noun in lower case where a noun makes the actor ("minister", "delegation"), else empty."""
    sort: str = ""
    """What that noun is, or how a known name names: "title", "institution", "army", "capital", "seat", "state" …"""
    determiner: str = ""
    """The determiner of a phrase ("the", "a", "his"), else empty."""
    owner: str = ""
    """The common noun that owns it ("the government’s chief negotiator", "the country’s army"), else empty."""
    countries: list[str] = field(default_factory=list)
    """All countries of a joint body ("Russian and Ukrainian negotiators")."""
    nested: bool = False
    """Whether it stands within another mention (the owner or complement of a role)."""


@dataclass(slots=True)
class Chain:
    """All mentions of one actor within the article: becomes one `Actor` of the facts file if anything refers to it."""

    id: str
    name: str
    kind: Literal["person", "state", "organisation", "body", "media", "place"]
    side: str | None = None
    roles: list[tuple[str, int, int]] = field(default_factory=list)
    """(title, start, end) with token positions of the words."""
    mentions: list[int] = field(default_factory=list)
    members: list[int] = field(default_factory=list)
    """For a group ("both sides", "the two countries"): the chains it stands for."""
    why: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Timex:
    """An expression of time and the date it stands for (EDTF), with the arithmetic in words."""

    start: int
    end: int
    value: str | None
    kind: Literal["date", "time", "duration", "set"]
    why: str = ""
    precision: Literal["day", "week", "month", "year", "part of day", "other"] = "day"
    governor: int | None = None
    """Index into `verb_groups` of the verb it belongs to."""
    form: str = ""
    """How it names its time: "day", "weekday", "month", "vague" … (`timexes.expressions.Form`)."""


@dataclass(slots=True)
class Layers:
    """Everything found in one article, layer by layer, in the order in which the components run."""

    article: Article
    dossier: Dossier
    tokens: Tokens = field(default_factory=Tokens)
    # component `sentences`
    paragraphs: list[Paragraph] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    sentence_of: list[int] = field(default_factory=list)
    """Token -> index of its sentence."""
    quote_of: list[int] = field(default_factory=list)
    """Token -> index of its outermost quote, -1 outside."""
    turns: list[Turn] = field(default_factory=list)
    """Who speaks which paragraphs, in transcripts, interviews and channels."""
    # component `grammar`
    noun_phrases: list[NounPhrase] = field(default_factory=list)
    verb_groups: list[VerbGroup] = field(default_factory=list)
    np_of: list[int] = field(default_factory=list)
    """Token -> index of its noun phrase, -1 outside."""
    vg_of: list[int] = field(default_factory=list)
    """Token -> index of its verb group, -1 outside."""
    syntax: Syntax = field(default_factory=Syntax)
    """Subjects, objects, clauses and factuality: every question of grammar has its one answer here."""
    # component `mentions`, `coreference`
    mentions: list[Mention] = field(default_factory=list)
    mention_of: list[int] = field(default_factory=list)
    """Token -> index of the (longest) mention that holds it, -1 outside."""
    chains: list[Chain] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    """The sides of this negotiation: from the dossier, else inferred from the article."""
    # component `timexes` (runs before coreference)
    timexes: list[Timex] = field(default_factory=list)
    # components `attributions`, `meetings`, `positions`, `events`, `figures`
    attributions: list[Attribution] = field(default_factory=list)
    meetings: list[MeetingFound] = field(default_factory=list)
    positions: list[PositionFound] = field(default_factory=list)
    events: list[EventFound] = field(default_factory=list)
    figures: list[FigureFound] = field(default_factory=list)
    tried: list[Tried] | None = None
    """Rows that were tried and what refused them, where `dossier explain` asks for it."""

    def timexes_from(self, start: int, end: int) -> list[Timex]:
        """The expressions of time that begin in `[start, end)` (tokens); a search, for a long article has thousands."""
        first = bisect_left(self.timexes, start, key=lambda timex: timex.start)
        last = bisect_left(self.timexes, end, lo=first, key=lambda timex: timex.start)
        return self.timexes[first:last]

    def timex_at(self, token: int) -> Timex | None:
        """The expression of time that holds the token."""
        place = bisect_right(self.timexes, token, key=lambda timex: timex.start)
        return self.timexes[place - 1] if place and self.timexes[place - 1].end > token else None

    def clause_around(self, token: int) -> Span:
        """The clause that holds a token, its sentence where it stands in none: evidence is meant to be short."""
        verb = self.syntax.verb_at(token)
        if verb is not None:
            return self.syntax.clause(verb)
        sentence = self.sentences[self.sentence_of[token]]
        return sentence.start, sentence.end

    def words(self, start: int, end: int) -> str:
        """The article's characters from token `start` up to token `end` (exclusive)."""
        return self.article.text[self.tokens.start[start] : self.tokens.end[end - 1]]
