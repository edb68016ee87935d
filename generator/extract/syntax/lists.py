"""Lists of noun phrases ("Peru, Chile and Bolivia"), their possessors and the phrases in apposition to them."""

from __future__ import annotations

from generator.extract.indices import PhraseIndex, Span
from generator.extract.layers import Layers
from generator.extract.syntax.adjuncts import is_adverbial
from generator.extract.syntax.context import word_set

_JOINING = frozenset({"and", "or", "nor", "&", "plus"})
_OUTER = 3
"""How many noun phrases around a member's own are asked whether they are meant ("the head of X and the envoy")."""


class Lists:
    """Finds the lists of one article.

    Args:
        layers: an article with noun phrases, verb groups and their first subjects.
    """

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.tags, self.lower, self.np_of = layers.tokens.tag, layers.tokens.lower, layers.np_of
        self.phrases, self.groups = layers.noun_phrases, layers.verb_groups
        self.subject_of = self._subjects_on_the_left()
        self.members: list[tuple[PhraseIndex, ...]] = [(PhraseIndex(i),) for i in range(len(self.phrases))]

    def _subjects_on_the_left(self) -> dict[int, int]:
        """Noun phrase -> the first finite verb to its right whose subject it is."""
        found: dict[int, int] = {}
        for number, group in enumerate(self.groups):
            if group.finite and group.subject is not None and self.phrases[group.subject].end <= group.start:
                found.setdefault(group.subject, number)
        return found

    def find_all(self) -> list[tuple[PhraseIndex, ...]]:
        """For each noun phrase all members of its list, itself alone where it stands in none."""
        for number in range(len(self.phrases)):
            joint = self._joint_before(number)
            if joint < 0:
                continue
            partner = self._partner(number, joint - 1)
            if partner is None or self._opens_clause(number, partner):
                continue
            before = self.members[partner]
            if len(before) == 1:
                before = (*self._over_commas(partner), PhraseIndex(partner))
            whole = (*before, PhraseIndex(number))
            for member in whole:
                self.members[member] = whole
        return self.members

    def _joint_before(self, number: int) -> int:
        """The "and" right before a phrase, or before its repeated preposition ("in Peru and in Chile"); -1 for none."""
        i = self.phrases[number].start - 1
        while i > 0 and self.tags[i] == "``":
            i -= 1
        if i > 1 and self.tags[i] in ("IN", "TO") and self.tags[i - 1] == "CC":
            i -= 1
        if i > 1 and self.lower[i] == "as" and self.lower[i - 2 : i] == ["as", "well"]:
            return i - 2
        same = i > 0 and self.layers.sentence_of[i] == self.layers.sentence_of[self.phrases[number].start]
        return i if same and self.tags[i] == "CC" and self.lower[i] in _JOINING else -1

    def _partner(self, number: int, i: int) -> int | None:
        """The phrase left of an "and" whose kind fits: the nearest, or the one that it qualifies ("the head of X and the envoy")."""
        while i > 0 and self.tags[i] in (",", "''"):
            i -= 1
        if i < 0 or self.np_of[i] < 0:
            return None
        nearest = self.np_of[i]
        if self.layers.sentence_of[i] != self.layers.sentence_of[self.phrases[number].start]:
            return None
        if is_adverbial(self.layers, nearest) != is_adverbial(self.layers, number):
            return None
        if self._is_parallel(number, nearest):
            return self.np_of[self.phrases[nearest].start - 2]
        return self._fitting(number, nearest, i)

    def _fitting(self, number: int, nearest: int, i: int) -> int | None:
        """The nearest phrase, or one around it, that is of the same sort or stands behind the same preposition."""
        case, candidate, wanted = self._case(number), nearest, self._sort(number)
        if case == "as":
            case = ""  # "as well as Venezuela"
        for _ in range(_OUTER):
            named = self._named_before(candidate, i)
            if named is not None and self.kind(named) == self.kind(number):
                return named
            if case == self._case(candidate) if case else self._sort(candidate) == wanted:
                return candidate
            before = self.phrases[candidate].start - 2
            if before < 0 or not self._case(candidate) or self.np_of[before] < 0:
                break
            candidate = self.np_of[before]
        return None if case else nearest

    def _is_parallel(self, number: int, nearest: int) -> bool:
        """“the fate **of the prisoners** and the return **of the bodies**”: both have an "of" phrase, so the outer ones are joined."""
        end, before = self.phrases[number].end, self.phrases[nearest].start - 2
        qualified = end < len(self.lower) and self.lower[end] == "of" and self._case(nearest) == "of"
        return qualified and before >= 0 and self.np_of[before] >= 0

    def _named_before(self, number: int, last: int) -> int | None:
        """“the minister, Ana Ruiz, and the envoy”: the phrase that one between commas stands in apposition to."""
        before = self.phrases[number].start - 1
        if before < 1 or self.tags[last + 1] != "," or self.tags[before] != "," or self.np_of[before - 1] < 0:
            return None
        other = self.np_of[before - 1]
        return other if {self.kind(other), self.kind(number)} == {"name", "common"} else None

    def _case(self, number: int) -> str:
        i = self.phrases[number].start - 1
        return self.lower[i] if i >= 0 and self.tags[i] in ("IN", "TO") else ""

    def kind(self, number: int) -> str:
        """What sort of words the phrase is: a name, a pronoun or a common noun."""
        tag = self.tags[self.phrases[number].head]
        return {"NNP": "name", "NNPS": "name", "PRP": "pronoun"}.get(tag, "common")

    def _sort(self, number: int) -> str:
        """The same with offices told apart: "the head of the mission and the envoy" are two persons."""
        if self.layers.tokens.lemma[self.phrases[number].head] in word_set("tag_rules", "offices"):
            return "office"
        return self.kind(number)

    def _opens_clause(self, number: int, partner: int) -> bool:
        """“rejected the plan and Chile accepted it”: the phrase behind "and" is the subject of a verb of its own."""
        if number not in self.subject_of:
            return False
        first = self.phrases[partner].start - 1
        begin = self.layers.sentences[self.layers.sentence_of[self.phrases[number].start]].start
        if first < begin or self.tags[first] in ("CC", ",", ":", "``"):
            return False
        return self.tags[first] in ("IN", "TO", "RB", "RP") or self.layers.vg_of[first] >= 0 or self.np_of[first] >= 0

    def _over_commas(self, number: int) -> list[PhraseIndex]:
        """The members before a first one, each behind a comma; a fronted phrase of time or place is none."""
        found: list[PhraseIndex] = []
        while number not in self.subject_of:
            i = self.phrases[number].start - 1
            if i < 1 or self.tags[i] != "," or self.np_of[i - 1] < 0:
                break
            before = self.np_of[i - 1]
            if is_adverbial(self.layers, before) or self.kind(before) != self.kind(number):
                break
            found.insert(0, PhraseIndex(before))
            number = before
        return found

    def possessor(self, number: int) -> Span | None:
        """The words of the possessor within a phrase, without the ’s."""
        phrase = self.phrases[number]
        for i in range(phrase.head - 1, phrase.start, -1):
            if self.tags[i] == "POS":
                return phrase.start, i
        return (phrase.start, phrase.start + 1) if self.tags[phrase.start] in ("PRP$", "WP$") else None

    def apposition(self, number: int, end: int) -> int | None:
        """The phrase between commas behind a phrase that ends at `end`, where one is a name and the other is none."""
        if end + 1 >= len(self.tags) or self.tags[end] != "," or self.np_of[end + 1] < 0:
            return None
        other = self.np_of[end + 1]
        if self.tags[self.phrases[other].head] == "CD":
            return None  # "Ana Ruiz, 58,"
        if self.layers.sentence_of[end + 1] != self.layers.sentence_of[end] or len(self.members[other]) > 1:
            return None
        if is_adverbial(self.layers, other) or {self.kind(number), self.kind(other)} != {"name", "common"}:
            return None
        return None if other in self.subject_of else other
