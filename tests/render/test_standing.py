"""Sentences about rounds, from cases that anyone can add to."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.dossier import Dossier
from generator.model.knowledge import Knowledge, Round
from generator.render.grammar import with_the
from generator.render.library import Library
from generator.render.round_sentences import came_of_it, took_place, whats_next
from generator.render.sheet import Sheet
from generator.render.standing import last_round, where_it_stands
from tests.render.sample import sample_knowledge

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "rounds.yml").read_text(encoding="utf-8")
)


def spoken(text: str) -> str:
    return unescape(re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"\[\^[^\]]*\]", "", text)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["round"].get("number", case["round"]["status"])))
def test_sentences_about_a_round(case: dict[str, Any]) -> None:
    each = Round(id="r", title="Round", **case["round"])
    library = Library(Knowledge(dossier=Dossier(title="t"), rounds=[each]), "0")
    sheet = Sheet(library, "index.md")
    assert spoken(took_place(library, sheet, each)) == case["took_place"]
    assert spoken(came_of_it(library, sheet, each)) == case["came_of_it"]
    if "whats_next" in case:
        assert spoken(whats_next(library, sheet)) == case["whats_next"]


def test_the_sample_stands_in_six_sentences() -> None:
    library = Library(sample_knowledge(), "0")
    told = [spoken(each) for each in where_it_stands(library, Sheet(library, "index.md"))]
    assert told[3] == (
        "Russia is reported to make demands on five topics: NATO membership, demilitarisation, neutrality, Crimea, and "
        "Donetsk and Luhansk; Ukraine on three topics: a ceasefire, the withdrawal of troops and security guarantees."
    )
    assert len(told) == 6


def test_the_last_round_is_the_last_numbered_one_that_met() -> None:
    rounds = [
        Round(id="a", title="a", status="ended", number=2, date="2022-03-03"),
        Round(id="b", title="b", status="ended", number=1, date="2022-02-28"),
        Round(id="c", title="c", status="planned", number=3),
        Round(id="d", title="d", status="under way"),
    ]
    library = Library(Knowledge(dossier=Dossier(title="t"), rounds=rounds), "0")
    last = last_round(library)
    assert last is not None
    assert last.id == "a"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("United States", "the United States"),
        ("Iran", "Iran"),
        ("EU", "the EU"),
        ("The Hague", "The Hague"),
        ("UAW", "UAW"),
    ],
)
def test_names_that_take_an_article(name: str, told: str) -> None:
    assert with_the(name) == told
