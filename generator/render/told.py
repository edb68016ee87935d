"""Texts that merging made (reasons, points, notes) as a page says them: days in words, ids by their names."""

from __future__ import annotations

import re
from collections import Counter
from typing import TypeVar

from generator.model.evidence import Model
from generator.model.knowledge import Knowledge, Round, TopicPage
from generator.render.dates import date_words

ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}(?:/\d{4}-\d{2}-\d{2})?\b[?~]?(?![\d-])")

M = TypeVar("M", bound=Model)


def told(text: str) -> str:
    """The text with its ISO days in words ("met on 2022-03-03" -> "met on 3 March 2022")."""
    return ISO_DAY.sub(lambda day: date_words(day[0]), text)


def in_words(knowledge: Knowledge) -> Knowledge:
    """The knowledge with all texts of merging's own told in words; what articles say stays as it is."""
    return knowledge.model_copy(
        update={
            "topics": _topics(knowledge),
            "rounds": _rounds(knowledge),
            "findings": [
                _told(each, "rule").model_copy(update={"variants": [_told(one, "note") for one in each.variants]})
                for each in knowledge.findings
            ],
            "disputes": [
                _told(each, "point", "settled", "rule").model_copy(
                    update={"variants": [_told(one, "note") for one in each.variants]}
                )
                for each in knowledge.disputes
            ],
            "promises": [_told(each, "text", "why") for each in knowledge.promises],
            "gaps": [_told(each, "text") for each in knowledge.gaps],
            "changes": [_told(each, "text", "before") for each in knowledge.changes],
        }
    )


def _rounds(knowledge: Knowledge) -> list[Round]:
    """Rounds whose titles tell them apart: those of one title get the place, the day of the report, or a number."""
    days = {source.record.id: source.record.published.date for source in knowledge.articles}
    rounds = [_told(each, "title", "next_step", "why") for each in knowledge.rounds]
    rounds = _told_apart(rounds, [_where(each) for each in rounds])
    rounds = _told_apart(rounds, [_when_reported(each, days) for each in rounds])
    return _told_apart(rounds, [str(place) for place, _ in enumerate(rounds, start=1)])


def _told_apart(rounds: list[Round], marks: list[str]) -> list[Round]:
    titles = Counter(each.title for each in rounds)
    return [
        each.model_copy(update={"title": f"{each.title} ({mark})"}) if mark and titles[each.title] > 1 else each
        for each, mark in zip(rounds, marks, strict=True)
    ]


def _where(each: Round) -> str:
    return each.place or ""


def _when_reported(each: Round, days: dict[str, str | None]) -> str:
    known = sorted(day for article in each.articles if (day := days.get(article)))
    return f"reported {date_words(known[0])}" if known else ""


def _topics(knowledge: Knowledge) -> list[TopicPage]:
    """Topics that no person named have titles made of plain words; these get the capitals that articles give them."""
    named = {topic.id for topic in knowledge.dossier.topics}
    passages: dict[str, list[str]] = {}
    for finding in knowledge.findings:
        if finding.topic and finding.topic not in named:
            texts = (piece.text for cite in finding.cites for piece in cite.evidence)
            passages.setdefault(finding.topic, []).extend(texts)
    return [
        topic
        if topic.id in named
        else topic.model_copy(update={"title": _capitals(topic.title, passages.get(topic.id, []))})
        for topic in knowledge.topics
    ]


def _capitals(title: str, passages: list[str]) -> str:
    text = " ".join(passages)
    words = []
    for word in title.split(" "):
        seen = re.findall(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)
        words.append(word if not seen or any(each.islower() for each in seen) else seen[0])
    return words[0][:1].upper() + " ".join(words)[1:]


def _told(record: M, *fields: str) -> M:
    changed: dict[str, str | list[str]] = {}
    for name in fields:
        value = getattr(record, name)
        if isinstance(value, str):
            changed[name] = told(value)
        elif isinstance(value, list):
            changed[name] = [told(each) for each in value]
    return record.model_copy(update=changed)
