"""Dates of saying: each case gives the day of publication and the date that every statement must get."""

from __future__ import annotations

import pytest

from generator.extract.language import analyse
from generator.model.article import Article, Piece, Published
from generator.model.dossier import Dossier
from tests.factories import make_record

CASES = [
    ("On Tuesday, the minister said the mine was safe.", ["2022-03-01"]),
    ("The minister said on Tuesday that the mine was safe.", ["2022-03-01"]),
    ("The two sides met in Geneva on Monday. After the meeting, the envoy said the mine was safe.", ["2022-02-28"]),
    ("The two sides met in Geneva on Monday. Before the meeting, the envoy said the mine was safe.", [None]),
    ("The minister said the mine was safe.", [None]),
    ("The two sides will hold talks on Friday. The minister said the talks would be short.", [None]),
    (
        "On Tuesday, the minister said the mine was safe. At the same time, the union warned that it was not.",
        ["2022-03-01", "2022-03-01"],
    ),
    (
        "On Tuesday, the minister of Kenya closed the mine. The union of Kenya said the decision was wrong.",
        ["2022-03-01"],
    ),
    (
        "On Monday, the army of Kenya closed the mine. On Tuesday it burned, the president of Kenya said.",
        ["2022-03-01"],
    ),
    ("On Tuesday, the army of Kenya closed the mine. The president of Kenya insists that it is safe.", [None]),
    ("On Tuesday, the army of Kenya closed the mine. The president of Kenya had said that it was safe.", [None]),
    ("On Tuesday, the army of Kenya closed the mine. In 2015, the president of Kenya said it was safe.", [None]),
    ("The minister told a paper in a video published Sunday that the mine was safe.", ["2022-02-27"]),
]


@pytest.mark.parametrize(("text", "dates"), CASES, ids=[text[:50] for text, _ in CASES])
def test_date_of_saying(text: str, dates: list[str | None]) -> None:
    record = make_record(published=Published(date="2022-03-02", basis="stated"))
    pieces = (Piece(0, len(text), 0, len(text)),)
    layers = analyse(Article(record=record, source=text, text=text, pieces=pieces), Dossier(title="x"))
    assert [found.date for found in layers.attributions] == dates
