"""The grammar's answers on sentences of our own: who does what to whom, in which clause, and whether it is told as a fact."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract.layers import Layers
from generator.extract.syntax.structure import Arc
from tests.extract.test_grammar import parse

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "syntax.yml").read_text(encoding="utf-8"))["cases"]
OF_PHRASES = {"extent", "conjuncts", "possessor", "appositions"}


def answer(layers: Layers, line: str) -> str:
    """What the grammar says to the question of a line, in the words of the sentence."""
    question = line.split(":", 1)[0]
    word, name = question.rsplit(" ", 1)
    syntax = layers.syntax

    def phrase(number: int) -> str:
        return layers.words(layers.noun_phrases[number].start, layers.noun_phrases[number].end)

    if name in OF_PHRASES:
        number = next(i for i, p in enumerate(layers.noun_phrases) if layers.tokens.text[p.head] == word)
        found: Any = getattr(syntax, name)(number)
        if name in {"extent", "possessor"}:
            return layers.words(*found) if found else "none"
        return " | ".join(phrase(each) for each in found) or "none"
    number = next(i for i, group in enumerate(layers.verb_groups) if layers.tokens.text[group.head] == word)
    found = getattr(syntax, name)(number)
    if name in {"subjects", "agents", "objects"}:
        return " | ".join(phrase(each) for each in found) or "none"
    if name == "obliques":
        return " | ".join(f"{case} {phrase(each)}".strip() for case, each in found) or "none"
    if name == "governor":
        return f"{layers.tokens.text[layers.verb_groups[found[0]].head]} {found[1]}" if found else "none"
    return layers.words(*found) if name == "clause" else str(found)


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:50] for case in CASES])
def test_answers(case: dict[str, Any]) -> None:
    layers = parse(case["text"])
    wrong = [f"{line} (found {answer(layers, line)})" for line in case["right"] if answer(layers, line) != _told(line)]
    assert wrong == []
    assert [line for line in case["wrong"] if answer(layers, line) == _told(line)] == []


def _told(line: str) -> str:
    return line.split(": ", 1)[1]


def test_there_are_enough_cases_and_none_twice() -> None:
    texts = [case["text"] for case in CASES]
    assert len(set(texts)) == len(texts) >= 80
    assert all(case["right"] and case["wrong"] for case in CASES)


def test_arcs_have_the_labels_of_universal_dependencies() -> None:
    layers = parse("The plan was rejected on Monday by Peru, and Ana Ruiz, the envoy, said Chile’s army had left.")
    words = layers.tokens.text
    arcs = {(words[arc.head], arc.relation, words[arc.dependent], arc.case) for arc in layers.syntax.arcs}
    assert ("rejected", "nsubj:pass", "plan", "") in arcs
    assert ("rejected", "obl:agent", "Peru", "by") in arcs
    assert ("rejected", "obl", "Monday", "on") in arcs
    assert ("said", "ccomp", "left", "") in arcs
    assert ("Ruiz", "appos", "envoy", "") in arcs
    assert ("army", "nmod:poss", "Chile", "") in arcs
    assert not [arc for arc in arcs if arc[1] == "nsubj" and arc[2] == "Peru"]


def test_the_grammar_is_frozen() -> None:
    syntax = parse("Peru met Chile.").syntax
    assert all(isinstance(arc, Arc) for arc in syntax.arcs)
    with pytest.raises(AttributeError):
        syntax.verbs = ()  # type: ignore[misc]
