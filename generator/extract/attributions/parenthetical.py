"""Frames after or amid the words they report: “…,” he said; "The talks, Kiev said, were hard"; "…, said Ms Berg"."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.attributions.complements import clause_at, find_complement, may_be_finite, next_finite
from generator.extract.attributions.cues import Cue
from generator.extract.attributions.direct import joined_quotes, next_quote, whole_quotation
from generator.extract.attributions.phrases import inverted_span
from generator.extract.attributions.reading import SUBORDINATORS, Reading, Span
from generator.extract.attributions.sources import subject_of

_BOUNDS = frozenset({",", ".", ";", ":", "!", "?", "—", "–", "--", "-", ")", ""})
_GOES_ON = frozenset({"that", "which", "because", "unless", "if", "rather", "not"})
"""Words with which a clause goes on after a frame that cut it in two."""
_GAPS = frozenset({",", "—", "–", "--"})
_CLAUSAL = frozenset({"bare", "that", "object-that"})
_SHORTEST_CLAUSE = 3
"""Tokens, the comma counted, that are a clause before a frame at the end even if no verb was recognised in them."""
_FULL_STOPS = frozenset({".", "!", "?", ":", ""})

_LONGEST_SOURCE = 40
"""Most tokens that a source may have between a quotation and its cue."""


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
    if frames.keys().isdisjoint(("quote", "bare")) or not cue.finite:
        return None
    if cue.passive or cue.tentative or cue.verb.negated or cue.verb.modal in {"can", "cannot"}:
        return None
    unit = _unit(reading, cue)
    if unit is None:
        return None
    source, start, end = unit
    quote = reading.quote_before(start)
    if quote is None and not _may_close_clause(reading, cue, source, start):
        return None
    if not (quote is not None and source[0] >= cue.end) and _opens_report(reading, cue, after_quote=quote is not None):
        return None
    if quote is not None:
        content = _quoted(reading, quote, start)
        rest = _continuation(reading, end)
    else:
        content = _reported(reading, start, end)
        rest = [] if content is None else _goes_on(reading, end)
        content = _split(reading, start, end) if content is None else content
    return Frame(source, start, end, content + rest, _rule(quote, source, cue)) if content is not None else None


def _may_close_clause(reading: Reading, cue: Cue, source: Span, start: int) -> bool:
    """True where a frame may stand behind a clause without marks: a comma before it, a verb that reports clauses, and no object behind it.

    "While they fought, the party | found its voice", "a plan | announced in May" only look like it.
    """
    sorts = {sort for frame, sort in cue.entry.frames.items() if frame in _CLAUSAL}
    if reading.lower(start - 1) not in _GAPS or sorts.isdisjoint(("speech", "belief")):
        return False
    named = any(reading.layers.mention_of[i] >= 0 for i in range(*source))
    reduced = cue.verb.form in {"VBN", "VBD"} and cue.start == cue.verb.head and "object" in cue.entry.frames
    if reduced and not named and reading.lower(source[0]) in {"a", "an"}:
        return False
    hears = "object-that" in cue.entry.frames or source[0] >= cue.end
    last = cue.end >= reading.sentence(cue.start)[1]
    return hears or last or cue.end not in reading.np_at or cue.end in reading.timex_at


def _opens_report(reading: Reading, cue: Cue, *, after_quote: bool) -> bool:
    """True where the cue's own complement follows it: then what stands before is no report of its.

    Between two quotations a frame goes with both: “Yes,” she said, “but …”.
    """
    complement = find_complement(reading, cue)
    if complement is None or complement.frame in {"object", "complement"}:
        return False
    return not after_quote or complement.frame not in {"quote", "colon"}


def _rule(quote: int | None, source: Span, cue: Cue) -> str:
    if source[0] > cue.start:
        return "attribution/inverted clause v1" if quote is None else "attribution/inverted quotation v1"
    return "attribution/postposed clause v1" if quote is None else "attribution/postposed quotation v1"


def _unit(reading: Reading, cue: Cue) -> tuple[Span, int, int] | None:
    """Source and bounds of "he said" or "said Ms Berg", None where neither stands there."""
    sentence_end = reading.sentence(cue.end - 1)[1]
    inverted = inverted_span(reading, cue.end, sentence_end)
    before = reading.lower(cue.start - 1)
    quoted = reading.quote_before(cue.start) is not None
    if inverted is not None and (quoted or (before in {",", "—", "–"} and _inverts(reading, cue))):
        return inverted, cue.start, inverted[1]
    source = _between_quote_and_cue(reading, cue)
    if source is None:
        source = subject_of(reading, cue.group)
        if source is not None and any(
            reading.lower(i) in {"who", "which", "that"} for i in range(source[1], cue.start)
        ):
            return None  # "…, the negotiator, who told state TV: …" opens a report of its own
    if source is None:
        return None
    hearer = reading.tag(cue.end) == "PRP" and "object-that" in cue.entry.frames and reading.lower(cue.end + 1) == ","
    return source, source[0], cue.end + hearer


def _between_quote_and_cue(reading: Reading, cue: Cue) -> Span | None:
    """The source that fills the gap between a quotation and the cue: “…,” Mr Torres, head of the union, | tweeted."""
    first = max(reading.sentence(cue.start)[0], cue.start - _LONGEST_SOURCE)
    at = next((i for i in range(cue.start - 1, first - 1, -1) if i in reading.closes), None)
    if at is None:
        return None
    start = at + 2 if reading.lower(at + 1) in {",", "—", "–"} else at + 1
    if start not in reading.np_at or start >= cue.start:
        return None
    if not reading.layers.quotes[reading.closes[at]].clause and reading.lower(at - 1) not in _BOUNDS:
        return None  # a quoted term: "the “less painful” | option, our correspondent added"
    between = {reading.vg_of(i) for i in range(start, cue.start)} - {-1, cue.group}
    relative = any(reading.lower(i) in {"who", "which", "that", "whose"} for i in range(start, cue.start))
    if between and not relative:
        return None
    end = cue.start
    while end > start and (reading.lower(end - 1) == "," or reading.tag(end - 1) == "RB"):
        end -= 1
    return start, end


def _inverts(reading: Reading, cue: Cue) -> bool:
    """True for verbs that may stand before their subject after a clause ("…, said Ms Berg"): those that take no object."""
    if not cue.entry.frames.keys().isdisjoint(("object", "object-that", "to")) or "bare" not in cue.entry.frames:
        return False
    subject = reading.subject(cue.group)
    return subject is None or reading.layers.noun_phrases[subject].start > cue.start


def _quoted(reading: Reading, quote: int, start: int) -> list[Span] | None:
    """The quotation before the frame; the clause around it where the quotation is but a part of it."""
    found = reading.layers.quotes[quote]
    ends_clause = (
        reading.lower(found.end - 1) in {",", "!", "?", "…", "—", "-", "--"} or reading.lower(start - 1) == ","
    )
    opening, closing = reading.quote_span(quote)
    if not ends_clause and not (found.clause and opening == reading.sentence(opening)[0]):
        return None
    sentence = reading.sentence(start)[0]
    amid = opening > sentence and reading.lower(opening - 1) not in _FULL_STOPS
    if amid and next_finite(reading, sentence, opening) is not None:
        return [(sentence, closing)]  # the talks were “a farce,” he said
    return whole_quotation(reading, quote)


def _reported(reading: Reading, start: int, end: int) -> list[Span] | None:
    """The clause before the frame, from the start of its sentence."""
    sentence = reading.sentence(start)[0]
    while sentence < start and reading.covered[sentence]:
        sentence += 1
    ends = reading.lower(end) in {".", ",", ""} or end in reading.timex_at
    if reading.lower(sentence) in SUBORDINATORS or (reading.tag(sentence) in {"IN", "JJR", "RB"} and not ends):
        comma = next((i for i in range(sentence, start - 1) if reading.lower(i) == ","), None)
        if comma is None:
            return None
    if reading.lower(end) == "," and reading.lower(start - 2) in {"why", "how", "what"}:
        return None
    if any(reading.framed[i] for i in range(sentence, start)) or reading.lower(sentence) in {"asked", "pressed"}:
        return None
    headline = reading.layers.paragraphs[reading.layers.sentences[reading.layers.sentence_of[start]].paragraph].headline
    final = reading.lower(end) == "." or (headline and end == reading.sentence(start)[1])
    closes = final and sentence in reading.np_at and start - sentence > _SHORTEST_CLAUSE
    if not closes and not any(may_be_finite(reading, i) for i in range(sentence, start)):
        return None
    return [reading.trim(sentence, start)]


def _goes_on(reading: Reading, end: int) -> list[Span]:
    """The rest of a clause that a frame interrupts: "It is his job, he said, | to talk", "a rule, she said, | that is dead"."""
    last = reading.sentence(end - 1)[1]
    at = end + 1
    if reading.lower(end) != "," or at >= last:
        return []
    infinitive = reading.lower(at) == "to" and reading.vg_of(at) >= 0
    if not infinitive and reading.lower(at) not in _GOES_ON:
        return []
    comma = (i for i in range(at, last) if reading.lower(i) in {",", ";"} and reading.quote_at(i) < 0)
    return [reading.trim(at, next(comma, last))]


def _split(reading: Reading, start: int, end: int) -> list[Span] | None:
    """A clause that the frame cuts in two: "The talks, she said, had failed", "In Rome, she said, they had failed"."""
    first, last = reading.sentence(start)
    before, after = reading.trim(first, start), reading.trim(end, last)
    if reading.lower(end) != "," or after[1] <= after[0]:
        return None
    if reading.lower(before[1] - 1) in {"why", "how", "what"}:
        return [before, after] if clause_at(reading, after[0], last) else None
    predicate = before[0] in reading.np_at and reading.vg_of(after[0]) >= 0
    opened = reading.tag(before[0]) in {"IN", "RB"} and clause_at(reading, after[0], last)
    return [before, after] if predicate or opened else None


def _continuation(reading: Reading, end: int) -> list[Span]:
    """The rest of an interrupted quotation: up to one adjunct may stand between ("he said on Friday. “…”")."""
    sentence_end = reading.sentence(end - 1)[1]
    at = end
    while at < sentence_end and reading.lower(at) not in _BOUNDS:
        at += 1
    if reading.lower(at) == "," and reading.lower(at + 1) in {"who", "whose", "which"}:
        at = sentence_end - 1  # “…,” said Ms Berg, who was there. “…”
    following = next_quote(reading, at)
    if following is None or (reading.lower(at) == "." and _has_frame(reading, following)):
        return []
    return joined_quotes(reading, following)


def _has_frame(reading: Reading, quote: int) -> bool:
    """True for a quotation that ends in a comma before words of its own sentence: “Not now,” she added."""
    end = reading.quote_span(quote)[1]
    return reading.lower(end - 2) == "," and end < reading.sentence(end - 1)[1] - 1
