"""Sources: who stands behind a cue, by grammar (subject, inverted subject, "by" phrase, or the subject carried over)."""

from __future__ import annotations

from generator.extract.attributions.cues import Cue
from generator.extract.attributions.lexicon import verb_entries
from generator.extract.attributions.phrases import inverted_span, phrase_end, subject_span
from generator.extract.attributions.reading import Reading, Span

_EMPTY = frozenset({"it", "there", "this", "that", "which", "what"})


def source_of(reading: Reading, cue: Cue) -> Span | None:
    """The words that name who speaks before the cue, None where the grammar gives none.

    Participles ("…, adding that") and coordinated verbs ("… and warned") take the subject of the verb before them.
    """
    if cue.passive:
        return agent_of(reading, cue)
    phrase = _no_date(reading, cue.verb.subject)
    beside = _noun_before(reading, cue) if cue.finite and (phrase is None or not cue.verb.finite) else None
    beside = _antecedent(reading, cue) if beside is None else beside
    if beside is not None:
        phrase = beside
    elif phrase is None or not cue.verb.finite:
        carried = carried_source(reading, cue.group) if _is_adjoined(reading, cue) or phrase is None else None
        if carried is not None or phrase is None:
            return carried
    found = reading.layers.noun_phrases[phrase]
    if reading.covered[found.head]:  # a subject that others' words hold: the verb goes on after them
        return carried_source(reading, cue.group)
    if found.end > cue.start:  # inverted: the complement scanner sees what follows
        return inverted_span(reading, found.start, reading.sentence(cue.start)[1])
    start, end = subject_span(reading, phrase, cue.start)
    verb = cue.start - 1 if reading.tag(cue.start - 1) == "RB" else cue.start
    if (
        reading.lower(verb - 1) == "who" and verb > end
    ):  # "the senator, who has rejected …": the pronoun belongs to the source
        end = verb
    return start, end


def _no_date(reading: Reading, phrase: int | None) -> int | None:
    """The subject, or the phrase before it where that is a date: "the firm | last month | said"."""
    phrases, np_of = reading.layers.noun_phrases, reading.layers.np_of
    while phrase is not None and phrases[phrase].start in reading.timex_at:
        before = phrases[phrase].start - 1
        before -= reading.tag(before) == "IN"
        inside = before >= reading.sentence(phrases[phrase].start)[0]
        phrase = np_of[before] if inside and np_of[before] >= 0 else None
    return phrase


def _antecedent(reading: Reading, cue: Cue) -> int | None:
    """The person right before "who": "…, Mr Torres, who had claimed"."""
    at = cue.start - 1
    at -= reading.tag(at) == "RB"
    if reading.lower(at) != "who":
        return None
    at -= 2 if reading.lower(at - 1) == "," else 1
    layers = reading.layers
    dated = _no_date(reading, layers.np_of[at]) if at >= 0 and layers.np_of[at] >= 0 else None
    at = layers.noun_phrases[dated].head if dated is not None else at
    mention = layers.mention_of[at] if at >= 0 else -1
    named = mention >= 0 and layers.mentions[mention].kind == "person"
    return layers.np_of[at] if named and layers.np_of[at] >= 0 else None


def _noun_before(reading: Reading, cue: Cue) -> int | None:
    """The noun phrase right before a cue, adverbs and one comma aside ("Ms Berg, its head, also | said")."""
    at = cue.start - 1
    while at > 0 and reading.tag(at) == "RB":
        at -= 1
    at -= reading.lower(at) == "," and cue.verb.finite
    index = reading.layers.np_of[at] if at >= 0 else -1
    return _no_date(reading, index) if index >= 0 else None


def _is_adjoined(reading: Reading, cue: Cue) -> bool:
    """True for participles after a comma and infinitives, and behind a verb of saying: their subject is that of the main verb."""
    above = reading.layers.syntax.governor(cue.group)
    told = above is not None and reading.layers.verb_groups[above[0]].lemma in verb_entries()
    if told and cue.verb.form == "VBG" and cue.entry.frames.get("quote") == "speech":
        return (
            reading.layers.syntax.case(reading.layers.np_of[cue.start - 1]) != ""
            if reading.layers.np_of[cue.start - 1] >= 0
            else True
        )
    return cue.verb.form != "VBG" or reading.lower(cue.start - 1) == ","


def carried_source(reading: Reading, group: int) -> Span | None:
    """The subject of the nearest finite verb before verb group `group` in its sentence."""
    groups = reading.layers.verb_groups
    first = reading.sentence(groups[group].start)[0]
    for index in range(group - 1, -1, -1):
        earlier = groups[index]
        if earlier.start < first:
            return None
        if earlier.finite and earlier.subject is not None and not reading.covered[earlier.start]:
            return subject_span(reading, earlier.subject, earlier.start)
    return None


def agent_of(reading: Reading, cue: Cue) -> Span | None:
    """The "by" phrase of a passive ("was rejected by the rebels")."""
    end = reading.sentence(cue.end - 1)[1]
    for at in range(cue.end, min(cue.end + 4, end)):
        if reading.lower(at) == "by" and at + 1 in reading.np_at:
            return at + 1, phrase_end(reading, reading.np_at[at + 1], end)
    return None


def is_empty(reading: Reading, source: Span) -> bool:
    """True for subjects that stand for nobody ("it was reported", "there is talk"), not for pronouns with an actor."""
    known = reading.layers.mention_of[source[0]] >= 0
    return source[1] - source[0] == 1 and not known and reading.lower(source[0]) in _EMPTY
