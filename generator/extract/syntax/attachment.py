"""What hangs on verbs and nouns: objects, agents, prepositional phrases; one walk over each sentence from left to right."""

from __future__ import annotations

from generator.extract.indices import PhraseIndex
from generator.extract.layers import Layers, VerbGroup
from generator.extract.syntax.adjuncts import is_adverbial, is_quantity, is_time
from generator.extract.syntax.context import word_set
from generator.extract.syntax.earlier_verbs import Clause

_SKIPPED = frozenset({"RB", "RBR", "RBS", "RP", "JJ", "JJR", "UH", "DT"})
_MARKS = frozenset({"``", "''", "-LRB-", "-RRB-"})
_LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "within"})
_NOMINAL = frozenset(
    {"for", "between", "among", "against", "over", "about", "from", "towards", "toward", "on", "with", "to", "into"}
)
_MULTIWORD = {("according", "to"), ("because", "of"), ("due", "to"), ("instead", "of"), ("out", "of"), ("thanks", "to")}


class Attacher:
    """Walks over the sentences of one article; the results are lists by verb and by phrase."""

    def __init__(self, layers: Layers, clauses: list[Clause]) -> None:
        self.layers, self.clauses = layers, clauses
        self.tags, self.lower, self.lemma = layers.tokens.tag, layers.tokens.lower, layers.tokens.lemma
        self.np_of, self.vg_of = layers.np_of, layers.vg_of
        self.phrases, self.groups = layers.noun_phrases, layers.verb_groups
        verbs, phrases = len(self.groups), len(self.phrases)
        self.objects: list[list[int]] = [[] for _ in range(verbs)]
        self.obliques: list[list[tuple[str, PhraseIndex]]] = [[] for _ in range(verbs)]
        self.agents: list[list[int]] = [[] for _ in range(verbs)]
        self.predicate: list[int | None] = [None] * verbs
        self.modifiers: list[list[tuple[str, PhraseIndex]]] = [[] for _ in range(phrases)]
        self.qualifiers: list[list[int]] = [[] for _ in range(phrases)]
        """The phrases within the extent of another."""
        self.case = [""] * phrases
        self.marks = {clause.mark for number, clause in enumerate(clauses) if self.groups[number].finite}
        """Subordinators that open a clause, and so govern no noun."""
        self.opens = {clause.start: number for number, clause in enumerate(clauses) if self.groups[number].finite}
        self.takes_of = word_set("grammar", "takes_of")
        self.prepositional = word_set("grammar", "prepositional")
        self.linked = word_set("grammar", "linked_nouns")
        self.deeds = word_set("grammar", "deed_nouns")
        self.copulas = word_set("grammar", "copulas")
        self.ditransitive = word_set("grammar", "ditransitive")
        self._reset()

    def _reset(self) -> None:
        self.verb: int | None = None
        self.behind = False
        """Whether the walk is behind the verb (where objects stand) or before it."""
        self.last: int | None = None
        """The noun phrase that ends right here."""
        self.outer: list[tuple[int | None, bool]] = []
        """Verbs whose clause a relative clause interrupts."""

    def attach_all(self) -> None:
        """Walk over every sentence."""
        for sentence in self.layers.sentences:
            self._reset()
            i = sentence.start
            while i < sentence.end:
                i = self._step(i, sentence.end)

    def _step(self, i: int, end: int) -> int:
        if i in self.opens and self.verb != self.opens[i]:
            self._open(self.opens[i])
        number = self.vg_of[i]
        if number >= 0:
            self._enter(number)
            return max(i + 1, self.groups[number].end)
        if self.np_of[i] >= 0:
            return self._bare(self.np_of[i])
        tag = self.tags[i]
        if tag in ("IN", "TO") or (tag == "RB" and i + 1 < end and self.lower[i + 1] == "of"):
            return self._preposition(i, end)
        if tag == ",":
            self._comma(i)
        elif tag not in _MARKS:
            self.last = None
        return i + 1

    def _open(self, verb: int) -> None:
        """A clause begins: what comes up to its verb hangs on that verb."""
        if self.clauses[verb].relation == "acl:relcl":
            self.outer.append((self.verb, self.behind))
        else:
            self.outer = []
        self.verb, self.behind, self.last = verb, False, None

    def _enter(self, number: int) -> None:
        if self.groups[number].finite and self.outer and self.clauses[number].relation != "acl:relcl":
            self.outer = []
        self.verb, self.behind, self.last = number, True, None

    def _comma(self, i: int) -> None:
        """A comma closes a relative clause behind its verb: what follows hangs on the verb around it."""
        self.last = None
        if not self.outer or not self.behind:
            return
        following = self.tags[i + 1] if i + 1 < len(self.tags) else ""
        if following in ("IN", "TO") and self.outer[-1][1]:
            self.verb, self.behind = self.outer.pop()

    def _bare(self, number: int) -> int:
        """A noun phrase without a preposition: subject, object, predicate, time or a member of a list."""
        phrase = self.phrases[number]
        if self.verb is not None and is_adverbial(self.layers, number):
            self.obliques[self.verb].append(("", PhraseIndex(number)))
        elif self.verb is not None and self.behind:
            self._object(self.verb, number, phrase.start)
        self.last = number
        return phrase.end

    def _object(self, verb: int, number: int, start: int) -> None:
        group = self.groups[verb]
        if group.subject == number or self._measures(number) or not self._adjoins(group.end, start, verb):
            return
        if group.lemma in self.copulas and not group.passive:
            if self.predicate[verb] is None:
                self.predicate[verb] = number
        elif group.passive:
            if group.lemma in self.ditransitive and not self.objects[verb]:
                self.objects[verb].append(number)  # "were given a deadline"
        elif not self.objects[verb] or (len(self.objects[verb]) == 1 and group.lemma in self.ditransitive):
            self.objects[verb].append(number)

    def _measures(self, number: int) -> bool:
        """“came two days after the vote”: a stretch of time before a preposition of time is no object."""
        phrase = self.phrases[number]
        after = self.lower[phrase.end] if phrase.end < len(self.lower) else ""
        return after in ("after", "before", "ago", "later", "earlier") and is_time(self.layers, number)

    def _adjoins(self, start: int, end: int, verb: int) -> bool:
        """Whether nothing but adverbs, particles, marks and the first object stands between a verb and its object."""
        for i in range(start, end):
            known = self.np_of[i] >= 0 and self.np_of[i] in self.objects[verb]
            timed = self.np_of[i] >= 0 and is_adverbial(self.layers, self.np_of[i])
            if not known and not timed and self.tags[i] not in _SKIPPED and self.tags[i] not in _MARKS:
                return False
        return True

    def _preposition(self, i: int, end: int) -> int:
        """A preposition with its noun phrase."""
        j = i + 1
        if i in self.marks:
            self.last = None
            return j
        if j < end and (self.lower[i], self.lower[j]) in _MULTIWORD:
            j += 1
        while j < end and (self.tags[j] in ("``", "IN", "TO", "RB", "PDT") and self.np_of[j] < 0 and j - i < 4):
            j += 1
        if j >= end or self.np_of[j] < 0 or self.vg_of[j] >= 0 or (j in self.opens and j != i):
            self.last = None
            return i + 1
        if j == i + 1 and is_quantity(self.layers, self.np_of[j]):
            return self._bare(self.np_of[j])  # "about 40 people"
        number, case = self.np_of[j], " ".join(self.lower[i : i + 2]) if self.tags[i] == "RB" else self.lower[i]
        self.case[number] = case
        left, verb = self.last, self.verb
        self._attach(case, number, left, verb)
        self.last = number
        return self.phrases[number].end

    def _attach(self, case: str, number: int, left: int | None, verb: int | None) -> None:
        timed = is_time(self.layers, number)
        if left is not None and case != "of" and is_time(self.layers, left):
            left = None
        group = self.groups[verb] if verb is not None else None
        if case == "by" and group is not None and verb is not None and self._is_agent(group, number, left, timed=timed):
            self.agents[verb].append(number)
            return
        nominal = left is not None and self._prefers_noun(case, left, number, group, timed=timed)
        if left is not None and not timed and (nominal or self._may_qualify(case, left)):
            self.qualifiers[left].append(number)
        if nominal and left is not None:
            self.modifiers[left].append((case, PhraseIndex(number)))
        elif verb is not None:
            self.obliques[verb].append((case, PhraseIndex(number)))

    def _is_agent(self, group: VerbGroup, number: int, left: int | None, *, timed: bool) -> bool:
        """“By” names the doer of a passive; not a time, an amount, nor the doer of a deed that a noun right before names."""
        phrase = self.phrases[number]
        if (
            not (group.passive and self.behind)
            or timed
            or self.tags[phrase.head] == "CD"
            or "$" in self.tags[phrase.start : phrase.head]
        ):
            return False
        if self.lower[phrase.head] in ("percent", "%"):
            return False
        return left is None or not self.case[left] or self.lemma[self.phrases[left].head] not in self.deeds

    def _prefers_noun(self, case: str, left: int, number: int, group: VerbGroup | None, *, timed: bool) -> bool:
        """Whether a phrase hangs on the noun right before it rather than on the verb."""
        if case == "of":
            return not (group is not None and self.behind and group.lemma in self.takes_of and not self.case[left])
        if timed:
            return False
        if group is None or not self.behind or group.lemma in self.prepositional:
            return True
        head = self.lemma[self.phrases[left].head]
        if case == "by":
            return head in self.deeds
        if case == "between":
            return True
        if case == "from" and self.case[left]:
            return True  # "by observers from the union", "delegations from Peru"
        if case in _NOMINAL and self.case[left]:
            return head in self.linked
        if case in ("for", "against", "over", "about", "among"):
            return head in self.linked
        return case in _LOCATIVE and self.case[left] in _LOCATIVE

    def _may_qualify(self, case: str, left: int) -> bool:
        """Whether it lies within the extent of the noun before, whatever it hangs on ("a deal **with Peru**")."""
        return case in _NOMINAL and self.lemma[self.phrases[left].head] in self.linked

    def extent_ends(self, members: list[tuple[PhraseIndex, ...]]) -> list[int]:
        """Where each noun phrase ends with the phrases that qualify it and their conjuncts; the innermost first."""
        ends = [phrase.end for phrase in self.phrases]
        for number in range(len(ends) - 1, -1, -1):
            for each in self.qualifiers[number]:
                ends[number] = max(ends[number], ends[each], *(ends[other] for other in members[each] if other > each))
        return ends
