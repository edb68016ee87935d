"""Articles made of a few words, for tests of the components."""

from __future__ import annotations

from generator.model.article import Article, ArticleRecord, Piece, Published


def make_article(text: str, published: str | None = None) -> Article:
    """An article whose file is its text."""
    record = ArticleRecord(
        id="test",
        file="seeds/test.txt",
        sha256="",
        published=Published(date=published, basis="stated" if published else "unknown"),
    )
    return Article(record, text, text, (Piece(0, 0, len(text), len(text)),))
