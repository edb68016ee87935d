"""Joining: one event a clause, a deed with its result, and a second mention of what was already told."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.events.candidate import Candidate
from generator.extract.events.modality import words
from generator.extract.rows import View
from generator.model.facts import Modality

Told = tuple[Candidate, Modality]


def joined(view: View, told: list[Told]) -> list[Told]:
    """The events of an article without doubles.

    Two triggers of one clause are one event (the verb wins over its noun); a result joins the deed before it; a call
    that is mentioned again with the same partner, and the same deed of the same doer told again, add nothing.
    """
    kept: list[Told] = []
    known: dict[str, list[Candidate]] = {}
    for candidate, modality in told:
        before = kept[-1] if kept else None
        if before is not None and _same_event(view, before[0], candidate):
            kept[-1] = _better(view, before, (candidate, modality))
        elif before is not None and _is_result(view, before[0], candidate):
            kept[-1] = replace(before[0], clause=(before[0].clause[0], candidate.clause[1])), before[1]
        elif not any(_is_repeated(view, other, candidate) for other in known.get(_key(candidate), ())):
            kept.append((candidate, modality))
            known.setdefault(_key(candidate), []).append(candidate)
    return kept


def _key(candidate: Candidate) -> str:
    """What two tellings of one event must share: the word, or the row of a call with somebody."""
    return candidate.match.row.id if candidate.match.slots.get("partner") else candidate.lemma


def _same_event(view: View, first: Candidate, second: Candidate) -> bool:
    """Whether two triggers tell one event: they share their verb, or one is a part of the other, or an infinitive of its verb."""
    if first.verb is not None and first.verb == second.verb:
        return True
    if view.layers.sentence_of[first.token] != view.layers.sentence_of[second.token]:
        return False
    if second.noun in {*first.agents, *first.patients} - {None} or first.noun in {*second.agents, *second.patients} - {
        None
    }:
        return True
    if first.verb is None or second.verb is None:
        inside = first.clause[0] <= second.token < first.clause[1] or second.clause[0] <= first.token < second.clause[1]
        return inside and _is_means(view, first) and _is_means(view, second)
    above = view.syntax.governor(second.verb)
    return above is not None and above[1] == "xcomp" and above[0] == first.verb


def _is_means(view: View, candidate: Candidate) -> bool:
    """“Killed in an attack on a market” is one event, “arrived despite attacks on the road” are two."""
    if candidate.noun is None:
        return True
    start = view.layers.noun_phrases[candidate.noun].start
    return start > 0 and view.lower[start - 1] in {"in", "by", "during", "with"}


def _better(view: View, first: Told, second: Told) -> Told:
    """The one that fills more of its frame; a finite verb before a participle, the first on a tie."""
    union = min(first[0].clause[0], second[0].clause[0]), max(first[0].clause[1], second[0].clause[1])
    choice, other = (second, first) if _weight(view, second[0]) > _weight(view, first[0]) else (first, second)
    return replace(
        choice[0],
        clause=union,
        patients=choice[0].patients or other[0].patients,
        agents=choice[0].agents or other[0].agents,
    ), choice[1]


def _weight(view: View, candidate: Candidate) -> tuple[bool, int]:
    finite = candidate.verb is not None and view.layers.verb_groups[candidate.verb].finite
    return finite, bool(candidate.agents) + bool(candidate.patients) + (candidate.noun is None)


def _is_result(view: View, first: Candidate, second: Candidate) -> bool:
    """“Launched missiles … and destroyed two blocks”: same sentence, same doer, joined by “and” or a participle."""
    if first.verb is None or second.verb is None or second.noun is not None or first.noun is not None:
        return False
    layers = view.layers
    if layers.sentence_of[first.token] != layers.sentence_of[second.token] or second.lemma not in words("results"):
        return False
    gap = view.lower[first.clause[1] : second.clause[0]]
    same_doer = first.agents == second.agents or not second.agents
    return len(gap) <= 2 and same_doer and all(word in {"and", ","} for word in gap)


def _is_repeated(view: View, first: Candidate, second: Candidate) -> bool:
    """The same deed of the same doer on the same thing, told again."""
    if first.match.row.id == second.match.row.id and first.match.slots.get("partner"):
        partners = [_chains(view, each.match.phrases("partner")) for each in (first, second)]
        return bool(partners[0] & partners[1])
    if first.lemma != second.lemma or first.verb is None or second.verb is None:
        return False
    doers = _chains(view, first.agents)
    same_doer = bool(doers) and doers == _chains(view, second.agents)
    return same_doer and _heads(view, first.patients) == _heads(view, second.patients) != set()


def _chains(view: View, phrases: tuple[int, ...]) -> set[int | None]:
    layers = view.layers
    mentions = [layers.mention_of[layers.noun_phrases[phrase].head] for phrase in phrases]
    return {layers.mentions[index].chain for index in mentions if index >= 0} - {None}


def _heads(view: View, phrases: tuple[int, ...]) -> set[str]:
    return {view.lemmas[view.layers.noun_phrases[phrase].head] for phrase in phrases}
