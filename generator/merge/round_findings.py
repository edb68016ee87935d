"""What is told of a round: date, place, heads, length, outcomes; each a finding with its variants and its rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.merge.lengths import compare_lengths
from generator.merge.places import Gazetteer, is_named_in
from generator.merge.reports import Report
from generator.merge.round_decisions import DecidedRounds
from generator.merge.round_values import Row, Told, by_value, tell_date, tell_value
from generator.merge.verdicts import make_finding, make_variant
from generator.model.facts import Meeting
from generator.model.knowledge import Dispute, Finding


@dataclass
class RoundFindings:
    """The findings of one round, with what is disputed about it."""

    findings: list[Finding] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)

    def value(self, aspect: str) -> str | None:
        """The value that stands for an aspect."""
        return next((finding.value for finding in self.findings if finding.aspect == aspect), None)

    def add(self, told: Told) -> None:
        """Keep a finding and its dispute, where there are such."""
        finding, dispute = told
        self.findings += [finding] if finding else []
        self.disputes += [dispute] if dispute else []


@dataclass(frozen=True)
class Settled:
    """What a person settled of a round; None (and no outcomes) where nothing was."""

    date: str | None = None
    place: str | None = None
    outcomes: tuple[str, ...] | None = None

    @classmethod
    def of(cls, decided: DecidedRounds, names: frozenset[str]) -> Settled:
        """Look it up by the names of the round."""
        return cls(decided.settled("date", names), decided.settled("place", names), decided.settled_outcomes(names))


def tell_round(
    round_id: str, reports: Sequence[Report[Meeting]], gazetteer: Gazetteer, settled: Settled
) -> RoundFindings:
    """Find what holds of a round.

    Args:
        round_id: the round's id, the subject of its findings.
        reports: all reports of it, in a fixed order.
        gazetteer: the places that the dossier knows.
        settled: what a person settled of it.
    """
    told = RoundFindings()
    told.add(tell_date(round_id, reports, settled.date))
    places = by_value(reports, lambda report: report.fact.place)
    if settled.place is None:
        told.add(tell_value(round_id, "place", places, gazetteer.compare, gazetteer.detail, _shows))
    else:
        told.findings.append(_decided_place(round_id, settled.place, places))
    for side in sorted({side for report in reports for side in report.fact.heads}):
        heads = by_value(reports, lambda report, s=side: report.merged(report.fact.heads.get(s)))  # type: ignore[misc]
        told.add(tell_value(round_id, f"head:{side}", heads, _same_person))
    lengths = by_value(reports, lambda report: report.fact.duration)
    told.add(tell_value(round_id, "duration", lengths, compare_lengths))
    outcomes = _outcomes(reports) if settled.outcomes is None else list(settled.outcomes)
    told.findings += [_outcome(round_id, outcome, reports) for outcome in outcomes]
    return told


def _decided_place(round_id: str, place: str, rows: Sequence[Row]) -> Finding:
    """The place that a person settled; what the articles say stands beside it as overruled."""
    own = next((found for value, found in rows if value == place), [])
    variants = [make_variant(place, own)]
    variants += [make_variant(value, found, standing="superseded") for value, found in rows if value != place]
    return make_finding("round", round_id, "place", place, variants, "a person settled the place", round=round_id)


def _shows(place: str, report: Report[Meeting]) -> bool:
    return is_named_in(place, report.text)


def _same_person(left: str, right: str) -> str:
    return "same" if left == right else "other"


def _outcomes(reports: Sequence[Report[Meeting]]) -> list[str]:
    """All outcomes: no agreement first, then what was agreed, then the rest, a further meeting last."""
    named = {outcome for report in reports for outcome in report.fact.outcomes}
    return sorted(named, key=lambda o: (o != "no-agreement", not o.startswith("agreement:"), o == "will-meet-again", o))


def _outcome(round_id: str, outcome: str, reports: Sequence[Report[Meeting]]) -> Finding:
    backing = [report for report in reports if outcome in report.fact.outcomes]
    rule = "outcomes add up: one does not rule out another" if backing else "a person settled the outcome"
    return make_finding(
        "outcome", round_id, "outcome", outcome, [make_variant(outcome, backing)], rule, outcome, round=round_id
    )
