"""Rounds as pages show them: number, title, values and findings, and what else belongs to each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter

from generator.merge.edtf import days
from generator.merge.meeting_states import is_ahead, is_held, state_of
from generator.merge.places import Gazetteer
from generator.merge.reports import Report, mentioned
from generator.merge.round_decisions import DecidedRounds
from generator.merge.round_findings import RoundFindings, Settled, tell_round
from generator.merge.rounds import Group, group_meetings
from generator.merge.verdicts import make_finding, make_variant
from generator.model.facts import Actor, FactsFile, Meeting, MeetingStatus, Statement
from generator.model.identity import slug
from generator.model.knowledge import Dispute, Finding, Round

_WHOLE_DAY = len("2022-03-03")
"""Shorter dates tell a month or a year."""


@dataclass
class MadeRounds:
    """All rounds with their findings and disputes, and the way to a round from a fact."""

    rounds: list[Round] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)
    meetings: dict[str, list[Report[Meeting]]] = field(default_factory=dict)
    """Round id -> the reports of it."""

    def round_of(self, report: Report[Any]) -> str | None:
        """The round that a fact belongs to: by its article's own numbering, else by the number that one round has."""
        number = report.fact.round
        if number is None:
            return None
        by_article, by_number = self._index()
        found = by_article.get((report.article.id, number))
        common = by_number.get(number, [])
        return found or (common[0] if len(common) == 1 else None)

    def _index(self) -> tuple[dict[tuple[str, int], str], dict[int, list[str]]]:
        if not hasattr(self, "_by_article"):
            self._by_article: dict[tuple[str, int], str] = {}
            self._by_number: dict[int, list[str]] = {}
            for one in self.rounds:
                for article, number in one.numbers.items():
                    self._by_article.setdefault((article, number), one.id)
                if one.number is not None:
                    self._by_number.setdefault(one.number, []).append(one.id)
        return self._by_article, self._by_number

    def about(self, statements: Sequence[Report[Statement]]) -> dict[str, list[Report[Statement]]]:
        """The statements that belong to each round."""
        table: dict[str, list[Report[Statement]]] = {}
        for report in statements:
            round_id = self.round_of(report)
            if round_id:
                table.setdefault(round_id, []).append(report)
        return table

    def add(self, findings: Sequence[Finding], disputes: Sequence[Dispute]) -> None:
        """Put further findings about rounds (their hour) to the rounds that they are about."""
        by_id = {one.id: one for one in self.rounds}
        for finding in findings:
            by_id[finding.subject].findings.append(finding.id)
        self.findings += findings
        self.disputes += disputes

    def assign(self, findings: Sequence[Finding], reports: Sequence[Report[Any]]) -> None:
        """Give each finding the round that most of its facts belong to, if half of them belong to any."""
        of_fact = {(r.article.id, r.fact.id): found for r in reports if (found := self.round_of(r))}
        for finding in findings:
            if finding.round is None:
                votes = Counter(of_fact[at] for ref in finding.facts if (at := (ref.article, ref.fact)) in of_fact)
                if 2 * votes.total() >= len(finding.facts) > 0:
                    finding.round = min(votes, key=lambda v: (-votes[v], v))


