"""The pages are plain files, so another builder can take over: Zensical, where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.site.conftest import write_site_source


def test_zensical_builds_the_same_pages(tmp_path: Path) -> None:
    zensical = os.environ.get("ZENSICAL") or shutil.which("zensical")
    if zensical is None:
        pytest.skip("Zensical is not installed")
    write_site_source(tmp_path)
    done = subprocess.run([zensical, "build", "--strict"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    home = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "Where it stands" in home
    assert 'class="footnote-ref"' in home
    pages = {path.relative_to(tmp_path / "content") for path in (tmp_path / "content").rglob("*.md")}
    built = list((tmp_path / "site").rglob("index.html"))
    assert len(built) >= len(pages)
