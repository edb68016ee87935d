"""A new dossier has all that the shipped one has, and the program works from a wheel without a checkout."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator import hooks
from generator.scaffolding import FILES, make_dossier
from tests.conftest import ARTICLE

ROOT = Path(__file__).parent.parent


def test_a_new_dossier_is_whole(tmp_path: Path) -> None:
    root = make_dossier(tmp_path / "new", "Dock strike", ["Union", "Operators"])
    made = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    assert {
        "README.md",
        ".gitignore",
        "requirements.txt",
        ".github/workflows/publish.yml",
        "mkdocs.yml",
        "hooks.py",
    } <= made
    assert {"content/dossier.yml", "content/.schemas/dossier.json", "content/.schemas/facts.json"} <= made
    theme = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "site_overrides").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert theme <= made


def test_a_new_dossier_has_the_same_hooks_by_import() -> None:
    source = (ROOT / "generator" / "hooks.py").read_text(encoding="utf-8")
    assert sorted(hooks.__all__) == sorted(re.findall(r"^def (on_\w+)", source, re.MULTILINE))


def test_the_site_is_configured_alike() -> None:
    assert (FILES / "mkdocs.yml").read_text(encoding="utf-8") == (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program unpacked from its wheel, beside nothing of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True, cwd=folder)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "lib")
    return folder / "lib"


def _build(program: Path, dossier: Path) -> dict[str, bytes]:
    environment = {**os.environ, "PYTHONPATH": str(program), "NO_MKDOCS_2_WARNING": "1"}

    def run(*arguments: str) -> None:
        command = [sys.executable, "-m", "generator", *arguments]
        done = subprocess.run(command, cwd=dossier.parent, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    run("new", str(dossier), "--title", "Dock strike", "--party", "Dock workers’ union", "--party", "Port operators")
    (dossier / "seeds" / "one.txt").write_text(ARTICLE, encoding="utf-8")
    run("build", str(dossier))
    files = [path for path in dossier.rglob("*") if path.is_file() and not {".cache", "site"} & set(path.parts)]
    return {path.relative_to(dossier).as_posix(): path.read_bytes() for path in files}


def test_the_wheel_works_without_a_checkout_and_gives_the_same_bytes(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    from_wheel = _build(installed, tmp_path / "a" / "strike")
    from_checkout = _build(ROOT, tmp_path / "b" / "strike")
    assert from_wheel.keys() == from_checkout.keys()
    assert [name for name in from_wheel if from_wheel[name] != from_checkout[name]] == []
    assert (tmp_path / "a" / "strike" / "site" / "index.html").is_file()