def make_rounds(
    reports: Sequence[Report[Meeting]],
    files: Sequence[FactsFile],
    gazetteer: Gazetteer,
    decided: DecidedRounds,
) -> MadeRounds:
    """Group the meetings of all articles and find what holds of each.

    Args:
        reports: every meeting of every article, in a fixed order.
        files: the facts of all articles, for the sides that a meeting's words name.
        gazetteer: the places that the dossier knows.
        decided: what a person decided about rounds.
    """
    made = MadeRounds()
    people = {file.article.id: file.actors for file in files}
    parties = {r.fact.id: _parties(r, people[r.article.id]) for r in reports}
    groups = sorted(group_meetings(reports, parties, gazetteer, decided), key=_place_in_time)
    taken: set[str] = set()
    for group in groups:
        found = sorted((s.report for s in group.sittings), key=lambda r: r.order)
        names = frozenset().union(*(decided.called(report) for report in found))
        if names & decided.decisions.hidden:
            continue
        round_id = _free(_id(found, decided.settled("date", names)), found, taken)
        told = tell_round(round_id, found, gazetteer, Settled.of(decided, names))
        made.rounds.append(_round(round_id, found, told, group))
        made.findings += told.findings
        made.disputes += told.disputes
        made.meetings[round_id] = found
        made.rounds[-1].sides = sorted(frozenset().union(*(s.parties for s in group.sittings)))
        made.rounds[-1].roster = _roster(found, people)
    _settle_numbers(made)
    for one in made.rounds:
        _settle(one, decided, frozenset().union(*(decided.called(report) for report in made.meetings[one.id])), made)
    _next_steps(made)
    return made


def _settle(one: Round, decided: DecidedRounds, names: frozenset[str], made: MadeRounds) -> None:
    """Number, state and title as a person settled them."""
    number, state = decided.settled("number", names), decided.settled("state", names)
    if number is not None:
        one.number = int(number)
        one.title = _title(one.number, one.date, made.meetings[one.id])
    if state is not None:
        one.status = TypeAdapter(MeetingStatus).validate_python(state)
    one.title = decided.settled("rename", names) or one.title


def _roster(reports: Sequence[Report[Meeting]], people: Mapping[str, Sequence[Actor]]) -> list[str]:
    """Who is named in the words that tell of a round, its heads first (merged ids)."""
    heads = [report.merged(head) for report in reports for _, head in sorted(report.fact.heads.items())]
    named = [report.merged(local) for report in reports for local in _named(report, people[report.article.id])]
    return list(dict.fromkeys(actor for actor in [*heads, *named] if actor))


def _named(report: Report[Meeting], people: Sequence[Actor]) -> list[str]:
    """The local ids of the persons and parties that a report names; places and media take no part."""
    acting = [actor for actor in people if actor.kind != "media" and (actor.side or actor.kind == "person")]
    return mentioned(report.fact.evidence, acting)


def _parties(report: Report[Meeting], people: Sequence[Actor]) -> frozenset[str]:
    sides = {actor.id: actor.side for actor in people}
    return frozenset(side for local in mentioned(report.fact.evidence, list(people)) if (side := sides[local]))


def _place_in_time(group: Group) -> tuple[int, str]:
    held = [s.day.first for s in group.sittings if s.day and s.held]
    planned = [s.day.first for s in group.sittings if s.day]
    told = [s.told.first for s in group.sittings if s.told]
    first = min(held or planned or told, default=10**7)
    return first + (0 if held or planned else 1), min(s.report.article.id for s in group.sittings)


def _id(reports: Sequence[Report[Meeting]], settled: str | None) -> str:
    dates = [r.fact.date for r in reports if r.fact.date and is_held(r)] or [
        r.fact.date for r in reports if r.fact.date
    ]
    votes = Counter(date for date in dates if date)
    if settled or votes:
        best = settled or min(votes, key=lambda d: (len(d) < _WHOLE_DAY, -votes[d], d))
        return f"round-{best.split('/')[0].rstrip('?~')}"
    told = min((r.published for r in reports if r.published), default=None)
    planned = not any(is_held(r) for r in reports)
    kind = "planned-after" if planned else "talks-as-of"
    if told:
        return f"{kind}-{told}"
    place = next((slug(r.fact.place) for r in reports if r.fact.place), "undated")
    return f"{'planned' if planned else 'talks'}-{place}"


def _free(wanted: str, reports: Sequence[Report[Meeting]], taken: set[str]) -> str:
    """An id of its own: where another round has it, with the id of the first fact, so that no later round moves it."""
    chosen = wanted if wanted not in taken else f"{wanted}-{reports[0].fact.id}"
    taken.add(chosen)
    return chosen


