"""Tags, noun phrases, verb groups and subjects: sentences of our own, tagged and parsed by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.grammar import parse_grammar
from generator.extract.layers import Layers, VerbGroup
from generator.extract.sentences import split_sentences
from generator.model.dossier import Dossier
from tests.extract.articles import make_article

FOLDER = Path(__file__).parent / "cases"
TAGGED = yaml.safe_load((FOLDER / "tags.yml").read_text(encoding="utf-8"))
GROUPS = yaml.safe_load((FOLDER / "groups.yml").read_text(encoding="utf-8"))["cases"]
LEAST_RIGHT = 0.96

BLANK = spacy.blank("en")


def parse(text: str) -> Layers:
    layers = Layers(article=make_article(text), dossier=Dossier(title="x"))
    doc = BLANK.make_doc(text)
    split_sentences(layers, doc)
    parse_grammar(layers, doc)
    return layers


def share_right(lines: list[str]) -> float:
    right = total = 0
    for line in lines:
        wanted = [pair.rsplit("/", 1) for pair in line.split(" ")]
        tokens = parse(_sentence([word for word, _ in wanted])).tokens
        assert tokens.text == [word for word, _ in wanted]
        right += sum(tag == pair[1] for tag, pair in zip(tokens.tag, wanted, strict=True))
        total += len(wanted)
    return right / total


def _sentence(words: list[str]) -> str:
    text, opened = "", False
    for word in words:
        glue = word in {",", ".", ":", "?", "”", "'s", "’s", "%"} or opened or not text
        text += word if glue else f" {word}"
        opened = word == "“"
    return text


@pytest.mark.parametrize("part", ["seen", "unseen"])
def test_tags_of_hand_tagged_sentences(part: str) -> None:
    assert share_right(TAGGED[part]) >= LEAST_RIGHT


@pytest.mark.parametrize("case", GROUPS, ids=lambda case: case["text"][:40])
def test_verb_groups_and_subjects(case: dict[str, Any]) -> None:
    layers = parse(case["text"])
    assert [_described(layers, group) for group in layers.verb_groups] == case["groups"]


def _described(layers: Layers, group: VerbGroup) -> str:
    subject = "-"
    if group.subject is not None:
        phrase = layers.noun_phrases[group.subject]
        subject = layers.words(phrase.start, phrase.end)
    marks = [group.tense if group.finite else "bare"]
    flags = {"not": group.negated, "passive": group.passive, "going": group.progressive, "perfect": group.perfect}
    marks += [name for name, holds in flags.items() if holds]
    marks += [f"modal:{group.modal}"] if group.modal else []
    return f"{subject} | {layers.words(group.start, group.end)} | {' '.join(marks)}"


def test_a_quote_with_a_finite_verb_is_a_quotation_and_a_quoted_term_is_none() -> None:
    assert [quote.clause for quote in parse("“We go,” he said, and spoke of a “neutral status”.").quotes] == [
        True,
        False,
    ]


WORDS = st.sampled_from(
    """the a talks said who that and , . “ ” to has been met Peru he not will demands of in calls put ( ) 's by was
    leaving""".split()  # noqa: SIM905 - a list of words reads better as a line
)


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_any_words_give_consistent_layers(text: str) -> None:
    layers = parse(text)
    assert all(layers.tokens.tag)
    for number, phrase in enumerate(layers.noun_phrases):
        assert phrase.start <= phrase.head < phrase.end
        assert set(layers.np_of[phrase.start : phrase.end]) == {number}
    for group in layers.verb_groups:
        assert group.start <= group.head < group.end
        assert (
            group.subject is None
            or layers.sentence_of[layers.noun_phrases[group.subject].start] == layers.sentence_of[group.start]
        )
        assert group.finite == (group.tense != "none")
