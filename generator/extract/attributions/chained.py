"""Chained reports: "ABC News quoted the envoy as saying …" (the envoy speaks, ABC passes it on); "…, Tass reported, citing …"."""

from __future__ import annotations

from generator.extract.attributions.complements import clause_at
from generator.extract.attributions.cues import Cue
from generator.extract.attributions.direct import joined_quotes, whole_quotation
from generator.extract.attributions.lexicon import words_of
from generator.extract.attributions.phrases import inverted_span, phrase_end
from generator.extract.attributions.reading import Reading, Span
from generator.extract.attributions.sources import source_of
from generator.extract.attributions.spans import clause_content
from generator.extract.layers import Attribution

_SAYING = frozenset({"saying", "telling", "stating", "claiming", "declaring", "warning", "adding"})
_QUOTERS = frozenset({"quote", "cite"})


def find_quoted_as_saying(reading: Reading, cue: Cue, cues_at: dict[int, Cue]) -> Attribution | None:
    """The attribution of "quoted X as saying (that) …" or "X was quoted as saying …", None where the words are others."""
    if cue.verb.lemma not in _QUOTERS:
        return None
    end = reading.sentence(cue.end - 1)[1]
    speaker = source_of_passive(reading, cue) if cue.passive else _object(reading, cue, end)
    if speaker is None:
        return None
    at = cue.end if cue.passive else speaker[1]
    while at < end and reading.lower(at) != "as":
        at += 1
    if at + 2 > end or reading.lower(at + 1) not in _SAYING:
        return None
    content = _content(reading, cue, at + 2, end, cues_at)
    if content is None:
        return None
    reading.framed[at : at + 2] = b"\x01\x01"
    found = Attribution(
        source=speaker,
        cue=(cue.start, cue.end),
        content=content,
        rule="attribution/quoted as saying v1",
        lemma=cue.entry.key,
        sentence=reading.layers.sentence_of[cue.start],
    )
    medium = None if cue.passive else source_of(reading, cue)
    found.via = chain_in(reading, medium) if medium is not None else None
    return found


def _content(reading: Reading, cue: Cue, start: int, end: int, cues_at: dict[int, Cue]) -> list[Span] | None:
    """What follows "saying"; where nothing does, the quotation before the frame: “…,” NTV quoted him as saying."""
    close = reading.quote_before(cue.start)
    subject = reading.subject(cue.group)
    if close is None and subject is not None:
        close = reading.quote_before(reading.layers.noun_phrases[subject].start)
    if close is not None and start not in reading.opens and reading.lower(start) != "that":
        return whole_quotation(reading, close)
    dated = reading.timex_at.get(start + 1, start) if reading.lower(start) == "on" else start
    if dated >= end or reading.lower(dated) in {".", ";", "by"}:
        first = reading.sentence(cue.start)[0]
        close = next((i for i in range(cue.start - 1, first - 1, -1) if i in reading.closes), None)
        return joined_quotes(reading, reading.closes[close]) if close is not None else None
    if reading.lower(start) in {",", ":"}:
        start += 1
    if start not in reading.opens and reading.lower(start) != "that" and not clause_at(reading, start, end):
        return None
    return [clause_content(reading, None, start, cues_at)]


def passes_on(reading: Reading, source: Span, content: list[Span], cues_at: dict[int, Cue]) -> bool:
    """True where a medium's frame holds a report of its own: "The rebels said …, the agency AFP reported" (the rebels speak)."""
    if not any(_is_medium(reading, at) for at in range(*source)):
        return False
    inner = next((cues_at[at] for at in range(*content[0]) if at in cues_at and cues_at[at].finite), None)
    first = next((at for at in range(*content[0]) if reading.vg_of(at) >= 0), None)
    return inner is not None and inner.start == first and inner.entry.frames.get("quote") == "speech"


def _is_medium(reading: Reading, at: int) -> bool:
    index = reading.layers.mention_of[at]
    named = index >= 0 and reading.layers.mentions[index].kind == "media"
    return named or reading.lower(at) in words_of("source_phrases", "media")


def trailing_medium(reading: Reading, cue: Cue) -> Span | None:
    """The medium that closes a sentence after another's frame: “…,” the minister said, reports AP."""
    end = reading.sentence(cue.start)[1]
    source = inverted_span(reading, cue.end, end)
    if source is None or reading.lower(cue.start - 1) != "," or cue.entry.frames.get("quote") != "speech":
        return None
    framed = any(reading.framed[i] for i in range(reading.sentence(cue.start)[0], cue.start))
    closes = reading.lower(source[1]) in {".", ""} or source[1] == end
    return source if framed and closes and any(_is_medium(reading, at) for at in range(*source)) else None


def credit_media(reading: Reading, media: list[Span]) -> None:
    """Write the medium of a sentence into the reports it passes on."""
    sentence_of = reading.layers.sentence_of
    for span in media:
        for attribution in reading.found:
            if attribution.sentence == sentence_of[span[0]] and attribution.via is None and attribution.source != span:
                attribution.via = chain_in(reading, span)


def source_of_passive(reading: Reading, cue: Cue) -> Span | None:
    """The subject of a passive: who "was quoted"."""
    from_subject = reading.subject(cue.group)
    if from_subject is None:
        return None
    phrase = reading.layers.noun_phrases[from_subject]
    return phrase.start, phrase.end


def _object(reading: Reading, cue: Cue, end: int) -> Span | None:
    """The object with its apposition, up to "as": "the head of the delegation, Mr Torres,"."""
    if cue.end not in reading.np_at:
        return None
    stop = phrase_end(reading, reading.np_at[cue.end], end)
    while stop < end and reading.lower(stop) != "as":
        if reading.vg_of(stop) >= 0:
            return None
        stop += 1
    return reading.trim(cue.end, stop)


def chain_in(reading: Reading, span: Span) -> int | None:
    """The chain of the first mention within a span."""
    for at in range(*span):
        index = reading.layers.mention_of[at]
        if index >= 0 and reading.layers.mentions[index].chain is not None:
            return reading.layers.mentions[index].chain
    return None
