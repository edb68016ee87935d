"""Spellings of one name fall together, other names stay apart."""

from __future__ import annotations

import pytest

from generator.extract.coreference.spelling import compatible, skeleton


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kovalskyy", "Kovalski"),
        ("Kowalsky", "Kovalskiy"),
        ("Yusuf", "Iusuf"),
        ("Mikhail", "Mihail"),
        ("Muñoz", "Munoz"),
    ],
)
def test_transliterations_share_a_skeleton(left: str, right: str) -> None:
    assert skeleton(left) == skeleton(right)


@pytest.mark.parametrize(
    ("left", "right"), [("Kovalsky", "Kovalska"), ("Smith", "Smythe-Jones"), ("Petrov", "Petrova")]
)
def test_other_names_stay_apart(left: str, right: str) -> None:
    assert skeleton(left) != skeleton(right)


def test_given_names_agree_by_initial_or_transliteration() -> None:
    assert compatible(["J."], ["Joan"])
    assert compatible(["Dmitri"], ["Dimitri"])
    assert compatible([], ["Anna"])
    assert not compatible(["Anna"], ["Boris"])
