"""Factuality: whether a sentence presents what a verb tells as so, as not so, as to come, as possible, or as a question."""

from __future__ import annotations

from generator.extract.layers import Layers, VerbGroup
from generator.extract.syntax.context import word_set
from generator.extract.syntax.earlier_verbs import Clause
from generator.extract.syntax.nonfinite import is_infinitive
from generator.extract.syntax.structure import Factuality

_CONDITIONS = frozenset({"if", "unless", "once", "until", "provided", "lest"})
_POSSIBLE_MODALS = frozenset({"may", "might", "can", "could", "should", "must", "ought", "have to", "shall"})


def _set(key: str) -> frozenset[str]:
    return word_set("factuality", key)


class FactualityReader:
    """Reads the factuality of every verb of one article; verbs above are read before those that hang on them."""

    def __init__(self, layers: Layers, clauses: list[Clause], objects: list[list[int]]) -> None:
        self.layers, self.clauses, self.objects = layers, clauses, objects
        self.lower, self.tags, self.lemma = layers.tokens.lower, layers.tokens.tag, layers.tokens.lemma
        self.groups, self.phrases = layers.verb_groups, layers.noun_phrases
        self.found: list[Factuality | None] = [None] * len(self.groups)
        self.conditional_sentences = {
            layers.sentence_of[group.start]
            for group, clause in zip(self.groups, clauses, strict=True)
            if clause.relation == "advcl"
            and group.finite
            and (clause.mark < 0 or self.lower[clause.mark] in ("if", "unless"))
        }

    def read_all(self) -> list[Factuality]:
        """The factuality of each verb group."""
        return [self._read(number) for number in range(len(self.groups))]

    def _read(self, number: int) -> Factuality:
        chain: list[int] = []
        at: int | None = number
        while at is not None and self.found[at] is None and at not in chain:
            chain.append(at)
            at = self.clauses[at].governor
        for each in reversed(chain):
            self.found[each] = self._judge(each)
        return self.found[number] or "asserted"

    def _judge(self, number: int) -> Factuality:
        group, clause = self.groups[number], self.clauses[number]
        own = self._of_form(number, group, clause)
        above = self._from_above(number, group, clause)
        return _stronger(own, above)

    def _of_form(self, number: int, group: VerbGroup, clause: Clause) -> Factuality:
        """What its own words say."""
        opening = self.lower[clause.mark] if clause.mark >= 0 else ""
        sentence = self.layers.sentence_of[group.start]
        end = self.layers.sentences[sentence].end
        if clause.relation == "advcl" and (opening in _CONDITIONS or (group.finite and not opening)):
            return "conditional"  # "if Peru agrees", "had Peru agreed"
        if group.negated or self._is_void(number, group):
            return "negated"
        if self.lower[end - 1] == "?" and clause.relation in ("", "conj", "parataxis"):
            return "asked"
        if opening in ("whether", "if") and clause.relation in ("ccomp", "acl", "csubj"):
            return "asked"
        if not group.finite:
            return "asserted"
        return self._of_tense(number, group, sentence)

    def _of_tense(self, number: int, group: VerbGroup, sentence: int) -> Factuality:
        if group.modal in _POSSIBLE_MODALS and group.modal != "shall":
            return "possible"
        inside = self.lower[group.start : group.end]
        if any(word in _set("maybe") for word in self.lower[max(0, group.start - 1) : group.end]):
            return "possible"
        if group.tense == "conditional":
            if sentence in self.conditional_sentences:
                return "conditional"
            return "planned" if self._backshifted(number) else "conditional"
        if group.tense == "future":
            return "conditional" if sentence in self.conditional_sentences else "planned"
        if any(word in _set("hearsay") for word in inside):
            return "reported"
        return "asserted"

    def _backshifted(self, number: int) -> bool:
        """“said that it would leave”: the future of a report in the past."""
        governor = self.clauses[number].governor
        return (
            governor is not None and self.clauses[number].relation == "ccomp" and self.groups[governor].tense == "past"
        )

    def _is_void(self, number: int, group: VerbGroup) -> bool:
        """“No deal was reached”, "reached no deal", "nobody came"."""
        beside = [group.subject] if group.subject is not None and group.finite else []
        for phrase in [*beside, *self.objects[number]]:
            found = self.phrases[phrase]
            if self.lower[found.start] in _set("none"):
                return True
        return any(word in _set("never") for word in self.lower[group.start : group.end])

    def _from_above(self, number: int, group: VerbGroup, clause: Clause) -> Factuality:
        """What the verb or noun above it makes of it."""
        governor = clause.governor
        noun = self.lemma[self.phrases[clause.noun].head] if clause.noun is not None else ""
        if clause.relation == "acl" and (
            self._infinitive(group) or (clause.mark >= 0 and self.lower[clause.mark] == "of")
        ):
            return self._by_word(noun, self._above(governor))
        if governor is None:
            return "asserted"
        upper = self._above(governor)
        if clause.relation == "xcomp":
            return self._below_verb(governor, group, upper)
        if clause.relation == "ccomp":
            return self._content(governor, group, upper)
        if clause.relation == "conj" and not group.finite:
            return upper
        if clause.relation == "advcl":
            return self._adverbial(governor, group, clause, upper)
        return "asserted"

    def _infinitive(self, group: VerbGroup) -> bool:
        return is_infinitive(self.lower, group)

    def _above(self, governor: int | None) -> Factuality:
        return (self.found[governor] or "asserted") if governor is not None else "asserted"

    def _below_verb(self, governor: int, group: VerbGroup, upper: Factuality) -> Factuality:
        word = self._ruling_word(governor, group)
        if self.groups[governor].negated and word not in _set("denying"):
            return "negated"
        return self._by_word(word, upper)

    def _ruling_word(self, governor: int, group: VerbGroup) -> str:
        """The verb above, or the adjective behind its copula ("was **ready** to")."""
        before = group.start - 1
        while before > self.groups[governor].end and self.tags[before] in ("``", "''"):
            before -= 1
        if self.groups[governor].lemma in word_set("grammar", "copulas"):
            return "be to" if before < self.groups[governor].end else self.lower[before]
        lemma, behind = self.groups[governor].lemma, self.groups[governor].end
        return f"{lemma}-{self.lower[behind]}" if self.tags[behind] == "RP" and behind < group.start else lemma

    def _by_word(self, word: str, upper: Factuality) -> Factuality:
        if word in _set("denying"):
            return "possible" if upper == "negated" else "negated"
        if word == "be to" or word in _set("planning") or word in _set("planned_adjectives"):
            return _stronger("planned", upper)
        if word in _set("wishing") or word in _set("maybe"):
            return _stronger("possible", upper)
        if word in _set("telling"):
            return _stronger("reported", upper)
        return upper

    def _content(self, governor: int, group: VerbGroup, upper: Factuality) -> Factuality:
        lemma = self.groups[governor].lemma
        if lemma in _set("denying"):
            return "reported" if upper == "negated" else "negated"
        bare = group.form == "VB" or self.lower[group.start] == "be"
        if lemma in _set("wishing") and (bare or lemma in _set("mandating")):
            return "possible"
        if upper in ("asked", "conditional", "possible", "negated") and self.groups[governor].modal is None:
            return "reported"
        return "planned" if lemma in ("plan", "expect") else "reported"

    def _adverbial(self, governor: int, group: VerbGroup, clause: Clause, upper: Factuality) -> Factuality:
        if self._infinitive(group):
            return "possible" if upper in ("asserted", "reported") else upper
        opening = self.lower[clause.mark] if clause.mark >= 0 else ""
        if opening == "without":
            return "negated"
        if not group.finite and opening in ("of", "from", "to", "for", "against", "about", "with"):
            word = self.groups[governor].lemma
            return self._by_word(word, upper)
        return "asserted" if opening or group.form == "VBN" else upper


_STRENGTH: tuple[Factuality, ...] = ("asserted", "reported", "planned", "possible", "conditional", "asked", "negated")


def _stronger(one: Factuality, other: Factuality) -> Factuality:
    return max(one, other, key=_STRENGTH.index)
