"""A position is told in the article's words and with its verb, never as a bare label."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.article import ArticleRecord, Published
from generator.model.dossier import Dossier
from generator.model.evidence import Evidence
from generator.model.facts import Position
from generator.model.knowledge import Cite, Content, FactRef, Finding, Knowledge, SourceArticle, Variant
from generator.render.escape import ELEMENT
from generator.render.library import Library
from generator.render.stances import predicate
from tests.render.test_statements import read_marks

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "positions.yml").read_text(encoding="utf-8"))
NO_WORDS = re.compile(
    r"\bnot told\b|date unknown|nothing reported|\bNone\b(?! of)|\bnull\b|[Ss]omebody not named|not named to|: ,|, ,|\(\)|\| none \|"
)
"""What is missing is left out: none of these ever stands on a page."""


def position(case: dict[str, Any]) -> tuple[Library, Finding, Content]:
    text, found = read_marks(case["text"])
    stance = case.get("stance", "demands")
    start = found["s"].start if "s" in found else 0
    clause = Evidence(start=start, end=len(text), text=text[start:])
    fact = Position(
        id="f1", by="a rule", stance=stance, topic="x", source=found.get("s"), cue=found.get("c"), content=[found["w"]],
        evidence=[clause], condition=case.get("condition"),
    )  # fmt: skip
    cite = Cite(article="a", fact="f1", evidence=[clause])
    content = Content(words=found["w"].text, whole=True, stance=stance, condition=case.get("condition"), cite=cite)
    variant = Variant(value="x", facts=[FactRef(article="a", fact="f1")], cites=[cite], origins=["a"])
    finding = Finding(
        id="n1", kind="position", subject="x/y", aspect="position", value="x", verdict="single origin", topic="x",
        variants=[variant], origins=["a"], rule="one article", stance=stance, content=[content],
    )  # fmt: skip
    record = ArticleRecord(id="a", file="seeds/a.txt", sha256="0", published=Published(date=None, basis="unknown"))
    article = SourceArticle(record=record, facts=[fact], origin="a", text=text)
    return Library(Knowledge(dossier=Dossier(title="t"), articles=[article], findings=[finding]), "0"), finding, content


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_a_position_keeps_its_verb(case: dict[str, Any]) -> None:
    library, finding, content = position(case)
    assert predicate(library, finding, content, 200) == case["gives"]


def test_what_is_missing_is_never_a_word(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        if path.endswith(".md"):
            body = ELEMENT.sub("", text.split("---\n", 2)[2])
            assert NO_WORDS.search(body) is None, f"{path}: {NO_WORDS.search(body)}"
