"""Which attributions read as something said: those become statements, the others serve positions alone."""

from __future__ import annotations

from generator.extract.layers import Attribution

_TOLD = frozenset(
    f"attribution/{frame} v1"
    for frame in ("that-clause", "bare clause", "indirect question", "to", "object-to", "adjective", "relative clause")
)
"""Frames in which a thought or a wish is told in words of its own: "experts believe that …", "Kiev hopes to …"."""


def is_stated(found: Attribution) -> bool:
    """True for speech in any frame, and for inner states whose content is told as a clause or an infinitive.

    Acts with an object ("rejected the plan", "supports the deal") tell what somebody did: measured on articles with gold, two of
    three are no statements.
    """
    return found.sort == "speech" or found.rule in _TOLD
