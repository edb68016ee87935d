"""One pass over the words: known names, head nouns and capitalised runs, each as a labelled stretch of tokens."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from generator.extract.layers import Layers
from generator.extract.mentions.gazetteer import Entry, Gazetteer, load_gazetteer
from generator.extract.mentions.heads import Head, Heads, load_heads
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
    """Label the words of an article."""
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
        if known and not (known[1].strict and not _strict_ok(layers, i)):
            found.atom_of[i : known[0]] = [len(found.atoms)] * (known[0] - i)
            found.atoms.append(Atom(i, known[0], known[1]))
            i = known[0]
            continue
        head = heads.at(lower, i)
        if head and not (head[1].sort == "army" and _is_verb(layers, i)):
            found.head_of[i : head[0]] = [len(found.heads)] * (head[0] - i)
            found.heads.append(HeadAt(i, head[0], head[1]))
            i = head[0]
            continue
        i += 1
    _find_runs(found, heads)
    _trust_headlines(found)
    found.lone = {
        text[run.start] for run in found.runs if run.end == run.start + 1 and (not run.initial or run.honorific)
    }
    return found


def _trust_headlines(found: Scan) -> None:
    """Cut the runs of headlines down to words that the body shows to be names: in Title Case a capital tells nothing."""
    layers, text = found.layers, found.layers.tokens.text
    sure: set[str] = set()
    for run in found.runs:
        if layers.sentence_of[run.start] not in found.shouting and (not run.initial or run.end - run.start > 1):
            sure.update(text[run.start : run.end])
    runs, found.runs = found.runs, []
    found.run_of = [-1] * len(text)
    for run in runs:
        if layers.sentence_of[run.start] not in found.shouting or run.honorific:
            pieces = [(run.start, run.end)]
        else:
            pieces = _pieces([text[i] in sure or text[i].title() in sure for i in range(run.start, run.end)], run.start)
        for start, end in pieces:
            found.run_of[start:end] = [len(found.runs)] * (end - start)
            found.runs.append(Run(start, end, run.initial and start == run.start, run.honorific))


def _pieces(good: list[bool], offset: int) -> list[tuple[int, int]]:
    """The maximal stretches of good words."""
    pieces, start = [], None
    for i, word in enumerate([*good, False]):
        if word and start is None:
            start = i
        elif not word and start is not None:
            pieces.append((offset + start, offset + i))
            start = None
    return pieces


SUPPORTING = word_set("supporting")


def _hyphened(gazetteer: Gazetteer, text: list[str], lower: list[str], i: int) -> tuple[int, Entry] | None:
    """ "pro-Russian", "Moscow-backed": an adjective of the country; "US-led", "Iran-related": an adjective of none."""
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


def _is_capital(word: str) -> bool:
    return (word[0].isupper() and (len(word) > 1 or word == "X")) or (
        len(word) == 2 and word[1] == "." and word[0].isupper()
    )


def _is_name_with_article(word: str) -> bool:
    """ "al-Burhan", "el-Sisi", "d’Estaing": a small article grown together with a name."""
    if not word[0].islower() or word.isalpha():
        return False
    first, mark, rest = word.replace("’", "-").replace("'", "-").partition("-")
    return bool(mark) and first in PARTICLES | {"d", "l"} and rest[:1].isupper()


def _find_runs(found: Scan, heads: Heads) -> None:
    """Fill `runs`: maximal rows of capitalised words outside atoms and head nouns, with particles and hyphens inside."""
    layers = found.layers
    text, lower = layers.tokens.text, layers.tokens.lower
    words = not_names()
    for sentence in layers.sentences:
        i = sentence.start
        while i < sentence.end:
            if not _may_begin(found, words, i):
                i += 1
                continue
            honorific = text[i] if text[i] in heads.honorifics or text[i] in heads.ranks else None
            start = i + 1 if honorific and i + 1 < sentence.end and _may_begin(found, words, i + 1) else i
            end = _run_end(found, words, start, sentence.end)
            initial = start == i and (i == sentence.start or text[i - 1] in OPENING)
            if initial and lower[i] in words["openers"]:
                i += 1
                continue
            if start == i:
                honorific = None
            found.run_of[start:end] = [len(found.runs)] * (end - start)
            found.runs.append(Run(start, end, initial, honorific))
            i = end


def _may_begin(found: Scan, words: dict[str, frozenset[str]], i: int) -> bool:
    word = found.layers.tokens.text[i]
    if word[1:2] == "-" and word[0] in "RDI" and len(word) < 9:  # "R-OK", "D-Calif."
        return False
    if _is_name_with_article(word) and found.atom_of[i] < 0:
        return True
    if not word[0].isupper() or found.atom_of[i] >= 0 or found.head_of[i] >= 0 or not _is_capital(word):
        return False
    low = found.layers.tokens.lower[i]
    return low not in words["calendar"] and not (low in words["openers"] and len(word) < 4)


def _run_end(found: Scan, words: dict[str, frozenset[str]], start: int, limit: int) -> int:
    """The end of the run that begins at `start`: over capitalised words, particles, hyphens and initials."""
    text, lower = found.layers.tokens.text, found.layers.tokens.lower
    end = start + 1
    while end < limit:
        if found.atom_of[end] >= 0 or found.head_of[end] >= 0:
            break
        word = text[end]
        if word in found.ranks:
            break  # "Ohio Gov. X": the rank begins the name
        if _is_name_with_article(word):
            end += 1
            continue
        if _is_capital(word) and (lower[end] not in words["calendar"] or _surname_may(text, end, limit)):
            end += 1
        elif word in HYPHENS and end + 1 < limit and _glued(found, end) and text[end + 1][0].isalpha():
            end += 2
        elif lower[end] in PARTICLES and word.islower() and _name_follows(found, end, limit):
            end += 1
        elif word == "&" and end + 1 < limit and _is_capital(text[end + 1]):
            end += 2
        else:
            break
    return end


def _surname_may(text: list[str], i: int, limit: int) -> bool:
    """ "Theresa May said" against "in May 2019": a name word before it and no number after it."""
    return text[i] == "May" and not (i + 1 < limit and text[i + 1][0].isdigit())


def _glued(found: Scan, hyphen: int) -> bool:
    """Whether a hyphen stands without spaces on either side."""
    tokens = found.layers.tokens
    return tokens.end[hyphen - 1] == tokens.start[hyphen] and tokens.end[hyphen] == tokens.start[hyphen + 1]


def _name_follows(found: Scan, i: int, limit: int) -> bool:
    """Whether a capitalised word follows the particle at `i`, with at most one more particle or hyphen between."""
    text = found.layers.tokens.text
    for k in range(i + 1, min(i + 3, limit)):
        if text[k][0].isupper():
            return found.head_of[k] < 0 and (found.atom_of[k] < 0)
        if text[k] not in HYPHENS and text[k] not in PARTICLES:
            return False
    return False
