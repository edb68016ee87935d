"""The whole way, from the file of an article to the pages, over texts that nobody would write: it never fails, and every offset holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import ArticleError
from generator.extract.language import extract_article
from generator.merge import merge_facts
from generator.model.dossier import Dossier, Party
from generator.model.facts import FactsFile
from generator.read import read_article
from generator.render import render_pages
from generator.store.facts_files import broken_spans, dump_facts, parse_facts
from generator.store.reconcile import reconcile
from tests.properties.pieces import articles

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
FEW = settings(QUICK, max_examples=15)
DOSSIERS = [Dossier(title="x"), Dossier(title="x", parties=[Party(name="Russia"), Party(name="Ukraine")])]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("seeds")


def extracted(path: Path, text: str, dossier: Dossier) -> tuple[FactsFile, str] | None:
    """The facts and the file's characters; None where the file is refused."""
    path.write_bytes(text.encode("utf-8", errors="ignore"))
    try:
        article = read_article(path, f"seeds/{path.name}", dossier)
    except ArticleError:
        return None
    return extract_article(article, dossier), article.source


@QUICK
@given(text=articles(), ending=st.sampled_from([".txt", ".txt", ".md", ".html"]), dossier=st.sampled_from(DOSSIERS))
def test_every_text_gives_facts_that_hold_and_read_back(folder: Path, text: str, ending: str, dossier: Dossier) -> None:
    found = extracted(folder / f"odd{ending}", text, dossier)
    if found is None:
        return
    facts, source = found
    assert broken_spans(facts, source) == []
    written = dump_facts(facts)
    assert parse_facts(written, "odd.yml") == facts
    again = extracted(folder / f"odd{ending}", text, dossier)
    assert again is not None
    assert dump_facts(again[0]) == written
    kept = reconcile(facts, facts, source)
    assert reconcile(kept, facts, source) == kept


@FEW
@given(texts=st.lists(articles(20), min_size=1, max_size=3), dossier=st.sampled_from(DOSSIERS))
def test_every_text_gives_pages(folder: Path, texts: list[str], dossier: Dossier) -> None:
    found = [extracted(folder / f"odd{number}.txt", text, dossier) for number, text in enumerate(texts)]
    files = [facts for facts, _ in filter(None, found)]
    sources = {facts.article.id: source for facts, source in filter(None, found)}
    knowledge = merge_facts(files, dossier, texts=sources)
    pages = render_pages(knowledge, version="0")
    assert "index.md" in pages
    assert render_pages(merge_facts(files[::-1], dossier, texts=sources), version="0") == pages
