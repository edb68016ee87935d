"""Merging perfect facts of the five articles comes near what an editor made of them by hand (`tests/gold/MERGED.yml`)."""

from __future__ import annotations

from functools import cache

import pytest

from generator.merge import merge_facts
from tests.merge.gold_facts import gold_dossier, gold_files, gold_texts, merged_gold
from tests.merge.merged_score import MergedScore, Tally, report


@cache
def score() -> MergedScore:
    return MergedScore(merge_facts(gold_files(), gold_dossier(), texts=gold_texts()), merged_gold(), gold_texts())


def tallies() -> dict[str, Tally]:
    claims, sources, verdicts = score().claims()
    return {
        "actors": score().actors(),
        "rounds": score().rounds(),
        "round slots": score().round_slots(),
        "claims": claims,
        "sources": sources,
        "verdicts": verdicts,
        "conflicts": score().conflicts("conflict"),
        "changes": score().conflicts("change"),
    }


@pytest.mark.parametrize("kind", sorted(tallies()))
def test_floor(kind: str) -> None:
    tally = tallies()[kind]
    assert tally.precision >= 0.9, report(score())
    assert tally.recall >= 0.85, report(score())


def test_apparent_conflicts_are_not_shown_as_conflicts() -> None:
    points = {dispute.point for dispute in score().knowledge.disputes if dispute.sort == "conflict"}
    assert len(points) == sum(row["sort"] == "conflict" for row in merged_gold()["conflicts"]), points


def test_articles_of_one_report_share_an_origin() -> None:
    origins = {article.record.id[:3]: article.origin for article in score().knowledge.articles}
    assert origins["001"] == origins["004"] == "abc-news"
    assert len(set(origins.values())) == 4


def test_evidence_holds() -> None:
    for finding in score().knowledge.findings:
        for cite in finding.cites:
            for piece in cite.evidence:
                assert piece.holds_in(gold_texts()[cite.article])
