"""Positions on sentences of our own: each case is a text and all that a careful reader takes out of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract.language import analyse
from generator.extract.layers import Layers, PositionFound
from generator.model.article import Article, ArticleRecord, Piece
from generator.model.dossier import Dossier

FOLDER = Path(__file__).parent / "cases"
CASES = [
    pytest.param(case, id=f"{path.stem}-{number}")
    for path in sorted(FOLDER.glob("*.yml"))
    for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")))
]


def read(text: str, dossier: Dossier | None = None) -> Layers:
    record = ArticleRecord(id="case", file="seeds/case.txt", sha256="0" * 64)
    article = Article(record=record, source=text, text=text, pieces=(Piece(0, 0, len(text), len(text)),))
    return analyse(article, dossier or Dossier(title="Talks"))


def told(layers: Layers, found: PositionFound) -> dict[str, Any]:
    def name(chain: int | None) -> str | None:
        return layers.chains[chain].name if chain is not None else None

    return {
        "who": name(found.holder),
        "stance": found.stance,
        "topic": found.topic,
        "via": name(found.via),
        "condition": found.condition,
        "words": layers.words(*found.evidence),
        "content": " … ".join(layers.words(*span) for span in found.content),
    }


def fits(want: dict[str, Any], got: dict[str, Any]) -> bool:
    return all(value in got[key] if key == "words" else got[key] == value for key, value in want.items())


@pytest.mark.parametrize("case", CASES)
def test_positions(case: dict[str, Any]) -> None:
    layers = read(case["text"], Dossier(**{"title": "Talks", **case.get("dossier", {})}))
    got = [told(layers, found) for found in layers.positions]
    assert len(got) == len(case["expect"]), got
    for want in case["expect"]:
        assert any(fits(want, one) for one in got), (want, got)
