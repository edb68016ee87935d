"""Tokens: what spaCy's tokenizer gives, mended into the words that grammar reasons about.

spaCy takes hyphenated words apart and leaves marks on words where a space is missing. Here "cease-fire" becomes one
token again, "attacks”" two, "No." one, and words that a machine glued together ("Zurichhas") are parted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, lru_cache

from spacy.tokens import Doc

from generator.extract.layers import Tokens
from generator.extract.text.glued import part_glued_words
from generator.lexicon import load_lexicon

QUOTE_MARKS = frozenset("“”„«»\"‘’'") | {"``", "''"}
_JOINTS = frozenset("-‐‑.`")
_WHOLE, _SPACE, _JOINT, _MARKED = "whole", "space", "joint", "marked"
_PIECES = re.compile(
    r"[“”„«»\"()\[\]{}…]|\.{2,}|``|''|[‘’'](?=\W|$)|(?<!\w)[‘’']|(?<=[a-z]{2})\.(?=[A-Z])|(?<=\d{4})(?=[A-Z][a-z]{2})|—|--+|[?!]+"
)
_CLITIC = re.compile(r"(?:n[’']t|[’'](?:s|S|re|ve|ll|d|m))$")


def read_tokens(doc: Doc) -> tuple[Tokens, list[int]]:
    """The words of a document.

    Args:
        doc: the output of the blank English tokenizer over the article's clean text.

    Returns:
        the tokens (text, lower, start, end filled) and the tokens at which a new paragraph begins.
    """
    texts, starts, breaks, joints = _visible(doc)
    _join(texts, starts, breaks, joints)
    part_glued_words(texts, starts, breaks)
    tokens = Tokens(text=texts, start=starts)
    tokens.lower = [text.lower() for text in texts]
    tokens.end = [start + len(text) for text, start in zip(texts, starts, strict=True)]
    return tokens, breaks


def _visible(doc: Doc) -> tuple[list[str], list[int], list[int], list[int]]:
    """Words and offsets without white space, words after line breaks, and marks that may join two words."""
    texts: list[str] = []
    starts: list[int] = []
    breaks: list[int] = [0]
    joints: list[int] = []
    strings = doc.vocab.strings
    known: dict[int, tuple[str, int, str]] = {}
    offset = 0
    spaced_before = 1
    for orth, spaced in doc.to_array(["ORTH", "SPACY"]).tolist():
        entry = known.get(orth)
        if entry is None:
            text = strings[orth]
            entry = known[orth] = (text, len(text), _sort_of(text))
        text, length, sort = entry
        if sort == _SPACE:
            if "\n" in text and breaks[-1] != len(texts):
                breaks.append(len(texts))
            spaced_before = 1
            offset += length + spaced
            continue
        if sort == _MARKED:
            for begin, end in _pieces(text) or ():
                texts.append(text[begin:end])
                starts.append(offset + begin)
        else:
            if sort == _JOINT and not spaced_before and texts:
                joints.append(len(texts))
            texts.append(text)
            starts.append(offset)
        spaced_before = spaced
        offset += length + spaced
    if breaks[-1] == len(texts) and texts:
        breaks.pop()
    return texts, starts, breaks, joints


def _sort_of(text: str) -> str:
    if text.isalpha():
        return _WHOLE
    if text.isspace():
        return _SPACE
    if text in _JOINTS:
        return _JOINT
    return _MARKED if _pieces(text) else _WHOLE


@lru_cache(maxsize=1 << 16)
def _pieces(text: str) -> tuple[tuple[int, int], ...] | None:
    """Where to cut a token that carries marks ("attacks”", "said.The"); None where it is whole."""
    if len(text) < 2 or _CLITIC.match(text) or text in QUOTE_MARKS:
        return None
    bounds: list[tuple[int, int]] = []
    position = 0
    for match in _PIECES.finditer(text):
        if position < match.start():
            bounds.append((position, match.start()))
        if match.group():
            bounds.append(match.span())
        position = match.end()
    if position < len(text):
        bounds.append((position, len(text)))
    return tuple(bounds) if len(bounds) > 1 else None


@cache
def _short_forms() -> frozenset[str]:
    lists = load_lexicon("abbreviations")
    return frozenset((lists["before_name"] + lists["may_end"]).split())


def _join(texts: list[str], starts: list[int], breaks: list[int], joints: list[int]) -> None:
    """Put hyphenated words, doubled quotation marks and short forms with their full stop together again, in place.

    Joints come from the right end of the text first, so that the positions of those still to come stay as they are.
    """
    for i in reversed(joints):
        mark = texts[i]
        if mark == "`":
            if texts[i - 1] == "`" and starts[i - 1] == starts[i] - 1:
                _merge(texts, starts, breaks, i - 1, 2)
        elif mark == ".":
            if _is_short_form(texts, i):
                _merge(texts, starts, breaks, i - 1, 2)
        elif _is_hyphen(texts, starts, i):
            _merge(texts, starts, breaks, i - 1, 3)


def _is_hyphen(texts: list[str], starts: list[int], i: int) -> bool:
    """A hyphen between two words; not between numbers, and not a dash."""
    return (
        i + 1 < len(texts)
        and starts[i + 1] == starts[i] + 1
        and texts[i - 1][-1].isalnum()
        and texts[i + 1][0].isalpha()
    )


def _merge(texts: list[str], starts: list[int], breaks: list[int], i: int, count: int) -> None:
    texts[i : i + count] = ["".join(texts[i : i + count])]
    del starts[i + 1 : i + count]
    for place in range(bisect_right(breaks, i), len(breaks)):
        breaks[place] -= count - 1


def _is_short_form(texts: list[str], i: int) -> bool:
    word = texts[i - 1]
    after = texts[i + 1] if i + 1 < len(texts) else ""
    if word.lower() in ("no", "nos", "art", "fig", "vol", "pp"):
        return after[:1].isdigit()
    if len(word) == 1 and word.isupper() and word.isalpha():
        return after[:1].isupper() and word != "I"
    return word.lower() in _short_forms() and word[:1].isupper() and after[:1].isupper() and len(word) < 5
