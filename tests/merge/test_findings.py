"""Findings, disputes, promises, gaps and news over small press reviews."""

from __future__ import annotations

from typing import Any

import pytest

from generator.errors import SettingsError
from generator.merge import merge_facts
from generator.model.dossier import Decision
from generator.model.knowledge import Finding, Knowledge
from tests.merge.build import article, dossier, person, state

CAST = [
    state("Russia"),
    state("Ukraine"),
    person("Ada Lovel", "Russia", "spokesman"),
    person("Bo Karling", "Ukraine", "adviser"),
]


LONG_STATEMENT = (
    "We did not get far. The harbour will be opened to grain ships. Engineers will examine two bridges and a tunnel near the"
    " southern border, tariffs fall by a third, and farmers get seed, fuel and credit at last year's prices"
)


def told(
    *articles: tuple[str | None, list[dict[str, Any]]], decisions: list[Decision] | None = None, **options: Any
) -> Knowledge:
    files = [article(f"a{n}", published, CAST, facts) for n, (published, facts) in enumerate(articles, 1)]
    return merge_facts(files, dossier(decisions=decisions or []), **options)


def of_kind(known: Knowledge, kind: str) -> list[Finding]:
    return [finding for finding in known.findings if finding.kind == kind]


def statement(words: str, speaker: str = "Ada Lovel", **fields: Any) -> dict[str, Any]:
    return {"kind": "statement", "speaker": speaker, "words": words, **fields}


def position(stance: str, topic: str = "ceasefire", actor: str = "Russia", **fields: Any) -> dict[str, Any]:
    return {
        "kind": "position",
        "actor": actor,
        "stance": stance,
        "topic": topic,
        "words": f"{stance} {topic} words",
        **fields,
    }


def event(words: str, **fields: Any) -> dict[str, Any]:
    return {"kind": "event", "type": "military", "words": words, **fields}


def figure(value: float, of: str, speaker: str | None = "Russia", **fields: Any) -> dict[str, Any]:
    return {"kind": "figure", "value": value, "of": of, "speaker": speaker, "words": f"{value} {of}", **fields}


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("the harbour will be opened to grain ships", "that the harbor would open for ships with grain", True),
        ("the harbour will be opened to grain ships", "the harbour will not be opened to grain ships", False),
        ("the harbour will be opened to grain ships", "the pipeline needs a new price", False),
        (
            "the harbour will be opened to grain ships",
            LONG_STATEMENT,
            True,
        ),
        (
            "the pipeline is closed for repairs until somebody pays",
            f"{LONG_STATEMENT}, until somebody closes it",
            False,
        ),
    ],
)
def test_one_utterance_in_two_wordings(left: str, right: str, *, joined: bool) -> None:
    known = told(("2022-03-01", [statement(left)]), ("2022-03-02", [statement(right)]))
    assert (len(of_kind(known, "statement")) == 1) is joined


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        (
            "There was a small step towards opening the harbour to grain ships",
            "Some steps were made to open the harbour for grain",
            True,
        ),
        (
            "There was a small step towards opening the harbour to grain ships",
            "No step was made to open the harbour for grain",
            False,
        ),
        (
            "There was a small step towards opening the harbour to grain ships",
            "The grain harvest of the south is poor",
            False,
        ),
    ],
)
def test_quotations_drift(left: str, right: str, *, joined: bool) -> None:
    quoted = [statement(left, direct=True, date="2022-03-01")], [statement(right, direct=True, date="2022-03-01")]
    known = told(("2022-03-01", quoted[0]), ("2022-03-02", quoted[1]))
    found = of_kind(known, "statement")
    assert (len(found) == 1) is joined
    if joined:
        assert sorted(variant.value for variant in found[0].variants) == sorted((left, right))


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        (
            {"words": "the invasion started on that day"},
            {"words": "the troops invaded the north", "actors": ["Russia"]},
            True,
        ),
        (
            {"words": "the invasion started", "actors": ["Russia"]},
            {"words": "a great offensive began", "actors": ["Ukraine"]},
            False,
        ),
        ({"words": "the union began its strike"}, {"words": "the docks were closed"}, False),
    ],
)
def test_a_beginning_is_told_once_a_day(left: dict[str, Any], right: dict[str, Any], *, joined: bool) -> None:
    events = [event(**{"date": "2022-02-24", **one}) for one in (left, right)]
    known = told(("2022-03-01", events[:1]), ("2022-03-02", events[1:]))
    assert (len(of_kind(known, "event")) == 1) is joined


