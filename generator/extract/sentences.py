"""Component `sentences`: tokens, paragraphs, quotes and sentences (first, naive version)."""

from __future__ import annotations

from spacy.tokens import Doc

from generator.extract.layers import Layers, Paragraph, Sentence


def split_sentences(layers: Layers, doc: Doc) -> None:
    """Fill `tokens`, `paragraphs`, `sentences`, `quotes` and their look-up lists."""
    t = layers.tokens
    paragraph_start = 0
    for token in doc:
        if token.is_space:
            if "\n" in token.text and len(t) > paragraph_start:
                layers.paragraphs.append(Paragraph(paragraph_start, len(t)))
                paragraph_start = len(t)
            continue
        t.text.append(token.text)
        t.lower.append(token.lower_)
        t.start.append(token.idx)
        t.end.append(token.idx + len(token))
    if len(t) > paragraph_start:
        layers.paragraphs.append(Paragraph(paragraph_start, len(t)))
    t.tag, t.lemma = [""] * len(t), list(t.lower)
    for number, paragraph in enumerate(layers.paragraphs):
        start = paragraph.start
        for i in range(paragraph.start, paragraph.end):
            if t.text[i] in {".", "!", "?"} or i + 1 == paragraph.end:
                layers.sentences.append(Sentence(start, i + 1, number))
                start = i + 1
    layers.sentence_of = [0] * len(t)
    for number, sentence in enumerate(layers.sentences):
        layers.sentence_of[sentence.start : sentence.end] = [number] * (sentence.end - sentence.start)
    layers.quote_of = [-1] * len(t)
    layers.np_of, layers.vg_of, layers.mention_of = [-1] * len(t), [-1] * len(t), [-1] * len(t)
