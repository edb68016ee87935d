"""The recipe: a digest of everything but the article that decides what its facts are, to tell whether they are up to date."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from generator.model.dossier import Dossier
from generator.model.identity import digest

HOME = Path(__file__).parent
ROOMS = ("read", "extract", "lexicon", "model")


@cache
def rules_digest() -> str:
    """A digest of the code and the word lists that make facts; a change in one of them makes all facts stale."""
    total = hashlib.sha256()
    for room in ROOMS:
        for path in sorted((HOME / room).rglob("*")):
            if path.suffix in {".py", ".yml"}:
                total.update(path.relative_to(HOME).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def file_digest(path: Path) -> str:
    """SHA-256 of a file's bytes, as facts files keep it."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def recipe_of(dossier: Dossier) -> str:
    """The recipe under these settings: rules, parties, topics, known names and places.

    Titles, decisions and the like are left out: they change pages, not facts.
    """
    names = {"parties", "mediators", "topics", "actors", "start", "start_words", "trust", "language", "pipeline"}
    return digest([rules_digest(), dossier.model_dump(include=names)], length=10)
