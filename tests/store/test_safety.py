"""No file outside the dossier is written or deleted, whatever a committed file says; modes, links and saves of others are kept."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from generator.render.downloads.tables import table
from generator.store.facts_cache import FactsCache
from generator.store.facts_files import ChangedMeanwhileError, digest_of, dump_facts, save_facts
from generator.store.pages import LIST, is_ours_to_write, write_pages
from generator.store.writing import write_if_changed
from tests.factories import make_file, make_statement

EVIL = ["../../victim", "../victim", "/tmp/victim", "a/../../victim", "C:\\victim", "..\\victim", "", ".", "..", "a//../../victim",
        "facts/one.yml", "dossier.yml", "answers/x.json", ".record.json", "link/victim"]  # fmt: skip


def test_a_committed_list_deletes_nothing_that_is_not_ours(tmp_path: Path) -> None:
    content = tmp_path / "dossier" / "content"
    (content / "facts").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (content / "link").symlink_to(tmp_path / "elsewhere")
    victims = [
        tmp_path / "victim",
        tmp_path / "dossier" / "victim",
        tmp_path / "elsewhere" / "victim",
        content / "facts" / "one.yml",
        content / "dossier.yml",
    ]
    for victim in victims:
        victim.write_text("precious", encoding="utf-8")
    (content / LIST).write_text(json.dumps([*EVIL, str(tmp_path / "victim"), 3, None, ["x"]]), encoding="utf-8")
    write_pages(content, {"index.md": "---\ngenerated: true\n---\n"})
    assert [victim for victim in victims if not victim.exists()] == []


@pytest.mark.parametrize("text", ['{"a": 1}', "[", "[" * 100_000, "null", '"x"', ""])
def test_a_list_of_another_shape_is_no_list(tmp_path: Path, text: str) -> None:
    (tmp_path / LIST).write_text(text, encoding="utf-8")
    assert write_pages(tmp_path, {"index.md": "---\ngenerated: true\n---\n"}).written == ["index.md"]


@pytest.mark.parametrize("name", ["index.md", "rounds/round-1.md", "data/facts.json", "sources/a b.md"])
def test_our_own_names_are_ours(tmp_path: Path, name: str) -> None:
    assert is_ours_to_write(tmp_path, name)


@pytest.mark.parametrize(
    "cell", ["=2+5+cmd|' /C calc'!A0", "=1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "-x", "|x"]
)
def test_a_cell_never_acts(cell: str) -> None:
    assert table(["a"], [[cell]]).splitlines()[1].lstrip('"').startswith("'")


@pytest.mark.parametrize("cell", ["-3", "-3.5", "4", "2022-03-03", "a=b", "word"])
def test_a_plain_cell_stays_plain(cell: str) -> None:
    assert table(["a"], [[cell]]).splitlines()[1] == cell


def test_modes_and_links_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yml", tmp_path / "link.yml"
    real.write_text("old", encoding="utf-8")
    real.chmod(0o600)
    link.symlink_to(real)
    assert write_if_changed(link, "new")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"
    assert real.stat().st_mode & 0o777 == 0o600


def test_what_somebody_saved_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "one.yml"
    save_facts(path, make_file([make_statement()]))
    seen = digest_of(path.read_bytes())
    saved = path.read_text(encoding="utf-8") + "# saved by a person\n"
    path.write_text(saved, encoding="utf-8")
    with pytest.raises(ChangedMeanwhileError):
        save_facts(path, make_file([]), seen)
    assert path.read_text(encoding="utf-8") == saved


def test_a_copy_with_the_same_size_and_time_is_not_believed(tmp_path: Path) -> None:
    path, cache = tmp_path / "one.yml", FactsCache(tmp_path / "cache")
    path.write_text(dump_facts(make_file([make_statement(speaker="minister")])), encoding="utf-8")
    before = path.stat()
    cache.load(path, "one.yml")
    path.write_text(
        path.read_text(encoding="utf-8").replace("speaker: minister", "speaker: monister"), encoding="utf-8"
    )
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    loaded = cache.load(path, "one.yml")
    assert loaded is not None
    assert loaded.facts[0].speaker == "monister"  # type: ignore[union-attr]
