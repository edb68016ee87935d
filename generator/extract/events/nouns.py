"""Nouns that tell events: "explosions were registered", "launched an attack", "reports of missile strikes on towns"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.clause_spans import Clauses, subject_of
from generator.extract.events.candidate import Candidate
from generator.extract.events.lexicon import NounTrigger, not_events, noun_triggers, words
from generator.extract.events.noun_frames import carried_out, conversation, with_target
from generator.extract.events.noun_happening import happening
from generator.extract.layers import Layers, NounPhrase


def noun_candidates(layers: Layers, clauses: Clauses) -> Iterator[Candidate]:
    """Every noun phrase with a trigger for its head that is said to happen, to be carried out, or to have a target."""
    table = noun_triggers()
    lemmas = layers.tokens.lemma
    subjects: dict[int, int] | None = None
    labour: bool | None = None
    for index, phrase in enumerate(layers.noun_phrases):
        triggers = table.get(lemmas[phrase.head])
        if triggers is None or (trigger := _trigger(layers, phrase, triggers)) is None:
            continue
        if trigger.words == ("strike",) and not words("armed").intersection(
            layers.tokens.lower[phrase.start : phrase.head]
        ):
            labour = not words("labour").isdisjoint(layers.tokens.lower) if labour is None else labour
            trigger = replace(trigger, type="economic") if labour else trigger
        if subjects is None:
            subjects = _verbs_by_subject(layers)
        found = (
            happening(layers, clauses, index, trigger, subjects)
            or carried_out(layers, clauses, index, trigger)
            or with_target(layers, clauses, index, trigger)
            or conversation(layers, clauses, index, trigger)
        )
        if found is not None:
            yield found


def _verbs_by_subject(layers: Layers) -> dict[int, int]:
    """Noun phrase -> the first finite verb that it governs."""
    found: dict[int, int] = {}
    for index, group in enumerate(layers.verb_groups):
        noun = subject_of(layers, index)
        if noun is not None and group.finite:
            found.setdefault(noun, index)
    return found


def _trigger(layers: Layers, phrase: NounPhrase, triggers: tuple[NounTrigger, ...]) -> NounTrigger | None:
    """The longest trigger that the phrase ends with, None where the phrase is one that tells no event."""
    lemmas, lower = layers.tokens.lemma, layers.tokens.lower
    for at in range(max(phrase.start, phrase.head - 2), phrase.head + 1):
        for phrase_words in not_events().get(lower[at], ()):
            if tuple(lower[at : at + len(phrase_words)]) == phrase_words:
                return None
    for trigger in triggers:
        first = phrase.head + 1 - len(trigger.words)
        if first >= phrase.start and tuple(lemmas[first : phrase.head + 1]) == trigger.words:
            return trigger
    return None
