"""Names: how alike two personal names are, whatever the alphabet or language they passed through.

Folding after `reading/systems.md` §4: plain ASCII, one letter for each sound that transliterations spell differently; then
tokens are aligned and the *weakest* pair decides, with a small penalty for tokens that have no counterpart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from anyascii import anyascii
from rapidfuzz.distance import OSA, JaroWinkler

from generator.lexicon import load_lexicon

_LEX = load_lexicon("merge_names")
_FOLDS: tuple[tuple[str, str], ...] = tuple((old, new) for old, new in _LEX["folds"])
_TITLES = frozenset(_LEX["titles"])
_PARTICLES = frozenset(_LEX["particles"])
_NAMELESS = frozenset(_LEX["nameless"])
_UNNAMED = frozenset(_LEX["unnamed"])
_GENDERED: tuple[tuple[str, str], ...] = tuple((male, female) for male, female in _LEX["gendered"])
_SHORT_FORMS: dict[str, str] = {short: full for full, shorts in _LEX["short_forms"].items() for short in shorts}
_DOUBLE = re.compile(r"(.)\1+")

SAME_NAME = 0.82
"""From this similarity on, two full names are taken for one; measured on name pairs of many languages."""
_UNMATCHED = 0.04
"""What a token without a counterpart costs: "Luiz Inácio Lula da Silva" and "Lula da Silva" are still one."""
_VOWELS = str.maketrans("", "", "aeiouh")
_SAME_CONSONANTS = 0.93
_TELLING = 3
"""Fewer consonants than these tell nothing ("Ryan", "Ron")."""
_OTHER_INITIALS = 0.25
"""What it costs where both names have initials and they differ ("George W. Bush", "George H. W. Bush")."""
_OTHER_SEX = 0.6
_INITIAL = 0.9
"""What an initial that fits is worth: "A. Marsh" is probably Ada Marsh."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, from 0 to 1, and why, in words that a page can show."""

    score: float
    why: str


@cache
def plain(text: str) -> str:
    """A name in lower-case ASCII without possessive, article and punctuation."""
    latin = anyascii(text).lower().replace("`", "'")
    latin = re.sub(r"'s\b", "", latin).replace("'", "")
    return re.sub(r"[^a-z0-9]+", " ", latin).strip().removeprefix("the ")


@cache
def fold(token: str) -> str:
    """One token with each sound spelled one way ("zelenskyy", "selenskyj" differ in one letter, "zelenski" in none)."""
    for old, new in _FOLDS:
        token = token.replace(old, new)
    return _DOUBLE.sub(r"\1", token)


@cache
def _written_tokens(name: str) -> tuple[str, ...]:
    """The tokens of a personal name as they are written, without titles."""
    tokens = plain(name).split()
    return tuple(token for token in tokens if token not in _TITLES) or tuple(tokens)


@cache
def name_tokens(name: str) -> tuple[str, ...]:
    """The folded tokens of a personal name, without titles."""
    return tuple(fold(_SHORT_FORMS.get(token, token)) for token in _written_tokens(name))


def surname(name: str) -> str:
    """The last folded token: what newspapers call a person by."""
    tokens = name_tokens(name)
    return tokens[-1] if tokens else ""


def is_full(name: str) -> bool:
    """Whether the name has more than a surname."""
    return len([token for token in name_tokens(name) if token not in _PARTICLES]) > 1


def is_personal(name: str) -> bool:
    """Whether it can be somebody's own name: every word but particles is capitalised ("Ursula von der Leyen")."""
    tokens = [token for token in name.replace("-", " ").split() if plain(token) not in _PARTICLES]
    return bool(tokens) and not any(token[0].islower() for token in tokens) and not is_nameless(name)


def is_nameless(name: str) -> bool:
    """Whether the name is a crowd's that nobody can point at ("some experts", "two officials")."""
    first = plain(name).partition(" ")[0]
    return first in _NAMELESS or first.isdigit()


def is_unnamed(name: str) -> bool:
    """Whether the name is one of somebody who is not to be named ("a senior Norland official"): two of them are two."""
    return plain(name).rpartition(" ")[2] in _UNNAMED


@cache
def token_likeness(left: str, right: str) -> float:
    """How alike two folded tokens are; an initial fits any token that it begins.

    The mean of Jaro-Winkler (which is fond of common beginnings) and of edit distance; names whose consonants are the
    same differ in how a language writes its vowels and are taken for nearly equal ("Dmitry", "Dimitri").
    """
    if left == right:
        return 1.0
    short, long = sorted((left, right), key=lambda token: (len(token), token))
    if len(short) == 1:
        return _INITIAL if long.startswith(short) else 0.0
    if _differ_in_sex(left, right):
        return _OTHER_SEX
    winkler = float(JaroWinkler.similarity(left, right))
    if len(_consonants(short)) >= _TELLING and _consonants(short) == _consonants(long):
        return max(winkler, _SAME_CONSONANTS)
    return (winkler + float(OSA.normalized_similarity(left, right))) / 2


def _differ_in_sex(left: str, right: str) -> bool:
    """Whether the tokens are one surname as a man and as a woman bear it (Petrov, Petrova)."""
    return any(
        a.endswith(male) and b.endswith(female) and a.removesuffix(male) == b.removesuffix(female)
        for male, female in _GENDERED
        for a, b in ((left, right), (right, left))
    )


@cache
def _consonants(token: str) -> str:
    return token[:1] + token[1:].translate(_VOWELS)


def compare_names(left: str, right: str) -> Likeness:
    """How alike two personal names are: tokens aligned, the weakest pair decides.

    Args:
        left: a name as an article has it, titles and all.
        right: another.
    """
    short, long = sorted((left, right), key=lambda name: (len(name_tokens(name)), name_tokens(name)))
    a, b = name_tokens(short), name_tokens(long)
    if not a:
        return Likeness(0.0, "no name to compare")
    if "".join(a) == "".join(b) or sorted(a) == sorted(b):
        return Likeness(1.0, "the same name, but for spelling")
    pairs = _align(a, b)
    spare = [j for j in range(len(b)) if j not in {pair.right for pair in pairs}]
    weakest = min(pairs, key=lambda pair: (pair.score, pair.left))
    score = weakest.score - _UNMATCHED * len([j for j in spare if b[j] not in _PARTICLES])
    score -= _OTHER_INITIALS * _initials_clash(a, b)
    mine, theirs = _written_tokens(short), _written_tokens(long)
    why = f"weakest pair {mine[weakest.left]} ~ {theirs[weakest.right]} {weakest.score:.2f}"
    alone = f", without counterpart: {', '.join(theirs[j] for j in spare)}" if spare else ""
    return Likeness(round(max(0.0, score), 3), why + alone)


def _initials_clash(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether both names have initials, and other ones."""
    mine, theirs = ({token for token in tokens if len(token) == 1} for tokens in (left, right))
    return bool(mine and theirs) and mine != theirs


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two tokens (by place) that were taken for counterparts."""

    score: float
    left: int
    right: int


def _align(short: tuple[str, ...], long: tuple[str, ...]) -> list[_Pair]:
    """Pair each token of the shorter name with its best free counterpart, best pairs first."""
    ranked = sorted(
        (_Pair(token_likeness(a, b), i, j) for i, a in enumerate(short) for j, b in enumerate(long)),
        key=lambda pair: (-pair.score, abs(pair.left - pair.right), pair.left, pair.right),
    )
    left, right, pairs = set(range(len(short))), set(range(len(long))), []
    for pair in ranked:
        if pair.left in left and pair.right in right:
            left.discard(pair.left)
            right.discard(pair.right)
            pairs.append(pair)
    return pairs
