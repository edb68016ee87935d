"""Status: what the verbs of a talk mention say of the meeting: planned, under way or ended as of the article."""

from __future__ import annotations

from generator.extract.layers import Layers, VerbGroup
from generator.extract.meetings.lexicon import words
from generator.extract.meetings.talk import Talk
from generator.extract.timexes.calendars import as_day
from generator.model.facts import MeetingStatus

_GOING_ON = (["ongoing"], ["underway"], ["under"])
_UNREAL = frozenset(["can", "could", "may", "might"])


def statuses_of(layers: Layers, talk: Talk) -> list[MeetingStatus | None]:
    """What each verb of a mention says of its meeting; None for a verb that says nothing of it."""
    if not talk.verbs and talk.number is not None:
        return [_of_preposition(layers, talk)]
    return [_of_verb(layers, layers.verb_groups[verb], talk) for verb in talk.verbs]


def _of_preposition(layers: Layers, talk: Talk) -> MeetingStatus | None:
    """“After the first round”, “ahead of the third round” tell the state as well."""
    before = layers.tokens.lower[max(0, talk.start - 2) : talk.start]
    if "after" in before or "following" in before:
        return "ended"
    return "planned" if "before" in before or before == ["ahead", "of"] else None


def _of_verb(layers: Layers, group: VerbGroup, talk: Talk) -> MeetingStatus | None:
    """What one verb says of the meeting: first whether it is a plan, then whether it tells what is so, then which state that is."""
    if _is_condition(layers, talk):
        return None
    if _is_plan(layers, group, talk):
        # a numbered round that "will continue" has begun, and so have talks that "will pause for a week"
        begun = (talk.number is not None and group.lemma == "continue") or group.lemma in words("break_off")
        return "under way" if begun and talk.kind != "next" else "planned"
    if group.lemma in {"be", "get"} and layers.tokens.lower[group.end : group.end + 1] in _GOING_ON:
        return "under way"
    real = group.modal is None and group.tense in {"past", "present"} and (group.finite or group.progressive)
    if not real or (group.negated and group.lemma not in words("finish")):
        return None
    return _of_fact(layers, group, talk)


def is_going_on(layers: Layers, group: VerbGroup) -> bool:
    """“Is under way”, “are taking place”: on the very day of the article."""
    copula = group.lemma == "be" and layers.tokens.lower[group.end : group.end + 1] in _GOING_ON
    return group.finite and group.tense == "present" and not group.perfect and (copula or group.progressive)


def _of_fact(layers: Layers, group: VerbGroup, talk: Talk) -> MeetingStatus | None:
    """The state that a verb in the past or present tells: ended, under way, or nothing of either."""
    over = group.tense == "past" or group.perfect
    headline = _in_headline(layers, group)
    if group.lemma in words("finish"):
        open_end = group.perfect and group.tense == "present" and group.lemma in words("bring_about")
        return "ended" if (over or headline) and not open_end else None
    if group.lemma in words("go_on") or group.lemma in words("begin") or group.progressive:
        return "under way"
    if group.lemma in words("hold") or talk.kind == "met":
        if headline and not over:
            return None  # "hold second round of talks" above an article tells neither state
        return "ended" if over and group.lemma not in words("negotiate") else "under way"
    return None if over else "under way"


def _is_plan(layers: Layers, group: VerbGroup, talk: Talk) -> bool:
    """“Will take place”, “are due to resume”, “a third round could be held”: a verb of meeting in the future or under a plan."""
    if group.lemma == "be" and _is_intended_behind(layers, group):
        return True
    if group.passive and group.lemma in words("intend"):
        return True
    meets = any(
        group.lemma in words(name) for name in ("begin", "hold", "finish", "go_on", "break_off")
    ) or talk.kind in {
        "met",
        "next",
    }
    if not meets:
        return False
    if group.modal in _UNREAL:
        return talk.number is not None
    future = group.tense in {"future", "conditional"} or group.modal in {"should", "would", "will"}
    return future or _is_intended(layers, group)


def _is_condition(layers: Layers, talk: Talk) -> bool:
    """“If the talks fail”, “before talks begin”: nothing is said to be so."""
    start = talk.clause[0]
    opening = layers.tokens.lower[max(0, start - 1) : start + 2]
    if any(word in {"if", "unless", "whether"} for word in opening):
        return True
    coming = [layers.verb_groups[verb] for verb in talk.verbs if layers.verb_groups[verb].tense == "present"]
    return bool(coming) and any(word in {"before", "until", "once", "when"} for word in opening)


def _in_headline(layers: Layers, group: VerbGroup) -> bool:
    return layers.paragraphs[layers.sentences[layers.sentence_of[group.head]].paragraph].headline


def _is_intended_behind(layers: Layers, group: VerbGroup) -> bool:
    """“Are due to resume”, “is likely to take place”: the plan is told behind the copula."""
    behind = layers.tokens.lower[group.end : group.end + 3]
    return "to" in behind and any(
        word in {"due", "set", "likely", "scheduled", "expected", "ready", "slated"} for word in behind
    )


def _is_intended(layers: Layers, group: VerbGroup) -> bool:
    """“Is set to take place”, “are scheduled for”, “agreed to meet”: a plan in or before the group."""
    inside = layers.tokens.lower[max(0, group.start - 3) : group.end]
    if not group.finite and "to" in inside and {"are", "is", "were", "was"} & set(inside):
        return True  # "the two sides are to meet again"
    plans = {
        "set",
        "scheduled",
        "due",
        "planned",
        "expected",
        "slated",
        "agreed",
        "agree",
        "plan",
        "ready",
        "hope",
        "hopes",
    }
    return any(word in plans for word in inside) and (
        "to" in inside or group.lemma in {"schedule", "plan", "expect", "slate"}
    )


def _days_between(date: str | None, published: str | None) -> int:
    """Days from a meeting to the article; 0 where one of them is not a single day."""
    first, last = as_day(date), as_day(published)
    return (last - first).days if first is not None and last is not None else 0


def settle(
    statuses: list[MeetingStatus], date: str | None, published: str | None, *, followed: bool, announced: bool = False
) -> MeetingStatus:
    """The status of a meeting from all that is said of it.

    Args:
        statuses: what the verbs say, in the order of the text.
        date: the day of the meeting (EDTF).
        published: the day of the article.
        followed: whether a later meeting is spoken of.
        announced: whether it is only spoken of as the next one.
    """
    day_over = _days_between(date, published) > 0
    if "ended" in statuses or (followed and "under way" not in statuses):
        return "ended"
    if "under way" in statuses:
        # what began yesterday may go on; what began before that is over unless it is said to go on
        return "ended" if _days_between(date, published) > 1 and "planned" not in statuses else "under way"
    if "planned" in statuses or (date is not None and published is not None and date > published):
        return "planned"
    if announced and not day_over:
        return "planned"
    return "ended" if day_over else "under way"
