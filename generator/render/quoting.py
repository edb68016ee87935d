"""Words of an article inside a page's own quotation marks: cut to a length, around what they are to prove."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model.evidence import Evidence

LONGEST_QUOTATION = 150
"""Characters of an article that a footnote shows at most."""


def proving(evidence: Sequence[Evidence], proof: Sequence[str], longest: int = LONGEST_QUOTATION) -> str:
    """The words of the evidence that hold one of `proof` (earlier ones first), cut around it where they run too long."""
    pieces = [" ".join(piece.text.split()) for piece in sorted(evidence, key=lambda piece: piece.start)]
    for words in proof:
        for piece in pieces:
            place = piece.lower().find(words.lower()) if words else -1
            if place >= 0:
                return within_quotation(window(piece, place, place + len(words), longest))
    return within_quotation(clipped(pieces[0], longest))


def cut_to(text: str, wanted: Sequence[str], longest: int) -> str:
    """`text` cut to a length; where the cut would lose the first of the wanted words, its begin and the place around them."""
    flat = " ".join(text.split())
    short = clipped(flat, longest)
    places = [(place, len(word)) for word in wanted if (place := flat.lower().find(word.lower())) >= 0]
    if short == flat or not places or any(place + length <= len(short) for place, length in places):
        return short
    place, length = min(places)
    lead = clipped(flat, longest // 3)
    return f"{lead} {window(flat, place, place + length, longest - len(lead)).removeprefix('… ')}"


def window(text: str, start: int, end: int, longest: int) -> str:
    """`text` cut at blanks to about `longest` characters around the words from `start` to `end`; ellipses say so."""
    if len(text) <= longest:
        return text
    room = max(0, longest - (end - start))
    first = max(0, min(start - room // 2, len(text) - longest))
    last = min(len(text), max(first + longest, end))
    while first and not text[first - 1].isspace():
        first -= 1
    while last < len(text) and not text[last].isspace():
        last += 1
    return ("… " if first else "") + text[first:last].strip(" ,;:") + (" …" if last < len(text) else "")


def within_quotation(words: str) -> str:
    """Words that a page puts into quotation marks: double marks of their own become single ones."""
    single = re.sub(r"[“”]", lambda mark: "‘" if mark[0] == "“" else "’", words)
    return re.sub(r'(^|[\s(\[])"', r"\1‘", single).replace('"', "’")


def clipped(words: str, longest: int) -> str:
    """`words` cut at a blank so that no more than `longest` characters are left; an ellipsis says so."""
    flat = " ".join(words.split())
    if len(flat) <= longest:
        return flat
    return flat[:longest].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"
