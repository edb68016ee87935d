"""Commitments: a party binds itself to a deed of its own ("pledged to withdraw", "agreed to freeze output"); forecasts bind nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.lexicon import load_lexicon
from generator.merge.contents import content_words, is_past
from generator.merge.reports import Report
from generator.merge.wording import stems, words
from generator.model.facts import Position
from generator.model.identity import digest
from generator.model.knowledge import Finding, Promise

_LEX = load_lexicon("merge_promises")
_MOST = 20
"""Commitments of one holder that a further one is held against under one word."""


def commitments(reports: Sequence[Report[Position]], deals: Sequence[Finding]) -> list[Promise]:
    """What parties bound themselves to do; kept or not is told by nobody, unless a deal on it is reported to be off.

    Args:
        reports: every position of every article.
        deals: the findings on deals.
    """
    over = {(ref.article, ref.fact) for deal in deals if deal.status == "withdrawn" for ref in deal.facts}
    table: dict[tuple[str, frozenset[str]], list[Report[Position]]] = {}
    for report in _binding(reports):
        table.setdefault((report.article.id, stems(content_words(report)[0])), []).append(report)
    return [_promise(found, over) for found in _joined(list(table.values()))]


def _binding(reports: Sequence[Report[Position]]) -> Iterator[Report[Position]]:
    """The positions by which somebody commits himself to a deed."""
    for report in reports:
        cue = report.fact.cue.text if report.fact.cue else ""
        what = words(content_words(report)[0])
        deed = what[:1] == ["to"] and len(stems(" ".join(what))) >= _LEX["least"]
        bound = not set(words(cue)).isdisjoint(_LEX["binding"])
        if report.fact.actor and report.fact.stance in ("accepts", "offers") and deed and bound and not is_past(report):
            yield report


def _joined(rows: list[list[Report[Position]]]) -> list[list[Report[Position]]]:
    """One row for one commitment over articles: the same words for the most part, of the same parties."""
    joined: list[list[Report[Position]]] = []
    index: dict[tuple[str, str], list[list[Report[Position]]]] = {}
    for row in rows:
        said, who = stems(content_words(row[0])[0]), sorted(_who(row))
        places = [(holder, word) for holder in who for word in sorted(said)]
        near = (other for place in places for other in index.get(place, [])[-_MOST:])
        home = next((other for other in near if 2 * len(said & stems(content_words(other[0])[0])) > len(said)), None)
        if home is None:
            home = []
            joined.append(home)
            for place in places:
                index.setdefault(place, []).append(home)
        home.extend(row)
    return joined


def _who(reports: Sequence[Report[Position]]) -> set[str]:
    return {holder for report in reports if (holder := report.merged(report.fact.actor))}


def _promise(reports: Sequence[Report[Position]], over: set[tuple[str, str]]) -> Promise:
    off = any((report.article.id, report.fact.id) in over for report in reports)
    text = content_words(reports[0])[0]
    return Promise(
        id=digest([text, [(r.article.id, r.fact.id) for r in reports]]),
        text=text,
        by=list(dict.fromkeys(holder for r in reports if (holder := r.merged(r.fact.actor)))),
        made=next((r.fact.date for r in reports if r.fact.date), None),
        outcome="withdrawn" if off else "open",
        why="the deal is reported to be off" if off else "no article tells what became of it",
        cites=[report.cite for report in reports],
    )
