"""Expressions of time, case by case (`cases/timexes.yml`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
import yaml

from generator.extract.grammar import parse_grammar
from generator.extract.layers import Layers
from generator.extract.sentences import split_sentences
from generator.extract.timexes import date_of_clause, date_of_phrase, find_timexes, news_day
from generator.model.dossier import Dossier
from tests.extract.articles import make_article

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "timexes.yml").read_text(encoding="utf-8")
)
CLAUSES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "clause_dates.yml").read_text(encoding="utf-8")
)
NLP = spacy.blank("en")


def read(text: str, published: str | None, start: str | None = None) -> Layers:
    dossier = Dossier(title="test", start=start, start_words=["invasion", "war"] if start else [])
    layers = Layers(article=make_article(text, published), dossier=dossier)
    doc = NLP.make_doc(text)
    for component in (split_sentences, parse_grammar, find_timexes):
        component(layers, doc)
    return layers


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_expression_has_its_date(case: dict[str, Any]) -> None:
    layers = read(case["text"], case["published"], case.get("start"))
    found = {layers.words(one.start, one.end): one.value for one in layers.timexes}
    assert {words: found.get(words, "not found") for words in case.get("expect", {})} == case.get("expect", {}), found
    assert not [words for words in found if any(word in words for word in case.get("none", []))]


@pytest.mark.parametrize("case", CLAUSES, ids=lambda case: case["text"][:60])
def test_clause_has_its_date(case: dict[str, Any]) -> None:
    layers = read(case["text"], case["published"])
    for verb, value in case["verbs"].items():
        token = layers.tokens.text.index(verb)
        found = date_of_clause(layers, token)
        assert (found.value if found else None) == value, verb


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Talks failed\nThe talks in Doha failed to bring a truce on Monday. The envoy said he was sorry.",
            "2022-03-14",
        ),
        ("The second round will take place on Wednesday. Last Monday, delegates met in Brest.", None),
        ("The pact was signed on March 3. The envoy said he was sorry.", None),
        ("The talks go on.", None),
    ],
)
def test_day_of_the_news(text: str, day: str | None) -> None:
    found = news_day(read(text, "2022-03-15"))
    assert (found.value if found else None) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They failed to agree during their third round of talks in Belarus on Monday.", "2022-03-14"),
        ("Monday’s talks failed.", "2022-03-14"),
        ("The talks failed when the envoy left on Monday.", None),
        ("The talks, he said on Monday, had failed.", None),
    ],
)
def test_date_of_a_phrase(text: str, day: str | None) -> None:
    layers = read(text, "2022-03-15")
    talks = layers.tokens.text.index("talks")
    phrase = layers.noun_phrases[layers.np_of[talks]]
    found = date_of_phrase(layers, phrase.start, phrase.end)
    assert (found.value if found else None) == day
