"""YAML of rows: `yes`, `no`, `on` and `off` are words there, as in YAML 1.2; only `true` and `false` are booleans."""

from __future__ import annotations

import re
from typing import Any

import yaml

_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOOLEAN = "tag:yaml.org,2002:bool"


class RowLoader(_BASE):  # type: ignore[misc]  # the C loader has no types
    """A safe loader without the old booleans."""


RowLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOLEAN]
    for first, resolvers in _BASE.yaml_implicit_resolvers.items()
}
RowLoader.add_implicit_resolver(_BOOLEAN, re.compile(r"^(?:true|false)$"), list("tf"))


def load_plain(text: str) -> Any:
    """The values of a YAML text."""
    return yaml.load(text, Loader=RowLoader)  # noqa: S506  (a safe loader)
