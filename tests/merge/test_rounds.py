"""Rounds are known by day, place and parties; what sources number them is shown and decides nothing."""

from __future__ import annotations

from typing import Any

from generator.merge import merge_facts
from generator.model.dossier import Decision, Place
from generator.model.knowledge import Knowledge, Round
from tests.merge.build import article, dossier, person


def meeting(date: str | None = None, number: int | None = None, status: str = "ended", **fields: Any) -> dict[str, Any]:
    return {
        "kind": "meeting",
        "round": number,
        "status": status,
        "date": date,
        "words": f"the talks {number} {date} {status} {fields.get('place')}",
        **fields,
    }


def rounds(
    *articles: tuple[str, list[dict[str, Any]]], decisions: list[Decision] | None = None, **settings: Any
) -> Knowledge:
    files = [
        article(f"a{n}", published, [person("Ada Lovel", "Russia")], facts)
        for n, (published, facts) in enumerate(articles, 1)
    ]
    return merge_facts(files, dossier(decisions=decisions or [], **settings))


def at(known: Knowledge, date: str) -> Round:
    return next(one for one in known.rounds if one.date == date)


def test_spring_2022_numbered_three_ways() -> None:
    """10, 14 and 29 March 2022: one source counts Antalya, one begins with the video talks, one does not count at all."""
    known = rounds(
        (
            "2022-03-30",
            [
                meeting("2022-03-10", 4, place="Antalya, Turkey"),
                meeting("2022-03-14", 5),
                meeting("2022-03-29", 6, place="Istanbul, Turkey"),
            ],
        ),
        (
            "2022-03-31",
            [
                meeting("2022-03-10", None, place="Antalya"),
                meeting("2022-03-14/2022-03-17", 4),
                meeting("2022-03-21", 5),
                meeting("2022-03-29", 6),
            ],
        ),
        ("2022-04-01", [meeting("2022-03-14", 4), meeting("2022-03-29", None, place="Istanbul")]),
    )
    assert [one.date for one in known.rounds] == ["2022-03-10", "2022-03-14", "2022-03-21", "2022-03-29"]
    assert at(known, "2022-03-14").numbers == {"a1": 5, "a2": 4, "a3": 4}
    assert at(known, "2022-03-14").number == 4
    assert at(known, "2022-03-10").numbers == {"a1": 4}
    assert at(known, "2022-03-29").number == 6
    assert at(known, "2022-03-29").place == "Istanbul, Turkey"


def test_as_many_sources_for_two_numbers_leave_it_open() -> None:
    known = rounds(("2022-03-12", [meeting("2022-03-10", 4)]), ("2022-03-12", [meeting("2022-03-10", 3)]))
    assert [one.number for one in known.rounds] == [None]
    assert known.rounds[0].numbers == {"a1": 4, "a2": 3}


def test_a_planned_meeting_slips() -> None:
    known = rounds(("2022-03-01", [meeting("2022-03-02", 2, "planned")]), ("2022-03-04", [meeting("2022-03-03", 2)]))
    assert [one.date for one in known.rounds] == ["2022-03-03"]
    assert [(d.sort, d.settled is not None) for d in known.disputes] == [("conflict", True)]
    assert [(p.due, p.outcome) for p in known.promises] == [("2022-03-02", "slipped")]


def test_a_plan_that_was_kept_beside_another_day() -> None:
    """A plan for a day on which a meeting was held does not slip to the next one."""
    known = rounds(
        ("2022-03-01", [meeting("2022-03-02", None, "planned")]),
        ("2022-03-06", [meeting("2022-03-02", 1), meeting("2022-03-04", 2)]),
    )
    assert [one.articles for one in known.rounds] == [["a1", "a2"], ["a2"]]


def test_the_planned_third_and_unnumbered_talks_stay_two() -> None:
    known = rounds(
        ("2022-03-03", [meeting(None, 3, "planned", date_text="next week")]),
        ("2022-03-16", [meeting(None, None, "under way")]),
    )
    assert [(one.number, one.status) for one in known.rounds] == [(3, "planned"), (None, "under way")]


def test_an_announcement_without_day_is_the_next_meeting_held() -> None:
    known = rounds(
        ("2022-03-03", [meeting(None, 3, "planned", date_text="next week")]), ("2022-03-08", [meeting("2022-03-07", 3)])
    )
    assert [(one.number, one.date, one.articles) for one in known.rounds] == [(3, "2022-03-07", ["a1", "a2"])]
    assert known.promises[0].outcome == "kept"


def test_a_late_mention_by_number_joins_its_round() -> None:
    known = rounds(
        ("2022-03-01", [meeting("2022-02-28", 1)]), ("2022-03-03", [meeting(None, 1), meeting("2022-03-03", 2)])
    )
    assert [one.articles for one in known.rounds] == [["a1", "a2"], ["a2"]]


def test_a_number_alone_joins_nothing() -> None:
    known = rounds(("2022-03-12", [meeting("2022-03-10", 4)]), ("2022-03-15", [meeting("2022-03-14", 4)]))
    assert len(known.rounds) == 2


def test_two_meetings_of_one_article_stay_two() -> None:
    known = rounds(
        ("2022-03-12", [meeting("2022-03-10", 4, place="Antalya"), meeting("2022-03-10", 5, place="Istanbul")])
    )
    assert len(known.rounds) == 2


