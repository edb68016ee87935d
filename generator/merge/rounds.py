"""Rounds: which reports of meetings are of one meeting. Dates, place and parties decide, never the number.

The rules stand in `round_rules`; here they are applied in their order. Two meetings that one article tells apart are never
joined, and what a person decided wins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from generator.lexicon import load_lexicon
from generator.merge.clusters import Clusters
from generator.merge.decisions import refused_join
from generator.merge.edtf import days
from generator.merge.places import Gazetteer, is_named_in
from generator.merge.reports import Report
from generator.merge.round_decisions import DecidedRounds
from generator.merge.round_rules import DAY_RULES, RULES, Sitting
from generator.model.facts import Meeting

_LEX = load_lexicon("merge_rounds")


@dataclass
class Group:
    """The reports of one round and why they are of one."""

    sittings: list[Sitting]
    why: list[str] = field(default_factory=list)


def group_meetings(
    reports: Sequence[Report[Meeting]],
    parties: Mapping[str, frozenset[str]],
    gazetteer: Gazetteer,
    decided: DecidedRounds,
) -> list[Group]:
    """Group the reports of meetings into rounds.

    Args:
        reports: every meeting of every article, in a fixed order.
        parties: fact id -> the sides that its words name.
        gazetteer: the places that the dossier knows.
        decided: what a person decided about rounds.
    """
    sittings = [_sitting(report, parties.get(report.fact.id, frozenset()), gazetteer) for report in reports]
    clusters: Clusters[int] = Clusters(range(len(sittings)))
    why = _decide(clusters, sittings, decided)
    _keep_apart(clusters, sittings)
    for rule in RULES:
        for a, b, reason in rule(sittings):
            fresh = clusters.find(a) != clusters.find(b)
            settled = rule not in DAY_RULES and _on_other_days(clusters, sittings, a, b)
            if fresh and not settled and clusters.join(a, b):
                why.append((b, reason))
    groups = [(members, Group([sittings[i] for i in members])) for members in clusters.groups()]
    root = {clusters.find(members[0]): group for members, group in groups}
    for number, reason in why:
        if reason not in root[clusters.find(number)].why:
            root[clusters.find(number)].why.append(reason)
    return [group for _, group in groups]


def _on_other_days(clusters: Clusters[int], sittings: Sequence[Sitting], a: int, b: int) -> bool:
    """Whether both meetings have found their day, and not the same: a report between them cannot make them one."""
    left, right = ({sittings[i].day for i in clusters.members(one) if sittings[i].day} for one in (a, b))
    return bool(left and right) and left.isdisjoint(right)


def _decide(clusters: Clusters[int], sittings: Sequence[Sitting], decided: DecidedRounds) -> list[tuple[int, str]]:
    """Apply what a person decided; returns the reasons of the joins.

    Raises:
        SettingsError: what is to be one round is to be two by other names.
    """
    called = _called(sittings, decided) if decided.names else {}
    for pair in decided.decisions.different:
        for a, b in product(called.get(pair.left, []), called.get(pair.right, [])):
            if a != b:
                clusters.keep_apart(a, b)
    why = []
    for pair in decided.decisions.same:
        both = [*called.get(pair.left, []), *called.get(pair.right, [])]
        for other in both[1:]:
            if not clusters.join(both[0], other):
                raise refused_join(pair, "round")
            why.append((other, f"decision: {pair.why}"))
    return why


def _sitting(report: Report[Meeting], parties: frozenset[str], gazetteer: Gazetteer) -> Sitting:
    day = days(report.fact.date)
    exact = day if day and day.span <= _LEX["exact"] else None
    place = report.fact.place
    places = gazetteer.local(place) if place and is_named_in(place, report.text) else frozenset()
    return Sitting(report, exact, days(report.published), parties | frozenset(report.fact.heads), places)


def _called(sittings: Sequence[Sitting], decided: DecidedRounds) -> dict[str, list[int]]:
    called: dict[str, list[int]] = {}
    for number, sitting in enumerate(sittings):
        for name in sorted(decided.called(sitting.report)):
            called.setdefault(name, []).append(number)
    return called


def _keep_apart(clusters: Clusters[int], sittings: Sequence[Sitting]) -> None:
    """What one article tells apart by number or day stays apart."""
    by_article: dict[str, list[int]] = {}
    for number, sitting in enumerate(sittings):
        by_article.setdefault(sitting.report.article.id, []).append(number)
    for numbers in by_article.values():
        for i, a in enumerate(numbers):
            for b in numbers[i + 1 :]:
                left, right = sittings[a], sittings[b]
                same_number = left.number is not None and left.number == right.number
                same_day = left.day is not None and left.day == right.day and None in (left.number, right.number)
                if not (same_number or same_day) and clusters.find(a) != clusters.find(b):
                    clusters.keep_apart(a, b)
