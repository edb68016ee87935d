"""Sources: who stands behind a cue, by grammar (subject, inverted subject, "by" phrase, or the subject carried over)."""

from __future__ import annotations

from generator.extract.attributions.cues import Cue
from generator.extract.attributions.lexicon import words_of
from generator.extract.attributions.phrases import FLOATING, inverted_span, subject_span
from generator.extract.attributions.reading import Reading, Span

_EMPTY = frozenset({"it", "there", "this", "that", "which", "what"})


def source_of(reading: Reading, cue: Cue) -> Span | None:
    """The words that name who speaks before the cue, None where the grammar gives none.

    They are the agents of the verb; a subject that others' words hold gives way to that of the verb before ("…, she said, and | warned").
    """
    if cue.passive:
        return agent_of(reading, cue)
    if _within_document(reading, cue):
        return carried_source(reading, cue.group)
    source = subject_of(reading, cue.group)
    if source is None:
        behind = next(
            (reading.layers.noun_phrases[each].start for each in reading.layers.syntax.subjects(cue.group)), -1
        )
        if behind < cue.start:
            return carried_source(reading, cue.group)
        return inverted_span(reading, behind, reading.sentence(cue.start)[1]) if cue.finite else None
    start, end = source
    verb = cue.start - 1 if reading.tag(cue.start - 1) == "RB" else cue.start
    if reading.lower(verb - 1) == "who" and verb > end and verb - end <= 2:
        end = verb  # "the senator, who has rejected …": the pronoun belongs to the source
    return start, end


def _named_before(reading: Reading, verb: int) -> bool:
    """True where a known actor stands right before a verb for which the grammar has no subject."""
    at = verb - 1
    inside = at >= 0 and reading.layers.np_of[at] >= 0 and reading.layers.mention_of[at] >= 0
    return inside and not reading.covered[at] and reading.layers.sentence_of[at] == reading.layers.sentence_of[verb]


def _within_document(reading: Reading, cue: Cue) -> bool:
    """True for a participle whose subject is no subject: "issued a statement | saying", "told reporters in Lima | adding"."""
    subject = reading.subject(cue.group)
    above = reading.layers.syntax.governor(cue.group)
    if cue.verb.form != "VBG" or cue.finite or subject is None or above is None:
        return False
    head = reading.layers.noun_phrases[subject].head
    document = reading.layers.tokens.lemma[head] in words_of("reporting_nouns", "documents")
    between = set(range(head + 1, cue.start)) - {i for i in range(head + 1, cue.start) if reading.layers.timex_at(i)}
    near = all(reading.tag(i) == "IN" for i in between)
    return near and (document or reading.layers.syntax.case(subject) != "")


def subject_of(reading: Reading, group: int) -> Span | None:
    """The subject of a verb group in full, where it stands before the verb and is not reported; dates are passed over."""
    phrases = reading.layers.noun_phrases
    subjects = (_no_date(reading, phrase) for phrase in reading.layers.syntax.subjects(group))
    free = [phrase for phrase in subjects if phrase is not None and not reading.covered[phrases[phrase].head]]
    verb = reading.layers.verb_groups[group].start
    if not free and reading.layers.verb_groups[group].finite and _named_before(reading, verb):
        free = [reading.layers.np_of[verb - 1]]
    if not free or phrases[free[0]].end > verb:
        return None
    start, end = subject_span(reading, free[0], verb)
    members = [phrases[each] for each in free[1:] if reading.lower(phrases[each].start) not in FLOATING]
    return start, max([end, *(member.end for member in members if member.end <= verb)])


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
        source = subject_of(reading, index) if earlier.finite and not reading.covered[earlier.start] else None
        if source is not None:
            return source
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
