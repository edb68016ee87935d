"""Nouns of events that are said to happen: "the siege continues", "explosions were heard", "operations are set to resume"."""

from __future__ import annotations

from generator.extract.clause_spans import Clauses
from generator.extract.events.candidate import Candidate
from generator.extract.events.lexicon import NounTrigger, words
from generator.extract.events.noun_phrases import chain_end, noun_candidate
from generator.extract.layers import Layers, NounPhrase, VerbGroup
from generator.extract.syntax.queries import preposition_of

_INSIDE = frozenset(["of", "in", "for", "to", "on", "from", "with", "into", "about"])


_WITH_PARTICLE = {"go": {"on", "ahead", "off"}, "take": {"place"}, "carry": {"out"}, "break": {"out"}}


def happening(
    layers: Layers, clauses: Clauses, index: int, trigger: NounTrigger, subjects: dict[int, int]
) -> Candidate | None:
    """The noun is the subject of a verb of happening, also over an "of" phrase ("the advance of the troops has stalled")."""
    phrase = layers.noun_phrases[index]
    sentence = layers.sentences[layers.sentence_of[phrase.head]]
    verb = subjects.get(index)
    if verb is None and preposition_of(layers, index) not in _INSIDE:
        behind = chain_end(layers, phrase.end, sentence.end)
        if (
            behind == phrase.end
            and behind < sentence.end
            and layers.tokens.lower[behind] in {",", "also", "have", "has"}
        ):
            return None
        verb = layers.vg_of[behind] if behind < sentence.end and layers.vg_of[behind] >= 0 else None
    if verb is None:
        return None
    verb = _planned_verb(layers, verb)
    group = layers.verb_groups[verb]
    planned = group.form == "VB" and not group.finite
    if planned:
        return (
            noun_candidate(phrase, index, trigger, "event/noun-planned v1", clauses.of_verb(verb), verb)
            if group.lemma in words("happen")
            else None
        )
    if (
        not group.finite
        or group.head < phrase.head
        or not (group.lemma in words("happen") or _there_is(layers, index) or _is_specific(layers, phrase))
    ):
        return None
    start, end = clauses.of_verb(verb)
    if not _is_happening(layers, group, trigger):
        return None
    if "where" in layers.tokens.lower[max(0, start - 1) : start + 1]:
        return None  # "places where fighting goes on" says which places, not what happened
    return noun_candidate(phrase, index, trigger, "event/noun-happens v1", (min(start, phrase.start), end), verb)


def _is_happening(layers: Layers, group: VerbGroup, trigger: NounTrigger) -> bool:
    """Whether the verb means happening here: "takes **place**", "goes **on**"; a truce "that began in May" is only named by it."""
    lower = layers.tokens.lower
    needed = _WITH_PARTICLE.get(group.lemma)
    if needed is not None and not needed.intersection(lower[group.end : group.end + 2]):
        return False
    if group.lemma == "enter" and trigger.words[-1] in words("lasting_nouns"):
        return False  # "the war entered its third week" tells how long, not what
    if group.lemma == "leave" and (trigger.type != "military" or trigger.words[-1] in words("lasting_nouns")):
        return False
    truce = trigger.words[-1] in {"ceasefire", "cease-fire", "truce"}
    return not (truce and group.start > 0 and lower[group.start - 1] in {"that", "which"})


def _planned_verb(layers: Layers, verb: int) -> int:
    """“Operations are set to resume”: the infinitive behind a verb of planning tells what will happen."""
    group = layers.verb_groups[verb]
    following = layers.vg_of[group.end] if group.end < len(layers.tokens) else -1
    return following if following >= 0 and group.lemma in words("planning") | {"be"} else verb


def _there_is(layers: Layers, index: int) -> bool:
    phrase = layers.noun_phrases[index]
    return layers.tokens.lower[max(0, phrase.start - 3) : phrase.start].count("there") > 0


def _is_specific(layers: Layers, phrase: NounPhrase) -> bool:
    """An event noun with its doer ("a bomb attack by the rebels"): as a subject of whatever it did, it has happened."""
    at = phrase.end
    return layers.tokens.lower[at : at + 1] == ["by"] and layers.np_of[at + 1] >= 0
