"""Relative clauses around a cue: "the plan, which Kiev says is dead", "what he called a farce"."""

from __future__ import annotations

from generator.extract.attributions.cues import Cue
from generator.extract.attributions.reading import Reading, Span
from generator.extract.attributions.sources import subject_of
from generator.extract.attributions.spans import clause_content, phrase_content
from generator.extract.layers import Attribution

_PRONOUNS = frozenset({"which", "who", "whom", "that", "what", "where"})


def find_relative(reading: Reading, cue: Cue, cues_at: dict[int, Cue]) -> Attribution | None:
    """The attribution of a cue whose source follows a relative pronoun that stands for (a part of) what is reported."""
    source = subject_of(reading, cue.group)
    if source is None or not cue.verb.finite or cue.passive or cue.tentative:
        return None
    pronoun = source[0] - 1
    if reading.lower(pronoun) not in _PRONOUNS or reading.covered[pronoun]:
        return None
    found = _rest(reading, cue, cues_at)
    if found is None:
        return None
    frame, rest = found
    return Attribution(
        source=source,
        cue=(cue.start, cue.end),
        content=[(pronoun, pronoun + 1), _inside_commas(reading, pronoun, rest)] if frame == "bare" else [rest],
        rule="attribution/relative clause v1" if frame == "bare" else "attribution/relative predicate v1",
        lemma=cue.entry.key,
        sort=cue.entry.frames[frame],
        negated=cue.verb.negated,
        sentence=reading.layers.sentence_of[cue.start],
    )


def _inside_commas(reading: Reading, pronoun: int, rest: Span) -> Span:
    """A relative clause after a comma ends at the next one."""
    if reading.lower(pronoun - 1) != ",":
        return rest
    comma = next((at for at in range(*rest) if reading.lower(at) == "," and reading.quote_at(at) < 0), rest[1])
    return rest[0], max(comma, rest[0] + 1)


def _rest(reading: Reading, cue: Cue, cues_at: dict[int, Cue]) -> tuple[str, Span] | None:
    """The frame and the words after the cue: a verb without a subject ("… says | is dead"), or a predicate ("called | a farce")."""
    at = cue.end
    index = reading.vg_of(at)
    frames = cue.entry.frames
    if "bare" in frames and index >= 0 and reading.layers.verb_groups[index].finite:
        return "bare", clause_content(reading, cue.verb, at, cues_at)
    predicate = at in reading.opens or at in reading.np_at or reading.tag(at) in {"JJ", "VBN"}
    if "complement" in frames and predicate:
        return "complement", phrase_content(reading, cue.verb, at, cues_at)
    if "as" in frames and reading.lower(at) == "as":
        return "as", phrase_content(reading, cue.verb, at + 1, cues_at)
    return None
