"""States of a meeting: which are announcements, which took place, which came to nothing; and the state of a round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.merge.edtf import days
from generator.merge.reports import Report
from generator.model.facts import Meeting, MeetingStatus

AHEAD = ("planned", "possible", "postponed")
"""It may still come: a report of a meeting held later tells what became of it."""
OFF = ("cancelled", "refused", "denied")
"""It did not come, or is said not to have."""
_WEIGHT: tuple[MeetingStatus, ...] = ("cancelled", "refused", "postponed", "denied", "under way", "planned", "possible")
"""Among reports of which nobody knows which is the later, the first of these holds."""


def is_ahead(report: Report[Meeting]) -> bool:
    """Whether the article tells of a meeting to come."""
    return report.fact.status in AHEAD


def is_off(report: Report[Meeting]) -> bool:
    """Whether the article tells that the meeting came to nothing."""
    return report.fact.status in OFF


def is_held(report: Report[Meeting]) -> bool:
    """Whether the article tells of a meeting as of one that takes or took place; a state that is not told speaks for it."""
    return not is_ahead(report) and not is_off(report)


def state_of(reports: Sequence[Report[Meeting]]) -> MeetingStatus | None:
    """The state of a round: held where anybody reports so, else what the last article tells of it."""
    told = [(report, status) for report in reports if (status := report.fact.status)]
    if not told:
        return None
    if any(status == "ended" for _, status in told):
        return "ended"
    known = [(day.last, status) for report, status in told if (day := days(report.published))]
    last = max((day for day, _ in known), default=None)
    latest = {status for day, status in known if day == last} if known else {status for _, status in told}
    return _weightiest(latest)


def _weightiest(states: Iterable[MeetingStatus]) -> MeetingStatus:
    return min(states, key=_WEIGHT.index)
