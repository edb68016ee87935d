"""Merging the five articles comes near what an editor made of them by hand (`tests/gold/MERGED.yml`).

Once with perfect facts, which scores merging alone, and once with what the rules of extraction find, which is what readers see.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest

from generator.extract.language import extract_article
from generator.merge import merge_facts
from generator.model.facts import FactsFile
from generator.read import find_articles, read_article
from tests.merge.gold_facts import SEEDS, gold_dossier, gold_files, gold_texts, merged_gold
from tests.merge.merged_score import MergedScore, Tally, report

FACTS = ("perfect", "extracted")
KINDS = ("actors", "rounds", "round slots", "claims", "sources", "verdicts", "conflicts", "changes")


def extracted_files() -> Sequence[FactsFile]:
    """What extraction finds in the five articles today."""
    settings = gold_dossier()
    articles = (read_article(path, f"seeds/{path.name}", settings) for path in find_articles(SEEDS))
    return [extract_article(article, settings) for article in articles]


@cache
def score(facts: str) -> MergedScore:
    files = gold_files() if facts == "perfect" else extracted_files()
    return MergedScore(merge_facts(files, gold_dossier(), texts=gold_texts()), merged_gold(), gold_texts())


def tally(facts: str, kind: str) -> Tally:
    if kind in ("claims", "sources", "verdicts"):
        return dict(zip(("claims", "sources", "verdicts"), score(facts).claims(), strict=True))[kind]
    count = {
        "actors": score(facts).actors,
        "rounds": score(facts).rounds,
        "round slots": score(facts).round_slots,
        "conflicts": lambda: score(facts).conflicts("conflict"),
        "changes": lambda: score(facts).conflicts("change"),
    }
    return count[kind]()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("facts", FACTS)
def test_floor(facts: str, kind: str) -> None:
    found = tally(facts, kind)
    assert found.precision >= 0.9, report(score(facts))
    assert found.recall >= 0.85, report(score(facts))


@pytest.mark.parametrize("facts", FACTS)
def test_apparent_conflicts_are_not_shown_as_conflicts(facts: str) -> None:
    points = {dispute.point for dispute in score(facts).knowledge.disputes if dispute.sort == "conflict"}
    assert len(points) == sum(row["sort"] == "conflict" for row in merged_gold()["conflicts"]), points


@pytest.mark.parametrize("facts", FACTS)
def test_articles_of_one_report_share_an_origin(facts: str) -> None:
    origins = {article.record.id[:3]: article.origin for article in score(facts).knowledge.articles}
    assert origins["001"] == origins["004"] == "abc-news"
    assert len(set(origins.values())) == 4


@pytest.mark.parametrize("facts", FACTS)
def test_evidence_holds(facts: str) -> None:
    for finding in score(facts).knowledge.findings:
        for cite in finding.cites:
            for piece in cite.evidence:
                assert piece.holds_in(gold_texts()[cite.article])
