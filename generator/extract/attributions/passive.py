"""Passives: "The plan was rejected by the rebels" (with an agent), "It was reported that …" (without)."""

from __future__ import annotations

from generator.extract.attributions.cues import Cue
from generator.extract.attributions.phrases import phrase_end, subject_span
from generator.extract.attributions.reading import Reading, Span
from generator.extract.attributions.sources import agent_of
from generator.extract.layers import Attribution


def find_passive(reading: Reading, cue: Cue) -> Attribution | None:
    """The attribution of a passive whose "by" phrase names the source and whose subject is what was said or judged."""
    verb = cue.verb
    frame = next((frame for frame in ("object", "as", "complement") if frame in cue.entry.frames), None)
    subject = reading.subject(cue.group)
    if not verb.passive or subject is None or frame is None:
        return None
    if not verb.finite and "as" not in cue.entry.frames:
        return None
    found = _agent(reading, cue)
    if found is None:
        return None
    source, predicate = found
    content = subject_span(reading, subject, verb.start)
    if content[1] > cue.start or any(reading.covered[i] for i in range(*content)):
        return None
    return Attribution(
        source=source,
        cue=(cue.start, cue.end),
        content=[content] if predicate is None else [content, predicate],
        rule="attribution/passive v1" if cue.entry.frames[frame] == "speech" else "attribution/act v1",
        lemma=cue.entry.key,
        sort=cue.entry.frames[frame],
        negated=verb.negated,
        sentence=reading.layers.sentence_of[cue.start],
    )


def _agent(reading: Reading, cue: Cue) -> tuple[Span, Span | None] | None:
    """The agent of a passive, and the predicate before or after it ("was described | as “useful” | by Ankara")."""
    source = agent_of(reading, cue)
    if source is None:
        return None
    between = cue.end, source[0] - 1
    if reading.lower(cue.end) == "as" or cue.end in reading.opens:
        return source, between if between[0] < between[1] else None
    return source, _predicate(reading, source[1]) if "as" in cue.entry.frames else None


def _predicate(reading: Reading, at: int) -> Span | None:
    """“as a “farce”", "as useful" at token `at`: up to the end of the noun phrase, or of the quotation."""
    if reading.lower(at) != "as":
        return None
    end = reading.noun_end(at + 1) if at + 1 in reading.np_at else at + 1
    if end in reading.opens:
        return at, reading.quote_span(reading.opens[end])[1]
    if end == at + 1 and reading.tag(end) == "JJ":
        return at, end + 1
    return (at, phrase_end(reading, reading.np_at[at + 1], reading.sentence(at)[1])) if end > at + 1 else None
