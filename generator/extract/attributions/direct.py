"""Direct speech: telling a quotation (a full clause in quotation marks) from quoted terms, and joining its parts."""

from __future__ import annotations

from generator.extract.attributions.reading import Reading, Span

_QUOTED_SHARE = 0.7
"""How much of the content must stand in quotation marks to count as the speaker's own words."""
_SENTENCE = 8
"""From how many tokens on, marks included, a quotation without a verb counts as a sentence."""


def is_direct(reading: Reading, content: list[Span]) -> bool:
    """True where the content opens with a quotation mark and is (nearly) all quoted: a clause, or words enough to be a sentence.

    After "that" the writer reports, whatever is quoted: said that “the parties heard each other”.
    """
    first = reading.quote_at(content[0][0])
    if first < 0 or reading.quote_span(first)[0] != content[0][0]:
        return False
    words = [at for start, end in content for at in range(start, end)]
    quoted = sum(reading.quote_at(at) >= 0 for at in words)
    spoken = any(reading.layers.quotes[quote].clause for quote in {reading.quote_at(at) for at in words} if quote >= 0)
    return (spoken or len(words) >= _SENTENCE) and quoted >= _QUOTED_SHARE * len(words)


def joined_quotes(reading: Reading, quote: int) -> list[Span]:
    """A quotation with the paragraphs that continue it (the marks reopened without having been closed)."""
    spans = [reading.quote_span(quote)]
    quotes = reading.layers.quotes
    following = quotes[quote].continues
    while following is not None:
        spans.append(reading.quote_span(following))
        following = quotes[following].continues
    return spans


def whole_quotation(reading: Reading, quote: int) -> list[Span]:
    """A quotation with the paragraphs before it that it continues, as far as nobody speaks them yet."""
    quotes, first = reading.layers.quotes, quote
    while (before := reading.continued.get(first)) is not None and not reading.covered[quotes[before].start]:
        first = before
    return joined_quotes(reading, first)


def next_quote(reading: Reading, at: int) -> int | None:
    """The quotation that opens at token `at` or after one comma or full stop there, within the paragraph."""
    if reading.lower(at) in {",", ".", ":", ";", "—", "–"}:
        at += 1
    if at not in reading.opens or at == 0:
        return None
    sentences, sentence_of = reading.layers.sentences, reading.layers.sentence_of
    same = sentences[sentence_of[at]].paragraph == sentences[sentence_of[at - 1]].paragraph
    return reading.opens[at] if same else None
