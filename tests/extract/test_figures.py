"""Figures, case by case (`cases/figures.yml`), and the numerals beneath them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.figures.numerals import find_numerals
from generator.extract.language import analyse
from generator.extract.layers import FigureFound, Layers, Tokens
from generator.model.dossier import Dossier
from tests.extract.articles import make_article

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "figures.yml").read_text(encoding="utf-8")
)["cases"]


def read(text: str) -> Layers:
    return analyse(make_article(text, "2022-03-04"), Dossier(title="test"))


def summary(layers: Layers, figure: FigureFound) -> str:
    return f"{figure.qualifier} {figure.value:g} {figure.of} [{layers.words(*figure.evidence)}]"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_figures_of_a_sentence(case: dict[str, Any]) -> None:
    layers = read(case["text"])
    found = [summary(layers, figure) for figure in layers.figures]
    assert [figure.value for figure in layers.figures] == [row["value"] for row in case["expect"]], found
    for figure, row in zip(layers.figures, case["expect"], strict=True):
        if row["value"] not in {10, 20}:  # ends of a range may be read as bounds
            assert figure.qualifier == row.get("qualifier", "exact"), found
        assert row.get("of", "").lower() in figure.of.lower(), found
        if "speaker" in row:
            name = layers.chains[figure.speaker].name if figure.speaker is not None else None
            assert (row["speaker"] is None) == (name is None), found
            assert (row["speaker"] or "").lower() in (name or "").lower()


def tokens_of(words: list[str]) -> Tokens:
    tokens, at = Tokens(), 0
    for word in words:
        tokens.text.append(word)
        tokens.lower.append(word.lower())
        tokens.start.append(at)
        tokens.end.append(at + len(word))
        at += len(word) + 1
    return tokens


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,612", 1612),
        ("three", 3),
        ("twenty - five", 25),
        ("two hundred and fifty thousand", 250000),
        ("one million", 1000000),
        ("half a million", 500000),
        ("one and a half million", 1500000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("3.5 million", 3500000),
        ("39bn", 39000000000),
        ("forty - two thousand and ten", 42010),
    ],
)
def test_value_of_a_numeral(words: str, value: float) -> None:
    assert [numeral.value for numeral in find_numerals(tokens_of(words.split()))] == [value]


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_with_and_without_separators_are_one_number(number: int) -> None:
    for written in (str(number), f"{number:,}"):
        assert [numeral.value for numeral in find_numerals(tokens_of(["about", written, "men"]))] == [number]
