"""Tokens: what spaCy's tokenizer gives, mended into the words that grammar reasons about.

spaCy takes hyphenated words apart and leaves marks on words where a space is missing. Here "cease-fire" becomes one
token again, "attacks”" two, "No." one, and words that a machine glued together ("Zurichhas") are parted.
"""

from __future__ import annotations

import re
from functools import cache

from spacy.attrs import ORTH, SPACY
from spacy.tokens import Doc

from generator.extract.layers import Tokens
from generator.extract.text.glued import part_glued_words
from generator.lexicon import load_lexicon

QUOTE_MARKS = frozenset("“”„«»\"‘’'") | {"``", "''"}
_HYPHENS = frozenset("-‐‑")
_PIECES = re.compile(r"[“”„«»\"()\[\]{}…]|\.{2,}|``|''|[‘’'](?=\W|$)|(?<!\w)[‘’']|(?<=[a-z]{2})\.(?=[A-Z])|—|--+|[?!]+")
_CLITIC = re.compile(r"(?:n[’']t|[’'](?:s|S|re|ve|ll|d|m))$")


def read_tokens(doc: Doc) -> tuple[Tokens, list[int]]:
    """The words of a document.

    Args:
        doc: the output of the blank English tokenizer over the article's clean text.

    Returns:
        the tokens (text, lower, start, end filled) and the tokens at which a new paragraph begins.
    """
    texts, starts, breaks = _visible(doc)
    texts, starts, breaks = _join(texts, starts, breaks)
    part_glued_words(texts, starts, breaks)
    tokens = Tokens(text=texts, start=starts)
    tokens.lower = [text.lower() for text in texts]
    tokens.end = [start + len(text) for text, start in zip(texts, starts, strict=True)]
    return tokens, breaks


def _visible(doc: Doc) -> tuple[list[str], list[int], list[int]]:
    """Texts and offsets without white space, and the positions after line breaks; words with marks on them are parted."""
    texts: list[str] = []
    starts: list[int] = []
    breaks: list[int] = [0]
    strings = doc.vocab.strings
    known: dict[int, str] = {}
    offset = 0
    for orth, spaced in doc.to_array([ORTH, SPACY]).tolist():
        text = known.get(orth)
        if text is None:
            text = known[orth] = strings[orth]
        if text.isalpha():
            texts.append(text)
            starts.append(offset)
        elif text.isspace():
            if "\n" in text and breaks[-1] != len(texts):
                breaks.append(len(texts))
        else:
            pieces = _pieces(text)
            if pieces is None:
                texts.append(text)
                starts.append(offset)
            else:
                for begin, end in pieces:
                    texts.append(text[begin:end])
                    starts.append(offset + begin)
        offset += len(text) + spaced
    if breaks[-1] == len(texts) and texts:
        breaks.pop()
    return texts, starts, breaks


@cache
def _pieces(text: str) -> tuple[tuple[int, int], ...] | None:
    """Where to cut a token that carries marks ("attacks”", "said.The"); None where it is whole."""
    if len(text) < 2 or _CLITIC.match(text) or text in QUOTE_MARKS:
        return None
    bounds: list[tuple[int, int]] = []
    position = 0
    for match in _PIECES.finditer(text):
        if position < match.start():
            bounds.append((position, match.start()))
        bounds.append(match.span())
        position = match.end()
    if position < len(text):
        bounds.append((position, len(text)))
    return tuple(bounds) if len(bounds) > 1 else None


@cache
def _short_forms() -> frozenset[str]:
    lists = load_lexicon("abbreviations")
    return frozenset((lists["before_name"] + lists["may_end"]).split())


def _join(texts: list[str], starts: list[int], breaks: list[int]) -> tuple[list[str], list[int], list[int]]:
    """Put hyphenated words and short forms with their full stop together again."""
    joints = [i for i, text in enumerate(texts) if text in _HYPHENS or text in (".", "`")]
    joints = [i for i in joints if i > 0 and starts[i] == starts[i - 1] + len(texts[i - 1])]
    firsts = set(breaks)
    to_left: list[int] = []  # tokens that become part of the token before them
    for i in joints:
        if texts[i] == "`":
            if texts[i - 1] == "`" and (not to_left or to_left[-1] != i - 1):
                to_left.append(i)
        elif texts[i] == ".":
            if _is_short_form(texts, starts, i):
                to_left.append(i)
        elif (
            i + 1 < len(texts)
            and i + 1 not in firsts
            and starts[i + 1] == starts[i] + 1
            and texts[i - 1][-1].isalnum()
            and texts[i + 1][0].isalpha()
        ):
            to_left += (i, i + 1)
    if not to_left:
        return texts, starts, breaks
    return _merged(texts, starts, breaks, set(to_left))


def _is_short_form(texts: list[str], starts: list[int], i: int) -> bool:
    word = texts[i - 1]
    after = texts[i + 1] if i + 1 < len(texts) else ""
    if word.lower() in ("no", "nos", "art", "fig", "vol", "pp"):
        return after[:1].isdigit()
    if len(word) == 1 and word.isupper() and word.isalpha():
        return after[:1].isupper() and word != "I"
    return word.lower() in _short_forms() and word[:1].isupper() and after[:1].isupper() and len(word) < 5


def _merged(
    texts: list[str], starts: list[int], breaks: list[int], to_left: set[int]
) -> tuple[list[str], list[int], list[int]]:
    new_texts: list[str] = []
    new_starts: list[int] = []
    new_position: dict[int, int] = {}
    firsts = set(breaks)
    for i, text in enumerate(texts):
        if i in to_left:
            new_texts[-1] += text
        else:
            if i in firsts:
                new_position[i] = len(new_texts)
            new_texts.append(text)
            new_starts.append(starts[i])
    return new_texts, new_starts, [new_position[i] for i in breaks if i in new_position]
