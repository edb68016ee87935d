"""The schemas for editors accept what the program writes and refuse what it would refuse."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.store.facts_files import dump_facts
from generator.store.schemas import write_schemas
from tests.factories import make_file


def judge(folder: Path, text: str) -> int:
    """Exit code of check-jsonschema on a facts file."""
    write_schemas(folder)
    (folder / "a1.yml").write_text(text, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--schemafile",
        str(folder / "facts.json"),
        str(folder / "a1.yml"),
    ]
    return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode


def test_what_the_program_writes_keeps_to_the_schema(tmp_path: Path) -> None:
    assert judge(tmp_path, dump_facts(make_file())) == 0


@pytest.mark.parametrize("change", [("stance: demands", "stance: shouts"), ("kind: statement", "kind: rumour")])
def test_what_the_program_refuses_the_schema_refuses(tmp_path: Path, change: tuple[str, str]) -> None:
    assert judge(tmp_path, dump_facts(make_file()).replace(*change)) == 1


def test_the_schema_of_the_settings_names_their_fields(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    schema = json.loads((tmp_path / "dossier.json").read_text(encoding="utf-8"))
    assert {"title", "parties", "topics", "decisions"} <= schema["properties"].keys()
