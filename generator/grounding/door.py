"""The door itself: each proposed row becomes a fact of the article, or a refusal with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, get_args

from generator.grounding.actors import ActorBook, Known
from generator.grounding.answer import (
    Answer,
    EventRow,
    FactRow,
    FigureRow,
    MeetingRow,
    PositionRow,
    Refused,
    StatementRow,
)
from generator.grounding.locating import Refusal, locate, locate_within
from generator.grounding.values import date_of, number_of, round_number, topic_of, words_are_there
from generator.grounding.view import ArticleView, Span
from generator.model.evidence import Evidence
from generator.model.facts import (
    Actor,
    Event,
    EventType,
    Fact,
    Figure,
    Meeting,
    MeetingStatus,
    Modality,
    Position,
    Statement,
)
from generator.model.identity import actor_mark, fact_id


@dataclass(slots=True)
class Grounded:
    """What came through the door."""

    actors: list[Actor] = field(default_factory=list)
    """All actors, those of the rules with what the reader added, and new ones."""
    listed: set[str] = field(default_factory=set)
    """Ids of the actors that the reader named."""
    facts: list[Fact] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def ground_answer(view: ArticleView, answer: Answer, by: str) -> Grounded:
    """The facts of an answer whose words stand in the article.

    Args:
        view: the article as analysed here.
        answer: the proposals.
        by: who reads ("reader:NAME"), for the facts' `by`.
    """
    book = ActorBook(view)
    for row in answer.actors:
        book.add(row)
    door = _Door(view, book, by)
    out = Grounded(refused=[*answer.refused])
    tables: tuple[tuple[str, Iterable[FactRow], Callable[..., Fact]], ...] = (
        ("meetings", answer.meetings, door.meeting),
        ("statements", answer.statements, door.statement),
        ("positions", answer.positions, door.position),
        ("events", answer.events, door.event),
        ("figures", answer.figures, door.figure),
    )
    for kind, rows, ground in tables:
        for proposal in rows:
            try:
                fact = ground(proposal)
            except Refusal as refusal:
                out.refused.append(Refused(kind, " … ".join(proposal.parts)[:120], str(refusal)))
                continue
            fact.id = fact_id(view.article.record.id, fact)
            if not _is_told_before(fact, out.facts):
                out.facts.append(fact)
    out.refused += book.refused + door.notes
    out.actors = [known.actor for known in book.known.values()]
    out.listed = {known.actor.id for known in book.known.values() if known.proposed}
    for actor in out.actors:
        actor.mark = actor_mark(actor)
    return out


def _is_told_before(fact: Fact, facts: list[Fact]) -> bool:
    """Whether an earlier row of the answer says the same: the same fact, or a meeting of the same words and no other day or number."""
    if any(fact.id == other.id for other in facts):
        return True
    return isinstance(fact, Meeting) and any(
        isinstance(other, Meeting)
        and other.evidence == fact.evidence
        and other.date in {fact.date, None}
        and other.round in {fact.round, None}
        for other in facts
    )


class _Door:
    """Grounds the rows of one answer, one method a kind."""

    def __init__(self, view: ArticleView, book: ActorBook, by: str) -> None:
        self.view, self.book, self.by = view, book, by
        self.notes: list[Refused] = []
        """Single values that were refused while their fact got in."""

    def _spans(self, row: FactRow) -> list[Span]:
        """The places of the words, part by part in the order of the text."""
        spans: list[Span] = []
        for part in row.parts:
            here = locate_within(self.view, part, (spans[-1][1], spans[-1][1] + 3000)) if spans else None
            spans.append(here or locate(self.view, part, row.sentence))
        if not spans:
            raise Refusal("there are no words")
        return sorted(spans)

    def _evidence(self, spans: Iterable[Span]) -> list[Evidence]:
        return [self.view.article.evidence(*span) for span in spans]

    def _sentences(self, spans: list[Span]) -> list[Evidence]:
        """The whole sentences in which the words stand."""
        numbers = sorted(
            {n for a, b in spans for n in range(self.view.sentence_at(a), self.view.sentence_at(b - 1) + 1)}
        )
        return self._evidence(self.view.sentences[n] for n in numbers)

    def _who(self, name: str | None, span: Span, what: str, before: int = 1) -> Known | None:
        """The actor of a name, who must be mentioned near the words.

        Raises:
            Refusal: the name does not stand in the article, is nobody's for sure, or is not mentioned near the words.
        """
        if name is None:
            return None
        known = self.book.find(name)
        if known is None:
            raise Refusal(f"the {what} “{name[:40]}” is no actor that the article names")
        if not self.book.is_near(known, span, before):
            raise Refusal(f"the {what} “{name[:40]}” is not mentioned near these words")
        return known

    def _try_who(self, kind: str, name: str, span: Span) -> str | None:
        try:
            known = self._who(name, span, "actor")
        except Refusal as refusal:
            self.notes.append(Refused(kind, name[:80], str(refusal)))
            return None
        return known.actor.id if known else None

    def _date(self, kind: str, row: FactRow, span: Span) -> str | None:
        """The date of a fact; words that do not stand in its sentence leave it undated and are listed."""
        try:
            return date_of(self.view, row.date_words, span, day=kind != "meetings")
        except Refusal as refusal:
            self.notes.append(Refused(kind, str(row.date_words)[:80], str(refusal)))
            return None

    def _words(self, kind: str, words: str | None, span: Span) -> str | None:
        """Words of a value (a place, a condition) where they stand in the fact's own sentences."""
        if not words:
            return None
        place = locate_within(self.view, words, self.view.sentence_span(span))
        if place is None:
            self.notes.append(Refused(kind, words[:80], "the words do not stand in the sentence of the fact"))
            return None
        return self.view.text(place)

    def _base(self, row: FactRow) -> dict[str, Any]:
        return {"by": self.by} | ({"translation": row.translation} if row.translation else {})

    def meeting(self, row: MeetingRow) -> Meeting:
        """A meeting: number, place and day only where the sentence words them."""
        spans = self._spans(row)
        span = (spans[0][0], spans[-1][1])
        date = self._date("meetings", row, span)
        return Meeting(
            **self._base(row),
            round=round_number(self.view, row.number, span),
            status=row.status if row.status in get_args(MeetingStatus) else None,
            date=date,
            date_text=row.date_words if date else None,
            place=self._words("meetings", row.place, span),
            outcomes=[o for outcome in row.outcomes if (o := self._outcome(outcome, span))],
            evidence=self._sentences(spans),
        )

    def _outcome(self, outcome: str, span: Span) -> str | None:
        """An outcome in our words, or in the article's where it is none of ours."""
        if outcome in {"no-agreement", "will-meet-again"}:
            return outcome
        kind, _, words = outcome.partition(":")
        words = words.strip()
        if kind == "agreement" and words:
            return f"agreement:{topic_of(self.view, words, span)}"
        around = self.view.text(self.view.around(span, 0))
        return f"other:{words}" if kind == "other" and words_are_there(words, around) else None

    def statement(self, row: StatementRow) -> Statement:
        """Words said: the speaker must be mentioned near them; whether they are direct is told by the article's own marks."""
        spans = self._spans(row)
        span = (spans[0][0], spans[-1][1])
        speaker = self._who(row.speaker, span, "speaker")
        frame = self.view.sentence_span(span)
        source = self.book.mention_near(speaker, frame, span) if speaker else None
        if source is None and speaker:
            frame = self.view.around(span, 1)
            source = self.book.mention_near(speaker, frame, span)
        cue = locate_within(self.view, row.cue, self.view.sentence_span(span)) if row.cue else None
        direct = all(any(q[0] - 2 <= a and b <= q[1] + 2 for q in self.view.quotes) for a, b in spans)
        return Statement(
            **self._base(row),
            speaker=speaker.actor.id if speaker else None,
            speaker_text=source.text if source else None,
            direct=direct,
            date=self._date("statements", row, span),
            source=source,
            cue=self.view.article.evidence(*cue) if cue else None,
            content=self._evidence(spans),
            evidence=self._sentences(spans),
        )

    def position(self, row: PositionRow) -> Position:
        """A stance: holder near the words, condition in the same sentence, topic fitted to the dossier's."""
        spans = self._spans(row)
        span = (spans[0][0], spans[-1][1])
        holder = self._who(row.holder, span, "holder", before=2)
        if holder is None:
            raise Refusal("a position needs a holder that the article names")
        via = self._try_who("positions", row.via, span) if row.via else None
        return Position(
            **self._base(row),
            actor=holder.actor.id,
            stance=row.stance,
            topic=topic_of(self.view, row.topic, span),
            condition=self._words("positions", row.condition, span),
            via=via if via != holder.actor.id else None,
            date=self._date("positions", row, span),
            content=self._evidence(spans),
            evidence=self._evidence([span]) if span[1] - span[0] < 600 else self._evidence(spans),
        )

    def event(self, row: EventRow) -> Event:
        """An event: doers who are not named near it are left out and listed."""
        spans = self._spans(row)
        span = (spans[0][0], spans[-1][1])
        doers = [self._try_who("events", name, span) for name in row.who]
        return Event(
            **self._base(row),
            type=row.type if row.type in get_args(EventType) else "other",
            actors=list(dict.fromkeys(doer for doer in doers if doer)),
            date=self._date("events", row, span),
            place=self._words("events", row.place, span),
            modality=row.modality if row.modality in get_args(Modality) else "asserted",
            evidence=self._evidence(spans),
        )

    def figure(self, row: FigureRow) -> Figure:
        """A figure: its number is read from the words by our own reading of numerals."""
        spans = self._spans(row)
        span = (spans[0][0], spans[-1][1])
        number = number_of(self.view, row.value, span)
        value = int(number.value) if float(number.value).is_integer() else number.value
        sentence = self.view.text(self.view.around(span, 0))
        of = row.of if row.of and words_are_there(row.of, sentence) else self.view.text((number.end, span[1])).strip()
        return Figure(
            **self._base(row),
            value=value,
            qualifier=number.qualifier,
            of=" ".join(of.split()) or self.view.text(span),
            speaker=self._try_who("figures", row.who, span) if row.who else None,
            date=self._date("figures", row, span),
            evidence=self._sentences(spans),
        )
