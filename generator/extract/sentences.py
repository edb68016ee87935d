"""Component `sentences`: tokens, paragraphs, quotations and sentences.

`text/tokens.py` mends spaCy's tokens, `text/quotes.py` reads the quotation marks, `text/boundaries.py` the ends of sentences,
`text/lengths.py` breaks what would never end, `text/turns.py` finds who speaks which paragraphs of a transcript.
"""

from __future__ import annotations

from spacy.tokens import Doc

from generator.extract.layers import Layers, Paragraph, Sentence
from generator.extract.text.boundaries import sentence_starts
from generator.extract.text.lengths import with_breaks
from generator.extract.text.quotes import QuoteReader
from generator.extract.text.tokens import read_tokens
from generator.extract.text.turns import find_turns


def split_sentences(layers: Layers, doc: Doc) -> None:
    """Fill `tokens`, `paragraphs`, `sentences`, `quotes`, `turns` and the look-up lists `sentence_of` and `quote_of`.

    The look-up lists of later components (`np_of`, `vg_of`, `mention_of`) are set to -1 throughout.
    """
    layers.tokens, breaks = read_tokens(doc)
    tokens = layers.tokens
    count = len(tokens)
    tokens.tag, tokens.lemma = [""] * count, list(tokens.lower)
    headline_end = layers.article.headline_end
    reader = QuoteReader(tokens)
    for number, start in enumerate(breaks if count else ()):
        end = breaks[number + 1] if number + 1 < len(breaks) else count
        paragraph = Paragraph(start, end, headline=tokens.end[end - 1] <= headline_end)
        layers.paragraphs.append(paragraph)
        reader.read(paragraph)
        starts = with_breaks(tokens, sentence_starts(tokens, paragraph, reader.marks), end)
        layers.sentences += [Sentence(a, b, number) for a, b in zip(starts, [*starts[1:], end], strict=True)]
    layers.quotes = reader.finish()
    for i in reader.marks.opening:
        tokens.tag[i] = "``"
    for i in reader.marks.closing:
        tokens.tag[i] = "''"
    _fill_look_ups(layers, count)
    layers.turns = find_turns(layers)


def _fill_look_ups(layers: Layers, count: int) -> None:
    for number, sentence in enumerate(layers.sentences):
        layers.sentence_of += [number] * (sentence.end - sentence.start)
    layers.quote_of = [-1] * count
    for number, quote in enumerate(layers.quotes):
        if quote.level == 0:
            layers.quote_of[quote.start : quote.end] = [number] * (quote.end - quote.start)
    layers.np_of, layers.vg_of, layers.mention_of = [-1] * count, [-1] * count, [-1] * count
