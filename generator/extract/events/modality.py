"""Modality: whether a candidate is told as something that happens, and how surely.

The grammar's factuality decides; here it meets tense and speech.
"""

from __future__ import annotations

from functools import cache

from generator.extract.events.candidate import Candidate
from generator.extract.layers import NounPhrase, VerbGroup
from generator.extract.rows import View
from generator.extract.timexes import date_of_clause
from generator.lexicon import load_lexicon
from generator.model.facts import Modality

Judged = tuple[Modality | None, str]
"""A modality, or None with what refused."""

_UNSET = frozenset(["conditional", "future"])
"""Tenses whose means ("by raising") are not used yet."""
_DEATHS = frozenset(["kill", "die", "displace", "wound", "injure", "drown", "perish"])


@cache
def words(group: str) -> frozenset[str]:
    """A word group of the list `event_words`."""
    return frozenset(load_lexicon("event_words")[group])


def modality_of(view: View, candidate: Candidate) -> Judged:
    """The modality of a candidate, None where it is no event: hypothetical, asked for, a habit, or not so."""
    if candidate.noun is not None:
        modality, why = _of_noun(view, candidate)
    else:
        assert candidate.verb is not None  # a match without a noun has a verb
        modality, why = _of_verb(view, candidate, candidate.verb)
        if modality is not None and _is_toll(view, candidate, candidate.verb):
            return None, "a count of the struck is a figure"
    if modality != "asserted":
        return modality, why
    return _as_told(view, candidate), ""


def _as_told(view: View, candidate: Candidate) -> Modality:
    """Asserted, or claimed and denied inside what somebody says."""
    speech = view.speech_at[candidate.token]
    if speech >= 0 and view.layers.attributions[speech].sort == "speech":
        return "denied" if view.layers.attributions[speech].lemma in words("denials") else "claimed"
    start, end = candidate.clause
    return "asserted" if words("hearsay").isdisjoint(view.lower[start:end]) else "claimed"


def _of_verb(view: View, candidate: Candidate, verb: int) -> Judged:
    group, told = view.layers.verb_groups[verb], view.syntax.factuality(verb)
    if view.syntax.mark(verb) == "where":
        return None, "a relative clause that says which place"
    above = view.syntax.governor(verb)
    if above is not None and (judged := _by_verb_above(view, verb, *above)) is not None:
        return judged
    upper = view.layers.verb_groups[above[0]] if above is not None and not group.finite else None
    if told == "planned":
        return _of_plan(view, group, upper, of_war=candidate.type == "military")
    if told not in {"asserted", "reported"}:
        return None, f"told: {told}"
    if not group.finite:
        return _of_nonfinite(view, candidate, verb, group, upper)
    return _of_finite(view, verb, group)


def _by_verb_above(view: View, verb: int, over: int, relation: str) -> Judged | None:
    """What a verb above settles by itself: failed to, tried to, saw them do it, warned or denied that; None for all others."""
    group, upper, told = view.layers.verb_groups[verb], view.layers.verb_groups[over], view.syntax.factuality(verb)
    if relation == "ccomp" and told == "possible" and group.tense == "future" and upper.lemma == "warn":
        return "planned", ""  # the grammar calls it possible, its own words say that it will
    if relation == "ccomp" and told == "negated" and not group.negated:
        return ("denied", "") if upper.lemma in words("denials") else (None, f"told: {told}")
    if group.form != "VB" or group.finite:
        return None
    if upper.finite and not upper.negated and upper.lemma in words("failing"):
        return ("negated", "") if upper.tense == "past" or upper.perfect else (None, "fails as a rule")
    if upper.finite and not upper.negated and upper.lemma in words("trying") and upper.tense == "past":
        return "asserted", ""
    bare = view.lower[group.start] != "to" and upper.form in {"VBD", "VBN", "VBG"}
    if bare and upper.lemma in words("causing"):
        seen = view.syntax.factuality(over) in {"asserted", "reported"}
        return ("asserted", "") if seen else (None, f"told: {told}")
    return None


