"""What an apposition tells of a name that no lexicon knows: "Meridian, the country’s biggest union,", "Halden, a news site"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.extract.mentions.heads import load_heads
from generator.extract.mentions.phrases import read_phrase
from generator.extract.mentions.scan import Scan
from generator.extract.mentions.words import word_set

REACH = 7
"""Words after the comma within which the noun must stand."""
COLLECTIVE = frozenset(["generic", "movement", "institution", "medium"])


@dataclass(frozen=True, slots=True)
class Apposition:
    """The noun phrase after a name: the kind of actor that it shows, its words, and the noun itself."""

    kind: Literal["organisation", "media", "place"]
    title: str
    noun: str
    owner: str | None = None
    """Whose part it is: "New Dawn, the political wing of the ABC"."""


def apposition_of(scan: Scan, end: int) -> Apposition | None:
    """The phrase that tells what the name ending before token `end` is; None where none follows or it tells of a person."""
    tokens = scan.layers.tokens
    limit = scan.layers.sentences[scan.layers.sentence_of[end - 1]].end
    if tokens.text[end : end + 1] == ["("] and tokens.text[end + 2 : end + 3] == [")"]:
        end += 3  # "the Meridian Stock Exchange (MSE), the country’s oldest bourse"
    if end + 2 >= limit or tokens.text[end] != ",":
        return None
    phrase_number = scan.layers.np_of[end + 1]
    if phrase_number < 0 or scan.layers.noun_phrases[phrase_number].start != end + 1:
        return None
    phrase = scan.layers.noun_phrases[phrase_number]
    if tokens.tag[end + 1] not in {"DT", "PRP$"} and not {"'s", "’s"} & set(tokens.text[end + 1 : phrase.end]):
        return None
    last = phrase.head
    if last - end > REACH or (
        phrase.end < limit and scan.layers.vg_of[phrase.end] >= 0 and _is_subject(scan, phrase_number)
    ):
        return None
    return _read(scan, end + 1, last)


def _is_subject(scan: Scan, phrase: int) -> bool:
    """Whether the phrase is the subject of its own clause: "After leaving Meridian, the union said …"."""
    return any(group.subject == phrase for group in scan.layers.verb_groups)


def _read(scan: Scan, start: int, last: int) -> Apposition | None:
    tokens, heads = scan.layers.tokens, load_heads()
    head, word = scan.head_at(last), tokens.lower[last]
    if head is not None and head.end == last + 1 and (head.head.sort in COLLECTIVE or word in heads.generic):
        phrase = read_phrase(scan, head)
        kind: Literal["organisation", "media"] = "media" if head.head.sort == "medium" else "organisation"
        return Apposition(kind, scan.layers.words(max(phrase.core, start), last + 1), word)
    if word in word_set("organisation_nouns") or word in heads.generic:
        opens = start + (tokens.tag[start] in {"DT", "PRP$"})
        return Apposition("organisation", scan.layers.words(opens, last + 1), word, _whole(scan, last + 1))
    return Apposition("place", "", word) if word in word_set("place_nouns") else None


def _whole(scan: Scan, k: int) -> str | None:
    """The organisation or state after "of" behind a noun of parts."""
    lower = scan.layers.tokens.lower
    if lower[k - 1] not in word_set("parts_of") or lower[k : k + 1] != ["of"]:
        return None
    k += 1 + (lower[k + 1 : k + 2] == ["the"])
    atom, run = scan.atom_at(k), scan.run_at(k)
    if atom is not None:
        return atom.entry.of or atom.entry.name
    return scan.layers.words(run.start, run.end) if run is not None else None
