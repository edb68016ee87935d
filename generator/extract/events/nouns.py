"""Nouns that tell events: "explosions were registered", "launched an attack", "reports of missile strikes on towns"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.clause_spans import Clauses, subject_of
from generator.extract.events.candidate import Candidate
from generator.extract.events.lexicon import NounTrigger, not_events, noun_triggers, words
from generator.extract.events.verbs import arguments, clause_with_agent
from generator.extract.layers import Layers, NounPhrase, VerbGroup
from generator.extract.places import place_at
from generator.extract.syntax.queries import preposition_of

_ADVERBS = frozenset(["RB", "RP", "HYPH", "JJ", ":", "``"])


_INSIDE = frozenset(["of", "in", "for", "to", "on", "from", "with", "into", "about"])


def noun_candidates(layers: Layers, clauses: Clauses) -> Iterator[Candidate]:
    """Every noun phrase with a trigger for its head that is said to happen, to be carried out, or to have a target."""
    table = noun_triggers()
    lemmas = layers.tokens.lemma
    subjects: dict[int, int] | None = None
    for index, phrase in enumerate(layers.noun_phrases):
        triggers = table.get(lemmas[phrase.head])
        if triggers is None or (trigger := _trigger(layers, phrase, triggers)) is None:
            continue
        if subjects is None:
            subjects = _verbs_by_subject(layers)
        found = (
            _happening(layers, clauses, index, trigger, subjects)
            or _carried_out(layers, clauses, index, trigger)
            or _with_target(layers, clauses, index, trigger)
            or _conversation(layers, clauses, index, trigger)
        )
        if found is not None:
            yield found


def _verbs_by_subject(layers: Layers) -> dict[int, int]:
    """Noun phrase -> the first finite verb that it governs."""
    found: dict[int, int] = {}
    for index, group in enumerate(layers.verb_groups):
        noun = subject_of(layers, index)
        if noun is not None and group.finite:
            found.setdefault(noun, index)
    return found


def _trigger(layers: Layers, phrase: NounPhrase, triggers: tuple[NounTrigger, ...]) -> NounTrigger | None:
    """The longest trigger that the phrase ends with, None where the phrase is one that tells no event."""
    lemmas, lower = layers.tokens.lemma, layers.tokens.lower
    for at in range(max(phrase.start, phrase.head - 2), phrase.head + 1):
        for phrase_words in not_events().get(lower[at], ()):
            if tuple(lower[at : at + len(phrase_words)]) == phrase_words:
                return None
    for trigger in triggers:
        first = phrase.head + 1 - len(trigger.words)
        if first >= phrase.start and tuple(lemmas[first : phrase.head + 1]) == trigger.words:
            return trigger
    return None


def _chain_end(layers: Layers, end: int, limit: int) -> int:
    """The end of the phrases of place and belonging behind a noun: "attacks on towns across the country"."""
    lower = layers.tokens.lower
    linking = words("places_hit") | {"of", "by", "between", "with", "and", "from", "close"}
    while end + 1 < limit and lower[end] in linking and layers.np_of[end + 1] >= 0:
        end = layers.noun_phrases[layers.np_of[end + 1]].end
    return end


def _happening(
    layers: Layers, clauses: Clauses, index: int, trigger: NounTrigger, subjects: dict[int, int]
) -> Candidate | None:
    """The noun is the subject of a verb of happening, also over an "of" phrase ("the advance of the troops has stalled")."""
    phrase = layers.noun_phrases[index]
    sentence = layers.sentences[layers.sentence_of[phrase.head]]
    verb = subjects.get(index)
    if verb is None and preposition_of(layers, index) not in _INSIDE:
        behind = _chain_end(layers, phrase.end, sentence.end)
        if (
            behind == phrase.end
            and behind < sentence.end
            and layers.tokens.lower[behind] in {",", "also", "have", "has"}
        ):
            return None
        verb = layers.vg_of[behind] if behind < sentence.end and layers.vg_of[behind] >= 0 else None
    if verb is None:
        return None
    verb = _planned_verb(layers, verb)
    group = layers.verb_groups[verb]
    planned = group.form == "VB" and not group.finite
    if planned:
        return (
            _candidate(phrase, index, trigger, "event/noun-planned v1", clauses.of_verb(verb), verb)
            if group.lemma in words("happen")
            else None
        )
    if (
        not group.finite
        or group.head < phrase.head
        or not (group.lemma in words("happen") or _there_is(layers, index) or _is_specific(layers, phrase))
    ):
        return None
    start, end = clauses.of_verb(verb)
    if not _is_happening(layers, group, trigger):
        return None
    if "where" in layers.tokens.lower[max(0, start - 1) : start + 1]:
        return None  # "places where fighting goes on" says which places, not what happened
    return _candidate(phrase, index, trigger, "event/noun-happens v1", (min(start, phrase.start), end), verb)


_WITH_PARTICLE = {"go": {"on", "ahead", "off"}, "take": {"place"}, "carry": {"out"}, "break": {"out"}}


def _is_happening(layers: Layers, group: VerbGroup, trigger: NounTrigger) -> bool:
    """Whether the verb means happening here: "takes **place**", "goes **on**"; a truce "that began in May" is only named by it."""
    lower = layers.tokens.lower
    needed = _WITH_PARTICLE.get(group.lemma)
    if needed is not None and not needed.intersection(lower[group.end : group.end + 2]):
        return False
    if group.lemma == "leave" and (trigger.type != "military" or trigger.words[-1] in words("lasting_nouns")):
        return False
    truce = trigger.words[-1] in {"ceasefire", "cease-fire", "truce"}
    return not (truce and group.start > 0 and lower[group.start - 1] in {"that", "which"})


def _planned_verb(layers: Layers, verb: int) -> int:
    """“Operations are set to resume”: the infinitive behind a verb of planning tells what will happen."""
    group = layers.verb_groups[verb]
    following = layers.vg_of[group.end] if group.end < len(layers.tokens) else -1
    return following if following >= 0 and group.lemma in words("planning") | {"be"} else verb


def _there_is(layers: Layers, index: int) -> bool:
    phrase = layers.noun_phrases[index]
    return layers.tokens.lower[max(0, phrase.start - 3) : phrase.start].count("there") > 0


def _carried_out(layers: Layers, clauses: Clauses, index: int, trigger: NounTrigger) -> Candidate | None:
    """The noun is the object of a verb that carries it out ("continuing its military operation")."""
    phrase = layers.noun_phrases[index]
    at = phrase.start - 1
    while at > 0 and layers.vg_of[at] < 0 and layers.tokens.tag[at] in _ADVERBS and at > phrase.start - 4:
        at -= 1
    verb = layers.vg_of[at] if at >= 0 else -1
    if layers.tokens.lower[at] == "of" and layers.np_of[at - 1] >= 0 and _is_series(layers, layers.np_of[at - 1]):
        at = layers.noun_phrases[layers.np_of[at - 1]].start - 1  # "staged three days of strikes"
        verb = layers.vg_of[at] if at >= 0 else -1
    if verb < 0 or layers.verb_groups[verb].lemma not in words("carry_out") or not _same_sentence(layers, at, phrase):
        return None
    if trigger.words[-1] in {"ceasefire", "cease-fire", "truce"}:
        return None  # declared, offered or kept: a position of those who do
    if layers.tokens.lower[phrase.end : phrase.end + 1] in (["for"], ["over"]):
        return None  # "waged a battle for votes": a figure of speech
    group = layers.verb_groups[verb]
    agent, _ = arguments(layers, verb)
    start, end = clause_with_agent(layers, clauses, verb, agent)
    found = _candidate(
        phrase, index, trigger, "event/noun-carried-out v1", (min(start, group.start), max(end, phrase.end)), verb
    )
    found.agent = agent if layers.verb_groups[verb].lemma not in words("seen_by") else None
    return found


def _same_sentence(layers: Layers, token: int, phrase: NounPhrase) -> bool:
    return layers.sentence_of[token] == layers.sentence_of[phrase.head]


def _is_specific(layers: Layers, phrase: NounPhrase) -> bool:
    """An event noun with its doer ("a bomb attack by the rebels"): as a subject of whatever it did, it has happened."""
    at = phrase.end
    return layers.tokens.lower[at : at + 1] == ["by"] and layers.np_of[at + 1] >= 0


def _is_series(layers: Layers, phrase: int) -> bool:
    head = layers.tokens.lower[layers.noun_phrases[phrase].head]
    return head in words("report") or head in {"days", "weeks", "round"}


def _with_target(layers: Layers, clauses: Clauses, index: int, trigger: NounTrigger) -> Candidate | None:
    """The noun is presented as a fact and has a target or place: "despite reports of strikes on homes", "after a raid on a camp"."""
    phrase = layers.noun_phrases[index]
    lower = layers.tokens.lower
    if (
        trigger.words[-1] in words("lasting_nouns")
        or trigger.type not in {"military", "humanitarian"}
        or phrase.start == 0
    ):
        return None
    before = lower[phrase.start - 1]
    told = before in words("link") and before != "of"
    told = told or (before == "of" and phrase.start > 1 and lower[phrase.start - 2] in words("report"))
    if not told or lower[phrase.end : phrase.end + 1] == [] or lower[phrase.end] not in words("places_hit"):
        return None
    if not _has_target(layers, phrase):
        return None
    sentence = layers.sentences[layers.sentence_of[phrase.head]]
    end = _chain_end(layers, phrase.end, sentence.end)
    return _candidate(phrase, index, trigger, "event/noun-target v1", clauses.trimmed(phrase.start, end), None)


def _has_target(layers: Layers, phrase: NounPhrase) -> bool:
    """Whether a place or a thing that can be hit follows; a bare "attack on X" may be one in words, if X is just a name."""
    at = phrase.end + 1
    target = layers.np_of[at] if at < len(layers.tokens) else -1
    if target < 0:
        return False
    head = layers.noun_phrases[target].head
    if layers.tokens.lower[head] in words("targets"):
        return True
    bare = layers.tokens.lemma[phrase.head] == "attack" and phrase.end - phrase.start < 3
    if bare and layers.tokens.lower[phrase.end] in {"on", "against", "to"}:
        return layers.mention_of[head] >= 0 and layers.mentions[layers.mention_of[head]].kind == "state"
    return place_at(layers, at, len(layers.tokens)) is not None


def _conversation(layers: Layers, clauses: Clauses, index: int, trigger: NounTrigger) -> Candidate | None:
    """“In a telephone conversation with X”: a call that the clause's subject has with someone."""
    phrase = layers.noun_phrases[index]
    lower = layers.tokens.lower
    if (
        trigger.type != "diplomatic"
        or trigger.words[-1] not in {"call", "conversation"}
        or lower[phrase.end : phrase.end + 1] not in (["with"], ["between"])
    ):
        return None
    sentence = layers.sentences[layers.sentence_of[phrase.head]]
    end = _chain_end(layers, phrase.end, sentence.end)
    start = phrase.start - 1 if phrase.start and lower[phrase.start - 1] in {"in", "during", "after"} else phrase.start
    found = _candidate(
        phrase,
        index,
        trigger,
        "event/conversation v1",
        clauses.trimmed(start, max(end, clauses.around(phrase.head)[0])),
        None,
    )
    found.agent = _subject_near(layers, phrase)
    return found


def _subject_near(layers: Layers, phrase: NounPhrase) -> int | None:
    """The subject of the verb before the phrase, else of the first verb behind it in its sentence."""
    sentence = layers.sentence_of[phrase.head]
    before = [
        group
        for group in layers.verb_groups
        if group.finite and group.start < phrase.start and layers.sentence_of[group.head] == sentence
    ]
    if before:
        return before[-1].subject
    after = [
        group
        for group in layers.verb_groups
        if group.finite and group.start >= phrase.end and layers.sentence_of[group.head] == sentence
    ]
    return after[0].subject if after else None


def _candidate(
    phrase: NounPhrase, index: int, trigger: NounTrigger, rule: str, clause: tuple[int, int], verb: int | None
) -> Candidate:
    return Candidate(
        token=phrase.head,
        lemma=" ".join(trigger.words),
        type=trigger.type,
        rule=rule,
        clause=clause,
        verb=verb,
        noun=index,
    )
