"""Index types: what a number counts, so that the type checker tells a verb group from a noun phrase."""

from __future__ import annotations

from typing import NewType

TokenIndex = NewType("TokenIndex", int)
"""Place of a word in `Tokens`."""
PhraseIndex = NewType("PhraseIndex", int)
"""Place in `Layers.noun_phrases`."""
VerbIndex = NewType("VerbIndex", int)
"""Place in `Layers.verb_groups`."""
MentionIndex = NewType("MentionIndex", int)
"""Place in `Layers.mentions`."""
ChainIndex = NewType("ChainIndex", int)
"""Place in `Layers.chains`."""

Span = tuple[int, int]
"""First token and the one behind the last."""