def test_an_election_told_with_a_day_and_without() -> None:
    won = event("The hardliner Jan Brandt won the presidential election on Friday", type="political", date="2021-06-18")
    before = event("Since Jan Brandt, a hardliner, won the election of the president", type="political")
    other = event("The election of the mayor ended in a tie", type="political")
    assert len(of_kind(told(("2021-06-20", [won]), ("2021-06-21", [before])), "event")) == 1
    assert len(of_kind(told(("2021-06-20", [won]), ("2021-06-21", [other])), "event")) == 2


def test_the_same_words_of_another_speaker_or_month_are_another_utterance() -> None:
    words = "the harbour will be opened to grain ships"
    assert (
        len(
            of_kind(
                told(("2022-03-01", [statement(words)]), ("2022-03-01", [statement(words, "Bo Karling")])), "statement"
            )
        )
        == 2
    )
    assert len(of_kind(told(("2022-03-01", [statement(words)]), ("2022-05-01", [statement(words)])), "statement")) == 2


def test_a_position_is_the_sides_whoever_voices_it() -> None:
    known = told(("2022-03-01", [position("demands")]), ("2022-03-02", [position("demands", actor="Ada Lovel")]))
    (found,) = of_kind(known, "position")
    assert found.side == "Russia"
    assert found.actors == ["ada-lovel", "russia"]
    assert found.verdict == "corroborated"


def test_another_stance_later_is_a_change_and_no_dispute() -> None:
    known = told(("2022-03-01", [position("rejects")]), ("2022-03-20", [position("accepts")]))
    assert [(d.sort, d.point) for d in known.disputes] == [("change", "Russia on ceasefire")]
    assert known.disputes[0].settled == "moved between 2022-03-01 and 2022-03-20"


def test_to_get_what_one_demanded_is_no_change() -> None:
    got = told(("2022-03-01", [position("demands")]), ("2022-03-20", [position("accepts")]))
    assert not got.disputes
    gave = told(
        ("2022-03-01", [position("demands", "borders"), position("demands", "borders", actor="Ukraine")]),
        ("2022-03-20", [position("accepts", "borders")]),
    )
    assert [d.point for d in gave.disputes] == ["Russia on borders"]


def test_a_stance_that_an_article_looks_back_on_is_no_change() -> None:
    before = ("2022-03-01", [position("accepts", "borders")])
    after = position("rejects", "borders", words="something it has refused until now")
    assert not told(before, ("2022-03-20", [after])).disputes
    assert told(before, ("2022-03-20", [{**after, "date": "2022-03-19"}])).disputes


def test_to_demand_and_to_offer_a_meeting_is_one_thing() -> None:
    told_twice = (("2022-03-01", [position("demands", "leaders-meeting")]),)
    assert not told(*told_twice, ("2022-03-20", [position("offers", "leaders-meeting")])).disputes
    softened = told(("2022-03-01", [position("demands", "borders")]), ("2022-03-20", [position("offers", "borders")]))
    assert [d.sort for d in softened.disputes] == ["change"]


def test_agreement_climbs_the_ladder() -> None:
    known = told(
        ("2022-03-01", [position("accepts"), position("demands", "borders")]),
        ("2022-03-02", [position("accepts", actor="Ukraine")]),
    )
    assert {(f.subject, f.status) for f in of_kind(known, "position")} == {
        ("ceasefire/Russia", "confirmed by both"),
        ("ceasefire/Ukraine", "confirmed by both"),
        ("borders/Russia", "proposed"),
    }
    denied = told(("2022-03-01", [position("accepts")]), ("2022-03-02", [position("rejects", actor="Ukraine")]))
    assert {f.status for f in of_kind(denied, "position")} == {"denied", None}
    withdrawn = told(("2022-03-01", [position("offers")]), ("2022-03-09", [position("rejects")]))
    assert next(f for f in of_kind(withdrawn, "position") if f.stance == "offers").status == "withdrawn"


def test_a_siege_in_two_wordings() -> None:
    known = told(
        ("2022-03-01", [event("besieging the city of Lomsk", place="Lomsk", actors=["Russia"])]),
        ("2022-03-02", [event("the ring was drawn close and Lomsk is encircled", place="Lomsk", actors=["Ada Lovel"])]),
        ("2022-03-02", [event("the ring was drawn close and Varna is encircled", place="Varna", actors=["Russia"])]),
    )
    assert [len(f.facts) for f in of_kind(known, "event")] == [2, 1]


