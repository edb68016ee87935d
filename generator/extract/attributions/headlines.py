"""Frames without a verb of saying: "Iran: progress made", "‘No deal’: union answers owners", “It is over.” – Ms Berg."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.attributions.complements import WH, next_finite
from generator.extract.attributions.direct import joined_quotes
from generator.extract.attributions.lexicon import words_of
from generator.extract.attributions.phrases import subject_span
from generator.extract.attributions.reading import Reading, Span
from generator.extract.attributions.sources import subject_of
from generator.extract.layers import Attribution, Paragraph

_LONGEST_SOURCE = 8
"""Most words before the colon; longer openings are no names."""
_FEWEST = 4
"""Fewest words after the colon, the colon counted."""
_DASHES = frozenset({"-", "–", "—", "--"})


def find_unframed(reading: Reading) -> Iterator[Attribution]:
    """The attributions of paragraphs that set the speaker apart by a colon or dash, the headline's first."""
    for paragraph in reading.layers.paragraphs:
        found = (
            _colon(reading, paragraph)
            or _answer(reading, paragraph)
            or _introduced(reading, paragraph)
            or _signature(reading, paragraph)
            or _announced(reading, paragraph)
        )
        if found is not None:
            yield found


def _colon(reading: Reading, paragraph: Paragraph) -> Attribution | None:
    """“Speaker: words” in a headline, "Speaker: “words”" anywhere; None where the words before the colon name no actor."""
    reach = range(paragraph.start, min(paragraph.start + _LONGEST_SOURCE, paragraph.end))
    colon = next((i for i in reach if reading.lower(i) == ":"), None)
    if colon is None or paragraph.end - colon < _FEWEST or paragraph.start not in reading.np_at:
        return None
    source = subject_span(reading, reading.np_at[paragraph.start], colon)
    if source[1] != colon or not _speaks(reading, source):
        return None
    if paragraph.headline and reading.lower(colon + 1) in WH and reading.lower(paragraph.end - 1) != ".":
        return None  # "COP27: What are the sticking points?" asks in the paper's voice
    if paragraph.headline:
        return _attribution(
            reading,
            source,
            (colon, colon + 1),
            [reading.trim(colon + 1, paragraph.end)],
            "attribution/headline colon v1",
        )
    quote = reading.opens.get(colon + 1)
    if quote is None or not reading.layers.quotes[quote].clause:
        return None
    return _attribution(reading, source, (colon, colon + 1), joined_quotes(reading, quote), "attribution/colon v1")


def _speaks(reading: Reading, source: Span) -> bool:
    """True for a known actor, and for a document ("Report: …")."""
    named = reading.layers.mention_of[source[0]] >= 0
    return named or reading.layers.tokens.lemma[source[1] - 1] in words_of("reporting_nouns", "documents")


def _answer(reading: Reading, paragraph: Paragraph) -> Attribution | None:
    """A headline that opens with a quotation and a colon: "‘No deal’: union answers owners"."""
    quote = reading.opens.get(paragraph.start)
    if quote is None or not paragraph.headline:
        return None
    end = reading.quote_span(quote)[1]
    if reading.lower(end) != ":" or end + 1 not in reading.np_at:
        return None
    source = subject_span(reading, reading.np_at[end + 1], paragraph.end)
    speaks = reading.layers.mention_of[source[0]] >= 0 and (source[1] == paragraph.end or reading.finite_at(source[1]))
    return (
        _attribution(reading, source, None, [reading.quote_span(quote)], "attribution/headline colon v1")
        if speaks
        else None
    )


def _introduced(reading: Reading, paragraph: Paragraph) -> Attribution | None:
    """A headline that ends in a colon and a quotation: "General Motors answers union: ‘No deal’"."""
    last = paragraph.end - 1
    quote = reading.closes.get(last)
    opening = reading.quote_span(quote)[0] if quote is not None else -1
    if quote is None or not paragraph.headline or reading.lower(opening - 1) != ":":
        return None
    group = next_finite(reading, paragraph.start, opening)
    source = subject_of(reading, group) if group is not None else None
    if source is None or not _speaks(reading, source):
        return None
    return _attribution(reading, source, None, [reading.quote_span(quote)], "attribution/headline colon v1")


def _signature(reading: Reading, paragraph: Paragraph) -> Attribution | None:
    """“Words” – speaker: a quotation, a dash and a known actor make up the paragraph."""
    quote = reading.opens.get(paragraph.start)
    end = reading.quote_span(quote)[1] if quote is not None else -1
    if quote is None or not reading.layers.quotes[quote].clause or reading.lower(end) not in _DASHES:
        return None
    if end + 1 not in reading.np_at or end + 1 >= paragraph.end:
        return None
    source = subject_span(reading, reading.np_at[end + 1], paragraph.end)
    closes = source[1] == paragraph.end or (source[1] == paragraph.end - 1 and reading.lower(source[1]) == ".")
    speaks = closes and reading.layers.mention_of[source[0]] >= 0
    return (
        _attribution(reading, source, None, joined_quotes(reading, quote), "attribution/signature v1")
        if speaks
        else None
    )


def _announced(reading: Reading, paragraph: Paragraph) -> Attribution | None:
    """A quotation that the paragraph before announces: "And from the envoy:", "The union's head, for her part:"."""
    quote = reading.opens.get(paragraph.start)
    last = paragraph.start - 1
    if quote is None or not reading.layers.quotes[quote].clause or reading.lower(last) != ":":
        return None
    first = reading.paragraph_start(last)
    if last - first > _LONGEST_SOURCE or any(reading.finite_at(i) for i in range(first, last)):
        return None
    phrases = {reading.layers.np_of[i]: i for i in range(last - 1, first - 1, -1) if reading.layers.np_of[i] >= 0}
    mention_of, noun_phrases = reading.layers.mention_of, reading.layers.noun_phrases
    named = (index for index in sorted(phrases) if mention_of[noun_phrases[index].head] >= 0)
    index = next(named, None)
    if index is None:
        return None
    source = noun_phrases[index].start, reading.layers.syntax.extent(index)[1]
    return _attribution(reading, source, (last, last + 1), joined_quotes(reading, quote), "attribution/announced v1")


def _attribution(
    reading: Reading, source: Span, cue: Span | None, content: list[Span], rule: str
) -> Attribution | None:
    if any(reading.covered[i] for span in content for i in range(*span)):
        return None
    return Attribution(
        source=source,
        cue=cue,
        content=content,
        rule=rule,
        lemma=":",
        sentence=reading.layers.sentence_of[source[0]],
    )
