"""Dating: which expression of time tells when the action of a verb took place."""

from __future__ import annotations

from bisect import bisect_left

from generator.extract.layers import Layers, Timex
from generator.extract.timexes.calendars import as_day
from generator.extract.timexes.governing import BOUNDARIES, PREPOSITIONS, direction_of

LEAD = 4
"""Sentences from the top, the headline among them, in which news tells its day."""

REACH = 8
"""Tokens that may stand between a noun phrase and its date."""

NEWS_AGE = 3
"""Days before publication that the news may be old."""


def date_of_clause(layers: Layers, token: int, *, joined: bool = True, dated: bool = True) -> Timex | None:
    """The expression that dates the verb at a token, or None.

    It is the one the verb governs ("said on Thursday that …"), the one that opens its sentence ("On Tuesday, the
    president, who …, said"), or that of the verb it is coordinated with ("met on Thursday and agreed").

    Args:
        layers: with `timexes` filled.
        token: any token of a verb group.
        joined: whether the day of a coordinated verb or of an infinitive below counts too.
        dated: whether only expressions count whose day can be told; else also "on Thursday" in an article without a date.
    """
    verb = layers.vg_of[token] if token < len(layers.vg_of) else -1
    if verb < 0:
        return None
    timexes = _of_sentence(layers, layers.sentence_of[token], dated=dated)
    own = [one for one in timexes if one.governor == verb]
    if own:
        return min(own, key=lambda one: (abs(one.start - token), one.start))
    if not joined:
        return None
    return _of_complement(layers, verb, timexes) or _of_coordinated(layers, verb, timexes)


def _of_complement(layers: Layers, verb: int, timexes: list[Timex]) -> Timex | None:
    """The expression of the infinitive that completes a verb in its own time: "failed to bring a truce on Monday"."""
    if verb + 1 >= len(layers.verb_groups):
        return None
    group, below = layers.verb_groups[verb], layers.verb_groups[verb + 1]
    complements = not below.finite and below.form == "VB" and 0 <= below.start - group.end <= 2
    if not complements or group.tense != "past" or direction_of(layers, verb + 1) != "past":
        return None
    return next((one for one in timexes if one.governor == verb + 1), None)


def date_of_phrase(layers: Layers, start: int, end: int) -> Timex | None:
    """The expression that dates a noun phrase: within it ("Monday’s talks") or behind it ("talks in Doha on Thursday").

    Nothing but prepositional phrases may stand between.

    Args:
        layers: with `timexes` filled.
        start: first token of the phrase.
        end: one past its last token.
    """
    lower = layers.tokens.lower
    for one in _of_sentence(layers, layers.sentence_of[start]):
        if start <= one.start < end:
            return one
        between = range(end, one.start)
        if one.start >= end and len(between) <= REACH:
            clear = all(layers.vg_of[i] < 0 and lower[i] not in BOUNDARIES and lower[i] != "," for i in between)
            return one if clear else None
    return None


def news_day(layers: Layers) -> Timex | None:
    """The day the article reports: the first day that its lead tells as past, at most three days before publication.

    What is told in the simple past without a date of its own mostly happened on that day; None where the lead tells none
    (an article about something to come).
    """
    published = as_day(layers.article.record.published.date)
    lead = (one for one in layers.timexes if one.kind == "date" and as_day(one.value) and one.governor is not None)
    first = next(lead, None)
    if first is None or first.governor is None or layers.sentence_of[first.start] >= LEAD or published is None:
        return None
    day = as_day(first.value)
    recent = day is not None and 0 <= (published - day).days <= NEWS_AGE
    return first if recent and direction_of(layers, first.governor) == "past" else None


def _of_sentence(layers: Layers, sentence: int, *, dated: bool = True) -> list[Timex]:
    """The expressions of a sentence that name a time, all or those with a date."""
    start, end = layers.sentences[sentence].start, layers.sentences[sentence].end
    first = bisect_left(layers.timexes, start, key=lambda one: one.start)
    found: list[Timex] = []
    for one in layers.timexes[first:]:
        if one.start >= end:
            break
        if one.kind == "date" and (one.value is not None or (not dated and one.form != "vague")):
            found.append(one)
    return found


def _of_coordinated(layers: Layers, verb: int, timexes: list[Timex]) -> Timex | None:
    """The expression of the verb before, where "and" joins the two and they share the subject."""
    group = layers.verb_groups[verb]
    if verb == 0 or not timexes or not group.finite:
        return None
    above = layers.verb_groups[verb - 1]
    same = above.subject is not None and above.subject == group.subject and above.tense == group.tense
    if not same or layers.sentence_of[above.head] != layers.sentence_of[group.head]:
        return None
    joined = any(layers.tokens.lower[i] in {"and", "but"} for i in range(max(group.start - 2, 0), group.start))
    return next((one for one in timexes if one.governor == verb - 1), None) if joined else None


def wording(layers: Layers, timex: Timex) -> str:
    """The expression as the article puts it, with its preposition: "on Thursday"."""
    start = timex.start
    while start and layers.tokens.lower[start - 1] in PREPOSITIONS and timex.start - start < 2:
        start -= 1
    return layers.words(start, timex.end)
