"""The year of days that are told without one, in an article whose day of publication is not known."""

from __future__ import annotations

import re
from datetime import date

from generator.extract.layers import Layers
from generator.extract.timexes.calendars import as_day
from generator.extract.timexes.expressions import Expression
from generator.extract.timexes.governing import Governor
from generator.lexicon.dates import make_date

Found = list[tuple[Expression, Governor]]
COPYRIGHT_YEAR = re.compile(r"(?:19|20)\d\d")

LEAD = 4
"""Sentences from the top whose full dates belong to the news itself and not to its history."""

DAYS_BEFORE, DAYS_AFTER = 45, 240
"""How far before and after a full date the other days of the article may lie, for all to belong to one year."""


def year_of(layers: Layers, found: Found) -> int | None:
    """The year of days without one, None where it cannot be told.

    It is that of a full date, unless that date is history (a later year is spoken of, or the other days of the article
    lie far from it), of the copyright line, or of the beginning that the dossier knows.
    """
    told = _told_year(layers, found)
    if told:
        return told
    for aside in layers.article.record.set_aside:
        if aside.why == "copyright" and (years := COPYRIGHT_YEAR.findall(aside.text)):
            return max(map(int, years))
    start = as_day(layers.dossier.start)
    return start.year if start else None


def is_of_caption(layers: Layers, one: Expression) -> bool:
    """Whether a whole date ends a paragraph of one sentence in the present tense, as in captions of pictures."""
    if one.form != "day" or not one.year:
        return False
    sentence = layers.sentences[layers.sentence_of[one.start]]
    paragraph = layers.paragraphs[sentence.paragraph]
    if sentence.end - one.end > 1 or layers.tokens.text[sentence.end - 1] == "." or paragraph.start < sentence.start:
        return False
    groups = [
        layers.verb_groups[index] for at in range(sentence.start, sentence.end) if (index := layers.vg_of[at]) >= 0
    ]
    first = next((group for group in groups if group.finite), None)
    return first is not None and first.tense == "present" and first.modal is None


def _told_year(layers: Layers, found: Found) -> int | None:
    """The year of the latest full date that is no history, first of all that of a caption."""
    captions = [one.year for one, _ in found if one.year and is_of_caption(layers, one)]
    if captions:
        return max(captions)
    full = [(day, one) for one, _ in found if one.form == "day" and one.year and (day := _day(one, one.year))]
    if not full:
        return None
    latest, one = max(full, key=lambda pair: (pair[0], -pair[1].start))
    if latest.year < max((other.year for other, _ in found if other.year), default=0):
        return None
    lead = layers.sentence_of[one.start] < LEAD
    return latest.year if _others_fit(found, latest, 2 * DAYS_BEFORE if lead else DAYS_BEFORE) else None


def _others_fit(found: Found, latest: date, before: int) -> bool:
    """Whether the days without a year lie at most `before` days before the latest full date, and not long after it."""
    days = [day for one, _ in found if one.form == "day" and not one.year and (day := _day(one, latest.year))]
    return all(-before <= (day - latest).days <= DAYS_AFTER for day in days)


def _day(one: Expression, year: int) -> date | None:
    return make_date(year, one.month or 0, one.day or 0)