def test_an_event_denied_is_a_dispute() -> None:
    known = told(
        ("2022-03-01", [event("captured the town of Lomsk", place="Lomsk", actors=["Russia"])]),
        (
            "2022-03-02",
            [event("had not captured the town of Lomsk", place="Lomsk", actors=["Russia"], modality="denied")],
        ),
    )
    assert [d.sort for d in known.disputes] == ["conflict"]


def test_figures() -> None:
    rough = told(
        ("2022-03-01", [figure(600, "Ukrainian tanks destroyed", qualifier="more than")]),
        ("2022-03-01", [figure(650, "destroyed Ukrainian tanks", "Ukraine")]),
    )
    assert [f.verdict for f in of_kind(rough, "figure")] == ["single origin"] * 2  # a row for each giver, no dispute
    rival = told(
        ("2022-03-01", [figure(498, "northern soldiers killed")]),
        ("2022-03-01", [figure(6000, "northern soldiers killed", "Ukraine")]),
    )
    assert [d.sort for d in rival.disputes] == ["conflict"]
    both = [f for f in rival.findings if f.kind == "figure"]
    assert [(f.value, f.verdict) for f in both] == [
        ("498 northern soldiers killed", "disputed"),
        ("6,000 northern soldiers killed", "disputed"),
    ]
    assert [f.actors for f in both][1] == ["ukraine"]
    later = told(
        ("2022-03-01", [figure(498, "northern soldiers killed")]),
        ("2022-03-25", [figure(1351, "northern soldiers killed")]),
    )
    assert not later.disputes


def test_a_bare_unit_is_not_one_thing() -> None:
    polls = told(
        (
            "2022-03-01",
            [
                {
                    **figure(49, "percent"),
                    "words": "49 percent of voters in the north would accept the deal on the harbour",
                }
            ],
        ),
        (
            "2022-03-01",
            [{**figure(31, "percent"), "words": "prices of bread rose by 31 percent in the capital since the spring"}],
        ),
    )
    assert len(of_kind(polls, "figure")) == 2
    assert not polls.disputes
    one = told(
        (
            "2022-03-01",
            [
                {
                    **figure(49, "percent"),
                    "words": "49 percent of voters in the north would accept the deal on the harbour",
                }
            ],
        ),
        (
            "2022-03-01",
            [{**figure(49, "percent"), "words": "voters in the north would accept the harbour deal by 49 percent"}],
        ),
    )
    assert len(of_kind(one, "figure")) == 1


def test_a_remark_against_a_figure() -> None:
    known = told(
        ("2022-03-02", [figure(498, "Russian soldiers killed"), statement("Russian losses are much higher", "Ukraine")])
    )
    assert [d.sort for d in known.disputes] == ["conflict"]
    assert not told(
        ("2022-03-02", [figure(498, "Russian soldiers killed"), statement("prices are much higher", "Ukraine")])
    ).disputes
    assert not told(
        (
            "2022-03-02",
            [figure(498, "Russian soldiers killed"), statement("Russian losses are higher than in April", "Ada Lovel")],
        )
    ).disputes


def test_doubt_gives_way_to_hope() -> None:
    known = told(
        ("2022-03-01", [statement("he does not believe in the outcome of the negotiations")]),
        ("2022-03-20", [statement("the talks make progress")]),
    )
    assert [d.sort for d in known.disputes] == ["change"]
    dashed = told(
        ("2022-03-01", [statement("he does not believe in the outcome of the negotiations")]),
        ("2022-03-20", [statement("they had hoped to sign a paper at the talks")]),
    )
    assert not dashed.disputes


def test_what_is_rejected_or_lost_backs_nothing() -> None:
    known = told(("2022-03-01", [position("demands", review="rejected"), statement("the harbour opens", lost=True)]))
    assert not of_kind(known, "position")
    assert not of_kind(known, "statement")
    assert [gap.kind for gap in known.gaps] == ["lost words"]


def test_a_confirmed_value_outweighs_more_origins() -> None:
    meeting: dict[str, Any] = {
        "kind": "meeting",
        "round": 1,
        "status": "ended",
        "date": "2022-03-01",
        "words": "they met",
    }
    known = told(
        ("2022-03-02", [{**meeting, "place": "Istanbul"}]),
        ("2022-03-02", [{**meeting, "place": "Istanbul"}]),
        ("2022-03-02", [{**meeting, "place": "Antalya", "review": "confirmed"}]),
    )
    assert known.rounds[0].place == "Antalya"


def test_gaps() -> None:
    known = told(("2022-03-01", [position("demands"), position("demands", "borders", actor=None)]))
    assert {gap.kind for gap in known.gaps} >= {"single origin", "one side", "no speaker"}


