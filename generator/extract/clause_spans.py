"""Clauses: the stretch of a sentence around one verb, and who reports it; what events and figures rest their evidence on."""

from __future__ import annotations

from generator.extract.layers import Layers

_RELATIVES = frozenset(["WDT", "WP"])


class Clauses:
    """The clauses of one article as the grammar has them, for evidence that is meant to be short."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers

    def around(self, token: int) -> tuple[int, int]:
        """The clause that holds `token`; its sentence where it stands in none."""
        verb = self._layers.syntax.verb_at(token)
        if verb is None:
            sentence = self._layers.sentences[self._layers.sentence_of[token]]
            return sentence.start, sentence.end
        return self.of_verb(verb)

    def of_verb(self, index: int) -> tuple[int, int]:
        """The clause of a verb group with its subject."""
        return self._layers.syntax.clause(index)


def subject_of(layers: Layers, index: int) -> int | None:
    """The noun phrase that governs a verb group."""
    subjects = layers.syntax.subjects(index)
    return subjects[0] if subjects else None


def reporters(layers: Layers) -> list[int]:
    """Token -> index in `layers.attributions` of the innermost attribution whose content holds it, -1 outside."""
    inner = [-1] * len(layers.tokens)
    spans = [
        (end - start, start, end, index)
        for index, attribution in enumerate(layers.attributions)
        for start, end in attribution.content
    ]
    for _, start, end, index in sorted(spans, key=lambda span: (-span[0], span[1], span[3])):
        inner[start:end] = [index] * (end - start)
    return inner


def speaker_of(layers: Layers, attribution: int) -> int | None:
    """The first speaker of an attribution, None for the article itself (-1) and for unnamed sources."""
    if attribution < 0:
        return None
    speakers = layers.attributions[attribution].speakers
    return speakers[0] if speakers else None
