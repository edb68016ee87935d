"""Conflicts in what is told of a round's hour, and events that one tells and another denies.

Conflicts of a round's single values are found in `rounds_told`, those of numbers in `figures`, opposed claims in `opposed`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.lexicon import load_lexicon
from generator.merge.reports import Report
from generator.merge.verdicts import make_dispute, make_variant
from generator.model.facts import Meeting, Statement
from generator.model.knowledge import Dispute, Finding, Variant

_LEX = load_lexicon("merge_rounds")
_CLOCK = re.compile(r"\b(\d{1,2})(?::(\d{2}))?\s*([ap])\.?m\b\.?|\b(\d{1,2}):(\d{2})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Hour:
    """A clock time for a round, or words like "hours after", with who gives it."""

    clock: float | None
    words: str
    report: Report[Any]

    def variant(self) -> Variant:
        """The hour as one of the rival values."""
        speaker = self.report.merged(getattr(self.report.fact, "speaker", None))
        return make_variant(self.words, [self.report], standing="rival", by=[speaker] if speaker else [])


def hours_of_rounds(
    rounds: Mapping[str, Sequence[Report[Meeting]]], statements: Mapping[str, Sequence[Report[Statement]]]
) -> list[Dispute]:
    """The hour at which a round met, where one gives a clock time and another what cannot be squared with it.

    Args:
        rounds: round id -> the reports of it.
        statements: round id -> what was said about it.
    """
    disputes = []
    for round_id, meetings in sorted(rounds.items()):
        reports: list[Report[Any]] = [*meetings, *statements.get(round_id, [])]
        hours = [hour for report in reports for hour in _hours(report)]
        clocks = list({(h.clock, h.report.article.id): h for h in reversed(hours) if h.clock is not None}.values())[
            ::-1
        ]
        later = [hour for hour in hours if hour.clock is None]
        early = [hour for hour in clocks if (hour.clock or 0) < _LEX["small_hours"]]
        apart = len({h.clock for h in clocks}) > 1 and len({h.report.article.id for h in clocks}) > 1
        if early and later:
            rule, rivals = "the small hours cannot come hours after something of that day", [*early, *later]
        elif apart:
            rule, rivals = "two clock times for one meeting", clocks
        else:
            continue
        disputes.append(make_dispute("hour of the round", [hour.variant() for hour in rivals], rule, round=round_id))
    return disputes


def _hours(report: Report[Any]) -> list[Hour]:
    """The clock times and the vaguer hours in a report's words."""
    text = report.text
    found = [Hour(None, words, report) for words in _LEX["hour_words"] if words in text.lower()]
    for match in _CLOCK.finditer(text):
        hour, minute, half, hour24, minute24 = match.groups()
        if half:
            clock = int(hour) % 12 + (12 if half.lower() == "p" else 0) + int(minute or 0) / 60
            found.append(Hour(clock, match.group(), report))
        elif int(hour24) < 24:
            found.append(Hour(int(hour24) + int(minute24) / 60, match.group(), report))
    return found


def denied_events(findings: Sequence[Finding]) -> list[Dispute]:
    """Events that one tells and another denies: rival accounts."""
    return [
        Dispute(
            id=f"{finding.id}-conflict",
            sort="conflict",
            point=finding.value,
            finding=finding.id,
            variants=finding.variants,
            rule="one tells it, another denies it",
            actors=finding.actors,
        )
        for finding in findings
        if finding.kind == "event" and finding.verdict == "disputed"
    ]
