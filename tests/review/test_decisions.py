"""Decisions: what is written, what is refused, what outlives the next run, and undo to the byte."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.dossier import Dossier
from generator.model.facts import FactsFile
from generator.paths import DossierPaths
from generator.pipeline import update_facts
from generator.review.decisions import ConflictError, DecisionError, Request, Reviewer
from generator.store.facts_files import digest_of
from generator.store.settings import load_settings


@pytest.fixture
def dossier(small: DossierPaths) -> Dossier:
    found = load_settings(small.settings, "content/dossier.yml")
    update_facts(small, found)
    return found


def ask(reviewer: Reviewer, action: str, kind: str = "statement", **fields: Any) -> Any:
    _path, raw, file = reviewer.open("one")
    fact = next(fact for fact in file.facts if fact.kind == kind)
    return reviewer.decide(Request(article="one", fact=fact.id, action=action, **{"digest": digest_of(raw), **fields}))  # type: ignore[arg-type]


def facts(paths: DossierPaths, dossier: Dossier) -> FactsFile:
    (file,) = update_facts(paths, dossier, force=True).facts.values()
    return file


@pytest.mark.usefixtures("dossier")
def test_undo_restores_every_byte_across_decisions(small: DossierPaths) -> None:
    path = small.facts / "one.yml"
    before = path.read_bytes()
    reviewer = Reviewer(small)
    ask(reviewer, "confirm")
    ask(reviewer, "reject", kind="meeting")
    ask(reviewer, "correct", values={"date": "2022-03-07"}, note="see the text")
    for _ in range(3):
        reviewer.decide(Request(article="", fact="", action="undo", digest=""))
    assert path.read_bytes() == before
    with pytest.raises(DecisionError, match="nothing to take back"):
        reviewer.decide(Request(article="", fact="", action="undo", digest=""))


def test_a_decision_outlives_the_next_extraction(small: DossierPaths, dossier: Dossier) -> None:
    reviewer = Reviewer(small)
    corrected = ask(reviewer, "correct", values={"date": "2022-03-07"}).fact
    rejected = ask(reviewer, "reject", kind="meeting").fact
    article = small.seeds / "one.txt"
    article.write_text("A line on top.\n\n" + article.read_text(encoding="utf-8"), encoding="utf-8")
    kept = facts(small, dossier).facts
    assert [fact.evidence[0].text for fact in kept if fact.review == "rejected"] == [rejected.evidence[0].text]
    (again,) = [fact for fact in kept if fact.review == "confirmed"]
    assert again.kind == "statement"
    assert again.date == "2022-03-07"
    assert again.was == corrected.was
    assert again.reviewed_at
    assert again.reviewed_by


@pytest.mark.usefixtures("dossier")
def test_a_change_by_another_hand_is_noticed(small: DossierPaths) -> None:
    reviewer = Reviewer(small)
    path, raw, _ = reviewer.open("one")
    path.write_bytes(raw + b"# an editor was here\n")
    with pytest.raises(ConflictError):
        ask(reviewer, "confirm", digest=digest_of(raw))
    assert path.read_bytes().endswith(b"# an editor was here\n")


@pytest.mark.usefixtures("dossier")
@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("statement", {}),
        ("statement", {"id": "x"}),
        ("statement", {"evidence": []}),
        ("statement", {"content": [{"start": 0, "end": 5, "text": "Never"}]}),
        ("statement", {"content": [{"start": -1, "end": 4, "text": "Never"}]}),
        ("statement", {"content": "words"}),
        ("statement", {"direct": "perhaps"}),
        ("meeting", {"status": "merry"}),
        ("meeting", {"round": "second"}),
    ],
)
def test_values_that_do_not_fit_are_refused(small: DossierPaths, kind: str, values: dict[str, Any]) -> None:
    path = small.facts / "one.yml"
    before = path.read_bytes()
    with pytest.raises(DecisionError):
        ask(Reviewer(small), "correct", kind=kind, values=values)
    assert path.read_bytes() == before


@pytest.mark.usefixtures("dossier")
def test_marked_words_are_read_again_from_the_article(small: DossierPaths) -> None:
    source = (small.seeds / "one.txt").read_text(encoding="utf-8")
    start = source.index("We are ready")
    span = {"start": start, "end": start + 12, "text": "We are ready"}
    made = ask(Reviewer(small), "correct", values={"content": [span]}).fact
    assert [part.text for part in made.content] == ["We are ready"]
    assert made.was is not None
    assert "content" in made.was


@pytest.mark.usefixtures("dossier")
@pytest.mark.parametrize("article", ["../one", "two", "", "one.yml", "/etc/passwd"])
def test_no_path_comes_from_outside(small: DossierPaths, article: str) -> None:
    with pytest.raises(DecisionError):
        Reviewer(small).open(article)
