"""Sentences of an article's text: where the one that holds a passage begins and ends, and what stands around it."""

from __future__ import annotations

import re
from functools import cache

from generator.lexicon import load_lexicon

END = re.compile(r"[.!?…]+[”’\"')\]]*(?=\s|\Z)|\n\s*\n|\Z")
"""Where a sentence may end: a mark with what closes behind it, an empty line, the end of the text."""

INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
FARTHEST = 1500
"""Characters of a sentence that are searched for its begin."""


def bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Begin and end of the whole sentence or sentences that hold the characters from `start` to `end`."""
    return _begin(text, start), _finish(text, end)


def before(text: str, start: int) -> str:
    """The sentence that ends in front of `start`; empty at the head of a text or of a paragraph."""
    stop = len(text[:start].rstrip())
    if not stop or "\n\n" in text[stop:start]:
        return ""
    return text[_begin(text, stop - 1) : stop]


def after(text: str, end: int) -> str:
    """The sentence that begins behind `end`; empty at the foot of a text or of a paragraph."""
    rest = text[end:]
    start = end + len(rest) - len(rest.lstrip())
    if start >= len(text) or "\n\n" in text[end:start]:
        return ""
    return text[start : _finish(text, start + 1)]


def _begin(text: str, start: int) -> int:
    first = max(0, start - FARTHEST)
    ends = [match.end() for match in END.finditer(text, first, start) if match.end() < start and _is_end(text, match)]
    begin = ends[-1] if ends else first
    return min(start, begin + len(text[begin:]) - len(text[begin:].lstrip()))


def _finish(text: str, end: int) -> int:
    closed = re.search(r"[.!?…]+[”’\"')\]]*$", text[max(0, end - 4) : end])
    if closed and (end == len(text) or text[end].isspace()):
        return end
    for match in END.finditer(text, max(0, end - 1)):
        if match.end() >= end and _is_end(text, match):
            return match.end() if match[0].strip() else match.start()
    return len(text)


def _is_end(text: str, match: re.Match[str]) -> bool:
    """Whether the mark ends a sentence, and is not the full stop of an initial or of a short form ("Mr.", "a.m.")."""
    if not match[0].startswith("."):
        return True
    word = re.split(r"[\s(“‘\"']", text[max(0, match.start() - 20) : match.start()])[-1]
    following = text[match.end() :].lstrip()[:1]
    if word.lower() in _short_forms("before_name") or INITIALS.fullmatch(word):
        return False
    return word.lower() not in _short_forms("may_end") or not following.islower()


@cache
def _short_forms(kind: str) -> frozenset[str]:
    words: str = load_lexicon("abbreviations")[kind]
    return frozenset(words.split())
