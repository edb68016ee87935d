"""What must hold whatever the articles say: order does not matter, saying it again changes nothing."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.synthetic import make_dossier
from generator.merge import merge_facts
from generator.merge.edtf import days
from tests.merge.gold_facts import gold_dossier, gold_files, gold_texts

MADE = make_dossier(40, actors=20)
DATES = st.one_of(
    st.dates().map(str),
    st.dates().map(lambda d: str(d)[:7]),
    st.dates().map(lambda d: str(d)[:4]),
    st.tuples(st.dates(), st.dates()).map(lambda pair: f"{min(pair)}/{max(pair)}"),
    st.dates().map(lambda d: f"{d}?"),
    st.dates().map(lambda d: f"../{d}"),
)


@settings(max_examples=6, deadline=None)
@given(st.permutations(gold_files()))
def test_order_of_the_articles_does_not_matter(files: list[object]) -> None:
    assert merge_facts(files, gold_dossier(), texts=gold_texts()) == merge_facts(
        gold_files(), gold_dossier(), texts=gold_texts()
    )  # type: ignore[arg-type]


@settings(max_examples=4, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_of_made_up_articles_does_not_matter(random: object) -> None:
    shuffled = list(MADE.files)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert merge_facts(shuffled, MADE.dossier, texts=MADE.texts) == merge_facts(
        MADE.files, MADE.dossier, texts=MADE.texts
    )


def test_merging_again_changes_nothing() -> None:
    once = merge_facts(gold_files(), gold_dossier(), texts=gold_texts())
    assert merge_facts(gold_files() + gold_files()[:2], gold_dossier(), texts=gold_texts()) == once
    again = merge_facts(gold_files(), gold_dossier(), texts=gold_texts(), previous=once)
    assert again.changes == []
    assert again == once


def test_merging_leaves_its_input_alone() -> None:
    before = [file.model_dump() for file in gold_files()]
    merge_facts(gold_files(), gold_dossier(), texts=gold_texts())
    assert [file.model_dump() for file in gold_files()] == before


def test_every_reference_leads_somewhere() -> None:
    known = merge_facts(MADE.files, MADE.dossier, texts=MADE.texts)
    actors = {actor.id for actor in known.actors}
    rounds = {one.id for one in known.rounds}
    origins = {origin.id for origin in known.origins}
    facts = {(a.record.id, fact.id) for a in known.articles for fact in a.facts}
    findings = {finding.id for finding in known.findings}
    assert len(findings) == len(known.findings)
    assert len(rounds) == len(known.rounds)
    assert len(actors) == len(known.actors)
    for finding in known.findings:
        assert set(finding.actors) <= actors
        assert finding.round is None or finding.round in rounds
        assert set(finding.origins) <= origins
        assert {(ref.article, ref.fact) for ref in finding.facts} <= facts
    for one in known.rounds:
        assert set(one.findings) <= findings
        assert set(one.heads.values()) <= actors
    for dispute in known.disputes:
        assert dispute.finding is None or dispute.finding in findings


@given(DATES)
def test_a_date_holds_itself(text: str) -> None:
    stretch = days(text)
    assert stretch is None or (stretch.holds(stretch) and stretch.overlaps(stretch) and stretch.gap(stretch) == 0)


@given(DATES, DATES)
def test_dates_either_overlap_or_lie_apart(left: str, right: str) -> None:
    a, b = days(left), days(right)
    if a and b:
        assert a.overlaps(b) is (a.gap(b) == 0)
        assert a.gap(b) == b.gap(a)


ODD_DATES = [
    None,
    "",
    "?",
    "2022",
    "2022-13",
    "2022-02-30",
    "2022-03-03/..",
    "../2022-03",
    "2022-03-09/2022-03-01",
    "some day",
]
ODD_NAMES = ["", "“", "习近平", "Х", "a", "The", "Dr.", "of", "'s", "1", "Mr. X"]


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_odd_facts_do_not_stop_merging(random: Any) -> None:
    files = [file.model_copy(deep=True) for file in gold_files()]
    for file in files:
        file.article.published.date = random.choice([file.article.published.date, *ODD_DATES])
        for actor in random.sample(file.actors, 3):
            actor.name, actor.side = random.choice(ODD_NAMES), random.choice([None, "", "Elsewhere"])
        for fact in random.sample(file.facts, 12):
            fact.review, fact.lost = random.choice([None, "rejected", "confirmed"]), random.random() < 0.3
            fact.round = random.choice([None, 0, 1, 99])
            if hasattr(fact, "date"):
                fact.date = random.choice(ODD_DATES)
            if hasattr(fact, "place"):
                fact.place = random.choice([None, "", "?", "the", "“"])
            if hasattr(fact, "speaker"):
                fact.speaker = "nobody-known"
    known = merge_facts(files, gold_dossier())
    assert merge_facts(files[::-1], gold_dossier()) == known
