"""The record of findings: news are told against the last commit, and building twice changes nothing."""

from __future__ import annotations

import subprocess
from pathlib import Path

from generator.model.dossier import Dossier
from generator.model.knowledge import Finding, Knowledge
from generator.paths import DossierPaths
from generator.store.record import baseline_for, update_record


def know(*values: str) -> Knowledge:
    findings = [
        Finding(
            id=v,
            kind="event",
            subject="s",
            aspect="event",
            value=v,
            verdict="single origin",
            variants=[],
            origins=[],
            rule="",
        )
        for v in values
    ]
    return Knowledge(dossier=Dossier(title="x"), as_of="2022-03-03", findings=findings)


def names(knowledge: Knowledge | None) -> list[str] | None:
    return [finding.id for finding in knowledge.findings] if knowledge else None


def test_without_git_the_baseline_is_the_build_before(tmp_path: Path) -> None:
    paths = DossierPaths(tmp_path)
    assert baseline_for(paths, know("a")) is None
    update_record(paths, know("a"))
    assert baseline_for(paths, know("a")) is None
    assert names(baseline_for(paths, know("a", "b"))) == ["a"]
    update_record(paths, know("a", "b"))
    before = paths.record.read_bytes()
    assert names(baseline_for(paths, know("a", "b"))) == ["a"]
    update_record(paths, know("a", "b"))
    assert paths.record.read_bytes() == before


def test_with_git_the_baseline_is_the_last_commit(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *words], cwd=tmp_path, check=True)

    paths = DossierPaths(tmp_path)
    git("init", "-q")
    update_record(paths, know("a"))
    git("add", ".")
    git("commit", "-qm", "first")
    for values in ("a", "b"), ("a", "b", "c"):
        update_record(paths, know(*values))
        assert names(baseline_for(paths, know(*values))) == ["a"]
    git("commit", "-qam", "second")
    assert names(baseline_for(paths, know("a", "b", "c"))) == ["a"]
    assert names(baseline_for(paths, know("a", "b", "c", "d"))) == ["a", "b", "c"]
