"""Joining: one event a clause, a deed with its result, and a second mention of what was already told."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.events.candidate import Candidate
from generator.extract.events.lexicon import words
from generator.extract.layers import Layers
from generator.model.facts import Modality

Told = tuple[Candidate, Modality]


def joined(layers: Layers, told: list[Told]) -> list[Told]:
    """The events of an article without doubles.

    Two triggers of one clause are one event (the verb wins over its noun); a result joins the deed before it; a conversation
    that is mentioned again with the same partner, and a bare noun for what a clause has told, add nothing.
    """
    kept: list[Told] = []
    for candidate, modality in told:
        before = kept[-1] if kept else None
        if before is not None and _same_event(layers, before[0], candidate):
            kept[-1] = _better(layers, before, (candidate, modality))
        elif before is not None and _is_result(layers, before[0], candidate):
            span = before[0].clause[0], candidate.clause[1]
            kept[-1] = replace(before[0], clause=span), before[1]
        elif not any(_is_repeated(layers, other, candidate) for other, _ in kept):
            kept.append((candidate, modality))
    return kept


def _same_event(layers: Layers, first: Candidate, second: Candidate) -> bool:
    """Whether two triggers tell one event: they share their verb, or one is a noun in the other's clause, or an infinitive of its verb."""
    if first.verb is not None and first.verb == second.verb:
        return True
    if layers.sentence_of[first.token] != layers.sentence_of[second.token]:
        return False
    inside = first.clause[0] <= second.token < first.clause[1] or second.clause[0] <= first.token < second.clause[1]
    if first.verb is None or second.verb is None:
        return inside and _is_means(layers, first) and _is_means(layers, second)
    if second.noun in {first.agent, first.patient} - {None} or first.noun in {second.agent, second.patient} - {None}:
        return True
    later = layers.verb_groups[max(first.verb, second.verb)]
    return later.form == "VB" and not later.finite and layers.vg_of[later.start - 1] == min(first.verb, second.verb)


def _is_means(layers: Layers, candidate: Candidate) -> bool:
    """“Killed in an attack on a market” is one event, “arrived despite attacks on the road” are two."""
    if candidate.verb is not None or candidate.noun is None:
        return True
    start = layers.noun_phrases[candidate.noun].start
    return start > 0 and layers.tokens.lower[start - 1] in {"in", "by", "during", "with"}


def _better(layers: Layers, first: Told, second: Told) -> Told:
    """The one that fills more of its frame; a finite verb before a participle, the first on a tie."""
    union = min(first[0].clause[0], second[0].clause[0]), max(first[0].clause[1], second[0].clause[1])
    choice = second if _weight(layers, second[0]) > _weight(layers, first[0]) else first
    other = first if choice is second else second
    patient = choice[0].patient if choice[0].patient is not None else other[0].patient
    return replace(choice[0], clause=union, patient=patient), choice[1]


def _weight(layers: Layers, candidate: Candidate) -> tuple[bool, int]:
    finite = candidate.verb is not None and layers.verb_groups[candidate.verb].finite
    return finite, (candidate.agent is not None) + (candidate.patient is not None) + (candidate.noun is None)


def _is_result(layers: Layers, first: Candidate, second: Candidate) -> bool:
    """“Launched missiles … and destroyed two blocks”: same sentence, same doer, joined by “and” or a participle."""
    if first.verb is None or second.verb is None or second.noun is not None or first.noun is not None:
        return False
    if layers.sentence_of[first.token] != layers.sentence_of[second.token] or second.lemma not in words("results"):
        return False
    gap = layers.tokens.lower[first.clause[1] : second.clause[0]]
    return (
        len(gap) <= 2
        and (first.agent == second.agent or second.agent is None)
        and all(word in {"and", ","} for word in gap)
    )


def _is_repeated(layers: Layers, first: Candidate, second: Candidate) -> bool:
    """A second conversation with the same partner, and the same deed of the same doer told again, are the same event."""
    if first.lemma == second.lemma and first.verb is not None and second.verb is not None:
        same_doer = _chain(layers, first.agent) is not None and _chain(layers, first.agent) == _chain(
            layers, second.agent
        )
        return same_doer and _head(layers, first.patient) == _head(layers, second.patient) is not None
    if not (first.rule.startswith("event/conversation") and second.rule.startswith("event/conversation")):
        return False
    return bool(_names(layers, first) & _names(layers, second))


def _chain(layers: Layers, phrase: int | None) -> int | None:
    index = layers.mention_of[layers.noun_phrases[phrase].head] if phrase is not None else -1
    return layers.mentions[index].chain if index >= 0 else None


def _head(layers: Layers, phrase: int | None) -> str | None:
    return layers.tokens.lemma[layers.noun_phrases[phrase].head] if phrase is not None else None


def _names(layers: Layers, candidate: Candidate) -> set[int]:
    return {
        chain
        for at in range(candidate.token, candidate.clause[1])
        if layers.mention_of[at] >= 0 and (chain := layers.mentions[layers.mention_of[at]].chain) is not None
    }
