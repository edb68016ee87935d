"""Dates of saying: the date of the cue's clause, the day of the meeting it followed, or the date of the same speaker's last words."""

from __future__ import annotations

from generator.extract.attributions.reading import Reading
from generator.extract.layers import Attribution, Timex
from generator.extract.timexes import date_of_clause
from generator.extract.timexes.calendars import as_day
from generator.lexicon import load_lexicon

_CARRY_PARAGRAPHS = 3
"""How many paragraphs on a date still holds for the same speaker."""


def date_attributions(reading: Reading) -> None:
    """Give each attribution its date and the reasoning; those that cannot be dated keep None.

    Sieve: the clause's own date; "after the meeting" takes that meeting's day; "at the same time" the day of the words before; the
    same speaker goes on speaking on the same day until the text turns elsewhere ("before the meeting", "earlier", a perfect tense).
    """
    last: Attribution | None = None
    by_speaker: dict[tuple[int, ...], Attribution] = {}
    for attribution in sorted(reading.found, key=_order):
        _date(reading, attribution, last, by_speaker.get(tuple(attribution.speakers)))
        if attribution.speakers:
            by_speaker[tuple(attribution.speakers)] = attribution
        last = attribution


def _order(attribution: Attribution) -> tuple[int, int]:
    return attribution.sentence, attribution.cue[0] if attribution.cue else attribution.content[0][0]


def _date(reading: Reading, found: Attribution, last: Attribution | None, own: Attribution | None) -> None:
    timex = date_of_clause(reading.layers, _head(reading, found)) if found.cue else None
    day = _day(timex)
    if day is not None and timex is not None:
        found.date, found.date_why = day, timex.why
        return
    if timex is not None:
        return
    words = _frame_words(reading, found)
    lexicon = load_lexicon("dates_of_speech")
    if any(phrase in words for phrase in lexicon["other_times"]):
        found.date_why = "said at another time than what stands around it"
    elif any(f"after {noun}" in words for noun in _meetings()):
        meeting = _meeting_day(reading, found.sentence)
        if meeting is not None:
            found.date, found.date_why = meeting, "said after the meeting, which is dated before it in the text"
    elif last is not None and last.date and any(phrase in words for phrase in lexicon["same_time"]):
        found.date, found.date_why = last.date, "said at the time of the statement before it"
    elif own is not None and own.date and _goes_on(reading, own, found):
        found.date, found.date_why = own.date, "the same speaker goes on"


def _head(reading: Reading, found: Attribution) -> int:
    """A token of the cue that is part of a verb group where there is one."""
    assert found.cue is not None
    return next((i for i in range(*found.cue) if reading.vg_of(i) >= 0), found.cue[0])


def _day(timex: Timex | None) -> str | None:
    if timex is None or timex.value is None or as_day(timex.value) is None:
        return None
    return timex.value


def _frame_words(reading: Reading, found: Attribution) -> str:
    """The words of the sentence outside what is reported, lower-cased, articles left out: "after meeting mr torres said"."""
    if found.cue is None:
        return ""
    start, end = reading.sentence(found.cue[0])
    inside = {i for span in found.content for i in range(*span)}
    words = [
        reading.lower(i) for i in range(start, end) if i not in inside and reading.lower(i) not in {"the", "a", "an"}
    ]
    return f" {' '.join(words)} "


def _meetings() -> list[str]:
    nouns: list[str] = load_lexicon("dates_of_speech")["meetings"]
    return nouns


def _meeting_day(reading: Reading, sentence: int) -> str | None:
    """The day of the nearest meeting before a sentence: the last single day in a sentence that speaks of talks."""
    layers = reading.layers
    nouns = set(_meetings())
    for timex in reversed(layers.timexes):
        place = layers.sentence_of[timex.start]
        if place > sentence or _day(timex) is None:
            continue
        words = layers.sentences[place]
        if any(reading.layers.tokens.lemma[i] in nouns for i in range(words.start, words.end)):
            return timex.value
    return None


def _goes_on(reading: Reading, own: Attribution, found: Attribution) -> bool:
    """True where the same speaker's words follow at once and are told in the same tense."""
    sentences = reading.layers.sentences
    near = sentences[found.sentence].paragraph - sentences[own.sentence].paragraph <= _CARRY_PARAGRAPHS
    group = reading.vg_of(_head(reading, found)) if found.cue else -1
    return near and (group < 0 or not reading.layers.verb_groups[group].perfect)
