"""Talks named by a noun: "the second round of negotiations", "peace talks between X and Y", "the meeting", "a summit in Oslo"."""

from __future__ import annotations

from generator.extract.layers import Layers, NounPhrase
from generator.extract.meetings.lexicon import in_series, ordinal, words
from generator.extract.meetings.links import Links
from generator.extract.meetings.participants import meet_across, parties_are_here, sides_in
from generator.extract.meetings.talk import Kind, Link, Talk
from generator.extract.meetings.times import is_put_off


def named_talks(layers: Layers, links: Links) -> list[Talk]:
    """The noun phrases that name a meeting of the negotiation or the negotiation, in the order of the text."""
    lemmas, lower = layers.tokens.lemma, layers.tokens.lower
    nouns = words("talks") | words("sessions") | words("discussions")
    return [
        talk
        for index, phrase in enumerate(layers.noun_phrases)
        if (lower[phrase.head] in nouns or lemmas[phrase.head] in nouns or in_series(lower[phrase.head]) is not None)
        and (talk := _noun_talk(layers, links, index, phrase)) is not None
    ]


def _noun_talk(layers: Layers, links: Links, index: int, phrase: NounPhrase) -> Talk | None:
    """The mention of a noun phrase with its "of negotiations", None where it is no meeting of the negotiation."""
    lower = layers.tokens.lower
    inside = lower[phrase.start : phrase.head]
    end = _with_complement(layers, phrase)
    if end is None or "no" in inside or "any" in inside:
        return None
    number = _number_of(layers, phrase, inside, end)
    session = lower[phrase.head] in words("sessions") or in_series(lower[phrase.head]) is not None
    again = number is None and any(word in words("again") for word in inside)
    previous = (
        number is None
        and not again
        and (any(word in words("previous") for word in inside) or inside[:2] == ["the", "last"])
    )
    talk = Talk(phrase.start, end, _kind(number, again=again, previous=previous), number, session=session)
    talk.links = links.of(index) + links.inserted(end)
    talk.opening = session and (inside[:1] == ["a"] or inside[:1] == ["an"])
    several = lower[phrase.head] in {"rounds", "sessions", "meetings"}
    parties = _is_of_parties(layers, phrase, end, talk)
    if not parties and any(word in words("other_meetings") for word in inside):
        return None
    if (
        session
        and number is None
        and not again
        and not (
            parties
            or (several and _were_held(layers, talk))
            or _is_definite(layers, phrase, inside)
            or _is_set(layers, phrase, talk)
        )
    ):
        return None
    if number is None and several and not _were_held(layers, talk):
        return None
    if number is not None and not session and inside[:1] == ["his"]:
        return None
    if previous and not session and lower[phrase.head] not in words("talks"):
        return None
    talk.clause = _span(layers, talk)
    talk.copular = talk.kind == "numbered" and _numbers_what_was_told(layers, talk)
    if talk.kind == "next" and any(_is_told(layers, verb) for verb in talk.verbs):
        talk.kind = "plain"
        talk.opening = True
    return talk


def _were_held(layers: Layers, talk: Talk) -> bool:
    """“Have held many rounds of talks”: told as one, for nothing tells them apart."""
    held = [layers.verb_groups[link.verb] for link in talk.links if link.role == "object"]
    return any(
        group.lemma in words("hold") and (group.perfect or group.tense == "past") and not group.negated
        for group in held
    )


def _kind(number: int | None, *, again: bool, previous: bool) -> Kind:
    if number is not None:
        return "numbered"
    return "next" if again else "previous" if previous else "plain"


def _number_of(layers: Layers, phrase: NounPhrase, inside: list[str], end: int) -> int | None:
    """The ordinal of the meeting; the first talks for a while are no first round."""
    named = [*inside, *layers.tokens.lower[phrase.head : end]]
    number = next((n for word in named if (n := in_series(word)) is not None), None)
    if number is None:
        number = next((n for word in inside if (n := ordinal(word)) is not None), None)
    if number is None:
        number = _number_behind(layers, phrase)
    return None if number == 1 and _is_first_since(layers, end) else number


def _is_first_since(layers: Layers, end: int) -> bool:
    """“The first talks in two weeks”, “the first meeting since March”: the first for a while is no first round."""
    lower = layers.tokens.lower
    if lower[end : end + 1] == ["since"]:
        return True
    behind = [layers.timex_at(at) for at in range(end + 1, end + 4)]
    spans = [timex for timex in behind if timex is not None and (timex.kind == "duration" or timex.form == "shift")]
    return lower[end : end + 1] in (["in"], ["for"]) and bool(spans)


def _is_told(layers: Layers, verb: int) -> bool:
    """“Kicked off a fresh round”: a new round that has begun is no announcement."""
    group = layers.verb_groups[verb]
    begun = group.lemma in words("begin") or group.lemma in words("finish") or group.lemma in words("hold")
    return begun and group.finite and group.modal is None and group.tense == "past" and not group.passive


def _numbers_what_was_told(layers: Layers, talk: Talk) -> bool:
    """“Making it the second round”, “the talks were the second round”, “now in their seventh round”: it numbers what was just spoken of."""
    before = layers.tokens.lower[max(0, talk.start - 3) : talk.start]
    return any(word in {"making", "marking", "was", "were", "is", "now"} for word in before)


def _is_definite(layers: Layers, phrase: NounPhrase, inside: list[str]) -> bool:
    """“The meeting”, “Thursday’s meeting”."""
    timed = any(timex.start < phrase.head for timex in layers.timexes_from(phrase.start, phrase.end))
    return (bool(inside) and inside[0] in {"the", "this", "these", "both", "their"}) or (timed and inside[:1] != ["a"])


