"""`mkdocs serve` alone is enough: one edit gives one rebuild and the page shows it; a broken file gives a message."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.paths import DossierPaths
from generator.scaffolding import make_dossier
from tests.conftest import ARTICLE

REBUILT = "Reloading browsers"


class Server:
    """A running `mkdocs serve` and what it has said so far."""

    def __init__(self, paths: DossierPaths, log: Path) -> None:
        self.paths, self.log = paths, log
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        home = Path(__file__).parent.parent
        environment = {**os.environ, "PYTHONPATH": str(home), "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{self.port}"]
        with log.open("w") as stream:
            self.process = subprocess.Popen(command, cwd=paths.root, stdout=stream, stderr=stream, env=environment)

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def page(self, path: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=10) as answer:
            return answer.read().decode()

    def wait(self, true: Callable[[], bool], seconds: float = 40) -> None:
        deadline = time.monotonic() + seconds
        while not true():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < deadline, self.said()
            time.sleep(0.1)

    def rebuilds_after(self, edit: Callable[[], object]) -> int:
        """How many rebuilds an edit gives, counted until things have been quiet for three seconds."""
        before = self.said().count(REBUILT)
        edit()
        self.wait(lambda: self.said().count(REBUILT) > before)
        time.sleep(3)
        return self.said().count(REBUILT) - before


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    paths = DossierPaths(make_dossier(tmp_path / "strike", "Dock strike", ["Union", "Operators"]))
    (paths.seeds / "one.txt").write_text(ARTICLE, encoding="utf-8")
    running = Server(paths, tmp_path / "log.txt")
    try:
        running.wait(lambda: "Serving on" in running.said())
        yield running
    finally:
        running.process.terminate()
        running.process.wait(timeout=10)


def test_one_edit_gives_one_rebuild_and_a_broken_file_a_message(server: Server) -> None:
    article, settings = server.paths.seeds / "one.txt", server.paths.settings
    facts = server.paths.facts / "one.yml"
    assert "Ada Marsh" in server.page("sources/one/")

    changed = ARTICLE.replace("Ada Marsh", "Ida Stone")
    assert server.rebuilds_after(lambda: article.write_text(changed, encoding="utf-8")) == 1
    assert "Ida Stone" in server.page("sources/one/")

    renamed = settings.read_text(encoding="utf-8").replace("Dock strike", "Harbour strike")
    assert server.rebuilds_after(lambda: settings.write_text(renamed, encoding="utf-8")) == 1
    assert "Harbour strike" in server.page("")

    good = facts.read_text(encoding="utf-8")
    assert server.rebuilds_after(lambda: facts.write_text("article: [", encoding="utf-8")) == 1
    assert "content/facts/one.yml" in server.said()
    assert "Traceback" not in server.said()
    assert server.rebuilds_after(lambda: facts.write_text(good, encoding="utf-8")) == 1
    assert "Ida Stone" in server.page("sources/one/")
