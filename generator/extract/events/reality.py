"""Reality: whether a candidate is told as something that happens, and how surely (the modality of the fact)."""

from __future__ import annotations

from itertools import pairwise

from generator.extract.events.candidate import Candidate
from generator.extract.events.lexicon import words
from generator.extract.layers import Layers, NounPhrase, VerbGroup
from generator.extract.timexes import date_of_clause
from generator.model.facts import Modality

_DEATHS = frozenset(["kill", "die", "displace", "wound", "injure", "drown", "perish"])
_MANY = frozenset(["tens", "dozens", "scores", "hundreds", "thousands", "millions"])
_BEFORE_PARTICIPLE = frozenset([",", "while", "after", "–", "—"])


def modality_of(layers: Layers, candidate: Candidate, reporter: int) -> Modality | None:
    """The modality of a candidate, None where it is no event: hypothetical, asked for, generic, a question, or not so.

    Args:
        layers: verb groups, attributions and quotes are read.
        candidate: the trigger with its clause.
        reporter: innermost attribution that holds the trigger, -1 outside reported speech.
    """
    group = layers.verb_groups[candidate.verb] if candidate.verb is not None else None
    if reporter >= 0 and _is_beside(layers, reporter, candidate, group):
        reporter = -1
    if _is_thought(layers, candidate, reporter):
        return None
    told: Modality | None = "asserted" if group is None else _of_verb(layers, candidate, group)
    if group is not None and _is_toll(layers, candidate, group):
        return None
    if told is None or (told == "negated" and candidate.noun is not None):
        return None
    if told == "planned" and _depends(layers, candidate):
        return None
    if reporter >= 0 and told != "negated":
        return "denied" if layers.attributions[reporter].lemma in {"deny", "denial", "reject"} else "claimed"
    start, end = candidate.clause
    hearsay = any(word in words("hearsay") for word in layers.tokens.lower[start:end])
    return "claimed" if told == "asserted" and hearsay else told


def _is_beside(layers: Layers, reporter: int, candidate: Candidate, group: VerbGroup | None) -> bool:
    """Whether the trigger only follows what is reported and is no part of it.

    A full clause behind a wish or agreement ("agreed on a venue and the army planned …"), and the call in which it was said
    ("repeated his demands in a telephone conversation with …").
    """
    if candidate.rule.startswith("event/conversation"):
        return True
    attribution = layers.attributions[reporter]
    if _adds_fact(layers, candidate, group) and attribution.sort != "speech":
        return True
    if attribution.sort == "speech" or group is None or not group.finite or group.subject is None:
        return False
    first = attribution.content[0][0]
    joined = any(layers.tokens.tag[at] == "CC" for at in range(first, group.start))
    return joined and layers.tokens.lower[first] not in {"that", "if", "whether"}


def _adds_fact(layers: Layers, candidate: Candidate, group: VerbGroup | None) -> bool:
    """“…, which Peru annexed in 1879,”: a relative clause between commas is told by the article itself."""
    if group is None or not group.finite or group.tense != "past":
        return False
    start = layers.sentences[layers.sentence_of[group.start]].start
    before = layers.tokens.lower[max(start, group.start - 5) : group.start]
    return any(first == "," and second in {"which", "who"} for first, second in pairwise(before))


def _has_count(layers: Layers, phrase: NounPhrase) -> bool:
    tags, lower = layers.tokens.tag, layers.tokens.lower
    return any(tags[at] == "CD" or lower[at] in _MANY for at in range(phrase.start, phrase.end))


def _depends(layers: Layers, candidate: Candidate) -> bool:
    """“If the army attacks, thousands will flee”: what is to come only on a condition, and on no day, is not set to come."""
    if candidate.verb is not None and date_of_clause(layers, layers.verb_groups[candidate.verb].head) is not None:
        return False
    sentence = layers.sentences[layers.sentence_of[candidate.token]]
    lower = layers.tokens.lower
    return any(lower[at] in {"if", "unless"} for at in range(sentence.start, sentence.end))


def _is_toll(layers: Layers, candidate: Candidate, group: VerbGroup) -> bool:
    """“498 soldiers have been killed”, “nine people died”: a count of the struck is a figure; the event is what struck them."""
    if candidate.lemma in _DEATHS and (group.passive or candidate.patient is None):
        struck = candidate.patient if candidate.patient is not None else candidate.agent
        counted = struck is not None and _has_count(layers, layers.noun_phrases[struck])
        if counted and date_of_clause(layers, group.head) is None:
            return True
    if not (group.passive and (group.perfect or not group.finite)) or candidate.patient is None:
        return False
    patient = layers.noun_phrases[candidate.patient]
    first = max(layers.sentences[layers.sentence_of[patient.start]].start, patient.start - 12)
    tokens = layers.tokens
    return any(tokens.tag[at] == "CD" or tokens.lower[at] in _MANY for at in range(first, patient.end))


def _is_thought(layers: Layers, candidate: Candidate, reporter: int) -> bool:
    """Conditions, questions, things asked for, and what people say in their own words of themselves."""
    start, end = candidate.clause
    lower = layers.tokens.lower
    sentence = layers.sentences[layers.sentence_of[candidate.token]]
    opening = lower[max(sentence.start, start - 2) : start + 2]
    if any(word in words("conditions") for word in opening) or lower[sentence.end - 1] == "?":
        return True
    if reporter >= 0:
        attribution = layers.attributions[reporter]
        if attribution.sort != "speech" or attribution.lemma in words("directives") or attribution.negated:
            return True
    quote = layers.quote_of[candidate.token]
    return (
        quote >= 0
        and layers.quotes[quote].clause
        and any(word in {"i", "we", "you", "us", "our"} for word in lower[start:end])
    )


