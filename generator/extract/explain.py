"""Explaining: what was found in an article, where, by which rule and why, as plain values for a terminal or a page.

It is the reader's proof and the rule-writer's microscope; it reads the layers and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.explain_grammar import GrammarShown
from generator.extract.layers import Attribution, Layers

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a sentence and what it is: "source", "cue", "content", "mention", "timex"; characters within the sentence."""

    start: int
    end: int
    sort: str


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that was found: its kind, what it says, the rule that made it and the reasoning, if any."""

    kind: str
    says: str
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """A sentence, the marks in it, the notes on what starts in it, and, where it holds no fact, what the rules saw of it."""

    text: str
    paragraph: int
    marks: list[Mark]
    notes: list[Note]
    seen: list[str]


def explain(layers: Layers) -> list[ExplainedSentence]:
    """Every sentence of the article with all that was found in it."""
    notes: dict[int, list[Note]] = {}
    for span, note in _notes(layers):
        notes.setdefault(layers.sentence_of[span[0]], []).append(note)
    marked, grammar = list(_marks(layers)), GrammarShown(layers)
    return [
        ExplainedSentence(
            layers.words(sentence.start, sentence.end),
            sentence.paragraph,
            _within(layers, marked, sentence.start, sentence.end),
            found := notes.get(number, []),
            [] if any(note.kind != "time" for note in found) else grammar.of_sentence(number),
        )
        for number, sentence in enumerate(layers.sentences)
    ]


def _marks(layers: Layers) -> Iterator[tuple[Span, str]]:
    """All spans in the order in which a later one may lie over an earlier one."""
    for found in layers.attributions:
        yield from ((span, "content") for span in found.content)
    for mention in layers.mentions:
        yield (mention.start, mention.end), "mention"
    for timex in layers.timexes:
        yield (timex.start, timex.end), "timex"
    for found in layers.attributions:
        if found.source:
            yield found.source, "source"
        if found.cue:
            yield found.cue, "cue"


def _within(layers: Layers, marked: list[tuple[Span, str]], start: int, end: int) -> list[Mark]:
    """The marks inside one sentence, as characters of it; where two overlap the later one of `_marks` lies on top."""
    tokens, base = layers.tokens, layers.tokens.start[start]
    marks = []
    for (first, last), sort in marked:
        first, last = max(first, start), min(last, end)  # noqa: PLW2901  (clipped to the sentence)
        if first < last:
            marks.append(Mark(tokens.start[first] - base, tokens.end[last - 1] - base, sort))
    return marks


def _notes(layers: Layers) -> Iterator[tuple[Span, Note]]:
    for meeting in layers.meetings:
        says = ", ".join(
            str(part)
            for part in (meeting.number and f"round {meeting.number}", meeting.status, meeting.date, meeting.place)
            if part
        )
        yield meeting.evidence[0], Note("meeting", says, meeting.rule, meeting.why)
    for found in layers.attributions:
        span = found.source or found.cue or found.content[0]
        yield (
            span,
            Note(
                _attribution_kind(found),
                _who_says(layers, found),
                found.rule,
                "; ".join(filter(None, (found.why, found.date_why))),
            ),
        )
    for position in layers.positions:
        says = f"{_name(layers, position.holder)} {position.stance} {position.topic}"
        if position.condition:
            says += f" ({position.condition})"
        yield position.evidence, Note("position", says, position.rule, position.why)
    for event in layers.events:
        parts = (
            ", ".join(_name(layers, chain) for chain in event.actors),
            event.type,
            event.modality,
            event.date,
            event.place,
        )
        yield event.evidence, Note("event", " · ".join(part for part in parts if part), event.rule, event.why)
    for figure in layers.figures:
        says = f"{figure.qualifier} {figure.value:g} {figure.of} ({_name(layers, figure.speaker)})"
        yield figure.evidence, Note("figure", says, figure.rule, figure.why)
    for timex in layers.timexes:
        words = layers.words(timex.start, timex.end)
        yield (timex.start, timex.end), Note("time", f"{words} = {timex.value or 'not settled'}", timex.kind, timex.why)


def _attribution_kind(found: Attribution) -> str:
    kind = "statement" if found.sort == "speech" else found.sort
    return f"no {kind}" if found.negated else kind


def _who_says(layers: Layers, found: Attribution) -> str:
    who = " and ".join(_name(layers, chain) for chain in found.speakers) or found.speaker_text or "nobody named"
    cue = layers.words(*found.cue) if found.cue else "—"
    content = " … ".join(layers.words(*span) for span in found.content)
    via = f" via {_name(layers, found.via)}" if found.via is not None else ""
    mode = "directly" if found.direct else "as reported"
    return f"{who}{via} | {cue} | {content} | {mode}, {found.date or 'undated'}"


def _name(layers: Layers, chain: int | None) -> str:
    return "nobody named" if chain is None else layers.chains[chain].name
