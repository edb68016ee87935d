"""Sentences about rounds, from cases that anyone can add to."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.dossier import Dossier
from generator.model.knowledge import Cite, Content, Finding, Knowledge, Round
from generator.render.grammar import with_the
from generator.render.library import Library
from generator.render.round_sentences import came_of_it, took_place, whats_next
from generator.render.sheet import Sheet
from generator.render.stand_words import opens_with_verb, stand
from generator.render.summary import where_it_stands

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
        assert spoken(whats_next(library, sheet, each if each.ahead else None, each)) == case["whats_next"]


def told_of(**parts: Any) -> list[str]:
    """The lines of the home page of a dossier of Norland and Sudland."""
    dossier = Dossier(title="Talks", parties=["Norland", "Sudland"])  # type: ignore[list-item]
    library = Library(Knowledge(dossier=dossier, **parts), "0")
    return [spoken(each) for each in where_it_stands(library, Sheet(library, "index.md"))]


def position(topic: str, side: str, *contents: Content) -> Finding:
    return Finding(
        id=f"{topic}-{side}-{contents[0].stance}",
        kind="position",
        subject=f"{topic}/{side}",
        aspect="position",
        value=topic,
        verdict="single origin",
        variants=[],
        origins=["o"],
        rule="",
        topic=topic,
        stance=contents[0].stance,
        side=side,
        date=contents[0].date,
        content=list(contents),
    )


def content(stance: Any, words: str, day: str | None, **more: Any) -> Content:
    return Content(stance=stance, words=words, whole=True, date=day, cite=Cite(article="a", evidence=[]), **more)


def test_the_newest_state_leads() -> None:
    rounds = [
        Round(id="a", title="a", status="ended", number=2, date="2026-03-03"),
        Round(id="b", title="b", status="ended", number=1, date="2026-02-28"),
        Round(id="c", title="c", status="cancelled", date="2026-03-09", place="Geneva"),
        Round(id="d", title="d", status="ended", place="Oslo"),
    ]
    assert told_of(rounds=rounds)[0] == "The talks on 9 March 2026 in Geneva were called off, as reported."
    assert told_of(rounds=rounds[:2])[0] == "The second round of talks took place on 3 March 2026."


def test_what_has_no_day_leads_nowhere() -> None:
    rounds = [Round(id="d", title="d", status="ended", place="Oslo", articles=["a", "b"])]
    assert told_of(rounds=rounds) == ["Two articles tell of talks in Oslo; on which day is not settled."]


def test_an_agreement_that_was_turned_down_later_is_not_told() -> None:
    rounds = [Round(id="a", title="a", status="ended", number=1, date="2026-03-03", outcomes=["agreement:prisoners"])]
    assert len(told_of(rounds=rounds)) == 2
    refusal = position("prisoners", "Sudland", content("rejects", "an exchange of prisoners", "2026-03-08"))
    assert told_of(rounds=rounds, findings=[refusal]) == [
        "The first round of talks took place on 3 March 2026.",
        "As last reported, Sudland rejected “an exchange of prisoners”.",
    ]


def test_a_side_is_told_by_its_last_word_on_a_topic() -> None:
    findings = [
        position("bridge", "Norland", content("demands", "the bridge", "2026-03-01")),
        position("bridge", "Norland", content("offers", "to share the bridge", "2026-03-05")),
    ]
    assert told_of(findings=findings) == ["As last reported, Norland offered “to share the bridge”."]


def test_a_topic_on_which_nobody_knows_the_last_word_is_left_out() -> None:
    findings = [
        position("bridge", "Norland", content("demands", "the bridge", None)),
        position("bridge", "Norland", content("offers", "to share the bridge", None)),
        position("canal", "Norland", content("demands", "a canal of 2016", None, past=True)),
        position("road", "Norland", content("demands", "this road", None)),
    ]
    assert told_of(findings=findings) == []


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


@pytest.mark.parametrize(
    ("stance", "words", "told"),
    [
        ("demands", "to join the pact", "wanted “to join the pact”"),
        ("demands", "the yard to open its books", "wanted “the yard to open its books”"),
        ("demands", "not expanding the pact to the east", "demanded “not expanding the pact to the east”"),
        ("rejects", "negotiate with the guild", "refused to “negotiate with the guild”"),
        ("rejects", "sign the deal", "refused to “sign the deal”"),
        ("rejects", "a truce", "rejected “a truce”"),
        (
            "offers",
            "civilians could leave the village.",
            "made an offer in these words: “civilians could leave the village”",
        ),
        ("demands", "Harbour Group must pay", "made a demand in these words: “Harbour Group must pay”"),
        ("accepts", 'that its bid "is over', "agreed “that its bid is over”"),
    ],
)
def test_a_stand_in_words(stance: Any, words: str, told: str) -> None:
    assert spoken(str(stand(content(stance, words, None)))) == told


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ("would not sign the deal", True),
        ("demanded a ceasefire", True),
        ("wants the yard to open", True),
        ("want the bridge", True),
        ("pay offer of 3 percent", False),
        ("latest proposal includes a bonus", False),
        ("", False),
    ],
)
def test_words_that_can_follow_a_name(words: str, opens: bool) -> None:
    assert opens_with_verb(words) is opens
