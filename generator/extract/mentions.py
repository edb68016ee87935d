"""Component `mentions` (to be written)."""

from __future__ import annotations

from spacy.tokens import Doc

from generator.extract.layers import Layers


def find_mentions(layers: Layers, doc: Doc) -> None:
    """Fill the layer."""
