"""Rounds: to which meeting of its article a fact belongs."""

from __future__ import annotations

import pytest

from generator.extract.language import extract_article
from generator.model.dossier import Dossier
from generator.model.facts import Position, Statement
from tests.extract.articles import make_article

TALKS = Dossier(title="Talks", parties=[{"name": "Chad"}, {"name": "Libya"}])
FIRST = "The first round of talks between Chad and Libya took place in Tunis on March 1. "
SECOND = "The second round of talks between Chad and Libya took place in Tunis on March 9. "


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (FIRST + "\n" + SECOND + "\nBefore the first round, Chad demanded a ceasefire.", 1),
        (FIRST + "\n" + SECOND + "\nBefore the second round, Chad demanded a ceasefire.", 2),
        (SECOND + "\nAfter the talks, Chad demanded a ceasefire.", 2),
        (SECOND + "Chad demanded a ceasefire.", 2),
        (FIRST + SECOND + "\nChad demanded a ceasefire.", None),
        ("Chad demanded a ceasefire.", None),
    ],
)
def test_the_round_of_a_position(text: str, number: int | None) -> None:
    facts = extract_article(make_article(text, "2022-03-10"), TALKS).facts
    rounds = [fact.round for fact in facts if isinstance(fact, Position)]
    assert rounds == [number]


def test_a_statement_after_the_meeting() -> None:
    text = SECOND + "\n“We made progress,” Libyan negotiator Omar Said said after the meeting."
    facts = extract_article(make_article(text, "2022-03-10"), TALKS).facts
    assert [fact.round for fact in facts if isinstance(fact, Statement)] == [2]
