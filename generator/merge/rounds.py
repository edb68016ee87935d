"""Rounds: which reports of meetings are of one meeting. Dates, place and parties decide, never the number.

Steps, each with a reason that is kept: reports of one day; a planned meeting and the one held some days later (it slipped);
reports without a day, by number where the time fits; announcements without a day and the next meeting held. Two meetings
that one article tells apart are never joined, and unnumbered talks without a day stay by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product

from generator.lexicon import load_lexicon
from generator.merge.clusters import Clusters
from generator.merge.decisions import Decisions, key
from generator.merge.edtf import Days, days
from generator.merge.reports import Report
from generator.model.facts import Meeting

_LEX = load_lexicon("merge_rounds")


@dataclass(frozen=True)
class Sitting:
    """One article's report of a meeting, as the rules see it."""

    report: Report[Meeting]
    day: Days | None
    """When it met or is to meet, where that is told to within a few days."""
    told: Days | None
    """When the article appeared."""
    parties: frozenset[str]

    @property
    def number(self) -> int | None:
        """What the article calls it."""
        return self.report.fact.round

    @property
    def held(self) -> bool:
        """Whether it has met (or is meeting), as of the article."""
        return self.report.fact.status != "planned"


@dataclass
class Group:
    """The reports of one round and why they are of one."""

    sittings: list[Sitting]
    why: list[str] = field(default_factory=list)


def group_meetings(
    reports: Sequence[Report[Meeting]], parties: dict[str, frozenset[str]], decisions: Decisions
) -> list[Group]:
    """Group the reports of meetings into rounds.

    Args:
        reports: every meeting of every article, in a fixed order.
        parties: fact id -> the sides that its words name.
        decisions: what a person decided about rounds (names: "2", "round 2", a date, "article: number or date").
    """
    sittings = [_sitting(report, parties.get(report.fact.id, frozenset())) for report in reports]
    clusters: Clusters[int] = Clusters(range(len(sittings)))
    _keep_apart(clusters, sittings)
    why = _decide(clusters, sittings, decisions)
    for rule in (_same_day, _slipped, _numbered, _announced, _undated):
        for a, b, reason in rule(sittings):
            if clusters.find(a) != clusters.find(b) and clusters.join(a, b):
                why.append((b, reason))
    groups = [(members, Group([sittings[i] for i in members])) for members in clusters.groups()]
    root = {clusters.find(members[0]): group for members, group in groups}
    for number, reason in why:
        if reason not in root[clusters.find(number)].why:
            root[clusters.find(number)].why.append(reason)
    return [group for _, group in groups]


def names_of_meeting(report: Report[Meeting]) -> list[str]:
    """The names under which a decision may call the round that an article reports."""
    names = [f"round-{report.fact.date}"] if report.fact.date else []
    if report.fact.date:
        names.append(report.fact.date)
    if report.fact.round is not None:
        names += [str(report.fact.round), f"round {report.fact.round}"]
    return [*names, report.fact.id, *(f"{report.article.id}: {name}" for name in names)]


def _decide(clusters: Clusters[int], sittings: Sequence[Sitting], decisions: Decisions) -> list[tuple[int, str]]:
    """Apply what a person decided; returns the reasons of the joins."""
    called = _called(sittings)
    for pair in decisions.different:
        for a, b in product(called.get(pair.left, []), called.get(pair.right, [])):
            if a != b:
                clusters.keep_apart(a, b)
    why = []
    for pair in decisions.same:
        both = [*called.get(pair.left, []), *called.get(pair.right, [])]
        why += [(other, f"decision: {pair.why}") for other in both[1:] if clusters.join(both[0], other)]
    return why


def _sitting(report: Report[Meeting], parties: frozenset[str]) -> Sitting:
    day = days(report.fact.date)
    exact = day if day and day.span <= _LEX["exact"] else None
    return Sitting(report, exact, days(report.published), parties | frozenset(report.fact.heads))


def _called(sittings: Sequence[Sitting]) -> dict[str, list[int]]:
    called: dict[str, list[int]] = {}
    for number, sitting in enumerate(sittings):
        for name in names_of_meeting(sitting.report):
            called.setdefault(key(name), []).append(number)
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
                if not (same_number or same_day):
                    clusters.keep_apart(a, b)


def _fit(left: Sitting, right: Sitting) -> bool:
    """Whether the parties can be those of one meeting: unknown, or at least one in common."""
    return not left.parties or not right.parties or bool(left.parties & right.parties)


def _agree(left: Sitting, right: Sitting) -> bool:
    """Whether the numbers do not speak against it."""
    return left.number is None or right.number is None or left.number == right.number


Proposal = tuple[int, int, str]


