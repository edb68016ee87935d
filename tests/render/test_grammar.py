from __future__ import annotations

from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.render import grammar
from generator.render.dates import date_words, first_day, on_date, span
from generator.render.escape import Md
from generator.render.naming import place_phrase

CASES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "cases" / "grammar.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["listing"], ids=lambda case: case["gives"])
def test_listing(case: dict[str, Any]) -> None:
    assert unescape(grammar.listing(case["items"])) == case["gives"]


@pytest.mark.parametrize("case", CASES["counted"], ids=lambda case: case["gives"])
def test_counted(case: dict[str, Any]) -> None:
    assert grammar.counted(case["count"], case["noun"]) == case["gives"]


@pytest.mark.parametrize(("count", "word"), CASES["ordinal"].items())
def test_ordinal(count: int, word: str) -> None:
    assert grammar.ordinal(count) == word


@pytest.mark.parametrize("case", CASES["article"], ids=lambda case: case["gives"])
def test_article(case: dict[str, Any]) -> None:
    assert grammar.article(case["phrase"]) == case["gives"]


@pytest.mark.parametrize("case", CASES["place"], ids=lambda case: case["gives"])
def test_place(case: dict[str, Any]) -> None:
    assert place_phrase(case["place"]) == case["gives"]


@pytest.mark.parametrize("case", CASES["date"], ids=lambda case: case["words"])
def test_dates(case: dict[str, Any]) -> None:
    assert date_words(case["edtf"]) == case["words"]
    assert on_date(case["edtf"]) == case["when"]


def test_days_sort_and_span() -> None:
    assert first_day("2022-03") == "2022-03-01"
    assert first_day("2022-02-30") == "9999"
    assert first_day(None) == "9999"
    days = span("2022-02")
    assert days is not None
    assert [day.isoformat() for day in days] == ["2022-02-01", "2022-02-28"]


def test_sentences_begin_high_and_end_once() -> None:
    assert grammar.sentence(Md("[the talks](x.md)"), "ended") == "[The talks](x.md) ended."
    assert grammar.sentence("he said “stop.”") == "He said “stop.”"
    assert grammar.lowered(Md("[The date](x.md)")) == "[the date](x.md)"
    assert grammar.lowered("Russia on it") == "Russia on it"


@pytest.mark.parametrize("case", CASES["organisation"], ids=lambda case: case["gives"])
def test_organisations_take_their_article(case: dict[str, Any]) -> None:
    assert grammar.with_the(case["name"]) == case["gives"]


@pytest.mark.parametrize("case", CASES["person"], ids=lambda case: case["gives"])
def test_persons_without_a_name_take_an_article(case: dict[str, Any]) -> None:
    assert grammar.with_article(case["name"]) == case["gives"]
