"""YAML that a stranger wrote: an error with a word, in no time, and never a crash."""

from __future__ import annotations

import time

import pytest

from generator.store.yaml_text import load_yaml

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(8)
)

HOSTILE = {
    "an alias that holds itself": "a: &a [*a]",
    "a mapping that holds itself": "a: &a {b: *a}",
    "3,000 levels of brackets": "[" * 3000 + "]" * 3000,
    "100,000 brackets that stay open": "a: " + "[" * 100_000,
    "100,000 braces that stay open": "{a: " * 100_000,
    "3,000 levels of lists": "- " * 3000 + "x",
    "3,000 levels of indentation": "\n".join(f"{' ' * i}a:" for i in range(3000)),
    "an alias bomb": BOMB,
    "2,000 aliases of one list": "a: &a [1]\nb: [" + ", ".join(["*a"] * 2000) + "]",
    "a truth that is none": "a: !!bool foo",
    "a number that is none": 'a: !!int ""',
    "a number of no kind": "a: !!float x",
    "a day that is none": "a: !!timestamp x",
    "an unknown tag": "a: !!python/object/apply:os.system [ls]",
    "an alias to nothing": "a: *nobody",
    "a control character": "a: \x01",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_yaml_is_an_error_with_a_word(name: str) -> None:
    begun = time.monotonic()
    with pytest.raises(ValueError, match=r"\w"):
        load_yaml(HOSTILE[name])
    assert time.monotonic() - begun < 3


@pytest.mark.parametrize("text", ["a: &x [1, 2]\nb: *x", "a: R&D and *stars*", "a: '[[[['", "a: {b: {c: [1, {d: 2}]}}"])
def test_what_people_write_is_read(text: str) -> None:
    assert load_yaml(text)["a"]
