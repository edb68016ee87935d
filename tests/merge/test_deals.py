"""Deals: how far each has come, by the words of the articles; and what looks like a deal and is none."""

from __future__ import annotations

from typing import Any

import pytest

from generator.merge import merge_facts
from generator.merge.deal_words import rung_in
from generator.model.evidence import Evidence
from generator.model.facts import Position
from generator.model.knowledge import Finding, Knowledge
from tests.merge.build import article, dossier, state

CAST = [state("Russia"), state("Ukraine")]


def accepts(actor: str, words: str, cue: str = "agreed", stance: str = "accepts", **more: Any) -> dict[str, Any]:
    return {
        "kind": "position",
        "actor": actor,
        "stance": stance,
        "topic": "harbour",
        "words": words,
        "cue": cue,
        **more,
    }


def told(*articles: list[dict[str, Any]]) -> Knowledge:
    files = []
    for number, rows in enumerate(articles):
        plain = [{k: v for k, v in row.items() if k not in ("cue", "same")} for row in rows]
        file = article(f"a{number}", f"2026-03-{number + 1:02}", CAST, plain)
        for fact, row in zip(file.facts, rows, strict=True):
            if isinstance(fact, Position):
                fact.content = list(fact.evidence)
                fact.cue = Evidence(start=0, end=len(row["cue"]), text=row["cue"])
            if row.get("same"):
                fact.evidence = file.facts[0].evidence
        files.append(file)
    return merge_facts(files, dossier())


def deals(known: Knowledge) -> list[Finding]:
    return [finding for finding in known.findings if finding.kind == "deal"]


def test_what_one_side_accepts_is_said_to_be_agreed() -> None:
    [deal] = deals(told([accepts("Russia", "to open the harbour to grain ships")]))
    assert (deal.status, deal.value) == ("said to be agreed", "to open the harbour to grain ships")


def test_an_act_of_both_is_confirmed_by_both() -> None:
    words = "to open the harbour to grain ships"
    [deal] = deals(told([accepts("Russia", words), accepts("Ukraine", words, same=True)]))
    assert deal.status == "confirmed by both"
    assert set(deal.actors) == {"russia", "ukraine"}


def test_what_another_passes_on_is_not_confirmed() -> None:
    words = "to open the harbour to grain ships"
    rows = [accepts("Russia", words, via="Ukraine"), accepts("Ukraine", words, via="Ukraine", same=True)]
    assert [deal.status for deal in deals(told(rows))] == ["said to be agreed"]


def test_a_deal_that_collapsed_later_is_off() -> None:
    fell = {
        "kind": "event",
        "type": "diplomatic",
        "words": "the deal to open the harbour to grain ships collapsed on Friday",
    }
    [deal] = deals(told([accepts("Russia", "to open the harbour to grain ships")], [fell]))
    assert deal.status == "withdrawn"
    assert [variant.note for variant in deal.variants] == ["said to be agreed", "withdrawn"]


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("that there has been progress at the harbour", "agreed"),
        ("a potential", "agreed"),
        ("the invitation", "welcomed"),
    ],
)
def test_what_binds_nobody_is_no_deal(words: str, cue: str) -> None:
    assert not deals(told([accepts("Russia", words, cue)]))


@pytest.mark.parametrize(
    ("sentence", "rung"),
    [
        ("The guild and the yard reached a tentative deal on wages.", "said to be agreed"),
        ("The ministers signed an accord on fishing on Monday.", "said to be agreed"),
        ("The two firms are nearing a deal on the merger.", "proposed"),
        ("The pact on fishing collapsed over the weekend.", "withdrawn"),
        ("They hope that a deal can be reached.", None),
        ("The sanctions were lifted after an agreement was reached.", None),
        ("The bank withdrew its offer for the yard on Wednesday.", "withdrawn"),
        ("The bank may have dropped its bid.", None),
        ("The yard would not sign a deal.", None),
        ("The guild dealt with the yard.", None),
    ],
)
def test_how_far_a_sentence_says_a_deal_has_come(sentence: str, rung: str | None) -> None:
    assert rung_in(sentence)[0] == rung


def test_what_both_sides_say_themselves_is_confirmed_and_has_its_day() -> None:
    words = "the guild and the yard reached a tentative deal on Sunday"
    say = [{"kind": "statement", "speaker": side, "words": words} for side in ("Russia", "Ukraine")]
    [deal] = deals(told([say[0], say[1]]))
    assert (deal.status, deal.date) == ("confirmed by both", "2026-03-01")
    assert [deal.status for deal in deals(told([say[0]]))] == ["said to be agreed"]
