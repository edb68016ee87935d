"""The date of a talk mention: the expression inside or right behind it, else that of its verbs."""

from __future__ import annotations

from itertools import pairwise

from generator.extract.layers import Layers, Timex
from generator.extract.meetings.lexicon import words
from generator.extract.meetings.talk import Talk
from generator.extract.timexes import date_of_clause
from generator.extract.timexes.calendars import as_day

_CLOSE = 6
"""Words between a mention and the date that stands with it, at most."""
_BACKGROUND = frozenset(["when", "since", "before", "until", "after"])


def date_of_talk(layers: Layers, talk: Talk) -> Timex | None:
    """The expression that dates the meeting of a mention; None where there is none, or where it dates something past beside it.

    "The truce was declared when the talks began on 5 May" dates the truce: a clause of time speaks of talks only in passing.
    """
    for timex in layers.timexes_from(talk.start, talk.end + _CLOSE + 1):
        if timex.kind == "date" and timex.value and _stands_with(layers, talk, timex):
            return timex
    if talk.number is None and _in_clause_of_time(layers, talk):
        return _same_day(layers, talk) if talk.kind == "met" else None
    for verb in talk.verbs:
        group = layers.verb_groups[verb]
        if talk.number is not None and group.lemma in words("go_on") and group.tense in {"future", "conditional"}:
            continue  # "the fourth round will continue on Tuesday": it began before
        dated = date_of_clause(layers, layers.verb_groups[verb].head)
        if dated is not None:
            return dated
    return None


def _stands_with(layers: Layers, talk: Talk, timex: Timex) -> bool:
    """Inside the mention ("this Wednesday’s talks"), or behind it with no verb between ("the first talks on Monday")."""
    if talk.start <= timex.start < talk.end:
        return True
    same = layers.sentence_of[talk.start] == layers.sentence_of[timex.start]
    close = same and talk.end <= timex.start <= talk.end + _CLOSE
    return close and all(layers.vg_of[at] < 0 and layers.tokens.lower[at] != "," for at in range(talk.end, timex.start))


def _same_day(layers: Layers, talk: Talk) -> Timex | None:
    """“Said on Tuesday after negotiators met in Rome”: what is said right after a meeting is said on its day."""
    sentence = layers.sentences[layers.sentence_of[talk.start]].start
    before = [layers.vg_of[at] for at in range(sentence, talk.start) if layers.vg_of[at] >= 0]
    return date_of_clause(layers, layers.verb_groups[before[-1]].head) if before else None


def _in_clause_of_time(layers: Layers, talk: Talk) -> bool:
    sentence = layers.sentences[layers.sentence_of[talk.start]]
    return any(
        word in _BACKGROUND
        for word in layers.tokens.lower[max(sentence.start, talk.start - 2 - 6 * (talk.kind == "met")) : talk.start]
    )


def listed_days(layers: Layers, timex: Timex | None) -> list[Timex]:
    """“Met on 28 February, 3 March and 7 March”: the further days of a list that begins with `timex`, a meeting each."""
    if timex is None or as_day(timex.value) is None:
        return []
    found: list[Timex] = []
    end, limit = timex.end, layers.sentences[layers.sentence_of[timex.start]].end
    while end < limit and layers.tokens.lower[end] in {",", "and"}:
        at = end + 1 + (layers.tokens.lower[end + 1 : end + 2] == ["and"])
        at += layers.tokens.lower[at : at + 1] == ["on"]
        following = layers.timex_at(at) if at < limit else None
        if following is None or following.kind != "date" or as_day(following.value) is None:
            break
        found.append(following)
        end = following.end
    days = [day for one in (timex, *found) if (day := as_day(one.value)) is not None]
    if all((later - day).days == 1 for day, later in pairwise(days)):
        return []  # "on Tuesday and Wednesday": one meeting of two days
    return found if found and layers.tokens.lower[found[-1].start - 1] in {"and", "on"} else []
