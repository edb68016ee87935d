"""Comments in an "as" clause: "As the envoy noted, …", "…, as the union put it"."""

from __future__ import annotations

from generator.extract.attributions.cues import Cue
from generator.extract.attributions.phrases import inverted_span, phrase_end
from generator.extract.attributions.reading import Reading, Span
from generator.extract.attributions.sources import subject_of
from generator.extract.layers import Attribution

_COMPARED = 6
"""Words before "as" among which another one makes it a comparison."""


def find_as_clause(reading: Reading, cue: Cue) -> Attribution | None:
    """The attribution of a cue whose clause opens with "as" and ends at punctuation; its content is the rest of the sentence."""
    comments = "quote" in cue.entry.frames and ("bare" in cue.entry.frames or cue.entry.key == "put it")
    if not comments or not cue.finite or cue.passive or cue.tentative:
        return None
    found = _source(reading, cue)
    if found is None:
        return None
    source, opener, end = found
    end = _over_adjuncts(reading, end)
    if reading.lower(end) not in {",", ".", ":", "—", "–", "-", "--"}:
        return None
    sentence = reading.sentence(cue.start)
    if any(
        reading.lower(i) in {"as", "so", "much", "such"} for i in range(max(sentence[0], opener - _COMPARED), opener)
    ):
        return None  # "as bad as she said", "not as much as he promised"
    first = sentence[0]
    if reading.lower(opener - 1) in {"and", "but"}:
        first = opener  # "the war is over, and as Ms Berg noted, nobody won"
    after, before = reading.trim(end, sentence[1]), reading.trim(first, opener)
    said = before if before[1] - before[0] > 1 and any(reading.vg_of(i) >= 0 for i in range(*before)) else after
    amid = said == after and before[0] in reading.np_at and before[1] <= opener
    content = [before, after] if amid and before[0] < before[1] else [said]
    if said[1] <= said[0] or any(reading.covered[i] for span in content for i in range(*span)):
        return None
    return Attribution(
        source=source,
        cue=(cue.start, cue.end),
        content=content,
        rule="attribution/as-clause v1",
        lemma=cue.entry.key,
        sort=cue.entry.frames["quote"],
        negated=cue.verb.negated,
        sentence=reading.layers.sentence_of[cue.start],
    )


def _over_adjuncts(reading: Reading, at: int) -> int:
    """Over dates and prepositional phrases: "As the envoy noted | in a column | on Monday, …"."""
    end = reading.sentence(at - 1)[1]
    while at < end:
        after = reading.timex_at.get(at)
        if after is None and reading.tag(at) == "IN" and at + 1 < end:
            after = reading.timex_at.get(at + 1)
            if after is None and at + 1 in reading.np_at:
                after = phrase_end(reading, reading.np_at[at + 1], end)
        if after is None or after <= at:
            return at
        at = after
    return at


def _source(reading: Reading, cue: Cue) -> tuple[Span, int, int] | None:
    """Source, the token of "as" and the end of the clause, for "as X noted" and "as noted X"."""
    end = reading.sentence(cue.start)[1]
    if reading.lower(cue.start - 1) == "as":
        inverted = inverted_span(reading, cue.end, end)
        return None if inverted is None else (inverted, cue.start - 1, inverted[1])
    source = subject_of(reading, cue.group)
    if source is None or reading.lower(source[0] - 1) != "as":
        return None
    return source, source[0] - 1, cue.end
