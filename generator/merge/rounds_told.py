"""What is told of a round: date, place, heads, length, outcomes; each a finding with its variants and its rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from generator.lexicon import load_lexicon
from generator.merge.edtf import days
from generator.merge.places import Gazetteer
from generator.merge.reports import Report
from generator.merge.verdicts import Standing, make_finding, make_variant, weight
from generator.model.facts import Meeting
from generator.model.knowledge import Dispute, Finding, Variant

_LEX = load_lexicon("merge_rounds")
_NUMBERS: dict[str, int] = {
    word: n
    for n, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}
Meetings = Sequence[Report[Meeting]]


@dataclass
class Told:
    """The findings of one round, with what is disputed about it."""

    findings: list[Finding] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)

    def value(self, aspect: str) -> str | None:
        """The value that stands for an aspect."""
        return next((f.value for f in self.findings if f.aspect == aspect), None)


def tell_round(round_id: str, reports: Meetings, gazetteer: Gazetteer, settled_date: str | None) -> Told:
    """Find what holds of a round.

    Args:
        round_id: the round's id, the subject of its findings.
        reports: all reports of it, in a fixed order.
        gazetteer: the places that the dossier knows.
        settled_date: the date that a person settled, if any.
    """
    told = Told()
    _date(told, round_id, reports, settled_date)
    _single(told, round_id, "place", _by_value(reports, lambda r: r.fact.place), gazetteer.compare)
    for side in sorted({side for r in reports for side in r.fact.heads}):
        heads = _by_value(reports, lambda r, s=side: r.merged(r.fact.heads.get(s)))  # type: ignore[misc]
        _single(told, round_id, f"head:{side}", heads, lambda a, b: "same" if a == b else "other")
    _single(told, round_id, "duration", _by_value(reports, lambda r: r.fact.duration), compare_lengths)
    for outcome in sorted({o for r in reports for o in r.fact.outcomes}):
        backing = [r for r in reports if outcome in r.fact.outcomes]
        told.findings.append(
            make_finding(
                "outcome",
                round_id,
                "outcome",
                outcome,
                [make_variant(outcome, backing)],
                "outcomes add up: one does not rule out another",
                outcome,
                round=round_id,
            )
        )
    return told


def compare_lengths(left: str, right: str) -> str:
    """Whether two lengths of time can be one: "about five hours" and "five hours" can, "two hours" cannot."""
    a, b = _hours(left), _hours(right)
    if a is None or b is None:
        return "holds" if a is None and b is not None else "held" if b is None and a is not None else "same"
    return "same" if abs(a - b) <= _LEX["duration_tolerance"] * max(a, b) else "other"


def _hours(text: str) -> float | None:
    """A length in hours; None for "many hours" and the like."""
    total = 0.0
    for number, unit in re.findall(r"(\d+(?:\.\d+)?|[a-z]+)[\s-]*(hour|minute|day|week)", text.lower()):
        count = float(number) if number[0].isdigit() else _NUMBERS.get(number)
        if count is None and number in ("an", "a"):
            count = 1
        if count is not None:
            total += count * {"hour": 1, "minute": 1 / 60, "day": 24, "week": 168}[unit]
    return total or None


def _by_value(
    reports: Meetings, read: Callable[[Report[Meeting]], str | None]
) -> list[tuple[str, list[Report[Meeting]]]]:
    """The reports by the value they give, best supported first; meetings held weigh more than announcements."""
    table: dict[str, list[Report[Meeting]]] = {}
    for report in reports:
        value = read(report)
        if value:
            table.setdefault(value, []).append(report)
    return sorted(
        table.items(),
        key=lambda row: (all(r.fact.status == "planned" for r in row[1]), [-n for n in weight(row[1])], row[0]),
    )


def _date(told: Told, round_id: str, reports: Meetings, settled: str | None) -> None:
    rows = _by_value(reports, lambda r: r.fact.date)
    if not rows and not settled:
        return
    if settled:
        rows.sort(key=lambda row: row[0] != settled)
    best = settled or rows[0][0]
    held = any(r.fact.status != "planned" for value, found in rows if value == best for r in found)
    variants, slipped = [], []
    for value, found in rows:
        standing, note = _date_standing(
            best, value, held and all(r.fact.status == "planned" for r in found), settled is not None
        )
        variants.append(make_variant(value, found, standing=standing, note=note))
        if standing in ("rival", "superseded"):
            slipped.append(variants[-1])
    rule = (
        "a person settled the date"
        if settled
        else "the best supported day; an announcement gives way to reports of the meeting itself"
    )
    finding = make_finding("round", round_id, "date", best, variants, rule, round=round_id, date=best)
    told.findings.append(finding)
    if slipped and not settled:
        why = (
            "announced for another day than it was held on"
            if slipped[0].standing == "superseded"
            else "reports give different days"
        )
        told.disputes.append(
            _dispute(
                "conflict",
                "date",
                round_id,
                finding,
                f"{best}: reports of the meeting itself outweigh an announcement made before it"
                if held and slipped[0].standing == "superseded"
                else None,
                why,
            )
        )


def _date_standing(best: str, value: str, only_planned: bool, settled: bool) -> tuple[Standing, str | None]:
    a, b = days(best), days(value)
    if value == best:
        return "held", None
    if a and b and b.holds(a):
        return "looser", "less exact"
    if a and b and a.holds(b):
        return "refined", "a day of it"
    if only_planned:
        return "superseded", "announced beforehand"
    return ("superseded" if settled else "rival"), None


def _single(
    told: Told,
    round_id: str,
    aspect: str,
    rows: list[tuple[str, list[Report[Meeting]]]],
    compare: Callable[[str, str], str],
) -> None:
    """A single-valued aspect: values that nest are refinements, others are rivals."""
    if not rows:
        return
    best = rows[0][0]
    for value, _ in rows[1:]:  # the finest of the values that agree is the one to show
        if compare(best, value) == "holds":
            best = value
    variants = [_single_variant(best, value, found, compare(best, value)) for value, found in rows]
    variants.sort(key=lambda v: v.value != best)
    finding = make_finding(
        "round",
        round_id,
        aspect,
        best,
        variants,
        "one value holds; wider and vaguer wordings agree with it",
        round=round_id,
    )
    told.findings.append(finding)
    standings = {variant.standing for variant in variants}
    if "rival" in standings or "superseded" in standings:
        told.disputes.append(_dispute("conflict", aspect, round_id, finding, None, "the values exclude each other"))
    elif standings - {"held"}:
        told.disputes.append(
            _dispute("refinement", aspect, round_id, finding, best, "the values differ in precision alone")
        )


def _single_variant(best: str, value: str, found: list[Report[Meeting]], relation: str) -> Variant:
    standing: Standing = "held"
    if value != best:
        standing = {"same": "held", "held": "looser", "holds": "refined", "loose": "looser"}.get(relation, "rival")  # type: ignore[assignment]
        if standing == "rival" and all(r.fact.status == "planned" for r in found):
            standing = "superseded"
    return make_variant(value, found, standing=standing)


def _dispute(sort: str, aspect: str, round_id: str, finding: Finding, settled: str | None, rule: str) -> Dispute:
    return Dispute.model_validate(
        {
            "id": f"{finding.id}-{sort}",
            "sort": sort,
            "point": f"{aspect} of the round",
            "finding": finding.id,
            "variants": finding.variants,
            "settled": settled,
            "rule": rule,
            "round": round_id,
        }
    )
