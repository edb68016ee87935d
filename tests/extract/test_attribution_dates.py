"""Dates of saying: each case gives the day of publication and the date that every statement must get."""

from __future__ import annotations

import pytest

from generator.extract.language import analyse
from generator.model.article import Article, Piece, Published
from generator.model.dossier import Dossier
from tests.factories import make_record

CASES = [
    # a day stands with the cue
    ("On Tuesday, the minister said the mine was safe.", ["2022-03-01"]),
    ("The minister said on Tuesday that the mine was safe.", ["2022-03-01"]),
    ("The envoy told a news conference on 1 March that the mine was safe.", ["2022-03-01"]),
    ("“The mine is safe,” the minister told reporters in Nairobi on Monday.", ["2022-02-28"]),
    ("The mine is safe, the president of Kenya said Monday.", ["2022-02-28"]),
    ("The president of Kenya, speaking in Nairobi on Sunday, said the mine was safe.", ["2022-02-27"]),
    ("The minister told a paper in a video published Sunday that the mine was safe.", ["2022-02-27"]),
    ("The union said in a statement issued on Monday that the mine was closed.", ["2022-02-28"]),
    (
        "The president of Kenya said on Tuesday that the mine was safe, adding that it would open.",
        ["2022-03-01", "2022-03-01"],
    ),
    # the occasion stands with the cue, and its day is told just before
    ("The two sides met in Geneva on Monday. After the meeting, the envoy said the mine was safe.", ["2022-02-28"]),
    ("The two sides met in Geneva on Monday. “The mine is safe,” the envoy said after the talks.", ["2022-02-28"]),
    # the day is that of something else
    ("The minister said the talks on Friday would be short.", [None]),
    ("The minister said Tuesday's talks were short.", [None]),
    ("The minister said ahead of talks on Friday that the mine was safe.", [None]),
    ("The minister has said since Monday that the mine is safe.", [None]),
    ("The minister said that on Tuesday the mine was safe.", [None]),
    ("The minister told a paper in an interview published on Sunday that the mine was safe.", [None]),
    ("The two sides met in Geneva on Monday. Before the meeting, the envoy said the mine was safe.", [None]),
    ("The two sides met in Geneva on Monday. After a meeting, the envoy said the mine was safe.", [None]),
    ("On Tuesday the mine was safe, the president of Kenya said.", [None]),
    # no day stands with the cue: what stands around it dates nothing
    ("The minister said the mine was safe.", [None]),
    ("The two sides will hold talks on Friday. The minister said the talks would be short.", [None]),
    (
        "On Tuesday, the minister said the mine was safe. At the same time, the union warned that it was not.",
        ["2022-03-01", None],
    ),
    ("On Tuesday, the minister of Kenya closed the mine. The union of Kenya said the decision was wrong.", [None]),
    ("On Tuesday, the army of Kenya closed the mine. The president of Kenya insists that it is safe.", [None]),
    ("On Tuesday, the army of Kenya closed the mine. In 2015, the president of Kenya said it was safe.", [None]),
    (
        "The president of Kenya said on Tuesday that the mine was safe. He had earlier said that it was not.",
        ["2022-03-01", None],
    ),
]


@pytest.mark.parametrize(("text", "dates"), CASES, ids=[text[:50] for text, _ in CASES])
def test_date_of_saying(text: str, dates: list[str | None]) -> None:
    record = make_record(published=Published(date="2022-03-02", basis="stated"))
    pieces = (Piece(0, len(text), 0, len(text)),)
    layers = analyse(Article(record=record, source=text, text=text, pieces=pieces), Dossier(title="x"))
    assert [found.date for found in layers.attributions] == dates


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The minister said on Tuesday that the mine was safe.", "date/beside the cue v1"),
        ("The union said in a statement issued on Monday that the mine was closed.", "date/put out v1"),
        ("The president of Kenya, speaking in Nairobi on Sunday, said the mine was safe.", "date/speaking v1"),
        (
            "The two sides met in Geneva on Monday. After the meeting, the envoy said it was safe.",
            "date/at the meeting v1",
        ),
    ],
)
def test_what_dated_a_saying_has_a_name(text: str, label: str) -> None:
    record = make_record(published=Published(date="2022-03-02", basis="stated"))
    pieces = (Piece(0, len(text), 0, len(text)),)
    layers = analyse(Article(record=record, source=text, text=text, pieces=pieces), Dossier(title="x"))
    assert [found.date_by for found in layers.attributions] == [label]
