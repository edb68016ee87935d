"""What a person writes by hand: facts with words alone, fields left empty, names without quotation marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import FactsError, SettingsError
from generator.store.facts_files import broken_spans, dump_facts, load_facts
from generator.store.settings import load_settings
from tests.factories import TEXT, make_file


def written(root: Path, fact: str) -> Path:
    """A facts file with one more fact, beside its article."""
    article, path = root / "seeds" / "a1.txt", root / "content" / "facts" / "a1.yml"
    for each in (article, path):
        each.parent.mkdir(parents=True, exist_ok=True)
    article.write_text(TEXT, encoding="utf-8")
    path.write_text(dump_facts(make_file()).replace("facts:\n", f"facts:\n{fact}\n", 1), encoding="utf-8")
    return path


def test_words_alone_are_found_and_the_fact_is_signed(tmp_path: Path) -> None:
    path = written(tmp_path, "  - {kind: statement, speaker: nobody, evidence: [{text: Nobody  else spoke}]}")
    facts = load_facts(path, "a1.yml")
    assert facts.facts[0].evidence[0].text == "Nobody else spoke"
    assert facts.facts[0].by == "editor"
    assert len(facts.facts[0].id) == 6
    assert broken_spans(facts, TEXT) == []


@pytest.mark.parametrize(
    ("words", "says"),
    [("The", "stand 2 times"), ("never said", "do not stand"), ("''", "do not stand"), ("on", "stand [0-9]+ times")],
)
def test_words_that_are_not_found_once_are_refused(tmp_path: Path, words: str, says: str) -> None:
    path = written(tmp_path, f"  - {{kind: statement, evidence: [{{text: {words}}}]}}")
    with pytest.raises(FactsError, match=rf"facts\[0\].evidence\[0\]: .*{says}"):
        load_facts(path, "a1.yml")


def test_a_fact_without_evidence_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match="evidence"):
        load_facts(written(tmp_path, "  - {kind: statement, evidence: []}"), "a1.yml")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title:\n", "title: this field is missing"),
        ("title: ' '\n", "title: .*at least 1 character"),
        ("title: x\nparties: [{name: ''}]\n", r"parties\[0\].name: .*at least 1 character"),
        ("title: x\nparty: [A]\n", "party: there is no such field"),
        ("title: x\nstart: soon\n", "“soon” is no date"),
        ("title: x\nstart: 2022-02-30\n", "start: day"),
        ("title: x\ntitle: y\n", "stands here twice"),
        ("title: [x]\n", "title: Input should be a valid string"),
    ],
)
def test_settings_that_cannot_be_used_are_named(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "dossier.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=says) as caught:
        load_settings(path, "content/dossier.yml")
    assert "\n" not in str(caught.value)


def test_settings_are_read_as_a_person_means_them(tmp_path: Path) -> None:
    path = tmp_path / "dossier.yml"
    text = "\ufefftitle: 1938\r\nparties: [Norway, {name: no, aliases: }]\r\ntopics:\r\nactors: [{name: 007}]\r\nstart: 2022-02-24\r\n"
    path.write_bytes(text.encode())
    dossier = load_settings(path, "content/dossier.yml")
    assert dossier.title == "1938"
    assert [party.name for party in dossier.parties] == ["Norway", "no"]
    assert [actor.name for actor in dossier.actors] == ["007"]
    assert dossier.start == "2022-02-24"
