"""Promises: what was announced, and what became of it by what later articles report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from generator.lexicon import load_lexicon
from generator.merge.edtf import days
from generator.merge.meeting_states import is_ahead
from generator.merge.reports import Report
from generator.merge.statements import content_of, words_said
from generator.merge.wording import jaccard, shorten, stems
from generator.model.evidence import Evidence
from generator.model.facts import Event, Meeting, Statement
from generator.model.identity import digest
from generator.model.knowledge import Promise, Round

_LEX = load_lexicon("merge_promises")
_RAREST, _MOST = 6, 50
"""How many of a plan's rarest words are followed, and to how many deeds each."""
_ALIKE = 0.3
Outcome = Literal["kept", "not kept", "slipped", "open", "withdrawn"]


def meeting_promises(
    rounds: Sequence[Round],
    meetings: Mapping[str, Sequence[Report[Meeting]]],
    statements: Sequence[Report[Statement]],
    last_day: int,
) -> list[Promise]:
    """Meetings that were announced: held on the day, held later, or not reported held.

    Args:
        rounds: all rounds.
        meetings: round id -> reports of it.
        statements: all statements; those in whose words a meeting is announced tell who announced it.
        last_day: the day (ordinal) of the last article.
    """
    said: dict[str, list[Report[Statement]]] = {}
    for report in statements:
        said.setdefault(report.article.id, []).append(report)
    promises = []
    for one in rounds:
        plans: dict[str, list[Report[Meeting]]] = {}
        for plan in meetings[one.id]:
            if is_ahead(plan):
                plans.setdefault(plan.fact.date or plan.fact.date_text or "", []).append(plan)
        for due, found in sorted(plans.items()):
            outcome, why = _met(one, found[0].fact.date, last_day)
            by = [voice for plan in found for voice in _announcers(plan, said.get(plan.article.id, []))]
            if not (by or one.number or found[0].fact.date):  # that talks are expected is nobody's promise
                continue
            text = f"{one.title} announced for {due}" if due else f"{one.title} announced"
            promises.append(_promise(text, found, due or None, outcome, why, one.id, by))
    return promises


def _announcers(plan: Report[Meeting], statements: Sequence[Report[Statement]]) -> list[str]:
    """Who says the words in which a meeting is announced."""
    voices = [report.merged(report.fact.speaker) for report in statements if _touch(plan, report)]
    return [voice for voice in voices if voice]


def _touch(plan: Report[Meeting], report: Report[Statement]) -> bool:
    """Whether the words said lie within the words that announce a meeting, or hold them."""
    said = report.fact.content or report.fact.evidence
    return plan.article.id == report.article.id and any(
        a.start < b.end and b.start < a.end and any(word in b.text.lower() for word in _LEX["meeting"])
        for a in plan.fact.evidence
        for b in said
    )


def _met(one: Round, due: str | None, last_day: int) -> tuple[Outcome, str]:
    if one.off:
        return "withdrawn", f"the meeting is reported as {one.status}"
    if not one.held:
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
    statements: Sequence[Report[Statement]], rounds: Sequence[Round], plans: Sequence[Report[Meeting]]
) -> list[Promise]:
    """“We will meet again in the coming days”: said by someone, and kept where a later round met.

    Args:
        statements: every statement.
        rounds: all rounds.
        plans: announcements of meetings; what is said in the words of one has its row already.
    """
    planned: dict[str, list[Report[Meeting]]] = {}
    for plan in plans:
        if is_ahead(plan):
            planned.setdefault(plan.article.id, []).append(plan)
    table: dict[tuple[str, ...], list[Report[Statement]]] = {}
    for report in statements:
        text = content_of(report).lower()
        known = any(_touch(plan, report) for plan in planned.get(report.article.id, []))
        if not known and any(w in text for w in _LEX["meeting"]) and not any(w in text for w in _LEX["not"]):
            table.setdefault((report.when or "", " ".join(sorted(stems(text)))), []).append(report)
    promises = []
    for reports in table.values():
        outcome, why, round_id = _followed(reports[0], rounds)
        promises.append(_promise(words_said(reports[0]), reports, None, outcome, why, round_id))
    return promises


def _followed(report: Report[Statement], rounds: Sequence[Round]) -> tuple[Outcome, str, str | None]:
    """Whether a round with a day followed soon after something was said."""
    made = days(report.when)
    for one in rounds:
        held = days(one.date) if one.held else None
        if made and held and made.last < held.first <= made.last + _LEX["soon"]:
            return "kept", f"{one.title} met on {one.date}", one.id
    return "open", "no later round with a day is reported", None


