"""Day of publication, publisher and end of an article, from the lines around it (`cases/published.yml`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.dossier import Dossier
from generator.read import read_article

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "published.yml").read_text(encoding="utf-8")
)
PROSE = (
    "Norland and Sudland ended a third round of talks in Geneva on Monday without a deal, officials said. Sudland demanded a "
    "full ceasefire, its foreign minister told reporters on the sidelines of the talks."
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.get("file") or case.get("head"))[:60])
def test_what_stands_around_the_text(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / f"a.{case.get('ending', 'txt')}"
    body = f"<article><p>{PROSE}</p><p>{PROSE.replace('Norland', 'Westland')}</p></article>"
    page = f"<html><head>{case.get('head', '')}</head><body><h1>Talks end without a deal</h1>{case.get('body', '')}{body}</body></html>"
    path.write_text(case["file"].replace("{prose}", PROSE) if "file" in case else page, encoding="utf-8")
    record = read_article(path, f"seeds/{path.name}", Dossier(title="test")).record
    found = {"date": record.published.date, "publisher": record.publisher, "headline": record.headline}
    assert {key: found[key] for key in case["expect"] if key in found} == {
        key: case["expect"][key] for key in case["expect"] if key in found
    }
    assert case["expect"].get("why", "") in (record.published.why or "")
    for words, why in case["expect"].get("aside", {}).items():
        assert [one.why for one in record.set_aside if words in one.text] == [why], record.set_aside
