"""Nouns and adjectives that report: "his call for …", "issued a warning that …", "the ministry's claim that …", "is ready to …"."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.attributions.complements import clause_at, may_be_finite
from generator.extract.attributions.cues import Cue
from generator.extract.attributions.lexicon import NounEntry, adjective_entries, noun_entries, words_of
from generator.extract.attributions.phrases import phrase_end
from generator.extract.attributions.reading import Reading, Span
from generator.extract.attributions.sources import carried_source, subject_of
from generator.extract.attributions.spans import clause_content, phrase_content
from generator.extract.layers import Attribution, VerbGroup

_COPULAS = frozenset({"be", "remain", "become", "seem", "feel", "stay", "appear", "sound", "get"})
_POSSESSIVES = frozenset({"his", "her", "its", "their", "my", "our", "your"})


@dataclass(frozen=True, slots=True)
class Holder:
    """Who a noun's report belongs to, the cue's span, and the verb group that carries it, if any."""

    source: Span
    cue: Span
    verb: VerbGroup | None
    rule: str


def find_nominal(reading: Reading, at: int, cues_at: dict[int, Cue]) -> Attribution | None:
    """The attribution by the reporting noun or adjective at token `at`, None where nobody holds it or nothing is reported."""
    lemma = reading.layers.tokens.lemma[at]
    noun = noun_entries().get(lemma) if reading.tag(at) in {"NN", "NNS"} else None
    entry = noun or (adjective_entries().get(lemma) if reading.tag(at) in {"JJ", "VBN", "VBD"} else None)
    if entry is None:
        return None
    holder = _noun_holder(reading, at) if noun is not None else _adjective_holder(reading, at)
    if holder is None:
        return None
    content = _content(reading, entry, at, holder.verb, cues_at)
    if content is None:
        return None
    content = _before_own_verb(reading, at, content)
    return Attribution(
        source=holder.source,
        cue=(holder.cue[0], max(holder.cue[1], content[0]) if _takes_link(reading, content[0] - 1) else holder.cue[1]),
        content=[content],
        rule=holder.rule,
        lemma=entry.key,
        sort=entry.sort,
        negated=holder.verb is not None and holder.verb.negated,
        sentence=reading.layers.sentence_of[at],
    )


def _before_own_verb(reading: Reading, at: int, content: Span) -> Span:
    """The content up to the verb that the noun itself is subject of ("his claim that … | found few friends")."""
    phrase = reading.layers.np_of[at]
    for i in range(content[0] + 1, content[1]):
        index = reading.vg_of(i)
        if index < 0 or reading.layers.verb_groups[index].start != i:
            continue
        verb = reading.layers.verb_groups[index]
        after_verb = reading.vg_of(i - 1) >= 0  # two verbs in a row: the second cannot belong to the clause
        if (reading.subject(index) == phrase and phrase >= 0 and verb.finite) or (
            after_verb and may_be_finite(reading, i)
        ):
            return reading.trim(content[0], i)
    return content


def _takes_link(reading: Reading, at: int) -> bool:
    """The preposition before the content belongs to the cue ("call for"), as PolNeAR has it."""
    return reading.tag(at) in {"IN", "TO"} and reading.lower(at) != "that"


def _content(
    reading: Reading, entry: NounEntry, at: int, verb: VerbGroup | None, cues_at: dict[int, Cue]
) -> Span | None:
    """What a link word after the noun opens: a clause after "that", an infinitive after "to", else a phrase."""
    start, end = at + 1, reading.sentence(at)[1]
    if reading.lower(start) == "to" and start + 1 in reading.np_at and "to-object" not in entry.links:
        start = phrase_end(reading, reading.np_at[start + 1], end)  # "a warning to the president that …"
    word = reading.lower(start)
    if word == "that" and "that" in entry.links and clause_at(reading, start + 1, end):
        return clause_content(reading, verb, start, cues_at)
    if word == "to" and "to" in entry.links and reading.tag(start + 1).startswith("VB"):
        return phrase_content(reading, verb, start, cues_at)
    link = "to-object" if word == "to" else word
    if link in entry.links and (
        start + 1 in reading.np_at or reading.tag(start + 1) == "VBG" or start + 1 in reading.opens
    ):
        return phrase_content(reading, verb, start + 1, cues_at)
    return None


def _noun_holder(reading: Reading, at: int) -> Holder | None:
    """By a possessive ("Kiev's call", "his call"), a light verb's subject ("issued a call"), or a "by" phrase."""
    index = reading.layers.np_of[at]
    if index < 0:
        return None
    phrase = reading.layers.noun_phrases[index]
    group_index = reading.vg_of(phrase.start - 1)
    group = reading.layers.verb_groups[group_index] if group_index >= 0 else None
    if group is not None and group.lemma in words_of("reporting_nouns", "light_verbs"):
        source = subject_of(reading, group_index) or carried_source(reading, group_index)
        return None if source is None else Holder(source, (group.start, at + 1), group, "attribution/light verb v1")
    for i in range(phrase.start, at):
        if reading.lower(i) in _POSSESSIVES:
            return Holder((i, i + 1), (i + 1, at + 1), None, "attribution/possessive v1")
        if reading.tag(i) == "POS":
            return Holder((phrase.start, i), (i, at + 1), None, "attribution/possessive v1")
    return None


def _adjective_holder(reading: Reading, at: int) -> Holder | None:
    """The subject of the copula before an adjective ("is not ready to")."""
    i = at - 1
    while i >= 0 and reading.tag(i) == "RB" and reading.vg_of(i) < 0:
        i -= 1
    index = reading.vg_of(i)
    group = reading.layers.verb_groups[index] if index >= 0 else None
    if group is None or group.lemma not in _COPULAS or not group.finite:
        return None
    source = subject_of(reading, index) or carried_source(reading, index)
    return None if source is None else Holder(source, (group.start, at + 1), group, "attribution/adjective v1")
