"""Stands that an imperative in a quotation takes: "Leave our land," the president said."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.layers import Attribution
from generator.extract.positions import lexicon
from generator.extract.positions.contents import trimmed_end
from generator.extract.positions.scene import MARKS, Scene, Span, Stand

SENTENCE_ENDS = frozenset({".", "!", "?", "…"})


def imperative_stands(scene: Scene) -> Iterator[Stand]:
    """Every order that stands in a quotation of a known speaker; the question it answers belongs to its evidence."""
    for attribution in scene.layers.attributions:
        if attribution.direct and attribution.speakers and attribution.sort == "speech":
            for span in attribution.content:
                yield from _in_span(scene, span, attribution)


def _in_span(scene: Scene, span: Span, attribution: Attribution) -> Iterator[Stand]:
    orders = lexicon.words("imperatives")
    sentences = _sentences(scene, span)
    for number, (start, end) in enumerate(sentences):
        first = scene.skip_marks(start)
        first += scene.word(first) in {"please", "so", "just", "then"}
        if scene.word(first) not in orders or scene.layers.np_of[first] >= 0 or end - first < 2:
            continue
        asked = number > 0 and scene.lower[sentences[number - 1][1] - 1] == "?"
        stop = trimmed_end(scene, first, end)
        yield Stand(
            stance="demands",
            trigger=(first, first + 1),
            content=(first, stop),
            shape="clause",
            rule="position/imperative v1",
            start=sentences[number - 1][0] if asked else first,
            holders=list(attribution.speakers),
            source=attribution.source,
            known=True,
            firm=True,
            why=f"the speaker orders: “{scene.layers.words(first, stop)}”",
        )


def _sentences(scene: Scene, span: Span) -> list[Span]:
    found, start = [], span[0]
    while start < span[1] and scene.lower[start] in MARKS:
        start += 1
    for i in range(start, span[1]):
        if scene.lower[i] in SENTENCE_ENDS or i + 1 == span[1]:
            if i + 1 > start:
                found.append((start, i + 1))
            start = i + 1
    return [piece for start, end in found for piece in _after_so(scene, start, end)]


def _after_so(scene: Scene, start: int, end: int) -> list[Span]:
    """As in "They left, so let them return": the order begins behind "so"."""
    so = next((i for i in range(start + 1, end - 2) if scene.lower[i - 1] == "," and scene.lower[i] == "so"), None)
    return [(start, end)] if so is None else [(start, so), (so + 1, end)]
