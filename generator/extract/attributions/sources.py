"""Sources: who stands behind a cue, by grammar (subject, inverted subject, "by" phrase, or the subject carried over)."""

from __future__ import annotations

from generator.extract.attributions.cues import Cue
from generator.extract.attributions.phrases import FLOATING, inverted_span, subject_span
from generator.extract.attributions.reading import Reading, Span

_EMPTY = frozenset({"it", "there", "this", "that", "which", "what"})


def source_of(reading: Reading, cue: Cue) -> Span | None:
    """The words that name who speaks before the cue, None where the grammar gives none.

    They are the agents of the verb; a subject that others' words hold gives way to that of the verb above ("…, she said, and | warned").
    """
    if cue.passive:
        return agent_of(reading, cue)
    phrases = reading.layers.noun_phrases
    subjects = (_no_date(reading, phrase) for phrase in reading.layers.syntax.subjects(cue.group))
    free = [phrase for phrase in subjects if phrase is not None and not reading.covered[phrases[phrase].head]]
    if not free:
        return carried_source(reading, cue.group)
    first = phrases[free[0]]
    if (
        first.end > cue.start
    ):  # inverted: the complement scanner sees what follows; of a participle: "Noting …, the envoy"
        return inverted_span(reading, first.start, reading.sentence(cue.start)[1]) if cue.finite else None
    last = next((phrases[each] for each in reversed(free) if reading.lower(phrases[each].start) not in FLOATING), first)
    start, end = subject_span(reading, free[0], cue.start)
    end = max(end, last.end) if len(free) > 1 and last.end <= cue.start else end
    verb = cue.start - 1 if reading.tag(cue.start - 1) == "RB" else cue.start
    if reading.lower(verb - 1) == "who" and verb > end and verb - end <= 2:
        end = verb  # "the senator, who has rejected …": the pronoun belongs to the source
    return start, end


def _no_date(reading: Reading, phrase: int) -> int | None:
    """The subject, or the phrase before it where that is a date: "a letter by Ms Berg | on Friday, | who said"."""
    at = reading.layers.noun_phrases[phrase].start
    if at not in reading.timex_at:
        return phrase
    at -= 2 if reading.tag(at - 1) == "IN" else 1
    before = reading.layers.np_of[at] if at >= reading.sentence(at + 1)[0] else -1
    return before if before >= 0 else None


def carried_source(reading: Reading, group: int) -> Span | None:
    """The subject of the verb above, as far as it is the writer's; else of the nearest finite verb before it in its sentence."""
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
    agents = reading.layers.syntax.agents(cue.group)
    if not agents:
        return None
    phrases = [reading.layers.noun_phrases[phrase] for phrase in agents]
    return phrases[0].start, max(reading.layers.syntax.extent(agents[-1])[1], phrases[-1].end)


def is_empty(reading: Reading, source: Span) -> bool:
    """True for subjects that stand for nobody ("it was reported", "there is talk"), not for pronouns with an actor."""
    known = reading.layers.mention_of[source[0]] >= 0
    return source[1] - source[0] == 1 and not known and reading.lower(source[0]) in _EMPTY
