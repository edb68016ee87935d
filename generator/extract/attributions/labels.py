"""The names of the rules that find attributions (`by` of a statement), and which of them only propose.

A rule proposes where, on articles with gold, fewer than four of five of its finds were statements with the right speaker.
"""

from __future__ import annotations

from functools import cache

from generator.extract.attributions.lexicon import Sort
from generator.extract.layers import Attribution
from generator.lexicon import load_lexicon

_SAYING = {
    "that": "attribution/that-clause v1",
    "bare": "attribution/bare clause v1",
    "wh": "attribution/indirect question v1",
    "quote": "attribution/quotation v1",
    "colon": "attribution/colon v1",
    "object": "attribution/object v2",
    "gerund": "attribution/gerund v2",
    "to": "attribution/promise v1",
    "object-to": "attribution/object-to v2",
    "object-that": "attribution/object-that v1",
    "object-wh": "attribution/object-wh v1",
    "as": "attribution/as v2",
    "complement": "attribution/complement v1",
}
_OTHER = {
    "object": "attribution/act v1",
    "gerund": "attribution/act v1",
    "as": "attribution/act v1",
    "to": "attribution/intention v1",
    "object-to": "attribution/forecast v1",
    "wh": "attribution/inner state v1",
}
"""Frames of verbs that tell no speech: what somebody did about something, means to do, or expects of others."""

CLAUSES = frozenset(
    [
        "attribution/that-clause v1",
        "attribution/bare clause v1",
        "attribution/indirect question v1",
        "attribution/relative clause v1",
    ]
)
NEEDS_ACTOR = frozenset(
    [
        "attribution/object v2",
        "attribution/act v1",
        "attribution/gerund v2",
        "attribution/promise v1",
        "attribution/intention v1",
        "attribution/object-to v2",
        "attribution/forecast v1",
        "attribution/adjective v1",
        "attribution/light verb v1",
        "attribution/indirect question v1",
    ]
)
"""Rules that tell of a saying only where a known actor stands behind them."""
UNSTATED = frozenset(["attribution/possessive v1", "attribution/relative predicate v1", "attribution/question put v1"])
PROPOSED = frozenset(
    [
        "attribution/act v1",
        "attribution/intention v1",
        "attribution/forecast v1",
        "attribution/promise v1",
        "attribution/inner state v1",
        "attribution/relative clause v1",
        "attribution/light verb v1",
        "attribution/following quotation v1",
    ]
)


def frame_label(frame: str, sort: Sort) -> str:
    """The rule of a verb that reports in a frame; acts, intentions and forecasts have rules of their own."""
    return _SAYING[frame] if sort == "speech" else _OTHER.get(frame, _SAYING[frame])


def label_of(attribution: Attribution) -> str:
    """The rule's name with what tells its sure finds from the others: a source that is known, a verb that only voices.

    “According to the mayor” tells what she said, “according to the report” whose words nobody knows; “reiterated its call”
    is speech, where “criticised the plan” may be the article's word for a deed.
    """
    if attribution.rule == "attribution/source phrase v1" and attribution.speakers:
        return "attribution/source known v1"
    if attribution.rule == "attribution/object v2" and attribution.lemma in voicing():
        return "attribution/voiced v1"
    return attribution.rule


@cache
def voicing() -> frozenset[str]:
    """Verbs that say of words that somebody said them, and nothing else."""
    return frozenset(load_lexicon("reporting_verbs")["voicing"])
