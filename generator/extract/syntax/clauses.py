"""Clauses: where the clause of each verb begins, what opens it, and on which verb or noun it hangs."""

from __future__ import annotations

from generator.extract.layers import Layers, VerbGroup
from generator.extract.syntax.context import word_set
from generator.extract.syntax.earlier_verbs import Clause, EarlierVerbs
from generator.extract.syntax.nonfinite import NonFiniteClauses

_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_OPENING = frozenset({"WDT", "WP", "WP$", "WRB", "CC", ":"})
_REACH = 40
"""How many tokens left of a clause its mark is looked for."""


class ClauseFinder:
    """Finds the clauses of one article, from left to right."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.tags, self.lower = layers.tokens.tag, layers.tokens.lower
        self.np_of, self.vg_of = layers.np_of, layers.vg_of
        self.groups, self.phrases = layers.verb_groups, layers.noun_phrases
        self.subordinators = word_set("function_words", "subordinators")
        self.reporting = word_set("clause_verbs", "reporting") | word_set("clause_verbs", "speaking")
        self.first = 0
        self.earlier = EarlierVerbs(layers)
        self.clauses = self.earlier.clauses
        self.non_finite = NonFiniteClauses(layers, self.earlier)

    def find_all(self) -> list[Clause]:
        """One clause for each verb group."""
        sentence = -1
        for number, group in enumerate(self.groups):
            if self.layers.sentence_of[group.start] != sentence:
                sentence = self.layers.sentence_of[group.start]
                self.first = self.layers.sentences[sentence].start
                self.earlier.begin_sentence()
            clause = self._finite(group) if group.finite else self.non_finite.find(group, self.first)
            self.earlier.add(number, clause)
        return self.clauses

    def _finite(self, group: VerbGroup) -> Clause:
        start = self._own_start(group)
        last = self.earlier.last_before(start)
        floor = self.groups[last].end if last is not None else self.first
        mark = self._mark_before(start, max(floor, self.first, start - _REACH), group)
        clause = Clause(start, mark)
        if mark < 0:
            if self._inverted_condition(group):
                clause.relation = "advcl"
                return clause
            return self._unmarked(clause, group)
        word, tag = self.lower[mark], self.tags[mark]
        clause.start = mark
        if tag in _RELATIVE or (tag == "WRB" and word in ("where", "whereby", "wherein") and self.np_of[mark - 1] >= 0):
            return self._relative(clause, group, mark)
        if tag == "CC":
            clause.start = mark + 1
            return self._conjunct(clause, group)
        if tag == ":":
            clause.start, clause.mark = mark + 1, -1
            clause.relation, clause.governor = "parataxis", self.earlier.last_finite()
            clause.relation = self._behind_colon(clause.governor)
            return clause
        return self._subordinate(clause, word, mark)

    def _behind_colon(self, before: int | None) -> str:
        if before is None:
            return ""
        return "ccomp" if self.groups[before].lemma in self.reporting else "parataxis"

    def _inverted_condition(self, group: VerbGroup) -> bool:
        """“Had Peru agreed, …”, "Should talks fail, …": an auxiliary opens a sentence that is no question."""
        opens = group.start == self.first and self.lower[group.start] in ("had", "were", "should")
        end = self.layers.sentences[self.layers.sentence_of[group.start]].end
        return opens and self.np_of[group.end] >= 0 and self.lower[end - 1] != "?"

    def _own_start(self, group: VerbGroup) -> int:
        """Where its subject begins, where that is its own; the verb itself where it shares the subject of a verb before it."""
        subject = group.subject
        if subject is None or self.phrases[subject].start > group.start:
            return group.start
        start = self.phrases[subject].start
        if start < self.first:
            return group.start
        for other in reversed(self.earlier.numbers):
            if self.groups[other].start < start:
                break
            qualifies = self.clauses[other].relation in ("acl:relcl", "acl")
            if self.groups[other].finite and self.groups[other].subject == subject and not qualifies:
                return group.start
        pronoun = self._relative_between(self.phrases[subject].end, group.start)
        return pronoun if pronoun >= 0 else start

    def _relative_between(self, start: int, end: int) -> int:
        """The relative pronoun right before a verb whose subject is the antecedent, -1 for none."""
        i = end - 1
        while i >= start and self.tags[i] == "RB":
            i -= 1
        return i if i >= start and self.tags[i] in ("WDT", "WP") else -1

    def _mark_before(self, start: int, floor: int, group: VerbGroup) -> int:
        """The word that opens the clause: the nearest conjunction, relative or subordinator left of its first word."""
        if start < len(self.tags) and self.tags[start] in ("WDT", "WP") and start != group.start:
            return start
        for i in range(start - 1, floor - 1, -1):
            tag = self.tags[i]
            if tag in _OPENING:
                if tag == "CC" and not self._joins_clause(i, start):
                    continue  # joins two nouns of a fronted phrase
                return i
            if tag == "IN" and self.lower[i] in self.subordinators and not self._counts(i):
                if self.lower[i - 2 : i + 1] == ["as", "well", "as"]:
                    return -1
                governs = i + 1 < start and self.np_of[i + 1] >= 0 and self.lower[i] != "that"
                if not governs:
                    return i
        return -1

    def _counts(self, i: int) -> bool:
        """“more than 2,000 nurses”: the word opens no clause."""
        return self.lower[i] == "than" and self.tags[i + 1] in ("CD", "$")

    def _joins_clause(self, conjunction: int, start: int) -> bool:
        """Whether nothing but adverbs or a fronted phrase stands between "and" and the first word of the clause."""
        i = conjunction + 1
        while i < start and self.tags[i] in ("RB", "``"):
            i += 1
        return i == start or (self.np_of[i] < 0 and self.tags[i] in (",", "IN", "TO"))

    def _unmarked(self, clause: Clause, group: VerbGroup) -> Clause:
        """Without a word that opens it: the content of a verb of saying, its frame, or a clause beside another."""
        before, inside = self.earlier.last_before(clause.start), self.earlier.last()
        if inside is not None and self.groups[inside].start > clause.start and self._is_inserted(inside):
            clause.relation, clause.governor = "ccomp", inside  # "the union, he said, would not …"
            return clause
        if before is None:
            return clause
        gap = self.tags[self.groups[before].end : clause.start]
        quoted = clause.start > self.first and "''" in self.tags[max(self.first, clause.start - 2) : clause.start]
        if self.groups[before].lemma in self.reporting and "," not in gap and "''" not in gap:
            clause.relation, clause.governor = "ccomp", before
            return clause
        if self._frames(group, quoted=quoted):
            root = self.earlier.root()
            if root is not None:
                self.clauses[root].relation, self.clauses[root].governor = "ccomp", len(self.clauses)
            return clause
        last = self.earlier.last_finite(clause.start)
        if last is None or self.clauses[last].relation == "csubj":
            return clause
        shares = group.subject is not None and clause.start == group.start
        clause.relation, clause.governor = ("conj" if shares else "parataxis"), last
        return clause

    def _is_inserted(self, number: int) -> bool:
        """Whether a verb of saying stands with its subject alone between commas."""
        verb, clause = self.groups[number], self.clauses[number]
        comma = self.tags[verb.end] == "," and clause.start > self.first and self.tags[clause.start - 1] == ","
        return comma and not clause.relation and verb.lemma in self.reporting

    def _frames(self, group: VerbGroup, *, quoted: bool) -> bool:
        """“…, the envoy said.”: a verb of saying with nothing of its own behind it, or before its subject."""
        if group.lemma not in self.reporting:
            return False
        inverted = group.subject is not None and self.phrases[group.subject].start >= group.end
        after = self.tags[group.end] if group.end < len(self.tags) else "."
        return quoted or inverted or after in (".", ",", "``", "''") or self.np_of[group.end] < 0

    def _relative(self, clause: Clause, group: VerbGroup, mark: int) -> Clause:
        if self.tags[mark] == "WP" and self.lower[mark] in ("what", "whatever", "whoever"):
            clause.relation, clause.governor = "ccomp", self.earlier.last()
            clause.relation = clause.relation if clause.governor is not None else "csubj"
            return clause
        i = mark - 1
        while i > self.first and self.tags[i] in (",", "IN", "''") and self.np_of[i] < 0:
            i -= 1
        antecedent = group.subject if group.subject is not None and self.phrases[group.subject].end <= mark else None
        if antecedent is None and i >= self.first and self.np_of[i] >= 0:
            antecedent = self.np_of[i]
        if antecedent is None:
            clause.relation, clause.governor = ("ccomp", self.earlier.last()) if self.earlier.numbers else ("", None)
            return clause
        clause.relation, clause.noun = "acl:relcl", antecedent
        clause.governor = self.earlier.last_before(self.phrases[antecedent].start)
        return clause

    def _conjunct(self, clause: Clause, group: VerbGroup) -> Clause:
        """Joined to the verb that shares its subject, else to the finite verb before."""
        speaks = group.lemma in self.reporting
        for other in reversed(self.earlier.numbers):
            if not self.groups[other].finite:
                continue
            fits = self.groups[other].subject == group.subject and group.subject is not None
            if fits and (not speaks or self.groups[other].lemma in self.reporting):
                clause.relation, clause.governor = "conj", other
                return clause
        clause.governor = self.earlier.last_finite()
        clause.relation = "conj" if clause.governor is not None else ""
        return clause

    def _subordinate(self, clause: Clause, word: str, mark: int) -> Clause:
        before = self.earlier.last()
        noun = self.np_of[mark - 1] if mark > self.first else -1
        if before is None and word in ("that", "whether", "how", "why"):
            clause.relation = "csubj"
            return clause
        lemma = self.groups[before].lemma if before is not None else ""
        if word in ("that", "whether", "how", "why") or (word == "if" and self._asks(lemma, before, mark)):
            told = lemma in word_set("clause_verbs", "object_control") | word_set("clause_verbs", "speaking")
            head = self.layers.tokens.lemma[self.phrases[noun].head] if noun >= 0 else ""
            if noun >= 0 and not told and (before is None or head in word_set("tag_rules", "clause_nouns")):
                clause.relation, clause.noun, clause.governor = "acl", noun, before
                return clause
            clause.relation, clause.governor = "ccomp", before
            return clause
        clause.relation = "advcl"
        clause.governor = self.earlier.main(mark)
        return clause

    def _asks(self, lemma: str, before: int | None, mark: int) -> bool:
        """“asked if”, "to see if" without a comma between."""
        if before is None or lemma not in word_set("grammar", "whether_verbs"):
            return False
        return "," not in self.tags[self.groups[before].end : mark]
