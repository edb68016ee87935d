"""Meetings of a negotiation, case by case (`cases/meetings.yml`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract.language import analyse
from generator.extract.layers import Layers, MeetingFound
from generator.extract.meetings.lexicon import ordinal
from generator.model.dossier import Dossier, Party
from tests.extract.articles import make_article

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "meetings.yml").read_text(encoding="utf-8")
)["cases"]


def read(case: dict[str, Any]) -> Layers:
    dossier = Dossier(title="test", parties=[Party(name=name) for name in case.get("parties", [])])
    return analyse(make_article(case["text"], case.get("published", "2022-03-04")), dossier)


def differences(layers: Layers, meeting: MeetingFound, row: dict[str, Any]) -> list[str]:
    heads = {side: layers.chains[chain].name for side, chain in meeting.heads.items()}
    found = [
        f"{name}: {getattr(meeting, name)!r} for {row[name]!r}"
        for name in ("number", "status", "date", "duration")
        if name in row and getattr(meeting, name) != row[name]
    ]
    if "place" in row and row["place"] not in (meeting.place or ""):
        found.append(f"place: {meeting.place!r} for {row['place']!r}")
    if row.get("why", "") not in meeting.why:
        found.append(f"why: {meeting.why!r}")
    if row.get("heads", {}) != {side: heads.get(side) for side in row.get("heads", {})}:
        found.append(f"heads: {heads}")
    found += [
        f"no {outcome}: {meeting.outcomes}" for outcome in row.get("outcomes", []) if outcome not in meeting.outcomes
    ]
    return found + [f"but {outcome}" for outcome in row.get("not_outcomes", []) if outcome in meeting.outcomes]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_meetings_of_a_text(case: dict[str, Any]) -> None:
    layers = read(case)
    found = [(meeting.number, meeting.status, meeting.date) for meeting in layers.meetings]
    assert len(layers.meetings) == len(case["expect"]), found
    problems = [
        problem
        for meeting, row in zip(layers.meetings, case["expect"], strict=True)
        for problem in differences(layers, meeting, row)
    ]
    assert not problems


@pytest.mark.parametrize(("word", "number"), [("second", 2), ("13th", 13), ("21st", 21), ("two", None), ("5", None)])
def test_ordinals(word: str, number: int | None) -> None:
    assert ordinal(word) == number
