"""Participles that open a sentence: "Noting that time was short, the envoy stressed …" — the subject behind them speaks."""

from __future__ import annotations

from generator.extract.attributions.complements import find_complement, next_finite
from generator.extract.attributions.cues import Cue
from generator.extract.attributions.phrases import subject_span
from generator.extract.attributions.reading import Reading, Span
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
    main = _main_clause(reading, complement.start, last)
    if main is None:
        return None
    comma, source = main
    return Attribution(
        source=source,
        cue=(cue.start, cue.end),
        content=[reading.trim(complement.start, comma)],
        rule="attribution/fronted participle v1",
        lemma=cue.entry.key,
        sort=cue.entry.frames[complement.frame],
        sentence=reading.layers.sentence_of[cue.start],
    )


def _main_clause(reading: Reading, start: int, last: int) -> tuple[int, Span] | None:
    """The comma after which a subject with a finite verb stands, and that subject."""
    groups = reading.layers.verb_groups
    for at in range(start + 1, last - 1):
        if reading.lower(at) != "," or reading.quote_at(at) >= 0 or at + 1 not in reading.np_at:
            continue
        group = next_finite(reading, at + 1, last)
        subject = groups[group].subject if group is not None else None
        if group is not None and subject is not None and subject == reading.np_at[at + 1]:
            return at, subject_span(reading, subject, groups[group].start)
    return None