def _is_dated(view: View, group: VerbGroup) -> bool:
    return date_of_clause(view.layers, group.head) is not None


def _of_plan(view: View, group: VerbGroup, upper: VerbGroup | None, *, of_war: bool) -> Judged:
    """What is to come is an event where it is set: by a future, a schedule, a decision; a promise is an offer, a threat nothing."""
    in_speech = view.speech_at[group.head] >= 0
    if upper is None:
        vague = in_speech and (group.tense == "conditional" or not (of_war or _is_dated(view, group)))
        return (None, "a future of somebody's words, on no day") if vague else ("planned", "")
    before = view.lower[group.start - 1]
    if upper.lemma == "be" and upper.end < group.start:
        return ("planned", "") if before in words("set_adjectives") else (None, f"planned as “{before}”")
    if upper.lemma not in words("planning") or (in_speech and upper.lemma != "be"):
        return None, f"planned by “{upper.lemma}”"
    return "planned", ""


def _of_finite(view: View, verb: int, group: VerbGroup) -> Judged:
    if view.lower[group.start] == "be":
        before = view.layers.verb_groups[verb - 1] if verb else None
        ordered = before is not None and before.lemma in words("ordering") and before.tense == "past"
        return ("asserted", "") if ordered else (None, "a subjunctive")
    if group.tense in {"conditional", "future"}:
        return "planned", ""
    ongoing = group.progressive or "being" in view.lower[group.start : group.head]
    if group.tense == "present" and not (group.perfect or ongoing):
        if date_of_clause(view.layers, group.head) is not None:
            return "planned", ""
        return ("asserted", "") if _is_news(view, group) else (None, "the present tells a habit")
    return "asserted", ""


def _is_news(view: View, group: VerbGroup) -> bool:
    """The present of headlines, and of what goes on ("the siege continues")."""
    layers = view.layers
    return group.lemma in words("lasting") | words("captions") or (
        layers.paragraphs[layers.sentences[layers.sentence_of[group.head]].paragraph].headline
    )


def _of_nonfinite(view: View, candidate: Candidate, verb: int, group: VerbGroup, upper: VerbGroup | None) -> Judged:
    """An infinitive lives by the verb above it, a participle by its noun, a gerund by what links it."""
    if group.form == "VB" or view.lower[group.start] == "to":
        if upper is not None and upper.finite and upper.lemma in words("lasting"):
            above = view.syntax.governor(verb)
            told = view.syntax.factuality(above[0]) if above is not None else "asserted"
            unreal = told in {"conditional", "possible", "asked"}  # "if they managed to win"
            return (None, f"told: {told}") if unreal else _of_finite(view, verb, upper)
        return None, f"an infinitive of “{upper.lemma}”" if upper is not None else "an infinitive of nobody's"
    if group.form == "VBG":
        return _of_gerund(view, candidate, verb, group, upper)
    if not group.passive and not candidate.patients and not candidate.agents:
        return None, "a participle of nothing"
    before_noun = group.end < len(view.lower) and view.layers.np_of[group.end] >= 0
    if group.end - group.start == 1 and before_noun and not candidate.agents:
        quoted = group.start > 0 and view.layers.tokens.tag[group.start - 1] == "``"
        return ("asserted", "") if quoted else (None, "a participle before its noun")
    return "asserted", ""


def _of_gerund(view: View, candidate: Candidate, verb: int, group: VerbGroup, upper: VerbGroup | None) -> Judged:
    if upper is not None and upper.lemma in words("lasting") and upper.finite:
        return _of_finite(view, verb, upper)
    before = _word_before(view, group.start)
    linked = before in words("linking")
    if candidate.lemma in words("results") or view.lower[group.start] == "being":
        return None, "a participle that tells a result or a kind"
    if upper is not None and (upper.lemma in words("unreal_verbs") or (before == "by" and upper.tense in _UNSET)):
        return None, f"a gerund of “{upper.lemma}”"  # "favours raising the tax", "they would pay by raising the tax"
    if view.syntax.noun_above(verb) is not None and not linked and group.lemma not in words("lasting"):
        return None, "a participle that says which"
    if (not linked and not candidate.agents) or before in words("generic"):
        return None, f"a gerund behind “{before}”"
    return "asserted", ""


