"""Identity of facts and actors: a short digest of what they say, so that the generator knows its own work again.

A fact whose id no longer fits its content was changed by a person; nobody has to set a flag.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from typing import Any

from anyascii import anyascii

from generator.model.article import ArticleRecord
from generator.model.facts import Actor, FactBase

NOT_CONTENT = {
    *("id", "by", "also_by", "made_by", "review", "reviewed_by", "reviewed_at", "was"),
    *("note", "lost", "why", "translation"),
}
"""Fields that may change without changing what a fact says."""

ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
"""32 signs that cannot be mistaken for one another when read aloud."""


def digest(value: Any, length: int = 6) -> str:
    """A short name for a value of plain lists, dicts and strings: the same value always has the same one."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:10], "big")
    return "".join(ALPHABET[(number >> (5 * i)) & 31] for i in range(length))


def fact_id(article_id: str, fact: FactBase) -> str:
    """The id that a fact of this content has: made from article, kind, what it says and where."""
    content = {k: v for k, v in fact.model_dump().items() if k not in NOT_CONTENT}
    return digest([article_id, content])


def actor_mark(actor: Actor) -> str:
    """The digest of an actor's row as the generator wrote it; a row that no longer fits it is a person's."""
    return digest(actor.model_dump(exclude={"mark"}))


def article_mark(record: ArticleRecord) -> str:
    """The digest of what the generator settled about an article (headline, publisher, date)."""
    return digest(record.model_dump(include={"headline", "publisher", "url", "language", "published"}))


TAKEN = {"index", "readme", "con", "prn", "aux", "nul"}
"""Names that no page may have: MkDocs takes the first two for the page of the folder, Windows opens no file of the others."""


def slug(text: str, fallback: str = "item") -> str:
    """A path-safe name of lower-case ASCII letters, digits and hyphens ("O’Brien’s adviser" -> "obriens-adviser")."""
    plain = anyascii(unicodedata.normalize("NFKC", text)).lower().replace("'", "")
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].rstrip("-") or fallback
    return f"{name}-{fallback}" if name in TAKEN else name
