"""Frames before the words they report: "Kiev said (that) …", "promised to …", "urged the rebels to …", "dismissed … as …"."""

from __future__ import annotations

from generator.extract.attributions.chained import chain_in
from generator.extract.attributions.complements import Complement, find_complement
from generator.extract.attributions.cues import Cue
from generator.extract.attributions.direct import joined_quotes, next_quote
from generator.extract.attributions.labels import frame_label
from generator.extract.attributions.lexicon import Sort, words_of
from generator.extract.attributions.reading import SUBORDINATORS, Reading, Span
from generator.extract.attributions.sources import is_empty, source_of
from generator.extract.attributions.spans import clause_content, phrase_content
from generator.extract.layers import Attribution

_CLAUSES = frozenset({"that", "bare", "wh", "object-that", "object-wh"})
_HINGES = SUBORDINATORS | {"to", "for", "from", "with", "by", "of"}
"""Words of the writer's with which a quoted clause goes on: said “the army will move” | if the talks fail."""
_NOBODY = frozenset({"neither", "no", "none", "nobody"})
_ASPECT = frozenset({"continue", "begin", "go", "start", "keep", "use", "dare", "refuse", "decline"})
"""Verbs after which an infinitive is said indeed ("continued to insist that …")."""


def find_indirect(reading: Reading, cue: Cue, cues_at: dict[int, Cue]) -> Attribution | None:
    """The attribution that a cue opens, None where its verb has no complement that reports."""
    if not _asserted(reading, cue):
        return None
    complement = find_complement(reading, cue)
    if complement is None or (complement.frame == "to" and _stays_unnamed(reading, complement.start)):
        return None
    source = source_of(reading, cue)
    if source is not None and cue.passive and is_empty(reading, source):
        source = None
    if source is None and not _impersonal(cue, complement):
        return None
    content = _content(reading, cue, complement, cues_at)
    if not content:
        return None
    return Attribution(
        source=source,
        cue=(cue.start, cue.end),
        content=content,
        rule=frame_label(complement.frame, _sort(cue, complement.frame)),
        lemma=cue.entry.key,
        sort=_sort(cue, complement.frame),
        negated=cue.verb.negated or _nobody(reading, source) or _refuses_to_speak(reading, cue, complement),
        sentence=reading.layers.sentence_of[cue.start],
        to=chain_in(reading, complement.addressee) if complement.addressee is not None else None,
    )


def _sort(cue: Cue, frame: str) -> Sort:
    return cue.entry.frames["quote" if frame == "colon" else frame]


def _nobody(reading: Reading, source: Span | None) -> bool:
    """True for "neither side said", "no one confirmed"."""
    return source is not None and reading.lower(source[0]) in _NOBODY


def _refuses_to_speak(reading: Reading, cue: Cue, complement: Complement) -> bool:
    """True for "declined to comment", "refused to say whether …": nothing is said."""
    verb = reading.lower(complement.start + 1)
    return (
        complement.frame == "to"
        and cue.entry.key in {"decline", "refuse"}
        and verb in words_of("source_phrases", "silence")
    )


def _stays_unnamed(reading: Reading, at: int) -> bool:
    """True at "to be named", "not to be identified": asked for by the source, it is no news."""
    at += reading.lower(at) == "not"
    return reading.lower(at + 1) == "be" and reading.lower(at + 2) in {"named", "identified", "quoted"}


def _impersonal(cue: Cue, complement: Complement) -> bool:
    """True where a report without a source is a report all the same: "it was announced that …"."""
    return cue.passive and cue.verb.finite and complement.frame in {"that", "quote", "wh"}


def _asserted(reading: Reading, cue: Cue) -> bool:
    """False for sayings that are only possible, conditional or purposed: "if he says", "would say", "a chance to say"."""
    if cue.tentative or (cue.verb.form == "VBN" and not cue.finite):
        return False
    if not cue.finite and (cue.verb.form == "VB" or reading.lower(cue.start) == "to"):
        before = reading.vg_of(cue.start - 1)
        return before >= 0 and reading.layers.verb_groups[before].lemma in _ASPECT
    subject = reading.subject(cue.group)
    start = cue.start if subject is None else min(reading.layers.noun_phrases[subject].start, cue.start)
    return reading.lower(start - 1) not in {"if", "unless", "whether"}


def _content(reading: Reading, cue: Cue, complement: Complement, cues_at: dict[int, Cue]) -> list[Span]:
    start = complement.start
    if complement.frame == "quote":
        return _quotation(reading, cue, start, cues_at)
    if complement.frame == "colon":
        return [reading.trim(start, reading.sentence(start)[1])]
    limit = clause_content if complement.frame in _CLAUSES else phrase_content
    span = limit(reading, cue.verb, start, cues_at)
    return [span] if span[1] > span[0] else []


def _quotation(reading: Reading, cue: Cue, start: int, cues_at: dict[int, Cue]) -> list[Span]:
    """A quotation after its frame; the clause that it opens where words of the writer's go on with it."""
    quote = reading.opens[start]
    spans = joined_quotes(reading, quote)
    end = spans[0][1]
    amid = (
        reading.lower(start - 1) not in {",", ":"} and reading.lower(end - 2) != "," and reading.lower(end) in _HINGES
    )
    amid = amid or (end not in reading.np_at and reading.finite_at(end) and reading.lower(end - 2) != ",")
    if amid or not reading.layers.quotes[quote].clause:
        return [clause_content(reading, cue.verb, start, cues_at)]
    if len(spans) == 1 and reading.lower(end) in {"and", "or"} and end + 1 in reading.opens:
        return [(start, reading.quote_span(reading.opens[end + 1])[1])]  # chanted “no” and “never”
    following = next_quote(reading, end)
    if following is not None and len(spans) == 1 and reading.lower(end - 2) not in {".", "!", "?"}:
        spans += joined_quotes(reading, following)
    return spans
