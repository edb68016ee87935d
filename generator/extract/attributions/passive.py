"""Passives: "The plan was rejected by the rebels" (with an agent), "It was reported that …" (without)."""

from __future__ import annotations

from generator.extract.attributions.cues import Cue
from generator.extract.attributions.phrases import subject_span
from generator.extract.attributions.reading import Reading
from generator.extract.attributions.sources import agent_of
from generator.extract.layers import Attribution


def find_passive(reading: Reading, cue: Cue) -> Attribution | None:
    """The attribution of a passive whose "by" phrase names the source and whose subject is what was said or judged."""
    verb = cue.verb
    if not verb.passive or not verb.finite or verb.subject is None or "object" not in cue.entry.frames:
        return None
    source = agent_of(reading, cue)
    if source is None:
        return None
    content = subject_span(reading, verb.subject, verb.start)
    if content[1] > cue.start or any(reading.covered[i] for i in range(*content)):
        return None
    return Attribution(
        source=source,
        cue=(cue.start, cue.end),
        content=[content],
        rule="attribution/passive v1",
        lemma=cue.entry.key,
        sort=cue.entry.frames["object"],
        negated=verb.negated,
        sentence=reading.layers.sentence_of[cue.start],
    )
