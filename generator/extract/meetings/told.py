"""Talks told by a verb: negotiators who meet, parties that negotiate, ministers of both sides who speak with each other."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.layers import Layers, VerbGroup
from generator.extract.meetings.lexicon import ordinal, words
from generator.extract.meetings.participants import meet_across, meet_each_other, parties_are_here, sides_in
from generator.extract.meetings.talk import Kind, Link, Talk
from generator.extract.timexes import date_of_clause

_HABITS = frozenset(
    {
        "often",
        "regularly",
        "repeatedly",
        "frequently",
        "usually",
        "always",
        "sometimes",
        "rarely",
        "seldom",
        "occasionally",
    }
)
_COUNTED = _HABITS | {"twice", "thrice", "times"}


def told_talks(layers: Layers, covered: set[int]) -> list[Talk]:
    """The verbs that tell a meeting, those in `covered` (they already carry a named talk) left out."""
    telling, moving = words("meet") | words("negotiate") | words("speak"), words("to_table")
    found: list[Talk] = []
    for index, group in enumerate(layers.verb_groups):
        if index in covered:
            continue
        talk = _verb_talk(layers, index, group) if group.lemma in telling else None
        if talk is None and group.lemma in moving:
            talk = _table_talk(layers, index, group)
        if talk is not None:
            found.append(talk)
    return found


def deals(layers: Layers) -> list[Talk]:
    """“The union and the carmaker reached a tentative deal on Saturday”: where talks are spoken of, a deal of both sides closes them."""
    if not _speaks_of_talks(layers):
        return []
    found: list[Talk] = []
    for index, group in enumerate(layers.verb_groups):
        told = group.lemma in words("reached") and (group.tense == "past" or group.perfect) and group.modal is None
        if (
            not told
            or layers.syntax.mark(index) in {"since", "before", "until"}
            or layers.syntax.factuality(index) not in {"asserted", "reported"}
            or group.negated
        ):
            continue
        closed = [
            np
            for np in layers.syntax.objects(index)
            if layers.tokens.lemma[layers.noun_phrases[np].head] in words("accord")
        ]
        agents = [] if group.passive else layers.syntax.subjects(index)
        if closed and (_both(layers, index, agents) or (group.passive and _is_set(layers, index))):
            talk = Talk(
                group.start, group.end, "deal", None, links=[Link(index, "itself")], clause=layers.syntax.clause(index)
            )
            found.append(talk)
    return found


def _speaks_of_talks(layers: Layers) -> bool:
    return any(layers.tokens.lower[phrase.head] in words("talks") for phrase in layers.noun_phrases)


def _both(layers: Layers, index: int, agents: Sequence[int]) -> bool:
    """Whether both sides do it: two of them named together, "the sides", or one with the other."""
    heads = {layers.tokens.lower[layers.noun_phrases[each].head] for each in agents}
    others = [np for _, np in layers.syntax.obliques(index, "with")]
    across = any(meet_across(layers, agents, layers.syntax.extent(each)) for each in others)
    known = any(sides_in(layers, *layers.syntax.extent(each)) for each in agents)
    return across or bool(heads & words("people")) or (len(agents) > 1 and (known or meet_each_other(layers, agents)))


def _is_set(layers: Layers, index: int) -> bool:
    """Whether a deal "was clinched on Tuesday": at a time of its own."""
    return date_of_clause(layers, layers.verb_groups[index].head, joined=False, dated=False) is not None


def _table_talk(layers: Layers, index: int, group: VerbGroup) -> Talk | None:
    """“Went back to the negotiating table on Monday”, told as a fact or with its day."""
    lower = layers.tokens.lower
    if not group.finite or group.negated or not (group.tense == "past" or group.perfect or group.tense == "future"):
        return None
    at = next((at for at in range(group.end, min(group.end + 6, len(lower))) if lower[at] == "table"), None)
    if at is None or lower[at - 1] not in words("tables") or not layers.syntax.subjects(index):
        return None
    return _made(layers, index, "met", at + 1)


def _made(layers: Layers, index: int, kind: Kind, end: int, number: int | None = None) -> Talk:
    group = layers.verb_groups[index]
    talk = Talk(group.start, end, kind, number, links=[Link(index, "itself")], clause=layers.syntax.clause(index))
    talk.opening = kind == "met"
    for case, phrase in layers.syntax.obliques(index):
        before = layers.tokens.lower[max(0, layers.noun_phrases[phrase].start - 2) : layers.noun_phrases[phrase].start]
        if _is_talk(layers, phrase) and (case == "before" or before == ["ahead", "of"]):
            talk.links.append(Link(index, "oblique", "before"))
    return talk


def _is_talk(layers: Layers, phrase: int) -> bool:
    """“Who met ahead of **the talks**” tells a meeting beside them."""
    return layers.tokens.lower[layers.noun_phrases[phrase].head] in words("talks") | words("sessions")


def _verb_talk(layers: Layers, index: int, group: VerbGroup) -> Talk | None:
    """Negotiators who meet, or parties that negotiate: those who do it tell whether these are the talks."""
    lower = layers.tokens.lower
    subjects = layers.syntax.subjects(index)
    summed = _COUNTED & set(lower[group.end : group.end + 3]) or _HABITS & set(lower[group.start - 1 : group.end])
    if not subjects or group.passive or summed:
        return None  # "met twice", "often meet": a summary of several meetings
    bare = not group.finite and not group.progressive and layers.syntax.governor(index) is None
    if bare or not _is_of_the_talks(layers, index, group, subjects):
        return None
    after = lower[group.end : group.end + 6]
    told = group.tense == "past" or group.perfect
    kind: Kind = "next" if "again" in after and not told else "met"
    talk = _made(layers, index, kind, group.end, _time_number(layers, group))
    above = layers.syntax.governor(index)
    if not group.finite and above is not None and above[1] == "xcomp":
        talk.clause = (min(talk.clause[0], layers.syntax.clause(above[0])[0]), talk.clause[1])
    return talk


def _is_of_the_talks(layers: Layers, index: int, group: VerbGroup, subjects: tuple[int, ...]) -> bool:
    lower = layers.tokens.lower
    heads = {lower[layers.noun_phrases[each].head] for each in subjects}
    people = bool(heads & words("people")) or (heads == {"they"} and "again" in lower[group.end : group.end + 2])
    objects = [*layers.syntax.objects(index), *(np for _, np in layers.syntax.obliques(index, "with", "to"))]
    across = any(meet_across(layers, subjects, layers.syntax.extent(each)) for each in objects)
    if across and not parties_are_here(layers):
        across = _speaks_of_talks(layers)  # else a visit like any other
    sides = {side for each in subjects for side in sides_in(layers, *layers.syntax.extent(each))}
    among = (len(subjects) > 1 and meet_each_other(layers, subjects)) or len(sides) > 1
    again = "again" in lower[group.end : group.end + 3]
    ministers = (
        heads <= words("officials") and bool(heads) and not objects and (again or _is_definite_group(layers, subjects))
    )
    ministers = ministers or (heads <= words("officials") and not objects and _before_talks(layers, index))
    if group.lemma in words("negotiate"):
        return people or bool(sides) or (len(subjects) > 1 and _all_named(layers, subjects))
    if group.lemma in words("speak") and not parties_are_here(layers):
        return (people and not objects) or (again and among)
    if group.lemma in words("speak"):
        # speaking is a meeting only where both sides are named, or negotiators do nothing else ("resume talking")
        return (
            across
            or (among and not objects)
            or (people and not objects and "that" not in lower[group.end : group.end + 1])
        )
    together = group.lemma != "come" or lower[group.end : group.end + 1] == ["together"]
    return together and (people or across or ministers or (among and not objects))


def _before_talks(layers: Layers, index: int) -> bool:
    """“Deputies met in Lima to prepare for **the talks**”: those of the talks."""
    start, end = layers.syntax.clause(index)
    return any(word in words("talks") for word in layers.tokens.lower[layers.verb_groups[index].end : max(start, end)])


def _is_definite_group(layers: Layers, subjects: tuple[int, ...]) -> bool:
    """“The ministers”, “both leaders”, "their foreign ministers": not "EU ministers" or "five ministers of his party"."""
    first = layers.noun_phrases[subjects[0]]
    inside = layers.tokens.lower[first.start : first.head]
    named = any(layers.tokens.tag[at].startswith("NNP") for at in range(first.start, first.head))
    return bool(inside) and inside[0] in {"the", "both", "their"} and not named


def _all_named(layers: Layers, subjects: tuple[int, ...]) -> bool:
    return all(layers.mention_of[layers.noun_phrases[each].head] >= 0 for each in subjects)


def _time_number(layers: Layers, group: VerbGroup) -> int | None:
    """“Met for the third time”: the number of the meeting; the first time of anything is no first round."""
    lower = layers.tokens.lower
    sentence = layers.sentences[layers.sentence_of[group.head]]
    for at in range(group.end, min(group.end + 12, sentence.end - 3)):
        if lower[at : at + 2] == ["for", "the"] and lower[at + 3] == "time" and (number := ordinal(lower[at + 2])) != 1:
            return number
    return None
