"""Dates of saying: the date of the cue's clause, the day of the meeting it speaks about, or the day of the same speaker's other words."""

from __future__ import annotations

from datetime import date, timedelta

from generator.extract.attributions.lexicon import words_of
from generator.extract.attributions.reading import Reading
from generator.extract.layers import Attribution, Timex
from generator.extract.timexes import date_of_clause, news_day
from generator.extract.timexes.calendars import as_day
from generator.extract.timexes.dating import LEAD
from generator.lexicon import load_lexicon

_FRAME_REACH = 8
"""How many words from the cue a date may stand and still tell when it was said."""
_RECENT = timedelta(days=1)
"""How long before publication a meeting may lie that undated words about "the talks" are taken to belong to."""


def date_attributions(reading: Reading) -> None:
    """Give each attribution its date and the reasoning; those that cannot be dated keep None.

    Sieve: the date of its own clause; "at the same time" takes the day of the words before; "after the meeting" and words about
    the talks take the day of the meeting told of beside them, else of the article's latest; the same speaker speaks on the same
    day throughout; what was said in the simple past was said on the day that the news is of, else on the day of the meeting in
    which the speaker took part. A date wider than a day, words like "earlier" or "before the meeting" and perfect tenses ("has
    said") bar all but the first.
    """
    ordered = sorted(reading.found, key=_order)
    meetings = _meetings(reading)
    free = []
    last: Attribution | None = None
    for found in ordered:
        frame = _frame_words(reading, found)
        if not _own_date(reading, found) and not _says_other_time(reading, found, frame):
            _date_by_context(reading, found, frame, last, meetings)
            free.append(found)
        elif found.date is not None:
            free.append(found)
        last = found
    _same_speaker(free)
    undated = [found for found in free if found.date is None]
    _by_news(reading, ordered, undated)
    _by_part_taken(reading, undated, meetings)


def _order(attribution: Attribution) -> tuple[int, int]:
    return attribution.sentence, attribution.cue[0] if attribution.cue else attribution.content[0][0]


def _own_date(reading: Reading, found: Attribution) -> bool:
    timex = date_of_clause(reading.layers, _verb_of(reading, found)) if found.cue else None
    timex = timex or _only_timex_of_frame(reading, found)
    day = _day(timex)
    if timex is not None and day is not None:
        found.date, found.date_why = day, timex.why
    return timex is not None


def _only_timex_of_frame(reading: Reading, found: Attribution) -> Timex | None:
    """The one date that stands in the frame without governing its verb ("said in a video published Sunday")."""
    if found.cue is None:
        return None
    start, end = reading.sentence(found.cue[0])
    layers = reading.layers
    dates = [
        timex for timex in layers.timexes_from(start, end) if timex.kind == "date" and not reading.covered[timex.start]
    ]
    if len(dates) != 1:
        return None
    gap = dates[0].start - found.cue[1] if dates[0].start > found.cue[0] else found.cue[0] - dates[0].end
    return dates[0] if gap <= _FRAME_REACH else None


def _verb_of(reading: Reading, found: Attribution) -> int:
    """A token of the cue that is part of a verb group, where there is one."""
    start, end = found.cue or found.content[0]
    return next((i for i in range(start, end) if reading.vg_of(i) >= 0), start)


def _day(timex: Timex | None) -> str | None:
    if timex is None or timex.value is None or as_day(timex.value) is None:
        return None
    return timex.value


def _frame_words(reading: Reading, found: Attribution) -> str:
    """The words of the sentence outside what is reported, lower-cased, without articles: " after meeting mr torres said "."""
    if found.cue is None:
        return " "
    start, end = reading.sentence(found.cue[0])
    inside = {i for span in found.content for i in range(*span)}
    words = (reading.lower(i) for i in range(start, end) if i not in inside)
    return f" {' '.join(word for word in words if word not in _ARTICLES)} "


_ARTICLES = frozenset({"the", "a", "an"})


def _says_other_time(reading: Reading, found: Attribution, frame: str) -> bool:
    """True where the frame points away from what stands around it: "earlier", "before the meeting", "has long said"."""
    if any(phrase in frame for phrase in load_lexicon("dates_of_speech")["other_times"]):
        found.date_why = "said at another time than what stands around it"
        return True
    group = reading.vg_of(_verb_of(reading, found)) if found.cue else -1
    return group >= 0 and reading.layers.verb_groups[group].perfect


def _date_by_context(
    reading: Reading, found: Attribution, frame: str, last: Attribution | None, meetings: list[Meeting]
) -> None:
    same_time = any(phrase in frame for phrase in load_lexicon("dates_of_speech")["same_time"])
    nouns = words_of("dates_of_speech", "meetings")
    meeting = _meeting_of(reading, found, meetings)
    if same_time and last is not None and last.date is not None:
        found.date, found.date_why = last.date, "said at the time of the statement before it"
    elif meeting is not None and not nouns.isdisjoint(frame.split()):
        found.date, found.date_why = meeting, f"said at or after the meeting of {meeting}"
    elif meeting is not None and found.sort == "speech" and _speaks_of_meeting(reading, found):
        found.date, found.date_why = meeting, f"speaks of the meeting of {meeting}, which the article reports"


