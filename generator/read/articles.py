"""Reading one article file (first, naive version: the whole file is the article)."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.model.article import Article, ArticleRecord, Piece, Published
from generator.model.dossier import Dossier
from generator.model.identity import slug


def read_article(path: Path, file: str, dossier: Dossier) -> Article:
    """Read one article.

    Args:
        path: where the file is.
        file: its name relative to the dossier, with forward slashes ("seeds/001.txt").
        dossier: the settings (language, parties, known dates).

    Raises:
        ArticleError: the file is empty, binary, not UTF-8, not English, too large, or no article.
    """
    raw = path.read_bytes()
    source = raw.decode("utf-8")
    record = ArticleRecord(id=slug(path.stem), file=file, sha256=hashlib.sha256(raw).hexdigest(), published=Published())
    return Article(record=record, source=source, text=source, pieces=(Piece(0, 0, len(source), len(source)),))
