"""A person's work is never lost: edit, confirm, reject, add, take out, in every order with new articles and new rules."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from generator.model.facts import FactsFile, Position, Statement
from generator.model.identity import fact_id
from generator.store.facts_files import dump_facts, parse_facts
from generator.store.handiwork import is_persons, is_persons_actor
from generator.store.reconcile import reconcile
from tests.factories import TEXT, evidence, make_actor, make_file, make_position, make_statement

LONGER = "A new first sentence stands here. " + TEXT


def through_yaml(file: FactsFile) -> FactsFile:
    """What a person opens and saves."""
    return parse_facts(dump_facts(file), "content/facts/a1.yml")


def fresh(source: str = TEXT) -> FactsFile:
    """What the generator makes of the article today."""
    return make_file([make_statement(source=source), make_position(source=source)])


def newer_rules(source: str = TEXT) -> FactsFile:
    """The same by other rules: the statement is read a little wider, the position under another name."""
    statement = make_statement("said the talks would go on", source, by="attribution/that-clause v2")
    return make_file([statement, make_position(source=source, topic="pay")])


def first_run() -> FactsFile:
    return through_yaml(reconcile(None, fresh(), TEXT))


def change(file: FactsFile, kind: type, **fields: object) -> FactsFile:
    facts = [fact.model_copy(update=fields) if isinstance(fact, kind) else fact for fact in file.facts]
    return file.model_copy(update={"facts": facts})


def of_kind(file: FactsFile, kind: type) -> list:
    return [fact for fact in file.facts if isinstance(fact, kind)]


def test_a_run_with_nothing_new_changes_nothing() -> None:
    once = first_run()
    assert dump_facts(reconcile(once, fresh(), TEXT)) == dump_facts(once)
    assert not any(is_persons(fact, "a1") for fact in once.facts)


def test_a_changed_fact_is_known_without_a_flag_and_signed() -> None:
    edited = change(first_run(), Position, stance="offers")
    after = reconcile(through_yaml(edited), fresh(), TEXT)
    assert [(fact.stance, fact.by) for fact in of_kind(after, Position)] == [("offers", "editor")]


def test_a_rejected_fact_stays_and_does_not_come_again() -> None:
    rejected = change(first_run(), Statement, review="rejected")
    after = reconcile(through_yaml(rejected), fresh(), TEXT)
    assert [fact.review for fact in of_kind(after, Statement)] == ["rejected"]


def test_a_rejected_fact_does_not_come_again_by_newer_rules() -> None:
    rejected = change(first_run(), Statement, review="rejected")
    after = reconcile(through_yaml(rejected), newer_rules(), TEXT)
    assert [fact.review for fact in of_kind(after, Statement)] == ["rejected"]


def test_a_fact_added_by_hand_needs_no_id() -> None:
    before = first_run()
    added = Statement(
        speaker="union", evidence=[evidence("Nobody else spoke")], content=[evidence("Nobody else spoke")]
    )
    after = reconcile(through_yaml(before.model_copy(update={"facts": [*before.facts, added]})), fresh(), TEXT)
    mine = [fact for fact in of_kind(after, Statement) if fact.by == "editor"]
    assert len(mine) == 1
    assert mine[0].id == fact_id("a1", mine[0])
    assert reconcile(through_yaml(after), fresh(), TEXT).facts == after.facts


def test_a_fact_taken_out_stays_out() -> None:
    before = first_run()
    without = before.model_copy(update={"facts": of_kind(before, Position)})
    after = reconcile(through_yaml(without), fresh(), TEXT)
    assert of_kind(after, Statement) == []
    assert of_kind(reconcile(through_yaml(after), fresh(), TEXT), Statement) == []


def test_evidence_of_a_person_follows_its_words() -> None:
    confirmed = change(first_run(), Position, review="confirmed")
    after = reconcile(through_yaml(confirmed), fresh(LONGER), LONGER)
    [position] = of_kind(after, Position)
    assert position.review == "confirmed"
    assert position.evidence[0].holds_in(LONGER)


def test_a_persons_fact_whose_words_have_vanished_is_kept_and_marked() -> None:
    edited = change(first_run(), Position, stance="offers")
    shorter = TEXT.replace(" The union demanded a ceasefire on pay.", "")
    after = reconcile(through_yaml(edited), make_file([make_statement(source=shorter)]), shorter)
    assert [(fact.stance, fact.lost) for fact in of_kind(after, Position)] == [("offers", True)]
    back = reconcile(through_yaml(after), fresh(), TEXT)
    assert [fact.lost for fact in of_kind(back, Position)] == [False]


def test_a_changed_actor_row_and_a_settled_date_outlive_a_run() -> None:
    before = first_run()
    actors = [actor.model_copy(update={"side": "Labour"}) if actor.id == "union" else actor for actor in before.actors]
    article = before.article.model_copy(update={"headline": "A better headline"})
    edited = through_yaml(before.model_copy(update={"actors": actors, "article": article}))
    after = reconcile(through_yaml(reconcile(edited, fresh(), TEXT)), fresh(), TEXT)
    assert after.article.headline == "A better headline"
    assert {actor.id: actor.side for actor in after.actors}["union"] == "Labour"


def test_an_actor_that_a_kept_fact_names_stays() -> None:
    confirmed = change(first_run(), Position, review="confirmed")
    gone = make_file([make_statement()], [make_actor("Minister")])
    after = reconcile(through_yaml(confirmed), gone, TEXT)
    assert {actor.id for actor in after.actors} == {"minister", "union"}


STEPS = {
    "edit": lambda file: change(file, Position, stance="offers"),
    "reject": lambda file: change(file, Statement, review="rejected"),
    "annotate": lambda file: change(file, Position, note="seen in the minutes"),
    "longer article": lambda file: reconcile(file, fresh(LONGER), LONGER),
    "newer rules": lambda file: reconcile(file, newer_rules(), TEXT),
}


@pytest.mark.parametrize("order", list(permutations(STEPS)), ids=" > ".join)
def test_every_order_of_work_and_runs_keeps_the_work(order: tuple[str, ...]) -> None:
    file = first_run()
    for step in order:
        file = through_yaml(STEPS[step](file))
    last = reconcile(file, fresh(), TEXT)
    [position] = of_kind(last, Position)
    assert (position.stance, position.note, position.by) == ("offers", "seen in the minutes", "editor")
    assert [fact.review for fact in of_kind(last, Statement)] == ["rejected"]


def test_facts_of_the_last_release_are_known_as_the_generators() -> None:
    """New fields on facts must not make every stored fact look like a person's work."""
    path = Path(__file__).parent / "first_format.yml"
    file = parse_facts(path.read_text(encoding="utf-8"), path.name)
    assert file.facts
    assert [fact.id for fact in file.facts if is_persons(fact, file.article.id)] == []
    assert [actor.id for actor in file.actors if is_persons_actor(actor)] == []
