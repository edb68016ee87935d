"""Which attributions read as something said: those become statements, the others serve positions alone."""

from __future__ import annotations

from generator.extract.layers import Attribution

_CLAUSES = frozenset(
    f"attribution/{frame} v1" for frame in ("that-clause", "bare clause", "indirect question", "relative clause")
)
_INFINITIVES = frozenset(f"attribution/{frame} v1" for frame in ("to", "object-to", "adjective"))


def is_stated(found: Attribution) -> bool:
    """True for speech, and for inner states whose content is told in words of its own ("experts believe that …").

    Acts with an object ("rejected the plan", "demands that …", "Kiev's request to …") tell what somebody did or what is known of
    their stance: in articles with gold, two of three are no statements.
    """
    if found.rule == "attribution/possessive v1" or found.source is None:
        return False
    if found.sort == "speech":
        return True
    return found.rule in _INFINITIVES or (found.rule in _CLAUSES and found.sort != "stance")
