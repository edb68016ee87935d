"""The lexicon of reporting as the grammar needs it: by head word, longest entry first, each frame with the sort of its report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.lexicon import load_lexicon

Sort = Literal["speech", "stance", "belief", "perception"]
SORTS: tuple[Sort, ...] = ("speech", "stance", "belief", "perception")
FRAMES = frozenset(
    [
        "that",
        "bare",
        "wh",
        "quote",
        "object",
        "gerund",
        "to",
        "object-to",
        "object-that",
        "object-wh",
        "as",
        "complement",
    ]  # see reporting_verbs.yml
)


@dataclass(frozen=True, slots=True)
class VerbEntry:
    """A reporting verb: `key` as listed ("call for"), the words that follow its head, and the sort of each of its frames."""

    key: str
    tail: tuple[str, ...]
    frames: Mapping[str, Sort]


@dataclass(frozen=True, slots=True)
class NounEntry:
    """A reporting noun or adjective: `links` are the words that may introduce its content."""

    key: str
    links: frozenset[str]
    sort: Sort


@cache
def verb_entries() -> dict[str, tuple[VerbEntry, ...]]:
    """Entries by the base form of their head; those with more words first, so that "call for" wins over "call"."""
    frames: dict[str, dict[str, Sort]] = {}
    data = load_lexicon("reporting_verbs")
    for sort in SORTS:
        for key, names in data[sort].items():
            for name in names.split():
                frames.setdefault(key, {}).setdefault(name, sort)
    entries: dict[str, list[VerbEntry]] = {}
    for key, found in frames.items():
        words = key.split()
        head = words[1] if words[0] == "would" else words[0]
        tail = () if words[0] == "would" else tuple(words[1:])
        entries.setdefault(head, []).append(VerbEntry(key, tail, found))
    return {
        head: tuple(sorted(found, key=lambda entry: (-len(entry.tail), not entry.key.startswith("would "))))
        for head, found in entries.items()
    }


@cache
def noun_entries() -> dict[str, NounEntry]:
    """Reporting nouns by base form; a noun of two sorts keeps the first, with the links of both."""
    data = load_lexicon("reporting_nouns")
    entries: dict[str, NounEntry] = {}
    for sort in SORTS[:3]:
        for key, links in data[sort].items():
            known = entries.get(key)
            words = frozenset(links.split()) | (known.links if known else frozenset())
            entries[key] = NounEntry(key, words, known.sort if known else sort)
    return entries


@cache
def adjective_entries() -> dict[str, NounEntry]:
    """Adjectives of an inner state ("confident that") by base form."""
    found = load_lexicon("reporting_nouns")["adjectives"]
    return {key: NounEntry(key, frozenset(links.split()), "belief") for key, links in found.items()}


@cache
def words_of(lexicon: str, part: str) -> frozenset[str]:
    """A plain list of a lexicon as a set ("reporting_nouns", "light_verbs")."""
    return frozenset(load_lexicon(lexicon)[part])
