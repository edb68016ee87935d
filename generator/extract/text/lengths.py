"""Sentences that never end: a text without full stops is broken, for rules look around within a sentence."""

from __future__ import annotations

from generator.extract.layers import Tokens

LONGEST = 400
"""Tokens. The longest sentences of the news have some 150; what is longer is a list, a table or a machine's output."""

PAUSES = frozenset({";", ",", ":", "–", "—", "-"})


def with_breaks(tokens: Tokens, starts: list[int], end: int) -> list[int]:
    """The first tokens of sentences, with more of them where one would be longer than `LONGEST`.

    Args:
        tokens: the article's words.
        starts: where the sentences of a paragraph begin, in order.
        end: the end of the paragraph (exclusive).
    """
    if not starts or end - starts[0] <= LONGEST:
        return starts
    broken: list[int] = []
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        at = start
        broken.append(at)
        while stop - at > LONGEST:
            at = _break(tokens, at)
            broken.append(at)
    return broken


def _break(tokens: Tokens, start: int) -> int:
    """Behind the last pause of the second half, else in the middle of the words."""
    last = start + LONGEST
    return next((i + 1 for i in range(last - 1, start + LONGEST // 2, -1) if tokens.text[i] in PAUSES), last)
