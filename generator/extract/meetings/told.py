"""Talks told by a verb: negotiators who meet, parties that negotiate."""

from __future__ import annotations

from generator.extract.clause_spans import Clauses, subject_of
from generator.extract.layers import Layers, VerbGroup
from generator.extract.meetings.lexicon import ordinal, words
from generator.extract.meetings.talk import Kind, Talk
from generator.extract.syntax.queries import conjuncts, full_np, object_of, subject_span


def told_talks(layers: Layers, clauses: Clauses, covered: set[int]) -> list[Talk]:
    """The verbs that tell a meeting, those in `covered` (they already carry a named talk) left out."""
    telling, moving = words("meet") | words("negotiate"), words("to_table")
    found: list[Talk] = []
    for index, group in enumerate(layers.verb_groups):
        if index in covered:
            continue
        talk = _verb_talk(layers, clauses, index, group) if group.lemma in telling else None
        if talk is None and group.lemma in moving:
            talk = _table_talk(layers, clauses, index, group)
        if talk is not None:
            found.append(talk)
    return found


def _table_talk(layers: Layers, clauses: Clauses, index: int, group: VerbGroup) -> Talk | None:
    """“Went back to the negotiating table on Monday”, told as a fact or with its day."""
    lower = layers.tokens.lower
    if not group.finite or group.negated or not (group.tense == "past" or group.perfect or group.tense == "future"):
        return None
    at = next((at for at in range(group.end, min(group.end + 6, len(lower))) if lower[at] == "table"), None)
    if at is None or lower[at - 1] not in words("tables") or subject_of(layers, index) is None:
        return None
    return Talk(group.start, at + 1, "met", None, verbs=[index], clause=clauses.of_verb(index))


def _verb_talk(layers: Layers, clauses: Clauses, index: int, group: VerbGroup) -> Talk | None:
    """Negotiators who meet, or parties that negotiate: the subject tells whether these are the talks."""
    noun = subject_of(layers, index)
    planned = _is_planned(layers, index)
    if noun is None or not (group.finite or group.progressive or planned or _goes_on(layers, index)):
        return None
    subject = layers.noun_phrases[noun]
    lower = layers.tokens.lower
    head = lower[subject.head]
    heads = {lower[layers.noun_phrases[member].head] for member in conjuncts(layers, noun)}
    people = bool(heads & words("people")) or (head == "they" and "again" in lower[group.end : group.end + 2])
    people = people or _are_ministers_of_both(layers, noun, group)
    negotiating = group.lemma in words("negotiate") and (people or _is_party(layers, noun))
    together = group.lemma == "come" and lower[group.end : group.end + 1] == ["together"]
    if not (people and (group.lemma in words("meet") - {"come"} or together)) and not negotiating:
        return None
    if (group.lemma == "talk" and not group.progressive and not _goes_on(layers, index)) or (
        group.lemma == "meet" and group.passive
    ):
        return None
    after = lower[group.end : group.end + (3 if together else 2)]
    if "twice" in after or "times" in lower[group.end : group.end + 3]:
        return None  # a summary of several meetings
    told = group.tense == "past" or group.perfect
    kind: Kind = "next" if "again" in after and not told else "met"
    verbs = [index] if group.finite or planned else [index - 1]
    number = _time_number(layers, group)
    return Talk(group.start, group.end, kind, number, verbs=verbs, clause=clauses.of_verb(verbs[0]))


def _time_number(layers: Layers, group: VerbGroup) -> int | None:
    """“Met for the third time”: the number of the meeting; the first time of anything is no first round."""
    lower = layers.tokens.lower
    sentence = layers.sentences[layers.sentence_of[group.head]]
    for at in range(group.end, min(group.end + 12, sentence.end - 3)):
        if lower[at : at + 2] == ["for", "the"] and lower[at + 3] == "time" and (number := ordinal(lower[at + 2])) != 1:
            return number
    return None


def _is_planned(layers: Layers, index: int) -> bool:
    """“Are to meet”, “agreed to meet”: an infinitive right behind a verb of planning."""
    group = layers.verb_groups[index]
    if group.finite or group.form != "VB" or not index:
        return False
    before = layers.verb_groups[index - 1]
    near = before.finite and not before.negated and 0 <= group.start - before.end <= 1
    return near and (before.lemma == "be" or before.lemma in words("intend"))


def _goes_on(layers: Layers, index: int) -> bool:
    """“Continue negotiating”, “began to negotiate”: the verb before says how it goes."""
    group = layers.verb_groups[index]
    before = layers.vg_of[group.start - 1] if group.start else -1
    known = words("go_on") | words("begin")
    if before != index - 1 or before < 0:
        return False
    carrier = layers.verb_groups[before]
    return carrier.lemma in known and (carrier.finite or carrier.form == "VB")


def _are_ministers_of_both(layers: Layers, phrase: int, group: VerbGroup) -> bool:
    """“Their foreign ministers met in Oslo”, “Ruiz met her counterpart Hale”: those who meet belong to two parties of the talks."""
    if group.lemma != "meet" or not (group.tense == "past" or group.perfect) or len(layers.parties) < 2:
        return False
    head = layers.noun_phrases[phrase].head
    inside = layers.tokens.lower[layers.noun_phrases[phrase].start : head + 1]
    if layers.tokens.lower[head] == "ministers" and inside[0] in {"their", "both"}:
        return True
    subject, following = subject_span(layers, layers.vg_of[group.head]), object_of(layers, layers.vg_of[group.head])
    spans = [full_np(layers, following)] if following is not None else []
    spans += [subject] if subject is not None else []
    sides = {
        side
        for first, last in spans
        for at in range(first, last)
        if (index := layers.mention_of[at]) >= 0 and (side := _side_of(layers, index)) in layers.parties
    }
    return len(sides) > 1


def _side_of(layers: Layers, mention: int) -> str | None:
    chain = layers.mentions[mention].chain
    known = layers.chains[chain] if chain is not None else None
    return known.side if known is not None and known.kind in {"person", "body"} else layers.mentions[mention].country


def _is_party(layers: Layers, phrase: int) -> bool:
    """Whether a subject is a side of the negotiation, or two names together ("Peru and Chile are negotiating")."""
    named = [layers.mention_of[layers.noun_phrases[member].head] for member in conjuncts(layers, phrase)]
    chains = [chain for index in named if index >= 0 and (chain := layers.mentions[index].chain) is not None]
    return len(chains) > 1 or any(
        layers.chains[chain].side in layers.parties or layers.chains[chain].members for chain in chains
    )
