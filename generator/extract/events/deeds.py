"""Deeds: what the article itself tells that somebody did, by a broad list of verbs that would be too weak inside reported speech."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.clause_spans import Clauses
from generator.extract.events.candidate import Candidate
from generator.extract.events.lexicon import Deed, deeds, doers, no_deeds, verb_triggers, with_object, words
from generator.extract.events.verbs import arguments, clause_with_agent, head_words
from generator.extract.layers import Layers, VerbGroup
from generator.extract.timexes import date_of_clause

_TOLD_BY_OTHERS = frozenset(["military", "humanitarian"])
"""What war and need bring is told by those who see it; other deeds inside reported speech are mostly argument."""
_ACTING = frozenset(["person", "body", "organisation", "state"])


def deed_candidates(layers: Layers, clauses: Clauses, inner: list[int], taken: set[int]) -> Iterator[Candidate]:
    """Every verb group that tells a deed, in the order of the text.

    Args:
        layers: verb groups, mentions, attributions, meetings and positions are read.
        clauses: the clauses of the article.
        inner: token -> innermost attribution that holds it, -1 outside.
        taken: verb groups that already tell an event.
    """
    table = deeds()
    groups = layers.verb_groups
    listed = [i for i, group in enumerate(groups) if group.lemma in table and i not in taken]
    if not listed:
        return
    spoken = _spoken_for(layers)
    for index in listed:
        group = groups[index]
        if spoken[group.head] or not _is_told(layers, index, group):
            continue
        agent, patient = arguments(layers, index)
        deed = _deed(layers, group, table[group.lemma], agent, patient)
        if deed is not None and inner[group.head] >= 0 and deed.type not in _TOLD_BY_OTHERS:
            continue
        if deed is None or (no_deeds() | _refused(group)) & head_words(layers, patient):
            continue
        yield Candidate(
            token=group.head,
            lemma=group.lemma,
            type=deed.type,
            rule="event/deed v1",
            clause=clause_with_agent(layers, clauses, index, agent),
            verb=index,
            agent=agent,
            patient=patient,
        )


def _refused(group: VerbGroup) -> frozenset[str]:
    """The objects that make the verb mean something else to its own triggers ("attacked the plan")."""
    return frozenset().union(*(trigger.unless for trigger in verb_triggers().get(group.lemma, ())))


def _spoken_for(layers: Layers) -> bytearray:
    """Token -> 1 where a cue of speech, a position or a meeting of the talks already takes its verb."""
    taken = bytearray(len(layers.tokens))
    spans = [attribution.cue for attribution in layers.attributions if attribution.cue is not None]
    spans += [position.evidence for position in layers.positions]
    spans += [span for meeting in layers.meetings for span in meeting.evidence]
    for start, end in spans:
        taken[start:end] = b"\1" * (end - start)
    return taken


def _is_told(layers: Layers, index: int, group: VerbGroup) -> bool:
    """Whether the verb tells what has happened, or what will on a day: no mere possibility, habit or wish."""
    if group.negated or (group.modal is not None and group.tense != "future") or _only_says_which(layers, group):
        return False
    if not group.finite:
        before = layers.vg_of[group.start - 1] if group.start else -1
        governor = layers.verb_groups[before] if before == index - 1 >= 0 else None
        tried = governor is not None and governor.lemma in words("lasting") | words("trying")
        return tried and governor is not None and governor.finite and governor.tense == "past" and not governor.negated
    if group.tense == "future":
        return date_of_clause(layers, group.head) is not None
    following = layers.vg_of[group.end] if group.end < len(layers.tokens) else -1
    if group.lemma in words("lasting") and following >= 0 and not layers.verb_groups[following].finite:
        return False  # "began enriching": the verb behind tells the deed
    past = group.tense == "past" or group.perfect
    return past or _in_headline(layers, group) or date_of_clause(layers, group.head) is not None


def _only_says_which(layers: Layers, group: VerbGroup) -> bool:
    """“Members who voted”: a relative clause without a comma says which, not what happened."""
    lower, at = layers.tokens.lower, group.start - 1
    return at > 0 and lower[at] in {"who", "that", "which"} and lower[at - 1] != ","


def _in_headline(layers: Layers, group: VerbGroup) -> bool:
    return layers.paragraphs[layers.sentences[layers.sentence_of[group.head]].paragraph].headline


def _deed(
    layers: Layers, group: VerbGroup, listed: tuple[Deed, ...], agent: int | None, patient: int | None
) -> Deed | None:
    """The first deed that the verb tells with the word behind it and its doer; None where it tells none."""
    behind = layers.tokens.lower[group.end : group.end + 3]
    for deed in listed:
        if deed.tail and tuple(behind[: len(deed.tail)]) != deed.tail:
            continue
        if deed.things:
            fits = agent is not None and not group.passive and bool(deed.things & head_words(layers, agent))
        else:
            needs = group.lemma in with_object() and not deed.tail and patient is None
            fits = not needs and ((group.passive and patient is not None) or _is_doer(layers, agent))
        if fits:
            return deed
    return None


def _is_doer(layers: Layers, phrase: int | None) -> bool:
    """Whether a noun phrase names an actor, or people who do such things."""
    if phrase is None:
        return False
    head = layers.noun_phrases[phrase].head
    mention = layers.mention_of[head]
    chain = layers.mentions[mention].chain if mention >= 0 else None
    if chain is not None:
        return layers.chains[chain].kind in _ACTING
    return layers.tokens.lower[head] in doers()
