"""Who spoke about or met whom: pairs of actors, counted from the words that name both."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from generator.model.facts import Statement
from generator.render.library import Library, once


@once
def spoke_about(library: Library) -> dict[tuple[str, str], int]:
    """(speaker, actor named in the words said) -> number of statements."""
    counts: Counter[tuple[str, str]] = Counter()
    for source in library.knowledge.articles:
        article = source.record.id
        for fact in source.facts:
            speaker = library.actor_in(article, fact.speaker) if isinstance(fact, Statement) else None
            if not isinstance(fact, Statement) or speaker is None or fact.review in ("rejected", "proposed"):
                continue
            spans = [(piece.start, piece.end) for piece in fact.content]
            counts.update((speaker.id, each) for each in _named_within(library, article, spans) if each != speaker.id)
    return dict(sorted(counts.items()))


def met(library: Library) -> dict[tuple[str, str], int]:
    """(actor, actor) -> number of rounds in which both led a delegation."""
    counts: Counter[tuple[str, str]] = Counter()
    for each in library.rounds.values():
        counts.update(combinations(sorted(set(each.heads.values()) & set(library.actors)), 2))
    return dict(sorted(counts.items()))


def _named_within(library: Library, article: str, spans: list[tuple[int, int]]) -> list[str]:
    found = (
        actor
        for start, end, actor in _mentions(library, article)
        if any(first <= start and end <= last for first, last in spans)
    )
    return list(dict.fromkeys(found))


def _mentions(library: Library, article: str) -> list[tuple[int, int, str]]:
    return [
        (mention.start, mention.end, merged.id)
        for row in library.articles[article].actors
        if (merged := library.actor_in(article, row.id)) is not None
        for mention in row.mentions
    ]
