"""Conflicts that no single value shows: claims that cannot both be true, found by tables of opposed words.

Conflicts of a round's own values are found in `rounds_told`, those of figures in `figures`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from generator.lexicon import load_lexicon
from generator.merge.reports import Report
from generator.merge.statements import content_of
from generator.merge.verdicts import make_variant
from generator.merge.wording import holds_any, shorten, stems
from generator.model.facts import Event, Figure, Meeting, Position, Statement
from generator.model.identity import digest
from generator.model.knowledge import Dispute, Finding, Variant

_LEX = load_lexicon("merge_conflicts")
_ROUNDS = load_lexicon("merge_rounds")
_CLOCK = re.compile(r"\b(\d{1,2})(?::(\d{2}))?\s*([ap])\.?m\b|\b(\d{1,2}):(\d{2})\b", re.IGNORECASE)
Sides = Mapping[str, str | None]


def against_figures(
    figures: Sequence[Report[Figure]], statements: Sequence[Report[Statement]], sides: Sides
) -> list[Dispute]:
    """ "Kiev claims Russian losses are much higher" against the number that Moscow gave."""
    remarks = [(report, stems(content_of(report))) for report in statements if report.fact.speaker]
    remarks = [
        (r, passage) for r, passage in remarks if any(holds_any(passage, w) for w in _LEX["comparatives"].values())
    ]
    disputes = []
    for subject, entries in _LEX["subjects"].items():
        counted = [f for f in figures if f.fact.speaker and holds_any(stems(f.fact.of), entries)]
        for remark, passage in remarks:
            if not holds_any(passage, entries):
                continue
            rivals = [f for f in counted if _owner_named(passage, f) and _other(f, remark, f.fact.speaker, sides)]
            if rivals:
                disputes.append(
                    _dispute(
                        f"{subject}: {rivals[0].fact.of}",
                        [
                            make_variant(
                                _figure_words(f), [f], standing="rival", by=[m for m in [f.merged(f.fact.speaker)] if m]
                            )
                            for f in rivals
                        ]
                        + [_said(remark)],
                        "one gives a number, another says that the true one differs",
                    )
                )
    return disputes


def _owner_named(passage: frozenset[str], figure: Report[Figure]) -> bool:
    """Whether the remark is about the same people's losses: it shares a word of what was counted besides the noun."""
    return bool(passage & stems(figure.fact.of))


def _other(figure: Report[Any], remark: Report[Statement], giver: str | None, sides: Sides) -> bool:
    """Whether the two come from different sides."""
    a, b = figure.merged(giver), remark.merged(remark.fact.speaker)
    return bool(a and b) and (sides.get(a or "") or a) != (sides.get(b or "") or b)


def _figure_words(report: Report[Figure]) -> str:
    return f"{report.fact.value:,} {report.fact.of}"


def opposed_claims(
    statements: Sequence[Report[Statement]],
    events: Sequence[Report[Event]],
    positions: Sequence[Report[Position]],
    sides: Sides,
) -> list[Dispute]:
    """One side says of itself what others tell otherwise ("takes measures to protect civilians", "strikes on homes")."""
    disputes = []
    for entry in _LEX["opposed"]:
        own = [
            r
            for r in statements
            if r.fact.speaker and _meets(content_of(r), entry["one"]) and not _meets(content_of(r), entry["other"])
        ]
        if not own:
            continue
        by_side: dict[str, list[Report[Statement]]] = {}
        for report in own:
            speaker = report.merged(report.fact.speaker) or ""
            if sides.get(speaker):
                by_side.setdefault(sides[speaker] or "", []).append(report)
        told = [r for r in events if _meets(r.text, entry["other"]) and r.fact.modality in ("asserted", "claimed")]
        said = [r for r in [*statements, *positions] if _meets(_words(r), entry["other"])]
        for side, claims in sorted(by_side.items()):
            against = [r for r in told if not _done_by_others(r, side, sides)]
            voices = [r for r in said if (speaker_side := sides.get(_voice(r) or "")) and speaker_side != side]
            if against or voices:
                variants = [_said(r) for r in claims]
                variants += [make_variant(shorten(r.text), [r], standing="rival") for r in against]
                variants += [
                    make_variant(shorten(_words(r)), [r], standing="rival", by=[_voice(r) or ""]) for r in voices
                ]
                disputes.append(
                    _dispute(
                        str(entry["point"]), variants, "a side's word about itself against what others tell", [side]
                    )
                )
    return disputes


