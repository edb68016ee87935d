"""Facts files: a round trip, and errors that name file, place and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.errors import FactsError
from generator.store.facts_cache import FactsCache
from generator.store.facts_files import broken_spans, dump_facts, load_facts, parse_facts, save_facts
from tests.factories import TEXT, make_file


def test_a_facts_file_reads_back_as_written() -> None:
    file = make_file()
    assert parse_facts(dump_facts(file), "x.yml") == file


def test_a_general_reader_reads_the_same() -> None:
    data = yaml.safe_load(dump_facts(make_file()))
    assert (
        data["facts"][0]["evidence"][0]["text"]
        == TEXT[data["facts"][0]["evidence"][0]["start"] :][: len("the talks would go on")]
    )


def test_saving_twice_writes_once(tmp_path: Path) -> None:
    path = tmp_path / "a1.yml"
    assert save_facts(path, make_file())
    assert not save_facts(path, make_file())


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("kind: statement", "kind: rumour"), r"facts\[0\].*rumour"),
        (("stance: demands", "stance: shouts"), r"facts\[1\].*stance"),
        (("facts:", "facts: ["), "no valid YAML"),
        (("start: 18", "start: 17"), r"facts\[0\].*do not span"),
        (("speaker: minister", "speaker: minister\n    loudness: 3"), "loudness"),
    ],
    ids=["unknown kind", "unknown stance", "broken YAML", "wrong offset", "unknown field"],
)
def test_a_faulty_file_is_refused_with_its_place(change: tuple[str, str], expected: str) -> None:
    text = dump_facts(make_file())
    assert change[0] in text
    with pytest.raises(FactsError, match=expected) as caught:
        parse_facts(text.replace(*change, 1), "content/facts/a1.yml")
    assert str(caught.value).startswith("content/facts/a1.yml: ")


def test_an_offset_that_does_not_hold_is_named() -> None:
    file = make_file()
    assert broken_spans(file, TEXT) == []
    assert broken_spans(file, "x" + TEXT)[0].startswith("facts[0]")


def test_the_cache_gives_what_the_file_says(tmp_path: Path) -> None:
    cache, path = FactsCache(tmp_path / "cache"), tmp_path / "a1.yml"
    assert cache.load(path, "a1.yml") is None
    save_facts(path, make_file())
    assert cache.load(path, "a1.yml") == cache.load(path, "a1.yml") == load_facts(path, "a1.yml")
    save_facts(path, make_file([]))
    assert cache.load(path, "a1.yml") == make_file([])
