"""Clauses: where the clause of each verb begins, what opens it, and on which verb or noun it hangs."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.layers import Layers, VerbGroup
from generator.extract.syntax.context import word_set

_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_OPENING = frozenset({"WDT", "WP", "WP$", "WRB", "CC", ":"})
_REACH = 40
"""How many tokens left of a clause its mark is looked for."""


@dataclass(slots=True)
class Clause:
    """The clause of one verb group; `governor` and `relation` as Universal Dependencies have them."""

    start: int
    mark: int = -1
    """The token that opens it, -1 for none."""
    relation: str = ""
    governor: int | None = None
    noun: int | None = None


class ClauseFinder:
    """Finds the clauses of one article, from left to right."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.tags, self.lower = layers.tokens.tag, layers.tokens.lower
        self.np_of, self.vg_of = layers.np_of, layers.vg_of
        self.groups, self.phrases = layers.verb_groups, layers.noun_phrases
        self.subordinators = word_set("function_words", "subordinators")
        self.reporting = word_set("clause_verbs", "reporting") | word_set("clause_verbs", "speaking")
        self.clauses: list[Clause] = []
        self.first = 0
        self.earlier: list[int] = []
        """The verb groups of the sentence so far."""
        self.waiting: list[int] = []
        """Verbs of clauses that stand before the verb they hang on ("If Peru leaves, …")."""

    def find_all(self) -> list[Clause]:
        """One clause for each verb group."""
        sentence = -1
        for number, group in enumerate(self.groups):
            if self.layers.sentence_of[group.start] != sentence:
                sentence = self.layers.sentence_of[group.start]
                self.first, self.earlier, self.waiting = self.layers.sentences[sentence].start, [], []
            clause = self._finite(number, group) if group.finite else self._non_finite(group)
            self.clauses.append(clause)
            self._settle_waiting(number, clause)
            self.earlier.append(number)
        return self.clauses

    def _settle_waiting(self, number: int, clause: Clause) -> None:
        """A clause that stands first hangs on the main verb behind it."""
        if clause.relation == "advcl" and clause.governor is None:
            self.waiting.append(number)
        elif self.groups[number].finite and clause.relation in ("", "parataxis") and self.waiting:
            for each in self.waiting:
                self.clauses[each].governor = number
            self.waiting = []

    # finite verbs

    def _finite(self, number: int, group: VerbGroup) -> Clause:
        start = self._own_start(number, group)
        floor = self.groups[self.earlier[-1]].end if self.earlier else self.first
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
            clause.relation, clause.governor = "parataxis", self._last_finite()
            clause.relation = "parataxis" if clause.governor is not None else ""
            return clause
        return self._subordinate(clause, word, mark)

    def _inverted_condition(self, group: VerbGroup) -> bool:
        """“Had Peru agreed, …”, "Should talks fail, …": an auxiliary opens a sentence that is no question."""
        opens = group.start == self.first and self.lower[group.start] in ("had", "were", "should")
        end = self.layers.sentences[self.layers.sentence_of[group.start]].end
        return opens and self.np_of[group.end] >= 0 and self.lower[end - 1] != "?"

    def _own_start(self, number: int, group: VerbGroup) -> int:
        """Where its subject begins, where that is its own; the verb itself where it shares the subject of a verb before it."""
        subject = group.subject
        if subject is None or self.phrases[subject].start > group.start:
            return group.start
        start = self.phrases[subject].start
        if start < self.first:
            return group.start
        for other in reversed(self.earlier):
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
                if tag == "CC" and self.np_of[i + 1] >= 0 and i + 1 != start:
                    continue  # joins two nouns of a fronted phrase
                return i
            if tag == "IN" and self.lower[i] in self.subordinators:
                governs = i + 1 < start and self.np_of[i + 1] >= 0 and self.lower[i] != "that"
                if not governs:
                    return i
        return -1

    def _unmarked(self, clause: Clause, group: VerbGroup) -> Clause:
        """Without a word that opens it: the content of a verb of saying, its frame, or a clause beside another."""
        before = self._last_before(clause.start)
        if before is None:
            return clause
        gap = self.tags[self.groups[before].end : clause.start]
        quoted = clause.start > self.first and "''" in self.tags[max(self.first, clause.start - 2) : clause.start]
        if self.groups[before].lemma in self.reporting and "," not in gap and "''" not in gap:
            clause.relation, clause.governor = "ccomp", before
            return clause
        if self._frames(group, quoted=quoted):
            root = self._root_before()
            if root is not None:
                self.clauses[root].relation, self.clauses[root].governor = "ccomp", len(self.clauses)
            return clause
        last = self._last_finite(clause.start)
        if last is None or self.clauses[last].relation == "csubj":
            return clause
        shares = group.subject is not None and clause.start == group.start
        clause.relation, clause.governor = ("conj" if shares else "parataxis"), last
        return clause

    def _frames(self, group: VerbGroup, *, quoted: bool) -> bool:
        """“…, the envoy said.”: a verb of saying with nothing of its own behind it, or before its subject."""
        if group.lemma not in self.reporting:
            return False
        inverted = group.subject is not None and self.phrases[group.subject].start >= group.end
        after = self.tags[group.end] if group.end < len(self.tags) else "."
        return quoted or inverted or after in (".", ",", "``", "''") or self.np_of[group.end] < 0

    def _root_before(self) -> int | None:
        return next((number for number in self.earlier if not self.clauses[number].relation), None)

    def _relative(self, clause: Clause, group: VerbGroup, mark: int) -> Clause:
        if self.tags[mark] == "WP" and self.lower[mark] in ("what", "whatever", "whoever"):
            clause.relation, clause.governor = "ccomp", self._last()
            clause.relation = clause.relation if clause.governor is not None else "csubj"
            return clause
        i = mark - 1
        while i > self.first and self.tags[i] in (",", "IN", "''") and self.np_of[i] < 0:
            i -= 1
        antecedent = group.subject if group.subject is not None and self.phrases[group.subject].end <= mark else None
        if antecedent is None and i >= self.first and self.np_of[i] >= 0:
            antecedent = self.np_of[i]
        if antecedent is None:
            clause.relation, clause.governor = ("ccomp", self._last()) if self.earlier else ("", None)
            return clause
        clause.relation, clause.noun = "acl:relcl", antecedent
        clause.governor = self._verb_over(self.phrases[antecedent].start)
        return clause

    def _conjunct(self, clause: Clause, group: VerbGroup) -> Clause:
        """Joined to the verb that shares its subject, else to the finite verb before."""
        speaks = group.lemma in self.reporting
        for other in reversed(self.earlier):
            if not self.groups[other].finite:
                continue
            fits = self.groups[other].subject == group.subject and group.subject is not None
            if fits and (not speaks or self.groups[other].lemma in self.reporting):
                clause.relation, clause.governor = "conj", other
                return clause
        clause.governor = self._last_finite()
        clause.relation = "conj" if clause.governor is not None else ""
        return clause

    def _subordinate(self, clause: Clause, word: str, mark: int) -> Clause:
        before = self._last()
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
        clause.governor = self._main_before()
        return clause

    def _asks(self, lemma: str, before: int | None, mark: int) -> bool:
        """“asked if”, "to see if" without a comma between."""
        if before is None or lemma not in word_set("grammar", "whether_verbs"):
            return False
        return "," not in self.tags[self.groups[before].end : mark]

    # infinitives, gerunds, participles

    def _non_finite(self, group: VerbGroup) -> Clause:
        clause = Clause(group.start)
        i = group.start - 1
        while i >= self.first and (self.tags[i] in ("RB", "``", "''") and self.np_of[i] < 0):
            i -= 1
        before = self._last()
        if i < self.first:
            clause.relation = "advcl"
        elif self.tags[i] == "CC":
            clause.relation, clause.governor = "conj", self._parallel(group)
        elif self.vg_of[i] >= 0:
            clause.relation, clause.governor = "xcomp", self.vg_of[i]
        elif group.form == "VB":
            self._infinitive(clause, i, before)
        else:
            self._participle(clause, group, i, before)
        return clause

    def _infinitive(self, clause: Clause, i: int, before: int | None) -> None:
        noun = self.np_of[i]
        lemma = self.groups[before].lemma if before is not None else ""
        clause.governor = before
        if noun >= 0:
            object_rules = lemma in word_set("clause_verbs", "object_control")
            object_rules = object_rules or self.lower[self.phrases[noun].start - 1] == "for"
            head = self.layers.tokens.lemma[self.phrases[noun].head]
            if object_rules and before is not None:
                clause.relation = "xcomp"
            elif head in word_set("grammar", "infinitive_nouns"):
                clause.relation, clause.noun = "acl", noun
            else:
                clause.relation = "advcl"
        elif self.tags[i] in ("JJ", "VBN", "NN", "IN") and self.lower[i] != "order":
            clause.relation = "xcomp" if before is not None else "advcl"
        else:
            clause.relation = "advcl"

    def _participle(self, clause: Clause, group: VerbGroup, i: int, before: int | None) -> None:
        noun = self.np_of[i]
        clause.governor = before
        if noun >= 0 and before is not None and group.form == "VBN" and self._wants_done(before, noun):
            clause.relation = "xcomp"
            return
        if noun >= 0:
            clause.relation, clause.noun = "acl", noun
            return
        clause.relation = "advcl"
        if self.tags[i] in ("IN", "TO", "WRB"):
            clause.mark = clause.start = i
            inside = self.np_of[i - 1] if i > self.first else -1
            if inside >= 0 and self.lower[i] == "of" and not self._takes_of(before):
                clause.relation, clause.noun = "acl", inside
        elif self.tags[i] == "," and i > self.first and self.np_of[i - 1] >= 0 and self._closes(clause.start):
            clause.relation, clause.noun = "acl", self.np_of[i - 1]

    def _wants_done(self, verb: int, noun: int) -> bool:
        """“wants the sanctions lifted”."""
        adjoins = self.phrases[noun].start == self.groups[verb].end
        return adjoins and self.groups[verb].lemma in ("want", "need", "see", "get", "have", "like", "order")

    def _takes_of(self, verb: int | None) -> bool:
        return verb is not None and self.groups[verb].lemma in word_set("grammar", "takes_of")

    def _closes(self, start: int) -> bool:
        """Whether an insertion that begins at `start` ends with a comma before a finite verb ("The plan, drafted in May, was …")."""
        return not any(self.groups[number].finite for number in self.earlier)

    def _parallel(self, group: VerbGroup) -> int | None:
        """The verb of the same form that a verb behind "and" is joined to."""
        for other in reversed(self.earlier):
            if self.groups[other].form == group.form:
                return other
        return self._last()

    # verbs before

    def _last(self) -> int | None:
        return self.earlier[-1] if self.earlier else None

    def _last_finite(self, start: int | None = None) -> int | None:
        """The finite verb before; with `start` the one before that token, for a relative clause may stand between."""
        for number in reversed(self.earlier):
            behind = start is None or self.groups[number].end <= start
            if self.groups[number].finite and behind and number not in self.waiting:
                return number
        return None

    def _last_before(self, start: int) -> int | None:
        return next((number for number in reversed(self.earlier) if self.groups[number].end <= start), None)

    def _main_before(self) -> int | None:
        """The verb that an adverbial clause hangs on: the last one that is no participle of a noun."""
        return next((number for number in reversed(self.earlier) if self.clauses[number].relation != "acl"), None)

    def _verb_over(self, token: int) -> int | None:
        """The verb before a noun, on which the noun hangs."""
        return next((number for number in reversed(self.earlier) if self.groups[number].start < token), None)
