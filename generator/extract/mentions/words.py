"""Small word sets by which names and actors are seen (`lexicon/mention_words.yml`)."""

from __future__ import annotations

from functools import cache

from generator.lexicon import load_lexicon


@cache
def word_set(group: str) -> frozenset[str]:
    """The words of a group ("speech", "particles").

    Raises:
        KeyError: the lexicon has no such group.
    """
    return frozenset(load_lexicon("mention_words")[group])
