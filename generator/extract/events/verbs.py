"""Verbs that tell events: a lexicon of frames over the verb groups of the grammar."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.clause_spans import Clauses, subject_of
from generator.extract.events.candidate import Candidate
from generator.extract.events.lexicon import VerbTrigger, verb_triggers, words
from generator.extract.layers import Layers, VerbGroup

_FAR_PARTICLE = frozenset(
    ["tell", "inform", "assure", "speak", "talk", "confer", "recognise", "recognize"]
)  # "spoke with him by phone": the partner may stand before the means
_RULES = {
    "verb": "event/verb v1",
    "object": "event/verb-object v1",
    "particle": "event/verb-particle v1",
    "subject": "event/verb-subject v1",
}


def verb_candidates(layers: Layers, clauses: Clauses) -> Iterator[Candidate]:
    """Every verb group whose lemma and arguments fit a trigger, in the order of the text."""
    table = verb_triggers()
    for index, group in enumerate(layers.verb_groups):
        triggers = table.get(group.lemma)
        if triggers is None:
            continue
        if _is_attribute(layers, group):
            continue
        agent, patient = arguments(layers, index)
        for trigger in triggers:
            if _fits(layers, group, trigger, agent, patient):
                yield Candidate(
                    token=group.head,
                    lemma=group.lemma,
                    type=trigger.type,
                    rule=_RULES[trigger.frame],
                    clause=_with_patient(layers, clause_with_agent(layers, clauses, index, agent), patient),
                    verb=index,
                    agent=agent,
                    patient=patient,
                )
                break


def _is_attribute(layers: Layers, group: VerbGroup) -> bool:
    """“The besieged port”, “members who voted”: a participle before its noun and a relative that only says which tell no event."""
    lower = layers.tokens.lower
    if group.finite:
        return group.lemma == "vote" and group.start > 0 and lower[group.start - 1] == "who"
    quoted = group.start > 0 and layers.tokens.tag[group.start - 1] == "``"
    bare = group.form == "VBN" and group.end - group.start == 1 and not quoted
    return bare and group.end < len(lower) and layers.np_of[group.end] >= 0


def arguments(layers: Layers, index: int) -> tuple[int | None, int | None]:
    """Who does it and to what it is done, as noun phrases; a passive turns the two round."""
    group = layers.verb_groups[index]
    subject, target = subject_of(layers, index), object_of(layers, group)
    if subject is None and group.form == "VB" and not group.finite:
        subject = _subject_of_plan(layers, index)
    if not group.finite and group.form in {"VBN", "VBG"} and not group.passive:
        before = _noun_before(layers, group)
        quoted = layers.tokens.tag[group.start - 1] == "``"
        if group.form == "VBG" or (target is not None and quoted):
            # "the military continuing its operation"; "“tightened their circle”" is read as a participle, yet has an object
            return (subject if before is None else before), target
        return _agent_of_passive(layers, group), before
    if group.passive:
        # "residents had been offered the opportunity" keeps an object behind the passive
        return _agent_of_passive(layers, group), target if target is not None else subject
    return subject, target


def _subject_of_plan(layers: Layers, index: int) -> int | None:
    """“Parliament **is due** to vote”: an infinitive behind an adjective of planning has the subject of the copula."""
    group = layers.verb_groups[index]
    before = layers.verb_groups[index - 1] if index else None
    near = before is not None and before.lemma == "be" and before.finite and 0 < group.start - before.end <= 2
    poised = layers.tokens.lower[group.start - 1] in words("poised")
    return subject_of(layers, index - 1) if near and poised else None


def _with_patient(layers: Layers, clause: tuple[int, int], patient: int | None) -> tuple[int, int]:
    """The clause up to its object, where another clause stands between ("launched what he called an operation")."""
    if patient is None:
        return clause
    end = layers.noun_phrases[patient].end
    return (clause[0], end) if clause[1] < end <= clause[1] + 8 else clause


def clause_with_agent(layers: Layers, clauses: Clauses, index: int, agent: int | None) -> tuple[int, int]:
    """The clause of a verb; a participle that has a doer right before it begins with the doer."""
    start, end = clauses.of_verb(index)
    group = layers.verb_groups[index]
    if group.form == "VBN" and not group.finite and layers.tokens.tag[group.start - 1] == ":":
        return group.start, end
    if agent is not None and not group.finite and 0 < group.start - layers.noun_phrases[agent].start < 8:
        start = layers.noun_phrases[agent].start
    return start, end


def object_of(layers: Layers, group: VerbGroup) -> int | None:
    """The noun phrase right behind a verb (a particle or adverb may stand between), None where there is none."""
    tokens, at = layers.tokens, group.end
    while at < len(tokens) and at < group.end + 2 and tokens.tag[at] in {"RB", "RP"} and layers.np_of[at] < 0:
        at += 1
    if at + 2 < len(tokens) and tokens.lower[at] == "what":  # "launched what he called an operation"
        called = next((layers.vg_of[i] for i in range(at + 1, min(at + 5, len(tokens))) if layers.vg_of[i] >= 0), None)
        at = layers.verb_groups[called].end if called is not None else at
    while at < len(tokens) and (
        tokens.tag[at] == "``" or (tokens.tag[at + 1 : at + 2] == ["``"] and tokens.tag[at] == "DT")
    ):
        at += 1
    if at + 1 < len(tokens) and tokens.tag[at] == "VBG" and layers.np_of[at] < 0 <= layers.np_of[at + 1]:
        at += 1  # "imposed sweeping sanctions": an -ing adjective read as a verb
    return layers.np_of[at] if at < len(tokens) and layers.np_of[at] >= 0 else None


def head_words(layers: Layers, phrase: int | None) -> frozenset[str]:
    """The words of a noun phrase with the noun behind its "of": what a frame may ask for in "control of the city"."""
    if phrase is None:
        return frozenset()
    noun = layers.noun_phrases[phrase]
    lower, end = layers.tokens.lower, noun.end
    found = {*lower[noun.start : end], layers.tokens.lemma[noun.head]}
    if end + 1 < len(lower) and lower[end] == "of" and layers.np_of[end + 1] >= 0:
        found.add(lower[layers.noun_phrases[layers.np_of[end + 1]].head])
    if end + 1 < len(lower) and lower[end] in {"and", ","} and layers.np_of[end + 1] >= 0:
        found.add(lower[layers.noun_phrases[layers.np_of[end + 1]].head])
    return frozenset(found)


def _fits(layers: Layers, group: VerbGroup, trigger: VerbTrigger, subject: int | None, patient: int | None) -> bool:
    objects = head_words(layers, patient)
    if trigger.unless & objects:
        return False
    if trigger.frame == "verb":
        return True
    if trigger.frame == "object":
        return patient is not None and (
            not trigger.words or bool(trigger.words & objects) or _names_place(layers, patient, trigger)
        )
    if trigger.frame == "subject":
        return bool(trigger.words & head_words(layers, subject if subject is not None else patient))
    following = layers.tokens.lower[group.end : group.end + (12 if group.lemma in _FAR_PARTICLE else 2)]
    if following[1:] == ["on"] and group.lemma in {"push", "pull"}:
        return False  # "pushed back on the claim"
    return not trigger.words or any(word in trigger.words for word in following)


def _names_place(layers: Layers, phrase: int, trigger: VerbTrigger) -> bool:
    """Whether a frame that takes places finds a state or capital ("attacked Ruritania"): persons are attacked in words.

    Names that nobody knows may be persons; for them the doer must be armed.
    """
    index = layers.mention_of[layers.noun_phrases[phrase].head]
    return "place" in trigger.words and index >= 0 and layers.mentions[index].kind == "state"


def _noun_before(layers: Layers, group: VerbGroup) -> int | None:
    """The noun that a bare participle belongs to, over quotation marks and a dash ("the request – formalised in …")."""
    at = group.start - 1
    while at >= 0 and layers.tokens.tag[at] in {"``", ":", "RB"}:
        at -= 1
    same = at >= 0 and layers.sentence_of[at] == layers.sentence_of[group.start]
    return layers.np_of[at] if same and layers.np_of[at] >= 0 else None


def _agent_of_passive(layers: Layers, group: VerbGroup) -> int | None:
    """The noun phrase behind "by" within the next dozen words."""
    sentence = layers.sentences[layers.sentence_of[group.head]]
    lower = layers.tokens.lower
    for at in range(group.end, min(group.end + 12, sentence.end - 1)):
        if lower[at] == "by" and layers.np_of[at + 1] >= 0:
            return layers.np_of[at + 1]
    return None
