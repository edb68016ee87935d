"""Word lists against their schemas, and each key against the code that reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from generator.lexicon import FOLDER
from generator.lexicon.schemas import SCHEMAS

HOME = Path(__file__).parent.parent / "generator"
CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(HOME.rglob("*.py")) if path.name != "schemas.py")


def plain(name: str) -> dict[str, Any]:
    """A word list as YAML has it."""
    data: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return data


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_list_holds_to_its_schema(name: str) -> None:
    assert SCHEMAS[name].model_validate(plain(name))


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_read_by_some_rule(name: str) -> None:
    assert [key for key in plain(name) if key != "meaning" and f'"{key}"' not in CODE] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_key_too_many_and_one_too_few_fail(name: str) -> None:
    data = plain(name)
    with pytest.raises(ValidationError):
        SCHEMAS[name].model_validate({**data, "unheard_of": ["word"]})
    with pytest.raises(ValidationError):
        SCHEMAS[name].model_validate({key: value for key, value in data.items() if key == "meaning"})


def test_a_slip_of_yaml_fails() -> None:
    data = plain("event_words")
    with pytest.raises(ValidationError):
        SCHEMAS["event_words"].model_validate({**data, "void": [False, "any"]})
