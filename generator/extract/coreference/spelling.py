"""Spellings of one name: folded to a skeleton in which the usual transliterations fall together."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_RULES = (
    (re.compile(r"[^a-z ]"), ""),
    (re.compile(r"(?:iy|yi|ij|yy|ii|yj|j|y)"), "i"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"(?:ck|c(?=[aouklrt]|$)|q)"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=4096)
def skeleton(name: str) -> str:
    """The skeleton of a name: "Kovalskyy", "Kovalski" and "Kowalsky" have one, "Kovalska" has another."""
    text = anyascii(name).lower().replace("-", " ")
    for rule, by in _RULES:
        text = rule.sub(by, text)
    return text.strip()


def compatible(left: list[str], right: list[str]) -> bool:
    """Whether two rows of given names may be one person's: equal, an initial of each other, or one missing."""
    for one, other in zip(left, right, strict=False):
        a, b = skeleton(one), skeleton(other)
        if a != b and not ((len(a) == 1 or len(b) == 1) and a[:1] == b[:1]) and not _near(a, b):
            return False
    return True


def _near(a: str, b: str) -> bool:
    """Whether given names differ by transliteration only ("Dmitri", "Dimitri"; "Sergei", "Sergey")."""
    short, long = sorted((a, b), key=len)
    if len(short) > 3 and long.startswith(short.rstrip("aeiou")) and len(short.rstrip("aeiou")) > 2:
        return True  # "Steve", "Steven"
    consonants = re.compile(r"[aeiou ]")
    return a[:1] == b[:1] and len(a) > 3 and consonants.sub("", a) == consonants.sub("", b)
