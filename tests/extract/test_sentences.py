"""Tokens, sentences and quotations: cases by example, and what must hold for any text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.layers import Layers
from generator.extract.sentences import split_sentences
from generator.model.dossier import Dossier
from tests.extract.articles import make_article

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "sentences.yml").read_text(encoding="utf-8"))["cases"]
WORDS = [
    "We",
    "talk",
    "Mr.",
    "U.S.",
    "p.m.",
    "5",
    "10,000",
    "’s",
    "'s",
    "cease-fire",
    "said",
    "Kyiv",
    "kyivafter",
    "the",
]
MARKS = [*"“”‘’\"'«».,!?…()-", "``", "''", "\n", "\n\n", " ", " ", " ", "\u00a0", "•", "é", "😀", "--"]
PIECES = st.sampled_from(WORDS + MARKS)

BLANK = spacy.blank("en")


def read(text: str) -> Layers:
    layers = Layers(article=make_article(text), dossier=Dossier(title="x"))
    split_sentences(layers, BLANK.make_doc(text))
    return layers


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_examples(case: dict[str, Any]) -> None:
    layers = read(case["text"])
    if "sentences" in case:
        assert [layers.words(s.start, s.end) for s in layers.sentences] == case["sentences"]
    if "tokens" in case:
        first = layers.sentences[0]
        assert layers.tokens.text[first.start : first.end] == case["tokens"]
    if "quotes" in case:
        found = [(layers.words(q.start, q.end), q.level) for q in layers.quotes]
        assert found == [tuple(quote) for quote in case["quotes"]]


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_linked() -> None:
    first, second = read("“We stay.\n“We do not leave,” she said.").quotes
    assert (first.closed, first.continues, second.closed) == (False, 1, True)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=40).map("".join)))
def test_offsets_hold_and_never_overlap(text: str) -> None:
    layers = read(text)
    tokens = layers.tokens
    end = 0
    for word, start, stop in zip(tokens.text, tokens.start, tokens.end, strict=True):
        assert text[start:stop] == word
        assert end <= start < stop
        assert not text[end:start].strip()
        end = stop
    assert not text[end:].strip()


@given(st.lists(PIECES, max_size=40).map("".join))
def test_sentences_and_paragraphs_part_the_tokens(text: str) -> None:
    layers = read(text)
    for parts in (layers.sentences, layers.paragraphs):
        assert [part.start for part in parts] == [0, *(part.end for part in parts)][: len(parts)]
        assert not parts or parts[-1].end == len(layers.tokens)
    assert all(layers.paragraphs[s.paragraph].start <= s.start < s.end for s in layers.sentences)
    assert len(layers.sentence_of) == len(layers.tokens)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_quotes_nest(text: str) -> None:
    quotes = read(text).quotes
    for number, quote in enumerate(quotes):
        assert quote.start < quote.end
        for other in quotes[number + 1 :]:
            apart = other.start >= quote.end
            within = other.start >= quote.start and other.end <= quote.end
            assert apart or (within and other.level >= quote.level)
