"""Component `attributions`: who says, thinks or wants what, as source, cue and content.

A grammar over a lexicon of reporting verbs: each verb brings the frames it reports in (`lexicon/reporting_verbs.yml`), and one module
knows each way of ordering source, cue and content. Attributions do not nest: what stands within reported words is the speaker's, as
in PolNeAR (Newell, Margolin & Ruths 2018).
"""

from __future__ import annotations

from spacy.tokens import Doc

from generator.extract.attributions.according import find_source_phrases
from generator.extract.attributions.as_clauses import find_as_clause
from generator.extract.attributions.chained import credit_media, find_quoted_as_saying, passes_on, trailing_medium
from generator.extract.attributions.cues import Cue, find_cues
from generator.extract.attributions.dates import date_attributions
from generator.extract.attributions.direct import is_direct
from generator.extract.attributions.floating import attach_floating
from generator.extract.attributions.fronted import find_fronted
from generator.extract.attributions.headlines import find_unframed
from generator.extract.attributions.indirect import find_indirect
from generator.extract.attributions.labels import label_of
from generator.extract.attributions.lexicon import adjective_entries, noun_entries
from generator.extract.attributions.nominal import find_nominal
from generator.extract.attributions.parenthetical import Frame, find_parenthetical
from generator.extract.attributions.passive import find_passive
from generator.extract.attributions.reading import Reading, Span
from generator.extract.attributions.relative import find_relative
from generator.extract.attributions.speakers import assign_source
from generator.extract.attributions.stating import drop_repeats, settle
from generator.extract.attributions.turns import SPOKEN, take_turns
from generator.extract.layers import Attribution, Layers


def find_attributions(layers: Layers, doc: Doc) -> None:
    """Fill `layers.attributions`; reads every layer before it.

    Args:
        layers: the layers of one article; positions are tokens.
        doc: unused; components share one signature.
    """
    reading = Reading(layers)
    take_turns(reading)
    cues = [cue for cue in find_cues(reading) if reading.quote_at(cue.start) < 0]
    media = _parenthetical(reading, cues)
    media += _source_phrases(reading, cues, fronted=True)
    _indirect(reading, cues)
    _source_phrases(reading, cues, fronted=False)
    _nominal(reading, cues)
    for unframed in find_unframed(reading):
        reading.cover(unframed)
    attach_floating(reading)
    credit_media(reading, media)
    reading.found = [attribution for attribution in reading.found if _has_words(attribution)]
    for attribution in reading.found:
        assign_source(reading, attribution, attribution.source)
        attribution.direct = attribution.rule in SPOKEN or is_direct(reading, attribution.content)
        settle(reading, attribution)
    drop_repeats(reading)
    date_attributions(reading)
    for attribution in reading.found:
        attribution.rule = label_of(attribution)
    layers.attributions = sorted(reading.found, key=_place)


def _has_words(attribution: Attribution) -> bool:
    """Whether anything is left of the content once marks and connecting words at its ends are off ("said: …" has none)."""
    attribution.content = [span for span in attribution.content if span[0] < span[1]]
    if attribution.source and attribution.source[0] >= attribution.source[1]:
        attribution.source = None
    return bool(attribution.content)


def _place(attribution: Attribution) -> tuple[int, int]:
    return min(span[0] for span in attribution.content), attribution.sentence


def _parenthetical(reading: Reading, cues: list[Cue]) -> list[Span]:
    """First the frames behind their words: they show that the words before them are not the writer's.

    Returns the media that only pass on what another says.
    """
    cues_at = {cue.start: cue for cue in cues}
    media = []
    for cue in cues:
        if reading.covered[cue.start]:
            continue
        medium = trailing_medium(reading, cue)
        comment = find_as_clause(reading, cue) if medium is None else None
        frame = find_parenthetical(reading, cue) if medium is None and comment is None else None
        if comment is not None:
            reading.cover(comment)
        elif frame is not None and passes_on(reading, frame.source, frame.content, cues_at):
            medium = frame.source
        elif frame is not None:
            reading.cover(_from_frame(reading, cue, frame))
        if medium is not None:
            media.append(medium)
            reading.framed[cue.start : cue.end] = b"\x01" * (cue.end - cue.start)
    return media


def _from_frame(reading: Reading, cue: Cue, frame: Frame) -> Attribution:
    return Attribution(
        source=frame.source,
        cue=(cue.start, cue.end),
        content=frame.content,
        rule=frame.rule,
        lemma=cue.entry.key,
        sort=cue.entry.frames.get("quote", "speech"),
        negated=cue.verb.negated,
        sentence=reading.layers.sentence_of[cue.start],
    )


def _indirect(reading: Reading, cues: list[Cue]) -> None:
    cues_at = {cue.start: cue for cue in cues}
    taken = {attribution.cue for attribution in reading.found}
    for cue in cues:
        if (
            reading.covered[cue.start]
            or reading.framed[cue.start]
            or (cue.start, cue.end) in taken
            or reading.covered[min(cue.end, len(reading))]
        ):
            continue
        attribution = (
            find_quoted_as_saying(reading, cue, cues_at)
            or find_passive(reading, cue)
            or find_relative(reading, cue, cues_at)
            or find_fronted(reading, cue)
            or find_indirect(reading, cue, cues_at)
        )
        if attribution is not None:
            reading.cover(attribution)


def _source_phrases(reading: Reading, cues: list[Cue], *, fronted: bool) -> list[Span]:
    """Source phrases; returns the media that only pass on ("According to Tass, the ministry claims that …").

    Those that open their sentence speak all of it; any other yields to frames of speech within its sentence.
    """
    cues_at = {cue.start: cue for cue in cues}
    media = []
    for attribution in find_source_phrases(reading):
        source, cue = attribution.source, attribution.cue
        if (
            source is None
            or cue is None
            or any(reading.covered[i] for span in attribution.content for i in range(*span))
        ):
            continue
        if passes_on(reading, source, attribution.content, cues_at):
            media.append(source)
        elif not fronted or cue[0] - reading.sentence(cue[0])[0] <= 1 or _speaks_all(reading, attribution, cues_at):
            reading.cover(attribution)
    return media


def _speaks_all(reading: Reading, attribution: Attribution, cues_at: dict[int, Cue]) -> bool:
    """True where nobody else speaks in what a source phrase reports, nor before it: thoughts are part of it."""
    first = attribution.content[0][0] if attribution.cue is None else reading.sentence(attribution.cue[0])[0]
    inner = (cues_at[at] for at in range(first, max(span[1] for span in attribution.content)) if at in cues_at)
    return not any("speech" in cue.entry.frames.values() for cue in inner)


def _nominal(reading: Reading, cues: list[Cue]) -> None:
    """Nouns and adjectives of saying and thinking that no verb has reported yet."""
    cues_at = {cue.start: cue for cue in cues}
    nouns, adjectives = noun_entries(), adjective_entries()
    for at, lemma in enumerate(reading.layers.tokens.lemma):
        if (lemma in nouns or lemma in adjectives) and not reading.covered[at] and reading.quote_at(at) < 0:
            attribution = find_nominal(reading, at, cues_at)
            if attribution is not None and not any(reading.covered[span[0]] for span in attribution.content):
                reading.cover(attribution)
