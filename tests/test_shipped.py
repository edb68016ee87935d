"""The shipped dossier: its committed facts and pages are just what its articles give, and it is sound."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.checking import check_dossier
from generator.pages_pipeline import update_dossier
from generator.paths import DossierPaths

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> DossierPaths:
    """A copy of the shipped dossier, made anew from its articles."""
    paths = DossierPaths(tmp_path_factory.mktemp("shipped"))
    for name in ("seeds", "content"):
        shutil.copytree(ROOT / name, paths.root / name)
    update_dossier(paths, force=True)
    return paths


def test_the_committed_facts_and_pages_are_up_to_date(made: DossierPaths) -> None:
    fresh = {path.relative_to(made.content): path for path in made.content.rglob("*") if path.is_file()}
    kept = {path.relative_to(ROOT / "content"): path for path in (ROOT / "content").rglob("*") if path.is_file()}
    assert sorted(fresh) == sorted(kept), "run `make site` and commit what changed under content/"
    changed = [str(name) for name, path in fresh.items() if path.read_bytes() != kept[name].read_bytes()]
    assert not changed, "run `make site` and commit what changed under content/"


def test_making_it_twice_writes_nothing(made: DossierPaths) -> None:
    before = {path: path.stat().st_mtime_ns for path in made.content.rglob("*") if path.is_file()}
    run = update_dossier(made)
    assert (run.extracted, run.written, run.removed) == ([], [], [])
    assert {path: path.stat().st_mtime_ns for path in made.content.rglob("*") if path.is_file()} == before


def test_it_is_sound(made: DossierPaths) -> None:
    assert [str(found) for found in check_dossier(made) if found.level == "error"] == []


def test_what_was_known_on_a_day(made: DossierPaths) -> None:
    update_dossier(made, as_of="2022-03-02")
    home = (made.content / "index.md").read_text(encoding="utf-8")
    assert "2 March 2022" in home
    assert "16 March" not in home
    assert "Arachamija" not in home
    update_dossier(made)
