"""Plans: whether a verb sets a meeting for a time to come, or only tells what one side would like."""

from __future__ import annotations

from generator.extract.layers import Layers, VerbGroup
from generator.extract.meetings.lexicon import words
from generator.extract.meetings.talk import Link


def is_reported_plan(layers: Layers, group: VerbGroup) -> bool:
    """“Negotiators would meet again next week”: the future of somebody’s words, where no "if" stands in the sentence."""
    sentence = layers.sentences[layers.sentence_of[group.head]]
    return group.modal == "would" and not {"if", "unless", "whether"} & set(
        layers.tokens.lower[sentence.start : sentence.end]
    )


def is_on_the_way(layers: Layers, link: Link) -> bool:
    """“Has arrived in Doha to attend talks”: who has come for them tells neither that they go on nor that they are to come."""
    above = layers.syntax.governor(link.verb)
    if above is None or layers.verb_groups[link.verb].form != "VB" or layers.verb_groups[link.verb].finite:
        return False
    group = layers.verb_groups[above[0]]
    return group.lemma in words("travel") - {"be"} and layers.syntax.factuality(above[0]) != "planned"


def is_only_meant(layers: Layers, link: Link) -> bool:
    """“Is ready to meet”, "promised to open talks": the will of one side is no plan of both."""
    verb, above = link.verb, layers.syntax.governor(link.verb)
    while above is not None and above[1] == "conj" and not layers.verb_groups[verb].finite:
        verb, above = above[0], layers.syntax.governor(above[0])
    if above is None or above[1] != "xcomp":
        return False
    between = layers.tokens.lower[layers.verb_groups[above[0]].end : layers.verb_groups[verb].start + 1]
    return bool(words("ready") & set(between)) or layers.verb_groups[above[0]].lemma in words("promise")


def is_plan(layers: Layers, group: VerbGroup, link: Link, factuality: str) -> bool:
    """“Will take place”, “are due to resume”, “agreed to meet”, “is scheduled for”: a verb of meeting to come."""
    if layers.syntax.noun_above(link.verb) is not None and not group.finite and group.form == "VB":
        return False  # "its promise to open talks"
    if factuality in {"planned", "conditional"} or (group.passive and group.lemma in words("schedule")):
        return True
    if group.modal == "should" and group.finite and not group.perfect:
        return True
    # "talks resume on Friday": the present of a timetable
    timetable = (
        group.tense == "present"
        and group.modal is None
        and group.finite
        and not group.perfect
        and not group.progressive
    )
    ahead = layers.timexes_from(group.end, group.end + 4) if timetable and not in_headline(layers, group) else []
    published = layers.article.record.published.date
    return any(
        timex.governor == link.verb and timex.value and published and timex.value[:10] > published for timex in ahead
    )


def is_intended_behind(layers: Layers, group: VerbGroup) -> bool:
    """“Are due on Friday”, “is set for Monday”: the plan is told behind the copula."""
    return any(word in words("plans") for word in layers.tokens.lower[group.end : group.end + 2])


def in_headline(layers: Layers, group: VerbGroup) -> bool:
    """Whether a verb stands in the headline, whose present tense tells no time."""
    return layers.paragraphs[layers.sentences[layers.sentence_of[group.head]].paragraph].headline


def is_due_to_end(layers: Layers, verb: int) -> bool:
    """“Is due **to end** on Friday” tells when what has begun is over, not when it is held."""
    group, lower = layers.verb_groups[verb], layers.tokens.lower
    behind = range(group.end, min(group.end + 4, len(lower) - 1))
    return group.lemma == "be" and any(lower[at] == "to" and lower[at + 1] in words("finish") for at in behind)
