"""Copies: articles that run in near-identical words, told by shingles (Broder 1997) outside quotation marks.

Quotations are set aside, since two reporters may well hear one speech; and what two articles share must be spread over them,
since a house's standing paragraph at the foot of every article is no copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.lexicon import load_lexicon
from generator.merge.edtf import day_gap
from generator.merge.wording import words
from generator.model.facts import FactsFile

_LEX = load_lexicon("merge_origins")
_SIZE: int = _LEX["size"]
_QUOTED = re.compile(r"[“\"][^”\"]{1,600}[”\"]")
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)][.!?])\s+|\n+")


@dataclass(frozen=True)
class Print:
    """What an article is recognised by: the shingles of each of its sentences."""

    article: str
    published: str | None
    sentences: tuple[frozenset[str], ...]

    @property
    def shingles(self) -> frozenset[str]:
        """All of them."""
        return frozenset().union(*self.sentences)


def find_copies(files: Sequence[FactsFile], texts: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Pairs of articles that draw on one text, with the reason.

    Only pairs that share a rare shingle are compared, and each shingle leads to a few neighbours: the work grows with
    the text and not with the number of pairs.

    Args:
        files: the facts of every article, in a fixed order.
        texts: article id -> its text; the facts' evidence serves for articles without.
    """
    prints = [_print(file, texts.get(file.article.id)) for file in files]
    posted: dict[str, list[int]] = {}
    for number, one in enumerate(prints):
        for shingle in one.shingles:
            posted.setdefault(shingle, []).append(number)
    shared: dict[tuple[int, int], int] = {}
    for numbers in posted.values():
        if 1 < len(numbers) <= _LEX["common"]:
            reach = _LEX["reach"] if len(numbers) <= _LEX["rare"] else 1
            for at, left in enumerate(numbers):
                for right in numbers[at + 1 : at + 1 + reach]:
                    shared[left, right] = shared.get((left, right), 0) + 1
    for (left, right), count in sorted(shared.items()):
        if count >= _LEX["shared"]:
            part = _copied(prints[left], prints[right])
            if part:
                yield (
                    prints[left].article,
                    prints[right].article,
                    f"{part:.0%} of the shorter text runs in the words of the other",
                )


def _print(file: FactsFile, text: str | None) -> Print:
    whole = text or "\n".join(piece.text for fact in file.facts for piece in fact.evidence)
    sentences = [_shingles(sentence) for sentence in _SENTENCE_END.split(_QUOTED.sub("\n", whole))]
    return Print(file.article.id, file.article.published.date, tuple(s for s in sentences if s))


def _shingles(sentence: str) -> frozenset[str]:
    """The runs of words of a sentence."""
    run = words(sentence)
    return frozenset(" ".join(run[i : i + _SIZE]) for i in range(len(run) - _SIZE + 1))


def _copied(left: Print, right: Print) -> float:
    """The part of the shorter text that both share; 0 where that does not make them copies."""
    short, long = sorted((left, right), key=lambda one: (len(one.shingles), one.article))
    common = short.shingles & long.shingles
    part = len(common) / len(short.shingles)
    spread = sum(not sentence.isdisjoint(common) for sentence in short.sentences)
    apart = day_gap(left.published, right.published)
    if part < _LEX["part"] or (apart is not None and apart > _LEX["days"]):
        return 0.0
    return part if spread >= _LEX["sentences"] or part >= _LEX["whole"] else 0.0
