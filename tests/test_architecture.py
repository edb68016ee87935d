"""The house keeps its rules: which folder may import which, how long a module may grow, where words and hosts may stand."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
HOME = ROOT / "generator"
MODULES = sorted(path for path in HOME.rglob("*.py"))

MAY_IMPORT = {
    "errors": set(),
    "model": {"errors"},
    "lexicon": {"errors"},
    "store": {"errors", "model", "paths"},
    "read": {"errors", "model", "lexicon"},
    "extract": {"errors", "model", "lexicon"},
    "merge": {"errors", "model", "lexicon"},
    "render": {"errors", "model", "lexicon"},
    "publish": {"errors", "model", "paths"},
    "grounding": {"errors", "model", "lexicon", "extract"},
    "readers": {"errors", "model"},
    "intake": {"errors", "model", "lexicon", "paths", "read", "store"},
    "review": {"errors", "model", "paths", "read", "store"},
    "paths": set(),
}
"""Room -> the rooms it may import beside itself; the modules on top of them (pipeline, cli, hooks …) may import all."""

ONLY_IN = {"spacy": "extract", "jinja2": "render", "pypdfium2": "intake", "feedparser": "intake"}
"""Heavy libraries and the one room that may import them."""


def room_of(path: Path) -> str:
    return path.relative_to(HOME).parts[0].removesuffix(".py")


def imports_of(path: Path) -> list[str]:
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.append(node.module)
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_go_one_way(path: Path) -> None:
    room = room_of(path)
    for name in imports_of(path):
        parts = name.split(".")
        if parts[0] == "generator" and room in MAY_IMPORT and len(parts) > 1:
            assert parts[1] in MAY_IMPORT[room] | {room}, f"{room} must not import {name}"
        home = ONLY_IN.get(parts[0])
        assert home in {None, room}, f"{parts[0]} is imported in {home} alone"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_modules_and_functions_stay_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= 50, f"{node.name} has {lines} lines"


def test_imports_stand_at_the_top() -> None:
    """Late imports hide knots; what must be late (spaCy, Jinja2) goes through `import_module` with its reason."""
    for path in MODULES:
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                late = [node for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)]
                assert not late, f"{path.name}: {function.name} imports on its own"


@pytest.mark.parametrize("path", sorted((HOME / "lexicon").glob("*.yml")), ids=lambda path: path.name)
def test_a_word_list_says_what_an_entry_means(path: Path) -> None:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert len(str(data.get("meaning", ""))) > 20


def test_the_subject_is_not_in_the_code() -> None:
    people = {"Zelensk", "Putin", "Lavrov", "Podolyak", "Medinsky", "Peskov", "Konashenkov", "Arachamija"}
    places = {"Kherson", "Mariupol", "Borodyanka", "Balakleya"}
    for path in sorted(HOME.rglob("*")):
        if path.suffix in {".py", ".yml", ".j2"}:
            text = path.read_text(encoding="utf-8")
            found = [name for name in sorted(people | places) if name in text]
            assert not found, f"{path.relative_to(ROOT)} names {found}"


def test_no_file_names_a_registry() -> None:
    hosts = re.compile(r"pypi\.org|pythonhosted\.org|registry\.npmjs\.org|deb\.debian\.org")
    for path in sorted(ROOT.glob("*")) + sorted((ROOT / ".ci").glob("*")) + sorted((ROOT / ".github").rglob("*")):
        if path.is_file() and path.suffix not in {".png"}:
            assert not hosts.search(path.read_text(encoding="utf-8")), f"{path.name} names a registry"


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    architecture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").lower()
    for line in project["project"]["dependencies"]:
        name = re.split(r"[<>=~!\[]", line)[0].strip().lower()
        assert f"`{name}`" in architecture, f"docs/architecture.md gives no reason for {name}"
