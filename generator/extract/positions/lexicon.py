"""Lists of words that tell stands apart (`stance_triggers.yml`); the words that take a stand are rows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator.lexicon import load_lexicon


@cache
def words(name: str) -> frozenset[str]:
    """A plain list of the lexicon ("refusals", "imperatives") as a set."""
    return frozenset(str(word) for word in load_lexicon("stance_triggers")[name])


@cache
def phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """A list of words and phrases of the lexicon as tuples of words, the longest first."""
    return tuple(sorted((tuple(str(p).split()) for p in load_lexicon("stance_triggers")[name]), key=lambda p: -len(p)))


@cache
def table(name: str) -> Mapping[str, frozenset[str]]:
    """A table of word lists of the lexicon ("not_things": heads, verbs) as sets."""
    rows = load_lexicon("stance_triggers")[name].items()
    return {str(key): frozenset(str(word) for word in row) for key, row in rows}
