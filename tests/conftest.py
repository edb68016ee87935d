"""Fixtures that many tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from generator.paths import DossierPaths

# A loaded machine is slow, which is no fault of the code; in CI the same examples are tried each time.
settings.register_profile("project", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("project")

ARTICLE = """Ministers met union leaders on Tuesday

LONDON, 8 March 2022 (Reuters) - The dock workers' union said on Tuesday that it would accept a pay rise of 5 percent.

"We are ready to sign today," union leader Ada Marsh told reporters after the second round of talks in Dover.

The port operators rejected the demand for shorter hours. They said the talks would go on next week.
"""


@pytest.fixture
def small(tmp_path: Path) -> DossierPaths:
    """A dossier of one article."""
    paths = DossierPaths(tmp_path / "small")
    paths.seeds.mkdir(parents=True)
    paths.facts.mkdir(parents=True)
    settings = "title: Dock strike\nparties:\n  - name: Dock workers’ union\n  - name: Port operators\n"
    paths.settings.write_text(settings, encoding="utf-8")
    (paths.seeds / "one.txt").write_text(ARTICLE, encoding="utf-8")
    return paths
