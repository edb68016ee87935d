"""Participles that open a sentence: "Noting that time was short, the envoy stressed …" — the subject behind them speaks."""

from __future__ import annotations

from generator.extract.attributions.complements import find_complement
from generator.extract.attributions.cues import Cue
from generator.extract.attributions.phrases import subject_span
from generator.extract.attributions.reading import Reading
from generator.extract.layers import Attribution

_CLAUSES = frozenset({"that", "wh", "object-that"})
_PHRASES = frozenset({"object", "object-to", "as", "complement"})


def find_fronted(reading: Reading, cue: Cue) -> Attribution | None:
    """The attribution of a participle that opens its sentence, None where no clause or no subject after a comma follows."""
    first, last = reading.sentence(cue.start)
    if cue.verb.form != "VBG" or cue.finite or cue.start != first:
        return None
    complement = find_complement(reading, cue)
    if complement is None:
        return None
    if complement.frame not in _CLAUSES and (
        complement.frame not in _PHRASES or cue.entry.frames[complement.frame] != "speech"
    ):
        return None
    subject = reading.subject(cue.group)
    start = reading.layers.noun_phrases[subject].start if subject is not None else 0
    comma = next((i for i in range(start, complement.start, -1) if reading.lower(i) == ","), None)
    if subject is None or comma is None or start >= last:
        return None
    verb = next((i for i in range(start, last) if reading.finite_at(i)), last)
    source = subject_span(reading, subject, verb)
    return Attribution(
        source=source,
        cue=(cue.start, cue.end),
        content=[reading.trim(complement.start, comma)],
        rule="attribution/fronted participle v1",
        lemma=cue.entry.key,
        sort=cue.entry.frames[complement.frame],
        sentence=reading.layers.sentence_of[cue.start],
    )
