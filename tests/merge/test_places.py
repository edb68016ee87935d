from __future__ import annotations

import pytest

from generator.merge.lengths import compare_lengths, hours_in
from generator.merge.places import Gazetteer
from generator.model.dossier import Place
from tests.merge.build import dossier

PLACES = Gazetteer.of(
    dossier(
        places=[
            Place(name="Brest region", within="western Belarus", aliases=["Brest"]),
            Place(name="western Belarus", within="Belarus"),
        ]
    )
)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("Belarus", "Brest region", "holds"),
        ("Brest", "Belarus", "held"),
        ("Istanbul", "Istanbul, Turkey", "same"),
        ("Gomel", "Belarus", "loose"),
        ("Belarus", "Gomel", "loose"),
        ("Belarus", "Istanbul", "other"),
        ("Geneva", "Switzerland", "held"),
        ("Dolmabahçe Palace", "Istanbul", "loose"),
        ("Istanbul", "Istanbul's Dolmabahce Palace", "holds"),
        ("Palais Coburg", "Hotel Imperial", "other"),
        ("Istanbul", "Antalya", "other"),
        ("Istanbul, Turkey", "Antalya, Turkey", "other"),
        ("Kiev", "Kyiv", "same"),
        ("Ukraine", "Kyiv", "holds"),
        ("border between Belarus and Poland", "Brest region, Belarus", "loose"),
        ("the Belarusian-Ukrainian border", "Gomel region, near the border between Ukraine and Belarus", "holds"),
        ("a villa outside the capital", "Geneva", "loose"),
        ("Geneva", "Vienna", "other"),
    ],
)
def test_places(left: str, right: str, relation: str) -> None:
    assert PLACES.compare(left, right) == relation


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("five hours", "about five hours", "same"),
        ("many hours", "five hours", "holds"),
        ("two hours", "a little over two hours", "same"),
        ("two hours", "five hours", "other"),
        ("90 minutes", "an hour and a half", "other"),
    ],
)
def test_lengths(left: str, right: str, relation: str) -> None:
    assert compare_lengths(left, right) == relation


def test_hours() -> None:
    assert hours_in("two hours and 30 minutes") == 2.5
    assert hours_in("many hours") is None
