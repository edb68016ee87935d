"""The component itself: recognise, date the article where it has no date, then resolve."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from generator.extract.layers import Layers, Timex
from generator.extract.timexes.calendars import as_day, holds
from generator.extract.timexes.clock import Clock
from generator.extract.timexes.expressions import Expression
from generator.extract.timexes.governing import Governor, govern
from generator.extract.timexes.headings import headings_of
from generator.extract.timexes.intervals import join_intervals
from generator.extract.timexes.publication import beginning_of, settle_publication, told_events
from generator.extract.timexes.recognise import recognise
from generator.extract.timexes.resolve import resolve
from generator.extract.timexes.years import year_of

Found = list[tuple[Expression, Governor]]


def find_timexes(layers: Layers, doc: Doc) -> None:
    """Fill `timexes`; the article's record gets its day of publication where that can be inferred from them."""
    expressions = recognise(layers.tokens, layers.article.text)
    found = [(one, govern(layers, one)) for one in expressions]
    published = settle_publication(layers, found)
    if published is not layers.article.record.published:
        record = layers.article.record.model_copy(update={"published": published})
        layers.article = replace(layers.article, record=record)
    layers.timexes = resolve_all(layers, found, as_day(published.date))


def resolve_all(layers: Layers, found: Found, published: date | None) -> list[Timex]:
    """All expressions as timexes, counted from a day of publication (None where it is not known)."""
    events = told_events(layers, found, published)
    clock = Clock(published, year=year_of(layers, found), events=events, start=as_day(layers.dossier.start))
    headings = headings_of(layers, [one for one, _ in found])
    timexes: list[Timex] = []
    for one, governor in found:
        clock.heading = next((told for at, told in reversed(headings) if at < one.start), None)
        timex = resolve(layers, one, governor.direction, clock)
        timex.governor = governor.verb
        _narrow_beginning(layers, timex, clock)
        _note_saying(layers, timex, clock)
        timexes.append(timex)
    return join_intervals(layers, timexes)


def _narrow_beginning(layers: Layers, timex: Timex, clock: Clock) -> None:
    """Narrow a span that tells a known beginning: "the invasion began last week" is the day of the invasion."""
    if timex.precision not in {"week", "month", "year"} or timex.value is None or timex.governor is None:
        return
    name = beginning_of(layers, timex.governor)
    day = clock.events.get(name or "")
    if day and holds(timex.value, day):
        timex.value, timex.precision = day.isoformat(), "day"
        timex.why = f"the day of the {name}, which lies in that time ({timex.why})"


def _note_saying(layers: Layers, timex: Timex, clock: Clock) -> None:
    """Remember the day of a verb in the simple past: "On Sunday it said talks would be held on Monday"."""
    day = as_day(timex.value)
    if day is None or timex.governor is None or timex.kind != "date":
        return
    group = layers.verb_groups[timex.governor]
    if group.finite and group.tense == "past" and not group.perfect:
        clock.said = (layers.sentence_of[timex.start], day)
