"""The words of stance: no entry that nothing can reach, none that two lists dispute."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.extract.positions import lexicon
from generator.extract.rows import load_rows
from generator.lexicon import load_lexicon

CODE = "".join(path.read_text(encoding="utf-8") for path in sorted(Path(lexicon.__file__).parent.glob("*.py")))
STANCES = {"demands", "offers", "accepts", "rejects"}


@pytest.mark.parametrize("part", sorted(load_lexicon("stance_triggers")))
def test_every_part_is_used(part: str) -> None:
    assert f'"{part}"' in CODE


@pytest.mark.parametrize("kind", ["verbs", "nouns", "adjectives"])
def test_rows_say_what_they_give(kind: str) -> None:
    for row in load_rows(f"positions_{kind}").rows:
        gives = dict(row.gives)
        assert gives.get("stance") in STANCES or gives.get("negated") in STANCES, row.id
        assert gives.get("negated") != gives.get("stance"), row.id
        assert "thing" in {slot.name for slot in row.slots}, row.id


@pytest.mark.parametrize("part", ["refusals", "imperatives", "anaphors", "conciliatory_verbs", "offering_verbs"])
def test_no_word_stands_twice(part: str) -> None:
    words = load_lexicon("stance_triggers")[part]
    assert len(words) == len(set(words)), sorted(word for word in words if words.count(word) > 1)


def test_every_word_is_text() -> None:
    """YAML 1.1 reads a bare "on" or "no" as true or false."""

    def check(node: object) -> None:
        if isinstance(node, dict):
            for key, value in node.items():
                assert isinstance(key, str), key
                check(value)
        elif isinstance(node, list):
            for value in node:
                assert isinstance(value, str | list), value

    check(load_lexicon("stance_triggers"))
    check(load_lexicon("topics"))
