"""Source phrases without a verb: "according to …", "in the words of …", "in the minister's view"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.attributions.lexicon import words_of
from generator.extract.attributions.reading import Reading, Span
from generator.extract.layers import Attribution

_FEWEST = 2
_HINGES = frozenset({"because", "that", "and", "but", "when", "where", "which", "why", "although", "since"})
"""Words that open a clause: a source phrase after them speaks what follows alone."""


def find_source_phrases(reading: Reading) -> Iterator[Attribution]:
    """Attributions by source phrases outside quotation marks, in the order of the text; whether they hold is for the caller to say."""
    heads: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(words_of("source_phrases", "before_source")):
        words = tuple(phrase.split())
        heads.setdefault(words[0], []).append(words)
    lower = reading.layers.tokens.lower
    for at, word in enumerate(lower):
        if word not in heads or reading.quote_at(at) >= 0:
            continue
        for words in heads[word]:
            if tuple(lower[at : at + len(words)]) == words:
                found = _attribution(reading, at, at + len(words))
                if found is not None:
                    yield found
                break


def _attribution(reading: Reading, start: int, end: int) -> Attribution | None:
    sentence = reading.sentence(start)
    source = _source(reading, end, sentence[1])
    if source is None:
        return None
    content = _content(reading, start, source[1], sentence)
    if content is None or content[0][1] - content[0][0] < _FEWEST:
        return None
    return Attribution(
        source=source,
        cue=(start, source[0]),
        content=content,
        rule="attribution/source phrase v1",
        lemma=" ".join(reading.layers.tokens.lower[start:end]),
        sentence=reading.layers.sentence_of[start],
    )


def _source(reading: Reading, at: int, end: int) -> Span | None:
    """The noun phrase after the words; "information from" and the like are passed over."""
    if at not in reading.np_at:
        return None
    phrase = reading.layers.noun_phrases[reading.np_at[at]]
    if reading.lower(phrase.head) in words_of("source_phrases", "information") and reading.lower(phrase.end) in {
        "from",
        "by",
        "of",
    }:
        inner = phrase.end + 1
        if inner in reading.np_at:
            return _full(reading, inner, end)
    return _full(reading, at, end)


def _full(reading: Reading, at: int, end: int) -> Span:
    syntax = reading.layers.syntax
    last = syntax.conjuncts(reading.np_at[at])[-1]
    return at, min(max(syntax.extent(reading.np_at[at])[1], syntax.extent(last)[1]), end)


def _content(reading: Reading, start: int, end: int, sentence: Span) -> list[Span] | None:
    """The clause that goes with a source phrase: after it where it opens the sentence, before it where it follows."""
    before = reading.trim(sentence[0], start)
    after = reading.trim(end, sentence[1])
    if before[1] > before[0] and reading.lower(before[1] - 1) in _HINGES and reading.lower(end) == ",":
        return [after]  # "it ended because, according to the envoy, …"
    if any(reading.vg_of(i) >= 0 for i in range(*before)):
        amid = reading.lower(start - 1) == "," and reading.lower(end) == "," and reading.vg_of(before[1] - 1) >= 0
        return [before, after] if amid else [before]
    commas = (i for i in range(end, sentence[1]) if reading.lower(i) == "," and reading.quote_at(i) < 0)
    comma = next(commas, None)
    if comma is not None and reading.lower(comma + 1) in {"who", "which", "whose"}:
        comma = next(commas, comma)  # "According to the minister, who took part, …"
    return None if comma is None else [reading.trim(comma + 1, sentence[1])]
