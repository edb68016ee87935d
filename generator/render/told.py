"""Texts that merging made (reasons, points, notes) as a page says them: days in words, ids by their names."""

from __future__ import annotations

import re
from typing import TypeVar

from generator.model.evidence import Model
from generator.model.knowledge import Knowledge
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
            "rounds": [_told(each, "title", "next_step", "why") for each in knowledge.rounds],
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


def _told(record: M, *fields: str) -> M:
    changed: dict[str, str | list[str]] = {}
    for name in fields:
        value = getattr(record, name)
        if isinstance(value, str):
            changed[name] = told(value)
        elif isinstance(value, list):
            changed[name] = [told(each) for each in value]
    return record.model_copy(update=changed)
