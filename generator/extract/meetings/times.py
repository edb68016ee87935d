"""The time of a talk mention: the expression inside or right behind it, else that of its verbs; and whether two times can be one."""

from __future__ import annotations

from generator.extract.layers import Layers, Timex, VerbGroup
from generator.extract.meetings.lexicon import words
from generator.extract.meetings.plans import is_due_to_end
from generator.extract.meetings.talk import Link, Talk
from generator.extract.timexes import date_of_clause
from generator.extract.timexes.calendars import as_day
from generator.extract.timexes.governing import BOUNDS

_CLOSE = 6
"""Words between a mention and the date that stands with it, at most."""
_BACKGROUND = frozenset(["when", "since", "before", "until", "after", "ahead"])
_TELLING = ("meet", "begin", "go_on", "hold", "finish", "break_off", "postpone", "cancel", "schedule", "travel")
_NEW_DAY = ("to", "until", "till")


def time_of(layers: Layers, talk: Talk) -> Timex | None:
    """The expression that tells when the meeting of a mention is; None where there is none, or where it tells of something beside it.

    "The truce was declared when the talks began on 5 May" dates the truce: a clause of time speaks of talks only in passing.
    """
    for timex in layers.timexes_from(talk.start, talk.end + _CLOSE + 1):
        if _is_time(timex) and _stands_with(layers, talk, timex):
            return timex
    if talk.number is None and talk.kind != "met" and _in_clause_of_time(layers, talk):
        return _of_own_clause(layers, talk)
    if talk.kind == "met" and _in_clause_of_time(layers, talk):
        own = date_of_clause(layers, layers.verb_groups[talk.links[0].verb].head, dated=False)
        return own or _same_day(layers, talk)
    dated = next((found for link in talk.links if (found := _by_verb(layers, talk, link)) is not None), None)
    return dated or _after_which(layers, talk)


def _of_own_clause(layers: Layers, talk: Talk) -> Timex | None:
    """“Strikes were called after the talks **collapsed on Wednesday**”: the verb of the clause of time has its own day."""
    for link in talk.links:
        if link.role == "subject" and layers.verb_groups[link.verb].lemma in words("finish") | words("begin"):
            return date_of_clause(layers, layers.verb_groups[link.verb].head, joined=False, dated=False)
    return None


def _after_which(layers: Layers, talk: Talk) -> Timex | None:
    """“On 26 June, after another round of talks, the three pledged …”: what is said right after a meeting is said on its day."""
    after = [link for link in talk.links if link.role == "oblique" and link.case in {"after", "following"}]
    if not (talk.session or talk.kind in {"next", "numbered"}) or not after:
        return None
    found = date_of_clause(layers, layers.verb_groups[after[0].verb].head, joined=False, dated=False)
    return found if found is not None and found.start < talk.start else None


def _is_time(timex: Timex) -> bool:
    return timex.kind == "date" and (timex.value is not None or timex.form not in {"vague", "shift", "since event"})


def _by_verb(layers: Layers, talk: Talk, link: Link) -> Timex | None:
    group = layers.verb_groups[link.verb]
    if link.role == "oblique" and link.case in _BACKGROUND:
        return None
    telling = link.role == "itself" or any(group.lemma in words(name) for name in _TELLING)
    if group.lemma in words("travel") and layers.syntax.factuality(link.verb) != "planned" and not group.progressive:
        telling = False  # "arrived on Friday for the talks"
    if not telling and not (group.lemma == "be" and link.role == "subject"):
        return None
    if talk.number is not None and group.lemma in words("go_on") and group.tense in {"future", "conditional"}:
        return None  # "the fourth round will continue on Tuesday": it began before
    if any(group.lemma in words(name) or f"{group.lemma} off" in words(name) for name in ("cancel", "refuse")):
        return None
    if is_put_off(layers, group):
        return None
    if is_due_to_end(layers, link.verb):
        return None
    if group.lemma in words("finish") and layers.syntax.factuality(link.verb) != "asserted" and not group.finite:
        return None  # "were meant to end on Friday"
    above = layers.syntax.governor(link.verb)
    if above is not None and above[1] == "xcomp" and layers.verb_groups[above[0]].lemma in words("refuse"):
        return None  # "refused to meet on Monday": which of the two was on Monday is not told
    return date_of_clause(layers, group.head, dated=False)


def is_put_off(layers: Layers, group: VerbGroup) -> bool:
    """“Postpone”, “put off”, “bring forward”: a verb that gives a meeting another day."""
    phrasal = " ".join([group.lemma, *layers.tokens.lower[group.end : group.end + 1]])
    return group.lemma in words("postpone") or phrasal in words("postpone")