def _is_set(layers: Layers, phrase: NounPhrase, talk: Talk) -> bool:
    """“A special meeting has been called for April in Montreal”, in an article on talks: set with a time, and nobody else is named."""
    if not talk.opening or layers.tokens.lower[phrase.end : phrase.end + 1] in (["of"], ["with"]):
        return False
    names = ("schedule", "cancel", "postpone")
    told = [link.verb for link in talk.links if link.role == "object"]
    set_for = [verb for verb in told if any(layers.verb_groups[verb].lemma in words(name) for name in names)]
    spoken_of = any(word in words("talks") for word in layers.tokens.lower[: phrase.start])
    times = (one for verb in set_for for one in layers.timexes_from(phrase.start, layers.verb_groups[verb].end + 4))
    return spoken_of and any(one.kind == "date" for one in times)


def _is_of_parties(layers: Layers, phrase: NounPhrase, end: int, talk: Talk) -> bool:
    """Whether the words say that the two sides meet: "a meeting between the two sides", "held a meeting with union leaders"."""
    inner = layers.tokens.lower[phrase.end : end]
    if "between" in inner:
        return True
    people = (words("people") | words("officials")) & set(inner)
    held = [link for link in talk.links if link.role == "object" and _may_hold(layers, link)]
    subjects = [np for link in held for np in layers.syntax.agents(link.verb)]
    if len({side for np in subjects for side in sides_in(layers, *layers.syntax.extent(np))}) > 1:
        return True
    if "with" in inner and held:
        return bool(people) or meet_across(layers, subjects, (phrase.end, end))
    return bool(people) or len(sides_in(layers, phrase.start, end)) > 1 or _of_subjects(layers, talk)


def _may_hold(layers: Layers, link: Link) -> bool:
    """Verbs whose object is a meeting: hold, plan, put off, cancel, refuse."""
    group = layers.verb_groups[link.verb]
    names = ("hold", "schedule", "postpone", "cancel", "refuse")
    return any(group.lemma in words(name) for name in names) or is_put_off(layers, group)


def _of_subjects(layers: Layers, talk: Talk) -> bool:
    """“The Saudi and Russian ministers announced it after a secret meeting in Doha”: those of both sides were there."""
    for link in talk.links:
        if link.role == "oblique" and link.case in {"after", "at", "during", "following"}:
            sides = {
                side for np in layers.syntax.agents(link.verb) for side in sides_in(layers, *layers.syntax.extent(np))
            }
            if len(sides) > 1:
                return True
    return False


def _number_behind(layers: Layers, phrase: NounPhrase) -> int | None:
    """“Round 2”: the number behind the noun."""
    if layers.tokens.lower[phrase.head] != "round" or phrase.head + 1 >= len(layers.tokens):
        return None
    behind = layers.tokens.text[phrase.head + 1]
    return int(behind) if behind.isdigit() and len(behind) < 3 else None


def _with_complement(layers: Layers, phrase: NounPhrase) -> int | None:
    """The end of the mention with its "of … talks" and "between X and Y"; None where the complement makes it something else."""
    lower, end = layers.tokens.lower, phrase.end
    while (
        end + 1 < len(lower)
        and lower[end] in {"of", "in", "between", "with", "on", "at"}
        and layers.np_of[end + 1] >= 0
    ):
        inner = layers.noun_phrases[layers.np_of[end + 1]]
        if lower[end] == "of":
            inner_words = set(lower[inner.start : inner.end])
            own = inner_words & (words("talks") | words("people") | words("discussions") | words("sessions"))
            several = len(sides_in(layers, inner.start, inner.end)) > 1
            timed = layers.timex_at(inner.start) is not None
            with_others = bool(sides_in(layers, inner.start, inner.end)) and lower[inner.end : inner.end + 1] in (
                ["with"],
                ["and"],
            )
            if inner_words & words("round_of") or not (own or several or timed or with_others):
                return None if lower[phrase.head] in words("sessions") else end
        elif lower[end] == "at":
            return inner.end if in_series(lower[inner.head]) is not None else end
        elif lower[end] in {"in", "on"}:
            return end
        elif _is_third_party(layers, inner, lower[end]):
            return None
        end = inner.end
        if (
            lower[end : end + 1] == ["and"]
            and end + 1 < len(lower)
            and layers.np_of[end + 1] >= 0
            and "between" in lower[phrase.end : end]
        ):
            end = layers.noun_phrases[layers.np_of[end + 1]].end
    return end


def _is_third_party(layers: Layers, phrase: NounPhrase, preposition: str) -> bool:
    """Whether those it is with are known to be no party: talks of a party with a third country are another matter."""
    if len(layers.parties) < 2 or not parties_are_here(layers):
        return False
    index = layers.mention_of[phrase.head]
    chain = layers.mentions[index].chain if index >= 0 else None
    if chain is None:
        return False
    who = layers.chains[chain]
    if who.members or preposition not in {"with", "between"}:
        return False
    owners = {layers.mentions[each].country for each in who.mentions}
    unnamed = all(layers.mentions[each].form == "role" for each in who.mentions) and not owners - {None}
    if owners & set(layers.parties) or (who.kind == "person" and unnamed):
        return False
    return (
        who.side not in layers.parties
        and who.name not in layers.parties
        and who.kind in {"state", "person", "organisation"}
    )


def _span(layers: Layers, talk: Talk) -> tuple[int, int]:
    """The clauses of the mention and of its verbs as one span."""
    spans = [layers.clause_around(talk.start), *(layers.syntax.clause(verb) for verb in talk.verbs)]
    sentence = layers.sentences[layers.sentence_of[talk.start]]
    start, end = min(span[0] for span in spans), max(*(span[1] for span in spans), talk.end)
    return max(start, sentence.start), min(end, sentence.end)
