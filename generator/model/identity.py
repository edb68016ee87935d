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
from generator.model.folding import fold

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


FIRST_FORMAT = frozenset(
    (
        *("kind", "round", "evidence", "status", "date", "date_text", "place", "heads", "duration", "outcomes"),
        *("speaker", "speaker_text", "direct", "via", "to", "source", "cue", "content", "actor", "stance", "topic"),
        *("condition", "type", "actors", "modality", "value", "qualifier", "of"),
    )
)
"""The fields that have counted since the first release, also where they are empty. A field added later counts where it is filled, so
that no stored fact looks like a person's work for want of it."""


def fact_id(article_id: str, fact: FactBase) -> str:
    """The id that a fact of this content has: made from article, kind, what it says and where."""
    plain = fact.model_dump()
    content = {k: v for k, v in plain.items() if k not in NOT_CONTENT and (k in FIRST_FORMAT or v)}
    return digest([article_id, content])


def fact_key(fact: FactBase) -> str:
    """What a fact says, without its place: kind, holder and folded words; the same after the article moved or was wrapped anew."""
    plain = fact.model_dump()
    holder = [plain.get(name) for name in ("speaker", "actor", "topic", "type", "value")]
    spans = (plain.get("content") if plain["kind"] == "statement" else None) or plain["evidence"]
    return digest([plain["kind"], holder, [fold(span["text"]).text.strip() for span in spans]])


def reason_mark(fact: FactBase) -> str:
    """A digest of the reasoning as the generator wrote it; another one was written by a person."""
    return digest(fact.why, length=3)


def actor_mark(actor: Actor) -> str:
    """The digest of an actor's row as the generator wrote it; a row that no longer fits it is a person's."""
    return digest(actor.model_dump(include={"id", "name", "kind", "side", "roles", "mentions"}))


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
