"""The word lists as a whole: each entry stands once, each list is read by some rule, and each file says what an entry means."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

HOME = Path(__file__).parent.parent / "generator"
FILES = sorted((HOME / "lexicon").glob("*.yml"))
CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(HOME.rglob("*.py")))


def doubled_keys(node: yaml.Node, place: str = "") -> list[str]:
    """Keys that a mapping holds twice: YAML would keep the last one in silence."""
    found = []
    if isinstance(node, yaml.MappingNode):
        names = Counter(key.value for key, _ in node.value)
        found = [f"{place}.{name}" for name, count in names.items() if count > 1]
        for key, value in node.value:
            found += doubled_keys(value, f"{place}.{key.value}")
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            found += doubled_keys(value, f"{place}[{index}]")
    return found


def doubled_entries(value: Any, place: str = "") -> list[str]:
    """Entries that a list of words holds twice."""
    if isinstance(value, dict):
        return [each for key, inner in value.items() for each in doubled_entries(inner, f"{place}.{key}")]
    if isinstance(value, list):
        words = Counter(entry for entry in value if isinstance(entry, str))
        own = [f"{place}: {word}" for word, count in words.items() if count > 1]
        return own + [each for inner in value if not isinstance(inner, str) for each in doubled_entries(inner, place)]
    return []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_entry_stands_twice(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    root = yaml.compose(text)
    assert root is not None
    assert doubled_keys(root) == []
    assert doubled_entries(yaml.safe_load(text)) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_is_read_by_some_rule(path: Path) -> None:
    assert f'"{path.stem}"' in CODE


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_entries_are_words_and_no_slips_of_yaml(path: Path) -> None:
    """`no`, `on` and `yes` without quotation marks are no words to YAML, and neither is 5 March."""

    def walk(value: Any) -> list[Any]:
        if isinstance(value, dict):
            return [each for item in value.items() for inner in item for each in walk(inner)]
        if isinstance(value, list):
            return [each for inner in value for each in walk(inner)]
        return [value]

    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    keys_and_words = [value for value in walk(data) if not isinstance(value, str | int | float | bool | None)]
    assert keys_and_words == []
    lists = [value for key, value in data.items() if isinstance(value, list)]
    assert not [entry for entries in lists for entry in entries if isinstance(entry, bool) or entry is None]