def _word_before(view: View, at: int) -> str:
    """The word before a verb, its adverbs passed over ("a path to **actually** winning")."""
    at -= 1
    while at > 0 and view.layers.tokens.tag[at].startswith("RB"):
        at -= 1
    return view.lower[at] if at >= 0 else ""


def _of_noun(view: View, candidate: Candidate) -> Judged:
    """A noun lives by the verb that says that it happens, or by the words it hangs on."""
    phrase = candidate.noun or 0
    noun = view.layers.noun_phrases[phrase]
    if view.lower[noun.start] in words("void"):
        return None, f"behind “{view.lower[noun.start]}”"
    if _is_kind(view, noun):
        return None, "a bare noun tells a kind"
    if _only_measures(view, noun):
        return None, "only measures the time"
    above = view.nouns_over.get(phrase)
    if above is not None and view.lemmas[view.layers.noun_phrases[above[0]].head] in words("unreal_nouns"):
        return None, f"under “{view.lemmas[view.layers.noun_phrases[above[0]].head]}”"
    verb = candidate.verb
    if verb is not None:
        modality, why = _of_verb(view, candidate, verb)
        return (None, "told: negated") if modality == "negated" else (modality, why)
    over = candidate.match.verb
    ended = over is not None and phrase in view.syntax.objects(over)
    if over is not None and ended and view.layers.verb_groups[over].lemma in words("presupposing"):
        return "asserted", ""  # "to end a strike by teachers": there is one
    if over is not None and view.layers.verb_groups[over].lemma in words("unreal_verbs"):
        return None, f"under “{view.layers.verb_groups[over].lemma}”"
    if over is not None and view.syntax.factuality(over) not in {"asserted", "reported"}:
        linked = view.syntax.case(phrase) in {"after", "following", "since", "despite", "amid"}
        told = view.syntax.factuality(over)
        known = (linked and told != "planned") or (told == "negated" and view.syntax.possessor(phrase) is not None)
        return ("asserted", "") if known else (None, f"told: {view.syntax.factuality(over)}")
    return "asserted", ""


def _is_kind(view: View, noun: NounPhrase) -> bool:
    """“Directions of attack”: a bare singular, unless it is a mass noun like "fighting"."""
    tag, lower = view.layers.tokens.tag[noun.head], view.lower[noun.head]
    bare = noun.end - noun.start == 1 and tag == "NN"
    return bare and not lower.endswith("ing") and lower not in words("mass")


def _only_measures(view: View, noun: NounPhrase) -> bool:
    """“Three weeks after the invasion”: the noun is known and only tells from when one counts."""
    at = noun.start - 1
    if at < 1 or view.lower[at] not in {"after", "before", "since"}:
        return False
    timex = view.layers.timex_at(at - 1)
    return (timex is not None and timex.kind == "duration") or view.lower[at - 1] in words("spans")


def _is_toll(view: View, candidate: Candidate, verb: int) -> bool:
    """“498 soldiers have been killed”, “nine people died”: a count of the struck is a figure; the event is what struck them."""
    group = view.layers.verb_groups[verb]
    dies = group.lemma in {"die", "drown", "perish"}
    done = group.passive and (group.perfect or not group.finite)
    if not (dies or done or (candidate.lemma in _DEATHS and group.passive)):
        return False
    struck = candidate.patients or candidate.agents
    tags, lower = view.layers.tokens.tag, view.lower
    counted = any(
        tags[at] == "CD" or lower[at] in words("many")
        for phrase in struck
        for at in range(view.layers.noun_phrases[phrase].start, view.layers.noun_phrases[phrase].end)
    )
    return (
        counted and candidate.type in {"military", "humanitarian"} and date_of_clause(view.layers, group.head) is None
    )
