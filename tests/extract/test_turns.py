"""Transcripts, interviews and channels against `cases/turns.yml`, and the days in the heads of messages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract.language import analyse
from generator.extract.text.stamps import read_stamps
from generator.model.article import Article, Piece, Published
from generator.model.dossier import Dossier
from generator.read import read_article
from tests.factories import make_record

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "turns.yml").read_text(encoding="utf-8"))["cases"]
CHAT = "[03.03.26, 10:05:12] Nora Quist: The offer that you made is dead and we will all go home tonight.\n" * 2


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_who_says_what_behind_a_label(case: dict[str, Any]) -> None:
    text = case["text"].strip()
    record = make_record(published=Published(date="2026-03-05", basis="stated"))
    pieces = (Piece(0, len(text), 0, len(text)),)
    layers = analyse(Article(record=record, source=text, text=text, pieces=pieces), Dossier(title="x"))
    found = [each for each in layers.attributions if each.stated]
    assert len(found) == len(case["expect"])
    for statement, expected in zip(found, case["expect"], strict=True):
        assert [layers.chains[chain].name for chain in statement.speakers] == [expected["who"]]
        assert statement.date == expected.get("date")
        assert layers.words(*statement.content[0]).startswith(expected["says"])
        assert statement.direct


@pytest.mark.parametrize(
    ("stamps", "days"),
    [
        (["03.04.26, 10:05"], ["2026-04-03"]),
        (["3/4/26"], [None]),
        (["3/4/26", "3/14/26"], ["2026-03-04", "2026-03-14"]),
        (["3/4/26", "14/3/26"], ["2026-04-03", "2026-03-14"]),
        (["2026-03-04 10:05"], ["2026-03-04"]),
        (["Mar 4"], ["2026-03-04"]),
        (["4 March 2025"], ["2025-03-04"]),
        (["30.02.26"], [None]),
        (["soon"], [None]),
    ],
)
def test_days_in_heads_of_messages(stamps: list[str], days: list[str | None]) -> None:
    assert read_stamps(stamps, 2026) == days


def test_a_chat_is_an_article_without_a_headline(tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(CHAT, encoding="utf-8")
    article = read_article(path, "seeds/chat.txt", Dossier(title="x"))
    assert article.record.headline is None
    assert "Nora Quist" in article.text
