"""Every kind of decision, from the lines of `content/dossier.yml` to what a reader is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import SettingsError
from generator.merge import merge_facts
from generator.model.facts import FactsFile
from generator.model.knowledge import Knowledge
from generator.store.settings import load_settings
from tests.merge.build import article, person, state

CAST = [
    state("Russia"),
    state("Ukraine"),
    person("Ada Lovel", "Russia", "spokesman"),
    person("Bo Karling", "Ukraine", "adviser"),
]
MEETING = {"kind": "meeting", "round": 1, "status": "ended"}


def _articles() -> list[FactsFile]:
    """Three articles: two of one day and round, one of unnumbered talks without a day and a planned round."""
    first = [
        {**MEETING, "date": "2022-03-01", "place": "Gomel", "words": "the first round in Gomel"},
        {
            "kind": "position",
            "actor": "Ada Lovel",
            "stance": "demands",
            "topic": "ceasefire",
            "words": "wants a ceasefire",
        },
        {"kind": "statement", "speaker": "Bo Karling", "words": "the harbour will be opened to grain ships"},
    ]
    second = [
        {**MEETING, "date": "2022-03-01", "words": "they met on Tuesday"},
        {"kind": "position", "actor": "Russia", "stance": "demands", "topic": "truce", "words": "wants a truce"},
        {"kind": "statement", "speaker": "Ada Lovell", "words": "the pipeline needs a new price"},
    ]
    third = [
        {"kind": "meeting", "status": "under way", "words": "the talks go on"},
        {**MEETING, "round": 2, "status": "planned", "words": "a second round is to follow"},
    ]
    return [
        article("a1", "2022-03-02", CAST, first),
        article("a2", "2022-03-02", [*CAST[:2], person("Ada Lovell", "Russia")], second),
        article("a3", "2022-03-20", CAST, third),
    ]


def decide(tmp_path: Path, *lines: str, as_of: str | None = None) -> Knowledge:
    """Knowledge of the three articles under decisions as a person writes them."""
    path = tmp_path / "dossier.yml"
    decisions = "".join(f"  - {line}\n" for line in lines) or "  []\n"
    path.write_text(f"title: Talks\nparties: [Russia, Ukraine]\ndecisions:\n{decisions}", encoding="utf-8")
    return merge_facts(_articles(), load_settings(path, "content/dossier.yml"), as_of=as_of)


def actors(known: Knowledge) -> set[str]:
    return {actor.name for actor in known.actors}


def test_without_decisions(tmp_path: Path) -> None:
    known = decide(tmp_path)
    assert actors(known) == {"Russia", "Ukraine", "Ada Lovel", "Bo Karling"}
    assert [one.id for one in known.rounds] == [
        "round-2022-03-01",
        "talks-as-of-2022-03-20",
        "planned-after-2022-03-20",
    ]
    assert [topic.id for topic in known.topics] == ["ceasefire", "truce"]


def test_actors(tmp_path: Path) -> None:
    assert {"Ada Lovel", "Ada Lovell"} <= actors(
        decide(tmp_path, "{kind: different, of: actor, names: [Ada Lovel, Ada Lovell]}")
    )
    joined = decide(tmp_path, "{kind: same, of: actor, names: [Ada Lovel, Bo Karling]}")
    assert len([actor for actor in joined.actors if actor.kind == "person"]) == 1
    assert "A. L." in actors(decide(tmp_path, "{kind: rename, of: actor, names: [Ada Lovell], value: A. L.}"))
    assert "Ada Lovel" not in actors(decide(tmp_path, "{kind: hide, of: actor, names: [ada-lovel]}"))


def test_rounds(tmp_path: Path) -> None:
    same = decide(tmp_path, "{kind: same, of: round, names: [talks-as-of-2022-03-20, round-2022-03-01]}")
    assert len(same.rounds) == 2
    told_apart = decide(tmp_path, '{kind: same, of: round, names: ["a3: talks-as-of-2022-03-20", "a3: round 2"]}')
    assert [one.articles for one in told_apart.rounds] == [["a1", "a2"], ["a3"]]
    assert len(decide(tmp_path, '{kind: different, of: round, names: ["a1: round 1", "a2: round 1"]}').rounds) == 4
    assert (
        decide(tmp_path, "{kind: date, of: round, names: [round 2], value: 2022-03-25}").rounds[-1].date == "2022-03-25"
    )
    assert (
        decide(tmp_path, "{kind: rename, of: round, names: [round 2], value: The next}").rounds[-1].title == "The next"
    )
    assert len(decide(tmp_path, "{kind: hide, of: round, names: [planned-after-2022-03-20]}").rounds) == 2


def test_articles(tmp_path: Path) -> None:
    dated = decide(tmp_path, "{kind: date, of: article, names: [a3.txt], value: 2022-03-05}")
    assert [one.record.published.date for one in dated.articles] == ["2022-03-02", "2022-03-02", "2022-03-05"]
    shared = decide(tmp_path, "{kind: origin, of: article, names: [a1, a2], value: Wire}")
    assert ("Wire", ["a1", "a2"]) in [(one.name, one.articles) for one in shared.origins]
    assert next(f for f in shared.findings if f.aspect == "date").verdict == "single origin"


def test_topics_and_findings(tmp_path: Path) -> None:
    same = "{kind: same, of: topic, names: [ceasefire, truce]}"
    assert [topic.id for topic in decide(tmp_path, same).topics] == ["truce"]
    renamed = decide(tmp_path, same, "{kind: rename, of: topic, names: [ceasefire], value: An end to fire}")
    assert [topic.title for topic in renamed.topics] == ["An end to fire"]
    assert not decide(tmp_path, same, "{kind: hide, of: topic, names: [ceasefire]}").topics
    said = next(f for f in decide(tmp_path).findings if f.kind == "statement")
    hidden = decide(tmp_path, f"{{kind: hide, of: finding, names: ['{said.id}']}}")
    assert said.id not in {finding.id for finding in hidden.findings}
    other = decide(tmp_path, f"{{kind: rename, of: finding, names: ['{said.id}'], value: In short}}")
    assert "In short" in {finding.value for finding in other.findings}


def test_what_is_different_stays_so_by_way_of_a_third(tmp_path: Path) -> None:
    known = decide(
        tmp_path,
        "{kind: different, of: actor, names: [Ada Lovel, Bo Karling]}",
        "{kind: same, of: actor, names: [Ada Lovell, Bo Karling]}",
    )
    assert {"Ada Lovel", "Bo Karling"} <= actors(known)


def test_decisions_on_what_came_later_do_not_spoil_an_earlier_view(tmp_path: Path) -> None:
    known = decide(tmp_path, "{kind: same, of: actor, names: [Ada Lovel, Bo Karling]}", as_of="2022-02-01")
    assert not known.actors


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["{kind: same, of: actor, names: [Ada Lovel, Nobody]}"], "“Nobody”, which no article has"),
        (["{kind: hide, of: round, names: [round 9]}"], "“round 9”, which no article has"),
        (["{kind: origin, of: article, names: [a9], value: Wire}"], "“a9”, which no article has"),
        (["{kind: hide, of: topic, names: [harbour]}"], "“harbour”, which no article has"),
        (["{kind: hide, of: finding, names: [abc]}"], "“abc”, which no article has"),
        (["{kind: date, of: actor, names: [Ada Lovel], value: 2022-03-01}"], "cannot be decided of an actor"),
        (["{kind: hide, of: article, names: [a1]}"], "cannot be decided of an article, only date, origin"),
        (["{kind: date, of: round, names: [round 1], value: soon}"], "no date"),
        (["{kind: same, of: actor, names: [Ada Lovel]}"], "two names or more"),
        (["{kind: rename, of: actor, names: [Ada Lovel]}"], "a name and a value"),
        (
            [
                "{kind: same, of: round, names: [round 1, round 2]}",
                "{kind: different, of: round, names: [2022-03-01, planned-after-2022-03-20, 2]}",
            ],
            "contradict each other",
        ),
        (
            [
                "{kind: same, of: topic, names: [truce, ceasefire]}",
                "{kind: different, of: topic, names: [ceasefire, truce]}",
            ],
            "contradict each other",
        ),
    ],
)
def test_refused(tmp_path: Path, lines: list[str], words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        decide(tmp_path, *lines)
