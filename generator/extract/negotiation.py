"""Negotiation: whether an article is on one at all, told by how often it uses the words of talks.

Where the dossier names no parties, or the article none of them, an article on an election or a film has meetings and wishes
as well; what it tells is proposed to a person then.
"""

from __future__ import annotations

from functools import cache

from generator.extract.layers import Layers
from generator.lexicon import load_lexicon

EVERY = 200
"""An article on a negotiation has one of its words among so many (marks counted), which is one in six or seven sentences."""


def speaks_of_talks(layers: Layers) -> bool:
    """Whether the article uses words of talks, agreements, strikes, takeovers often enough to be on a negotiation."""
    return sum(word in _words() for word in layers.tokens.lower) * EVERY >= len(layers.tokens)


def parties_speak(layers: Layers) -> bool:
    """Whether the dossier names parties and the article speaks of one of them by its name."""
    return bool(layers.dossier.parties) and any(chain.side in layers.parties for chain in layers.chains)


@cache
def _words() -> frozenset[str]:
    return frozenset(str(word) for word in load_lexicon("meetings")["negotiation"])
