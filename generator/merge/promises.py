"""Promises: what was announced, and what became of it by what later articles report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from generator.lexicon import load_lexicon
from generator.merge.edtf import days
from generator.merge.reports import Report
from generator.merge.statements import content_of
from generator.merge.wording import jaccard, shorten, stems
from generator.model.facts import Event, Meeting, Statement
from generator.model.identity import digest
from generator.model.knowledge import Promise, Round

_LEX = load_lexicon("merge_promises")
Outcome = Literal["kept", "not kept", "slipped", "open", "withdrawn"]


def meeting_promises(
    rounds: Sequence[Round], meetings: Mapping[str, Sequence[Report[Meeting]]], last_day: int
) -> list[Promise]:
    """Meetings that were announced: held on the day, held later, or not reported held.

    Args:
        rounds: all rounds.
        meetings: round id -> reports of it.
        last_day: the day (ordinal) of the last article.
    """
    promises = []
    for one in rounds:
        plans: dict[str | None, list[Report[Meeting]]] = {}
        for report in meetings[one.id]:
            if report.fact.status == "planned":
                plans.setdefault(report.fact.date or report.fact.date_text, []).append(report)
        for due, reports in sorted(plans.items(), key=lambda row: row[0] or ""):
            outcome, why = _met(one, reports[0].fact.date, last_day)
            promises.append(
                _promise(f"{one.title} announced" + (f" for {due}" if due else ""), reports, due, outcome, why, one.id)
            )
    return promises


def _met(one: Round, due: str | None, last_day: int) -> tuple[Outcome, str]:
    if one.status == "planned":
        limit = days(due)
        late = limit is not None and last_day > limit.last + _LEX["grace"]
        return (
            ("not kept", f"no article reports it held by {_LEX['grace']} days after it was due")
            if late
            else ("open", "no article reports it held")
        )
    planned, held = days(due), days(one.date)
    if planned and held and not planned.overlaps(held):
        return "slipped", f"met on {one.date} instead"
    return "kept", f"met on {one.date}" if one.date else "it met"


def statement_promises(
    statements: Sequence[Report[Statement]], rounds: Sequence[Round], known: set[tuple[str, str | None]]
) -> list[Promise]:
    """“We will meet again in the coming days”: said by someone, and kept where a later round met.

    Args:
        statements: every statement.
        rounds: all rounds.
        known: (article, date) of announcements that already have a row.
    """
    table: dict[tuple[str, ...], list[Report[Statement]]] = {}
    for report in statements:
        text = content_of(report).lower()
        if any(word in text for word in _LEX["meeting"]) and not any(word in text for word in _LEX["not"]):
            table.setdefault((report.when or "", " ".join(sorted(stems(text)))), []).append(report)
    promises = []
    for reports in table.values():
        made = days(reports[0].when)
        later = [r for r in rounds if r.status != "planned" and made and (d := days(r.date)) and d.first > made.last]
        first = min(later, key=lambda r: r.date or "", default=None)
        limit = made.last + _LEX["soon"] if made else 0
        moment = days(first.date) if first else None
        if first and moment and moment.first <= limit:
            promises.append(
                _promise(
                    shorten(content_of(reports[0])),
                    reports,
                    None,
                    "kept",
                    f"{first.title} met on {first.date}",
                    first.id,
                )
            )
        else:
            promises.append(
                _promise(
                    shorten(content_of(reports[0])),
                    reports,
                    None,
                    "open",
                    "no later round with a day is reported",
                    None,
                )
            )
    return promises


def event_promises(events: Sequence[Report[Event]]) -> list[Promise]:
    """What was announced beside the talks ("the army will attack"), and whether a later report tells that it happened."""
    done = [(r, stems(r.text)) for r in events if r.fact.modality in ("asserted", "claimed")]
    index: dict[str, list[tuple[Report[Event], frozenset[str]]]] = {}
    for report, passage in done:
        for word in passage:
            index.setdefault(word, []).append((report, passage))
    promises = []
    for report in events:
        if report.fact.modality != "planned":
            continue
        passage = stems(report.text)
        made = days(report.published)
        rarest = sorted(passage, key=lambda w: (len(index.get(w, [])), w))[:6]
        near = [
            r
            for word in rarest
            for r, words in index.get(word, [])[:50]
            if r.fact.type == report.fact.type
            and jaccard(words, passage) >= 0.3
            and made
            and (d := days(r.published))
            and d.first > made.last
        ]
        if near:
            promises.append(
                _promise(
                    shorten(report.text),
                    [report],
                    report.fact.date,
                    "kept",
                    f"a later article tells it as done ({near[0].article.id})",
                    None,
                )
            )
        else:
            promises.append(
                _promise(
                    shorten(report.text),
                    [report],
                    report.fact.date,
                    "open",
                    "no later article tells that it happened",
                    None,
                )
            )
    return promises


def _promise(
    text: str,
    reports: Sequence[Report[Meeting] | Report[Event] | Report[Statement]],
    due: str | None,
    outcome: Outcome,
    why: str,
    round_id: str | None,
) -> Promise:
    by = [r.merged(a) for r in reports for a in [getattr(r.fact, "speaker", None), *getattr(r.fact, "actors", [])]]
    return Promise(
        id=digest([text, [(r.article.id, r.fact.id) for r in reports]]),
        text=text,
        by=list(dict.fromkeys(b for b in by if b)),
        made=next((r.when if r.fact.kind == "statement" else r.published for r in reports), None),
        due=due,
        outcome=outcome,
        why=why,
        cites=[r.cite for r in reports],
        round=round_id,
    )
