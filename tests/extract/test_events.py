"""Events, case by case (`cases/events.yml`), and the word list behind them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract.language import analyse
from generator.extract.layers import EventFound, Layers
from generator.model.dossier import Dossier
from tests.extract.articles import make_article

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "events.yml").read_text(encoding="utf-8")
)["cases"]


def differences(layers: Layers, event: EventFound, row: dict[str, Any]) -> list[str]:
    names = {layers.chains[chain].name for chain in event.actors}
    words = layers.words(*event.evidence)
    found = [] if row["words"] in words else [f"words: {words!r}"]
    if event.modality != row.get("modality", "asserted"):
        found.append(f"modality: {event.modality}")
    found += [
        f"{name}: {getattr(event, name)!r}"
        for name in ("type", "date")
        if name in row and getattr(event, name) != row[name]
    ]
    if not set(row.get("actors", [])) <= names:
        found.append(f"actors: {sorted(names)}")
    return found if row.get("place", "") in (event.place or "") else [*found, f"place: {event.place!r}"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_events_of_a_text(case: dict[str, Any]) -> None:
    layers = analyse(make_article(case["text"], "2022-03-04"), Dossier(title="test"))
    found = [(event.rule, layers.words(*event.evidence)) for event in layers.events]
    assert len(layers.events) == len(case["expect"]), found
    problems = [
        problem
        for event, row in zip(layers.events, case["expect"], strict=True)
        for problem in differences(layers, event, row)
    ]
    assert not problems


def test_a_list_that_is_taken_up_again_ends_the_clause_within_it() -> None:
    text = "Ten trucks and two ships have been destroyed since the war began last week, as well as a total of 12 boats."
    layers = analyse(make_article(text, "2022-03-04"), Dossier(title="test"))
    assert [words for event in layers.events if "war began" in (words := layers.words(*event.evidence))] == [
        "since the war began last week"
    ]
