"""Who is who over articles: each test is a small press review."""

from __future__ import annotations

import pytest

from generator.errors import SettingsError
from generator.merge import merge_facts
from generator.model.dossier import Decision, KnownActor
from generator.model.knowledge import Knowledge, MergedActor
from tests.merge.build import article, dossier, medium, person, state


def merged(*casts: list[dict[str, object]], decisions: list[Decision] | None = None, **fields: object) -> Knowledge:
    files = [article(f"a{n}", f"2022-03-0{n}", cast, []) for n, cast in enumerate(casts, 1)]
    return merge_facts(files, dossier(decisions=decisions or [], **fields))


def names(known: Knowledge) -> set[str]:
    return {actor.name for actor in known.actors}


def one(known: Knowledge, name: str) -> MergedActor:
    return next(actor for actor in known.actors if actor.name == name)


def test_spellings_surname_and_office_join() -> None:
    known = merged(
        [person("Sergei Lavrov", "Russia", "Foreign Minister of Russia")],
        [person("Sergey Lavrov", "Russia", "Russian Foreign Minister")],
        [person("Lavrov", "Russia")],
        [person("Russia’s foreign minister", "Russia", "Foreign Minister of Russia")],
    )
    assert names(known) == {"Sergei Lavrov"}
    lavrov = one(known, "Sergei Lavrov")
    assert lavrov.articles == ["a1", "a2", "a3", "a4"]
    assert len(lavrov.reasons) == 3
    assert all(0 < reason.score <= 1 and reason.why for reason in lavrov.reasons)


def test_man_and_wife_stay_two() -> None:
    known = merged(
        [person("Volodymyr Zelensky", "Ukraine")],
        [person("Olena Zelenska", "Ukraine")],
        [person("Zelenska", "Ukraine")],
    )
    assert names(known) == {"Volodymyr Zelensky", "Olena Zelenska"}


def test_a_surname_that_two_have_joins_neither() -> None:
    known = merged([person("Boris Johnson", None)], [person("Ron Johnson", None)], [person("Johnson", None)])
    assert names(known) == {"Boris Johnson", "Ron Johnson", "Johnson"}


def test_a_surname_with_the_office_finds_its_bearer() -> None:
    known = merged(
        [person("Boris Johnson", None, "Prime Minister of the United Kingdom")],
        [person("Ron Johnson", None, "senator")],
        [person("Johnson", None, "British Prime Minister")],
    )
    assert names(known) == {"Boris Johnson", "Ron Johnson"}


def test_a_surname_of_the_other_side_is_another_person() -> None:
    known = merged([person("Oleg Petrov", "Russia")], [person("Petrov", "Ukraine")])
    assert len(known.actors) == 2


def test_an_office_of_two_bearers_stays_open() -> None:
    known = merged(
        [person("Ada Lovel", "Russia", "President of Russia")],
        [person("Bo Karling", "Russia", "President of Russia")],
        [person("Russian President", "Russia", "President of Russia")],
    )
    assert len(known.actors) == 3


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Russian Defense Ministry", "Russian Defence Ministry"),
        ("Ukraine’s Foreign Ministry", "Ukrainian Foreign Ministry"),
        ("Russian troops", "Russian army"),
        ("North Atlantic Treaty Organization", "NATO"),
        ("Agence France-Presse", "AFP"),
    ],
)
def test_bodies_under_two_names(left: str, right: str) -> None:
    kind = "media" if "AFP" in right else "body"
    assert len(merged([{"name": left, "kind": kind}], [{"name": right, "kind": kind}]).actors) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Russian troops", "Ukrainian troops"),
        ("Russian Foreign Ministry", "Russian Defence Ministry"),
        ("Russian delegation", "Ukrainian delegation"),
        ("some experts", "some experts"),
    ],
)
def test_bodies_that_are_two(left: str, right: str) -> None:
    assert len(merged([{"name": left, "kind": "body"}], [{"name": right, "kind": "body"}]).actors) == 2