def _of_verb(layers: Layers, candidate: Candidate, group: VerbGroup) -> Modality | None:
    """How the verb's own form presents the event."""
    if group.modal in words("unreal_modals"):
        return None
    if group.negated or "never" in layers.tokens.lower[group.start - 1 : group.end]:
        return None  # what did not happen is no event; "failed to seize" is
    if not group.finite:
        return _of_nonfinite(layers, candidate, group)
    if group.tense in {"future", "conditional"} or _is_set(layers, group):
        return "planned"
    if group.tense == "present" and not (group.progressive or group.perfect or group.passive):
        return _of_present(layers, candidate, group)
    return "planned" if group.lemma == "plan" else "asserted"


def _of_present(layers: Layers, candidate: Candidate, group: VerbGroup) -> Modality | None:
    """The simple present tells an event in a headline, and of nouns that go on ("the siege continues"); else it is a rule or habit."""
    if date_of_clause(layers, group.head) is not None:
        return "planned"  # "arrives in Rome on Monday"
    paragraph = layers.paragraphs[layers.sentences[layers.sentence_of[group.head]].paragraph]
    if paragraph.headline or candidate.noun is not None or group.lemma in words("lasting"):
        return "asserted"
    return None


def _is_set(layers: Layers, group: VerbGroup) -> bool:
    """“Is set to”, “are due to”, “is going to” inside one verb group."""
    inside = layers.tokens.lower[group.start : group.head]
    return "to" in inside and any(
        word in {"set", "due", "going", "scheduled", "planned", "expected", "about"} for word in inside
    )


def _of_nonfinite(layers: Layers, candidate: Candidate, group: VerbGroup) -> Modality | None:
    """Infinitives live by the verb before them, participles by the clause they hang on, gerunds tell nothing."""
    if group.form == "VB" or layers.tokens.lower[group.start] == "to":
        return _of_infinitive(layers, candidate, group)
    if group.form == "VBN":
        return "asserted" if candidate.patient is not None and not _is_background(layers, group) else None
    before = group.start - 1
    if before >= 0 and layers.vg_of[before] >= 0 and layers.verb_groups[layers.vg_of[before]].lemma in words("lasting"):
        return _of_verb(layers, candidate, layers.verb_groups[layers.vg_of[before]])
    hangs_on = before >= 0 and (layers.tokens.lower[before] in _BEFORE_PARTICIPLE or layers.np_of[before] >= 0)
    return "asserted" if hangs_on and not _in_unreal_host(layers, group) else None


def _of_infinitive(layers: Layers, candidate: Candidate, group: VerbGroup) -> Modality | None:
    governor = _governor(layers, group)
    if governor is None:
        if layers.tokens.lower[group.start - 1] in words("poised"):
            return "planned"
        attempted = layers.tokens.lower[group.start - 1 : group.start] in (["attempts"], ["attempt"])
        return "asserted" if attempted else None
    if governor.lemma in words("failing"):
        return "negated"
    if governor.lemma in words("lasting") or (governor.lemma in words("trying") and governor.tense == "past"):
        return _of_verb(layers, candidate, governor)
    plans = governor.lemma in words("planning") and not governor.negated and governor.modal is None
    return "planned" if plans else None


def _in_unreal_host(layers: Layers, group: VerbGroup) -> bool:
    """Whether a participle hangs on a verb that is only thought or asked for ("demanded that it commit to holding …, recognising …")."""
    sentence = layers.sentence_of[group.start]
    for at in range(group.start - 1, -1, -1):
        if layers.sentence_of[at] != sentence:
            return False
        index = layers.vg_of[at]
        if index < 0:
            continue
        host = layers.verb_groups[index]
        gerund = host.form == "VBG" and layers.tokens.tag[host.start - 1] in {"IN", "TO", "CC"}
        if gerund or (host.form == "VB" and not host.finite):
            return True
        if host.finite:
            unreal = host.modal is not None or host.negated or host.tense in {"conditional", "none"}
            return unreal or host.lemma in words("directives") or host.form == "VB"
    return False


def _is_background(layers: Layers, group: VerbGroup) -> bool:
    """A participle behind a noun that is denied or feared ("no word on losses suffered", "a halt to attacks carried out by …")."""
    unreal = {"no", "any", "not", "end", "halt", "stop", "plan", "risk", "threat", "possibility", "fear", "fears"}
    return any(word in unreal for word in layers.tokens.lower[max(0, group.start - 6) : group.start])


def _governor(layers: Layers, group: VerbGroup) -> VerbGroup | None:
    """The verb that an infinitive hangs on: the verb group right before "to"; with an object between it is another's deed."""
    at = group.start - 1
    while at >= 0 and (layers.tokens.lower[at] in {"to", "not"} or layers.tokens.tag[at] in {"``", "''", "RB"}):
        at -= 1
    return layers.verb_groups[layers.vg_of[at]] if at >= 0 and layers.vg_of[at] >= 0 else None
