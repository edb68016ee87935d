"""The day of publication where it must be inferred (`cases/publication.yml`)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import spacy
import yaml

from generator.extract.grammar import parse_grammar
from generator.extract.layers import Layers
from generator.extract.sentences import split_sentences
from generator.extract.timexes import find_timexes
from generator.model.article import SetAside
from generator.model.dossier import Dossier
from tests.extract.articles import make_article

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "publication.yml").read_text(encoding="utf-8")
)
NLP = spacy.blank("en")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['date']} {case['text'][:50]}")
def test_day_of_publication(case: dict[str, Any]) -> None:
    aside = [SetAside(start=0, end=len(words), text=words, why=why) for why, words in case.get("aside", {}).items()]
    article = make_article(case["text"])
    article = replace(article, record=article.record.model_copy(update={"set_aside": aside}))
    start = case.get("start")
    layers = Layers(
        article=article, dossier=Dossier(title="t", start=start, start_words=["invasion", "war"] if start else [])
    )
    doc = NLP.make_doc(article.text)
    for component in (split_sentences, parse_grammar, find_timexes):
        component(layers, doc)
    published = layers.article.record.published
    assert published.date == case["date"], published
    assert bool(published.why) == (case["date"] is not None)
    assert published.basis in ({"unknown"} if case["date"] is None else {"inferred", "dateline"})
