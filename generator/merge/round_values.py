"""Single values of a round: which one stands, which refine it, which are looser, which cannot be true beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from generator.merge.edtf import days
from generator.merge.meeting_states import is_held
from generator.merge.reports import Report
from generator.merge.verdicts import Standing, make_finding, make_variant, weight
from generator.model.facts import Meeting
from generator.model.knowledge import Dispute, Finding, Variant

Meetings = Sequence[Report[Meeting]]
Row = tuple[str, list[Report[Meeting]]]
"""A value and the reports that give it."""
Told = tuple[Finding | None, Dispute | None]
_STANDINGS: dict[str, Standing] = {"same": "held", "held": "looser", "holds": "refined", "loose": "looser"}
"""How the value that stands lies to another -> what that other one is."""


def by_value(reports: Meetings, read: Callable[[Report[Meeting]], str | None]) -> list[Row]:
    """The reports by the value they give, best supported first; meetings held weigh more than announcements."""
    table: dict[str, list[Report[Meeting]]] = {}
    for report in reports:
        value = read(report)
        if value:
            table.setdefault(value, []).append(report)
    return sorted(table.items(), key=lambda row: (_announced(row[1]), [-n for n in weight(row[1])], row[0]))


def tell_value(
    round_id: str,
    aspect: str,
    rows: Sequence[Row],
    compare: Callable[[str, str], str],
    detail: Callable[[str], tuple[int, ...]] = lambda value: (),
    shown: Callable[[str, Report[Meeting]], bool] = lambda value, report: True,
) -> Told:
    """The finding on a single-valued aspect, and the dispute or refinement that it holds.

    Args:
        round_id: the round.
        aspect: which value it is (place, duration, head of a side).
        rows: the values with their reports, best supported first.
        compare: how a value lies to another (see `places.Relation`).
        detail: how exact a value is, for values of which none holds the other.
        shown: whether the words of a report show the value; one that they do not show was inferred and disputes nothing.
    """
    if not rows:
        return None, None
    best = rows[0][0]
    for value, _ in rows[1:]:
        relation = compare(best, value)
        if relation == "holds" or (relation in ("loose", "same") and detail(value) > detail(best)):
            best = value
    slips = _within_one_article(rows, best) | {v for v, found in rows if not any(shown(v, r) for r in found)} - {best}
    kept = [row for row in rows if row[0] not in slips or compare(best, row[0]) in _STANDINGS]
    variants = sorted((_variant(best, *row, compare) for row in kept), key=lambda variant: variant.value != best)
    rule = "one value holds; wider and vaguer wordings agree with it"
    finding = make_finding("round", round_id, aspect, best, variants, rule, round=round_id)
    standings = {variant.standing for variant in variants}
    if standings & {"rival", "superseded"}:
        return finding, _dispute("conflict", finding, "the values exclude each other")
    if standings - {"held"}:
        return finding, _dispute("refinement", finding, "the values differ in precision alone", best)
    return finding, None


def tell_date(round_id: str, reports: Meetings, settled: str | None) -> Told:
    """The day of a round: the best supported one on which it was held, else the plan that was printed last.

    Args:
        round_id: the round.
        reports: all reports of it.
        settled: the date that a person settled, if any.
    """
    rows = by_value(reports, lambda report: report.fact.date)
    if not rows and settled is None:
        return None, None
    held = any(not _announced(found) for _, found in rows)
    if not held:
        rows.sort(key=lambda row: -max((d.last for r in row[1] if (d := days(r.published))), default=0))
    best = settled or _finest(rows[0][0], rows)
    variants = [_day(best, value, found, overruled=bool(settled) or _announced(found)) for value, found in rows]
    rule = "the best supported day; an announcement gives way to reports of the meeting itself"
    finding = make_finding(
        "round",
        round_id,
        "date",
        best,
        variants,
        "a person settled the date" if settled else rule,
        round=round_id,
        date=best,
    )
    others = [variant.standing for variant in variants if variant.standing in ("rival", "superseded")]
    if not others or settled:
        return finding, None
    if "rival" in others:
        return finding, _dispute("conflict", finding, "reports give different days")
    why = "reports of the meeting itself outweigh an announcement made before it" if held else "the later announcement"
    return finding, _dispute("conflict", finding, "announced for another day", f"{best}: {why}")


def _finest(best: str, rows: Sequence[Row]) -> str:
    """The most exact of the dates that lie within the best supported one: "20 June" rather than "June"."""
    whole = days(best)
    within = [(d.span, value) for value, _ in rows if (d := days(value)) and whole and whole.holds(d)]
    return min(within, key=lambda one: one[0])[1] if within and not _is_day(best) else best


def _is_day(value: str) -> bool:
    stretch = days(value)
    return stretch is not None and stretch.span <= 1


def _announced(reports: Meetings) -> bool:
    """Whether a value rests on announcements alone."""
    return not any(is_held(report) for report in reports)


def _variant(best: str, value: str, reports: list[Report[Meeting]], compare: Callable[[str, str], str]) -> Variant:
    standing: Standing = "held" if value == best else _STANDINGS.get(compare(best, value), "rival")
    if standing == "rival" and _announced(reports):
        standing = "superseded"
    return make_variant(value, reports, standing=standing)


def _within_one_article(rows: Sequence[Row], best: str) -> set[str]:
    """The values that only articles give which give the standing one too: a slip of reading, no dispute of sources."""
    own = {report.article.id for value, reports in rows if value == best for report in reports}
    return {value for value, reports in rows if value != best and {r.article.id for r in reports} <= own}


def _day(best: str, value: str, reports: list[Report[Meeting]], *, overruled: bool) -> Variant:
    """One day that is told, held against the one that stands."""
    a, b = days(best), days(value)
    if value == best:
        return make_variant(value, reports)
    if a and b and b.holds(a):
        return make_variant(value, reports, standing="looser", note="less exact")
    if a and b and a.holds(b):
        return make_variant(value, reports, standing="refined", note="a day of it")
    note = "announced beforehand" if _announced(reports) else None
    return make_variant(value, reports, standing="superseded" if overruled else "rival", note=note)


def _dispute(
    sort: Literal["conflict", "refinement"], finding: Finding, rule: str, settled: str | None = None
) -> Dispute:
    return Dispute(
        id=f"{finding.id}-{sort}",
        sort=sort,
        point=f"{finding.aspect.replace(':', ' of ')} of the round",
        finding=finding.id,
        variants=finding.variants,
        settled=settled,
        rule=rule,
        round=finding.round,
    )
