"""Every kind of decision, from the lines of `content/dossier.yml` to what a reader is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import SettingsError
from generator.merge import merge_facts
from generator.merge.idle import idle_decisions
from generator.model.dossier import Dossier
from generator.model.evidence import Evidence
from generator.model.facts import FactsFile, Role
from generator.model.knowledge import Knowledge, Round
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


def dossier_of(tmp_path: Path, *lines: str, extra: str = "") -> Dossier:
    """Settings with decisions as a person writes them."""
    path = tmp_path / "dossier.yml"
    decisions = "".join(f"  - {line}\n" for line in lines) or "  []\n"
    path.write_text(f"title: Talks\nparties: [Russia, Ukraine]\n{extra}decisions:\n{decisions}", encoding="utf-8")
    return load_settings(path, "content/dossier.yml")


def decide(tmp_path: Path, *lines: str, as_of: str | None = None) -> Knowledge:
    """Knowledge of the three articles under decisions as a person writes them."""
    return merge_facts(_articles(), dossier_of(tmp_path, *lines), as_of=as_of)


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


def one_round(known: Knowledge, day: str) -> Round:
    return next(one for one in known.rounds if one.date == day)


def test_values_of_a_round(tmp_path: Path) -> None:
    known = decide(
        tmp_path,
        "{kind: place, of: round, names: [round 1], value: Minsk}",
        "{kind: number, of: round, names: [2022-03-01], value: 7}",
        "{kind: state, of: round, names: [round-2022-03-01], value: cancelled}",
        '{kind: outcome, of: round, names: ["a1: round 1"], value: "agreement:prisoners"}',
        "{kind: outcome, of: round, names: [Round 1], value: will-meet-again}",
    )
    one = one_round(known, "2022-03-01")
    assert (one.place, one.number, one.title, one.status) == ("Minsk", 7, "Round 7", "cancelled")
    assert one.outcomes == ["agreement:prisoners", "will-meet-again"]
    place = next(f for f in known.findings if f.aspect == "place" and f.subject == one.id)
    assert {variant.value: variant.standing for variant in place.variants} == {"Minsk": "held", "Gomel": "superseded"}
    assert not decide(tmp_path, "{kind: outcome, of: round, names: [round 1], value: none}").rounds[0].outcomes


ON_ONE_ROUND = [
    "{kind: date, of: round, names: [round 2], value: 2022-03-25}",
    "{kind: number, of: round, names: [round-2022-03-25], value: 3}",
    "{kind: rename, of: round, names: [round 3], value: The Oslo round}",
    "{kind: state, of: round, names: [The Oslo round], value: postponed}",
    "{kind: place, of: round, names: [planned-after-2022-03-20], value: Oslo}",
]


@pytest.mark.parametrize("turn", range(5))
def test_decisions_hold_at_once_and_in_every_order(tmp_path: Path, turn: int) -> None:
    """Each may call the round by what another decision made of it."""
    known = decide(tmp_path, *ON_ONE_ROUND[turn:], *ON_ONE_ROUND[:turn])
    one = one_round(known, "2022-03-25")
    assert (one.title, one.number, one.status, one.place) == ("The Oslo round", 3, "postponed", "Oslo")


def test_a_fact_id_names_a_round_whose_date_was_decided(tmp_path: Path) -> None:
    fact = next(fact.id for fact in _articles()[2].facts if getattr(fact, "round", None) == 2)
    known = decide(
        tmp_path,
        "{kind: date, of: round, names: [round 2], value: 2022-03-25}",
        f"{{kind: rename, of: round, names: ['{fact}'], value: The next}}",
    )
    assert one_round(known, "2022-03-25").title == "The next"


def test_names_that_pages_show(tmp_path: Path) -> None:
    renamed = "{kind: rename, of: actor, names: [Bo Karling], value: B. K.}"
    assert "B. K." not in actors(decide(tmp_path, "{kind: hide, of: actor, names: [B. K.]}", renamed))
    titled = decide(tmp_path, "{kind: hide, of: topic, names: [Ceasefire]}")
    assert [topic.id for topic in titled.topics] == ["truce"]


def test_an_actor_may_be_called_by_any_words_that_stand_for_it(tmp_path: Path) -> None:
    first = article("b1", "2022-03-02", CAST, [])
    first.actors[3].mentions.append(Evidence(start=40, end=51, text="the adviser"))
    settings = dossier_of(tmp_path, "{kind: same, of: actor, names: [Ada Lovel, the adviser]}")
    assert len([actor for actor in merge_facts([first], settings).actors if actor.kind == "person"]) == 1


def test_what_one_article_runs_together_is_taken_apart(tmp_path: Path) -> None:
    """“Ada Lovel, the spokeswoman … Eva Lovel said”: a person says that these are two."""
    file = article(
        "b1", "2022-03-02", CAST, [{"kind": "statement", "speaker": "Ada Lovel", "words": "no deal is near"}]
    )
    own, other = Evidence(start=100, end=109, text="Ada Lovel"), Evidence(start=300, end=309, text="Eva Lovel")
    ada, said = file.actors[2], file.facts[0]
    ada.mentions = [own, other]
    ada.roles = [Role(title="spokesman", evidence=Evidence(start=310, end=319, text="spokesman"))]
    file.facts = [said.model_copy(update={"source": other})]
    settings = dossier_of(tmp_path, "{kind: different, of: actor, names: [Ada Lovel, Eva Lovel]}")
    known = merge_facts([file], settings)
    by_name = {actor.name: actor for actor in known.actors}
    assert [alias.text for alias in by_name["Ada Lovel"].aliases] == ["Ada Lovel"]
    assert not by_name["Ada Lovel"].roles
    assert [role.title for role in by_name["Eva Lovel"].roles] == ["spokesman"]
    assert next(f for f in known.findings if f.kind == "statement").actors == [by_name["Eva Lovel"].id]


def test_an_actor_that_is_introduced_without_a_side_has_none(tmp_path: Path) -> None:
    for more in ("", ", side: null"):
        settings = dossier_of(tmp_path, extra=f"actors: [{{name: Ada Lovel{more}}}]\n")
        assert {a.name: a.side for a in merge_facts(_articles(), settings).actors}["Ada Lovel"] is None


def test_own_topics_may_be_the_only_ones(tmp_path: Path) -> None:
    topics = "topics: [{id: ceasefire, title: Ceasefire, words: [ceasefire]}]\n"
    assert len(merge_facts(_articles(), dossier_of(tmp_path, extra=topics)).topics) == 2
    exclusive = merge_facts(_articles(), dossier_of(tmp_path, extra=f"{topics}exclusive_topics: true\n"))
    assert [topic.id for topic in exclusive.topics] == ["ceasefire"]


def test_what_has_no_effect_is_said(tmp_path: Path) -> None:
    settings = dossier_of(
        tmp_path,
        "{kind: same, of: actor, names: [Ada Lovel, Ada Lovell]}",
        "{kind: rename, of: actor, names: [Bo Karling], value: B. K.}",
    )
    said = [str(problem) for problem in idle_decisions(_articles(), settings)]
    assert len(said) == 1
    assert "“same” on “Ada Lovel”, “Ada Lovell” has no effect" in said[0]
    assert "“Ada Lovell” is Ada Lovel" in said[0]


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
        (["{kind: number, of: round, names: [round 1], value: first}"], "no number of a round"),
        (["{kind: state, of: round, names: [round 1], value: over}"], "no state of a round; write one of planned"),
        (["{kind: place, of: article, names: [a1], value: Oslo}"], "cannot be decided of an article"),
        (["{kind: hide, of: actor, names: [Ada Lowel]}"], "Did you mean “Ada Lovel”"),
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
