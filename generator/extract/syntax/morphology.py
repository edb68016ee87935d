"""Word classes: what a word may be before its neighbours are asked.

A class is either a Penn tag, which is final, or one of the classes of doubt that `tagging` resolves: NV noun or verb in its base
form (talk), NVS the same in -s (talks), VB verb in its base form, VBDN past or participle (accused), PUT all three alike (put), COME base
or participle (come), VBG gerund, participle or noun, JV adjective or verb (open), JN adjective or noun (military), and the words with
rules of their own: THAT, HER, 'S, 'D, THERE, MORE, LIKE, SO.
"""

from __future__ import annotations

from functools import cache, lru_cache

from generator.extract.syntax.inflection import verb_forms
from generator.lexicon import load_lexicon

_ADJECTIVE_ENDINGS = (
    "able",
    "ible",
    "ous",
    "ful",
    "less",
    "ive",
    "al",
    "ic",
    "ish",
    "ary",
    "ese",
    "some",
    "like",
    "ward",
)
_NOUN_ENDINGS = (
    "tion", "sion", "ment", "ness", "ity", "ism", "ship", "ance", "ence", "hood", "dom", "ure", "age", "cy",
)  # fmt: skip
_DOER_ENDINGS = ("er", "or", "ist", "man", "eer", "ian")
"""Nouns of this kind begin a sentence without an article only in the plural; a bare singular is a surname."""


@cache
def word_classes() -> dict[str, str]:
    """Class of every word that the lexicons know; the later of two lists wins where they disagree."""
    nouns, adjectives, function = load_lexicon("nouns"), load_lexicon("adjectives"), load_lexicon("function_words")
    classes: dict[str, str] = {}
    _add_verbs(classes)
    for word in nouns["plain"].split():
        plural = word + "s" if not word.endswith(("s", "x", "ch", "sh")) else word + "es"
        plural = word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeou" else plural
        for form, alone, doubtful in ((word, "NN", "NV"), (plural, "NNS", "NVS")):
            classes[form] = doubtful if classes.get(form) in ("VB", "VBZ", "NV", "NVS") else alone
    for word in nouns["same_plural"].split():
        classes.setdefault(word, "NN")
    classes |= dict.fromkeys(nouns["gerunds"].split(), "GERUND")
    for word in adjectives["plain"].split():
        classes[word] = "JV" if classes.get(word) in ("VB", "NV", "JV") else "JJ"
    for word in adjectives["noun_too"].split():
        classes[word] = "JN"
    classes |= dict.fromkeys(nouns["irregular_plurals"].split(), "NNS")
    ambiguous = load_lexicon("ambiguous_words")
    for name, words in ambiguous["classes"].items():
        classes |= dict.fromkeys(words.split(), name)
    for tag, words in function["tags"].items():
        classes |= dict.fromkeys(words.split(), tag)
    for name, words in ambiguous["forms"].items():
        classes |= dict.fromkeys(words.split(), name)
    classes.update(ambiguous["marks"])
    return classes


def _add_verbs(classes: dict[str, str]) -> None:
    lists, forms = load_lexicon("verbs"), verb_forms()
    nouns, adjectives = set(lists["noun_too"].split()), set(lists["adjective_too"].split())
    for form, base in forms.third.items():
        classes[form] = "NVS" if base in nouns else "VBZ"
    classes |= dict.fromkeys(forms.gerund, "VBG")
    for form in forms.past:
        classes[form] = "VBDN" if form in forms.participle else "VBD"
    for form in forms.participle:
        classes.setdefault(form, "VBN")
    for base in forms.base:
        if base in forms.past:
            classes[base] = "PUT"
        elif base in forms.participle:
            classes[base] = "COME"
        elif base in adjectives:
            classes[base] = "JV"
        else:
            classes[base] = "NV" if base in nouns else "VB"


@lru_cache(maxsize=1 << 16)
def class_of(word: str) -> str:
    """Class of a lower-case word, guessed from its ending where no list knows it."""
    known = word_classes().get(word)
    return known or _guess(word)


