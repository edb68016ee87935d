"""The language of an article, told by its share of function words: the rules read English alone."""

from __future__ import annotations

import re

from generator.lexicon import load_lexicon

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
ENOUGH = 0.08
"""Share of English function words from which a text is English where no other language has more of them: news prose has
0.2 to 0.45, text in languages that are not listed about 0.03."""

CERTAIN = 0.2
"""Share from which no other language need be looked at."""

SAMPLE = 1000
"""Words looked at."""


def foreign_language(text: str) -> str | None:
    """The code of the language a text is in ("de"), None for English, "und" where it is none of those listed."""
    words = [word.lower() for word in WORD.findall(text[: SAMPLE * 8])[:SAMPLE]]
    english = _share(words, "en")
    if english >= CERTAIN:
        return None
    shares = {code: _share(words, code) for code in load_lexicon("languages")["names"]}
    best = max(shares, key=lambda code: shares[code])
    if english >= max(ENOUGH, shares[best]):
        return None
    return best if shares[best] >= ENOUGH else "und"


def language_name(code: str) -> str:
    """The English name of a language by its code; "another language" where the word list has none."""
    names: dict[str, str] = load_lexicon("languages")["names"]
    return names.get(code, "another language")


def _share(words: list[str], code: str) -> float:
    known = frozenset(load_lexicon("languages")[code])
    return sum(map(known.__contains__, words)) / max(len(words), 1)