def _by_news(reading: Reading, ordered: list[Attribution], undated: list[Attribution]) -> None:
    """Sayings in the simple past, and quotations and sources without a verb, are of the day of the news."""
    day = _news_day(reading, ordered)
    for found in undated:
        if day is not None and found.sort == "speech" and found.speakers and _is_news(reading, found):
            found.date = max(day, _latest_past(reading, found))
            found.date_why = f"told as the news of {found.date}"


def _latest_past(reading: Reading, found: Attribution) -> str:
    """The latest day that the reported words tell as past: they were said no earlier. "" where they tell none."""
    layers = reading.layers
    published = layers.article.record.published.date or ""
    days = [
        timex.value
        for span in found.content
        for timex in layers.timexes_from(*span)
        if timex.governor is not None and layers.verb_groups[timex.governor].tense == "past" and _day(timex)
    ]
    return max((day for day in days if day is not None and day <= published), default="")


def _news_day(reading: Reading, ordered: list[Attribution]) -> str | None:
    """The day that the lead tells as past, else the day of the first dated words in it, if they are recent."""
    told = _day(news_day(reading.layers))
    published = reading.layers.article.record.published.date
    until = as_day(published) if published else None
    if told is not None or until is None:
        return told
    days = (as_day(found.date) for found in ordered if found.sentence < LEAD and found.date is not None)
    first = next((day for day in days if day is not None), None)
    return first.isoformat() if first is not None and timedelta() <= until - first <= _RECENT else None


def _is_news(reading: Reading, found: Attribution) -> bool:
    """False for the present tense ("insists that …"), which tells where a speaker stands and not what happened."""
    verb = reading.vg_of(_verb_of(reading, found)) if found.cue else -1
    return verb < 0 or reading.layers.verb_groups[verb].form in {"VBD", "VBN"}


def _by_part_taken(reading: Reading, undated: list[Attribution], meetings: list[Meeting]) -> None:
    """Words of those who took part in a meeting are of its day where nothing tells more."""
    delegates = _delegates(reading, meetings) if meetings else set()
    for found in undated:
        meeting = _meeting_of(reading, found, meetings) if found.date is None else None
        if meeting is not None and not delegates.isdisjoint(found.speakers):
            found.date, found.date_why = meeting, f"the speaker took part in the meeting of {meeting}"


def _delegates(reading: Reading, meetings: list[Meeting]) -> set[int]:
    """Chains of persons and bodies that took part: named in a sentence that tells of a meeting, or negotiators by their role."""
    layers = reading.layers
    told = {number for number, _ in meetings}
    words = words_of("dates_of_speech", "delegates")
    found = set()
    for mention in layers.mentions:
        if mention.chain is None or mention.kind not in {"person", "body"}:
            continue
        named = layers.sentence_of[mention.start] in told
        if named or any(layers.tokens.lower[i] in words for i in range(mention.start, mention.end)):
            found.add(mention.chain)
    return found


def _speaks_of_meeting(reading: Reading, found: Attribution) -> bool:
    """True where what is said is about the talks themselves."""
    nouns = words_of("dates_of_speech", "meetings")
    return any(reading.lower(i) in nouns for span in found.content for i in range(*span))


Meeting = tuple[int, date]
"""The sentence that tells of a past meeting, and its day."""


def _meetings(reading: Reading) -> list[Meeting]:
    """The past meetings told of: single days up to publication in sentences that speak of talks, not as plans."""
    layers = reading.layers
    published = layers.article.record.published.date
    until = as_day(published) if published else None
    nouns = words_of("dates_of_speech", "meetings")
    found = []
    for timex in layers.timexes:
        day = as_day(timex.value) if timex.kind == "date" and timex.value else None
        if day is None or (until is not None and day > until):
            continue
        planned = timex.governor is not None and layers.verb_groups[timex.governor].tense in {"future", "conditional"}
        number = layers.sentence_of[timex.start]
        sentence = layers.sentences[number]
        # both within somebody's words or both outside: "On Tuesday she said that talks …" dates the saying
        told = (i for i in range(sentence.start, sentence.end) if reading.covered[i] == reading.covered[timex.start])
        if not planned and any(layers.tokens.lower[i] in nouns for i in told):
            found.append((number, day))
    return found


def _meeting_of(reading: Reading, found: Attribution, meetings: list[Meeting]) -> str | None:
    """The day of the last meeting told of before a statement in its paragraph, else of the article's latest if it is recent."""
    sentences = reading.layers.sentences
    here = sentences[found.sentence].paragraph
    beside = [day for number, day in meetings if number <= found.sentence and sentences[number].paragraph == here]
    if beside:
        return beside[-1].isoformat()
    published = reading.layers.article.record.published.date
    until = as_day(published) if published else None
    recent = [day for _, day in meetings if until is None or until - _RECENT <= day]
    return max(recent).isoformat() if recent else None


def _same_speaker(ordered: list[Attribution]) -> None:
    """Undated words take the day of the same speaker's words nearest to them, before rather than after."""
    dated: dict[tuple[int, ...], list[tuple[int, str]]] = {}
    for place, found in enumerate(ordered):
        if found.date is not None and found.speakers:
            dated.setdefault(tuple(found.speakers), []).append((place, found.date))
    for place, found in enumerate(ordered):
        known = dated.get(tuple(found.speakers), [])
        if found.date is None and known:
            found.date = min(known, key=lambda one: (one[0] > place, abs(one[0] - place)))[1]
            found.date_why = "the same speaker's words on that day stand beside it"
