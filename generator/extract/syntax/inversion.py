"""Inversion: verbs that stand before their subject, as in “…,” said the envoy, and questions."""

from __future__ import annotations

from bisect import bisect_left

from generator.extract.layers import Layers, VerbGroup
from generator.extract.syntax.context import word_set

_PRESENT_OR_PAST = frozenset({"VBD", "VBZ", "VBP"})
_NEVER_INVERTED = frozenset({"it", "them", "him", "us", "me"})


class Inversion:
    """Tells whether the subject of a verb group stands to its right.

    Args:
        layers: an article with noun phrases and verb groups.
        relative: first tokens of the verb groups that stand in relative clauses; filled by the caller as it goes.
    """

    def __init__(self, layers: Layers, relative: set[int]) -> None:
        self.layers = layers
        self.tags, self.lower = layers.tokens.tag, layers.tokens.lower
        self.np_of, self.vg_of = layers.np_of, layers.vg_of
        self.relative = relative

    def right_of(self, group: VerbGroup, end: int) -> int | None:
        """The noun phrase that begins right after a verb group."""
        return self.np_of[group.end] if group.end < end and self.np_of[group.end] >= 0 else None

    def opens_question(self, group: VerbGroup, end: int) -> bool:
        """An auxiliary at the start of its sentence, right before a noun phrase."""
        asks = group.lemma in ("be", "do", "have") or self.tags[group.start] == "MD"
        return asks and self._noun_follows(group, end)

    def follows_content(self, group: VerbGroup, i: int, first: int, end: int) -> bool:
        """A verb of saying right before a noun phrase, after a quotation or a whole clause.

        Args:
            group: the verb group.
            i: the token left of it, adverbs aside.
            first: first token of its sentence.
            end: end of its sentence.
        """
        if self.tags[i] not in ("''", ",", "``", "."):
            return False
        return self._speaks_before_noun(group, end) and self._content_left(group, i, first)

    def stands_between_commas(self, group: VerbGroup, i: int, end: int) -> bool:
        """“Part of the problem, say experts, is …”: the frame comes before the verb of what it frames."""
        if self.tags[i] != "," or not self._speaks_before_noun(group, end):
            return False
        after = self._skip_phrases(group.end, end)
        return after < end and self.tags[after] == ","

    def _noun_follows(self, group: VerbGroup, end: int) -> bool:
        right = group.end
        return right < end and self.np_of[right] >= 0 and self.lower[right] not in _NEVER_INVERTED

    def _speaks_before_noun(self, group: VerbGroup, end: int) -> bool:
        if group.lemma not in word_set("clause_verbs", "inverting") or self.tags[group.head] not in _PRESENT_OR_PAST:
            return False
        if not self._noun_follows(group, end):
            return False
        after = self._skip_phrases(group.end, end)
        return not (after < end and self.vg_of[after] >= 0 and self.layers.verb_groups[self.vg_of[after]].finite)

    def _skip_phrases(self, i: int, end: int) -> int:
        """Over noun phrases, prepositions and "and": to what follows a subject."""
        subordinators = word_set("function_words", "subordinators")
        while i < end and (
            self.np_of[i] >= 0
            or (self.tags[i] == "IN" and self.lower[i] not in subordinators)
            or (self.tags[i] == "CC" and i + 1 < end and self.np_of[i + 1] >= 0)
        ):
            i += 1
        return i

    def _content_left(self, group: VerbGroup, i: int, first: int) -> bool:
        """Whether what stands left of a frame's verb is a quotation or a clause, so that the subject must follow."""
        if self.tags[i] == "''" or (self.tags[i] in (",", ".") and i > first and self.tags[i - 1] == "''"):
            return True
        if self.tags[i] != "," or self.tags[group.end] == "PRP":
            return False
        quote_end = max((j for j in range(first, i) if self.tags[j] == "''"), default=-1)
        after_quote = quote_end + (2 if self.tags[quote_end + 1] == "," else 1)
        if quote_end >= 0 and self.np_of[after_quote] < 0:
            return True
        # words without a verb between a quotation and the comma name the speaker: “…,” the envoy, who was ill, said
        groups = self.layers.verb_groups
        opening = bisect_left(groups, max(quote_end, first), key=lambda g: g.start)
        verbs = [g for g in groups[opening : bisect_left(groups, i, key=lambda g: g.start)] if g.finite]
        return bool(verbs) and verbs[0].subject is not None and verbs[-1].start not in self.relative
