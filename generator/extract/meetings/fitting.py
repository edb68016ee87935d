"""Fitting: whether a mention may speak of a meeting that is already known. Time, place, state and means keep them apart."""

from __future__ import annotations

from generator.extract.layers import Layers
from generator.extract.meetings.details import may_be_one_place
from generator.extract.meetings.lexicon import words
from generator.extract.meetings.round import LONGEST_MEETING, Round
from generator.extract.meetings.settling import AHEAD, OFF
from generator.extract.meetings.talk import Talk
from generator.extract.meetings.times import all_times, is_of_old, same_time
from generator.extract.timexes.calendars import as_day


def is_another(talk: Talk, known: Round) -> bool:
    """Whether a mention brings in a meeting of its own: an indefinite one, or one that is told by its verb with its time."""
    if not known.states and known.timex is None:
        return False
    apart = talk.session or talk.time is not None or any(link.case in {"ahead", "before"} for link in talk.links)
    return talk.opening and apart and bool(talk.states) and bool(known.states)


def fits(layers: Layers, talk: Talk, known: Round) -> bool:
    """Whether nothing keeps a mention and a meeting apart: neither time nor place nor state."""
    if talk.time is not None and known.timex is not None:
        same = [same_time(layers, known.timex, each) for each in all_times(layers, talk.time)]
        if set(same) == {False} and not _goes_on_from(layers, talk, known):
            return False
    if _is_of_old(layers, talk, known):
        return False
    if not may_be_one_place(layers, talk, known.talks) or _by_other_means(layers, talk, known):
        return False
    return _states_fit(layers, talk, known)


def _by_other_means(layers: Layers, talk: Talk, known: Round) -> bool:
    """“Deputies met this week; the ministers spoke by phone on Tuesday”: who speak do not meet."""
    lemmas = [layers.verb_groups[each.links[0].verb].lemma for each in [talk, *known.talks] if each.kind == "met"]
    return talk.kind == "met" and len({lemma in words("speak") for lemma in lemmas}) > 1


def _is_of_old(layers: Layers, talk: Talk, known: Round) -> bool:
    """“The talks broke down last month” is not said of talks that were just told as the news, without a day or with one of this week."""
    if talk.time is None or not known.states or "ended" not in talk.states or not is_of_old(layers, talk.time):
        return False
    if known.timex is not None and (known.timex.form not in {"weekday", "near day"} or known.timex.value is not None):
        return False
    return not any(layers.verb_groups[verb].lemma in words("begin") for verb in talk.verbs)


def _goes_on_from(layers: Layers, talk: Talk, known: Round) -> bool:
    """Whether "the talks" began or ended some days from the day that is known: a meeting of several days; or it was put off."""
    told, day = as_day(talk.time.value if talk.time else None), as_day(known.timex.value if known.timex else None)
    if talk.moved or ("postponed" in talk.states and known.timex is None):
        return True
    if told is None or day is None:
        return False
    turning = any(layers.verb_groups[verb].lemma in words("begin") | words("finish") for verb in talk.verbs)
    return turning and layers.tokens.lower[talk.start] == "the" and abs((told - day).days) <= LONGEST_MEETING


def _states_fit(layers: Layers, talk: Talk, known: Round) -> bool:
    """A meeting that is to come is none that was held, unless its day is the same or it merely goes on."""
    if not talk.states or not known.states:
        return True
    anew = any(layers.verb_groups[verb].lemma in words("resume") for verb in talk.verbs) and not known.ahead
    if talk.time is not None and known.timex is not None and same_time(layers, known.timex, talk.time) and not anew:
        return True
    going_on = any(layers.verb_groups[verb].lemma in words("go_on") for verb in talk.verbs)
    if known.ahead:
        if set(talk.states) <= AHEAD:
            return not (
                OFF & set(known.states) and "planned" in talk.states and talk.time is not None and known.slipped is None
            )
        return False
    if set(talk.states) <= AHEAD:
        return going_on and "under way" in known.states and not OFF & set(talk.states)
    return True


def same_place(layers: Layers, talk: Talk, known: Round) -> bool:
    """Whether mention and meeting are both told with a place, and it may be one."""
    return any(each.place is not None for each in known.talks) and may_be_one_place(layers, talk, known.talks)
