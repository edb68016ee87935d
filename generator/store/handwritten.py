"""What a person writes into a facts file is completed: evidence given by its words alone is found, a fact without id gets one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.model.facts import FactsFile
from generator.model.identity import fact_id

EDITOR = "editor"
"""The signature of a fact that a person wrote or changed."""

Row = dict[str, Any]


def wordy_evidence(data: Any, place: str = "") -> Iterator[tuple[Row, str]]:
    """Every evidence with words and no place in the file, and where it stands in the YAML ("facts[3].evidence[0]")."""
    if isinstance(data, dict):
        if isinstance(data.get("text"), str) and data.keys() == {"text"}:
            yield data, place
        for key, value in data.items():
            yield from wordy_evidence(value, f"{place}.{key}" if place else str(key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from wordy_evidence(value, f"{place}[{index}]")


def place_words(row: Row, source: str) -> None:
    """Give an evidence its start, end and exact text, if its words stand once in the article (any white space between them will do).

    Raises:
        ValueError: they stand nowhere, or more than once; says so.
    """
    words = row["text"].split()
    places = [match.span() for match in re.finditer(r"\s+".join(map(re.escape, words)), source)] if words else []
    if len(places) != 1:
        shown = " ".join(words)[:60]
        times = f"stand {len(places)} times" if places else "do not stand"
        raise ValueError(f"the words “{shown}” {times} in the article, so `start` and `end` are needed")
    start, end = places[0]
    row.update(start=start, end=end, text=source[start:end])


def sign(facts: FactsFile) -> FactsFile:
    """The file with an id and the editor's signature on every fact that has no id."""
    if all(fact.id for fact in facts.facts):
        return facts
    signed = [
        fact if fact.id else fact.model_copy(update={"id": fact_id(facts.article.id, fact), "by": EDITOR})
        for fact in facts.facts
    ]
    return facts.model_copy(update={"facts": signed})
