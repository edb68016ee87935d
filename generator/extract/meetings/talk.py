"""Talk mentions: the places of an article that speak of a meeting of the negotiation, or of the negotiation as such."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.extract.clause_spans import Clauses, subject_of
from generator.extract.layers import Layers, NounPhrase, VerbGroup
from generator.extract.meetings.lexicon import ordinal, words
from generator.extract.syntax.queries import conjuncts

Kind = Literal["numbered", "next", "plain", "met"]


@dataclass(slots=True)
class Talk:
    """One place that speaks of talks: its words, the number it gives, the verbs that say what becomes of them."""

    start: int
    end: int
    kind: Kind
    number: int | None = None
    verbs: list[int] = field(default_factory=list)
    """Verb groups of which it is the subject, the object or the place of meeting."""
    clause: tuple[int, int] = (0, 0)
    copular: bool = False
    """It says what something already told was ("making it the second round")."""


def find_talks(layers: Layers, clauses: Clauses) -> list[Talk]:
    """All talk mentions in the order of the text."""
    lemmas, lower = layers.tokens.lemma, layers.tokens.lower
    nouns = words("talks") | words("sessions")
    found = [
        talk
        for index, phrase in enumerate(layers.noun_phrases)
        if (lower[phrase.head] in nouns or lemmas[phrase.head] in nouns)
        and (talk := _noun_talk(layers, clauses, index, phrase)) is not None
    ]
    covered = {verb for talk in found for verb in talk.verbs}
    for index, group in enumerate(layers.verb_groups):
        if index in covered or group.lemma not in words("meet") | words("negotiate"):
            continue
        met = _verb_talk(layers, clauses, index, group)
        if met is not None:
            found.append(met)
    return sorted(found, key=lambda talk: talk.start)


def _noun_talk(layers: Layers, clauses: Clauses, index: int, phrase: NounPhrase) -> Talk | None:
    """The mention of a noun phrase with its "of negotiations", None where it is no meeting of the negotiation."""
    lower = layers.tokens.lower
    inside = lower[phrase.start : phrase.head]
    end = _with_complement(layers, phrase)
    if end is None or any(word in words("other_meetings") for word in inside):
        return None
    number = next((n for word in inside if (n := ordinal(word)) is not None), None)
    number = number if number is not None else _number_behind(layers, phrase)
    session = lower[phrase.head] in words("sessions")
    if number is None and lower[phrase.head] in {"rounds", "sessions", "meetings"}:
        return None
    if session and number is None and end == phrase.end and not _is_definite(inside):
        return None
    kind: Kind = "numbered" if number is not None else "plain"
    if number is None and any(word in words("again") for word in inside):
        kind = "next"
    if number is not None and not session and inside and inside[0] == "his":
        return None
    talk = Talk(phrase.start, end, kind, number)
    talk.verbs = _verbs_of(layers, index, phrase, end)
    talk.clause = _span(layers, clauses, talk)
    talk.copular = kind == "numbered" and any(
        word in {"making", "marking", "was", "is"} for word in lower[max(0, phrase.start - 3) : phrase.start]
    )
    return talk


def _is_definite(inside: list[str]) -> bool:
    return bool(inside) and inside[0] in {"the", "this", "these", "both", "their"}


def _number_behind(layers: Layers, phrase: NounPhrase) -> int | None:
    """“Round 2”, “round two”."""
    if layers.tokens.lower[phrase.head] != "round" and layers.tokens.lower[phrase.end - 1] != "round":
        return None
    behind = layers.tokens.text[phrase.end] if phrase.end < len(layers.tokens) else ""
    return int(behind) if behind.isdigit() and len(behind) < 3 else None


def _with_complement(layers: Layers, phrase: NounPhrase) -> int | None:
    """The end of the mention with its "of … talks" and "between X and Y"; None where the complement makes it something else."""
    lower, end = layers.tokens.lower, phrase.end
    while end + 1 < len(lower) and lower[end] in {"of", "in", "between", "with", "on"} and layers.np_of[end + 1] >= 0:
        inner = layers.noun_phrases[layers.np_of[end + 1]]
        head = lower[inner.head]
        if lower[end] == "of":
            inner_words = set(lower[inner.start : inner.end])
            if inner_words & words("round_of") or not inner_words & words("talks"):
                return None if lower[phrase.head] in words("sessions") else end
        elif lower[end] in {"in", "on"}:
            return end
        elif _is_third_party(layers, inner, lower[end]):
            return None
        end = inner.end
        if (
            lower[end : end + 1] == ["and"]
            and head
            and end + 1 < len(lower)
            and layers.np_of[end + 1] >= 0
            and "between" in lower[phrase.end : end]
        ):
            end = layers.noun_phrases[layers.np_of[end + 1]].end
    return end


def _is_third_party(layers: Layers, phrase: NounPhrase, preposition: str) -> bool:
    """Whether those it is with are known to be no party: talks of a party with a third country are another matter."""
    if len(layers.parties) < 2:
        return False
    index = layers.mention_of[phrase.head]
    chain = layers.mentions[index].chain if index >= 0 else None
    if chain is None:
        return False
    who = layers.chains[chain]
    if who.members or preposition not in {"with", "between"}:
        return False
    return (
        who.side not in layers.parties
        and who.name not in layers.parties
        and who.kind in {"state", "person", "organisation"}
    )


def _verbs_of(layers: Layers, index: int, phrase: NounPhrase, end: int) -> list[int]:
    """The verbs the mention is subject or object of, or that carry it in a phrase ("met for the first round")."""
    sentence = layers.sentences[layers.sentence_of[phrase.head]]
    found = _verbs_with_subject(layers, index, sentence.start, sentence.end)
    if not found and end < sentence.end and layers.vg_of[end] >= 0:
        found = [layers.vg_of[end]]
    if not found:
        found = _verb_before(layers, phrase, sentence.start)
    return _with_coordinated(layers, found, sentence.end)


def _verb_before(layers: Layers, phrase: NounPhrase, floor: int) -> list[int]:
    """The verb that has the mention as its object ("began a second round") or as the occasion of meeting ("met for the first round")."""
    at = phrase.start - 1
    preposition = layers.tokens.lower[at] if at >= floor and layers.tokens.tag[at] in {"IN", "TO"} else None
    if preposition is not None:
        if preposition not in {"for", "in", "into", "at", "to"}:
            return []
        at -= 1
    while (
        at > floor
        and layers.vg_of[at] < 0
        and layers.tokens.tag[at] in {"RB", "RP", "NN", "JJ", "DT", "VB"}
        and phrase.start - at < 5
    ):
        at -= 1
    verb = layers.vg_of[at] if at >= floor else -1
    if verb < 0 or (preposition is not None and not _tells_meeting(layers.verb_groups[verb])):
        return []
    return [verb]


def _tells_meeting(group: VerbGroup) -> bool:
    known = words("meet") | words("begin") | words("go_on") | words("hold") | words("progress_verbs")
    return group.lemma in known


def _verbs_with_subject(layers: Layers, index: int, start: int, end: int) -> list[int]:
    seen: list[int] = []
    for at in range(start, end):
        verb = layers.vg_of[at]
        if verb >= 0 and (not seen or seen[-1] != verb) and subject_of(layers, verb) == index:
            seen.append(verb)
    return seen


def _with_coordinated(layers: Layers, verbs: list[int], end: int) -> list[int]:
    """“Resumed on Thursday but concluded without …”: the verb behind “and” or “but” that has no subject of its own."""
    if not verbs:
        return verbs
    lower, last = layers.tokens.lower, layers.verb_groups[verbs[-1]]
    for at in range(last.end, end):
        verb = layers.vg_of[at]
        if verb < 0 or verb in verbs or not layers.verb_groups[verb].finite:
            continue
        group = layers.verb_groups[verb]
        if lower[group.start - 1] in {"and", "but"} and (group.subject is None or group.subject == last.subject):
            return [*verbs, verb]
        break
    return verbs


def _span(layers: Layers, clauses: Clauses, talk: Talk) -> tuple[int, int]:
    """The clauses of the mention and of its verbs as one span."""
    spans = [clauses.around(talk.start), *(clauses.of_verb(verb) for verb in talk.verbs)]
    sentence = layers.sentences[layers.sentence_of[talk.start]]
    start, end = min(span[0] for span in spans), max(*(span[1] for span in spans), talk.end)
    return max(start, sentence.start), min(end, sentence.end)


def _verb_talk(layers: Layers, clauses: Clauses, index: int, group: VerbGroup) -> Talk | None:
    """Negotiators who meet, or parties that negotiate: the subject tells whether these are the talks."""
    noun = subject_of(layers, index)
    if noun is None or not (group.finite or group.progressive or _goes_on(layers, index)):
        return None
    subject = layers.noun_phrases[noun]
    lower = layers.tokens.lower
    head = lower[subject.head]
    people = head in words("people") or (head == "they" and "again" in lower[group.end : group.end + 2])
    negotiating = group.lemma in words("negotiate") and (people or _is_party(layers, noun))
    if not (people and group.lemma in words("meet")) and not negotiating:
        return None
    if group.lemma == "talk" and not group.progressive:
        return None
    after = lower[group.end : group.end + 2]
    kind: Kind = "next" if "again" in after else "met"
    verbs = [index] if group.finite else [index - 1]
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


def _goes_on(layers: Layers, index: int) -> bool:
    """“Continue negotiating”, “began to negotiate”: the verb before says how it goes."""
    group = layers.verb_groups[index]
    before = layers.vg_of[group.start - 1] if group.start else -1
    known = words("go_on") | words("begin")
    return before == index - 1 >= 0 and layers.verb_groups[before].lemma in known and layers.verb_groups[before].finite


def _is_party(layers: Layers, phrase: int) -> bool:
    """Whether a subject is a side of the negotiation, or two names together ("Peru and Chile are negotiating")."""
    named = [layers.mention_of[layers.noun_phrases[member].head] for member in conjuncts(layers, phrase)]
    chains = [chain for index in named if index >= 0 and (chain := layers.mentions[index].chain) is not None]
    return len(chains) > 1 or any(
        layers.chains[chain].side in layers.parties or layers.chains[chain].members for chain in chains
    )
