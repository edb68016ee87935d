"""Positions: who wants what. One finding for a side, a topic and a stance; holders and conditions are its variants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.lexicon import load_lexicon
from generator.merge.edtf import days
from generator.merge.reports import Report
from generator.merge.verdicts import make_finding, make_variant
from generator.model.facts import Position, Stance
from generator.model.knowledge import Finding, Ladder

_LOOKING_BACK: list[str] = load_lexicon("merge_conflicts")["looking_back"]
_FIRST_RUNG: dict[Stance, Ladder] = {
    "demands": "proposed",
    "offers": "proposed",
    "accepts": "said to be agreed",
}


def merge_positions(
    reports: Sequence[Report[Position]], sides: Mapping[str, str | None], topics: Mapping[str, str]
) -> list[Finding]:
    """Group positions by side (or holder, where it has no side), topic and stance.

    Args:
        reports: every position of every article, in a fixed order.
        sides: merged actor id -> its side.
        topics: a topic as a fact names it -> the topic it is joined under.
    """
    table: dict[tuple[str, str, Stance], list[Report[Position]]] = {}
    for report in reports:
        party = party_of(report, sides) or "unnamed"
        topic = topics.get(report.fact.topic, report.fact.topic)
        table.setdefault((topic, party, report.fact.stance), []).append(report)
    findings = [_finding(topic, party, stance, found, sides) for (topic, party, stance), found in sorted(table.items())]
    _climb(findings)
    return findings


def party_of(report: Report[Position], sides: Mapping[str, str | None]) -> str | None:
    """The side that a position speaks for, else its holder."""
    holder = report.merged(report.fact.actor)
    return (sides.get(holder) or holder) if holder else None


def taken_on(report: Report[Position]) -> str | None:
    """The day of a stance; None where an article without that day looks back on it ("has refused until now")."""
    passage = f" {report.text} {report.fact.condition or ''} ".lower()
    looks_back = report.fact.date is None and any(f" {words} " in passage for words in _LOOKING_BACK)
    return None if looks_back else report.when


def _finding(
    topic: str, party: str, stance: Stance, reports: list[Report[Position]], sides: Mapping[str, str | None]
) -> Finding:
    by_holder: dict[tuple[str, str], list[Report[Position]]] = {}
    for report in reports:
        by_holder.setdefault((report.merged(report.fact.actor) or "", report.fact.condition or ""), []).append(report)
    rows = sorted(by_holder.items(), key=lambda row: (-len({r.origin for r in row[1]}), -len(row[1]), row[0]))
    variants = [
        make_variant(f"{stance} {topic}", found, by=[holder] if holder else [], note=condition or None)
        for (holder, condition), found in rows
    ]
    known = sorted((d.first, when) for r in reports if (when := taken_on(r)) and (d := days(when)))
    return make_finding(
        "position",
        f"{topic}/{party}",
        "position",
        f"{stance} {topic}",
        variants,
        "one side, one topic, one stance, whoever of the side voices it",
        stance,
        actors=list(dict.fromkeys(holder for (holder, _), _ in rows if holder)),
        topic=topic,
        stance=stance,
        side=party if any(side == party for side in sides.values()) else None,
        date=known[0][1] if known else None,
        status=_FIRST_RUNG.get(stance),
        hearsay=all(r.fact.via for r in reports),
    )


def _climb(findings: list[Finding]) -> None:
    """The ladder: an agreement that two sides accept is confirmed by both; one that a side turns down later is withdrawn."""
    by_topic: dict[str | None, list[Finding]] = {}
    for finding in findings:
        by_topic.setdefault(finding.topic, []).append(finding)
    for group in by_topic.values():
        accepted = [f for f in group if f.stance == "accepts"]
        if len({f.subject for f in accepted if f.side}) > 1:
            for finding in accepted:
                finding.status = "confirmed by both"
        for finding in group:
            later = [f for f in group if f.subject == finding.subject and f.stance == "rejects" and _before(finding, f)]
            if later and finding.stance in ("offers", "accepts"):
                finding.status = "withdrawn"
            other = [
                f for f in group if f.subject != finding.subject and f.stance == "rejects" and not _before(f, finding)
            ]
            if other and finding.stance == "accepts" and finding.status == "said to be agreed":
                finding.status = "denied"


def _before(left: Finding, right: Finding) -> bool:
    a, b = days(left.date), days(right.date)
    return a is not None and b is not None and a.last < b.first
