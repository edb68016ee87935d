"""What goes wrong on a real disk: every case gives one clear line, the rest is done, and nothing is overwritten."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest

from generator import cli
from generator.checking import check_dossier
from generator.errors import DossierError
from generator.extraction_jobs import Job
from generator.pages_pipeline import update_dossier
from generator.paths import DossierPaths
from generator.scaffolding import make_dossier
from generator.store import writing
from tests.conftest import ARTICLE

NAMES = [
    "with space.txt", "ümläut.txt", "🎉.txt", "quote\"'.txt", "new\nline.txt", "<script>alert(1)<.txt", "index.txt", "README.txt",
    "con.txt", "{{ x }}.md", "a&b.html", "%41.txt", "-dash.txt", "b" * 200 + ".txt",
]  # fmt: skip
PASSED_OVER = [".hidden.txt", "one.txt~", "one.txt.bak", "#one.txt#", ".one.txt.swp"]


def add(small: DossierPaths, name: str, text: str = "") -> Path:
    path = small.seeds / name
    path.write_text(text or ARTICLE.replace("Dover", f"Dover {len(list(small.seeds.iterdir()))}"), encoding="utf-8")
    return path


def test_odd_file_names_are_articles_like_others(small: DossierPaths) -> None:
    for name in NAMES:
        add(small, name)
    run = update_dossier(small)
    assert run.problems == []
    assert len(run.facts) == len(NAMES) + 1
    home = (small.content / "sources" / "index.md").read_text(encoding="utf-8")
    assert "# Sources" in home
    assert len(list((small.content / "sources").glob("*.md"))) == len(NAMES) + 2
    assert "<script>" not in "".join(path.read_text(encoding="utf-8") for path in small.content.rglob("*.md"))
    assert [str(each) for each in check_dossier(small) if each.level == "error"] == []


def test_backups_and_hidden_files_are_passed_over(small: DossierPaths) -> None:
    for name in PASSED_OVER:
        add(small, name)
    run = update_dossier(small)
    assert list(run.facts) == ["seeds/one.txt"]
    assert run.problems == []


def test_folders_and_links_to_nothing_are_named(small: DossierPaths) -> None:
    (small.seeds / "folder.txt").mkdir()
    (small.seeds / "broken.txt").symlink_to(small.root / "nowhere.txt")
    run = update_dossier(small)
    assert list(run.facts) == ["seeds/one.txt"]
    assert [problem.file for problem in run.problems] == ["seeds/broken.txt", "seeds/folder.txt"]


def test_a_full_disk_is_named_and_costs_no_old_file(small: DossierPaths, monkeypatch: pytest.MonkeyPatch) -> None:
    update_dossier(small)
    before = {path: path.read_bytes() for path in small.content.rglob("*") if path.is_file()}
    add(small, "two.txt")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    (problem,) = update_dossier(small).problems
    assert "No space left on device" in str(problem)
    assert {path: path.read_bytes() for path in small.content.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", ["content/facts/one.yml", "content/index.md"])
def test_a_folder_in_the_place_of_a_file_is_named(small: DossierPaths, name: str) -> None:
    (small.root / name).mkdir(parents=True)
    try:
        said = "; ".join(str(problem) for problem in update_dossier(small).problems)
    except DossierError as error:
        said = str(error)
    assert name in said
    assert "irectory" in said


def test_what_was_finished_before_ctrl_c_is_kept(small: DossierPaths, monkeypatch: pytest.MonkeyPatch) -> None:
    add(small, "two.txt")
    jobs = sys.modules["generator.extraction_jobs"]
    real = jobs.run_job

    def stopped(job: Job) -> object:
        if job.name.endswith("two.txt"):
            raise KeyboardInterrupt
        return real(job)

    monkeypatch.setattr(jobs, "run_job", stopped)
    with pytest.raises(KeyboardInterrupt):
        update_dossier(small)
    assert [path.name for path in small.facts.iterdir()] == ["one.yml"]
    monkeypatch.undo()
    assert update_dossier(small).extracted == ["seeds/two.txt"]


def test_ctrl_c_says_what_became_of_the_work(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped() -> None:
        raise SystemExit(130)

    monkeypatch.setattr(cli, "app", stopped)
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert caught.value.code == 130
    assert "what was finished is kept" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_needs_no_cache(small: DossierPaths) -> None:
    (small.root / ".cache").write_text("in the way", encoding="utf-8")
    assert update_dossier(small).problems == []
    assert update_dossier(small).extracted == []


@pytest.mark.parametrize(
    ("decision", "says"),
    [
        ("{kind: date, names: [Ada Marsh], value: 2022-03-04}", "cannot be decided of an actor"),
        ("{kind: origin, names: [Ada Marsh], value: AP}", "cannot be decided of an actor"),
        ("{kind: same, names: [Ada Marsh]}", "two names or more"),
        ("{kind: same, names: [Ada Marsh, Nobody]}", "“Nobody”, which no article has"),
        ("{kind: date, of: article, names: [one.txt], value: soon}", "“soon” is no date"),
        ("{kind: merge, names: [a]}", "kind: Input should be 'same'"),
    ],
)
def test_a_decision_that_cannot_be_followed_is_refused_and_nothing_is_written(
    small: DossierPaths, decision: str, says: str
) -> None:
    update_dossier(small)
    before = {path: path.read_bytes() for path in small.content.rglob("*.md")}
    text = small.settings.read_text(encoding="utf-8")
    small.settings.write_text(f"{text}decisions:\n  - {decision}\n", encoding="utf-8")
    with pytest.raises(DossierError) as caught:
        update_dossier(small)
    assert says in str(caught.value)
    assert str(caught.value).startswith("content/dossier.yml: decisions[0]")
    assert {path: path.read_bytes() for path in small.content.rglob("*.md")} == before
    [first, *_] = check_dossier(small)
    assert says in str(first)


def test_check_names_stale_pages_orphans_and_dates_that_are_none(small: DossierPaths) -> None:
    update_dossier(small)
    assert [each for each in check_dossier(small) if each.level == "error"] == []
    (small.content / "timeline.md").unlink()
    (small.facts / "gone.yml").write_text((small.facts / "one.yml").read_text(encoding="utf-8"), encoding="utf-8")
    said = "\n".join(str(each) for each in check_dossier(small))
    assert "content/timeline.md: is older than the facts" in said
    assert "content/facts/gone.yml: its article is no longer in seeds/" in said
    facts = small.facts / "one.yml"
    facts.write_text(facts.read_text(encoding="utf-8").replace('date: "2022-03-08"', "date: soon"), encoding="utf-8")
    said = "\n".join(str(each) for each in check_dossier(small))
    assert "article.published: “soon” is no date" in said
    assert "facts[0]: “soon” is no date" in said


def test_check_groups_what_many_files_have_in_common(small: DossierPaths) -> None:
    for name in ("two.txt", "three.txt", "four.txt"):
        add(small, name)
    update_dossier(small)
    small.settings.write_text(small.settings.read_text(encoding="utf-8") + "start: 2022-01-01\n", encoding="utf-8")
    stale = [str(each) for each in check_dossier(small) if "older than the article" in str(each)]
    assert len(stale) == 1
    assert "4 files" in stale[0]


@pytest.mark.parametrize("parties", [["A", "A"], [""], [" "]])
def test_a_new_dossier_takes_each_party_once(tmp_path: Path, parties: list[str]) -> None:
    with pytest.raises(DossierError, match="party"):
        make_dossier(tmp_path / "new", "Title", parties)
    assert not (tmp_path / "new").exists()
