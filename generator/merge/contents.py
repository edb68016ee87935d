"""What positions say in words: who wants exactly what, round by round, and where the stand of a party changed.

A label ("NATO membership: demands") tells a reader nothing; "that Ukraine give up NATO membership" does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from generator.lexicon import load_lexicon
from generator.merge.edtf import days
from generator.merge.positions import party_of, taken_on
from generator.merge.reports import Report, joined
from generator.merge.wording import shorten
from generator.model.facts import Position, Stance
from generator.model.knowledge import Content, Finding

_LONGEST = 240
_YEAR = re.compile(r"\b(?:in|since|of|from) ((?:19|20)\d\d)\b")
_WORDS = re.compile(r"[a-z]+")
_CONFLICTS = load_lexicon("merge_conflicts")
_LEAD = re.compile(r"^(?:[\s,;:–—-]+|and\s+|but\s+)+")
Reports = Mapping[tuple[str, str], Report[Position]]
"""(article, fact) -> the report of it."""


def add_contents(
    findings: Sequence[Finding],
    reports: Sequence[Report[Position]],
    sides: Mapping[str, str | None],
    round_of: Callable[[Report[Position]], str | None],
    order: Sequence[str],
) -> None:
    """Put to each finding on a position what it says in words, in the order of time, with marks where the stand changed.

    Args:
        findings: all findings; those on positions are filled.
        reports: every position of every article.
        sides: merged actor id -> its side.
        round_of: the round that a fact belongs to, if any.
        order: the ids of all rounds in the order of time.
    """
    by_ref = {(r.article.id, r.fact.id): r for r in reports}
    place = {round_id: number for number, round_id in enumerate(order)}
    stands: dict[tuple[str, str], list[Content]] = {}
    for finding in findings:
        if finding.kind != "position":
            continue
        found = [by_ref[ref.article, ref.fact] for ref in finding.facts]
        finding.content = _once([_content(report, sides, round_of(report)) for report in found])
        finding.content.sort(key=lambda content: _in_time(content, place))
        stands.setdefault((finding.topic or "", finding.subject), []).extend(finding.content)
    for contents in stands.values():
        _mark(sorted(contents, key=lambda content: _in_time(content, place)))


def content_words(report: Report[Position]) -> tuple[str, bool]:
    """The words that say what is wanted, and whether the article's own content carries them."""
    words = joined(report.fact.content)
    return shorten(_LEAD.sub("", words or report.text), _LONGEST), bool(words)


def is_past(report: Report[Position]) -> bool:
    """Whether the words look back on an earlier year or time, or tell that what was agreed is over."""
    passage = f" {report.sentence.lower()} "
    printed = (report.published or "")[:4]
    years = {year for year in _YEAR.findall(passage) if not printed or year < printed}
    looks_back = any(f" {words} " in passage for words in _CONFLICTS["looking_back"])
    over = not set(_WORDS.findall(passage)).isdisjoint(load_lexicon("merge_deals")["steps"]["withdrawn"])
    return bool(years) or looks_back or (over and report.fact.stance in ("accepts", "offers"))


def _content(report: Report[Position], sides: Mapping[str, str | None], round_id: str | None) -> Content:
    words, whole = content_words(report)
    holder = report.merged(report.fact.actor)
    return Content(
        words=words,
        whole=whole,
        stance=report.fact.stance,
        holder=None if holder == party_of(report, sides) else holder,
        via=report.merged(report.fact.via),
        condition=report.fact.condition,
        date=taken_on(report),
        round=round_id,
        past=is_past(report),
        cite=report.cite,
    )


def _once(contents: Sequence[Content]) -> list[Content]:
    """Without those that an article tells twice in the same words."""
    return list({(c.cite.article, c.words): c for c in contents}.values())


def _in_time(content: Content, place: Mapping[str, int]) -> tuple[int, int]:
    day = days(content.date)
    return place.get(content.round or "", 0) if day is None else 0, day.first if day else 10**7


def _mark(contents: Sequence[Content]) -> None:
    """Mark what differs from the stances that the same party took on the topic in the round, or on the day, before."""
    before: set[Stance] | None = None
    now: set[Stance] = set()
    at: str | None = None
    for content in contents:
        moment = content.round or content.date
        if moment is None:
            continue
        if moment != at:
            before, now, at = (now or None), set(), moment
        if before is not None and content.stance not in before:
            content.change = "changed"
        now.add(content.stance)