def test_the_dossier_introduces_an_actor() -> None:
    known = merged(
        [person("Timochenko", None)],
        [person("Rodrigo Londoño", None)],
        actors=[KnownActor(name="Rodrigo Londoño", aliases=["Timochenko"])],
    )
    assert names(known) == {"Rodrigo Londoño"}


def test_decisions_win_over_rules() -> None:
    casts = ([person("Sergei Lavrov", "Russia")], [person("Sergey Lavrov", "Russia")], [person("The Hawk", "Russia")])
    apart = merged(*casts, decisions=[Decision(kind="different", names=["Sergei Lavrov", "Sergey Lavrov"])])
    assert len(apart.actors) == 3
    joined = merged(*casts, decisions=[Decision(kind="same", names=["The Hawk", "Sergey Lavrov"], why="his nickname")])
    assert len(joined.actors) == 1
    assert any("his nickname" in reason.why for reason in joined.actors[0].reasons)
    renamed = merged(*casts, decisions=[Decision(kind="rename", names=["Sergei Lavrov"], value="S. V. Lavrov")])
    assert "S. V. Lavrov" in names(renamed)
    hidden = merged(*casts, decisions=[Decision(kind="hide", names=["The Hawk"])])
    assert "The Hawk" not in names(hidden)


def test_a_negative_decision_holds_against_a_third_name() -> None:
    """A is not B; C looks like both: it may join one, and they stay two."""
    casts = (
        [person("Sergei Lavrov", "Russia")],
        [person("Sergey Lavrov", "Russia")],
        [person("Serguei Lavrov", "Russia")],
    )
    known = merged(*casts, decisions=[Decision(kind="different", names=["Sergei Lavrov", "Sergey Lavrov"])])
    assert len(known.actors) == 2


@pytest.mark.parametrize(
    ("decisions", "words"),
    [
        ([Decision(kind="same", names=["Sergei Lavrov", "Nobody Known"])], "which no article has"),
        (
            [
                Decision(kind="same", names=["Sergei Lavrov", "The Hawk"]),
                Decision(kind="different", names=["The Hawk", "Sergei Lavrov"]),
            ],
            "contradict",
        ),
        (
            [
                Decision(kind="rename", names=["The Hawk"], value="A"),
                Decision(kind="rename", names=["The Hawk"], value="B"),
            ],
            "different rename",
        ),
        ([Decision(kind="same", names=["The Hawk"])], "two names"),
        ([Decision(kind="date", of="article", names=["a1"], value="yesterday")], "no date"),
    ],
)
def test_bad_decisions_are_refused(decisions: list[Decision], words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        merged([person("Sergei Lavrov", "Russia")], [person("The Hawk", "Russia")], decisions=decisions)


def test_kinds_are_not_mixed() -> None:
    known = merged([state("Russia"), medium("Tass")], [person("Tass Russia", None)])
    assert len(known.actors) == 3


def test_each_article_means_its_own_bearer_of_a_surname() -> None:
    known = merged(
        [person("Bill Clinton", None), person("Clinton", None)],
        [person("Hillary Clinton", None), person("Clinton", None)],
        [person("Clinton", None, "president"), person("Ada Lovel", None)],
    )
    assert {actor.name: actor.articles for actor in known.actors if "Clinton" in actor.name} == {
        "Bill Clinton": ["a1"],
        "Hillary Clinton": ["a2"],
        "Clinton": ["a3"],
    }


def test_officials_without_a_name_are_never_joined() -> None:
    files = [
        article(
            "a1",
            "2026-03-01",
            [person("Norland official", "Russia"), person("Ada Lovel", "Russia", "foreign minister")],
            [],
        ),
        article("a2", "2026-03-02", [person("Norland official", "Russia")], []),
        article("a3", "2026-03-02", [person("senior Norland diplomat", "Russia"), person("Ada Lovel", "Russia")], []),
    ]
    known = merge_facts(files, dossier())
    assert sorted(actor.name for actor in known.actors) == [
        "Ada Lovel",
        "Norland official",
        "Norland official",
        "senior Norland diplomat",
    ]
