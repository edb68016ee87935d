from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.merge.names import SAME_NAME, compare_names, is_full, is_nameless, surname

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "names.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("left", "right", "same"), CASES)
def test_pairs(left: str, right: str, *, same: bool) -> None:
    likeness = compare_names(left, right)
    assert (likeness.score >= SAME_NAME) is same, likeness


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_symmetric_and_bounded(left: str, right: str) -> None:
    likeness = compare_names(left, right)
    assert 0 <= likeness.score <= 1
    assert likeness.score == compare_names(right, left).score


def test_parts_of_a_name() -> None:
    assert surname("Mr. Zelenskyy") == surname("Volodymyr Zelensky")
    assert is_full("Ursula von der Leyen")
    assert not is_full("Mr. Podolyak")
    assert is_nameless("some experts")
    assert not is_nameless("Ukrainian officials")
