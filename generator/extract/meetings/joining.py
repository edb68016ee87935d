"""Joining: which talk mentions speak of the same meeting. Number and date decide, then what was last spoken of."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from generator.extract.layers import Layers, Timex
from generator.extract.meetings.dates import date_of_talk, listed_days
from generator.extract.meetings.lexicon import words
from generator.extract.meetings.status import statuses_of
from generator.extract.meetings.talk import Talk
from generator.extract.timexes.calendars import as_day
from generator.model.facts import MeetingStatus

LONGEST_MEETING = 10
"""Days that one meeting may last from the day it began."""


@dataclass(slots=True)
class Round:
    """One meeting with all the mentions that speak of it."""

    number: int | None = None
    talks: list[Talk] = field(default_factory=list)
    statuses: list[MeetingStatus] = field(default_factory=list)
    timex: Timex | None = None
    announces_next: bool = False
    """Whether the article tells, after this meeting, that there will be another."""

    @property
    def day(self) -> str | None:
        """The day of the meeting as EDTF, None where only a span or nothing is told."""
        return self.timex.value if self.timex is not None and as_day(self.timex.value) is not None else None

    @property
    def month(self) -> str | None:
        """The month of the meeting where no day is told ("in November")."""
        if self.timex is None or self.timex.value is None or self.timex.precision == "week":
            return None
        first, _, last = self.timex.value.partition("/")
        return first[:7] if len(first) >= 7 and (last or first)[:7] == first[:7] else None


def join_talks(layers: Layers, talks: list[Talk]) -> list[Round]:
    """The meetings of an article, each with its mentions, in the order in which they first appear."""
    rounds: list[Round] = []
    current: Round | None = None
    _share_numbers(talks)
    for talk in talks:
        timex = date_of_talk(layers, talk)
        target = _round_for(layers, talk, timex, rounds, current)
        if target is None:
            continue
        if target not in rounds:
            rounds.append(target)
        _add(layers, target, talk, timex)
        rounds += [Round(talks=[talk], statuses=list(target.statuses), timex=day) for day in listed_days(layers, timex)]
        if talk.kind == "next" and current is not None and current is not target:
            current.announces_next = True
        elif talk.kind == "previous":
            continue
        else:
            current = target
    return _without_shadows(layers, rounds)


def _share_numbers(talks: list[Talk]) -> None:
    """“The talks resumed for a second round”: two mentions with one verb are one meeting, so the number holds for both."""
    for first, second in pairwise(talks):
        if set(first.verbs) & set(second.verbs) and (first.number is None) != (second.number is None):
            first.number = second.number = first.number or second.number
            first.kind = second.kind = "numbered"


def _add(layers: Layers, target: Round, talk: Talk, timex: Timex | None) -> None:
    """Add a mention to its meeting; of two days the first counts, of a day and a month the day."""
    target.talks.append(talk)
    target.statuses += [status for status in statuses_of(layers, talk) if status is not None]
    if timex is None or not (_says_when(layers, talk) or talk.kind == "next"):
        return
    day, known = as_day(timex.value), as_day(target.day)
    if target.timex is None or (day is not None and (known is None or day < known)):
        target.timex = timex


def _round_for(
    layers: Layers, talk: Talk, timex: Timex | None, rounds: list[Round], current: Round | None
) -> Round | None:
    """The meeting a mention speaks of, a new one where it is none of the known; None where it says nothing of any."""
    day = as_day(timex.value) if timex is not None else None
    if talk.number is not None:
        return _numbered(layers, talk, timex, rounds, current)
    if talk.kind == "previous":
        return _previous(timex, rounds, current)
    if talk.kind == "next":
        return _next(layers, talk, timex, rounds, current)
    same = next((known for known in rounds if day is not None and as_day(known.day) == day), None)
    if same is not None:
        return same
    if current is None:
        # "the meeting", where no meeting was spoken of, says nothing of the talks
        unknown = layers.tokens.lower[talk.end - 1] in words("sessions") | words("discussions") and timex is None
        return None if unknown else Round()
    elsewhen = timex is not None and _says_when(layers, talk) and not _goes_with(layers, talk, timex, current)
    return Round() if elsewhen else current


def _says_when(layers: Layers, talk: Talk) -> bool:
    """Whether the mention tells of a meeting taking place (and its date is that meeting's)."""
    return any(status is not None for status in statuses_of(layers, talk)) or not talk.verbs


def _goes_with(layers: Layers, talk: Talk, timex: Timex, current: Round) -> bool:
    """Whether another time may be told of the meeting last spoken of.

    It may where that has no time yet or the other time holds its day ("this week"), and where "the talks" began or ended some
    days from its day: a meeting of several days.
    """
    if current.timex is None:
        return not (current.number and current.statuses and timex.value and len(timex.value) < 10)
    known, told = as_day(current.day), as_day(timex.value)
    if known is None:
        return told is not None and current.number is None
    if told is None:
        first, _, last = str(timex.value).partition("/")
        return first <= str(current.day) <= last if last else str(current.day).startswith(first)
    turning = any(layers.verb_groups[verb].lemma in words("begin") | words("finish") for verb in talk.verbs)
    definite = layers.tokens.lower[talk.start] == "the"
    return turning and definite and abs((told - known).days) <= LONGEST_MEETING


def _numbered(layers: Layers, talk: Talk, timex: Timex | None, rounds: list[Round], current: Round | None) -> Round:
    known = next((found for found in rounds if found.number == talk.number), None)
    if known is not None:
        return known
    day = timex.value if timex is not None else None
    dated = next((found for found in rounds if found.number is None and day is not None and found.day == day), None)
    if dated is None and current is not None and talk.copular:
        if current.number is not None:
            return current  # "this was the first round of real negotiations", of a round that has its number
        dated = current
    if dated is None and current is not None and current.number is None and day is None and len(rounds) == 1:
        over = "ended" in current.statuses and not {"ended", "under way"} & set(statuses_of(layers, talk))
        dated = current if current.day is None and not over else None
        if over and talk.number == 2:
            current.number = 1  # talks have ended and a second round is spoken of: they were the first
    target = dated or Round()
    target.number = talk.number
    return target


def _previous(timex: Timex | None, rounds: list[Round], current: Round | None) -> Round | None:
    """The meeting before the current one: known by its number or day, else a new one if the article tells its time."""
    number = current.number - 1 if current is not None and current.number is not None and current.number > 1 else None
    day = timex.value if timex is not None else None
    for known in rounds:
        if (number is not None and known.number == number) or (day is not None and known.day == day):
            return known
    return Round(number=number) if number is not None or timex is not None else None


def _next(layers: Layers, talk: Talk, timex: Timex | None, rounds: list[Round], current: Round | None) -> Round | None:
    """The meeting that is announced: the one after the current, or one that is already known by its day."""
    if not talk.verbs and timex is None:
        return None
    if current is not None and current.number is None and set(current.statuses) <= {"planned"}:
        return current
    if current is not None and set(current.statuses) == {"planned"}:
        return current
    number = current.number + 1 if current is not None and current.number is not None else None
    day = timex.value if timex is not None else None
    for known in rounds:
        if (day is not None and known.day == day) or (number is not None and known.number == number):
            return known
        if number is None and known.number is None and known is not current and known.talks[0].kind == "next":
            return known
    planned = "planned" in statuses_of(layers, talk)
    return Round(number=number) if planned or timex is not None else None


def _is_set(known: Round) -> bool:
    """A meeting that is planned for a time, be it only "in January", or was the previous one."""
    before = known.talks[0].kind == "previous"
    return known.timex is not None and (before or (bool(known.statuses) and set(known.statuses) == {"planned"}))


def _is_told(layers: Layers, known: Round) -> bool:
    """Whether several mentions, one at least with a verb that tells what is so, speak of talks that have no state of their own."""
    groups = [layers.verb_groups[verb] for talk in known.talks for verb in talk.verbs]
    return len(known.talks) > 1 and any(group.modal is None and not group.negated for group in groups)


def _without_shadows(layers: Layers, rounds: list[Round]) -> list[Round]:
    """Where meetings are told by number or day, the talks as such are no meeting beside them."""
    firm = [known for known in rounds if known.number is not None or known.day is not None or _is_set(known)]
    if firm:
        return firm
    return [known for known in rounds if known.statuses or _is_told(layers, known)][:1]
