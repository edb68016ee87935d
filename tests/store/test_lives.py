"""Random lives of a dossier: nothing of a person's is lost, twice is once (the benchmark lives a thousand of them)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.lives import live


@pytest.mark.parametrize("seed", range(12))
def test_nothing_of_a_persons_is_lost(tmp_path: Path, seed: int) -> None:
    assert live(tmp_path / "life", seed) == []
