from __future__ import annotations

import pytest

from generator.model.dossier import Dossier
from generator.model.knowledge import Knowledge, Round
from generator.render.told import in_words, place_in_words, told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("met on 2022-03-03 instead", "met on 3 March 2022 instead"),
        (
            "planned for 2022-03-02, held on 2022-03-03: it slipped",
            "planned for 2 March 2022, held on 3 March 2022: it slipped",
        ),
        ("the invoice 2022-03-031 stays", "the invoice 2022-03-031 stays"),
        ("002-21fa7b930a6c326f", "002-21fa7b930a6c326f"),
        ("no day at all", "no day at all"),
    ],
)
def test_days_in_words(text: str, words: str) -> None:
    assert told(text) == words


def test_rounds_of_one_title_are_told_apart() -> None:
    rounds = [
        Round(id="a", title="Talks without a date", status="ended", place="Geneva"),
        Round(id="b", title="Talks without a date", status="ended"),
        Round(id="c", title="Talks without a date", status="ended"),
        Round(id="d", title="Talks of 2022-03-16", status="ended"),
    ]
    titles = [each.title for each in in_words(Knowledge(dossier=Dossier(title="t"), rounds=rounds)).rounds]
    assert titles == [
        "Talks without a date (Geneva)",
        "Talks without a date (1)",
        "Talks without a date (2)",
        "Talks of 16 March 2022",
    ]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("Belarus in the Brest region", "Brest region, Belarus"),
        ("Switzerland in the city of Geneva", "city of Geneva, Switzerland"),
        ("Brest region in western Belarus", "Brest region in western Belarus"),
        ("Vienna", "Vienna"),
        ("a hotel in the city", "a hotel in the city"),
    ],
)
def test_places_are_told_from_the_part_up_to_the_state(place: str, words: str) -> None:
    assert place_in_words(place) == words
