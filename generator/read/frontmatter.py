"""Front matter: real YAML between `---` lines, or TOML between `+++` lines, at the top of a file."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import yaml

LONGEST = 20_000
YAML_FENCE = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
TOML_FENCE = re.compile(r"\A\ufeff?\+\+\+[ \t]*\r?\n(?P<body>.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


def find_front_matter(source: str) -> re.Match[str] | None:
    """The front matter with its fences; None where the file has none or an unbelievably long one."""
    for fence in (YAML_FENCE, TOML_FENCE):
        found = fence.match(source)
        if found and len(found["body"]) <= LONGEST:
            return found
    return None


def split_front_matter(source: str) -> tuple[dict[str, Any], str]:
    """The values of the front matter (words as words, lists as lists; empty where it cannot be read) and the text behind it."""
    found = find_front_matter(source)
    return (values_of(found), source[found.end() :]) if found else ({}, source)


def values_of(found: re.Match[str]) -> dict[str, Any]:
    """The values of a front matter; dates and numbers stay words."""
    body = found["body"]
    try:
        if found[0].lstrip("\ufeff").startswith("+++"):
            data: Any = tomllib.loads(body)
        elif "&" in body and "*" in body:  # anchors are no part of what notes hold, and may grow without bound
            return {}
        else:
            data = yaml.load(body, Loader=yaml.BaseLoader)  # noqa: S506  (makes words, lists and mappings alone)
    except (yaml.YAMLError, tomllib.TOMLDecodeError, RecursionError, ValueError):
        return {}
    return {str(key): _plain(value) for key, value in data.items()} if isinstance(data, dict) else {}


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | dict) else str(value)
