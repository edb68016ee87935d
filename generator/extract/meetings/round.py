"""Round: one meeting of an article with all the mentions that speak of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.extract.layers import Timex
from generator.extract.meetings.settling import AHEAD
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
    states: list[MeetingStatus] = field(default_factory=list)
    timex: Timex | None = None
    slipped: Timex | None = None
    """The time it was set for before it was put off."""
    announces_next: bool = False
    """Whether the article tells, after this meeting, that there will be another."""

    @property
    def day(self) -> str | None:
        """The day of the meeting as EDTF or its days as an interval; None where a longer span or nothing is told."""
        if self.timex is None or self.timex.value is None:
            return None
        first, _, last = self.timex.value.partition("/")
        begin, end = as_day(first), as_day(last or first)
        short = begin is not None and end is not None and (end - begin).days <= LONGEST_MEETING
        return self.timex.value if short and self.timex.form != "period" else None

    @property
    def month(self) -> str | None:
        """The month of the meeting where no day is told ("in November")."""
        if self.timex is None or self.timex.value is None or self.timex.precision == "week":
            return None
        first, _, last = self.timex.value.partition("/")
        return first[:7] if len(first) >= 7 and (last or first)[:7] == first[:7] else None

    @property
    def ahead(self) -> bool:
        """Whether nothing says that it has begun, and something that it is to come or off."""
        return bool(self.states) and set(self.states) <= AHEAD