def _round(round_id: str, reports: list[Report[Meeting]], told: RoundFindings, group: Group) -> Round:
    numbers: dict[str, int] = {}
    for report in reports:
        if report.fact.round is not None:
            numbers.setdefault(report.article.id, report.fact.round)
    number = _number(reports)
    date = told.value("date")
    status = state_of(reports)
    heads = {f.aspect.partition(":")[2]: f.value for f in told.findings if f.aspect.startswith("head:")}
    return Round(
        id=round_id,
        number=number,
        numbers=numbers,
        status=status,
        date=date,
        title=_title(number, date, reports),
        place=told.value("place"),
        heads=heads,
        duration=told.value("duration"),
        outcomes=[f.value for f in told.findings if f.aspect == "outcome"],
        findings=[f.id for f in told.findings],
        articles=list(dict.fromkeys(r.article.id for r in reports)),
        facts=[r.ref for r in reports],
        why=group.why,
    )


def _number(reports: Sequence[Report[Meeting]]) -> int | None:
    """The number that most origins give; none where as many give another."""
    votes: dict[int, set[str]] = {}
    for report in reports:
        if report.fact.round is not None:
            votes.setdefault(report.fact.round, set()).add(report.origin)
    ranked = sorted(votes.items(), key=lambda row: (-len(row[1]), row[0]))
    if len(ranked) > 1 and len(ranked[0][1]) == len(ranked[1][1]):
        return None
    return ranked[0][0] if ranked else None


def _settle_numbers(made: MadeRounds) -> None:
    """A number that sources give to several rounds stays with the one that most origins give it to.

    Where as many speak for another, both keep it.
    """
    claims: dict[int, list[Round]] = {}
    for one in made.rounds:
        if one.number is not None:
            claims.setdefault(one.number, []).append(one)
    for number, rounds in claims.items():
        backing = {one.id: _backing(number, made.meetings[one.id]) for one in rounds}
        most = max(backing.values())
        if list(backing.values()).count(most) > 1:
            continue
        for one in rounds:
            if backing[one.id] < most:
                one.title = (
                    _title(None, one.date, made.meetings[one.id]) if one.title == f"Round {number}" else one.title
                )
                one.number = None


def _backing(number: int, reports: Sequence[Report[Meeting]]) -> int:
    """How many origins call a round by a number."""
    return len({report.origin for report in reports if report.fact.round == number})


def _title(number: int | None, date: str | None, reports: Sequence[Report[Meeting]]) -> str:
    if number is not None:
        return f"Round {number}"
    if date:
        return f"Talks of {date}"
    told = min((r.published for r in reports if r.published), default=None)
    return f"Talks as of {told}" if told else "Talks without a date"


def _next_steps(made: MadeRounds) -> None:
    """What each round led to: meet again, and when, as the same articles announce it; a finding with its words."""
    for one in made.rounds:
        backing = [r for r in made.meetings[one.id] if "will-meet-again" in r.fact.outcomes]
        if not backing:
            continue
        plans = [
            report
            for other in made.rounds
            if other.id != one.id and not _before(other, one)
            for report in made.meetings[other.id]
            if is_ahead(report) and report.article.id in one.articles
        ]
        dated = [plan for plan in plans if plan.fact.date_text or plan.fact.date]
        words = dated[0].fact.date_text or dated[0].fact.date if dated else None
        one.next_step = f"meet again ({words})" if words else "meet again"
        variant = make_variant(one.next_step, [*backing, *(dated or plans)[:1]])
        rule = "the same articles announce a further meeting"
        finding = make_finding("round", one.id, "next step", one.next_step, [variant], rule, round=one.id)
        one.findings.append(finding.id)
        made.findings.append(finding)


def _before(left: Round, right: Round) -> bool:
    a, b = days(left.date), days(right.date)
    return a is not None and b is not None and a.first < b.first
