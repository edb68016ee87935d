"""The grammar of an article, computed once and frozen: what every kind of fact asks about subjects, objects and clauses.

The labels are those of Universal Dependencies. Phrases and verbs go in and out as indices of `layers.noun_phrases` and
`layers.verb_groups`; an arc joins the head word of one to the head word of another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from generator.extract.indices import PhraseIndex, Span, TokenIndex, VerbIndex

Factuality = Literal["asserted", "negated", "planned", "possible", "conditional", "reported", "asked"]
Role = Literal["subject", "agent", "object"]
Obliques = tuple[tuple[str, PhraseIndex], ...]


class Arc(NamedTuple):
    """One dependency: `dependent` hangs on `head` as `relation`; `case` is the preposition or conjunction between them."""

    head: TokenIndex
    dependent: TokenIndex
    relation: str
    case: str = ""


class VerbFrame(NamedTuple):
    """What the grammar knows of one verb group."""

    head: TokenIndex
    passive: bool = False
    opens: bool = False
    """Whether it has a clause beside others, and does not belong to the clause of the verb above it."""
    subjects: tuple[PhraseIndex, ...] = ()
    agents: tuple[PhraseIndex, ...] = ()
    objects: tuple[PhraseIndex, ...] = ()
    predicate: PhraseIndex | None = None
    obliques: Obliques = ()
    complement: VerbIndex | None = None
    governor: tuple[VerbIndex, str] | None = None
    noun: PhraseIndex | None = None
    relation: str = ""
    mark: str = ""
    clause: Span = (0, 0)
    factuality: Factuality = "asserted"


class PhraseFrame(NamedTuple):
    """What the grammar knows of one noun phrase."""

    head: TokenIndex
    extent: Span
    conjuncts: tuple[PhraseIndex, ...]
    possessor: Span | None = None
    appositions: tuple[PhraseIndex, ...] = ()
    modifiers: Obliques = ()
    case: str = ""


@dataclass(frozen=True)
class Syntax:
    """The answers; built by `build_syntax`, never changed after."""

    verbs: tuple[VerbFrame, ...] = ()
    phrases: tuple[PhraseFrame, ...] = field(default=(), repr=False)

    @cached_property
    def arcs(self) -> tuple[Arc, ...]:
        """All arcs: those of the verbs in the order of the text, then those of the noun phrases."""
        return (*self._verb_arcs(), *self._phrase_arcs())

    def _verb_arcs(self) -> Iterator[Arc]:
        for verb in self.verbs:
            for phrase in verb.subjects[:1]:
                yield Arc(verb.head, self.phrases[phrase].head, "nsubj:pass" if verb.passive else "nsubj")
            done = verb.agents if verb.passive else verb.objects
            for phrase in done[:1]:
                yield Arc(verb.head, self.phrases[phrase].head, *(("obl:agent", "by") if verb.passive else ("obj", "")))
            yield from (Arc(verb.head, self.phrases[each].head, "obl", case) for case, each in verb.obliques)
            if verb.predicate is not None:
                yield Arc(self.phrases[verb.predicate].head, verb.head, "cop")
            if verb.noun is not None:
                yield Arc(self.phrases[verb.noun].head, verb.head, verb.relation, verb.mark)
            elif verb.governor is not None:
                yield Arc(self.verbs[verb.governor[0]].head, verb.head, verb.relation, verb.mark)

    def _phrase_arcs(self) -> Iterator[Arc]:
        for number, phrase in enumerate(self.phrases):
            if phrase.conjuncts[0] == number:
                yield from (Arc(phrase.head, self.phrases[each].head, "conj") for each in phrase.conjuncts[1:])
            yield from (Arc(phrase.head, self.phrases[each].head, "nmod", case) for case, each in phrase.modifiers)
            beside = (each for each in phrase.appositions if each > number)
            yield from (Arc(phrase.head, self.phrases[each].head, "appos") for each in beside)
            if phrase.possessor is not None:
                yield Arc(phrase.head, TokenIndex(phrase.possessor[1] - 1), "nmod:poss")

    def subjects(self, verb: int) -> tuple[PhraseIndex, ...]:
        """The grammatical subject with its conjuncts; of an infinitive or participle the one that is understood."""
        return self.verbs[verb].subjects

    def agents(self, verb: int) -> tuple[PhraseIndex, ...]:
        """Who does it: the subject of an active verb, the "by" phrase of a passive, each with all conjuncts."""
        return self.verbs[verb].agents

    def objects(self, verb: int) -> tuple[PhraseIndex, ...]:
        """What it is done to: the object of an active verb, the subject of a passive, each with all conjuncts."""
        return self.verbs[verb].objects

    def predicate(self, verb: int) -> PhraseIndex | None:
        """The noun phrase that a copula equates its subject with ("Ruiz is **a judge**")."""
        return self.verbs[verb].predicate

    def obliques(self, verb: int, *prepositions: str) -> Obliques:
        """The prepositional phrases of a verb as (preposition, noun phrase), "" for a bare phrase of time; all without `prepositions`."""
        found = self.verbs[verb].obliques
        return tuple(each for each in found if each[0] in prepositions) if prepositions else found

    def complement(self, verb: int) -> VerbIndex | None:
        """The verb of its complement clause (xcomp, ccomp): "agreed to **withdraw**", "said that it would **leave**"."""
        return self.verbs[verb].complement

    def governor(self, verb: int) -> tuple[VerbIndex, str] | None:
        """The verb above it, with the relation: xcomp, ccomp, advcl, conj, acl, acl:relcl, parataxis; None for the main verb."""
        return self.verbs[verb].governor

    def noun_above(self, verb: int) -> PhraseIndex | None:
        """The noun phrase that a relative clause, participle or infinitive qualifies ("a plan **to withdraw**")."""
        return self.verbs[verb].noun

    def mark(self, verb: int) -> str:
        """The word that opens its clause ("that", "if", "which", "and"), "" where none does."""
        return self.verbs[verb].mark

    def clause(self, verb: int) -> Span:
        """The bounds of the clause of this verb, with its subject and its infinitives, without connecting words at its ends."""
        return self.verbs[verb].clause

    def uses(self, phrase: int | None, role: Role) -> tuple[VerbIndex, ...]:
        """The verbs whose subject, agent or object a noun phrase is, alone or in a list; none for None."""
        return self._uses.get((role, phrase), ()) if phrase is not None else ()

    @cached_property
    def _uses(self) -> dict[tuple[str, int], tuple[VerbIndex, ...]]:
        found: dict[tuple[str, int], tuple[VerbIndex, ...]] = {}
        for number, verb in enumerate(self.verbs):
            for role, phrases in (("subject", verb.subjects), ("agent", verb.agents), ("object", verb.objects)):
                for phrase in phrases:
                    found[role, phrase] = (*found.get((role, phrase), ()), VerbIndex(number))
        return found

    def verb_at(self, token: int) -> VerbIndex | None:
        """The verb of the innermost clause that holds a token (no infinitive); None outside all clauses (headlines, lists)."""
        return self._holders.get(token)

    @cached_property
    def _holders(self) -> dict[int, VerbIndex]:
        holders: dict[int, VerbIndex] = {}
        for number, verb in sorted(enumerate(self.verbs), key=lambda each: each[1].clause[0] - each[1].clause[1]):
            if not verb.opens:
                continue
            holders |= dict.fromkeys(range(*verb.clause), VerbIndex(number))
        return holders

    def factuality(self, verb: int) -> Factuality:
        """How the sentence presents what the verb tells."""
        return self.verbs[verb].factuality

    def extent(self, phrase: int) -> Span:
        """The noun phrase with the prepositional phrases that qualify it; no relative clause, no conjuncts."""
        return self.phrases[phrase].extent

    def conjuncts(self, phrase: int) -> tuple[PhraseIndex, ...]:
        """All members of the list that the phrase belongs to, itself among them, in the order of the text."""
        return self.phrases[phrase].conjuncts

    def possessor(self, phrase: int) -> Span | None:
        """The words of its possessor without the ’s ("**Peru**’s envoy", "**its** army")."""
        return self.phrases[phrase].possessor

    def appositions(self, phrase: int) -> tuple[PhraseIndex, ...]:
        """The noun phrases beside it that name the same thing ("Ana Ruiz, **the envoy**,")."""
        return self.phrases[phrase].appositions

    def modifiers(self, phrase: int, *prepositions: str) -> Obliques:
        """The prepositional phrases that hang on a noun as (preposition, noun phrase)."""
        found = self.phrases[phrase].modifiers
        return tuple(each for each in found if each[0] in prepositions) if prepositions else found

    def case(self, phrase: int) -> str:
        """The preposition that governs the phrase, "" where none does."""
        return self.phrases[phrase].case
