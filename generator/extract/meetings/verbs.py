"""The verbs of a talk mention: what it is subject or object of, and what carries it in a phrase."""

from __future__ import annotations

from generator.extract.clause_spans import subject_of
from generator.extract.layers import Layers, NounPhrase, VerbGroup
from generator.extract.meetings.lexicon import words
from generator.extract.syntax.queries import preposition_of

_HELD_BY = frozenset(
    ["of", "at", "in", "on", "for", "with", "to", "from", "by", "into", "about", "over", "during", "under"]
)
_SPANS_OF_TIME = frozenset(["days", "day", "hours", "weeks", "week"])


def verbs_of(layers: Layers, index: int, phrase: NounPhrase, end: int) -> list[int]:
    """The verbs the mention is subject or object of, or that carry it in a phrase ("met for the first round").

    Args:
        layers: verb groups and noun phrases are read.
        index: of the mention's noun phrase.
        phrase: that noun phrase.
        end: where the mention with its "of … talks" and "between X and Y" ends.
    """
    sentence = layers.sentences[layers.sentence_of[phrase.head]]
    found = _verbs_with_subject(layers, index, sentence.start, sentence.end)
    free = preposition_of(layers, index) not in _HELD_BY
    if not found and free and end < sentence.end and _may_follow(layers, layers.vg_of[end]):
        found = [layers.vg_of[end]]
    if not found:
        found = _verb_before(layers, phrase, sentence.start)
    if not found and free:
        found = _verb_behind(layers, end, sentence.end)
    return _with_coordinated(layers, found, sentence.end)


def _may_follow(layers: Layers, verb: int) -> bool:
    """A finite verb, or the infinitive of a headline ("talks to resume next week")."""
    if verb < 0:
        return False
    group = layers.verb_groups[verb]
    return group.finite or layers.paragraphs[layers.sentences[layers.sentence_of[group.head]].paragraph].headline


def _verb_behind(layers: Layers, start: int, end: int) -> list[int]:
    """The first finite verb behind a long mention ("the first round of discussions to end the war took place"), if it is one of meeting."""
    for at in range(start, end):
        verb = layers.vg_of[at]
        if layers.tokens.lower[at] in {"which", "that", "who", ","}:
            return []
        if verb >= 0 and layers.verb_groups[verb].finite:
            lemma = layers.verb_groups[verb].lemma
            return [verb] if any(lemma in words(name) for name in ("hold", "begin", "finish", "go_on")) else []
    return []


def _verb_before(layers: Layers, phrase: NounPhrase, floor: int) -> list[int]:
    """The verb that has the mention as its object ("began a second round") or as the occasion of meeting ("met for the first round")."""
    at = phrase.start - 1
    preposition = layers.tokens.lower[at] if at >= floor and layers.tokens.tag[at] in {"IN", "TO"} else None
    if preposition == "of" and _is_span_of_time(layers, at - 1):
        at = layers.noun_phrases[layers.np_of[at - 1]].start  # "wrapped up seven days of talks"
        preposition = None
    if preposition is not None:
        if preposition not in {"for", "in", "into", "at", "to"}:
            return []
        at -= 1
    reach = 9 if preposition == "for" else 6  # "are this Monday in Rome for the first negotiation"
    while at > floor and layers.vg_of[at] < 0 and phrase.start - at < reach:
        if not _may_stand_between(layers, at) and not (preposition == "for" and layers.tokens.tag[at] in {"NNP", "IN"}):
            break
        at -= 1
    verb = layers.vg_of[at] if at >= floor else -1
    telling = verb >= 0 and (
        _tells_meeting(layers.verb_groups[verb]) or (preposition == "for" and layers.verb_groups[verb].lemma == "be")
    )
    if verb < 0 or (preposition is not None and not telling):
        return []
    return [verb]


def _may_stand_between(layers: Layers, at: int) -> bool:
    """Adverbs, a noun without article, or a time ("resumed **on Thursday** for a second round")."""
    plain = layers.tokens.tag[at] in {"RB", "RP", "NN", "JJ", "DT", "VB"}
    return plain or bool(layers.timex_at(at) or layers.timex_at(at + 1))


def _is_span_of_time(layers: Layers, at: int) -> bool:
    index = layers.np_of[at] if at >= 0 else -1
    return index >= 0 and layers.tokens.lower[layers.noun_phrases[index].head] in _SPANS_OF_TIME


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
