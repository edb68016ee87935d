"""Pages stay readable however many articles there are."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from benchmarks.synthetic import make_dossier
from generator.merge import merge_facts
from generator.render import navigation, render_pages
from generator.render.navigation import MOST_IN_A_SECTION, left_out

MOST_BYTES = 260_000


@pytest.fixture(scope="module")
def big() -> dict[str, str]:
    made = make_dossier(articles=250)
    known = merge_facts(made.files, made.dossier, texts=made.texts)
    return {path: str(text) for path, text in render_pages(known, version="0").items()}


def test_no_page_is_too_heavy(big: dict[str, str]) -> None:
    heavy = {path: len(text) for path, text in big.items() if path.endswith(".md") and len(text) > MOST_BYTES}
    assert heavy == {}


def test_no_menu_is_too_long(big: dict[str, str]) -> None:
    metas = {path: yaml.safe_load(text.split("---\n")[1]) for path, text in big.items() if path.endswith(".md")}

    def longest(menu: list[Any]) -> int:
        inner = [
            longest(value)
            for item in menu
            if isinstance(item, dict)
            for value in item.values()
            if isinstance(value, list)
        ]
        return max([len(menu), *inner])

    menu = navigation(metas)
    assert longest(menu) <= MOST_IN_A_SECTION + 1
    assert "timeline/2030-01-part-2.md" in left_out(metas)
