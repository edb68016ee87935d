"""What `dossier check` says would help most."""

from __future__ import annotations

from generator.advice import advice
from generator.model.dossier import Dossier, Party, Topic
from generator.model.facts import Actor
from tests.factories import make_file, make_statement

FILE = make_file([make_statement()], [Actor(id="peru", name="Peru", kind="state")])


def places(dossier: Dossier) -> list[str | None]:
    return [problem.place for problem in advice(dossier, {"seeds/a1.txt": FILE}, "content/dossier.yml")]


def test_the_three_most_useful_settings_come_first() -> None:
    assert places(Dossier(title="t")) == ["parties", "start", "mediators"]


def test_what_is_set_is_not_asked_for() -> None:
    peru = Party(name="Peru")
    topic = Topic(id="pay", title="Pay", words=["pay"])
    assert places(Dossier(title="t", parties=[peru], start="2026-01-31", mediators=[peru])) == ["topics"]
    assert places(Dossier(title="t", parties=[peru], start="2026-01-31", mediators=[peru], topics=[topic])) == []


def test_an_empty_dossier_is_left_alone() -> None:
    assert advice(Dossier(title="t"), {}, "content/dossier.yml") == []
