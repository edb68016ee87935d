"""Figures: the same thing counted by several. Unit, qualifier and day are compared before two numbers are called a dispute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.lexicon import load_lexicon
from generator.merge.edtf import days
from generator.merge.reports import Report
from generator.merge.verdicts import Standing, make_finding, make_variant, weight
from generator.merge.wording import stems
from generator.model.facts import Figure
from generator.model.knowledge import Dispute, Finding, Variant

_TOLERANCE: float = load_lexicon("merge_conflicts")["count_tolerance"]
_SAME_DAYS = 2


@dataclass
class Count:
    """One thing that is counted, with every number given for it."""

    of: frozenset[str]
    number: int = 0
    """Tells things of the same name in one article apart."""
    reports: list[Report[Figure]] = field(default_factory=list)


def merge_figures(reports: Sequence[Report[Figure]]) -> list[Finding]:
    """Group figures by what they count; numbers of different givers that exclude each other are in dispute.

    Args:
        reports: every figure of every article, in a fixed order.
    """
    return [_finding(count) for count in _counts(reports)]


def disputed_figures(findings: Sequence[Finding]) -> list[Dispute]:
    """The disputes that findings on figures hold."""
    return [
        Dispute(
            id=f"{finding.id}-conflict",
            sort="conflict",
            point=finding.subject,
            finding=finding.id,
            variants=finding.variants,
            rule="numbers of the same days that exclude each other",
            actors=finding.actors,
        )
        for finding in findings
        if finding.kind == "figure" and finding.verdict == "disputed"
    ]


def _counts(reports: Sequence[Report[Figure]]) -> list[Count]:
    """The figures by what they count; two numbers in one article are of two things ("12 and 9 floors")."""
    table: dict[frozenset[str], list[Count]] = {}
    for report in reports:
        thing = stems(report.fact.of)
        same = table.setdefault(thing, [])
        home = next((count for count in same if not _elsewhere(count, report)), None)
        if home is None:
            home = Count(thing, len(same))
            same.append(home)
        home.reports.append(report)
    return [count for same in table.values() for count in same]


def _elsewhere(count: Count, report: Report[Figure]) -> bool:
    """Whether the article has given another number for this thing already, by the same giver."""
    return any(
        r.article.id == report.article.id
        and r.fact.value != report.fact.value
        and r.fact.speaker == report.fact.speaker
        for r in count.reports
    )


def words_of(report: Report[Figure]) -> str:
    """A figure in words: "more than 600"."""
    value = f"{report.fact.value:,}"
    return value if report.fact.qualifier == "exact" else f"{report.fact.qualifier} {value}"


def compatible(left: Report[Figure], right: Report[Figure]) -> bool:
    """Whether both numbers can be true at the same time."""
    a, b = left.fact, right.fact
    if "more than" in (a.qualifier, b.qualifier) or "less than" in (a.qualifier, b.qualifier):
        return _within(a, b.value) and _within(b, a.value)
    if "about" in (a.qualifier, b.qualifier):
        return abs(a.value - b.value) <= _TOLERANCE * max(abs(a.value), abs(b.value))
    return a.value == b.value


def _within(figure: Figure, value: float) -> bool:
    if figure.qualifier == "more than":
        return value >= figure.value
    if figure.qualifier == "less than":
        return value <= figure.value
    return True


def _finding(count: Count) -> Finding:
    rows: dict[tuple[str, str], list[Report[Figure]]] = {}
    for report in count.reports:
        rows.setdefault((words_of(report), report.merged(report.fact.speaker) or ""), []).append(report)
    ranked = sorted(rows.items(), key=lambda row: ([-n for n in weight(row[1])], -_latest(row[1]), row[0]))
    lead = ranked[0][1][0]
    variants = [_variant(value, giver, found, lead) for (value, giver), found in ranked]
    actors = list(dict.fromkeys(giver for (_, giver), _ in ranked if giver))
    return make_finding(
        "figure",
        lead.fact.of,
        "figure",
        f"{words_of(lead)} {lead.fact.of}" if not lead.fact.of.startswith(words_of(lead)) else lead.fact.of,
        variants,
        "the same thing counted; rough numbers agree with near ones",
        [*sorted(count.of), count.number],
        actors=actors,
        date=lead.fact.date,
    )


def _latest(reports: Sequence[Report[Figure]]) -> int:
    return max((d.last for r in reports if (d := days(r.when))), default=0)


def _variant(value: str, giver: str, found: list[Report[Figure]], lead: Report[Figure]) -> Variant:
    standing: Standing = "held"
    if not any(compatible(lead, report) for report in found):
        a, b = days(lead.when), days(found[0].when)
        standing = "rival" if a is None or b is None or a.gap(b) <= _SAME_DAYS else "superseded"
    return make_variant(value, found, standing=standing, by=[giver] if giver else [])
