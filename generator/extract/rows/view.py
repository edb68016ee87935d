"""The view that rows have of an article: the grammar turned round (what hangs on which verb), and who says what, each worked out once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from generator.extract.layers import Layers
from generator.lexicon import load_lexicon

_COPULAS = frozenset({"be", "remain", "stand", "become", "seem", "stay", "declare", "say", "appear"})
_MAKING = frozenset({"make", "declare", "call", "keep"})
_BETWEEN = frozenset({"always", "yet", "now", "as", "no", "longer"})
_COPULA_REACH = 5


@dataclass(frozen=True, slots=True)
class Filler:
    """What stands at an arc: a noun phrase or a verb, by its index, and its head word."""

    head: int
    phrase: int | None = None
    verb: int | None = None


class View:
    """Questions of rows about one article; built once for all rows of a kind."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.syntax = layers.syntax
        self.lower = layers.tokens.lower
        self.lemmas = layers.tokens.lemma

    def of_phrase(self, phrase: int) -> Filler:
        """A noun phrase as a filler."""
        return Filler(self.layers.noun_phrases[phrase].head, phrase=phrase)

    def of_verb(self, verb: int) -> Filler:
        """A verb as a filler."""
        return Filler(self.layers.verb_groups[verb].head, verb=verb)

    def verb_of_adjective(self, at: int) -> int | None:
        """The verb that ties an adjective to its subject: "**is** now ready", "**is opposed** to", "**made** its return conditional on"."""
        layers = self.layers
        own = layers.vg_of[at]
        if own >= 0:
            group = layers.verb_groups[own]
            return own if group.passive or group.head != at else None
        if layers.np_of[at - 1] >= 0:
            before = layers.vg_of[layers.noun_phrases[layers.np_of[at - 1]].start - 1]
            return before if before >= 0 and layers.verb_groups[before].lemma in _MAKING else None
        for i in range(at - 1, max(at - _COPULA_REACH, -1), -1):
            if layers.vg_of[i] >= 0:
                return layers.vg_of[i] if layers.verb_groups[layers.vg_of[i]].lemma in _COPULAS else None
            if layers.tokens.tag[i][:2] != "RB" and self.lower[i] not in _BETWEEN:
                return None
        return None

    def over_quote(self, phrase: int) -> int:
        """“Planned a “security corridor””: the noun behind a quotation mark that parts it from its article."""
        noun, layers = self.layers.noun_phrases[phrase], self.layers
        bare = noun.end - noun.start == 1 and layers.tokens.tag[noun.start] == "DT"
        at = noun.end + 1
        if bare and at < len(self.lower) and layers.tokens.tag[noun.end] == "``" and layers.np_of[at] >= 0:
            return layers.np_of[at]
        return phrase

    @cached_property
    def armed_chains(self) -> frozenset[int]:
        """The actors that some mention names as armed people."""
        mentions = self.layers.mentions
        return frozenset(
            mention.chain
            for index, mention in enumerate(mentions)
            if mention.chain is not None and names_army(self.layers, index)
        )

    @cached_property
    def infinitives_under(self) -> dict[int, list[int]]:
        """Verb -> the infinitives that complete it or its object ("allowed the convoy **to pass**", "the chance **to leave**")."""
        found: dict[int, list[int]] = {}
        for verb, group in enumerate(self.layers.verb_groups):
            above = self.syntax.governor(verb)
            if above is not None and not group.finite and group.form == "VB" and above[1] in {"xcomp", "acl"}:
                found.setdefault(above[0], []).append(verb)
        return found

    @cached_property
    def clauses_under(self) -> dict[int, list[int]]:
        """Noun phrase -> the verbs whose clauses qualify it."""
        found: dict[int, list[int]] = {}
        for verb in range(len(self.layers.verb_groups)):
            noun = self.syntax.noun_above(verb)
            if noun is not None:
                found.setdefault(noun, []).append(verb)
        return found

    def behind(self, phrase: int) -> list[tuple[str, int]]:
        """The prepositional phrases right behind a noun, which may hang on it or on its verb ("halt strikes **at two plants**")."""
        found: list[tuple[str, int]] = []
        phrases, np_of = self.layers.noun_phrases, self.layers.np_of
        at = phrases[phrase].end
        while at + 1 < len(self.lower) and np_of[at + 1] >= 0 and self.syntax.case(np_of[at + 1]) == self.lower[at]:
            below = np_of[at + 1]
            if phrases[below].start != at + 1 or self.layers.timex_at(at + 1) is not None:
                break
            found.append((self.lower[at], below))
            at = max(self.syntax.extent(below)[1], phrases[below].end)
        return found

    @cached_property
    def verbs_over(self) -> dict[int, list[tuple[int, str]]]:
        """Noun phrase -> the verbs it hangs on, with the arc: "subject", "object", or the preposition."""
        found: dict[int, list[tuple[int, str]]] = {}
        for verb in range(len(self.layers.verb_groups)):
            for phrase in self.syntax.objects(verb):
                found.setdefault(phrase, []).append((verb, "object"))
            for phrase in self.syntax.subjects(verb):
                found.setdefault(phrase, []).append((verb, "subject"))
            for preposition, phrase in self.syntax.obliques(verb):
                found.setdefault(phrase, []).append((verb, preposition))
        return found

    @cached_property
    def nouns_over(self) -> dict[int, tuple[int, str]]:
        """Noun phrase -> the noun it qualifies, with its preposition ("an end **to** the attacks")."""
        return {
            below: (phrase, preposition)
            for phrase in range(len(self.layers.noun_phrases))
            for preposition, below in self.syntax.modifiers(phrase)
        }

    @cached_property
    def verbs_under(self) -> dict[int, list[int]]:
        """Noun phrase -> the verbs that qualify it ("a group **which had studied** the deal")."""
        found: dict[int, list[int]] = {}
        for verb in range(len(self.layers.verb_groups)):
            noun = self.syntax.noun_above(verb)
            if noun is not None:
                found.setdefault(noun, []).append(verb)
        return found

    @cached_property
    def phrases_by_lemma(self) -> dict[str, list[int]]:
        """Base form of the head -> noun phrases."""
        found: dict[str, list[int]] = {}
        for phrase, noun in enumerate(self.layers.noun_phrases):
            found.setdefault(self.lemmas[noun.head], []).append(phrase)
        return found

    @cached_property
    def verbs_by_lemma(self) -> dict[str, list[int]]:
        """Base form -> verbs."""
        found: dict[str, list[int]] = {}
        for verb, group in enumerate(self.layers.verb_groups):
            found.setdefault(group.lemma, []).append(verb)
        return found

    @cached_property
    def speech_at(self) -> list[int]:
        """Token -> the innermost attribution whose content holds it, -1 outside."""
        inner = [-1] * len(self.lower)
        spans = [
            (start - end, start, end, index)
            for index, attribution in enumerate(self.layers.attributions)
            for start, end in attribution.content
        ]
        for _, start, end, index in sorted(spans):
            inner[start:end] = [index] * (end - start)
        return inner

    @cached_property
    def cues(self) -> bytearray:
        """Token -> 1 within the cue of something said."""
        said = (each for each in self.layers.attributions if each.stated and not each.negated and each.content)
        return self._marked(each.cue for each in said)

    @cached_property
    def positions(self) -> bytearray:
        """Token -> 1 within the word that makes a position, or all its words where none is known."""
        return self._marked(position.cue or position.evidence for position in self.layers.positions)

    @cached_property
    def meetings(self) -> bytearray:
        """Token -> 1 within the words of a meeting of the talks."""
        return self._marked(span for meeting in self.layers.meetings for span in meeting.evidence)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the article, in lower case."""
        return frozenset(self.lower)

    def _marked(self, spans: Iterable[tuple[int, int] | None]) -> bytearray:
        marks = bytearray(len(self.lower))
        for span in spans:
            if span is not None:
                marks[span[0] : span[1]] = b"\1" * (span[1] - span[0])
        return marks


def names_army(layers: Layers, mention: int) -> bool:
    """Whether a mention names armed people; -1 is none."""
    if mention < 0:
        return False
    found = layers.mentions[mention]
    return found.sort == "army" or found.head in load_lexicon("row_contexts")["armed"]
