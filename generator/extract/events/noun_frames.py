"""Nouns of events in a frame: carried out by somebody, with a target, or a call with somebody."""

from __future__ import annotations

from generator.extract.clause_spans import Clauses
from generator.extract.events.candidate import Candidate
from generator.extract.events.lexicon import NounTrigger, words
from generator.extract.events.noun_phrases import chain_end, noun_candidate
from generator.extract.events.verbs import arguments, clause_with_agent
from generator.extract.layers import Layers, NounPhrase
from generator.extract.places import place_at

_ADVERBS = frozenset(["RB", "RP", "HYPH", "JJ", ":", "``"])


def carried_out(layers: Layers, clauses: Clauses, index: int, trigger: NounTrigger) -> Candidate | None:
    """The noun is the object of a verb that carries it out ("continuing its military operation")."""
    phrase = layers.noun_phrases[index]
    at = phrase.start - 1
    while at > 0 and layers.vg_of[at] < 0 and layers.tokens.tag[at] in _ADVERBS and at > phrase.start - 4:
        at -= 1
    verb = layers.vg_of[at] if at >= 0 else -1
    if layers.tokens.lower[at] == "of" and layers.np_of[at - 1] >= 0 and _is_series(layers, layers.np_of[at - 1]):
        at = layers.noun_phrases[layers.np_of[at - 1]].start - 1  # "staged three days of strikes"
        verb = layers.vg_of[at] if at >= 0 else -1
    if verb < 0 or layers.verb_groups[verb].lemma not in words("carry_out") or not _same_sentence(layers, at, phrase):
        return None
    if trigger.words[-1] in {"ceasefire", "cease-fire", "truce"}:
        return None  # declared, offered or kept: a position of those who do
    if layers.tokens.lower[phrase.end : phrase.end + 1] in (["for"], ["over"]):
        return None  # "waged a battle for votes": a figure of speech
    group = layers.verb_groups[verb]
    agent, _ = arguments(layers, verb)
    start, end = clause_with_agent(layers, clauses, verb, agent)
    found = noun_candidate(
        phrase, index, trigger, "event/noun-carried-out v1", (min(start, group.start), max(end, phrase.end)), verb
    )
    found.agent = agent if layers.verb_groups[verb].lemma not in words("seen_by") else None
    return found


def _is_series(layers: Layers, phrase: int) -> bool:
    head = layers.tokens.lower[layers.noun_phrases[phrase].head]
    return head in words("report") or head in {"days", "weeks", "round"}


def with_target(layers: Layers, clauses: Clauses, index: int, trigger: NounTrigger) -> Candidate | None:
    """The noun is presented as a fact and has a target or place: "despite reports of strikes on homes", "after a raid on a camp"."""
    phrase = layers.noun_phrases[index]
    lower = layers.tokens.lower
    if (
        trigger.words[-1] in words("lasting_nouns")
        or trigger.type not in {"military", "humanitarian"}
        or phrase.start == 0
    ):
        return None
    before = lower[phrase.start - 1]
    told = before in words("link") and before != "of"
    told = told or (before == "of" and phrase.start > 1 and lower[phrase.start - 2] in words("report"))
    if not told or lower[phrase.end : phrase.end + 1] == [] or lower[phrase.end] not in words("places_hit"):
        return None
    if not _has_target(layers, phrase):
        return None
    sentence = layers.sentences[layers.sentence_of[phrase.head]]
    end = chain_end(layers, phrase.end, sentence.end)
    return noun_candidate(phrase, index, trigger, "event/noun-target v1", clauses.trimmed(phrase.start, end), None)


def _has_target(layers: Layers, phrase: NounPhrase) -> bool:
    """Whether a place or a thing that can be hit follows; a bare "attack on X" may be one in words, if X is just a name."""
    at = phrase.end + 1
    target = layers.np_of[at] if at < len(layers.tokens) else -1
    if target < 0:
        return False
    head = layers.noun_phrases[target].head
    if layers.tokens.lower[head] in words("targets"):
        return True
    bare = layers.tokens.lemma[phrase.head] == "attack" and phrase.end - phrase.start < 3
    if bare and layers.tokens.lower[phrase.end] in {"on", "against", "to"}:
        return layers.mention_of[head] >= 0 and layers.mentions[layers.mention_of[head]].kind == "state"
    return place_at(layers, at, len(layers.tokens)) is not None


def conversation(layers: Layers, clauses: Clauses, index: int, trigger: NounTrigger) -> Candidate | None:
    """“In a telephone conversation with X”: a call that the clause's subject has with someone."""
    phrase = layers.noun_phrases[index]
    lower = layers.tokens.lower
    if (
        trigger.type != "diplomatic"
        or trigger.words[-1] not in {"call", "conversation"}
        or lower[phrase.end : phrase.end + 1] not in (["with"], ["between"])
    ):
        return None
    sentence = layers.sentences[layers.sentence_of[phrase.head]]
    end = chain_end(layers, phrase.end, sentence.end)
    start = phrase.start - 1 if phrase.start and lower[phrase.start - 1] in {"in", "during", "after"} else phrase.start
    found = noun_candidate(
        phrase,
        index,
        trigger,
        "event/conversation v1",
        clauses.trimmed(start, max(end, clauses.around(phrase.head)[0])),
        None,
    )
    found.agent = _subject_near(layers, phrase)
    return found


def _subject_near(layers: Layers, phrase: NounPhrase) -> int | None:
    """The subject of the verb before the phrase, else of the first verb behind it in its sentence."""
    sentence = layers.sentence_of[phrase.head]
    before = [
        group
        for group in layers.verb_groups
        if group.finite and group.start < phrase.start and layers.sentence_of[group.head] == sentence
    ]
    if before:
        return before[-1].subject
    after = [
        group
        for group in layers.verb_groups
        if group.finite and group.start >= phrase.end and layers.sentence_of[group.head] == sentence
    ]
    return after[0].subject if after else None


def _same_sentence(layers: Layers, token: int, phrase: NounPhrase) -> bool:
    return layers.sentence_of[token] == layers.sentence_of[phrase.head]
