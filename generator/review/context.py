"""What a reviewer sees of a fact: its paragraph and the ones around it, word by word with offsets of the file, and its values."""

from __future__ import annotations

import itertools
import re
from typing import Any

from generator.model.article import Article
from generator.model.facts import Actor, Fact, FactsFile
from generator.review.decisions import CORRECTABLE

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*|[^\w\s]")


def words_around(article: Article, fact: Fact) -> list[list[dict[str, Any]]]:
    """The paragraphs of a fact with one before and one after, each a list of words.

    A word is `{"t": text, "s": start, "e": end, "gap": white space before it}`; offsets are characters of the article's file.
    """
    paragraphs = [
        [_word(article, match) for match in _WORD.finditer(article.text, *span)] for span in _paragraphs(article.text)
    ]
    spans = [(span.start, span.end) for span in fact.evidence]
    touched = [
        number
        for number, words in enumerate(paragraphs)
        if any(word["s"] < end and start < word["e"] for word in words for start, end in spans)
    ]
    if not touched:
        return []
    first, last = max(0, touched[0] - 1), min(len(paragraphs), touched[-1] + 2)
    return [words for words in paragraphs[first:last] if words]


def _word(article: Article, match: re.Match[str]) -> dict[str, Any]:
    place = article.evidence(match.start(), match.end())
    gap = match.start() > 0 and article.text[match.start() - 1].isspace()
    return {"t": match.group(), "s": place.start, "e": place.end, "gap": gap}


def _paragraphs(text: str) -> list[tuple[int, int]]:
    breaks = [0, *(match.end() for match in re.finditer(r"\n+", text)), len(text)]
    return [(start, end) for start, end in itertools.pairwise(breaks) if start < end]


def shown(file: FactsFile, fact: Fact, article: Article | None, topics: list[str]) -> dict[str, Any]:
    """All that the page needs to show a fact and to offer corrections."""
    plain = fact.model_dump(mode="json")
    names = {actor.id: actor for actor in file.actors}
    return {
        "article": file.article.id,
        "headline": file.article.headline or file.article.file,
        "fact": fact.id,
        "kind": fact.kind,
        "summary": summary(fact, names),
        "values": {name: plain.get(name) for name in CORRECTABLE[fact.kind]},
        "actors": [{"id": actor.id, "name": actor.name} for actor in file.actors],
        "topics": topics,
        "spans": [[span.start, span.end] for span in fact.evidence],
        "review": fact.review,
        "reviewed_by": fact.reviewed_by,
        "by": fact.by,
        "also_by": fact.also_by,
        "why": fact.why,
        "was": fact.was,
        "words": words_around(article, fact) if article else [],
        "text": " … ".join(span.text for span in fact.evidence),
    }


def summary(fact: Fact, names: dict[str, Actor]) -> str:
    """A fact in one line, for a list."""

    def name(actor_id: str | None) -> str:
        return names[actor_id].name if actor_id in names else (actor_id or "nobody named")

    if fact.kind == "statement":
        return f"{name(fact.speaker)} {'(quoted)' if fact.direct else '(reported)'} {fact.date or ''}".strip()
    if fact.kind == "position":
        return f"{name(fact.actor)} {fact.stance}: {fact.topic} {fact.date or ''}".strip()
    if fact.kind == "event":
        doers = ", ".join(name(actor) for actor in fact.actors) or "nobody named"
        return f"{fact.type}, {fact.modality}: {doers} {fact.date or ''} {fact.place or ''}".strip()
    if fact.kind == "figure":
        return (
            f"{fact.qualifier} {fact.value} {fact.of}, given by {name(fact.speaker) if fact.speaker else 'the article'}"
        )
    number = f"round {fact.round}" if fact.round else "meeting"
    return f"{number}, {fact.status or 'no state told'} {fact.date or 'undated'} {fact.place or ''}".strip()
