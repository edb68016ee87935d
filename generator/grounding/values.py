"""Values of proposals: dates by our own resolver, numbers by the words they came from, topics by the dossier's list."""

from __future__ import annotations

import re
from functools import cache

from generator.grounding.locating import Refusal, locate_within
from generator.grounding.view import ArticleView, Numbered, Span
from generator.lexicon import load_lexicon
from generator.model.folding import fold
from generator.model.identity import slug

_WORD = re.compile(r"[^\W\d_]+")


@cache
def small_words() -> frozenset[str]:
    """Words that say nothing about what a description is of."""
    return frozenset(load_lexicon("grounding")["small_words"].split())


def date_of(view: ArticleView, words: str | None, span: Span, *, day: bool = True) -> str | None:
    """The date that words of time settle: they must stand in the sentences of the fact, and our resolver must read them.

    Words that bound a time ("since March 3", "by May") settle no day.

    Args:
        view: the article.
        words: what the reader copied.
        span: the words of the fact.
        day: whether only a day will do, for a deed of one day; a meeting may have an interval.

    Raises:
        Refusal: the words do not stand there.
    """
    if not words:
        return None
    place = locate_within(view, words, view.sentence_span(span))
    if place is None:
        raise Refusal(f"“{words[:40]}” does not stand in the sentence of the fact")
    inside = [d for d in view.dated if d.start < place[1] and place[0] < d.end and d.value]
    values = {d.value for d in inside}
    before = _WORD.findall(view.article.text[max(0, inside[0].start - 20) : inside[0].start].lower()) if inside else []
    bounds = load_lexicon("grounding")["bounds"].split()
    if len(values) != 1 or (before and before[-1] in bounds) or words.lower().split()[0] in bounds:
        return None
    found = inside[0].value
    return found if found and (not day or len(found) == 10) else None


def number_of(view: ArticleView, value: float | None, span: Span) -> Numbered:
    """The number that a figure's words write.

    Args:
        view: the article.
        value: what the reader says it is; None takes the only number of the words.
        span: the words.

    Raises:
        Refusal: the words write no such number, or several and the reader did not say which.
    """
    inside = [n for n in view.numbered if span[0] <= n.start and n.end <= span[1]]
    if value is not None:
        inside = [n for n in inside if abs(n.value - value) < 1e-6 * max(1.0, abs(value))]
    if not inside:
        raise Refusal("the words write no such number" if value is not None else "the words hold no number")
    if len({n.value for n in inside}) > 1:
        raise Refusal("the words hold several numbers")
    return inside[0]


def words_are_there(words: str, text: str, share: float = 0.75) -> bool:
    """Whether most content words of a description stand, by their first five letters, in a text."""
    there = {word[:5] for word in _WORD.findall(fold(text).text.lower())}
    wanted = [w[:5] for w in _WORD.findall(fold(words).text.lower()) if w not in small_words()]
    return bool(wanted) and sum(word in there for word in wanted) >= share * len(wanted)


def topic_of(view: ArticleView, proposed: str | None, content: Span) -> str:
    """The topic of a position: one of the dossier's where its words stand in the sentence, else a slug of words that do.

    A reader's word for a topic counts only where the article has it; otherwise the content names itself.
    """
    sentence, words = view.text(view.sentence_span(content)), view.text(content)
    listed = _topics(view)
    if proposed and slug(proposed) in listed and _matches(listed[slug(proposed)], sentence):
        return slug(proposed)
    for topic, patterns in listed.items():
        if _matches(patterns, words):
            return topic
    if proposed and words_are_there(proposed.replace("-", " "), sentence):
        return slug(proposed)
    content_words = [word for word in _WORD.findall(words) if word.lower() not in small_words()]
    return slug(" ".join(content_words[:4]), "topic")


def _topics(view: ArticleView) -> dict[str, tuple[str, ...]]:
    """Topic id -> its phrases: the dossier's own; without any, those that every negotiation may have."""
    own = {topic.id: (topic.title, *topic.words) for topic in view.dossier.topics}
    return own or _general_topics()


@cache
def _general_topics() -> dict[str, tuple[str, ...]]:
    topics = load_lexicon("topics")["topics"]
    lists = {topic: entry if isinstance(entry, list) else entry["words"] for topic, entry in topics.items()}
    weak = {topic for topic, entry in topics.items() if isinstance(entry, dict) and entry.get("weak")}
    return {topic: tuple(words) for topic, words in lists.items() if topic not in weak}


def _matches(patterns: tuple[str, ...], text: str) -> bool:
    words = set(re.findall(r"[\w-]+", fold(text).text.lower()))
    return any(all(_has(word, words) for word in pattern.lower().split()) for pattern in patterns)


def _has(pattern: str, words: set[str]) -> bool:
    return any(word.startswith(pattern[:-1]) for word in words) if pattern.endswith("*") else pattern in words


def round_number(view: ArticleView, number: int | None, span: Span) -> int | None:
    """The number of a round where the sentence words it ("the second round", "round 2"), else None."""
    if number is None:
        return None
    sentence = fold(view.text(view.sentence_span(span))).text.lower()
    ordinals: dict[str, int] = load_lexicon("grounding")["ordinals"]
    worded = {ordinals.get(word) for word in re.findall(r"\w+", sentence)}
    return number if number in worded or re.search(rf"\bround {number}\b|\b{number}(st|nd|rd|th)\b", sentence) else None