def _guess(word: str) -> str:
    if word[0].isdigit() or (word[0] in "+-." and word[1:2].isdigit()):
        return _numeral(word)
    if not word[0].isalpha():
        return "SYM"
    if "-" in word and len(word) > 3:
        return _compound(word)
    adjectives = load_lexicon("adjectives")
    if word.endswith("ly") and len(word) > 4:
        return "JJ" if word in adjectives["in_ly"].split() else "RB"
    degree = _degree(word)
    if degree:
        return degree
    if word.endswith("ing") and len(word) > 5:
        return "VBG"
    if word.endswith("ed") and len(word) > 4:
        return (
            "JJ" if word.startswith("un") and not word.startswith("under") and len(word) > 6 else "VBDN"
        )  # unhindered: known verbs in un- never come here
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "ous")):
        return "NNS"
    if word.endswith(_ADJECTIVE_ENDINGS) and len(word) > 5:
        return "JJ"
    return "NN"


def _degree(word: str) -> str:
    """“clearer” and "friendliest" from adjectives that the lists know."""
    for ending, tag in (("er", "JJR"), ("est", "JJS")):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            bases = (stem, stem + "e", stem[:-1], stem[:-1] + "y")
            if any(word_classes().get(base) in ("JJ", "JV") for base in bases):
                return tag
    return ""


def _numeral(word: str) -> str:
    """10,000 and 3.5 are CD, 1990s NNS, 2nd JJ, 5bn CD."""
    if word.endswith(("st", "nd", "rd", "th")):
        return "JJ"
    if word.endswith("s") and word[:-1].isdigit():
        return "NNS"
    return "JJ" if "-" in word and word[-1].isalpha() else "CD"


def _compound(word: str) -> str:
    """Class of a hyphenated word by its last part: hard-hit, pro-Russian, cease-fire, five-hour, twenty-one."""
    first, last = word.split("-", 1)[0], word.rsplit("-", 1)[1]
    last_class = word_classes().get(last, "")
    if last.endswith(("er", "or", "ers", "ors", "man", "men")) and last_class not in ("JJ", "JJR", "IN"):
        return "NNS" if last.endswith(("s", "men")) else "NN"
    if word.count("-") > 1:
        return "JJ"
    if last_class == "CD" or not last:
        return "CD" if last else "NN"
    if last_class in ("VBDN", "VBN", "VBG", "PUT", "JJ", "JV", "VBD", "JN", "GERUND") or last.endswith("ed"):
        return "JJ"
    if (
        class_of(first) in ("CD", "JJ", "JN", "JV", "JJR", "DT", "IN")
        or first.isdigit()
        or first in load_lexicon("adjectives")["prefixes"].split()
    ):
        return "NNS" if last_class == "NNS" else "JJ"
    return "NNS" if last_class in ("NNS", "NVS") else "NN"


def is_noun_ending(word: str) -> bool:
    """Whether a word that no list knows ends like a common noun, so that a capital at the start of a sentence makes no name of it."""
    if word.endswith("s"):
        return word[:-1].endswith((*_NOUN_ENDINGS, *_DOER_ENDINGS)) or word.endswith(("ies", "ics"))
    return word.endswith(_NOUN_ENDINGS)


@cache
def countries() -> frozenset[str]:
    """Names of states and their capitals: names even where a sentence begins with them."""
    states = load_lexicon("countries")["states"]
    names = set(states)
    for state in states.values():
        names.update((state or {}).get("capital") or [])
    return frozenset(name for name in names if " " not in name)


@cache
def demonyms() -> frozenset[str]:
    """Adjectives of states and regions ("Russian", "European"): adjective before a noun, else a name."""
    words = {adj for state in load_lexicon("countries")["states"].values() for adj in (state or {}).get("adj", [])}
    return frozenset(words | set(load_lexicon("adjectives")["regions"].split()))
