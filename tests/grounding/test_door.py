"""What comes through the door: words at their characters, speakers of the article, dates and numbers by our own reading."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.grounding.answer import parse_answer
from generator.grounding.door import Grounded, ground_answer
from generator.grounding.view import ArticleView
from generator.model.facts import Event, Figure, Meeting, Position, Statement

ACTORS = [
    {
        "name": "Ada Marsh",
        "kind": "person",
        "side": "Dockers’ union",
        "roles": ["union leader"],
        "mentions": ["Ada Marsh"],
    },
    {"name": "Per Holm", "kind": "person", "side": "Port operators", "roles": ["spokesman"], "mentions": ["Per Holm"]},
    {"name": "Lena Ortiz", "kind": "person", "side": None, "roles": ["Mediator"], "mentions": ["Lena Ortiz"]},
    {
        "name": "dockers' union",
        "kind": "organisation",
        "side": "Dockers’ union",
        "roles": [],
        "mentions": ["the union"],
    },
]


def knock(view: ArticleView, **tables: Any) -> Grounded:
    return ground_answer(view, parse_answer(json.dumps({"actors": ACTORS, **tables})), "reader:test")


def test_a_broken_quotation_is_one_statement_of_its_parts(view: ArticleView) -> None:
    words = ["We are ready to sign today", "But the rosters must go - all of them."]
    got = knock(view, statements=[{"sentence": 3, "words": words, "speaker": "Ada Marsh", "cue": "told"}])
    (fact,) = got.facts
    assert isinstance(fact, Statement)
    assert (fact.speaker, fact.direct) == ("ada-marsh", True)
    assert [part.text for part in fact.content] == [words[0], "But the rosters must go — all of them."]
    assert fact.cue is not None
    assert fact.cue.text == "told"


def test_the_articles_own_marks_tell_whether_words_are_direct(view: ArticleView) -> None:
    words = "it would return to work if the port operators withdrew the new rosters"
    got = knock(
        view, statements=[{"sentence": 2, "words": words, "speaker": "dockers' union", "date_words": "on Tuesday"}]
    )
    (fact,) = got.facts
    assert isinstance(fact, Statement)
    assert (fact.direct, fact.date) == (False, "2026-03-03")


def test_a_position_takes_the_dossiers_topic_and_its_condition(view: ArticleView) -> None:
    row = {
        "sentence": 2, "words": "it would return to work", "holder": "dockers' union", "stance": "offers", "topic": "rosters",
        "condition": "if the port operators withdrew the new rosters",
    }  # fmt: skip
    (fact,) = knock(view, positions=[row]).facts
    assert isinstance(fact, Position)
    assert (fact.stance, fact.topic) == ("offers", "rosters")
    assert fact.condition == "if the port operators withdrew the new rosters"


def test_a_meeting_has_number_day_and_place_where_its_sentence_words_them(view: ArticleView) -> None:
    row = {
        "sentence": 7, "words": "a second round of talks would be held on Friday in Calais", "number": 2,
        "status": "planned", "date_words": "on Friday", "place": "Calais", "outcomes": [],
    }  # fmt: skip
    (fact,) = knock(view, meetings=[row]).facts
    assert isinstance(fact, Meeting)
    assert (fact.round, fact.date, fact.place, fact.status) == (2, "2026-03-06", "Calais", "planned")


def test_a_figure_is_read_by_our_own_numerals(view: ArticleView) -> None:
    row = {
        "sentence": 8,
        "words": "Some 1,200 dockers walked out",
        "value": 1200,
        "of": "dockers",
        "who": "dockers' union",
    }
    (fact,) = knock(view, figures=[row]).facts
    assert isinstance(fact, Figure)
    assert (fact.value, fact.qualifier) == (1200, "about")


def test_an_event_names_only_doers_of_the_article(view: ArticleView) -> None:
    row = {"sentence": 8, "words": "dockers walked out on Monday", "who": ["Nobody Known"], "date_words": "on Monday"}
    got = knock(view, events=[row])
    (fact,) = got.facts
    assert isinstance(fact, Event)
    assert (fact.actors, fact.date) == ([], "2026-03-02")
    assert any("Nobody Known" in row.words for row in got.refused)


@pytest.mark.parametrize(
    ("table", "row", "why"),
    [
        ("statements", {"words": "We are ready to sign tomorrow", "speaker": "Ada Marsh"}, "do not stand"),
        ("statements", {"words": "We are ready to sign today", "speaker": "Otto Berg"}, "is no actor"),
        ("statements", {"words": "A return to the old rosters is out of the question", "speaker": "Lena Ortiz"}, "not mentioned near"),
        ("figures", {"words": "Some 1,200 dockers walked out", "value": 12000}, "no such number"),
        ("figures", {"words": "the union said", "value": None}, "no number"),
        ("positions", {"words": "the rosters must go", "stance": "wants", "holder": "Ada Marsh"}, "another shape"),
        ("positions", {"words": "the rosters must go", "stance": "demands", "holder": None}, "needs a holder"),
        ("events", {"words": ""}, "no words"),
        ("events", {"words": ["", "—"]}, "no words"),
    ],
)  # fmt: skip
def test_what_is_refused_says_why(view: ArticleView, table: str, row: dict[str, Any], why: str) -> None:
    got = knock(view, **{table: [row]})
    assert not got.facts
    assert any(why in refused.why for refused in got.refused if refused.kind == table)


def test_words_of_time_from_elsewhere_leave_a_fact_undated(view: ArticleView) -> None:
    row = {"words": "Some 1,200 dockers walked out", "who": [], "date_words": "on Wednesday"}
    got = knock(view, events=[row])
    (fact,) = got.facts
    assert isinstance(fact, Event)
    assert fact.date is None
    assert any("on Wednesday" in refused.words for refused in got.refused)


def test_a_side_is_a_party_or_nothing(view: ArticleView) -> None:
    rows = [{"name": "Lena Ortiz", "kind": "person", "side": "The Moon", "roles": ["Queen of Dover"], "mentions": []}]
    got = ground_answer(view, parse_answer(json.dumps({"actors": rows})), "reader:test")
    (ortiz,) = [actor for actor in got.actors if actor.name == "Lena Ortiz"]
    assert ortiz.side is None
    assert "Queen of Dover" not in [role.title for role in ortiz.roles]