def event_promises(
    events: Sequence[Report[Event]],
    statements: Sequence[Report[Statement]],
    sides: Mapping[str, str | None],
    known: Sequence[Promise] = (),
) -> list[Promise]:
    """What a side announced of its own deeds ("our army will attack"), and whether a later report tells that it happened.

    Args:
        events: every event.
        statements: every statement; a deed that its own side does not announce is a forecast.
        sides: merged actor id -> its side.
        known: promises that have their row; an event announced in their words is not told again.
    """
    told, said = _places(known), _own_words(statements, sides)
    plans = [
        (report, stems(report.text))
        for report in events
        if _is_plan(report) and not _told_at(report, told) and _is_own(report, said, sides)
    ]
    wanted = frozenset().union(*(passage for _, passage in plans))
    index: dict[str, list[Report[Event]]] = {}
    for report in events if plans else []:
        if report.fact.modality in ("asserted", "claimed") and not _is_plan(report):
            for word in stems(report.text) & wanted:
                index.setdefault(word, []).append(report)
    promises = []
    for report, passage in plans:
        rarest = sorted(passage & index.keys(), key=lambda w: (len(index[w]), w))[:_RAREST]
        done = next((r for word in rarest for r in index[word][:_MOST] if _fulfils(r, report, passage)), None)
        why = (
            f"a later article tells it as done ({done.article.id})"
            if done
            else "no later article tells that it happened"
        )
        promises.append(
            _promise(shorten(report.text), [report], report.fact.date, "kept" if done else "open", why, None)
        )
    return promises


def _places(promises: Sequence[Promise]) -> dict[str, list[Evidence]]:
    """Article id -> the words in which something is promised."""
    places: dict[str, list[Evidence]] = {}
    for promise in promises:
        for cite in promise.cites:
            places.setdefault(cite.article, []).extend(cite.evidence)
    return places


def _own_words(
    statements: Sequence[Report[Statement]], sides: Mapping[str, str | None]
) -> dict[tuple[str, str], list[Evidence]]:
    """(article, side) -> the words that the side itself says there."""
    said: dict[tuple[str, str], list[Evidence]] = {}
    for report in statements:
        speaker = report.merged(report.fact.speaker)
        side = sides.get(speaker) if speaker else None
        if side:
            said.setdefault((report.article.id, side), []).extend(report.fact.content or report.fact.evidence)
    return said


def _is_own(
    report: Report[Event], said: Mapping[tuple[str, str], Sequence[Evidence]], sides: Mapping[str, str | None]
) -> bool:
    """Whether the side that is to do a deed announces it itself."""
    doers = {sides.get(merged) for local in report.fact.actors if (merged := report.merged(local))}
    return any(
        (a.start < b.end and b.start < a.end) or a.text in b.text
        for side in doers - {None}
        for a in report.fact.evidence
        for b in said.get((report.article.id, side or ""), ())
    )


def _told_at(report: Report[Event], places: Mapping[str, Sequence[Evidence]]) -> bool:
    """Whether an event lies in words that are there."""
    return any(
        a.start < b.end and b.start < a.end for a in report.fact.evidence for b in places.get(report.article.id, ())
    )


def _is_plan(report: Report[Event]) -> bool:
    """Whether an event is announced; what somebody claims will happen is announced too."""
    text = f" {report.text.lower()} "
    claimed = report.fact.modality == "claimed" and any(f" {word} " in text for word in _LEX["future"])
    return (report.fact.modality == "planned" or claimed) and not any(word in text for word in _LEX["not"])


def _fulfils(deed: Report[Event], plan: Report[Event], passage: frozenset[str]) -> bool:
    """Whether a deed that a later article tells is the planned one: of the same doer, at the same place and time."""
    told, made = days(deed.published), days(plan.published)
    later = told is not None and made is not None and told.first > made.last
    same = deed.fact.type == plan.fact.type and jaccard(stems(deed.text), passage) >= _ALIKE
    doers = {deed.merged(actor) for actor in deed.fact.actors} & {plan.merged(actor) for actor in plan.fact.actors}
    due, done = days(plan.fact.date), days(deed.fact.date)
    timely = due is None or done is None or due.overlaps(done)
    places = not plan.fact.place or not deed.fact.place or bool(stems(plan.fact.place) & stems(deed.fact.place))
    return later and same and bool(doers) and timely and places


def _promise(
    text: str,
    reports: Sequence[Report[Any]],
    due: str | None,
    outcome: Outcome,
    why: str,
    round_id: str | None,
    by: Sequence[str] = (),
) -> Promise:
    voices = [r.merged(a) for r in reports for a in [getattr(r.fact, "speaker", None), *getattr(r.fact, "actors", [])]]
    return Promise(
        id=digest([text, [(r.article.id, r.fact.id) for r in reports]]),
        text=text,
        by=list(dict.fromkeys([*by, *(voice for voice in voices if voice)])),
        made=next((r.when if r.fact.kind == "statement" else r.published for r in reports), None),
        due=due,
        outcome=outcome,
        why=why,
        cites=[r.cite for r in reports],
        round=round_id,
    )
