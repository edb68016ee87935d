"""The rules that take two reports of meetings for reports of one round, in their order; each says why.

Reports of one day; a planned meeting and the one held some days later (it slipped); reports of a month and the one round that
met in it; reports without a day whose place speaks against their number; reports without a day, by number where the time fits;
announcements without a day and the next meeting held; talks without a day in the one place where a round had met.
In articles without a date, a meeting announced for a place and the one that met there.
Unnumbered talks of which nothing but the time of the article is known stay by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.lexicon import load_lexicon
from generator.merge.edtf import Days, days
from generator.merge.meeting_states import is_ahead, is_held
from generator.merge.reports import Report
from generator.model.facts import Meeting

_LEX = load_lexicon("merge_rounds")
_VAGUE_DAYS = ("today", "yesterday", "day", "holiday")
_LATELY: int = _LEX["lately"]


@dataclass(frozen=True)
class Sitting:
    """One article's report of a meeting, as the rules see it."""

    report: Report[Meeting]
    day: Days | None
    """When it met or is to meet, where that is told to within a few days."""
    told: Days | None
    """When the article appeared."""
    parties: frozenset[str]
    places: frozenset[str]
    """The names in its place that are no states."""

    @property
    def number(self) -> int | None:
        """What the article calls it."""
        return self.report.fact.round

    @property
    def held(self) -> bool:
        """Whether it has met (or is meeting), as of the article."""
        return is_held(self.report)

    @property
    def ahead(self) -> bool:
        """Whether it is to come, as of the article."""
        return is_ahead(self.report)


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


def _within(sittings: Sequence[Sitting]) -> Iterator[Proposal]:
    """A report that tells no more than the month or year joins the one meeting that is known to have met in it."""
    held = [i for i, s in enumerate(sittings) if s.held and s.day]
    for i, s in enumerate(sittings):
        stretch = days(s.report.fact.date) if s.held and s.day is None else None
        if stretch is None:
            continue
        found = [j for j in held if (day := sittings[j].day) and stretch.holds(day)]
        if _one_round(s, found, sittings):
            yield found[0], i, f"the one round that met in {s.report.fact.date}"


def _slipped(sittings: Sequence[Sitting]) -> Iterator[Proposal]:
    """A meeting planned for one day and held a little later, after the plan was printed, slipped."""
    held = sorted((s.day.first, i) for i, s in enumerate(sittings) if s.held and s.day)
    days_held = {day for day, _ in held}
    starts: dict[int, list[int]] = {}
    for day, i in held:
        starts.setdefault(day, []).append(i)
    for i, plan in enumerate(sittings):
        if not plan.ahead or plan.day is None or plan.day.first in days_held:
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


def _displaced(sittings: Sequence[Sitting]) -> Iterator[Proposal]:
    """A numbered report without a day whose place is that of another round alone is of that one: sources count differently."""
    by_place = _by_place(sittings)
    of_number: dict[int, set[str]] = {}
    for s in sittings:
        if s.day and s.number is not None:
            of_number.setdefault(s.number, set()).update(s.places)
    for i, s in enumerate(sittings):
        if s.day or not s.held or s.number is None or s.places & of_number.get(s.number, set()):
            continue
        found = [j for name in sorted(s.places) for j in by_place.get(name, []) if _had_met(s, sittings[j])]
        if _one_round(s, found, sittings):
            yield found[0], i, f"called round {s.number}, but told of the place of this one ({s.report.fact.place})"


def _by_place(sittings: Sequence[Sitting]) -> dict[str, list[int]]:
    """The meetings that were held on a known day, by the names in their place."""
    held: dict[str, list[int]] = {}
    for i, s in enumerate(sittings):
        for name in sorted(s.places) if s.held and s.day else ():
            held.setdefault(name, []).append(i)
    return held


def _one_round(sitting: Sitting, found: Sequence[int], sittings: Sequence[Sitting]) -> bool:
    """Whether meetings are all of one day, and a report can be of that one."""
    return (
        len({sittings[j].day for j in found}) == 1
        and all(_agree(sitting, sittings[j]) for j in found)
        and _fit(sitting, sittings[found[0]])
    )


