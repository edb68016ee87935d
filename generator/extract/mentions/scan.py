"""One pass over the words: known names and head nouns, each as a labelled stretch of tokens (`runs` adds capitalised runs)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from generator.extract.layers import Layers
from generator.extract.mentions.gazetteer import Entry, Gazetteer, load_gazetteer
from generator.extract.mentions.heads import Head, load_heads
from generator.extract.mentions.words import word_set
from generator.lexicon import load_lexicon

PARTICLES = word_set("particles")
POSSESSIVE = frozenset(["'s", "’s", "'", "’"])
HYPHENS = frozenset(["-", "–", "‑"])
STOPS = frozenset([".", "!", "”", "’", "''"])
"""Ends of whole sentences: a headline has none of them."""
OPENING = frozenset(["“", "‘", '"', "«", "„", ":", "(", "—", "-", "–", "•", "'", "`", "``", "…", "..."])


@dataclass(slots=True)
class Atom:
    """A known name at `[start, end)`."""

    start: int
    end: int
    entry: Entry


@dataclass(slots=True)
class HeadAt:
    """A head noun at `[start, end)`."""

    start: int
    end: int
    head: Head


@dataclass(slots=True)
class Run:
    """Capitalised words in a row that no lexicon knows; `initial` where a sentence or quotation opens with them."""

    start: int
    end: int
    initial: bool
    honorific: str | None = None
    """The "Mr." or rank before it, which is not part of `[start, end)`."""


@dataclass(slots=True)
class Scan:
    """The labelled words of one article: token -> index of its atom, head noun and run, -1 for none."""

    layers: Layers
    atoms: list[Atom] = field(default_factory=list)
    heads: list[HeadAt] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    atom_of: list[int] = field(default_factory=list)
    head_of: list[int] = field(default_factory=list)
    run_of: list[int] = field(default_factory=list)
    lone: set[str] = field(default_factory=set)
    """Words that stand alone as a capitalised run inside sentences: surnames that recur."""
    ranks: frozenset[str] = frozenset()
    """Words that stand before names: "Mr.", "Gen."."""
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often two words stand side by side."""
    shouting: set[int] = field(default_factory=set)
    """Sentences in Title Case or in capitals, where a capital tells nothing."""

    def atom_at(self, i: int) -> Atom | None:
        """The known name that covers token `i`."""
        return self.atoms[self.atom_of[i]] if 0 <= i < len(self.atom_of) and self.atom_of[i] >= 0 else None

    def head_at(self, i: int) -> HeadAt | None:
        """The head noun that covers token `i`."""
        return self.heads[self.head_of[i]] if 0 <= i < len(self.head_of) and self.head_of[i] >= 0 else None

    def run_at(self, i: int) -> Run | None:
        """The capitalised run that covers token `i`."""
        return self.runs[self.run_of[i]] if 0 <= i < len(self.run_of) and self.run_of[i] >= 0 else None


@cache
def not_names() -> dict[str, frozenset[str]]:
    """Capitalised words that name no actor, by group."""
    return {group: frozenset(words) for group, words in load_lexicon("not_names").items()}


