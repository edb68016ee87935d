"""Names of media as lines beside an article have them: "Reuters, 3 March 2026", "BBC News | 20 January", "REUTER" at the end."""

from __future__ import annotations

import re
from functools import cache

from generator.lexicon import load_lexicon
from generator.lexicon.dates import find_dates

_EDGE = " \t,;:|/.·•–—-()[]"
_LONGEST = 5
"""Words that the name of a medium has at most."""


@cache
def _names() -> dict[str, str]:
    """Names in lower case -> as they are printed."""
    media = load_lexicon("media")
    listed = [name for group in ("agencies", "papers", "broadcasters") for names in media[group] for name in names]
    return {name.lower(): name for name in listed}


@cache
def _name_words() -> frozenset[str]:
    return frozenset(word.lower() for word in load_lexicon("media")["name_words"])


def medium(words: str) -> str | None:
    """The medium that some words name and nothing else: one that is known, or capitals that end with a word such as "Times"."""
    name = re.sub(r"^the\s+", "", words.strip(_EDGE), flags=re.IGNORECASE)
    parts = name.split()
    if not parts or len(parts) > _LONGEST:
        return None
    if name.lower() in _names():
        return _names()[name.lower()]
    capitals = all(part[0].isupper() or part in {"of", "the", "and"} for part in parts)
    return name if capitals and len(parts) > 1 and parts[-1].lower() in _name_words() else None


def medium_beside_date(line: str) -> str | None:
    """The medium in a line that is its name and a date ("Reuters, 3 March 2026"); None for other lines."""
    dates = [found for found in find_dates(line) if found.year]
    if len(dates) != 1:
        return None
    before, after = line[: dates[0].start].strip(_EDGE), line[dates[0].end :].strip(_EDGE)
    rest = before or after
    return medium(rest) if not (before and after) else None
