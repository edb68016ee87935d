"""JSON Schemas of the files that a person edits, so that an editor completes and checks them while one types."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel

from generator.model.dossier import Dossier
from generator.model.facts import FactsFile
from generator.store.writing import write_if_changed

SCHEMAS: dict[str, type[BaseModel]] = {"facts.json": FactsFile, "dossier.json": Dossier}


def write_schemas(folder: Path) -> None:
    """Write the schemas into `folder`; `# yaml-language-server: $schema=…` at the head of a file points there."""
    for name, model in SCHEMAS.items():
        write_if_changed(folder / name, json.dumps(model.model_json_schema(), indent=1, ensure_ascii=False) + "\n")
