"""The grammar of an article: clauses, lists and attachments put together to frames and arcs."""

from __future__ import annotations

from collections.abc import Iterable

from generator.extract.indices import PhraseIndex, TokenIndex, VerbIndex
from generator.extract.layers import Layers
from generator.extract.syntax.attachment import Attacher
from generator.extract.syntax.bounds import clause_bounds, opens_clause
from generator.extract.syntax.clauses import ClauseFinder
from generator.extract.syntax.context import word_set
from generator.extract.syntax.earlier_verbs import Clause
from generator.extract.syntax.factuality import FactualityReader
from generator.extract.syntax.lists import Lists
from generator.extract.syntax.nonfinite import is_infinitive
from generator.extract.syntax.structure import PhraseFrame, Syntax, VerbFrame


def build_syntax(layers: Layers) -> Syntax:
    """The frozen grammar of an article whose tags, phrases, verb groups and first subjects are known."""
    return _Builder(layers).build()


class _Builder:
    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.groups, self.phrases, self.lower = layers.verb_groups, layers.noun_phrases, layers.tokens.lower
        self.prepositional = word_set("grammar", "prepositional")
        self.lists = Lists(layers)
        self.members = self.lists.find_all()
        self._begin_subjects_with_their_lists()
        self.clauses = ClauseFinder(layers).find_all()
        self.attached = Attacher(layers, self.clauses)
        self.attached.attach_all()
        self.ends = self.attached.extent_ends(self.members)
        self.subjects: list[tuple[PhraseIndex, ...] | None] = [None] * len(self.groups)

    def _begin_subjects_with_their_lists(self) -> None:
        """The subject of "on Monday, Peru and Chile signed" is Peru, the first of the list."""
        for group in self.groups:
            if group.finite and group.subject is not None:
                found = self._list_of(self._before_floating(group.subject), group.start)
                group.subject = found[0]

    def _before_floating(self, phrase: int) -> int:
        """“Peru and Chile **both** agreed”: the phrase that a floating "both" or "all" takes up."""
        start, end = self.phrases[phrase].start, self.phrases[phrase].end
        before = self.layers.np_of[start - 1] if start and end - start == 1 else -1
        return before if before >= 0 and self.lower[start] in ("both", "all", "each") else phrase

    def build(self) -> Syntax:
        for number in range(len(self.groups)):
            self._subjects(number, 0)
        for group, subjects in zip(self.groups, self.subjects, strict=True):
            group.subject = subjects[0] if subjects else None
        factuality = FactualityReader(self.layers, self.clauses, self.attached.objects).read_all()
        bounds = clause_bounds(self.layers, self.clauses)
        complements = self._complements()
        verbs = tuple(
            VerbFrame(
                head=TokenIndex(group.head),
                passive=group.passive,
                opens=opens_clause(self.lower, group, clause),
                subjects=self.subjects[number] or (),
                agents=self._agents(number),
                objects=self._objects(number),
                predicate=_phrase(self.attached.predicate[number]),
                obliques=tuple(self._obliques(number)) if self.attached.obliques[number] else (),
                complement=complements.get(number),
                governor=(VerbIndex(clause.governor), clause.relation) if clause.governor is not None else None,
                noun=_phrase(clause.noun),
                relation=clause.relation,
                mark=self.lower[clause.mark] if clause.mark >= 0 else "",
                clause=bounds[number],
                factuality=factuality[number],
            )
            for number, (group, clause) in enumerate(zip(self.groups, self.clauses, strict=True))
        )
        return Syntax(verbs, self._phrase_frames())

    def _complements(self) -> dict[int, VerbIndex]:
        found: dict[int, VerbIndex] = {}
        for number, clause in enumerate(self.clauses):
            if clause.relation in ("xcomp", "ccomp") and clause.governor is not None:
                found.setdefault(clause.governor, VerbIndex(number))
        return found

    # subjects, agents, objects

    def _subjects(self, number: int, depth: int) -> tuple[PhraseIndex, ...]:
        known = self.subjects[number]
        if known is not None:
            return known
        self.subjects[number] = ()  # a ring of governors ends here
        group = self.groups[number]
        found = (
            self._list_of(group.subject, group.start)
            if group.finite
            else self._understood(number, self.clauses[number], depth)
        )
        self.subjects[number] = found
        return found

    def _list_of(self, phrase: int | None, verb: int) -> tuple[PhraseIndex, ...]:
        """A subject with the members of its list on the same side of the verb."""
        if phrase is None:
            return ()
        left = self.phrases[phrase].start < verb
        return tuple(each for each in self.members[phrase] if (self.phrases[each].start < verb) == left) or (
            PhraseIndex(phrase),
        )

    def _understood(self, number: int, clause: Clause, depth: int) -> tuple[PhraseIndex, ...]:
        """The subject that an infinitive, gerund or participle shares with what it hangs on."""
        group, governor = self.groups[number], clause.governor
        if (
            clause.noun is not None
            and clause.relation == "acl"
            and group.form in ("VBN", "VBG")
            and clause.mark < 0
            and not is_infinitive(self.lower, group)
        ):
            return (
                self.members[clause.noun]
                if self.phrases[clause.noun].end == group.start
                else (PhraseIndex(clause.noun),)
            )
        if governor is None or depth > 20 or (group.form == "VBG" and group.lemma in self.prepositional):
            return ()
        if clause.mark > 0 and clause.relation == "advcl" and self._owned_before(clause.mark, governor):
            return ()  # "Peru’s position on freezing …"
        if clause.relation == "acl":
            owned = clause.noun is not None and self.lists.possessor(clause.noun) is not None
            return () if owned else self._subjects(governor, depth + 1)
        if not self.groups[governor].passive and self._object_rules(governor, clause, number):
            ruled = self._object_before(governor, group.start) or self._called_on(governor, group.start)
            return ruled or self._subjects(governor, depth + 1)
        return self._subjects(governor, depth + 1)

    def _owned_before(self, mark: int, governor: int) -> bool:
        number = self.layers.np_of[mark - 1]
        ruled = self.groups[governor].lemma in word_set("grammar", "subject_of_of")
        return number >= 0 and not ruled and self.lists.possessor(number) is not None

    def _object_rules(self, governor: int, clause: Clause, number: int) -> bool:
        """Whether the object of the verb above is meant: "urged Peru to", "accused Peru of", "gave Peru a week to"."""
        lemma = self.groups[governor].lemma
        if clause.relation == "xcomp":
            lists = word_set("clause_verbs", "object_control") | word_set("grammar", "calls_on")
            return lemma in lists or not is_infinitive(self.lower, self.groups[number])
        if clause.relation == "advcl" and clause.mark < 0 and is_infinitive(self.lower, self.groups[number]):
            return lemma in ("give", "grant", "allow", "offer", "leave")
        return clause.relation == "advcl" and clause.mark >= 0 and lemma in word_set("grammar", "subject_of_of")

    def _called_on(self, governor: int, start: int) -> tuple[PhraseIndex, ...]:
        """“called on Peru to”, "waits for Peru to": the last prepositional phrase before the infinitive."""
        if self.groups[governor].lemma not in word_set("grammar", "calls_on"):
            return ()
        before = [phrase for _, phrase in self.attached.obliques[governor] if self.phrases[phrase].end <= start]
        return self.members[before[-1]] if before else ()

    def _object_before(self, governor: int, start: int) -> tuple[PhraseIndex, ...]:
        for phrase in self.attached.objects[governor]:
            if self.phrases[phrase].end <= start:
                return tuple(each for each in self.members[phrase] if self.phrases[each].start < start)
        return ()

    def _agents(self, number: int) -> tuple[PhraseIndex, ...]:
        if not self.groups[number].passive:
            return self.subjects[number] or ()
        found: list[PhraseIndex] = []
        for phrase in self.attached.agents[number]:
            found += [each for each in self.members[phrase] if each not in found]
        if not found and (upper := self._shared_agent(number)) is not None:
            return self._agents(upper)
        return tuple(found)

    def _shared_agent(self, number: int) -> int | None:
        """“was bombed and looted by rebels”: the agent of the last of joined passives is that of all."""
        later = (
            other
            for other in range(number + 1, min(number + 3, len(self.groups)))
            if self.clauses[other].relation == "conj" and self.clauses[other].governor == number
        )
        return next((other for other in later if self.groups[other].passive and not self.groups[other].finite), None)

    def _objects(self, number: int) -> tuple[PhraseIndex, ...]:
        group = self.groups[number]
        if group.passive:
            return self.subjects[number] or ()
        relative = self._relative_object(number)
        if relative is not None:
            return relative
        found: list[PhraseIndex] = []
        for phrase in self.attached.objects[number][-1:]:
            found += [each for each in self.members[phrase] if self.phrases[each].start >= group.start]
        return tuple(found)

    def _relative_object(self, number: int) -> tuple[PhraseIndex, ...] | None:
        """“the plan that Peru rejected”: the antecedent, where the relative clause has a subject of its own and no object."""
        clause, group = self.clauses[number], self.groups[number]
        if clause.relation != "acl:relcl" or clause.noun is None or group.subject == clause.noun:
            return None
        pronoun = clause.mark >= 0 and self.lower[clause.mark] in ("which", "that", "whom", "who")
        before = self.layers.tokens.tag[clause.mark - 1] if clause.mark > 0 else ""
        if not pronoun or self.attached.objects[number] or before in ("IN", "TO"):
            return None
        return (PhraseIndex(clause.noun),)

    def _obliques(self, number: int) -> Iterable[tuple[str, PhraseIndex]]:
        """All prepositional phrases with their conjuncts."""
        for case, phrase in self.attached.obliques[number]:
            yield case, phrase
            for each in self.members[phrase]:
                if self.phrases[each].start > self.phrases[phrase].start and not self.attached.case[each]:
                    yield case, each

    # phrases

    def _phrase_frames(self) -> tuple[PhraseFrame, ...]:
        frames = []
        modifiers = self.attached.modifiers
        beside: dict[int, list[PhraseIndex]] = {}
        for number in range(len(self.phrases)):
            other = self.lists.apposition(number, self.ends[number])
            if other is not None:
                beside.setdefault(number, []).append(PhraseIndex(other))
                beside.setdefault(other, []).append(PhraseIndex(number))
        for number, phrase in enumerate(self.phrases):
            first = self.members[number][0]
            frames.append(
                PhraseFrame(
                    head=TokenIndex(phrase.head),
                    extent=(phrase.start, self.ends[number]),
                    conjuncts=self.members[number],
                    possessor=self.lists.possessor(number),
                    appositions=tuple(beside[number]) if number in beside else (),
                    modifiers=tuple(modifiers[number]) if modifiers[number] else (),
                    case=self.attached.case[number] or self.attached.case[first],
                )
            )
        return tuple(frames)


def _phrase(number: int | None) -> PhraseIndex | None:
    return PhraseIndex(number) if number is not None else None
