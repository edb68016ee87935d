"""Talks named by a noun: "the second round of negotiations", "peace talks between X and Y", "the meeting"."""

from __future__ import annotations

from generator.extract.clause_spans import Clauses
from generator.extract.layers import Layers, NounPhrase, VerbGroup
from generator.extract.meetings.lexicon import ordinal, words
from generator.extract.meetings.talk import Kind, Talk
from generator.extract.meetings.verbs import verbs_of


def named_talks(layers: Layers, clauses: Clauses) -> list[Talk]:
    """The noun phrases that name a meeting of the negotiation or the negotiation, in the order of the text."""
    lemmas, lower = layers.tokens.lemma, layers.tokens.lower
    nouns = words("talks") | words("sessions") | words("discussions")
    return [
        talk
        for index, phrase in enumerate(layers.noun_phrases)
        if (lower[phrase.head] in nouns or lemmas[phrase.head] in nouns)
        and (talk := _noun_talk(layers, clauses, index, phrase)) is not None
    ]


def _noun_talk(layers: Layers, clauses: Clauses, index: int, phrase: NounPhrase) -> Talk | None:
    """The mention of a noun phrase with its "of negotiations", None where it is no meeting of the negotiation."""
    lower = layers.tokens.lower
    inside = lower[phrase.start : phrase.head]
    end = _with_complement(layers, phrase)
    if end is None or "no" in inside or any(word in words("other_meetings") for word in inside):
        return None
    number = next((n for word in inside if (n := ordinal(word)) is not None), None)
    number = number if number is not None else _number_behind(layers, phrase)
    previous = number is None and any(word in words("previous") for word in inside)
    if previous and lower[phrase.head] not in {"round", "session", "meeting"}:
        return None
    if number == 1 and _is_first_since(layers, end):
        number = None
    session = lower[phrase.head] in words("sessions")
    if number is None and lower[phrase.head] in {"rounds", "sessions", "meetings"}:
        return None
    if session and number is None and not _is_definite(inside) and not any(word in words("again") for word in inside):
        return None
    kind: Kind = "numbered" if number is not None else "plain"
    if number is None and any(word in words("again") for word in inside):
        kind = "next"
    if number is not None and not session and inside and inside[0] == "his":
        return None
    kind = "previous" if previous else kind
    talk = Talk(phrase.start, end, kind, number)
    talk.verbs = verbs_of(layers, index, phrase, end)
    if previous and not any(_is_over(layers.verb_groups[verb]) for verb in talk.verbs):
        return None
    talk.clause = _span(layers, clauses, talk)
    talk.copular = _is_copular(layers, talk)
    if talk.kind == "next" and any(_is_told(layers.verb_groups[verb]) for verb in talk.verbs):
        talk.kind = "plain"
    return talk


def _is_first_since(layers: Layers, end: int) -> bool:
    """“The first talks in two weeks”, “the first meeting since March”: the first for a while is no first round."""
    lower = layers.tokens.lower
    if lower[end : end + 1] == ["since"]:
        return True
    behind = (layers.timex_at(at) for at in range(end + 1, end + 4))
    return lower[end : end + 1] in (["in"], ["for"]) and any(t is not None and t.kind == "duration" for t in behind)


def _is_told(group: VerbGroup) -> bool:
    """“Kicked off a fresh round”: a new round that has begun is no announcement."""
    begun = group.lemma in words("begin") or group.lemma in words("finish")
    return begun and group.finite and group.modal is None and group.tense == "past"


def _is_over(group: VerbGroup) -> bool:
    """“The previous round took place in June”: only what says that it was held tells of a meeting."""
    held = group.lemma in words("hold") or group.lemma in words("finish") or group.lemma in words("begin")
    return held and group.finite and (group.tense == "past" or group.perfect)


def _is_copular(layers: Layers, talk: Talk) -> bool:
    """“Making it the second round”, “the talks, now in their seventh round”: it numbers what was just spoken of."""
    lower = layers.tokens.lower
    before = lower[max(0, talk.start - 3) : talk.start]
    return talk.kind == "numbered" and (any(word in {"making", "marking", "was", "is", "now"} for word in before))


def _is_definite(inside: list[str]) -> bool:
    return bool(inside) and inside[0] in {"the", "this", "these", "both", "their"}


def _number_behind(layers: Layers, phrase: NounPhrase) -> int | None:
    """“Round 2”: the number behind the noun."""
    if layers.tokens.lower[phrase.head] != "round" or phrase.head + 1 >= len(layers.tokens):
        return None
    behind = layers.tokens.text[phrase.head + 1]
    return int(behind) if behind.isdigit() and len(behind) < 3 else None


def _with_complement(layers: Layers, phrase: NounPhrase) -> int | None:
    """The end of the mention with its "of … talks" and "between X and Y"; None where the complement makes it something else."""
    lower, end = layers.tokens.lower, phrase.end
    while end + 1 < len(lower) and lower[end] in {"of", "in", "between", "with", "on"} and layers.np_of[end + 1] >= 0:
        inner = layers.noun_phrases[layers.np_of[end + 1]]
        head = lower[inner.head]
        if lower[end] == "of":
            inner_words = set(lower[inner.start : inner.end])
            own = inner_words & (words("talks") | words("people") | words("discussions") | words("sessions"))
            if inner_words & words("round_of") or not own:
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


def _span(layers: Layers, clauses: Clauses, talk: Talk) -> tuple[int, int]:
    """The clauses of the mention and of its verbs as one span."""
    spans = [clauses.around(talk.start), *(clauses.of_verb(verb) for verb in talk.verbs)]
    sentence = layers.sentences[layers.sentence_of[talk.start]]
    start, end = min(span[0] for span in spans), max(*(span[1] for span in spans), talk.end)
    return max(start, sentence.start), min(end, sentence.end)