def test_places_that_nest_refine_and_others_dispute() -> None:
    places = [Place(name="Brest region", within="Belarus")]
    nested = rounds(
        ("2022-03-04", [meeting("2022-03-03", 2, place="Belarus")]),
        ("2022-03-04", [meeting("2022-03-03", 2, place="Brest region")]),
        places=places,
    )
    assert nested.rounds[0].place == "Brest region"
    assert {d.sort for d in nested.disputes} == {"refinement"}
    other = rounds(
        ("2022-03-30", [meeting("2022-03-29", 6, place="Istanbul")]),
        ("2022-03-30", [meeting("2022-03-29", 6, place="Antalya")]),
    )
    assert {d.sort for d in other.disputes} == {"conflict"}


def test_lengths() -> None:
    agree = rounds(
        ("2022-03-04", [meeting("2022-03-03", 2, duration="about five hours")]),
        ("2022-03-04", [meeting("2022-03-03", 2, duration="many hours")]),
    )
    assert agree.rounds[0].duration == "about five hours"
    assert not [d for d in agree.disputes if d.sort == "conflict"]
    differ = rounds(
        ("2022-03-04", [meeting("2022-03-03", 2, duration="five hours")]),
        ("2022-03-04", [meeting("2022-03-03", 2, duration="two hours")]),
    )
    assert [d.point for d in differ.disputes if d.sort == "conflict"] == ["duration of the round"]


def test_decisions_on_rounds() -> None:
    told = (("2022-03-12", [meeting("2022-03-10", 4)]), ("2022-03-15", [meeting("2022-03-12", 4)]))
    assert (
        len(rounds(*told, decisions=[Decision(kind="same", of="round", names=["2022-03-10", "2022-03-12"])]).rounds)
        == 1
    )
    same_day = (("2022-03-12", [meeting("2022-03-10", 4)]), ("2022-03-12", [meeting("2022-03-10", None)]))
    assert (
        len(
            rounds(
                *same_day, decisions=[Decision(kind="different", of="round", names=["a1: 4", "a2: 2022-03-10"])]
            ).rounds
        )
        == 2
    )
    dated = rounds(*told[:1], decisions=[Decision(kind="date", of="round", names=["round 4"], value="2022-03-09")])
    assert dated.rounds[0].date == "2022-03-09"
    assert not rounds(*told[:1], decisions=[Decision(kind="hide", of="round", names=["round 4"])]).rounds


def test_talks_without_a_day_join_the_round_of_their_place() -> None:
    held = ("2022-03-30", [meeting("2022-03-29", None, place="Istanbul")])
    known = rounds(held, ("2022-04-01", [meeting(None, None, place="Dolmabahce Palace, Istanbul")]))
    assert len(known.rounds) == 1
    assert len(rounds(held, ("2022-04-20", [meeting(None, None, place="Istanbul")])).rounds) == 2
    assert len(rounds(held, ("2022-04-01", [meeting(None, None, place="Ankara")])).rounds) == 2


def test_the_place_tells_more_than_the_number() -> None:
    """One source counts the talks in Istanbul as the fourth; others give that number to a video call two weeks before."""
    video = ("2022-03-14", [meeting("2022-03-14", 4, place="video link")])
    face_to_face = ("2022-03-29", [meeting("2022-03-29", None, place="Istanbul")])
    known = rounds(video, face_to_face, (None, [meeting(None, 4, place="Istanbul's Dolmabahce Palace")]))
    assert [(one.date, len(one.articles)) for one in known.rounds] == [("2022-03-14", 1), ("2022-03-29", 2)]
    known = rounds(video, face_to_face, ("2022-03-20", [meeting(None, 4, place="Istanbul")]))
    assert [len(one.articles) for one in known.rounds] == [2, 1]
    fifth = ("2022-03-29", [meeting("2022-03-29", 5, place="Istanbul")])
    known = rounds(video, fifth, (None, [meeting(None, 4, place="Istanbul")]))
    assert [len(one.articles) for one in known.rounds] == [2, 1]


def test_a_month_alone_leads_to_the_one_round_that_met_in_it() -> None:
    day = ("2021-06-20", [meeting("2021-06-20")])
    month = ("2021-11-29", [meeting("2021-06")])
    assert [one.date for one in rounds(day, month).rounds] == ["2021-06-20"]
    assert len(rounds(day, ("2021-06-03", [meeting("2021-06-02")]), month).rounds) == 3


def test_a_place_that_the_words_do_not_show_disputes_nothing() -> None:
    known = rounds(
        ("2022-03-01", [meeting("2022-02-28", 1, place="Belarus", words="they met in Belarus on Monday")]),
        ("2022-03-29", [meeting("2022-02-28", 1, place="Istanbul", words="they had sat down on February 28")]),
    )
    assert not known.disputes
    assert known.rounds[0].place == "Belarus"


def test_the_later_plan_stands_while_nothing_was_held() -> None:
    plans = (
        ("2022-03-01", [meeting("2022-03-07", 3, "planned")]),
        ("2022-03-03", [meeting("2022-03-08", 3, "planned")]),
    )
    known = rounds(*plans, decisions=[Decision(kind="same", of="round", names=["2022-03-07", "2022-03-08"])])
    assert known.rounds[0].date == "2022-03-08"
    assert known.disputes[0].settled == "2022-03-08: the later announcement"
