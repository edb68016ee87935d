"""Copies: articles that run in near-identical words, told by shingles (Broder 1997) outside quotation marks.

Quotations are set aside, since two reporters may well hear one speech; and what two articles share must be spread over them,
since a house's standing paragraph at the foot of every article is no copy.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

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

    Only pairs that share some of a sample of shingles are compared, and each shingle leads to a few neighbours: the work
    grows with the text and not with the number of pairs.

    Args:
        files: the facts of every article, in a fixed order.
        texts: article id -> its text; the facts' evidence serves for articles without.
    """
    texts = {file.article.id: texts.get(file.article.id) or _evidence(file) for file in files}
    posted: dict[int, list[int]] = {}
    for number, file in enumerate(files):
        for shingle in _sample(texts[file.article.id]):
            posted.setdefault(shingle, []).append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in posted.values():
        if 1 < len(numbers) <= _LEX["common"]:
            reach = _LEX["reach"] if len(numbers) <= _LEX["rare"] else 1
            for at, left in enumerate(numbers):
                shared.update((left, right) for right in numbers[at + 1 : at + 1 + reach])
    for left, right in sorted(pair for pair, count in shared.items() if count * _LEX["sample"] >= _LEX["shared"]):
        part = _copied(*(_print(files[n], texts[files[n].article.id]) for n in (left, right)))
        if part:
            why = f"{part:.0%} of the shorter text runs in the words of the other"
            yield files[left].article.id, files[right].article.id, why


def _evidence(file: FactsFile) -> str:
    return "\n".join(piece.text for fact in file.facts for piece in fact.evidence)


def _sample(text: str) -> set[int]:
    """Every fourth shingle or so, as a number, the same ones in every text: enough to know which texts to compare."""
    numbers = (crc32(shingle.encode()) for sentence in _sentences(text) for shingle in _shingles(sentence))
    return {number for number in numbers if number % _LEX["sample"] == 0}


def _sentences(text: str) -> list[str]:
    return _SENTENCE_END.split(_QUOTED.sub("\n", text))


def _print(file: FactsFile, text: str) -> Print:
    sentences = [_shingles(sentence) for sentence in _sentences(text)]
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
    if len(common) < _LEX["shared"] or part < _LEX["part"] or (apart is not None and apart > _LEX["days"]):
        return 0.0
    return part if spread >= _LEX["sentences"] or part >= _LEX["whole"] else 0.0
