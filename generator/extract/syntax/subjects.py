"""Subjects: which noun phrase governs each verb group, found by walking left from the verb over what may stand between."""

from __future__ import annotations

from generator.extract.layers import Layers, VerbGroup
from generator.extract.syntax.adjuncts import is_adverbial, is_age, is_quantity
from generator.extract.syntax.antecedents import antecedent_before
from generator.extract.syntax.context import word_set
from generator.extract.syntax.inversion import Inversion

_RELATIVES = frozenset({"who", "which", "that", "whom"})
_RELATIVE_TAGS = frozenset({"WP", "WDT", "WP$", "WRB"})
_REACH = 120
"""How many tokens left of a verb its subject is looked for: keeps run-on texts without full stops quick."""
_ALSO_PREPOSITIONS = frozenset({"after", "before", "since", "until"})
_WALLS = frozenset({";", "“", "``", "«", ":"})


class SubjectFinder:
    """Finds the subjects of one article; holds the layers it reads."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.tags = layers.tokens.tag
        self.lower = layers.tokens.lower
        self.np_of, self.vg_of = layers.np_of, layers.vg_of
        self.phrases, self.groups = layers.noun_phrases, layers.verb_groups
        self.subordinators = word_set("function_words", "subordinators")
        self.first = 0
        self.end = 0
        self.relative: set[int] = set()
        self.inversion = Inversion(layers, self.relative)

    def find_all(self) -> None:
        """Set `subject` of every finite verb, from left to right: later ones may share what earlier ones have.

        The others share the subject of what they hang on (`build.py`).
        """
        sentences, sentence_of = self.layers.sentences, self.layers.sentence_of
        for number, group in enumerate(self.groups):
            sentence = sentences[sentence_of[group.start]]
            self.first, self.end = max(sentence.start, group.start - _REACH), sentence.end
            if group.finite:
                group.subject = self._finite(number, group)

    def _finite(self, number: int, group: VerbGroup) -> int | None:
        inside = self._inverted_pronoun(group)
        if inside is not None:
            return inside
        i = self._before_adverbs(group.start - 1)
        if i < self.first:
            return self.inversion.right_of(group, self.end) if self.inversion.opens_question(group, self.end) else None
        if self.inversion.follows_content(group, i, self.first, self.end):
            return self.inversion.right_of(group, self.end)
        found = self._left_of(number, i)
        if found is None and self.inversion.stands_between_commas(group, i, self.end):
            return self.inversion.right_of(group, self.end)
        return found

    def _inverted_pronoun(self, group: VerbGroup) -> int | None:
        for i in range(group.start, group.end):
            if self.np_of[i] >= 0 and self.tags[i] == "PRP":
                return self.np_of[i]
        return None

    def _before_adverbs(self, i: int) -> int:
        while i >= self.first and (self.tags[i] in ("RB", "RBR") and self.np_of[i] < 0):
            i -= 1
        return i

    def _left_of(self, number: int, i: int) -> int | None:
        """The subject of a verb whose left neighbour stands at `i`."""
        tag, word = self.tags[i], self.lower[i]
        if tag in ("WDT", "WP") and word in _RELATIVES:
            self.relative.add(self.groups[number].start)
            return antecedent_before(self.layers, i - 1, self.first, person=word == "who")
        if self.np_of[i] >= 0:
            return self._from_phrase(number, i)
        if tag == "CC":
            return self._shared(number)
        if tag in (",", ":", "-RRB-"):
            return self._over_insertion(number, i)
        if i > self.first and (tag == "''" or (tag == "``" and self.tags[i - 1] not in (",", ":", "."))):
            return self._left_of(number, i - 1)
        if self.vg_of[i] >= 0:
            return self._over_verb(number, i)
        if tag in ("IN", "RP", "JJ") and i > self.first:
            return self._left_of(number, i - 1)
        return None

    def _from_phrase(self, number: int, i: int) -> int | None:
        """From the noun phrase at `i` to the head of the chain it belongs to: over "of …", "in …" and participles."""
        phrase = self.np_of[i]
        before = self.phrases[phrase].start - 1
        if before < self.first:
            return phrase
        tag = self.tags[before]
        if tag == "RP" and before > self.first:
            before -= 1
        if is_age(self.layers, phrase) or is_quantity(self.layers, phrase):
            return self._left_of(number, before - 1) if tag == "," else phrase
        if is_adverbial(self.layers, phrase):
            return self._from_adverbial(number, phrase, before)
        if tag == "IN" and self._is_preposition(number, before):
            return self._left_of(number, before - 1) if before > self.first and self._attaches(before - 1) else None
        if tag == "TO" and before > self.first and self._attaches(before - 1):
            return self._left_of(number, before - 1)
        if tag == "CC":
            first = self._first_conjunct(before)
            return first if first is not None else phrase
        if self.vg_of[before] >= 0:
            return self._object_or_subject(number, phrase, self.vg_of[before])
        return phrase

    def _from_adverbial(self, number: int, phrase: int, before: int) -> int | None:
        """From "last week", "on Friday", "on Saturday and Sunday", "later Thursday" to the phrase left of it."""
        found: int | None = None
        if self.tags[before] == "RB" and before > self.first:
            before -= 1
        if self.tags[before] == "CC" and self.np_of[before - 1] >= 0:
            return self._from_phrase(number, before - 1)
        if self.np_of[before] >= 0 or self.tags[before] == ",":
            found = self._left_of(number, before)
        elif self.tags[before] == "IN" and before > self.first:
            if self.tags[before - 1] == ",":
                return self._over_insertion(number, before - 1)  # "the envoy, a judge, on Friday called …"
            return self._left_of(number, before - 1) if self._attaches(before - 1) else None
        return found if found is not None else phrase

    def _is_preposition(self, number: int, i: int) -> bool:
        """“as”, "after" and the like open a clause unless the sentence has no finite verb yet ("the envoy after the talks said")."""
        word = self.lower[i]
        if word not in self.subordinators:
            return True
        if word not in ("as", "after", "before", "since", "until") or i == self.first:
            return False
        verb = self.vg_of[i - 1]
        if self.np_of[i - 1] < 0 and (verb < 0 or self.groups[verb].finite):
            return False
        return not any(g.finite and g.start >= self.first for g in self.groups[max(0, number - 8) : number])

    def _attaches(self, i: int) -> bool:
        return self.np_of[i] >= 0 or self.vg_of[i] >= 0 or self.tags[i] in ("CC", "''", "RB", "JJ", "IN", "RP", "-RRB-")

    def _first_conjunct(self, conjunction: int) -> int | None:
        """“Russia and Ukraine agreed”: the first noun phrase, if the words left of "and" hold no verb of their own."""
        i, comma = conjunction - 1, -1
        while i >= self.first:
            comma = i if self.tags[i] == "," and comma < 0 else comma
            verb = self.vg_of[i]
            if verb >= 0:
                if (
                    comma == conjunction - 1
                    and self.lower[conjunction] == "and"
                    and "," not in self.tags[i + 1 : comma]
                ):
                    return None  # "demanded a truce, and Chile refused it": one phrase and a comma are no list
                return self._after(i) if self.groups[verb].finite and self._reports(verb) else None
            opens = self.tags[i] == "IN" and self.lower[i] in self.subordinators and self.lower[i] != "as"
            if opens and comma >= 0 and self.lower[i] in _ALSO_PREPOSITIONS and self.np_of[i + 1] >= 0:
                return self._after(comma)  # "after weeks of talks, Peru and Chile agreed"
            if opens or self.tags[i] in ("WDT", "WP", "WRB", ":"):
                return self._after(i)
            if self.tags[i] == "``" and (i == self.first or self.tags[i - 1] in (",", ":", ".", "''")):
                return self._after(i)
            i -= 1
        return self._after(self.first - 1)

    def _after_is_phrase(self, i: int) -> bool:
        return i + 1 < self.end and self.np_of[i + 1] >= 0

    def _after(self, i: int) -> int | None:
        return self.np_of[i + 1] if self._after_is_phrase(i) else None

    def _reports(self, number: int) -> bool:
        return self.groups[number].lemma in word_set("clause_verbs", "reporting")

    def _speaks(self, number: int) -> bool:
        lemma = self.groups[number].lemma
        return lemma in word_set("clause_verbs", "inverting") or lemma in word_set("clause_verbs", "speaking")

    def _object_or_subject(self, number: int, phrase: int, verb: int) -> int | None:
        """A phrase after another verb: subject of a new clause ("said Oslo wants") or object ("forces leaving town said")."""
        group = self.groups[verb]
        if group.finite and group.start not in self.relative:
            return phrase
        if group.finite:
            return phrase if self._reports(verb) else group.subject
        if self._reports(verb):
            return phrase
        further = self._left_of(number, group.start - 1) if group.start > self.first else None
        return further if further is not None else phrase

    def _over_verb(self, number: int, i: int) -> int | None:
        group = self.groups[self.vg_of[i]]
        if group.finite:
            return group.subject if group.start in self.relative else self._over_object_relative(number, group)
        return self._left_of(number, group.start - 1) if group.start > self.first else None

    def _over_object_relative(self, number: int, group: VerbGroup) -> int | None:
        """“the result (that) Peru needs has …”: from a relative clause with a subject of its own to the noun it qualifies."""
        if group.subject is None:
            return None
        i = self.phrases[group.subject].start - 1
        if i > self.first and self.lower[i] in _RELATIVES:
            i -= 1
        return self._left_of(number, i) if i >= self.first and self.np_of[i] >= 0 else None

    def _shared(self, number: int) -> int | None:
        """“met the envoy and said”: a verb after "and" has the subject of the finite verb before it.

        A verb of saying shares it with the verb of saying before it: "said that Oslo agreed and added that …".
        """
        speaks = self._speaks(number)
        nearest = None
        for earlier in range(number - 1, -1, -1):
            group = self.groups[earlier]
            if group.start < self.first:
                break
            if group.finite and group.subject is not None:
                if not speaks or (self._speaks(earlier) and group.start not in self.relative):
                    return group.subject
                nearest = group.subject if nearest is None else nearest
        return nearest

    def _over_insertion(self, number: int, i: int) -> int | None:
        """“X, the envoy, said” and "X, who is ill, said": from the closing comma to the noun phrase before the opening one."""
        closing = {",": (",",), ":": (":",), "-RRB-": ("-LRB-",)}[self.tags[i]]
        finite_inside = False
        closed = 0  # quotations that end between the verb and here
        j = i - 1
        while j >= self.first:
            if self.vg_of[j] >= 0 and self.groups[self.vg_of[j]].finite:
                finite_inside = True
            if (
                self.tags[j] in closing
                and j > self.first
                and (self.np_of[j - 1] >= 0 or self.tags[j - 1] in ("''", "-RRB-", "WP", "WDT"))
            ):
                relative = (
                    self.tags[j + 1] == "IN"
                    or self._opens_participle(j + 1)
                    or self._is_frame(j + 1, i)
                    or any(tag in _RELATIVE_TAGS for tag in self.tags[j + 1 : i])
                )
                if not finite_inside or relative:
                    found = self._left_of(number, j - 1)
                    if found is not None:
                        return found
            closed += self.tags[j] == "''"
            if self.tags[j] == "``" and closed:
                closed -= 1
            elif self.lower[j] in _WALLS:
                break
            j -= 1
        return self._shared(number)

    def _opens_participle(self, i: int) -> bool:
        """“The envoy, asked whether the talks had failed, said”: a participle at `i` opens the insertion."""
        number = self.vg_of[i]
        return number >= 0 and self.groups[number].form == "VBN" and not self.groups[number].finite

    def _is_frame(self, i: int, end: int) -> bool:
        """“…, say experts, …”, "…, he said, …": between commas a verb of saying with its subject alone."""
        if self.np_of[i] >= 0:
            after = self.phrases[self.np_of[i]].end
            verb = self.vg_of[after] if after < end else -1
            return verb >= 0 and self.groups[verb].end == end and self._speaks(verb)
        number = self.vg_of[i]
        subject = self.groups[number].subject if number >= 0 else None
        return subject is not None and self.phrases[subject].start > i
