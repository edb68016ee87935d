"""Hours: at what time of day a round met, as clock times and words like "hours after" have it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.lexicon import load_lexicon
from generator.merge.reports import Report
from generator.merge.statements import content_of
from generator.merge.verdicts import Standing, make_dispute, make_finding, make_variant
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
    speaker: str | None
    """Who says so; None where the article itself does."""

    def variant(self, standing: Standing) -> Variant:
        """The hour as one of the values."""
        by = [self.speaker] if self.speaker else []
        variant = make_variant(self.words, [self.report], standing=standing, by=by)
        telling = [piece for piece in self.report.sentences if self.words.lower() in piece.text.lower()]
        if telling:  # the note proves the hour, not all that is told of the round
            variant.cites = [variant.cites[0].model_copy(update={"evidence": telling[:1]})]
        return variant


def hours_of_rounds(
    rounds: Mapping[str, Sequence[Report[Meeting]]], statements: Mapping[str, Sequence[Report[Statement]]]
) -> tuple[list[Finding], list[Dispute]]:
    """The hour at which each round met, and where a clock time cannot be squared with another or with other words.

    Args:
        rounds: round id -> the reports of it.
        statements: round id -> what was said about it.
    """
    findings, disputes = [], []
    for round_id, meetings in sorted(rounds.items()):
        reports: list[Report[Any]] = [*meetings, *statements.get(round_id, [])]
        clocks, rule = _told(reports)
        if not clocks:
            continue
        variants = [hour.variant("rival" if rule else "held") for hour in clocks]
        finding = make_finding("round", round_id, "hour", clocks[0].words, variants, rule or "as told", round=round_id)
        findings.append(finding)
        if rule:
            disputes.append(make_dispute("hour of the round", variants, rule, round=round_id, finding=finding.id))
    return findings, disputes


def _told(reports: Sequence[Report[Any]]) -> tuple[list[Hour], str | None]:
    """The clock times of a round, one an article, and the rule by which they are in dispute, if any."""
    hours = [hour for report in reports for hour in _hours(report)]
    clocks = list({(h.clock, h.report.article.id): h for h in reversed(hours) if h.clock is not None}.values())[::-1]
    later = list({h.report.article.id: h for h in reversed(hours) if h.clock is None}.values())[::-1]
    early = [hour for hour in clocks if (hour.clock or 0) < _LEX["small_hours"]]
    if early and later:
        return [*early, *later], "the small hours cannot come hours after something of that day"
    if len({h.clock for h in clocks}) > 1 and len({h.report.article.id for h in clocks}) > 1:
        return clocks, "two clock times for one meeting"
    return clocks, None


def _hours(report: Report[Any]) -> list[Hour]:
    """The clock times that a report tells, and the vaguer hours in its sentence."""
    told = content_of(report) if report.fact.kind == "statement" else report.text
    speaker = report.merged(getattr(report.fact, "speaker", None))
    found = [
        Hour(None, words, report, speaker if words in told.lower() else None)
        for words in _LEX["hour_words"]
        if words in f"{report.text} {report.sentence}".lower()
    ]
    for match in _CLOCK.finditer(told):
        hour, minute, half, hour24, minute24 = match.groups()
        if half:
            clock = int(hour) % 12 + (12 if half.lower() == "p" else 0) + int(minute or 0) / 60
            found.append(Hour(clock, match.group(), report, speaker))
        elif int(hour24) < 24:
            found.append(Hour(int(hour24) + int(minute24) / 60, match.group(), report, speaker))
    return found
