"""What `dossier explain` shows of a sentence that holds no fact, and that each rule's label is found with one search."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.extract.explain import explain
from generator.extract.language import analyse, extract_article
from generator.model.dossier import Dossier
from generator.read import read_article
from tests.extract.articles import make_article

ROOT = Path(__file__).parent.parent.parent
SOURCES = [
    path.read_text(encoding="utf-8") for path in (ROOT / "generator").rglob("*") if path.suffix in {".py", ".yml"}
]


def seen(text: str) -> list[str]:
    layers = analyse(make_article(text, "2026-03-03"), Dossier(title="x"), trace=True)
    return [line for sentence in explain(layers) for line in sentence.seen]


def test_a_sentence_without_a_fact_shows_tags_arcs_verbs_and_rows() -> None:
    lines = seen("The rebels may attack the port if the talks fail.")
    assert lines[0].startswith("tags: The/DT rebels/NNS may/MD attack/VB")
    assert "attack —nsubj→ rebels" in lines[1]
    assert "attack —advcl(if)→ fail" in lines[1]
    assert lines[2] == "verbs: may attack: possible; fail: conditional"
    refused = [line for line in lines[3:] if "“attack”" in line and "refused" in line]
    assert refused
    assert "possible" in refused[-1]


def test_a_sentence_with_a_fact_shows_none_of_it() -> None:
    assert seen("On Monday the army shelled the port of Veld, killing four people.") == []


def test_no_trace_is_kept_unless_asked_for() -> None:
    assert analyse(make_article("The rebels may attack the port."), Dossier(title="x")).tried is None


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.txt")), ids=lambda path: path.stem)
def test_each_label_is_found_with_one_search(path: Path) -> None:
    dossier = Dossier(title="x")
    facts = extract_article(read_article(path, f"seeds/{path.name}", dossier), dossier)
    labels = {label for fact in facts.facts for label in (fact.by, *fact.made_by.values()) if label}
    assert labels
    lost = sorted(label for label in labels if not any(label in source for source in SOURCES))
    assert lost == []
