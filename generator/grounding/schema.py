"""The JSON Schema of an answer, for servers that hold a model to one."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import ConfigDict, create_model

from generator.grounding.answer import KINDS


@cache
def answer_schema() -> dict[str, Any]:
    """The schema: every list and every field is asked for, null is allowed where the door allows it, nothing else may come."""
    fields: dict[str, Any] = {kind: (list[row], ...) for kind, row in KINDS.items()}  # type: ignore[valid-type]
    shape = create_model("Reading", __config__=ConfigDict(extra="forbid"), **fields)
    schema: dict[str, Any] = shape.model_json_schema()
    _close(schema)
    return schema


def _close(node: Any) -> None:
    """Ask for every property, as strict servers want it, and drop what they do not know."""
    if isinstance(node, dict):
        for name in ("default", "title", "maxLength", "maxItems"):
            if not isinstance(node.get(name), dict):
                node.pop(name, None)
        if "properties" in node:
            node["required"] = list(node["properties"])
            node["additionalProperties"] = False
        for value in node.values():
            _close(value)
    elif isinstance(node, list):
        for value in node:
            _close(value)
