"""Opposed claims: what a side says of itself against what others tell, and a remark against a number that was given.

Found by tables of words (`merge_conflicts.yml`); what counts as opposed is a matter of the table and not of this code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from generator.lexicon import load_lexicon
from generator.merge.edtf import Days, days
from generator.merge.reports import Report
from generator.merge.statements import content_of, words_said
from generator.merge.verdicts import make_dispute, make_variant
from generator.merge.wording import holds_any, stems
from generator.model.facts import Event, Figure, Position, Statement
from generator.model.knowledge import Dispute, Variant

_LEX = load_lexicon("merge_conflicts")
_CONCESSION = re.compile(r"\b(?:" + "|".join(_LEX["concessions"]) + r")\b.*", re.DOTALL | re.IGNORECASE)
_DAYS_APART: int = _LEX["opposed_days"]
Sides = Mapping[str, str | None]
Thing = tuple[str, frozenset[str]]
"""Who counts what: a side and the words of the thing."""


def opposed_claims(
    statements: Sequence[Report[Statement]],
    events: Sequence[Report[Event]],
    positions: Sequence[Report[Position]],
    sides: Sides,
) -> list[Dispute]:
    """“Takes measures to protect civilians” against reports of strikes on homes, and against who demands that they stop."""
    disputes = []
    voices: list[Report[Any]] = [*statements, *positions]
    for entry in _LEX["opposed"]:
        claims: dict[str, list[Report[Statement]]] = {}
        for report in statements:
            side = _side(report, sides)
            own = _CONCESSION.sub("", content_of(report))
            if side and _meets(own, entry["one"]) and not _meets(own, entry["other"]):
                claims.setdefault(side, []).append(report)
        if not claims:
            continue
        told = [r for r in events if r.fact.modality in ("asserted", "claimed") and _meets(r.text, entry["other"])]
        said = [r for r in voices if _meets(content_of(r), entry["other"])]
        for side, own_words in sorted(claims.items()):
            against = [
                *(r for r in told if not _done_by_others(r, side, sides)),
                *(r for r in said if _side(r, sides) not in (None, side)),
            ]
            near = [r for r in against if _at_that_time(r, own_words)]
            if near:
                variants = [_said(report) for report in _once([*own_words, *near])]
                disputes.append(make_dispute(entry["point"], variants, _LEX["opposed_rule"], actors=[side]))
    return disputes


def remarks_on_figures(
    figures: Sequence[Report[Figure]], statements: Sequence[Report[Statement]], sides: Sides
) -> list[Dispute]:
    """“Kiev claims Russian losses are much higher” against the number that Moscow gave."""
    comparatives = [word for entries in _LEX["comparatives"].values() for word in entries]
    remarks = [(r, stems(content_of(r))) for r in statements if _side(r, sides)]
    remarks = [(report, passage) for report, passage in remarks if holds_any(passage, comparatives)]
    disputes = []
    for subject, entries in _LEX["subjects"].items():
        counted: dict[Thing, list[Report[Figure]]] = {}
        for figure in figures:
            thing, giver = stems(figure.fact.of), _side(figure, sides)
            if giver and holds_any(thing, entries):
                counted.setdefault((giver, thing), []).append(figure)
        for (giver, thing), found in sorted(counted.items(), key=lambda row: (row[0][0], sorted(row[0][1]))):
            against = [
                report
                for report, passage in remarks
                if passage & thing and holds_any(passage, entries) and _side(report, sides) != giver
            ]
            near = [report for report in against if _at_that_time(report, found)]
            if near:
                variants = [_given(figure) for figure in found] + [_said(report) for report in near]
                disputes.append(make_dispute(f"{subject}: {found[0].fact.of}", variants, _LEX["comparative_rule"]))
    return disputes


def _meets(text: str, lists: Sequence[Sequence[str]]) -> bool:
    """Whether a passage has a word of each list."""
    passage = stems(text)
    return all(holds_any(passage, entries) for entries in lists)


def _at_that_time(report: Report[Any], claims: Sequence[Report[Any]]) -> bool:
    """Whether something was told near enough in time to bear upon the claims."""
    day = days(report.when)
    stretches = [stretch for claim in claims if (stretch := days(claim.when))]
    if day is None or not stretches:
        return True
    whole = Days(min(s.first for s in stretches), max(s.last for s in stretches))
    return whole.gap(day) <= _DAYS_APART


def _once(reports: Sequence[Report[Any]]) -> list[Report[Any]]:
    """Without those that repeat a voice and its words: a statement that states a demand is a position too."""
    return list({(r.article.id, _voice(r), words_said(r)): r for r in reversed(reports)}.values())[::-1]


def _voice(report: Report[Any]) -> str | None:
    return report.merged(getattr(report.fact, "speaker", None) or getattr(report.fact, "actor", None))


def _side(report: Report[Any], sides: Sides) -> str | None:
    """The side that speaks, where one does."""
    voice = _voice(report)
    return sides.get(voice) if voice else None


def _done_by_others(report: Report[Event], side: str, sides: Sides) -> bool:
    """Whether an event is laid to someone else than this side; an event without an agent is not."""
    doers = {sides.get(merged) for local in report.fact.actors if (merged := report.merged(local))}
    return bool(doers) and side not in doers


def _said(report: Report[Any]) -> Variant:
    voice = _voice(report)
    return make_variant(words_said(report), [report], standing="rival", by=[voice] if voice else [])


def _given(figure: Report[Figure]) -> Variant:
    voice = _voice(figure)
    words = f"{figure.fact.value:,} {figure.fact.of}"
    return make_variant(words, [figure], standing="rival", by=[voice] if voice else [])
