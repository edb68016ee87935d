"""Frames after or amid the words they report: “…,” he said; "The talks, Kiev said, were hard"; "…, said Ms Berg"."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.attributions.complements import find_complement, next_finite
from generator.extract.attributions.cues import Cue
from generator.extract.attributions.direct import joined_quotes, next_quote
from generator.extract.attributions.phrases import inverted_span, subject_span
from generator.extract.attributions.reading import SUBORDINATORS, Reading, Span

_BOUNDS = frozenset({",", ".", ";", ":", "!", "?", "—", "–", "--", "-", ")", ""})
_FULL_STOPS = frozenset({".", "!", "?", ":", ""})


@dataclass(frozen=True, slots=True)
class Frame:
    """Source and cue that stand behind or within what they report, and that content."""

    source: Span
    start: int
    end: int
    content: list[Span]
    rule: str


def find_parenthetical(reading: Reading, cue: Cue) -> Frame | None:
    """The frame of a cue that reports the words before it, None where the cue opens its own report or none."""
    frames = cue.entry.frames
    if frames.keys().isdisjoint(("quote", "bare")) or not cue.verb.finite or cue.verb.passive:
        return None
    unit = _unit(reading, cue)
    if unit is None:
        return None
    source, start, end = unit
    quote = _quote_before(reading, start)
    if quote is None and reading.lower(start - 1) not in {",", "—", "–", "--"}:
        return None
    complement = find_complement(reading, cue)
    if complement is not None and complement.frame not in {"quote", "colon", "object", "complement"}:
        return None
    content = _quoted(reading, quote, start) if quote is not None else _reported(reading, start)
    if content is None:
        return None
    return Frame(source, start, end, content + _continuation(reading, end, quote), _rule(quote, source, cue))


def _rule(quote: int | None, source: Span, cue: Cue) -> str:
    order = "inverted" if source[0] > cue.start else "postposed"
    return f"attribution/{order} {'quotation' if quote is not None else 'clause'} v1"


def _unit(reading: Reading, cue: Cue) -> tuple[Span, int, int] | None:
    """Source and bounds of "he said" or "said Ms Berg", None where neither stands there."""
    sentence_end = reading.sentence(cue.end - 1)[1]
    inverted = inverted_span(reading, cue.end, sentence_end)
    before = reading.lower(cue.start - 1)
    if inverted is not None and (before in {",", "—", "–"} or _quote_before(reading, cue.start) is not None):
        return inverted, cue.start, inverted[1]
    if cue.verb.subject is None or reading.layers.noun_phrases[cue.verb.subject].start > cue.start:
        return None
    source = subject_span(reading, cue.verb.subject, cue.start)
    return source, source[0], cue.end


def _quote_before(reading: Reading, start: int) -> int | None:
    """The quotation that ends right before token `start` (or before a comma there)."""
    for at in (start - 1, start - 2):
        if at in reading.closes:
            return reading.closes[at] if at == start - 1 or reading.lower(start - 1) in {",", "—", "–"} else None
    return None


def _quoted(reading: Reading, quote: int, start: int) -> list[Span] | None:
    """The quotation before the frame; the clause around it where the quotation is but a part of it."""
    found = reading.layers.quotes[quote]
    ends_clause = (
        reading.lower(found.end - 1) in {",", "!", "?", "…", "—", "-", "--"} or reading.lower(start - 1) == ","
    )
    if not ends_clause:
        return None
    opening, closing = reading.quote_span(quote)
    sentence = reading.sentence(start)[0]
    amid = opening > sentence and reading.lower(opening - 1) not in _FULL_STOPS
    if amid and next_finite(reading, sentence, opening) is not None:
        return [(sentence, closing)]  # the talks were “a farce,” he said
    return joined_quotes(reading, quote)


def _reported(reading: Reading, start: int) -> list[Span] | None:
    """The clause before the frame, from the start of its sentence."""
    sentence = reading.sentence(start)[0]
    while sentence < start and reading.covered[sentence]:
        sentence += 1
    if reading.lower(sentence) in SUBORDINATORS or reading.tag(sentence) == "IN":
        comma = next((i for i in range(sentence, start - 1) if reading.lower(i) == ","), None)
        if comma is None:
            return None
    group = next_finite(reading, sentence, start)
    if group is None or reading.layers.verb_groups[group].subject is None:
        return None
    return [reading.trim(sentence, start)]


def _continuation(reading: Reading, end: int, quote: int | None) -> list[Span]:
    """The rest of an interrupted quotation: up to one adjunct may stand between ("he said on Friday. “…”")."""
    if quote is None:
        return []
    sentence_end = reading.sentence(end - 1)[1]
    at = end
    while at < sentence_end and reading.lower(at) not in _BOUNDS:
        at += 1
    following = next_quote(reading, at)
    return joined_quotes(reading, following) if following is not None else []
