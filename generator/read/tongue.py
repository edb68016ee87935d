"""The language of an article, told by its share of function words: only English is read."""

from __future__ import annotations

import re

from generator.lexicon import load_lexicon

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
ENOUGH = 0.15
"""Share of English function words from which a text is English: news prose has 0.3 to 0.45, other languages less than 0.1."""

SAMPLE = 4000
"""Words looked at."""


def foreign_language(text: str) -> str | None:
    """The name of the language a text is in, None for English ("another language" where it is none of those listed)."""
    words = [word.lower() for word in WORD.findall(text[: SAMPLE * 8])[:SAMPLE]]
    if not words:
        return "another language"
    lists = load_lexicon("languages")
    names: dict[str, str] = lists["names"]
    shares = {}
    for code in ("en", *names):
        known = frozenset(lists[code])
        shares[code] = sum(word in known for word in words) / len(words)
    best = max(shares, key=lambda code: (shares[code], code == "en"))
    if best == "en" and shares["en"] >= ENOUGH:
        return None
    return names.get(best, "another language") if shares[best] >= ENOUGH / 2 else "another language"
