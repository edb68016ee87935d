"""Asking about a whole dossier: once, kept, resumed, refused with reasons; and answers taken in by hand."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

from generator.asking import ask_reader, plan_reading, prompt_text, reader_named, take_answer
from generator.errors import DossierError, SettingsError
from generator.model.dossier import Dossier, Reader
from generator.paths import DossierPaths
from generator.pipeline import update_facts
from generator.readers.prompt import prompts_for
from generator.store.settings import load_settings
from tests.readers.server import ANSWER, model_server


def with_reader(paths: DossierPaths, address: str, **fields: object) -> Dossier:
    reader = Reader.model_validate({"name": "local", "address": address, "model": "small", **fields})
    return load_settings(paths.settings, "content/dossier.yml").model_copy(update={"readers": [reader]})


def test_nobody_is_asked_twice_and_the_bytes_stay(small: DossierPaths) -> None:
    with model_server() as (address, played):
        dossier = with_reader(small, address)
        first = ask_reader(small, dossier, dossier.readers[0], [])
        update_facts(small, dossier)
        before = {path: path.read_bytes() for path in small.content.rglob("*") if path.is_file()}
        second = ask_reader(small, dossier, dossier.readers[0], [])
        update_facts(small, dossier)
    assert (len(first.asked), second.kept, len(played.bodies)) == (1, 1, 1)
    assert first.tokens_in == 1200
    assert {path: path.read_bytes() for path in small.content.rglob("*") if path.is_file()} == before


def test_another_model_or_another_article_is_asked_anew(small: DossierPaths) -> None:
    with model_server() as (address, played):
        dossier = with_reader(small, address)
        ask_reader(small, dossier, dossier.readers[0], [])
        other = with_reader(small, address, model="large")
        ask_reader(small, other, other.readers[0], [])
        article = small.seeds / "one.txt"
        article.write_text(article.read_text(encoding="utf-8") + "\nNobody else spoke at all.\n", encoding="utf-8")
        ask_reader(small, other, other.readers[0], [])
    assert len(played.bodies) == 3


def test_a_dry_run_asks_nobody(small: DossierPaths) -> None:
    with model_server() as (address, played):
        dossier = with_reader(small, address)
        (plan,) = plan_reading(small, dossier, dossier.readers[0], [])
    assert (plan.file, plan.pieces, played.bodies) == ("seeds/one.txt", 1, [])
    assert address in plan.address
    assert not small.answers.exists()


def test_what_a_model_alone_finds_waits_and_what_both_find_says_so(small: DossierPaths) -> None:
    with model_server() as (address, _):
        dossier = with_reader(small, address)
        ask_reader(small, dossier, dossier.readers[0], [])
    (facts,) = update_facts(small, dossier).facts.values()
    hands = [{fact.by, *fact.also_by} for fact in facts.facts if fact.kind == "statement"]
    assert any("reader:local" in hand and len(hand) == 2 for hand in hands)


def test_the_key_comes_from_the_environment_and_goes_nowhere(
    small: DossierPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    with model_server() as (address, played):
        dossier = with_reader(small, address, key="DOSSIER_TEST_KEY")
        with pytest.raises(SettingsError, match="DOSSIER_TEST_KEY is not set"):
            ask_reader(small, dossier, dossier.readers[0], [])
        monkeypatch.setenv("DOSSIER_TEST_KEY", "very-secret")
        ask_reader(small, dossier, dossier.readers[0], [])
    assert played.headers[0]["authorization"] == "Bearer very-secret"
    assert not [path for path in small.root.rglob("*") if path.is_file() and b"very-secret" in path.read_bytes()]


def test_a_failing_server_is_reported_article_by_article(small: DossierPaths) -> None:
    (small.seeds / "two.txt").write_text((small.seeds / "one.txt").read_text(encoding="utf-8"), encoding="utf-8")
    with model_server("forbidden", "good") as (address, _):
        dossier = with_reader(small, address)
        done = ask_reader(small, dossier, dossier.readers[0], [])
    assert [problem.file for problem in done.problems] == ["seeds/one.txt"]
    assert done.asked == ["seeds/two.txt"]


def test_a_prompt_and_an_answer_by_hand(small: DossierPaths) -> None:
    dossier = load_settings(small.settings, "content/dossier.yml")
    prompt = prompt_text(small, dossier, Path("one.txt"))
    assert "[3] “We are ready" in prompt or '[3] "We are ready' in prompt
    assert "Dock workers’ union; Port operators" in prompt
    taken = take_answer(small, dossier, Path("one.txt"), "Here it is:\n" + json.dumps(ANSWER))
    assert (taken.grounded, taken.path.name) == (1, "one.hand.json")
    (facts,) = update_facts(small, dossier).facts.values()
    assert any("reader:hand" in {fact.by, *fact.also_by} for fact in facts.facts)


def test_an_answer_of_which_nothing_stands_in_the_article_is_not_kept(small: DossierPaths) -> None:
    dossier = load_settings(small.settings, "content/dossier.yml")
    with pytest.raises(DossierError, match="nothing of this answer came in"):
        take_answer(small, dossier, Path("one.txt"), "I would rather not.")
    assert not small.answers.exists()


def test_a_broken_answer_file_is_named_and_costs_nothing(small: DossierPaths) -> None:
    small.answers.mkdir()
    (small.answers / "one.local.json").write_text("{", encoding="utf-8")
    run = update_facts(small, load_settings(small.settings, "content/dossier.yml"))
    assert [problem.file for problem in run.problems] == ["content/answers/one.local.json"]
    assert run.facts


def test_which_reader_is_meant() -> None:
    local, other = Reader(name="a", address="http://127.0.0.1/v1"), Reader(name="b", address="http://127.0.0.1/v1")
    assert reader_named(Dossier(title="t", readers=[local]), None) is local
    assert reader_named(Dossier(title="t", readers=[local, other]), "b") is other
    for dossier in (Dossier(title="t"), Dossier(title="t", readers=[local, other])):
        with pytest.raises(SettingsError):
            reader_named(dossier, None)


def test_long_articles_go_in_pieces_that_overlap() -> None:
    sentences = [f"Sentence number {number} says little." for number in range(1, 101)]
    pieces = prompts_for(sentences, Dossier(title="t"), None, limit=1000)
    assert pieces[0].first == 1
    assert pieces[-1].last == 100
    assert all(later.first <= earlier.last for earlier, later in itertools.pairwise(pieces))
    assert all("[100] Sentence number 100" in piece.prompt or piece.last < 100 for piece in pieces)


def test_another_language_is_read_where_a_reader_reads_it(small: DossierPaths) -> None:
    text = (
        "Die Gewerkschaft der Hafenarbeiter erklärte, dass sie am Dienstag nicht an den Verhandlungen teilnehmen werde. "
        "„Wir sind bereit, den Vertrag zu unterzeichnen“, sagte die Vorsitzende Ada Marsh nach dem Treffen in der Stadt. "
        "Die Betreiber haben den Vorschlag der Gewerkschaft noch nicht angenommen und wollen sich in der Woche äußern.\n"
    )
    (small.seeds / "one.txt").write_text(text, encoding="utf-8")
    refused = update_facts(small, load_settings(small.settings, "content/dossier.yml"))
    assert "German" in str(refused.problems[0])
    dossier = with_reader(small, "http://127.0.0.1/v1", languages=["de"])
    row = {
        "words": "Wir sind bereit, den Vertrag zu unterzeichnen",
        "speaker": "Ada Marsh",
        "translation": "We are ready to sign the contract",
    }
    answer = {"actors": [{"name": "Ada Marsh", "kind": "person"}], "statements": [row]}
    take_answer(small, dossier, Path("one.txt"), json.dumps(answer), "local")
    (facts,) = update_facts(small, dossier).facts.values()
    assert facts.article.language == "de"
    (fact,) = facts.facts
    assert (fact.translation, fact.review) == ("We are ready to sign the contract", "proposed")
