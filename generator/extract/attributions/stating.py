"""Which attributions read as something said: those become statements, the others serve positions alone."""

from __future__ import annotations

from generator.extract.attributions.reading import Reading
from generator.extract.layers import Attribution

_CLAUSES = frozenset(
    f"attribution/{frame} v1" for frame in ("that-clause", "bare clause", "indirect question", "relative clause")
)
_WEAK = frozenset(
    f"attribution/{frame} v1" for frame in ("object", "gerund", "to", "object-to", "adjective", "light verb")
)
"""Frames that count as saying only where a known actor stands behind them."""
_UNSTATED = frozenset({"attribution/possessive v1", "attribution/relative predicate v1"})
_PRONOUNS = frozenset({"this", "that", "it", "them", "him", "her", "these", "those", "us", "me"})
_INFINITIVES = frozenset(f"attribution/{frame} v1" for frame in ("to", "object-to", "adjective"))


def is_stated(reading: Reading, found: Attribution) -> bool:
    """True for speech, and for inner states whose content is told in words of its own ("experts believe that …").

    Acts with an object ("rejected the plan", "demands that …", "Kiev's request to …") tell what somebody did or what is known of
    their stance: in articles with gold, two of three are no statements.
    """
    if found.rule in _UNSTATED or found.source is None or _points_back(reading, found):
        return False
    if not found.speakers and found.rule in _WEAK:
        return False
    if found.sort == "speech":
        return True
    return found.rule in _INFINITIVES or (found.rule in _CLAUSES and found.sort != "stance")


def _points_back(reading: Reading, found: Attribution) -> bool:
    """True where the content is but a pronoun ("he announced this today"): what was said stands elsewhere."""
    if found.rule not in {"attribution/object v1", "attribution/passive v1"}:
        return False
    start = found.content[0][0]
    index = reading.layers.np_of[start]
    alone = index < 0 or reading.layers.noun_phrases[index].end == start + 1 or start + 1 in reading.timex_at
    return alone and reading.lower(start) in _PRONOUNS
