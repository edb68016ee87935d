"""The search index of the built site knows what pages are called besides."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.publish.searching import PREFIX, addresses, name_pages, with_own_worker


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("rounds/round-2.md", ["rounds/round-2/", "rounds/round-2.html"]),
        ("rounds/index.md", ["rounds/", "rounds/index.html"]),
        ("index.md", ["", "index.html"]),
    ],
)
def test_addresses_of_a_page(path: str, found: list[str]) -> None:
    assert addresses(path) == found


@pytest.mark.parametrize(("file", "prefix"), [("search_index.json", ""), ("search_index.js", PREFIX)])
def test_names_go_into_the_index(tmp_path: Path, file: str, prefix: str) -> None:
    docs = [{"location": "actors/a/", "title": "A", "text": ""}, {"location": "actors/a/#x", "title": "X", "text": ""}]
    place = tmp_path / "search" / file
    place.parent.mkdir()
    place.write_text(prefix + json.dumps({"config": {}, "docs": docs}), encoding="utf-8")
    name_pages(tmp_path, {"actors/a.md": {"also": ["Aye", "Ей"]}, "actors/b.md": {}})
    index = json.loads(place.read_text(encoding="utf-8").removeprefix(prefix))
    assert [doc.get("also") for doc in index["docs"]] == [["Aye", "Ей"], None]


def test_our_worker_takes_the_place_of_the_themes() -> None:
    html = '{"search":"../assets/javascripts/workers/search.a7633da7.min.js"}'
    assert with_own_worker(html) == '{"search":"../assets/search.js"}'
