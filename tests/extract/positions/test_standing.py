"""Who has a say: positions of others than the parties wait for a person, on sentences of our own (`standing.yml`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.dossier import Dossier, Party
from tests.extract.positions.test_positions import read

CASES = yaml.safe_load((Path(__file__).parent / "standing.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES)
def test_only_who_has_a_say_is_claimed(case: dict[str, Any]) -> None:
    layers = read(case["text"], Dossier(title="Talks", parties=[Party(name=name) for name in case.get("parties", [])]))
    got = [f"{found.stance} {'proposed' if found.doubt else 'claimed'}" for found in layers.positions]
    assert got == case["expect"], [(found, found.doubt) for found in layers.positions]
