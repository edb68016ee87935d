"""Two hands: what both found is claimed and says so, what one found waits, what they disagree about goes to a person."""

from __future__ import annotations

import pytest

from generator.grounding.door import Grounded
from generator.grounding.hands import join_hands
from generator.model.facts import Actor, FactsFile, Statement
from tests.factories import evidence, make_record, make_statement

ACTORS = [Actor(id="minister", name="minister", kind="person"), Actor(id="union", name="union", kind="organisation")]


def rules(*facts: Statement) -> FactsFile:
    return FactsFile(article=make_record(), actors=list(ACTORS), facts=list(facts))


def reader(*facts: Statement) -> Grounded:
    return Grounded(actors=list(ACTORS), listed={"minister", "union"}, facts=list(facts))


def theirs(**fields: object) -> Statement:
    return make_statement(
        **{"by": "reader:x", "evidence": [evidence("The minister said the talks would go on.")], **fields}
    )  # type: ignore[arg-type]


@pytest.mark.parametrize("trust", [False, True])
def test_both_found_it(trust: bool) -> None:
    (fact,) = join_hands(rules(make_statement()), reader(theirs()), "reader:x", trust=trust).facts
    assert fact.review is None
    assert {fact.by, *fact.also_by} == {"attribution/that-clause v1", "reader:x"}


@pytest.mark.parametrize(("trust", "review"), [(False, "proposed"), (True, None)])
def test_the_reader_alone(trust: bool, review: str | None) -> None:
    (fact,) = join_hands(rules(), reader(theirs()), "reader:x", trust=trust).facts
    assert (fact.by, fact.review) == ("reader:x", review)


@pytest.mark.parametrize(("trust", "review"), [(False, None), (True, "proposed")])
def test_the_rules_alone(trust: bool, review: str | None) -> None:
    (fact,) = join_hands(rules(make_statement()), reader(), "reader:x", trust=trust).facts
    assert fact.review == review


@pytest.mark.parametrize(("trust", "reviews"), [(False, [None, "proposed"]), (True, ["proposed", "proposed"])])
def test_another_speaker_goes_to_a_person(trust: bool, reviews: list[str | None]) -> None:
    got = join_hands(rules(make_statement()), reader(theirs(speaker="union")), "reader:x", trust=trust).facts
    assert sorted(fact.review or "" for fact in got) == sorted(review or "" for review in reviews)
    assert any("another speaker" in (fact.why or "") for fact in got)
