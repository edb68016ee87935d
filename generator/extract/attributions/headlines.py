"""Headlines that name the speaker before a colon: "Iran: progress made in nuclear talks", "Kasich: ‘We are going all the way’"."""

from __future__ import annotations

from generator.extract.attributions.phrases import subject_span
from generator.extract.attributions.reading import Reading
from generator.extract.layers import Attribution

_LONGEST_SOURCE = 8
"""Most words before the colon; longer openings are no names."""


def find_headline_colon(reading: Reading) -> Attribution | None:
    """The attribution of a headline "Speaker: words", None where the words before its colon name no actor."""
    layers = reading.layers
    headline = next((paragraph for paragraph in layers.paragraphs if paragraph.headline), None)
    if headline is None:
        return None
    colon = next(
        (
            i
            for i in range(headline.start, min(headline.start + _LONGEST_SOURCE, headline.end))
            if reading.lower(i) == ":"
        ),
        None,
    )
    if colon is None or headline.end - colon < _FEWEST or headline.start not in reading.np_at:
        return None
    source = subject_span(reading, reading.np_at[headline.start], colon)
    named = layers.mention_of[source[0]] >= 0
    if source[1] != colon or not named or any(reading.covered[i] for i in range(colon + 1, headline.end)):
        return None
    return Attribution(
        source=source,
        cue=(colon, colon + 1),
        content=[reading.trim(colon + 1, headline.end)],
        rule="attribution/headline colon v1",
        lemma=":",
        sentence=layers.sentence_of[colon],
    )


_FEWEST = 4
"""Fewest words after the colon, the colon counted."""
