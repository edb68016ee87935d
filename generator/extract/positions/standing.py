"""Standing: whether who takes a stand has a say in the negotiation; what anybody else wants is proposed to a person, not claimed.

A party has a say, and so does whoever speaks to one, or of what negotiations are known to be about. Where nobody knows the parties,
the article must speak of talks at all.
"""

from __future__ import annotations

from generator.extract.layers import Layers, PositionFound
from generator.extract.negotiation import parties_speak, speaks_of_talks

KNOWN = frozenset({"topic/list v1", "topic/dossier v1"})
"""What makes a topic that negotiations are known to be about."""


class Standing:
    """Who has a say, told once for an article."""

    def __init__(self, layers: Layers) -> None:
        """Look for the parties and for words of talks.

        Args:
            layers: of the article; its mentions and coreference are filled.
        """
        self._layers = layers
        self._known = parties_speak(layers)
        self._talks = speaks_of_talks(layers)

    def doubt(self, position: PositionFound) -> str:
        """Why the position is proposed only; "" where it is claimed."""
        if position.holder is None:
            return "nobody is known to hold it"
        if not self._known and not self._talks:
            return "the article speaks of no talks"
        if self._is_party(position.holder) or position.topic_by in KNOWN:
            return ""
        unnamed = bool(self._layers.dossier.parties) and not self._known  # the parties go by other names here
        if unnamed or not self._layers.parties or self._speaks_to_party(position):
            return ""
        return "its holder is no party and speaks to none"

    def _is_party(self, chain: int) -> bool:
        """Whether a chain is a party, or of one; a group is where one of its members is."""
        told = self._layers.chains[chain]
        parties = self._layers.parties
        if told.side in parties or told.name in parties:
            return True
        return any(self._layers.chains[member].side in parties for member in told.members)

    def _speaks_to_party(self, position: PositionFound) -> bool:
        """Whether the words of the position name a party: "urged the army to", "a proposal that the union should"."""
        layers = self._layers
        for token in range(*position.evidence):
            index = layers.mention_of[token]
            chain = layers.mentions[index].chain if index >= 0 else None
            if chain is not None and chain != position.holder and self._is_party(chain):
                return True
        return False