def test_an_article_without_a_date_is_a_gap() -> None:
    articles = (("2022-03-01", [statement("the harbour opens")]), (None, [statement("the bridge is closed")]))
    assert [gap.text for gap in told(*articles).gaps if gap.kind == "undated"] == ["the article a2.txt bears no date"]
    earlier = told(*articles, as_of="2022-03-02")
    assert [article.record.id for article in earlier.articles] == ["a1"]
    assert [gap.text for gap in earlier.gaps if gap.kind == "undated"] == [
        "the article a2.txt bears no date and is left out of an earlier view"
    ]


def test_promises_beside_the_talks() -> None:
    plan = event("will attack the harbour of Lomsk", place="Lomsk", actors=["Russia"], modality="planned")
    own = {"kind": "statement", "speaker": "Ada Lovel", "words": "the army will attack the harbour of Lomsk"}
    others = {**own, "speaker": "Ukraine"}
    assert told(("2022-03-01", [plan, own])).promises[0].outcome == "open"
    assert not told(("2022-03-01", [plan, others])).promises
    done = event("attacked the harbour of Lomsk", place="Lomsk", actors=["Russia"])
    elsewhere = event("attacked the harbour of Lomsk", place="Torma", actors=["Russia"])
    by_others = event("attacked the harbour of Lomsk", place="Lomsk", actors=["Ukraine"])
    for deed, outcome in ((done, "kept"), (elsewhere, "open"), (by_others, "open")):
        known = told(("2022-03-01", [plan, own]), ("2022-03-03", [deed]))
        assert [p.outcome for p in known.promises] == [outcome]


def test_news_since_the_last_record() -> None:
    first = ("2022-03-01", [position("demands")])
    second = ("2022-03-02", [position("demands", actor="Ada Lovel"), position("offers", "borders")])
    before = told(first)
    after = told(first, second, previous=before)
    assert {(c.kind, c.text.partition(":")[0]) for c in after.changes if "role" not in c.text} >= {
        ("new", "offers borders"),
        ("changed", "demands ceasefire"),
    }
    assert {f.new for f in of_kind(after, "position")} == {"new", "changed"}
    assert {c.kind for c in told(first, previous=after).changes} >= {"withdrawn"}
    assert not told(first, previous=before).changes


def test_the_view_of_a_day() -> None:
    articles = (("2022-03-01", [position("demands")]), ("2022-03-05", [position("offers", "borders")]))
    known = told(*articles, as_of="2022-03-02")
    assert known.as_of == "2022-03-02"
    assert [f.topic for f in of_kind(known, "position")] == ["ceasefire"]
    assert [a.record.id for a in known.articles] == ["a1"]


def test_decisions_on_findings_and_topics() -> None:
    articles = (("2022-03-01", [position("demands"), position("demands", "truce")]),)
    assert (
        len(
            of_kind(
                told(*articles, decisions=[Decision(kind="same", of="topic", names=["ceasefire", "truce"])]), "position"
            )
        )
        == 1
    )
    assert (
        len(of_kind(told(*articles, decisions=[Decision(kind="hide", of="topic", names=["truce"])]), "position")) == 1
    )
    found = of_kind(told(*articles), "position")[0]
    assert found.id not in {
        f.id for f in told(*articles, decisions=[Decision(kind="hide", of="finding", names=[found.id])]).findings
    }
    dated = told(*articles, decisions=[Decision(kind="date", of="article", names=["a1"], value="2022-02-01")])
    assert dated.articles[0].record.published.date == "2022-02-01"


def test_the_view_of_no_day_is_refused() -> None:
    with pytest.raises(SettingsError, match="no date"):
        told(("2022-03-01", [position("demands")]), as_of="yesterday")


def test_a_decision_on_what_came_later_does_not_spoil_an_earlier_view() -> None:
    articles = (("2022-03-01", [position("demands")]), ("2022-03-05", [position("offers", "borders")]))
    later = next(f for f in of_kind(told(*articles), "position") if f.topic == "borders")
    hide = [Decision(kind="hide", of="finding", names=[later.id])]
    assert len(of_kind(told(*articles, decisions=hide, as_of="2022-03-02"), "position")) == 1


def test_a_hidden_actor_appears_nowhere() -> None:
    articles = (("2022-03-01", [statement("the harbour opens to ships"), position("demands", actor="Ada Lovel")]),)
    known = told(*articles, decisions=[Decision(kind="hide", names=["Ada Lovel"])])
    assert "ada-lovel" not in known.model_dump_json(exclude={"dossier"})
