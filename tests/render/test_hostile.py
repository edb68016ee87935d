"""A dossier whose every text is an attack: all pages show it as text."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.model.knowledge import Knowledge
from generator.render import render_pages
from tests.render.markdown import parsed, to_html
from tests.render.sample import sample_knowledge

ATTACK = '"><script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) {: onclick=x } | `c` *b* [^s-a] {{ 7*7 }}'
FREE = {
    "name", "title", "headline", "publisher", "place", "note", "why", "rule", "point", "settled", "value", "of",
    "speaker_text", "date_text", "condition", "duration", "next_step", "before", "contact", "subject", "left", "right", "by",
}  # fmt: skip
ELEMENTS = {
    "a", "br", "blockquote", "caption", "circle", "code", "desc", "div", "em", "figcaption", "figure", "g", "h1", "h2", "h3",
    "h4", "hr", "li", "line", "mark", "ol", "p", "path", "pre", "q", "small", "span", "strong", "sup", "svg", "table",
    "tbody", "td", "text", "th", "thead", "title", "tr", "ul",
}  # fmt: skip


def attacked(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        if {"start", "end", "text"} <= set(value):
            text = (ATTACK * (len(value["text"]) // len(ATTACK) + 1))[: len(value["text"])]
            return {**value, "text": text}
        return {name: attacked(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [attacked(each, key) for each in value]
    return f"{value}{ATTACK}" if isinstance(value, str) and key in FREE | {"text", "texts"} else value


@pytest.fixture(scope="module")
def hostile() -> dict[str, str]:
    known = Knowledge.model_validate(attacked(json.loads(sample_knowledge().model_dump_json())))
    for source in known.articles:
        source.record.url = "javascript:alert(1)"
    return {path: str(text) for path, text in render_pages(known, version="0").items()}


def test_no_page_gains_an_element_or_a_script(hostile: dict[str, str]) -> None:
    for path, text in hostile.items():
        if not path.endswith(".md"):
            continue
        found = parsed(to_html(text.split("---\n", 2)[2]))
        assert {tag for tag, _ in found.elements} <= ELEMENTS, path
        for tag, attributes in found.elements:
            names = {name for name, _ in attributes}
            assert not any(name.startswith("on") for name in names), (path, tag, attributes)
            assert not any(
                name in ("href", "src") and (value or "").lstrip().startswith("java") for name, value in attributes
            ), path


def test_front_matter_and_feed_hold_no_markup(hostile: dict[str, str]) -> None:
    for path, text in hostile.items():
        if path.endswith(".md"):
            assert "<script" not in text.split("---\n", 2)[1], path
    assert "<script" not in hostile["feed.xml"]