def put_off(layers: Layers, talk: Talk) -> tuple[Timex | None, Timex | None]:
    """The new day and the old of a meeting that is “postponed **to Friday**”, “brought forward **to Wednesday** from Friday”."""
    for link in talk.links:
        group = layers.verb_groups[link.verb]
        if not is_put_off(layers, group):
            continue
        sentence = layers.sentences[layers.sentence_of[group.head]]
        behind = [timex for timex in layers.timexes_from(group.end, sentence.end) if _is_time(timex)]
        opened = {layers.tokens.lower[timex.start - 1]: timex for timex in reversed(behind)}
        new = next((opened[word] for word in _NEW_DAY if word in opened), None)
        return new, opened.get("from")
    return None, None


def _stands_with(layers: Layers, talk: Talk, timex: Timex) -> bool:
    """Inside the mention ("this Wednesday’s talks"), or behind it with no verb between ("the first talks on Monday").

    Not where the time bounds it ("the fifth round since May") or belongs to another noun ("talks ahead of an Aug. 12 deadline").
    """
    before = layers.tokens.lower[timex.start - 1] if timex.start else ""
    if before in BOUNDS | {"to"} or (before == "of" and layers.tokens.lower[timex.start - 2] == "ahead"):
        return False
    if talk.start <= timex.start < talk.end:
        return True
    phrase = layers.noun_phrases[layers.np_of[timex.end - 1]] if layers.np_of[timex.end - 1] >= 0 else None
    if phrase is not None and phrase.head >= timex.end:
        return False
    same = layers.sentence_of[talk.start] == layers.sentence_of[timex.start]
    close = same and talk.end <= timex.start <= talk.end + _CLOSE
    return close and all(
        layers.vg_of[at] < 0 and layers.tokens.lower[at] not in {",", "ahead", "after", "before", "since", "and"}
        for at in range(talk.end, timex.start)
    )


def _same_day(layers: Layers, talk: Talk) -> Timex | None:
    """“Said on Tuesday after negotiators met in Rome”: what is said right after a meeting is said on its day."""
    above = layers.syntax.governor(talk.links[0].verb)
    return date_of_clause(layers, layers.verb_groups[above[0]].head, dated=False) if above is not None else None


def _in_clause_of_time(layers: Layers, talk: Talk) -> bool:
    sentence = layers.sentences[layers.sentence_of[talk.start]]
    reach = layers.tokens.lower[max(sentence.start, talk.start - 2 - 6 * (talk.kind == "met")) : talk.start]
    return bool(_BACKGROUND & set(reach))


def same_time(layers: Layers, one: Timex, other: Timex) -> bool | None:
    """Whether two expressions name one time or one within the other; None where that cannot be told (no date of the article)."""
    if one.value is not None and other.value is not None:
        first, second = _bounds(one.value), _bounds(other.value)
        return first[0] <= second[1] and second[0] <= first[1]
    if one.form == other.form == "weekday":
        return _weekday(layers, one) == _weekday(layers, other)
    words_of = [" ".join(layers.tokens.lower[each.start : each.end]) for each in (one, other)]
    if words_of[0] == words_of[1]:
        return True
    exact = {"weekday", "day", "near day", "month", "period", "year"}
    return False if one.form == other.form and one.form in exact else None


def all_times(layers: Layers, timex: Timex) -> list[Timex]:
    """The expression and those joined to it ("for 17 hours Sunday and early Monday")."""
    found = [timex]
    while layers.tokens.lower[found[-1].end : found[-1].end + 1] in (["and"], [","]):
        following = layers.timex_at(found[-1].end + 1) or layers.timex_at(found[-1].end + 2)
        if following is None or not _is_time(following):
            break
        found.append(following)
    return found


def is_of_old(layers: Layers, timex: Timex) -> bool:
    """“Last month”, "in December", "in 2014": a time that is not that of the news."""
    this = (
        "this" in layers.tokens.lower[timex.start : timex.end]
        and "earlier" not in layers.tokens.lower[timex.start : timex.end]
    )
    return timex.form in {"month", "year"} or (timex.form == "period" and not this)


def _bounds(value: str) -> tuple[str, str]:
    """First and last day of an EDTF value, for comparison."""
    first, _, last = value.replace("?", "").partition("/")
    return first.ljust(10, "-"), (last or first).ljust(10, "~")


def _weekday(layers: Layers, timex: Timex) -> str:
    return next(
        (
            word[:3]
            for word in layers.tokens.lower[timex.start : timex.end]
            if word[:6].find("day") > 0 or "day" in word
        ),
        "",
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
        if following is None or following.kind != "date" or as_day((following.value or "").partition("/")[0]) is None:
            break
        found.append(following)
        end = following.end
    return found if found and layers.tokens.lower[found[-1].start - 1] in {"and", "on"} else []
