"""Verdicts: how firmly a finding stands, counted by independent origins and never by the number of articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from generator.merge.reports import Report
from generator.model.identity import digest
from generator.model.knowledge import Dispute, Finding, Variant, Verdict

Standing = Literal["held", "refined", "rival", "superseded", "looser"]
_SUPPORTS = ("held", "refined", "looser")


def make_variant(
    value: str,
    reports: Sequence[Report[Any]],
    *,
    standing: Standing = "held",
    by: Iterable[str] = (),
    note: str | None = None,
) -> Variant:
    """One value and who gives it."""
    return Variant(
        value=value,
        by=list(dict.fromkeys(by)),
        facts=[report.ref for report in reports],
        cites=[report.cite for report in reports],
        origins=sorted({report.origin for report in reports}),
        standing=standing,
        note=note,
    )


def weight(reports: Sequence[Report[Any]]) -> tuple[int, int, int]:
    """How much speaks for a value: a person's confirmation first, then origins, then articles."""
    confirmed = sum(report.fact.review == "confirmed" or report.fact.by == "editor" for report in reports)
    return confirmed, len({r.origin for r in reports}), len({r.article.id for r in reports})


def judge(variants: Sequence[Variant]) -> Verdict:
    """Disputed where a rival stands, superseded where nothing else does, else counted by origins."""
    if any(variant.standing == "rival" for variant in variants):
        return "disputed"
    if variants and all(variant.standing == "superseded" for variant in variants):
        return "superseded"
    origins = {origin for variant in variants if variant.standing in _SUPPORTS for origin in variant.origins}
    return "corroborated" if len(origins) > 1 else "single origin"


def _origins(variants: Sequence[Variant]) -> list[str]:
    """The origins of the values that stand; of all values where none of them does."""
    standing = {origin for variant in variants if variant.standing in _SUPPORTS for origin in variant.origins}
    return sorted(standing or {origin for variant in variants for origin in variant.origins})


def make_finding(
    kind: Literal["round", "position", "statement", "event", "figure", "role", "outcome", "deal"],
    subject: str,
    aspect: str,
    value: str,
    variants: list[Variant],
    rule: str,
    key: Any = None,
    **more: Any,
) -> Finding:
    """A finding with its verdict; its id is made from what it is about (`key` tells it from others of that aspect)."""
    return Finding(
        id=digest([kind, subject, aspect, key]),
        kind=kind,
        subject=subject,
        aspect=aspect,
        value=value,
        verdict=judge(variants),
        variants=variants,
        origins=_origins(variants),
        rule=rule,
        **more,
    )


def make_dispute(
    point: str,
    variants: list[Variant],
    rule: str,
    *,
    sort: Literal["conflict", "refinement", "change"] = "conflict",
    actors: Sequence[str] = (),
    **more: Any,
) -> Dispute:
    """A dispute of its own, under no single finding; its id is made from its point and facts."""
    facts = sorted({(ref.article, ref.fact) for variant in variants for ref in variant.facts})
    return Dispute(
        id=f"{digest([point, facts])}-{sort}",
        sort=sort,
        point=point,
        variants=variants,
        rule=rule,
        actors=list(dict.fromkeys([*actors, *(actor for variant in variants for actor in variant.by)])),
        **more,
    )
