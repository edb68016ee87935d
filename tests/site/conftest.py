"""The site of the sample, built by MkDocs with the project's own settings, for the web and for a disk."""

from __future__ import annotations

import functools
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.render import render_pages
from tests.render.sample import sample_knowledge

ROOT = Path(__file__).parents[2]
CHROMIUM = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

AXE = "4.14.1"
"""The version of axe-core that the pages are tested with."""

HOOKS = """
import sys
sys.path.insert(0, {root!r})
from pathlib import Path
from generator.hooks import on_page_content, on_page_context, on_post_build, on_post_page, on_post_template
from generator.render.navigation import navigation
from generator.store.pages import front_matters

def on_config(config):
    pages = front_matters(Path(config.docs_dir))
    config.nav = navigation(pages)
    config.site_name = pages["index.md"]["title"]
"""
"""The project's hooks, for pages that are there already."""


def write_site_source(folder: Path) -> None:
    """Pages of the sample, and mkdocs.yml with hooks that make no pages of their own."""
    for path, text in render_pages(sample_knowledge(), version="0.0.0").items():
        target = folder / "content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(str(text), encoding="utf-8")
    (folder / "hooks.py").write_text(HOOKS.format(root=str(ROOT)), encoding="utf-8")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("generator/hooks.py", "hooks.py").replace(
        "custom_dir: site_overrides", f"custom_dir: {ROOT / 'site_overrides'}"
    )
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")


def build(folder: Path, out: Path, *, offline: bool) -> subprocess.CompletedProcess[str]:
    """`mkdocs build --strict`."""
    environment = {
        **os.environ, "OFFLINE": str(offline).lower(), "SITE_URL": "" if offline else "http://127.0.0.1/",
        "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true",
    }  # fmt: skip
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(out)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def built(folder: Path, *, offline: bool) -> Path:
    """The site of the sample, built strictly below `folder`."""
    write_site_source(folder)
    done = build(folder, folder / "site", offline=offline)
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline site of the sample."""
    return built(tmp_path_factory.mktemp("dossier"), offline=True)


@pytest.fixture(scope="session")
def web_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample for the web: clean addresses, real workers."""
    return built(tmp_path_factory.mktemp("web"), offline=False)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium of this machine; the tests are skipped without one, but not in CI."""
    found = next((path for path in CHROMIUM if Path(path).exists()), None)
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium on this machine: .ci/run installs one")
        pytest.skip("no Chromium on this machine")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, from npm, kept in `.cache/axe` (never committed); empty where it cannot be had."""
    folder = ROOT / ".cache" / "axe"
    script = folder / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists():
        folder.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--silent", f"axe-core@{AXE}"]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=120)
        except (OSError, subprocess.SubprocessError):
            return ""
    return script.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def server(web_site: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(web_site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