def scan(layers: Layers) -> Scan:
    """Label the known names and head nouns of an article."""
    count = len(layers.tokens)
    found = Scan(layers, atom_of=[-1] * count, head_of=[-1] * count, run_of=[-1] * count)
    gazetteer, heads = load_gazetteer().extended(layers.dossier), load_heads()
    found.ranks = heads.ranks | heads.honorifics.keys()
    text, lower = layers.tokens.text, layers.tokens.lower
    for number, sentence in enumerate(layers.sentences):
        if text[sentence.end - 1] not in STOPS and _shouts(text, sentence.start, sentence.end):
            found.shouting.add(number)
    i = 0
    while i < count:
        known = gazetteer.at(text, i) or _hyphened(gazetteer, text, lower, i)
        if (
            known
            and known[1].kind == "organisation"
            and text[known[0] : known[0] + 1]
            and text[known[0]] in LEGAL_FORMS
        ):
            known = (known[0] + 1, known[1])  # "Meridian Corp."
        if known and not (known[1].strict and not _strict_ok(layers, i)) and not _is_field(lower, i):
            found.atom_of[i : known[0]] = [len(found.atoms)] * (known[0] - i)
            found.atoms.append(Atom(i, known[0], known[1]))
            i = known[0]
            continue
        if owns_institution(text, i):
            i += 3  # "the Transport Workers’ Union" is one name
            continue
        head = heads.at(lower, i)
        named = (
            head is not None and text[i][0].isupper() and (head[1].word == "office" or _heads_name(found, i, head[0]))
        )
        if head and not named and not (head[1].sort == "army" and _is_verb(layers, i)):
            found.head_of[i : head[0]] = [len(found.heads)] * (head[0] - i)
            found.heads.append(HeadAt(i, head[0], head[1]))
            i = head[0]
            continue
        i += 1
    return found


FIELDS = (["minister"], ["ministry"], ["secretary"], ["department"])
SUPPORTING = word_set("supporting")
LEGAL_FORMS = word_set("legal_forms") - {"Group", "Holdings"}


def _hyphened(gazetteer: Gazetteer, text: list[str], lower: list[str], i: int) -> tuple[int, Entry] | None:
    """A word grown together: "pro-Russian", "Moscow-backed" is an adjective of the country, "US-led" of none."""
    word = text[i]
    if "-" not in word or not (word[0].isupper() or lower[i].startswith(("pro-", "anti-"))):
        return None
    first, _, rest = word.partition("-")
    pro = gazetteer.entry(rest) if first.lower() in {"pro", "anti"} else None
    if pro is not None and pro.of:
        return i + 1, Entry(
            "adjective" if first.lower() == "pro" else "region", "", "state", pro.of if first.lower() == "pro" else None
        )
    base = gazetteer.entry(first)
    if base is None or (rest[:1].isupper() and gazetteer.entry(rest) is None):
        return None
    near = rest.lower() in SUPPORTING
    return i + 1, Entry("adjective" if near else "region", "", "state", base.of if near else None)


def owns_institution(text: list[str], i: int) -> bool:
    """Whether the word at `i` is a capitalised plural in the possessive before an institution: "Workers’ Union"."""
    after = text[i + 1 : i + 3]
    return (
        len(after) == 2
        and text[i][0].isupper()
        and text[i].endswith("s")
        and after[0] in {"'", "’"}
        and after[1] in load_heads().organisation
    )


def _is_field(lower: list[str], i: int) -> bool:
    """Whether a known name is only the field of a ministry: "Labour Minister"."""
    return lower[i] in load_heads().ministries and lower[i + 1 : i + 2] in FIELDS


def _heads_name(found: Scan, i: int, end: int) -> bool:
    """Whether a capitalised noun opens a foreign name of an organisation: "the Alliance Nouvelle Vague"."""
    tokens = found.layers.tokens
    if end != i + 1 or end + 1 >= len(tokens) or tokens.text[i] not in load_heads().organisation:
        return False
    follows = all(word[0].isupper() and word.isalpha() for word in tokens.text[end : end + 2])
    return i > 0 and tokens.lower[i - 1] == "the" and follows


def _is_verb(layers: Layers, i: int) -> bool:
    return layers.tokens.tag[i][:2] in {"VB", "MD"}


def _strict_ok(layers: Layers, i: int) -> bool:
    """Whether an everyday word stands in the middle of a sentence written as a name."""
    sentence = layers.sentences[layers.sentence_of[i]]
    return i > sentence.start and layers.tokens.text[i - 1] not in OPENING and layers.tokens.text[i][0].isupper()


def _shouts(text: list[str], start: int, end: int) -> bool:
    """Whether nearly all longer words of a sentence are capitalised (Title Case, capitals)."""
    long = [word for word in text[start:end] if len(word) > 3 and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in long)
    return len(long) >= 3 and capital >= 0.75 * len(long) and not (len(long) < 6 and long[-1].islower())