def _same_day(sittings: Sequence[Sitting]) -> Iterator[Proposal]:
    """Reports of one day are of one meeting, whatever number they give it; neighbours in time of one number too."""
    dated = sorted(
        (i for i, s in enumerate(sittings) if s.day),
        key=lambda i: (sittings[i].day.first, not sittings[i].held, i),  # type: ignore[union-attr]
    )
    on_day: dict[int, list[int]] = {}
    for i in dated:
        stretch = sittings[i].day
        for day in range(stretch.first, stretch.last + 1) if stretch else ():
            for other in on_day.get(day, [])[:8]:
                if _fit(sittings[i], sittings[other]):
                    yield other, i, f"met on the same day ({sittings[i].report.fact.date})"
            on_day.setdefault(day, []).append(i)
    for i in dated:
        stretch = sittings[i].day
        for other in on_day.get(stretch.last + _LEX["same_number"], [])[:8] if stretch else []:
            if (
                sittings[i].number is not None
                and sittings[i].number == sittings[other].number
                and sittings[other].held
                and sittings[i].held
            ):
                yield i, other, f"one number ({sittings[i].number}) on neighbouring days"


def _slipped(sittings: Sequence[Sitting]) -> Iterator[Proposal]:
    """A meeting planned for one day and held a little later, after the plan was printed, slipped."""
    held = sorted((s.day.first, i) for i, s in enumerate(sittings) if s.held and s.day)
    days_held = {day for day, _ in held}
    starts: dict[int, list[int]] = {}
    for day, i in held:
        starts.setdefault(day, []).append(i)
    for i, plan in enumerate(sittings):
        if plan.held or plan.day is None or plan.day.first in days_held:
            continue
        for late in range(1, _LEX["slip"] + 1):
            found = [
                j for j in starts.get(plan.day.last + late, []) if _agree(plan, sittings[j]) and _fit(plan, sittings[j])
            ]
            if found:
                yield (
                    found[0],
                    i,
                    f"planned for {plan.report.fact.date}, held on {sittings[found[0]].report.fact.date}: the date slipped",
                )
                break


def _numbered(sittings: Sequence[Sitting]) -> Iterator[Proposal]:
    """A report without a day joins the meeting that goes by its number, if that had met when the article appeared."""
    dated: dict[int, list[int]] = {}
    for i, s in enumerate(sittings):
        if s.day and s.number is not None:
            dated.setdefault(s.number, []).append(i)
    for i, s in enumerate(sittings):
        if s.day or s.number is None:
            continue
        for j in sorted(dated.get(s.number, []), key=lambda n: _distance(s, sittings[n])):
            other = sittings[j]
            timely = (
                s.told is None
                or other.day is None
                or (
                    other.day.first <= s.told.last
                    if s.held
                    else s.told.first <= other.day.last <= s.told.last + _LEX["together"]
                )
            )
            if timely and _fit(s, other):
                yield (
                    j,
                    i,
                    f"called round {s.number}, without a day, after that round had met"
                    if s.held
                    else f"announced as round {s.number}",
                )
                break


def _distance(sitting: Sitting, other: Sitting) -> tuple[int, int]:
    gap = sitting.told.gap(other.day) if sitting.told and other.day else 0
    return gap, other.day.first if other.day else 0


def _announced(sittings: Sequence[Sitting]) -> Iterator[Proposal]:
    """A meeting announced without day and number is the next one held."""
    held = sorted((s.day.first, i) for i, s in enumerate(sittings) if s.held and s.day)
    for i, plan in enumerate(sittings):
        if plan.held or plan.day or plan.told is None:
            continue
        due = [j for day, j in held if plan.told.last < day <= plan.told.last + _LEX["soon"]]
        fits = [j for j in due if _agree(plan, sittings[j]) and _fit(plan, sittings[j])]
        if fits:
            yield fits[0], i, "the next meeting held after it was announced"


def _undated(sittings: Sequence[Sitting]) -> Iterator[Proposal]:
    """Reports without a day: of one number and time, or of talks that a dated report has on the day the article appeared."""
    held: dict[int, list[int]] = {}
    by_name: dict[tuple[int | None, bool], list[int]] = {}
    for i, s in enumerate(sittings):
        for day in range(s.day.first, s.day.last + 1) if s.day and s.held else ():
            held.setdefault(day, []).append(i)
        if s.day is None and s.told is not None:
            by_name.setdefault((s.number, s.held), []).append(i)
    for (number, is_held), found in sorted(by_name.items(), key=repr):
        near = _LEX["together"] if number is not None else _LEX["recent"]
        found.sort(key=lambda n: (sittings[n].told.first, n))  # type: ignore[union-attr]
        for a, b in pairwise(found):
            left, right = sittings[a], sittings[b]
            if left.told and right.told and left.told.gap(right.told) <= near and _fit(left, right):
                yield (
                    a,
                    b,
                    f"round {number} in both, told within {near} days"
                    if number is not None
                    else "talks of the same days",
                )
        if is_held and number is None:
            for i in found:
                told = sittings[i].told
                on_day = (
                    [j for back in range(_LEX["recent"] + 1) for j in held.get(told.last - back, [])] if told else []
                )
                if on_day and _fit(sittings[i], sittings[on_day[0]]):
                    yield on_day[0], i, "talks reported on the day they were held"
