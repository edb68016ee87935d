"""Phrases that tell a topic: all words of a phrase in one clause, in any order, `*` for any ending."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.extract.layers import Tokens

FUNCTION_WORDS = frozenset(
    {"of", "the", "a", "an", "for", "to", "in", "on", "and", "be", "with", "from", "by", "’s", "'s"}
)
"""Words of a phrase that need not stand in the clause: "withdrawal of troops" is also "troop withdrawal"."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a clause with its token: a token that holds a hyphen gives several words."""

    text: str
    token: int


@dataclass(frozen=True, slots=True)
class TopicMatch:
    """A topic found among the words of a clause: `first` and `last` are positions in that list of words."""

    topic: str
    first: int
    last: int
    size: int
    weak: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    topic: str
    units: tuple[tuple[str, ...], ...]
    weak: bool


def words_of(tokens: Tokens, start: int, end: int) -> list[Word]:
    """The words of the tokens `[start, end)`, lower-cased, cut at hyphens, without punctuation."""
    words: list[Word] = []
    for i in range(start, end):
        parts = tokens.lower[i].replace("‑", "-").split("-")
        words.extend(Word(part, i) for part in parts if part and (part[0].isalnum() or part in {"’s", "'s"}))
    return words


class TopicWords:
    """The phrases of a set of topics, indexed so that a clause costs one look-up a word."""

    def __init__(self, topics: Iterable[tuple[str, Sequence[str], bool]], reach: int) -> None:
        """Args:
        topics: id, phrases, and whether the topic is weak (counts only beside no other).
        reach: how many words a phrase's parts may span in the clause.
        """
        self.reach = reach
        self._exact: dict[str, list[_Phrase]] = {}
        self._prefix: dict[str, list[tuple[str, _Phrase]]] = {}
        for topic, phrases, weak in topics:
            for text in phrases:
                self._add(_Phrase(topic, _units(text), weak))

    def _add(self, phrase: _Phrase) -> None:
        if not phrase.units:
            return
        anchor = max((unit[0] for unit in phrase.units), key=len)
        if anchor.endswith("*"):
            self._prefix.setdefault(anchor[:2], []).append((anchor[:-1], phrase))
        else:
            self._exact.setdefault(anchor, []).append(phrase)

    def find(self, words: Sequence[Word]) -> list[TopicMatch]:
        """All topics whose words stand in the clause, each with the narrowest place where they do."""
        places: dict[str, list[int]] = {}
        for at, word in enumerate(words):
            places.setdefault(word.text, []).append(at)
        found: list[TopicMatch] = []
        for word_text in places:
            phrases = list(self._exact.get(word_text, ()))
            phrases += [one for stem, one in self._prefix.get(word_text[:2], ()) if word_text.startswith(stem)]
            for phrase in phrases:
                match = self._place(phrase, words, places)
                if match is not None and match not in found:
                    found.append(match)
        return sorted(found, key=lambda m: (m.first, -m.size, m.last, m.topic))

    def _place(self, phrase: _Phrase, words: Sequence[Word], places: dict[str, list[int]]) -> TopicMatch | None:
        spots_of = [_positions(unit, words, places) for unit in phrase.units]
        if not all(spots_of):
            return None
        best: tuple[int, int] | None = None
        for start in spots_of[0]:
            chosen = [min(spots, key=lambda spot: abs(spot - start)) for spots in spots_of]
            first = min(chosen)
            last = max(spot + len(unit) - 1 for spot, unit in zip(chosen, phrase.units, strict=True))
            if last - first < self.reach and (best is None or last - first < best[1] - best[0]):
                best = (first, last)
        if best is None:
            return None
        size = sum(len(unit) for unit in phrase.units)
        return TopicMatch(phrase.topic, best[0], best[1], size, phrase.weak)


def _units(text: str) -> tuple[tuple[str, ...], ...]:
    units = [tuple(part for part in unit.split("-") if part) for unit in text.lower().split()]
    kept = [unit for unit in units if unit and unit[0] not in FUNCTION_WORDS]
    return tuple(kept)


def _positions(unit: tuple[str, ...], words: Sequence[Word], places: dict[str, list[int]]) -> list[int]:
    """Where a unit's words stand side by side."""
    first = unit[0]
    if first.endswith("*"):
        starts = sorted(at for word, spots in places.items() if word.startswith(first[:-1]) for at in spots)
    else:
        starts = places.get(first, [])
    if len(unit) == 1:
        return starts
    last = len(words) - len(unit)
    return [at for at in starts if at <= last and all(_fits(p, words[at + k].text) for k, p in enumerate(unit))]


def _fits(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern
