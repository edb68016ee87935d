"""Trust: what a rule finds is claimed or proposed, by how often it was right; and what the measuring counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import trust as measuring
from generator.extract import trust
from generator.extract.language import extract_article
from generator.model.dossier import Dossier
from generator.store.facts_files import dump_facts
from tests.extract.articles import make_article

ROW = "event/lay-off v1"


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> dict[str, dict[str, int]]:
    """A table of our own in place of the measured one."""
    rules: dict[str, dict[str, int]] = {}
    monkeypatch.setattr(trust, "_table", lambda: rules)
    return rules


@pytest.mark.parametrize(
    ("right", "found", "threshold", "claimed"),
    [(80, 100, 0.8, True), (79, 100, 0.8, False), (70, 100, 0.7, True), (0, 2, 0.8, True), (0, 100, 0.0, True)],
    ids=["at the threshold", "below it", "a lower one", "too few to tell", "none asked for"],
)
def test_a_rule_is_claimed_by_how_often_it_was_right(
    table: dict[str, dict[str, int]], right: int, found: int, threshold: float, claimed: bool
) -> None:
    table[ROW] = {"right": right, "found": found}
    assert trust.is_claimed(ROW, threshold) is claimed


def test_a_row_that_nobody_measured_counts_as_its_file_says(
    table: dict[str, dict[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trust, "_said_of_rows", lambda: {ROW: "proposed"})
    assert not trust.is_claimed(ROW, 0.8)
    assert trust.is_claimed("attribution/some rule v1", 0.8)


def test_what_an_untrusted_rule_finds_waits_for_a_person(table: dict[str, dict[str, int]]) -> None:
    article = make_article("The mill laid off 300 workers on Monday.", "2022-03-04")
    table[ROW] = {"right": 1, "found": 90}
    reviews = {fact.by: fact.review for fact in extract_article(article, Dossier(title="test")).facts}
    assert reviews[ROW] == "proposed"
    assert set(reviews.values()) == {"proposed", None}
    lenient = extract_article(article, Dossier(title="test", trust=0.0)).facts
    assert {fact.review for fact in lenient} == {None}


def test_measuring_counts_proposals_and_leaves_the_margin_out(tmp_path: Path) -> None:
    text = "The mill laid off 300 workers on Monday. The envoy arrived in Bamako. The guild called a strike."
    for folder in ("facts", "gold", "texts"):
        (tmp_path / folder).mkdir()
    (tmp_path / "texts" / "a.txt").write_text(text, encoding="utf-8")
    facts = extract_article(make_article(text, "2022-03-04"), Dossier(title="test"))
    for fact in facts.facts:
        fact.review = "proposed"
    (tmp_path / "facts" / "a.yml").write_text(dump_facts(facts), encoding="utf-8")
    (tmp_path / "gold" / "a.gold.yml").write_text(
        "article: a\nactors: []\nrounds: []\nfacts:\n"
        '  - {kind: event, who: [], anchor: "laid off 300 workers"}\n'
        '  - {kind: position, who: null, anchor: "called a strike"}\n',
        encoding="utf-8",
    )
    found = measuring.measure(tmp_path / "facts", tmp_path / "gold", tmp_path / "texts")
    assert found[ROW] == [1, 1]
    assert found["event/travel v1"] == [0, 1]
    assert "event/strike-carried-out v1" not in found
