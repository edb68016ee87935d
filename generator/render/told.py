"""Texts that merging made (reasons, points, notes) as a page says them: days in words, ids by their names."""

from __future__ import annotations

import re
from collections import Counter
from typing import TypeVar

from generator.lexicon import load_lexicon
from generator.model.evidence import Model
from generator.model.knowledge import Dispute, Finding, Knowledge, Round, TopicPage, Variant
from generator.render.dates import date_words

STATE_FIRST = re.compile(
    r"(?P<state>[^,]+?) in (?:the )?(?P<part>[^,]*\b(?:region|province|district|city|town|village)\b[^,]*)"
)
"""A place told from the state down to its part ("Belarus in the Brest region")."""

ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}(?:/\d{4}-\d{2}-\d{2})?\b[?~]?(?![\d-])")

M = TypeVar("M", bound=Model)


def told(text: str) -> str:
    """The text with its ISO days in words ("met on 2022-03-03" -> "met on 3 March 2022")."""
    return re.sub(r"(?<=\w)'(?=\w)", "’", ISO_DAY.sub(lambda day: date_words(day[0]), text))


def place_in_words(place: str) -> str:
    """A place from its part up to the state: "Belarus in the Brest region" -> "Brest region, Belarus"."""
    turned = STATE_FIRST.fullmatch(place)
    if turned is None or turned["state"] not in load_lexicon("countries")["states"]:
        return place
    return f"{turned['part']}, {turned['state']}"


def in_words(knowledge: Knowledge) -> Knowledge:
    """The knowledge with all texts of merging's own told in words; what articles say stays as it is."""
    places = {each.id for each in knowledge.findings if each.aspect == "place"}
    return knowledge.model_copy(
        update={
            "topics": _topics(knowledge),
            "rounds": _rounds(knowledge),
            "findings": [_finding(each) for each in knowledge.findings],
            "disputes": [_dispute(each, places) for each in knowledge.disputes],
            "promises": [_told(each, "text", "why") for each in knowledge.promises],
            "gaps": [_told(each, "text") for each in knowledge.gaps],
            "changes": [_told(each, "text", "before") for each in knowledge.changes],
        }
    )


def _finding(finding: Finding) -> Finding:
    variants = [_told(each, "note") for each in finding.variants]
    if finding.aspect != "place":
        return _told(finding, "rule").model_copy(update={"variants": variants})
    value = place_in_words(finding.value)
    return _told(finding, "rule").model_copy(update={"value": value, "variants": _placed(variants)})


def _dispute(dispute: Dispute, places: set[str]) -> Dispute:
    variants = [_told(each, "note") for each in dispute.variants]
    if dispute.finding not in places:
        return _told(dispute, "point", "settled", "rule").model_copy(update={"variants": variants})
    settled = place_in_words(dispute.settled) if dispute.settled else dispute.settled
    return _told(dispute, "point", "rule").model_copy(update={"settled": settled, "variants": _placed(variants)})


def _placed(variants: list[Variant]) -> list[Variant]:
    return [each.model_copy(update={"value": place_in_words(each.value)}) for each in variants]


def _rounds(knowledge: Knowledge) -> list[Round]:
    """Rounds whose titles tell them apart: those of one title get the place, the day of the report, or a number."""
    days = {source.record.id: source.record.published.date for source in knowledge.articles}
    rounds = [
        _told(each, "title", "next_step", "why").model_copy(update={"place": place_in_words(each.place or "") or None})
        for each in knowledge.rounds
    ]
    rounds = _told_apart(rounds, [_where(each) for each in rounds])
    rounds = _told_apart(rounds, [_when_reported(each, days) for each in rounds])
    return _told_apart(rounds, _turns(rounds))


def _told_apart(rounds: list[Round], marks: list[str]) -> list[Round]:
    titles = Counter(each.title for each in rounds)
    return [
        each.model_copy(update={"title": _marked(each.title, mark)}) if mark and titles[each.title] > 1 else each
        for each, mark in zip(rounds, marks, strict=True)
    ]


def _marked(title: str, mark: str) -> str:
    """A title with one more mark: "Talks (Geneva)", "Talks (Geneva, 2)"."""
    return f"{title[:-1]}, {mark})" if title.endswith(")") else f"{title} ({mark})"


def _turns(rounds: list[Round]) -> list[str]:
    """The place of each round among those of its title."""
    seen: Counter[str] = Counter()
    turns = []
    for each in rounds:
        seen[each.title] += 1
        turns.append(str(seen[each.title]))
    return turns


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
