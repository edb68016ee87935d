"""Dates of saying: the day that stands with the cue in its clause, or that of the occasion it names; else none.

What was said on another day than the words around it is the rule in the press, not the exception: the day of the news, of the article or
of the speaker's other words dates nothing here.
"""

from __future__ import annotations

from generator.extract.attributions.lexicon import words_of
from generator.extract.attributions.reading import Reading
from generator.extract.layers import Attribution, Timex, VerbGroup
from generator.extract.timexes import date_of_clause
from generator.extract.timexes.calendars import as_day
from generator.extract.timexes.governing import direction_of

_REACH = 12
"""How many words from the cue a date may stand that belongs to a noun of its frame."""
_FAR = 3
"""How many sentences back the meeting may be told that "at the meeting" points to."""


def date_attributions(reading: Reading) -> None:
    """Give each attribution its date and the reasoning; those that the text does not date keep None.

    Sieve: the date of the cue's own clause ("said on Tuesday"); that of a noun in its frame that was put out on a day ("in a statement
    released on Tuesday"); that of the saying it goes on from within its sentence ("…, adding that"); that of the meeting told of just
    before, to which a definite occasion points ("after the talks").
    """
    last: Attribution | None = None
    for found in sorted(reading.found, key=_order):
        if found.cue is None or found.date is not None:
            continue
        if not _by_own_words(reading, found):
            if last is not None and _goes_on_from(reading, found, last):
                found.date, found.date_by = last.date, "date/continued v1"
                found.date_why = "goes on from the words before it in its sentence"
            else:
                _at_meeting(reading, found)
        last = found


def _by_own_words(reading: Reading, found: Attribution) -> bool:
    """Date an attribution by a day in its own frame; False where none stands there."""
    for label, find in _SIEVE:
        timex = find(reading, found)
        if timex is not None:
            found.date, found.date_why, found.date_by = timex.value, timex.why, label
            return True
    return False


def _order(attribution: Attribution) -> tuple[int, int]:
    return attribution.sentence, attribution.cue[0] if attribution.cue else attribution.content[0][0]


def _own(reading: Reading, found: Attribution) -> Timex | None:
    """The day that the cue's verb governs, if it stands in the frame and tells the time of nothing else."""
    verb = _verb(reading, found)
    timex = date_of_clause(reading.layers, verb.head, joined=False) if verb is not None else None
    return timex if timex is not None and _dates(reading, found, timex) else None


def _dates(reading: Reading, found: Attribution, timex: Timex) -> bool:
    """True for a single day outside what is reported that no noun or limit takes: not "Tuesday's talks", "since Tuesday"."""
    if as_day(timex.value) is None or reading.covered[timex.start] or reading.quote_at(timex.start) >= 0:
        return False
    if any(span is not None and span[0] <= timex.start < span[1] for span in (found.source,)):
        return False
    owned = reading.lower(timex.end) in {"'s", "’s"} or reading.layers.np_of[timex.end - 1] == _np(reading, timex.end)
    limits = words_of("dates_of_speech", "limits")
    near = range(max(timex.start - 1, 0), timex.start)
    return not owned and not any(reading.lower(i) in limits for i in near) and not _ahead(reading, timex)


def _np(reading: Reading, token: int) -> int:
    """The noun phrase of a token, -2 outside, so that two tokens outside are in no common one."""
    index = reading.layers.np_of[token] if token < len(reading) else -1
    return index if index >= 0 else -2


def _ahead(reading: Reading, timex: Timex) -> bool:
    """True where the date is that of something to come ("ahead of talks on Friday", "before the vote on Sunday")."""
    first = reading.sentence(timex.start)[0]
    window = [reading.lower(i) for i in range(max(first, timex.start - 7), timex.start)]
    cut = max((i for i, word in enumerate(window) if word == ","), default=-1)
    return not words_of("dates_of_speech", "ahead").isdisjoint(window[cut + 1 :])


def _verb(reading: Reading, found: Attribution) -> VerbGroup | None:
    """The verb of the cue, None for nouns, colons and source phrases."""
    index = next((reading.vg_of(i) for i in range(*found.cue) if reading.vg_of(i) >= 0), -1) if found.cue else -1
    return reading.layers.verb_groups[index] if index >= 0 else None


