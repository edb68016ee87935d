"""Infinitives, gerunds and participles: on which verb or noun each hangs."""

from __future__ import annotations

from generator.extract.layers import Layers, VerbGroup
from generator.extract.syntax.adjuncts import is_adverbial
from generator.extract.syntax.context import word_set
from generator.extract.syntax.earlier_verbs import Clause, EarlierVerbs


def is_infinitive(lower: list[str], group: VerbGroup) -> bool:
    """“to sign”, "to be signed", "let them sign"."""
    return not group.finite and (group.form == "VB" or lower[group.start] == "to")


class NonFiniteClauses:
    """Finds the clauses of verb groups that are not finite.

    Args:
        layers: an article with noun phrases and verb groups.
        earlier: the verbs left of the one in hand.
    """

    def __init__(self, layers: Layers, earlier: EarlierVerbs) -> None:
        self.layers, self.earlier = layers, earlier
        self.tags, self.lower, self.lemma = layers.tokens.tag, layers.tokens.lower, layers.tokens.lemma
        self.np_of, self.vg_of = layers.np_of, layers.vg_of
        self.groups, self.phrases = layers.verb_groups, layers.noun_phrases

    def find(self, group: VerbGroup, first: int) -> Clause:
        """The clause of one verb group in the sentence that begins at `first`."""
        clause = Clause(group.start)
        i = group.start - 1
        while i >= first and (self.tags[i] in ("RB", "``", "''", "RP") and self.np_of[i] < 0):
            i -= 1
        if i < first:
            clause.relation = "advcl"
        elif self.tags[i] == "CC" or self.lower[i - 2 : i + 1] == ["as", "well", "as"]:
            clause.relation, clause.governor = "conj", self.earlier.of_form(group.form)
        elif self.vg_of[i] >= 0:
            clause.relation, clause.governor = "xcomp", self.vg_of[i]
        elif is_infinitive(self.lower, group):
            self._infinitive(clause, i)
        else:
            self._participle(clause, group, i, first)
        return clause

    def _infinitive(self, clause: Clause, i: int) -> None:
        noun, before = self.np_of[i], self.earlier.last()
        lemma = self.groups[before].lemma if before is not None else ""
        clause.governor = before
        if noun >= 0:
            object_rules = lemma in word_set("clause_verbs", "object_control")
            object_rules = object_rules or self.lower[self.phrases[noun].start - 1] == "for"
            head = self.lemma[self.phrases[noun].head]
            adjoins = before is not None and self.phrases[noun].start == self.groups[before].end
            if head in word_set("grammar", "infinitive_nouns") and not (object_rules and adjoins):
                clause.relation, clause.noun = "acl", noun
            elif object_rules and before is not None:
                clause.relation = "xcomp"
            else:
                clause.relation = "advcl"
        elif self.tags[i] in ("JJ", "VBN", "NN", "IN") and self.lower[i] != "order":
            clause.relation = "xcomp" if before is not None else "advcl"
        else:
            clause.relation = "advcl"

    def _participle(self, clause: Clause, group: VerbGroup, i: int, first: int) -> None:
        if self.np_of[i] >= 0 and is_adverbial(self.layers, self.np_of[i]):
            i = self._over_time(i, first)
        noun, before = self.np_of[i], self.earlier.last()
        clause.governor = before
        if noun >= 0 and before is not None and group.form == "VBN" and self._wants_done(before, noun):
            clause.relation = "xcomp"
            return
        if noun >= 0:
            clause.relation, clause.noun = "acl", noun
            return
        clause.relation = "advcl"
        if self.tags[i] == ",":
            clause.governor = self.earlier.content_of(before)
        if self.tags[i] in ("IN", "TO", "WRB"):
            clause.mark = clause.start = i
            inside = self.np_of[i - 1] if i > first else -1
            if inside >= 0 and self.lower[i] == "of" and not self._takes_of(before):
                clause.relation, clause.noun = "acl", inside
        elif self.tags[i] == "," and i > first and self.np_of[i - 1] >= 0 and self._qualifies(group):
            clause.relation, clause.noun = "acl", self.np_of[i - 1]

    def _qualifies(self, group: VerbGroup) -> bool:
        """“The plan, drafted in May, was …”, "gave Hon Hai, known as …": not "entered the city, followed by troops"."""
        if self.earlier.last_finite() is None:
            return True
        if self.lower[group.start] == "having":
            return False
        return group.form == "VBN" and group.lemma not in ("accompany", "follow", "join", "leave")

    def _over_time(self, i: int, first: int) -> int:
        """“a meeting on Thursday | aimed at”: from a phrase of time to the noun before it."""
        j = self.phrases[self.np_of[i]].start - 1
        if j > first and self.tags[j] == "IN":
            j -= 1
        return j if j >= first and self.np_of[j] >= 0 else i

    def _wants_done(self, verb: int, noun: int) -> bool:
        """“wants the sanctions lifted”."""
        adjoins = self.phrases[noun].start == self.groups[verb].end
        return adjoins and self.groups[verb].lemma in ("want", "need", "see", "get", "have", "like", "order")

    def _takes_of(self, verb: int | None) -> bool:
        return verb is not None and self.groups[verb].lemma in word_set("grammar", "takes_of")
