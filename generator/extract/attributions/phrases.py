"""Noun phrases in full: with their "of" phrases, prepositional phrases, appositions and coordination."""

from __future__ import annotations

from generator.extract.attributions.reading import Reading, Span

_LINKS = frozenset({"of", "for", "in", "at", "from", "with", "on", "to", "near", "between"})
FLOATING = frozenset({"both", "all", "each", "himself", "herself", "themselves", "itself"})
_JOINTS = _LINKS | {"and", "or", "&"}


def phrase_end(reading: Reading, phrase: int, end: int) -> int:
    """The end of a noun phrase with the "of" phrases and the coordinated phrases that follow it, at most `end`."""
    phrases = reading.layers.noun_phrases
    at = phrases[phrase].end
    while at + 1 < end and reading.lower(at) in {"of", "and", "or"} and at + 1 in reading.np_at:
        if reading.lower(at) != "of" and _has_own_verb(reading, reading.np_at[at + 1]):
            break
        at = phrases[reading.np_at[at + 1]].end
    return min(at, end)


def _has_own_verb(reading: Reading, phrase: int) -> bool:
    """True where a noun phrase after "and" is followed by a verb: it begins a clause and does not join the phrase before."""
    at = reading.layers.noun_phrases[phrase].end
    index = reading.layers.vg_of[at] if at < len(reading) else -1
    return index >= 0 and reading.layers.verb_groups[index].finite


def subject_span(reading: Reading, phrase: int, before: int) -> Span:
    """A subject with its title, apposition and complements, as far as it stands before token `before` (the verb)."""
    phrases = reading.layers.noun_phrases
    before_it = reading.layers.np_of[phrases[phrase].start - 1] if phrases[phrase].start else -1
    if reading.lower(phrases[phrase].start) in FLOATING and before_it >= 0:
        phrase = before_it  # "the envoy and his deputy | both | said"
    start = _left(reading, phrase)
    at = phrases[phrase].end
    while at + 1 < before:
        word = reading.lower(at)
        if word == "," and reading.lower(at + 1) == "and" and at + 2 in reading.np_at:
            at += 1  # "the envoy, a lawyer, and her deputy"
            word = "and"
        following = reading.np_at.get(at + 1)
        if following is None or at + 1 in reading.timex_at:
            break
        apposed = word == "," and reading.lower(_skip_links(reading, phrases[following].end, before)) in {",", ""}
        if word not in _JOINTS and not apposed:
            break
        at = phrases[following].end
    if before <= phrases[phrase].end:
        return start, phrases[phrase].end
    return start, _with_qualities(reading, min(at, before), before)


def _with_qualities(reading: Reading, at: int, before: int) -> int:
    """The end of a subject with what qualifies it up to its verb: "two sources | familiar with the matter | said"."""
    while before > at and reading.tag(before - 1) == "RB":
        before -= 1
    qualifies = at < before and reading.tag(at) in {"JJ", "VBN", "VBG", "IN"} and at not in reading.timex_at
    plain = all(
        not reading.finite_at(i) and reading.lower(i) not in {",", ":", "-", "–", "—"} for i in range(at, before)
    )
    return before if qualifies and plain and not any(i in reading.timex_at for i in range(at, before)) else at


def _skip_links(reading: Reading, at: int, before: int) -> int:
    while at + 1 < before and reading.lower(at) in _LINKS and at + 1 in reading.np_at:
        at = reading.layers.noun_phrases[reading.np_at[at + 1]].end
    return at


def _left(reading: Reading, phrase: int) -> int:
    """The start of a phrase with what stands before it: "the head of | the delegation", "the adviser, | Mr X", "A and | B"."""
    layers = reading.layers
    start = layers.noun_phrases[phrase].start
    first = reading.sentence(start)[0]
    while start - 2 >= first and reading.lower(start - 1) in {"of", "and"} and layers.np_of[start - 2] >= 0:
        index = layers.np_of[start - 2]
        earlier = layers.noun_phrases[index]
        if earlier.start in reading.timex_at or (reading.lower(start - 1) == "and" and _is_object(reading, index)):
            break
        start = earlier.start
    return start


def _is_object(reading: Reading, phrase: int) -> bool:
    """True where a verb or preposition governs the phrase, so that "and" after it joins clauses and not subjects."""
    before = reading.layers.noun_phrases[phrase].start - 1
    return before >= 0 and (reading.layers.vg_of[before] >= 0 or reading.tag(before) == "IN")


def inverted_span(reading: Reading, at: int, end: int) -> Span | None:
    """The subject that follows its verb ("said Ms Berg, the union's head"), up to punctuation or an adjunct."""
    while at < end and reading.tag(at) == "RB":
        at += 1
    if at >= end or at not in reading.np_at or at in reading.timex_at:
        return None
    phrases = reading.layers.noun_phrases
    stop = phrases[reading.np_at[at]].end
    while stop + 1 < end and stop + 1 in reading.np_at and stop + 1 not in reading.timex_at:
        if reading.lower(stop) not in {"of", "for", "and", "at", "from", ","}:
            break
        stop = phrases[reading.np_at[stop + 1]].end
    return at, min(stop, end)
