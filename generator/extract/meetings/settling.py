"""Settling: the one status of a meeting from all that its mentions say of it."""

from __future__ import annotations

from generator.extract.timexes.calendars import as_day
from generator.model.facts import MeetingStatus

OFF: frozenset[str] = frozenset({"postponed", "cancelled", "refused", "denied"})
AHEAD: frozenset[str] = OFF | {"planned", "possible"}
"""States of a meeting that has not begun."""


def settle(
    states: list[MeetingStatus], date: str | None, published: str | None, *, followed: bool
) -> MeetingStatus | None:
    """The status of a meeting from all that is said of it; None where nothing settles it.

    Args:
        states: what the verbs say, in the order of the text.
        date: the day of the meeting (EDTF).
        published: the day of the article.
        followed: whether a later meeting by number is spoken of.
    """
    days = _days_between(date, published)
    if "ended" in states or (followed and "under way" not in states and not OFF & set(states)):
        return "ended"
    if "under way" in states:
        # what began yesterday may go on; what began before that is over unless it is said to go on
        return "ended" if days is not None and days > 1 and "planned" not in states else "under way"
    off = [state for state in states if state in OFF]
    if off:
        return off[-1]
    if "planned" in states:
        return "planned"
    if "possible" in states:
        return "possible"
    return None


def _days_between(date: str | None, published: str | None) -> int | None:
    """Days from a meeting to the article; None where one of them is not told to the day."""
    first, last = as_day((date or "").partition("/")[2] or date), as_day(published)
    return (last - first).days if first is not None and last is not None else None
