"""Capitals: which capitalised words are names, and which are capitalised because a sentence or headline begins with them."""

from __future__ import annotations

from generator.extract.layers import Layers
from generator.extract.syntax.context import AUXILIARIES, PLAIN_FUNCTION_TAGS
from generator.extract.syntax.morphology import countries, demonyms, is_noun_ending, word_classes

_FUNCTION_TAGS = PLAIN_FUNCTION_TAGS | {
    "THAT",
    "HER",
    "THERE",
    "MORE",
    "LIKE",
    "BOTH",
    "EARLY",
    "WILL",
    "ONLY",
    "LONGER",
}
"""Classes of words that a capital never makes names of."""
_VERB_TAGS = frozenset({"VBZ", "VBP", "VBD", "HAVE"})
_OPENERS = frozenset({"``", "''", ":", "-LRB-", ".", "SYM", "POS"})
_NOUNISH = frozenset({"NN", "NNS", "NV", "NVS", "JJ", "JN", "NNP", "GERUND", "JV", "CD"})
_MONTH_NEIGHBOURS = frozenset(
    {"in", "of", "since", "until", "by", "early", "late", "mid", "last", "this", "next", "on", "from"}
)


def _has_article(word: str) -> bool:
    """“al-Assad”, "el-Sisi": a name that begins with a small article."""
    return (
        word[2:3] == "-" and word[3:4].isupper() and word[:2] in ("al", "el", "ad", "an", "ar", "as", "at", "az", "ul")
    )


class Capitals:
    """Settles the classes of capitalised words of one article in place."""

    def __init__(self, layers: Layers, tags: list[str]) -> None:
        self.layers = layers
        self.text = layers.tokens.text
        self.lower = layers.tokens.lower
        self.tags = tags
        self.capitalised = [i for i, word in enumerate(self.text) if word[0].isupper() or _has_article(word)]
        self.first = self._first_words()
        self.titles = self._title_case()
        self.common = {word for word in set(self.text) if word.islower()}
        self.names = {
            self.text[i]
            for i in self.capitalised
            if i not in self.first and layers.sentence_of[i] not in self.titles and self.lower[i] != "i"
        }

    def settle(self) -> None:
        """Give names the tag NNP (NNPS, JJ for demonyms before nouns) and leave ordinary words their class."""
        for i in self.capitalised:
            self.tags[i] = self._class_at(i)

    def _first_words(self) -> set[int]:
        """Tokens that are capitalised by their place: first in a sentence, or after a mark that opens one."""
        first: set[int] = set()
        tags = self.tags
        for sentence in self.layers.sentences:
            i = sentence.start
            while i < sentence.end and tags[i] in _OPENERS:
                i += 1
            first.add(i)
        for i in self.capitalised:
            if i and tags[i - 1] in ("``", "''", ":"):
                first.add(i)
        return first

    def _title_case(self) -> set[int]:
        """Sentences in which nearly all words have a capital (headlines): there a capital tells nothing."""
        titles = set()
        for number, sentence in enumerate(self.layers.sentences):
            if sentence.end - sentence.start < 60 and self.text[sentence.end - 1] != ".":
                words = [w for w in self.text[sentence.start : sentence.end] if w[0].isalpha() and len(w) > 3]
                capitals = sum(word[0].isupper() for word in words)
                if len(words) >= 4 and capitals >= 0.8 * len(words):
                    titles.add(number)
        return titles

    def _class_at(self, i: int) -> str:
        word, lower, tag = self.text[i], self.lower[i], self.tags[i]
        if len(word) == 1:
            return "PRP" if word == "I" else ("DT" if word == "A" else "NNP")
        known = word_classes().get(lower)
        title = self.layers.sentence_of[i] in self.titles
        free = title or i in self.first  # here a capital tells nothing
        if lower in ("may", "march"):
            return self._month(i, free=free)
        if lower == "will" and self._names_person(i):
            return "NNP"
        if lower in ("he", "she") and self._is_surname(i, free=free):
            return "NNP"
        function_word = known in _FUNCTION_TAGS and (known not in _VERB_TAGS or lower in AUXILIARIES)
        if function_word and (title or not word.isupper()):
            return tag
        return tag if free and self._is_common(i, known) else self._name(i)

    def _is_surname(self, i: int, *, free: bool) -> bool:
        """“He Lifeng met …”, "told He that": a pronoun has no capital within a sentence and no name right behind it."""
        if self.layers.sentence_of[i] in self.titles:
            return False
        after = self.text[i + 1] if i + 1 < len(self.text) else ""
        return not free or (after[:1].isupper() and not after.isupper() and word_classes().get(after.lower()) is None)

    def _is_common(self, i: int, known: str | None) -> bool:
        """Whether a word whose capital tells nothing is an ordinary word."""
        word, lower = self.text[i], self.lower[i]
        if word in self.names and word not in self.common:
            return False
        if lower in self.common:
            return True
        if word in demonyms() or word in countries():
            return False
        return bool(known or self._common_by_form(i)) and not self._heads_name(i, known)

    def _names_person(self, i: int) -> bool:
        """“Will Berg told …”: before another name, where nothing is asked."""
        sentence = self.layers.sentences[self.layers.sentence_of[i]]
        if i not in self.first and self.layers.sentence_of[i] not in self.titles:
            return True
        after = self.text[i + 1] if i + 1 < sentence.end else ""
        return after[:1].isupper() and after not in countries() and "?" not in self.text[i : sentence.end]

    def _heads_name(self, i: int, known: str | None) -> bool:
        """“President X”, "Foreign Minister X": an ordinary noun right before a name is part of a title."""
        after = self.text[i + 1] if i + 1 < len(self.text) else ""
        return known in ("NN", "JN", "JJ", "NV") and after[:1].isupper() and i + 1 not in self.first

    def _common_by_form(self, i: int) -> bool:
        after = self.text[i + 1] if i + 1 < len(self.text) else ""
        if after[:1].isupper():
            return False
        lower = self.lower[i]
        return is_noun_ending(lower) or self.tags[i] in ("VBG", "VBDN", "RB", "JJ")

    def _name(self, i: int) -> str:
        word = self.text[i]
        if word in demonyms():
            after = self.tags[i + 1] if i + 1 < len(self.tags) else ""
            paired = after in ("CC", ",") and i + 2 < len(self.text) and self.text[i + 2] in demonyms()
            if after == "CC" and self.lower[i - 1] == "the" and self.tags[i + 3 : i + 4] == ["NNS"]:
                return "JJ"  # "the British and U.S. governments"
            if paired:  # "Russian and Ukrainian negotiators"
                after = self.tags[i + 3] if i + 3 < len(self.tags) else ""
            return "JJ" if after in _NOUNISH else "NNP"
        if word.endswith("s") and word[:-1] in demonyms():
            return "NNPS"
        return "NNP"

    def _month(self, i: int, *, free: bool) -> str:
        """May and March: months beside a number or preposition, and May a person before a verb ("May faces a vote")."""
        before, after = self.lower[i - 1] if i else "", self.tags[i + 1] if i + 1 < len(self.tags) else ""
        if before in _MONTH_NEIGHBOURS or before.isdigit() or after == "CD":
            return "NNP"
        if self.lower[i] == "march":
            return self.tags[i] if free else "NNP"
        return "NNP" if not free or after in ("VBZ", "NVS", "VBD", "VBDN", "MD", "'S") else "MD"
