"""What was known on which day: for each day on which articles appeared, what they told for the first time."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.facts import Figure, Meeting, Position
from generator.model.knowledge import Finding
from generator.render.dates import span
from generator.render.escape import Md
from generator.render.library import Library
from generator.render.pages.front import page
from generator.render.pages.sources import fact_words
from generator.render.quoting import clipped, within_quotation
from generator.render.sheet import Page, Sheet
from generator.render.stances import contents, predicate

MOST_LINES = 5
"""New things of one day that are named; the pages of its articles have all."""

LONGEST_WORDS = 100
KINDS = ("round", "position", "statement", "event", "figure")


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its articles, the lines on what was new, and how much was known at its end."""

    date: str
    articles: list[str]
    lines: list[Md]
    more: int
    known: dict[str, int]


def days(library: Library) -> Page:
    """The page of days, the latest first; articles without a day stand in none of them."""
    sheet = Sheet(library, "days.md")
    by_day: dict[str, list[str]] = {}
    for source in library.knowledge.articles:
        found = span(source.record.published.date)
        if found and found[0] == found[1]:
            by_day.setdefault(found[0].isoformat(), []).append(source.record.id)
    first = _first_told(library, by_day)
    rows = [_day(library, sheet, day, by_day[day], first) for day in sorted(by_day)]
    return page(sheet, "days.md.j2", "Days", {"search": {"boost": 0.5}}, days=rows[::-1])


def _first_told(library: Library, by_day: dict[str, list[str]]) -> dict[str, str]:
    """Finding id -> the first day on which an article told it."""
    day_of = {article: day for day, articles in by_day.items() for article in articles}
    first = {}
    for finding in library.knowledge.findings:
        known = [day_of[ref.article] for ref in finding.facts if ref.article in day_of]
        if known:
            first[finding.id] = min(known)
    return first


def _day(library: Library, sheet: Sheet, day: str, articles: list[str], first: dict[str, str]) -> Day:
    new = [library.findings[key] for key, told in first.items() if told == day]
    lines = list(dict.fromkeys(line for finding in new if (line := _line(library, sheet, finding, articles))))
    known = {
        kind: sum(library.findings[key].kind == kind and told <= day for key, told in first.items()) for kind in KINDS
    }
    return Day(day, articles, lines[:MOST_LINES], max(0, len(lines) - MOST_LINES), _counts(library, day, first, known))


def _counts(library: Library, day: str, first: dict[str, str], known: dict[str, int]) -> dict[str, int]:
    """How much was known at the end of a day, by kind; meetings are counted, not their points."""
    rounds = {library.findings[key].subject for key, told in first.items() if told <= day and key in library.findings}
    counts = {"meeting": len(rounds & set(library.rounds))}
    return counts | {kind: count for kind, count in known.items() if kind != "round"}


def _line(library: Library, sheet: Sheet, finding: Finding, articles: list[str]) -> Md:
    """What an article of that day says, from its own fact alone: nothing that was known later can stand in it."""
    ref = next((each for each in finding.facts if each.article in articles), None)
    fact = library.fact(ref) if ref else None
    if ref is None or fact is None:
        return Md("")
    if isinstance(fact, Meeting) and finding.aspect in ("date", "place"):
        line = Md("Meeting: {}").format(fact_words(library, sheet, ref.article, fact))
    elif isinstance(fact, Position):
        own = next((each for each in contents(finding) if each.cite.fact == fact.id), None)
        told = predicate(library, finding, own, LONGEST_WORDS) if own else fact.evidence[0].text
        words = clipped(told, LONGEST_WORDS)
        undated = fact.model_copy(update={"date": None})
        line = Md("{} <q>{}</q>").format(fact_words(library, sheet, ref.article, undated), within_quotation(words))
    elif isinstance(fact, Figure):
        line = fact_words(library, sheet, ref.article, fact)
    else:
        return Md("")
    return line + sheet.cite([each for each in finding.cites if each.article == ref.article], 1, shown=True)