def _had_met(sitting: Sitting, other: Sitting) -> bool:
    """Whether the other meeting had met when this one's article appeared, as far as that is known."""
    return sitting.told is None or other.day is None or other.day.first <= sitting.told.last


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
        if not plan.ahead or plan.day or plan.told is None:
            continue
        due = [j for day, j in held if plan.told.last < day <= plan.told.last + _LEX["soon"]]
        fits = [j for j in due if _agree(plan, sittings[j]) and _fit(plan, sittings[j])]
        if fits:
            yield fits[0], i, "the next meeting held after it was announced"


def _placed(sittings: Sequence[Sitting]) -> Iterator[Proposal]:
    """A report without a day, from the place of one meeting alone that had lately met, is of that meeting."""
    by_place = _by_place(sittings)
    for i, s in enumerate(sittings):
        if s.day or not s.held:
            continue
        found = [j for name in sorted(s.places) for j in by_place.get(name, []) if _lately(s, sittings[j])]
        if _one_round(s, found, sittings):
            yield found[0], i, f"talks in the one place where a round had met ({sittings[found[0]].report.fact.place})"


def _lately(sitting: Sitting, other: Sitting) -> bool:
    """Whether the other meeting had met a few days before this one's article appeared; unknown where that has no date."""
    if sitting.told is None or other.day is None:
        return False
    return 0 <= sitting.told.last - other.day.first <= _LATELY


def _undated(sittings: Sequence[Sitting]) -> Iterator[Proposal]:
    """Reports without a day: of one number and time, or of talks that a dated report has on the day the article appeared."""
    held: dict[int, list[int]] = {}
    by_name: dict[tuple[int | None, bool], list[int]] = {}
    for i, s in enumerate(sittings):
        for day in range(s.day.first, s.day.last + 1) if s.day and s.held else ():
            held.setdefault(day, []).append(i)
        if s.day is None and s.told is not None:
            by_name.setdefault((s.number, s.held), []).append(i)
    for (number, were_held), found in sorted(by_name.items(), key=repr):
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
        if were_held and number is None:
            for i in found:
                told = sittings[i].told
                on_day = (
                    [j for back in range(_LEX["recent"] + 1) for j in held.get(told.last - back, [])] if told else []
                )
                if on_day and _fit(sittings[i], sittings[on_day[0]]):
                    yield on_day[0], i, "talks reported on the day they were held"


def _same_place(sittings: Sequence[Sitting]) -> Iterator[Proposal]:
    """In articles that bear no date: a meeting announced for a place and the one that met there; talks of one place and weekday."""
    by_place: dict[str, list[int]] = {}
    for i, s in enumerate(sittings):
        for name in sorted(s.places) if s.day is None and s.told is None else ():
            by_place.setdefault(name, []).append(i)
    for name, found in sorted(by_place.items()):
        held = [i for i in found if sittings[i].held]
        for i in held:
            for j in held:
                same = i < j and _text(sittings[i]) is not None and _text(sittings[i]) == _text(sittings[j])
                if same and _fit(sittings[i], sittings[j]):
                    yield i, j, f"talks of one place and weekday ({name}, {_text(sittings[i])})"
        for plan in (i for i in found if sittings[i].ahead):
            article = sittings[plan].report.article.id
            later = [j for j in held if sittings[j].report.article.id != article]
            over = all(sittings[j].report.fact.status == "ended" for j in later)
            if later and over and len(later) == len(held) and len({_text(sittings[j]) for j in later}) == 1:
                yield later[0], plan, f"announced for the place where it met ({name})"


def _text(sitting: Sitting) -> str | None:
    """The weekday by which an article without a date tells when a meeting was."""
    told = (sitting.report.fact.date_text or "").lower()
    return next(
        (word for word in re.findall(r"[a-z]+", told) if word.endswith("day") and word not in _VAGUE_DAYS), None
    )


DAY_RULES = (_same_day, _slipped)
"""Those that compare days; the others lead reports without a day to one that has one."""
RULES = (*DAY_RULES, _within, _displaced, _numbered, _announced, _placed, _undated, _same_place)
