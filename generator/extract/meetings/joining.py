"""Joining: which talk mentions speak of the same meeting. Number and date decide, then what was last spoken of."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.extract.layers import Layers, Timex
from generator.extract.meetings.lexicon import words
from generator.extract.meetings.status import statuses_of
from generator.extract.meetings.talk import Talk
from generator.extract.timexes import date_of_clause
from generator.extract.timexes.calendars import as_day
from generator.model.facts import MeetingStatus


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


def join_talks(layers: Layers, talks: list[Talk]) -> list[Round]:
    """The meetings of an article, each with its mentions, in the order in which they first appear."""
    rounds: list[Round] = []
    current: Round | None = None
    for talk in talks:
        timex = _date_of(layers, talk)
        target = _round_for(layers, talk, timex, rounds, current)
        if target is None:
            continue
        if target not in rounds:
            rounds.append(target)
        target.talks.append(talk)
        target.statuses += [status for status in statuses_of(layers, talk) if status is not None]
        if timex is not None and (target.timex is None or (target.day is None and as_day(timex.value) is not None)):
            target.timex = timex
        if talk.kind != "next":
            current = target
        elif current is not None and current is not target:
            current.announces_next = True
    return _without_shadows(rounds)


def _date_of(layers: Layers, talk: Talk) -> Timex | None:
    """The timex inside or right behind the mention, else that of its verbs."""
    for timex in layers.timexes:
        near = talk.start <= timex.start < talk.end or (
            talk.end <= timex.start <= talk.end + 1 and not _verb_between(layers, talk, timex)
        )
        if near and timex.kind == "date" and timex.value:
            return timex
    for verb in talk.verbs:
        dated = date_of_clause(layers, layers.verb_groups[verb].head)
        if dated is not None:
            return dated
    return None


def _verb_between(layers: Layers, talk: Talk, timex: Timex) -> bool:
    return any(layers.vg_of[at] >= 0 for at in range(talk.end, timex.start))


def _round_for(
    layers: Layers, talk: Talk, timex: Timex | None, rounds: list[Round], current: Round | None
) -> Round | None:
    """The meeting a mention speaks of, a new one where it is none of the known; None where it says nothing of any."""
    day = timex.value if timex is not None and as_day(timex.value) is not None else None
    if talk.number is not None:
        return _numbered(layers, talk, day, rounds, current)
    if talk.kind == "next":
        return _next(day, rounds, current)
    same = next((known for known in rounds if day is not None and known.day == day), None)
    if same is not None:
        return same
    if day is not None and _says_when(layers, talk):
        open_date = current is not None and current.day is None and not (current.number and current.timex)
        return current if open_date else Round()
    if current is None and layers.tokens.lower[talk.end - 1] in words("sessions"):
        return None  # "the meeting", where no meeting was spoken of
    return current or Round()


def _says_when(layers: Layers, talk: Talk) -> bool:
    """Whether the mention tells of a meeting taking place (and its date is that meeting's)."""
    return any(status is not None for status in statuses_of(layers, talk)) or not talk.verbs


def _numbered(layers: Layers, talk: Talk, day: str | None, rounds: list[Round], current: Round | None) -> Round:
    known = next((found for found in rounds if found.number == talk.number), None)
    if known is not None:
        return known
    dated = next((found for found in rounds if found.number is None and day is not None and found.day == day), None)
    if dated is None and talk.copular and current is not None and current.number is None:
        dated = current
    if (
        dated is None
        and current is not None
        and current.number is None
        and day is None
        and len(rounds) == 1
        and _near(layers, talk, current)
    ):
        dated = current
    target = dated or Round()
    target.number = talk.number
    return target


def _near(layers: Layers, talk: Talk, known: Round) -> bool:
    return layers.sentence_of[talk.start] - layers.sentence_of[known.talks[-1].start] == 0


def _next(day: str | None, rounds: list[Round], current: Round | None) -> Round:
    """The meeting that is announced: the one after the current, or one that is already known by its day."""
    number = current.number + 1 if current is not None and current.number is not None else None
    for known in rounds:
        if (day is not None and known.day == day) or (number is not None and known.number == number):
            return known
        if number is None and known.number is None and known is not current and known.talks[0].kind == "next":
            return known
    return Round(number=number)


def _without_shadows(rounds: list[Round]) -> list[Round]:
    """Where meetings are told by number or day, the talks as such are no meeting beside them."""
    firm = [known for known in rounds if known.number is not None or known.day is not None]
    if not firm:
        return [known for known in rounds if known.statuses][:1]
    return firm