def _released(reading: Reading, found: Attribution) -> Timex | None:
    """The day on which the words themselves were put out ("in a video posted on Sunday"); an interview's is not that of speaking."""
    if found.cue is None:
        return None
    layers = reading.layers
    start, end = found.cue[1], min(found.cue[1] + _REACH, reading.sentence(found.cue[0])[1])
    for timex in layers.timexes_from(start, end):
        group = layers.verb_groups[timex.governor] if timex.governor is not None else None
        if timex.kind != "date" or group is None or group.start < start or not _dates(reading, found, timex):
            continue
        noun = layers.np_of[group.start - 1]
        head = layers.tokens.lemma[layers.noun_phrases[noun].head] if noun >= 0 else ""
        if group.form in {"VBN", "VBD"} and head in words_of("dates_of_speech", "put_out"):
            return timex
    return None


def _speaking(reading: Reading, found: Attribution) -> Timex | None:
    """The day of a participle of speaking in the frame: "The envoy, speaking in Doha on Sunday, said"."""
    if found.cue is None:
        return None
    layers = reading.layers
    for timex in layers.timexes_from(*reading.sentence(found.cue[0])):
        group = layers.verb_groups[timex.governor] if timex.governor is not None else None
        speaks = group is not None and group.form == "VBG" and group.lemma in words_of("dates_of_speech", "speaking")
        if group is not None and speaks and not reading.covered[group.start] and timex.kind == "date":
            between = range(min(group.start, found.cue[0]), max(group.start, found.cue[0]))
            alone = not any(
                layers.verb_groups[layers.vg_of[i]].finite
                for i in between
                if layers.vg_of[i] >= 0 and i not in range(*found.cue)
            )
            return timex if alone and as_day(timex.value) is not None and not _ahead(reading, timex) else None
    return None


def _goes_on_from(reading: Reading, found: Attribution, last: Attribution) -> bool:
    """True for a second cue of the same speaker in the sentence of a dated one: "said on Tuesday that …, adding that"."""
    verb, before = _verb(reading, found), _verb(reading, last)
    if last.date is None or last.sentence != found.sentence or not found.speakers or found.speakers != last.speakers:
        return False
    if verb is None or before is None or found.sort != "speech" or verb.perfect or _names_time(reading, found):
        return False
    return not verb.finite or verb.tense == before.tense


def _names_time(reading: Reading, found: Attribution) -> bool:
    """True where the clause of the cue has an expression of time or a word for another time of its own ("had earlier said")."""
    if found.cue is None:
        return False
    near = range(max(found.cue[0] - 2, 0), min(found.cue[1] + 3, len(reading)))
    other = words_of("dates_of_speech", "other_times")
    return any(reading.lower(i) in other or i in reading.timex_at for i in near if not reading.covered[i])


def _at_meeting(reading: Reading, found: Attribution) -> None:
    """The day of the meeting that "at the meeting", "after the talks" in the cue's clause points back to."""
    verb = _verb(reading, found)
    if verb is None or found.sort != "speech" or verb.perfect or verb.tense != "past" or not _occasion(reading, found):
        return
    layers = reading.layers
    for number in range(found.sentence - 1, max(found.sentence - _FAR, 0) - 1, -1):
        sentence = layers.sentences[number]
        nouns = words_of("dates_of_speech", "meetings")
        if not any(layers.tokens.lemma[i] in nouns for i in range(sentence.start, sentence.end)):
            continue
        days = {timex.value for timex in layers.timexes_from(sentence.start, sentence.end) if timex.kind == "date"}
        past = [
            timex
            for timex in layers.timexes_from(sentence.start, sentence.end)
            if timex.governor is not None and direction_of(layers, timex.governor) == "past" and as_day(timex.value)
        ]
        if len(days) == 1 and len(past) == 1:
            found.date, found.date_by = past[0].value, "date/at the meeting v1"
            found.date_why = f"said at or after the meeting of {past[0].value}"
        return


def _occasion(reading: Reading, found: Attribution) -> bool:
    """True where "at", "during" or "after" with "the" and a noun for a meeting stand in the frame, outside what is reported."""
    if found.cue is None:
        return False
    nouns = words_of("dates_of_speech", "meetings")
    first, last = reading.sentence(found.cue[0])
    for at in range(max(first, found.cue[0] - _REACH), min(found.cue[1] + _REACH, last) - 2):
        if reading.covered[at] or reading.lower(at) not in {"at", "during", "after"}:
            continue
        index = reading.np_at.get(at + 1)
        if index is None or reading.lower(at + 1) not in {"the", "their"} or reading.covered[at + 1]:
            continue
        phrase = reading.layers.noun_phrases[index]
        if reading.layers.tokens.lemma[phrase.head] in nouns and phrase.head - phrase.start == 1:
            return True
    return False


_SIEVE = (
    ("date/beside the cue v1", _own),
    ("date/put out v1", _released),
    ("date/speaking v1", _speaking),
)
