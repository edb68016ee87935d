"""The list of web junk: no entry twice, none that does nothing."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.lexicon import load_lexicon
from generator.read.junk import ends_article, opens_list, why_junk

LISTS = load_lexicon("web_junk")


def entries(section: str) -> list[str]:
    return [entry.lower().replace("’", "'") for group in LISTS[section].values() for entry in group]


@pytest.mark.parametrize("section", ["phrases", "lines"])
def test_no_entry_stands_twice(section: str) -> None:
    assert [entry for entry, count in Counter(entries(section)).items() if count > 1] == []


@pytest.mark.parametrize("section", ["phrases", "lines"])
def test_every_entry_is_set_aside(section: str) -> None:
    lines = [entry.replace("#", "3").replace("*", "Some words").strip() for entry in entries(section)]
    assert [line for line in lines if why_junk(line) is None] == []


def test_every_opening_and_end_is_junk_itself() -> None:
    for opening in LISTS["lists"]:
        assert opens_list(opening)
        assert why_junk(opening)
    for end in LISTS["ends"]:
        assert ends_article(end.replace("#", "3"))
        assert why_junk(end.replace("#", "3"))
