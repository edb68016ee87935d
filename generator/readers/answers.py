"""Kept answers: what a reader wrote about an article, so that nobody is asked twice and a rerun gives the same bytes.

One JSON file an article and reader in `content/answers/`, to be committed; it holds what was answered, not what became of it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from generator.errors import DossierError
from generator.model.dossier import Dossier, Reader
from generator.model.identity import digest

NAME_OF_HANDS = "hand"
"""The reader under which answers are kept that somebody imported without naming one."""


class AnswerPiece(BaseModel):
    """The answer to one prompt: sentences `first` to `last` of the article (from 1)."""

    model_config = ConfigDict(extra="forbid")
    first: int = 1
    last: int = 0
    prompt: str = ""
    """Digest of the prompt; empty for an imported answer."""
    text: str
    tokens_in: int = 0
    tokens_out: int = 0


class KeptAnswer(BaseModel):
    """All that one reader answered about one article."""

    model_config = ConfigDict(extra="forbid")
    reader: str
    model: str | None = None
    article: str
    """SHA-256 of the article's file when it was read."""
    pieces: list[AnswerPiece]


@dataclass(frozen=True, slots=True)
class Hand:
    """An answer with what the settings say of its reader: all that decides what becomes of it."""

    answer: KeptAnswer
    trust: bool

    @property
    def by(self) -> str:
        """The signature of its facts."""
        return f"reader:{self.answer.reader}"

    def mark(self) -> str:
        """A digest of the hand: part of what tells whether an article's facts are up to date."""
        return digest([self.answer.model_dump(), self.trust], length=10)


def answer_path(folder: Path, article: Path, reader: str) -> Path:
    """Where a reader's answer about an article is kept."""
    return folder / f"{article.stem}.{reader}.json"


def load_answer(path: Path, file: str) -> KeptAnswer:
    """A kept answer.

    Raises:
        DossierError: the file is no kept answer.
    """
    try:
        return KeptAnswer.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        what = error.strerror if isinstance(error, OSError) else "its shape is another than the one this program writes"
        mend = "Restore the file, or delete it and read the article again."
        raise DossierError(f"this answer cannot be used ({what})", file=file, mend=mend) from error


def dump_answer(answer: KeptAnswer) -> str:
    """The text of the file: same answer, same bytes."""
    return json.dumps(answer.model_dump(), ensure_ascii=False, indent=1) + "\n"


def hands_for(folder: Path, article: Path, dossier: Dossier) -> tuple[list[Hand], list[DossierError]]:
    """All kept answers about an article, by the readers' names, and what is wrong with those that cannot be used."""
    known: dict[str, Reader] = {reader.name: reader for reader in dossier.readers}
    hands: list[Hand] = []
    problems: list[DossierError] = []
    for path in sorted(folder.glob(f"{_escaped(article.stem)}.*.json")) if folder.is_dir() else []:
        if "." in path.name.removeprefix(f"{article.stem}.").removesuffix(".json"):
            continue
        try:
            answer = load_answer(path, f"content/answers/{path.name}")
        except DossierError as error:
            problems.append(error)
            continue
        reader = known.get(answer.reader)
        hands.append(Hand(answer, reader.trust if reader else False))
    return hands, problems


def _escaped(stem: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in stem)
