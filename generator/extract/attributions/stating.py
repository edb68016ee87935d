"""Which attributions read as something said: those become statements, the others serve positions alone."""

from __future__ import annotations

from generator.extract.attributions.lexicon import noun_entries, words_of
from generator.extract.attributions.reading import Reading
from generator.extract.attributions.turns import QUESTION
from generator.extract.layers import Attribution

_CLAUSES = frozenset(
    f"attribution/{frame} v1" for frame in ("that-clause", "bare clause", "indirect question", "relative clause")
)
_WEAK = frozenset(
    f"attribution/{frame} v1" for frame in ("object", "gerund", "to", "object-to", "adjective", "light verb")
)
"""Frames that count as saying only where a known actor stands behind them."""
_UNSTATED = frozenset({"attribution/possessive v1", "attribution/relative predicate v1", QUESTION})
_PROPOSALS = frozenset(
    {"proposal", "offer", "demand", "call", "request", "appeal", "plea", "ultimatum", "recommendation"}
)
"""What a party answers with a stance rather than with words."""
_PRONOUNS = frozenset({"this", "that", "it", "them", "him", "her", "these", "those", "us", "me"})
_INFINITIVES = frozenset(f"attribution/{frame} v1" for frame in ("to", "object-to", "adjective"))


def is_stated(reading: Reading, found: Attribution) -> bool:
    """True for speech, and for inner states whose content is told in words of its own ("experts believe that …").

    Acts with an object ("rejected the plan", "demands that …", "Kiev's request to …") tell what somebody did or what is known of
    their stance: in articles with gold, two of three are no statements.
    """
    if found.rule in _UNSTATED or found.source is None or _points_back(reading, found):
        return False
    if not found.speakers and found.rule in _WEAK:
        return False
    if found.sort == "speech":
        return True
    if found.rule in _INFINITIVES:
        return found.sort != "stance" and found.lemma not in words_of("reporting_verbs", "wishes")
    if found.sort == "stance":
        return _is_past(reading, found) and (found.rule in _CLAUSES or _answers_speech(reading, found))
    return found.rule in _CLAUSES


def _answers_speech(reading: Reading, found: Attribution) -> bool:
    """True for "rejected the claim that …": an answer to what others said is said too."""
    index = reading.layers.np_of[found.content[0][0]]
    if index < 0 or found.rule != "attribution/object v1":
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
    if found.rule not in {"attribution/object v1", "attribution/passive v1"}:
        return False
    start = found.content[0][0]
    index = reading.layers.np_of[start]
    alone = index < 0 or reading.layers.noun_phrases[index].end == start + 1 or start + 1 in reading.timex_at
    return alone and reading.lower(start) in _PRONOUNS
