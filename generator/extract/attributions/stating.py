"""Which attributions read as something said: those become statements, the others serve positions alone."""

from __future__ import annotations

from generator.extract.attributions.labels import CLAUSES, NEEDS_ACTOR, UNSTATED
from generator.extract.attributions.lexicon import noun_entries
from generator.extract.attributions.reading import Reading
from generator.extract.layers import Attribution

_PROPOSALS = frozenset(
    {"proposal", "offer", "demand", "call", "request", "appeal", "plea", "ultimatum", "recommendation"}
)
"""What a party answers with a stance rather than with words."""
_INNER = frozenset({"belief", "perception"})
_PRONOUNS = frozenset({"this", "that", "it", "them", "him", "her", "these", "those", "us", "me"})
_ALWAYS = frozenset(
    [
        "attribution/forecast v1",
        "attribution/intention v1",
        "attribution/inner state v1",
        "attribution/rejoinder v1",
    ]
)


def settle(reading: Reading, found: Attribution) -> None:
    """Decide whether an attribution becomes a statement.

    Speech does, and so do inner states of known actors whose content is told in words of its own ("experts believe that …"). Acts with
    an object ("rejected the plan", "proposed a truce") tell what somebody did: in articles with gold, two of three are no statements.
    """
    inner = found.sort in _INNER and found.rule in CLAUSES
    if inner and (found.sort == "perception" or not found.speakers or not _is_finite(reading, found)):
        found.rule = "attribution/inner state v1"
    if found.sort == "stance" and found.speakers and _is_past(reading, found) and _answers_speech(reading, found):
        found.rule = "attribution/rejoinder v1"
    found.stated = _is_stated(reading, found)


def _is_stated(reading: Reading, found: Attribution) -> bool:
    if found.rule in UNSTATED or found.source is None or _points_back(reading, found):
        return False
    if not found.speakers and found.rule in NEEDS_ACTOR:
        return False
    if found.sort == "speech" or found.rule in _ALWAYS:
        return True
    if found.sort == "stance":
        return found.rule == "attribution/act v1" or (_is_past(reading, found) and found.rule in CLAUSES)
    return found.rule in CLAUSES


def _is_finite(reading: Reading, found: Attribution) -> bool:
    """False for participles: "…, fearing that they will pay" gives a reason and reports nothing."""
    return found.cue is None or any(reading.finite_at(i) for i in range(*found.cue))


def _answers_speech(reading: Reading, found: Attribution) -> bool:
    """True for "rejected the claim that …": an answer to what others said is said too."""
    index = reading.layers.np_of[found.content[0][0]]
    if index < 0 or found.rule != "attribution/act v1":
        return False
    noun = noun_entries().get(reading.layers.tokens.lemma[reading.layers.noun_phrases[index].head])
    return noun is not None and noun.sort == "speech" and noun.key not in _PROPOSALS


def _is_past(reading: Reading, found: Attribution) -> bool:
    """True for an act of speech on an occasion ("demanded that …"); "demands that …" tells a stance."""
    index = next((reading.vg_of(i) for i in range(*found.cue) if reading.vg_of(i) >= 0), -1) if found.cue else -1
    verb = reading.layers.verb_groups[index] if index >= 0 else None
    return verb is not None and verb.tense == "past" and not verb.perfect


def drop_repeats(reading: Reading) -> None:
    """A headline's report is no statement of its own where the same speaker's words follow in the body."""
    layers = reading.layers
    headlines = {i for i, sentence in enumerate(layers.sentences) if layers.paragraphs[sentence.paragraph].headline}
    body = {
        chain for found in reading.found if found.sentence not in headlines and found.stated for chain in found.speakers
    }
    for found in reading.found:
        if found.sentence in headlines and not found.direct and not body.isdisjoint(found.speakers):
            found.stated = False


def _points_back(reading: Reading, found: Attribution) -> bool:
    """True where the content is but a pronoun ("he announced this today"): what was said stands elsewhere."""
    if found.rule not in {"attribution/object v2", "attribution/act v1", "attribution/passive v1"}:
        return False
    start = found.content[0][0]
    index = reading.layers.np_of[start]
    alone = index < 0 or reading.layers.noun_phrases[index].end == start + 1 or start + 1 in reading.timex_at
    return alone and reading.lower(start) in _PRONOUNS
