"""Capitalised runs: words in a row that may be a name no lexicon knows, cut at titles, known names and headlines' capitals."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from generator.extract.mentions.heads import load_heads
from generator.extract.mentions.portfolios import portfolio_end
from generator.extract.mentions.scan import HYPHENS, OPENING, PARTICLES, Run, Scan, not_names, owns_institution
from generator.extract.mentions.words import word_set


def find_runs(found: Scan) -> None:
    """Fill `runs`, `run_of` and `lone` of a scan."""
    _collect(found)
    _trust_headlines(found)
    text = found.layers.tokens.text
    found.lone = {
        text[run.start]
        for run in found.runs
        if run.end == run.start + 1
        and (not run.initial or run.honorific)
        and (run.honorific or found.layers.tokens.lower[run.start - 1] != "the")
    }


def _collect(found: Scan) -> None:
    """Maximal rows of capitalised words outside atoms and head nouns, with particles and hyphens inside."""
    layers = found.layers
    text, lower = layers.tokens.text, layers.tokens.lower
    words, heads = not_names(), load_heads()
    found.pairs = Counter(pairwise(text))
    for sentence in layers.sentences:
        i = sentence.start
        while i < sentence.end:
            if not _may_begin(found, words, i):
                i += 1
                continue
            honorific = text[i] if text[i] in heads.honorifics or text[i] in heads.ranks else None
            start = i + 1 if honorific and i + 1 < sentence.end and _may_begin(found, words, i + 1) else i
            end = portfolio_end(found, start, _run_end(found, words, start, sentence.end))
            initial = start == i and (i == sentence.start or text[i - 1] in OPENING)
            if initial and lower[i] in words["openers"] and not _is_small_name(found, i):
                i += 1
                continue
            if start == i:
                honorific = None
            found.run_of[start:end] = [len(found.runs)] * (end - start)
            found.runs.append(Run(start, end, initial, honorific))
            i = end


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


def _is_capital(word: str) -> bool:
    return (word[0].isupper() and (len(word) > 1 or word == "X")) or (
        len(word) == 2 and word[1] == "." and word[0].isupper()
    )


def _is_name_with_article(word: str) -> bool:
    """Whether a word is like "al-Burhan", "el-Sisi", "d’Estaing": a small article grown together with a name."""
    if not word[0].islower() or word.isalpha():
        return False
    first, mark, rest = word.replace("’", "-").replace("'", "-").partition("-")
    return bool(mark) and first in PARTICLES | {"d", "l"} and rest[:1].isupper()


def _may_begin(found: Scan, words: dict[str, frozenset[str]], i: int) -> bool:
    word = found.layers.tokens.text[i]
    if word[1:2] == "-" and word[0] in "RDI" and len(word) < 9:  # "R-OK", "D-Calif."
        return False
    if _is_name_with_article(word) and found.atom_of[i] < 0:
        return True
    if not word[0].isupper() or found.atom_of[i] >= 0 or found.head_of[i] >= 0 or not _is_capital(word):
        return False
    low = found.layers.tokens.lower[i]
    if word in found.ranks or _is_small_name(found, i):
        return True
    return low not in words["calendar"] and not (low in words["openers"] and len(word) < 4)


def _is_small_name(found: Scan, i: int) -> bool:
    """Whether a word of everyday English begins a name: "He Lifeng met", "Sun Li said", "Will May"; or alone: "May told".

    The grammar tells pronouns from names; an adverb or article is one where the same pair comes again ("So Young").
    """
    tokens = found.layers.tokens
    word, after = tokens.text[i], tokens.text[i + 1 : i + 2]
    calendar = not_names()["calendar"]
    if tokens.lower[i] not in word_set("small_names"):
        return False
    if not after or not after[0][0].isupper() or not after[0].isalpha() or after[0].lower() in calendar - {"may"}:
        return tokens.tag[i] == "NNP" and word == "May" and tokens.tag[i + 1 : i + 2] in (["VBD"], ["VBZ"], ["MD"])
    if found.atom_of[i + 1] >= 0 or found.head_of[i + 1] >= 0:
        return False
    return tokens.tag[i] == "NNP" or (word == "So" and found.pairs[word, after[0]] > 1)


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
        elif owns_institution(text, end - 1) or (word == "&" and end + 1 < limit and _is_capital(text[end + 1])):
            end += 2
        else:
            break
    return end


def _surname_may(text: list[str], i: int, limit: int) -> bool:
    """Whether "May" is a surname: "Theresa May said" against "in May 2019": a name word before it and no number after it."""
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
