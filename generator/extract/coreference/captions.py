"""Lines beside the text: headings, captions, standfirsts. They name actors, but no pronoun of the text takes up whom they name."""

from __future__ import annotations

from generator.extract.layers import Layers
from generator.extract.mentions.words import word_set

ENDS = frozenset([".", "!", "?", "”", "’", "''", "'", '"', ":", ")", "…", "...", ";", ",", "—", "–", "-"])
"""How paragraphs of the text end; a quotation may be broken by a line of its own."""
LONGEST = 60
"""Words of the longest caption."""


def is_aside(layers: Layers, paragraph: int) -> bool:
    """Whether a paragraph stands beside the text: no full stop ends it, or its words say that it tells of a picture."""
    row = layers.paragraphs[paragraph]
    if row.headline or not 0 < row.end - row.start <= LONGEST:
        return False
    if layers.tokens.text[row.end - 1] not in ENDS:
        return True
    return bool(word_set("picture_words") & set(layers.tokens.lower[row.start : row.end]))


def aside_sentences(layers: Layers) -> frozenset[int]:
    """The sentences of all lines beside the text."""
    beside = {number for number in range(len(layers.paragraphs)) if is_aside(layers, number)}
    return frozenset(number for number, sentence in enumerate(layers.sentences) if sentence.paragraph in beside)
