"""Quotations without a frame of their own: given to whoever speaks just before them."""

from __future__ import annotations

from generator.extract.attributions.complements import next_finite
from generator.extract.attributions.direct import joined_quotes
from generator.extract.attributions.reading import Reading, Span
from generator.extract.attributions.sources import subject_of
from generator.extract.layers import Attribution

_REACH = 2
"""How many paragraphs back the last speaker may stand."""


def attach_floating(reading: Reading) -> None:
    """Attach each quoted clause that nobody speaks yet.

    Sieve, in this order: it goes on with a quotation of its paragraph: one statement; the subject of the sentence before it
    ("The envoy was blunt. “…”"); the last speaker before it. After O'Keefe et al. (2012).
    """
    for index, quote in enumerate(reading.layers.quotes):
        if quote.level or not quote.clause or reading.covered[quote.start] or quote.end - quote.start < _FEWEST:
            continue
        after_colon = _after_report(reading, quote.start - 1)
        if after_colon is not None:
            reading.cover(
                _new(reading, after_colon, index, "it follows the same speaker's reported words after a colon")
            )
            continue
        if not _stands_alone(reading, index):
            continue
        before = _last_before(reading, quote.start)
        continued = _continued(reading, before, quote.start)
        if continued is not None:
            reading.add(continued, joined_quotes(reading, index))
        else:
            introduced = _introducer(reading, quote.start)
            source = introduced or (before.source if before is not None else None)
            if source is not None:
                known = "the subject of the sentence before it" if introduced else "the last speaker before it"
                found = _new(reading, source, index, f"no frame of its own: given to {known}")
                found.rule = found.rule if introduced else "attribution/following quotation v1"
                reading.cover(found)


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


def _continued(reading: Reading, before: Attribution | None, at: int) -> Attribution | None:
    """The direct speech that a quotation at token `at` goes on with, None where the text has turned elsewhere."""
    if before is None:
        return None
    sentences, sentence_of = reading.layers.sentences, reading.layers.sentence_of
    here = sentences[sentence_of[at]].paragraph
    for attribution in reversed(reading.found):
        last = max(span[1] for span in attribution.content)
        if last > at or (attribution.source != before.source and sentence_of[last - 1] != before.sentence):
            continue
        if reading.quote_at(last - 1) >= 0 and sentences[sentence_of[last - 1]].paragraph == here:
            return attribution
    return None


def _introducer(reading: Reading, at: int) -> Span | None:
    """The subject of the sentence before a quotation, where it stands in the same paragraph and is a person or pronoun."""
    layers = reading.layers
    number = layers.sentence_of[at] - 1
    if number < 0 or layers.sentences[number].paragraph != layers.sentences[number + 1].paragraph:
        return None
    sentence = layers.sentences[number]
    group = next_finite(reading, sentence.start, sentence.end)
    source = subject_of(reading, group) if group is not None else None
    named = (layers.mention_of[i] for i in range(*source or (0, 0)) if layers.mention_of[i] >= 0)
    first = next(named, None)
    return source if first is not None and layers.mentions[first].kind == "person" else None


def _after_report(reading: Reading, opening: int) -> Span | None:
    """The source of the report that ends at a colon right before the opening mark: he said he “will try”: “…”."""
    if (
        reading.lower(opening - 1) != ":"
        or reading.layers.sentence_of[opening - 1] != reading.layers.sentence_of[opening]
    ):
        return None
    for attribution in reading.found:
        if attribution.sort == "speech" and any(span[1] == opening - 1 for span in attribution.content):
            return attribution.source
    return None


def _new(reading: Reading, source: Span, quote: int, why: str) -> Attribution:
    return Attribution(
        source=source,
        cue=None,
        content=joined_quotes(reading, quote),
        rule="attribution/floating quotation v1",
        sentence=reading.layers.sentence_of[reading.layers.quotes[quote].start],
        why=why,
    )