def _meets(text: str, lists: Sequence[Sequence[str]]) -> bool:
    passage = stems(text)
    return all(holds_any(passage, entries) for entries in lists)


def _words(report: Report[Any]) -> str:
    return content_of(report) if report.fact.kind == "statement" else report.text


def _voice(report: Report[Any]) -> str | None:
    return report.merged(getattr(report.fact, "speaker", None) or getattr(report.fact, "actor", None))


def _done_by_others(report: Report[Event], side: str, sides: Sides) -> bool:
    """Whether an event is laid to someone else than this side; an event without an agent is not."""
    doers = {sides.get(m) for a in report.fact.actors if (m := report.merged(a))}
    return bool(doers) and side not in doers


def hours_of_rounds(
    rounds: Mapping[str, Sequence[Report[Meeting]]], statements: Mapping[str, Sequence[Report[Statement]]]
) -> list[Dispute]:
    """The hour at which a round met, where one gives a clock time and another something that cannot be squared with it.

    Args:
        rounds: round id -> the reports of it.
        statements: round id -> what was said about it.
    """
    disputes = []
    for round_id, meetings in sorted(rounds.items()):
        sources: list[Report[Any]] = [*meetings, *statements.get(round_id, [])]
        clocks = [(hour, text, r) for r in sources for hour, text in _clock_times(r.text)]
        later = [(words, r) for r in sources for words in _ROUNDS["hour_words"] if words in r.text.lower()]
        early = [c for c in clocks if c[0] < _ROUNDS["small_hours"]]
        if early and later:
            variants = [
                make_variant(text, [r], standing="rival", by=[v for v in [_voice(r)] if v])
                for _, text, r in _once(early)
            ]
            variants += [make_variant(words, [r], standing="rival") for words, r in later]
            disputes.append(
                _dispute(
                    "hour of the round",
                    variants,
                    "the small hours cannot come hours after something of that day",
                    round_id=round_id,
                )
            )
        elif len({hour for hour, _, _ in clocks}) > 1 and len({r.article.id for _, _, r in clocks}) > 1:
            variants = [
                make_variant(text, [r], standing="rival", by=[v for v in [_voice(r)] if v])
                for _, text, r in _once(clocks)
            ]
            disputes.append(
                _dispute("hour of the round", variants, "two clock times for one meeting", round_id=round_id)
            )
    return disputes


def _once(clocks: Sequence[tuple[float, str, Report[Any]]]) -> list[tuple[float, str, Report[Any]]]:
    """One report an article and hour."""
    return list({(hour, r.article.id): (hour, text, r) for hour, text, r in reversed(clocks)}.values())[::-1]


def _clock_times(text: str) -> list[tuple[float, str]]:
    """Clock times in a passage, as hours after midnight and as words."""
    times = []
    for match in _CLOCK.finditer(text):
        hour, minute, half, hour24, minute24 = match.groups()
        if half:
            times.append((int(hour) % 12 + (12 if half.lower() == "p" else 0) + int(minute or 0) / 60, match.group()))
        elif int(hour24) < 24:
            times.append((int(hour24) + int(minute24) / 60, match.group()))
    return times


def denied_events(findings: Sequence[Finding]) -> list[Dispute]:
    """Events that one tells and another denies: rival accounts."""
    return [
        Dispute(
            id=f"{f.id}-conflict",
            sort="conflict",
            point=f.value,
            finding=f.id,
            variants=f.variants,
            rule="one tells it, another denies it",
            actors=f.actors,
        )
        for f in findings
        if f.kind == "event" and f.verdict == "disputed"
    ]


def _said(report: Report[Statement]) -> Variant:
    return make_variant(shorten(content_of(report)), [report], standing="rival", by=[v for v in [_voice(report)] if v])


def _dispute(
    point: str, variants: list[Variant], rule: str, actors: Sequence[str] = (), round_id: str | None = None
) -> Dispute:
    facts = sorted({(ref.article, ref.fact) for v in variants for ref in v.facts})
    return Dispute(
        id=f"{digest([point, facts])}-conflict",
        sort="conflict",
        point=point,
        variants=variants,
        rule=rule,
        round=round_id,
        actors=list(dict.fromkeys([*actors, *(b for v in variants for b in v.by)])),
    )
