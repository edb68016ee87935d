"""The prompt: what a reader is asked, with the article's sentences numbered; the same for a model's address and for a chat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.model.dossier import Dossier

PIECE = 24_000
"""Characters of an article that are sent at a time: about 6,000 tokens, which small models take with room for the answer."""
OVERLAP = 3
"""Sentences that two pieces share, so that nothing is cut from its speaker."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an article: the numbers of its sentences (from 1, last one included) and the whole prompt."""

    first: int
    last: int
    prompt: str


@cache
def instructions() -> str:
    """The fixed part of the prompt."""
    return (Path(__file__).parent / "prompt.txt").read_text(encoding="utf-8").strip()


def prompts_for(
    sentences: Sequence[str], dossier: Dossier, published: str | None, language: str = "en", limit: int = PIECE
) -> list[Piece]:
    """The prompts for an article, one a piece.

    Args:
        sentences: its sentences in order.
        dossier: parties and topics are named, so that the answer uses their words.
        published: the article's date, told to the reader for understanding only.
        language: other than English asks for a translation beside the original words.
        limit: characters of article a piece.
    """
    return [
        Piece(
            first + 1,
            last,
            "\n\n".join([instructions(), _about(dossier, published, language), _numbered(sentences, first, last)]),
        )
        for first, last in _cuts(sentences, limit)
    ]


def _cuts(sentences: Sequence[str], limit: int) -> list[tuple[int, int]]:
    """Ranges of sentences of at most `limit` characters, each beginning `OVERLAP` sentences before the last one's end."""
    cuts: list[tuple[int, int]] = []
    first = 0
    while first < len(sentences):
        last, size = first, 0
        while last < len(sentences) and (size + len(sentences[last]) <= limit or last == first):
            size += len(sentences[last])
            last += 1
        cuts.append((first, last))
        if last == len(sentences):
            break
        first = max(last - OVERLAP, first + 1)
    return cuts


def _about(dossier: Dossier, published: str | None, language: str) -> str:
    lines = [f"The negotiation: {dossier.subject or dossier.title}."]
    if dossier.parties:
        lines.append(
            'The parties (use these names for "side"): ' + "; ".join(party.name for party in dossier.parties) + "."
        )
    if dossier.topics:
        listed = "; ".join(f"{topic.id} ({topic.title})" for topic in dossier.topics)
        lines.append(f'Topics (use the id for "topic" where one fits, else two or three words): {listed}.')
    if published:
        lines.append(f"The article is of {published}.")
    if language != "en":
        lines.append(
            'The article is not in English. Copy words in its own language; add to each row of a fact "translation": an English '
            "translation of the words. Topics, roles and what is counted in the article's language too."
        )
    return "\n".join(lines)


def _numbered(sentences: Sequence[str], first: int, last: int) -> str:
    rows = [f"[{number}] {' '.join(sentences[number - 1].split())}" for number in range(first + 1, last + 1)]
    return "The article:\n" + "\n".join(rows)
