"""The verbs of a talk mention: what it is subject or object of, and what carries it in a phrase."""

from __future__ import annotations

from generator.extract.layers import Layers
from generator.extract.meetings.lexicon import words
from generator.extract.meetings.talk import Link

_SPANS_OF_TIME = frozenset(
    ["days", "day", "hours", "weeks", "week", "months", "years", "month", "year", "number", "series"]
)
_SETTINGS = frozenset(
    [
        "after",
        "following",
        "before",
        "ahead",
        "at",
        "in",
        "during",
        "for",
        "into",
        "to",
        "since",
        "between",
        "from",
        "on",
    ]
)


def _tells_of_it(lemma: str) -> bool:
    """“The round **held** in July”, "the talks **planned** for Monday"."""
    return any(lemma in words(name) for name in ("hold", "schedule", "postpone", "cancel")) and lemma not in {
        "have",
        "call",
    }


class Links:
    """For each noun phrase the verbs that it stands with; made once an article."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self._by_phrase: dict[int, list[Link]] = {}
        syntax = layers.syntax
        for verb in range(len(layers.verb_groups)):
            passive = layers.verb_groups[verb].passive
            for case, phrase in syntax.obliques(verb):
                if case not in {"that", "than"}:
                    self._note(phrase, Link(verb, "oblique", case))
            for phrase in syntax.subjects(verb):
                self._note(phrase, Link(verb, "object" if passive else "subject"))
            for phrase in syntax.objects(verb):
                self._note(phrase, Link(verb, "object"))

    def _note(self, phrase: int, link: Link) -> None:
        case = self._layers.syntax.case(phrase)
        start = self._layers.noun_phrases[phrase].start
        if self._layers.tokens.lower[max(0, start - 2) : start] == ["ahead", "of"]:
            link = Link(link.verb, "oblique", "ahead")
        elif link.role == "subject" and case in _SETTINGS:
            link = Link(link.verb, "oblique", case)  # "after another round of talks, the two sides pledged"
        known = self._by_phrase.setdefault(phrase, [])
        if all(each.verb != link.verb for each in known):
            known.append(link)

    def of(self, phrase: int) -> list[Link]:
        """The verbs of a noun phrase, also of the "days" or the "round" that it counts ("wrapped up seven days of talks")."""
        layers = self._layers
        found = [*self._by_phrase.get(phrase, []), *self._of_infinitives(phrase)]
        found += self._behind(phrase) if not found else []
        if found:
            return sorted(found, key=lambda link: link.verb)
        start = layers.noun_phrases[phrase].start
        outer = layers.np_of[start - 2] if start > 1 and layers.tokens.lower[start - 1] == "of" else -1
        if outer >= 0 and outer != phrase and layers.tokens.lower[layers.noun_phrases[outer].head] in _SPANS_OF_TIME:
            return self.of(outer)
        return []

    def _of_infinitives(self, phrase: int) -> list[Link]:
        """A headline tells a plan by an infinitive ("Talks to resume next week"), a participle what is being done ("talks aimed at")."""
        layers = self._layers
        found = [
            verb
            for verb in range(len(layers.verb_groups))
            if layers.syntax.noun_above(verb) == phrase
            and not layers.verb_groups[verb].finite
            and layers.verb_groups[verb].form == "VB"
        ]
        headline = layers.paragraphs[
            layers.sentences[layers.sentence_of[layers.noun_phrases[phrase].head]].paragraph
        ].headline
        end = layers.noun_phrases[phrase].end
        inner = (
            layers.np_of[end + 1]
            if layers.tokens.lower[end : end + 1] == ["of"] and end + 1 < len(layers.tokens)
            else -1
        )
        own = {phrase, inner}  # "the last round of talks, held in July"
        held = [
            Link(verb, "object")
            for verb, group in enumerate(layers.verb_groups)
            if not group.finite
            and group.form == "VBN"
            and layers.syntax.noun_above(verb) in own
            and _tells_of_it(group.lemma)
        ]
        return held + ([Link(verb, "subject") for verb in found] if headline else [])

    def _behind(self, phrase: int) -> list[Link]:
        """The verb of meeting behind a long mention ("the first round of discussions to end the war took place")."""
        layers = self._layers
        case = layers.syntax.case(phrase)
        if case in {"after", "following"}:
            return self._fronted(phrase, case)
        if case in _SETTINGS | {"of", "with", "by", "about", "over"}:
            return []
        sentence = layers.sentences[layers.sentence_of[layers.noun_phrases[phrase].head]]
        lower, start = layers.tokens.lower, layers.noun_phrases[phrase].end
        if lower[start : start + 1] == [","] and "," in lower[start + 1 : sentence.end]:
            start = lower.index(",", start + 1) + 1  # "the second round, originally set for Monday, was put off"
        for at in range(start, sentence.end):
            verb = layers.vg_of[at]
            if lower[at] in {"which", "that", "who", ","}:
                return []
            if verb >= 0 and layers.verb_groups[verb].finite:
                lemma = layers.verb_groups[verb].lemma
                telling = any(
                    lemma in words(name) for name in ("hold", "begin", "finish", "go_on", "postpone", "cancel")
                )
                passive = layers.verb_groups[verb].passive
                return (
                    [Link(verb, "object" if passive else "subject")]
                    if telling and layers.syntax.subjects(verb) == ()
                    else []
                )
        return []

    def _fronted(self, phrase: int, case: str) -> list[Link]:
        """“On 26 June, after another round of talks, Peru and Chile pledged …”: the main verb of the sentence that it opens."""
        layers = self._layers
        sentence = layers.sentences[layers.sentence_of[layers.noun_phrases[phrase].head]]
        before = range(sentence.start, layers.noun_phrases[phrase].start)
        if any(layers.vg_of[at] >= 0 for at in before):
            return []
        behind = (layers.vg_of[at] for at in range(layers.noun_phrases[phrase].end, sentence.end))
        verb = next((each for each in behind if each >= 0 and layers.verb_groups[each].finite), None)
        return [Link(verb, "oblique", case)] if verb is not None else []

    def inserted(self, end: int) -> list[Link]:
        """“The third round of talks with Peru**, expected on Monday in Lima,** did not take place”: the participle behind the mention."""
        layers = self._layers
        verb = (
            layers.vg_of[end + 1]
            if layers.tokens.lower[end : end + 1] == [","] and end + 1 < len(layers.tokens)
            else -1
        )
        group = layers.verb_groups[verb] if verb >= 0 else None
        told = group is not None and not group.finite and group.form == "VBN" and _tells_of_it(group.lemma)
        return [Link(verb, "object")] if told else []
