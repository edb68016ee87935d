"""Wording: what two passages have in common when their little words and endings are set aside."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from generator.lexicon import load_lexicon

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_LEX = load_lexicon("merge_words")
_STOP = frozenset(_LEX["stop"])
_ENDINGS: tuple[tuple[str, str], ...] = tuple(
    sorted(((end, put) for end, put in _LEX["endings"].items()), key=lambda pair: -len(pair[0]))
)
_SPELLINGS: tuple[tuple[str, str], ...] = tuple(_LEX["spellings"].items())
_SHORTEST_STEM = 4


def words(text: str) -> list[str]:
    """The lower-case words of a passage in order; hyphens join ("cease-fire" is "ceasefire"), a possessive s is cut."""
    plain = text.lower().replace("’", "'").replace("'s", "").replace("n't", " not").replace("-", "").replace("'", "")
    return _WORD.findall(plain)


@cache
def stem(word: str) -> str:
    """The word without its ending ("demilitarisation", "demilitarize" -> "demilitariz"); a light stemmer, no dictionary."""
    for british, american in _SPELLINGS:
        word = word.replace(british, american)
    for ending, put in _ENDINGS:
        if ending == "s" and word.endswith(("ss", "us", "is")):
            continue
        if word.endswith(ending) and len(word) - len(ending) + len(put) >= _SHORTEST_STEM:
            cut = word[: len(word) - len(ending)] + put
            return cut[:-1] if len(cut) > _SHORTEST_STEM and cut[-1] == cut[-2] and cut[-1] not in "sz" else cut
    return word


@cache
def stems(text: str) -> frozenset[str]:
    """The stems of the content words of a passage."""
    return frozenset(stem(word) for word in words(text) if word not in _STOP)


@cache
def negated(text: str) -> bool:
    """Whether the passage turns something down or round ("not", "no", "refuses")."""
    return any(word in _NEGATIONS or stem(word) in _NEGATIONS for word in words(text))


_NEGATIONS = frozenset(_LEX["negations"])


def jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    """Shared stems as a part of all stems of the two."""
    return len(left & right) / len(left | right) if left or right else 0.0


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """Shared stems as a part of the shorter passage's stems."""
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


@cache
def stem_pattern(entries: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """A word list made ready for stems: whole stems, and beginnings (entries that end in `*`)."""
    whole = frozenset(stem(entry.lower().replace("-", "")) for entry in entries if not entry.endswith("*"))
    return whole, tuple(sorted(_cut_e(entry[:-1].lower()) for entry in entries if entry.endswith("*")))


def _cut_e(beginning: str) -> str:
    """Stems have lost a final e ("outcome" -> "outcom"), and so must the beginnings that they are held against."""
    return beginning.removesuffix("e") if len(beginning) > _SHORTEST_STEM else beginning


def holds_any(passage: frozenset[str], entries: Iterable[str]) -> bool:
    """Whether a passage (as stems) holds a word of the list; `*` at the end of an entry stands for any ending."""
    whole, beginnings = stem_pattern(tuple(entries))
    return not whole.isdisjoint(passage) or any(word.startswith(beginnings) for word in passage if beginnings)


def shorten(text: str, limit: int = 220) -> str:
    """The passage on one line, cut at a word where it is longer than `limit` characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0].rstrip(",;:–-") + " …"
