"""A statement keeps the article's own order and verb; nothing reads as filled in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.article import ArticleRecord, Published
from generator.model.dossier import Dossier
from generator.model.evidence import Evidence
from generator.model.facts import Statement
from generator.model.knowledge import Cite, FactRef, Finding, Knowledge, SourceArticle, Variant
from generator.render.escape import without_marks
from generator.render.library import Library
from generator.render.phrases import said_words
from generator.render.sheet import Sheet
from generator.render.statements import quote

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "statements.yml").read_text(encoding="utf-8"))
MARK = re.compile(r"</?([scw])>")


def read_marks(marked: str) -> tuple[str, dict[str, Evidence]]:
    """The text without its marks, and what they held."""
    text, opened, found = "", {}, {}
    for index, part in enumerate(re.split(r"(</?[scw]>)", marked)):
        if index % 2 == 0:
            text += part
        elif part.startswith("</"):
            start = opened[part[2]]
            found[part[2]] = Evidence(start=start, end=len(text), text=text[start:])
        else:
            opened[part[1]] = len(text)
    return text, found


def library_of(case: dict[str, Any]) -> Library:
    text, found = read_marks(case["text"])
    whole = Evidence(start=0, end=len(text), text=text)
    fact = Statement(
        id="f1",
        by="a rule",
        direct=case.get("direct", False),
        speaker_text=found["s"].text if "s" in found else None,
        source=found.get("s"),
        cue=found.get("c"),
        content=[found["w"]],
        evidence=[whole],
    )
    record = ArticleRecord(id="a", file="seeds/a.txt", sha256="0", published=Published(date=None, basis="unknown"))
    variant = Variant(
        value="x",
        facts=[FactRef(article="a", fact="f1")],
        cites=[Cite(article="a", fact="f1", evidence=[whole])],
        origins=["a"],
    )
    finding = Finding(
        id="n1", kind="statement", subject="x", aspect="statement", value="x", verdict="single origin",
        variants=[variant], origins=["a"], rule="one article",
    )  # fmt: skip
    article = SourceArticle(record=record, facts=[fact], origin="a", text=text)
    return Library(Knowledge(dossier=Dossier(title="t"), articles=[article], findings=[finding]), "0")


@pytest.mark.parametrize("case", CASES, ids=[case["gives"] for case in CASES])
def test_a_statement_keeps_its_verb(case: dict[str, Any]) -> None:
    library = library_of(case)
    said = quote(library, library.findings["n1"])
    assert said is not None
    assert without_marks(said_words(Sheet(library, "index.md"), [said], 200)) == case["gives"]
