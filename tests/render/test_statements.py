"""Reported speech as a page tells it."""

from __future__ import annotations

from typing import Any, cast

import pytest

from generator.render.escape import without_marks
from generator.render.library import Library
from generator.render.phrases import said_line
from generator.render.sheet import Sheet
from generator.render.statements import Quote
from tests.render.sample import sample_knowledge


@pytest.mark.parametrize(
    ("cue", "link", "words", "line"),
    [
        ("said", ":", "the talks go on", "The minister said: the talks go on"),
        ("said", "that", "the talks go on", "The minister said that the talks go on"),
        ("reiterated", "", "his demands", "The minister reiterated his demands"),
    ],
)
def test_the_words_are_joined_to_their_verb(cue: str, link: str, words: str, line: str) -> None:
    said = Quote(
        finding=cast("Any", None), words=words, direct=False, cue=cue, link=link, speaker=None,
        speaker_text="the minister", to=None, via=None, date=None, cites=[],
    )  # fmt: skip
    sheet = Sheet(Library(sample_knowledge(), "0"), "index.md")
    assert without_marks(said_line(sheet, said)) == line
