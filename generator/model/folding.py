"""Folding: two spellings of the same characters compare as equal, and every folded character leads back to its original.

White space, quotation marks, dashes, ligatures and soft hyphens are folded, nothing else: a changed letter, digit or word never
matches. What a reader copied, and what a person decided on, is found again by it and never by likeness.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_QUOTES = dict.fromkeys('“”„‟«»‹›〝〞＂"', '"') | dict.fromkeys("‘’‚‛`´′'", "'")
_DASHES = dict.fromkeys("‐‑‒–—―−﹣－-", "-")
_IGNORED = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "…": "..."}
_ONE_FOR_ONE = _QUOTES | _DASHES


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with its variants folded.

    Attributes:
        text: the folded characters.
        origin: for each folded character the offset of the character it came from, and the length of the original at the end.
    """

    text: str
    origin: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original behind `text[start:end]`, `end` exclusive."""
        return self.origin[start], self.origin[end - 1] + 1


def fold(text: str) -> Folded:
    """Fold a text: runs of white space become one space, variants of quotation marks and dashes one sign each.

    Two apostrophes in a row are one quotation mark (LaTeX, agency wires); a run of dashes is one dash.
    """
    out: list[str] = []
    origin: list[int] = []
    for at, char in enumerate(text):
        if char in _IGNORED:
            continue
        if char.isspace():
            folded = "" if out and out[-1] == " " else " "
        else:
            folded = _ONE_FOR_ONE.get(char) or _LIGATURES.get(char) or unicodedata.normalize("NFC", char)
        if folded == "-" and out and out[-1] == "-":
            continue
        if folded == "'" and out and out[-1] == "'" and origin[-1] == at - 1:
            out[-1] = '"'
            continue
        out.extend(folded)
        origin.extend([at] * len(folded))
    return Folded("".join(out), (*origin, len(text)))


def places_of(words: str, text: Folded) -> list[tuple[int, int]]:
    """All places of words in a folded text, as spans of the original; a match never begins or ends inside a word."""
    wanted = fold(words).text.strip()
    found: list[tuple[int, int]] = []
    at = text.text.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        if not (_joined(text.text, at) or _joined(text.text, end)):
            found.append(text.original(at, end))
        at = text.text.find(wanted, at + 1)
    return found


def _joined(text: str, at: int) -> bool:
    """Whether a word runs over this point."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
