"""Quotations without a frame of their own: given to whoever speaks just before them."""

from __future__ import annotations

from generator.extract.attributions.direct import joined_quotes
from generator.extract.attributions.reading import Reading
from generator.extract.layers import Attribution

_REACH = 2
"""How many paragraphs back the last speaker may stand."""


def attach_floating(reading: Reading) -> None:
    """Attach each quoted clause that nobody speaks yet.

    Sieve, in this order: it goes on with the quotation before it (same paragraph, or the paragraph after one that ends with it): one
    statement; the last speaker of the paragraph; the last speaker of the paragraph before. Order after O'Keefe et al. (2012).
    """
    layers = reading.layers
    for index, quote in enumerate(layers.quotes):
        if quote.level or not quote.clause or reading.covered[quote.start] or quote.end - quote.start < _FEWEST:
            continue
        if not _stands_alone(reading, index):
            continue
        before = _last_before(reading, quote.start)
        if before is None:
            continue
        spans = joined_quotes(reading, index)
        if _goes_on(reading, before, quote.start):
            before.content += spans
            for start, end in spans:
                reading.covered[start:end] = b"\\x01" * (end - start)
        else:
            reading.cover(_new(reading, before, index))


_FEWEST = 3
"""Fewest words of a quotation that is a sentence."""


def _stands_alone(reading: Reading, quote: int) -> bool:
    """True where the quotation makes up whole sentences: nothing of the writer's before or after it."""
    start, end = reading.quote_span(quote)
    first, last = reading.sentence(start)[0], reading.sentence(min(end, len(reading)) - 1)[1]
    return start - first <= 1 and last - end <= 1


def _last_before(reading: Reading, at: int) -> Attribution | None:
    """The attribution by speech nearest before a token, at most two paragraphs back."""
    sentences, sentence_of = reading.layers.sentences, reading.layers.sentence_of
    here = sentences[sentence_of[at]].paragraph
    best: Attribution | None = None
    for attribution in reading.found:
        last = max(span[1] for span in attribution.content)
        if last > at or attribution.sort != "speech" or attribution.source is None:
            continue
        if best is None or last > max(span[1] for span in best.content):
            best = attribution
    if best is None or here - sentences[best.sentence].paragraph > _REACH:
        return None
    return best


def _goes_on(reading: Reading, before: Attribution, at: int) -> bool:
    """True where the quotation before ends right before this one, only its frame between them."""
    last = max(span[1] for span in before.content)
    frame_end = max(last, before.cue[1] if before.cue else 0, before.source[1] if before.source else 0)
    quoted = reading.quote_at(last - 1) >= 0
    return quoted and reading.layers.sentence_of[at] - reading.layers.sentence_of[frame_end - 1] <= 1


def _new(reading: Reading, before: Attribution, quote: int) -> Attribution:
    return Attribution(
        source=before.source,
        cue=None,
        content=joined_quotes(reading, quote),
        rule="attribution/floating quotation v1",
        lemma=before.lemma,
        sentence=reading.layers.sentence_of[reading.layers.quotes[quote].start],
        why="no frame of its own: given to the last speaker before it",
    )
