"""The sentence under the tagger's eye: its words, their classes, the tags given so far, and questions about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from generator.lexicon import load_lexicon

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PLAIN_FUNCTION_TAGS = frozenset(
    {"DT", "IN", "CC", "PRP", "PRP$", "MD", "WDT", "WP", "WP$", "WRB", "TO", "RB", "CD", "UH", "RP"}
    | {"VBZ", "VBP", "VBD", "HAVE"}
)
FINITE = frozenset({"VBZ", "VBD", "VBP", "MD", "HAVE"})
VERBS = FINITE | {"VB", "VBN", "VBG"}
NP_START = frozenset(
    {"DT", "PRP$", "PRP", "NNP", "NNPS", "CD", "EX", "HER", "THERE", "WP", "WRB", "THAT", "$", "WP$", "BOTH"}
)
NOUNISH = frozenset({"NN", "NNS", "NNP", "NNPS", "NV", "NVS", "JN", "JJ", "GERUND", "JV", "CD", "JJS", "JJR"})
PREMODIFIERS = frozenset({"DT", "PRP$", "JJ", "POS", "CD", "JJR", "JJS", "WP$", "$"})
_STOPS_SEARCH = frozenset({",", ".", ":", "``", "''", "CC", "WDT", "WP", "WRB", "WP$", "-LRB-", "-RRB-", "THAT"})
_SUBJECT_PRONOUNS = frozenset({"i", "he", "she", "we", "they"})
_BREAKS = frozenset({",", ":", ".", "''", "``", "CC"})
_SEARCH_REACH = 18


@cache
def word_set(lexicon: str, key: str) -> frozenset[str]:
    """A space-separated word list of a lexicon as a set."""
    return frozenset(load_lexicon(lexicon)[key].split())


@dataclass(slots=True)
class Context:
    """One sentence of one article: `tags` holds final tags up to the word in hand and classes of doubt after it."""

    lower: list[str]
    text: list[str]
    tags: list[str]
    start: int = 0
    end: int = 0
    finite: int = -1
    """The last finite verb of the clause in hand, -1 where it has none yet."""
    subordinators: frozenset[str] = field(default_factory=lambda: word_set("function_words", "subordinators"))

    def left(self, i: int) -> int:
        """The position left of `i`; an opening mark in the middle of a clause ("were “not achieved”") is stepped over."""
        i -= 1
        if i > self.start and self.tags[i] == "``" and self.tags[i - 1] not in _BREAKS:
            i -= 1
        return i

    def tag(self, i: int) -> str:
        """Tag or class at `i`, "" outside the sentence."""
        return self.tags[i] if self.start <= i < self.end else ""

    def word(self, i: int) -> str:
        """Lower-case word at `i`, "" outside the sentence."""
        return self.lower[i] if self.start <= i < self.end else ""

    def before_adverbs(self, i: int) -> int:
        """The nearest position left of `i` that is no adverb."""
        i = self.left(i)
        while i >= self.start and self.tags[i] in ("RB", "RBR"):
            i = self.left(i)
        return i

    def finite_ahead(self, i: int) -> bool:
        """Whether the clause that holds `i` has a sure finite verb further on."""
        for j in range(i + 1, min(self.end, i + _SEARCH_REACH)):
            tag = self.tags[j]
            if tag in ("MD", "VBZ", "VBD", "HAVE", "VBP"):
                return True
            if tag == "VBDN" and self.word(j + 1) != "by":
                return self.tag(j - 1) in ("NN", "NNS", "NNP", "NNPS", "CD", "RB", "NV", "NVS")
            if tag in _STOPS_SEARCH or (tag == "IN" and self.lower[j] in self.subordinators):
                return False
            if tag == "PRP" and self.lower[j] in _SUBJECT_PRONOUNS:
                return False
        return False

    def auxiliary(self, i: int) -> str:
        """The auxiliary that governs a verb at `i`: "have", "be", "do", "md", "to" or ""; inverted ones too ("did he say")."""
        j = self.before_adverbs(i)
        kind = self._auxiliary_at(j)
        if kind or j < self.start:
            return kind
        if self.tags[j] == "PRP" and j > self.start:
            inverted = self._auxiliary_at(j - 1)
            before = self.tag(j - 2)
            if inverted and inverted != "to" and before in ("", "WRB", "WP", "``", "''", ",", "RB", "CC", ":"):
                return inverted
        return ""

    def _auxiliary_at(self, j: int) -> str:
        if j < self.start:
            return ""
        if self.tags[j] == "MD":
            return "md"
        return AUXILIARIES.get(self.lower[j], "") if self.tags[j] not in ("POS", "NN", "NNP") else ""


AUXILIARIES = (
    dict.fromkeys(("have", "has", "had", "having", "'ve", "’ve"), "have")
    | dict.fromkeys(
        ("be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re", "'m", "’m", "get", "got"),
        "be",
    )
    | dict.fromkeys(("do", "does", "did"), "do")
    | {"to": "to"}
)
