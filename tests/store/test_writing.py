"""Atomic writing."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.store import writing
from generator.store.writing import write_if_changed


def test_a_killed_run_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.md"
    write_if_changed(path, "old")

    def killed(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing.os, "fsync", killed)
    with pytest.raises(KeyboardInterrupt):
        write_if_changed(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert [found.name for found in tmp_path.iterdir()] == ["page.md"]


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    write_if_changed(tmp_path / "a", "one\r\ntwo\n")
    assert (tmp_path / "a").read_bytes() == b"one\r\ntwo\n"
