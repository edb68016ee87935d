"""Folding joins variants of the same signs and nothing else, and always leads back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.folding import fold


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“We agree”", '"We agree"'),
        ("the union’s", "the union's"),
        ("talks – again", "talks - again"),
        ("talks -- again", "talks — again"),
        ("``We agree''", '"We agree"'),
        ("the  two\n sides", "the two sides"),
        ("the ﬁrst oﬃce", "the first office"),
        ("de\u00adnied", "denied"),
    ],
)
def test_variants_are_equal(left: str, right: str) -> None:
    assert fold(left).text == fold(right).text


@pytest.mark.parametrize(("left", "right"), [("498", "489"), ("denied", "Denied"), ("can", "can't"), ("sign.", "sign")])
def test_other_words_are_not(left: str, right: str) -> None:
    assert fold(left).text != fold(right).text


@given(st.text(max_size=200))
def test_every_character_leads_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.origin) == len(folded.text) + 1
    assert list(folded.origin) == sorted(folded.origin)
    for at, char in enumerate(folded.text):
        if char.isalnum() and len(fold(char).text) == 1:
            start, end = folded.original(at, at + 1)
            assert fold(text[start:end]).text.strip() or char == " "
