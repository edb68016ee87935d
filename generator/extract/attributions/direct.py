"""Direct speech: telling a quotation (a full clause in quotation marks) from quoted terms, and joining its parts."""

from __future__ import annotations

from generator.extract.attributions.reading import Reading, Span

_QUOTED_SHARE = 0.7
"""How much of the content must stand in quotation marks to count as the speaker's own words."""


def is_direct(reading: Reading, content: list[Span]) -> bool:
    """True where a full clause in quotation marks makes up (nearly) all of the content."""
    words = quoted = 0
    clause = False
    for start, end in content:
        words += end - start
        first = start + (reading.lower(start) == "that")
        for at in range(start, end):
            quote = reading.quote_at(at)
            if quote >= 0:
                quoted += 1
                clause = clause or _is_clause(reading, quote, whole=quote == reading.quote_at(first))
    return clause and quoted >= _QUOTED_SHARE * words


def _is_clause(reading: Reading, quote: int, *, whole: bool) -> bool:
    """True where a quote holds a clause; one amid other words needs a subject of its own (not: his country “needs peace”)."""
    found = reading.layers.quotes[quote]
    if not found.clause or whole:
        return found.clause
    subjects = (
        reading.layers.verb_groups[reading.vg_of(at)].subject
        for at in range(found.start, found.end)
        if reading.vg_of(at) >= 0
    )
    return any(one is not None and reading.layers.noun_phrases[one].start >= found.start for one in subjects)


def joined_quotes(reading: Reading, quote: int) -> list[Span]:
    """A quotation with the paragraphs that continue it (the marks reopened without having been closed)."""
    spans = [reading.quote_span(quote)]
    quotes = reading.layers.quotes
    following = quotes[quote].continues
    while following is not None:
        spans.append(reading.quote_span(following))
        following = quotes[following].continues
    return spans


def next_quote(reading: Reading, at: int) -> int | None:
    """The quotation that opens at token `at` or after one comma or full stop there, within the paragraph."""
    if reading.lower(at) in {",", ".", ":", ";", "—", "–"}:
        at += 1
    if at not in reading.opens or at == 0:
        return None
    sentences, sentence_of = reading.layers.sentences, reading.layers.sentence_of
    same = sentences[sentence_of[at]].paragraph == sentences[sentence_of[at - 1]].paragraph
    return reading.opens[at] if same else None
