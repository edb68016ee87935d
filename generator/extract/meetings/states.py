"""States: what the verbs of a talk mention say of the meeting: planned, possible, under way, ended, put off, called off, refused."""

from __future__ import annotations

from generator.extract.layers import Layers, VerbGroup
from generator.extract.meetings.lexicon import words
from generator.extract.meetings.plans import (
    in_headline,
    is_due_to_end,
    is_intended_behind,
    is_on_the_way,
    is_only_meant,
    is_plan,
    is_reported_plan,
)
from generator.extract.meetings.talk import Link, Talk
from generator.model.facts import MeetingStatus

_GOING_ON = frozenset({"ongoing", "underway", "under"})
_AFTER = frozenset({"after", "following"})
_DURING = frozenset({"at", "during"})
_MAY = frozenset({"may", "might", "could", "can"})


def states_of(layers: Layers, talk: Talk) -> list[MeetingStatus]:
    """What each verb of a mention says of its meeting, in their order; verbs that say nothing of it left out."""
    if talk.kind == "deal" or has_collapsed(layers, talk):
        return ["ended"]
    if not talk.links and talk.number is not None:
        found = [_of_preposition(layers, talk)]
    else:
        found = [_of_link(layers, link, talk) for link in talk.links]
    told = [state for state in found if state is not None]
    past = talk.kind == "previous" and (talk.time is not None or talk.place is not None)
    return told or (["ended"] if past else [])


def has_collapsed(layers: Layers, talk: Talk) -> bool:
    """“The failure **of the talks**”, “the collapse of talks in Doha”, unless it is only feared."""
    lower, first = layers.tokens.lower, talk.start - 2
    told = talk.start > 1 and lower[talk.start - 1] == "of" and lower[first] in words("collapses")
    return told and not words("unreal") & set(lower[max(0, first - 4) : first])


def _of_preposition(layers: Layers, talk: Talk) -> MeetingStatus | None:
    """“After the first round”, “ahead of the third round” tell the state as well."""
    before = layers.tokens.lower[max(0, talk.start - 2) : talk.start]
    if _AFTER & set(before):
        return "ended"
    return "planned" if "before" in before or before == ["ahead", "of"] else None


def _of_link(layers: Layers, link: Link, talk: Talk) -> MeetingStatus | None:
    group, factuality = layers.verb_groups[link.verb], layers.syntax.factuality(link.verb)
    if factuality == "asked" or (factuality == "conditional" and not is_reported_plan(layers, group)):
        return None
    if link.role == "oblique" and not _carries(group, link):
        return _of_setting(layers, group, link, talk)
    if is_on_the_way(layers, link):
        return None
    turned_down = _turned_down(layers, link, talk)
    if turned_down is not None:
        return turned_down
    if not _tells_meeting(group, link):
        return _of_copula(layers, link) if group.lemma in {"be", "get"} else _of_other(layers, group, link, factuality)
    if factuality == "negated":
        return _not_so(layers, group)
    if is_only_meant(layers, link):
        return None
    if is_plan(layers, group, link, factuality):
        return _of_plan(group, talk)
    if factuality == "possible":
        may_be = group.modal in _MAY and not group.perfect
        return "possible" if may_be and group.lemma not in words("finish") else None
    return _of_fact(layers, link, talk)


def _of_plan(group: VerbGroup, talk: Talk) -> MeetingStatus | None:
    """What a verb of meeting says that is to come: "will take place", but not "will end" or "will continue to negotiate"."""
    if group.lemma in words("break_off"):
        return "under way"  # "the talks will pause for a week"
    if group.lemma in words("finish") or (group.lemma in words("negotiate") and talk.time is None):
        return None
    # a numbered round that "will continue" has begun, and so have talks that "will go on"
    begun = group.lemma in words("go_on") and (talk.number is not None or talk.time is None)
    return "under way" if begun and talk.kind != "next" else "planned"


def _carries(group: VerbGroup, link: Link) -> bool:
    """“Met **for** the first round”, “went **into** the talks”: the phrase says what was held."""
    meeting = any(group.lemma in words(name) for name in ("meet", "begin", "go_on", "hold"))
    return meeting and link.case in {"for", "in", "into", "to", "at", "with"}


def _tells_meeting(group: VerbGroup, link: Link) -> bool:
    if group.lemma == "have":
        return link.role == "object"
    return link.role == "itself" or any(
        group.lemma in words(name) for name in ("begin", "hold", "go_on", "finish", "break_off")
    )


def _of_setting(layers: Layers, group: VerbGroup, link: Link, talk: Talk) -> MeetingStatus | None:
    """“Told reporters after the meeting”, “agreed at their summit in Oslo”: what happened at or after it tells that it was held."""
    factuality = layers.syntax.factuality(link.verb)
    if link.case == "for" and group.lemma in words("travel"):
        return _of_journey(layers, group, factuality)
    if group.lemma == "be":
        return None
    verb = _finite_above(layers, link.verb)
    group, factuality = layers.verb_groups[verb], layers.syntax.factuality(verb)
    past = group.tense == "past" and factuality in {"asserted", "reported", "negated"}
    if link.case in _AFTER:
        return "ended" if past or (group.perfect and group.tense == "present") else None
    if link.case in {"before", "ahead"}:
        return "planned" if group.tense in {"present", "future"} and not group.perfect else None
    if link.case not in _DURING or not (talk.session or talk.place or talk.time):
        return None
    if past:
        return "ended"
    return (
        "planned"
        if factuality == "planned"
        else "under way"
        if group.progressive and group.tense == "present"
        else None
    )


def _finite_above(layers: Layers, verb: int) -> int:
    """“**Refused** to sign the deal at the talks”: the finite verb that an infinitive hangs on tells its time."""
    above = layers.syntax.governor(verb)
    while not layers.verb_groups[verb].finite and above is not None and above[1] in {"xcomp", "advcl"}:
        verb, above = above[0], layers.syntax.governor(above[0])
    return verb


def _of_journey(layers: Layers, group: VerbGroup, factuality: str) -> MeetingStatus | None:
    """“Will return to Geneva for talks”, "is sending a team to Doha for talks": a plan; where they have arrived, nothing is told."""
    coming = group.progressive and group.tense == "present" and factuality in {"asserted", "reported"}
    return "planned" if factuality == "planned" or coming else None


def _turned_down(layers: Layers, link: Link, talk: Talk) -> MeetingStatus | None:
    """Put off, called off, refused, denied: by the verb itself, or by the one above it ("refused to hold", "denied that … took place")."""
    group, factuality = layers.verb_groups[link.verb], layers.syntax.factuality(link.verb)
    if link.role == "object" or (link.role == "subject" and group.passive):
        states: tuple[tuple[str, MeetingStatus], ...] = (
            ("postpone", "postponed"),
            ("cancel", "cancelled"),
            ("refuse", "refused"),
        )
        for name, state in states:
            if group.lemma in words(name) or _phrasal(layers, group) in words(name):
                return state if factuality in {"asserted", "reported"} and not group.negated else None
    above = layers.syntax.governor(link.verb)
    while above is not None and above[1] in {"xcomp", "ccomp"}:
        upper = layers.verb_groups[above[0]]
        if upper.lemma in words("refuse") and above[1] == "xcomp":
            return "refused" if not upper.negated else None
        told = not layers.verb_groups[link.verb].finite or layers.syntax.mark(link.verb) == "that"
        if upper.lemma in words("deny") and told:
            return "denied" if not upper.negated else None
        above = layers.syntax.governor(above[0])
    return None


def _phrasal(layers: Layers, group: VerbGroup) -> str:
    """“Called off”, “put back”: the verb with its particle."""
    return " ".join([group.lemma, *layers.tokens.lower[group.end : group.end + 1]])


def _not_so(layers: Layers, group: VerbGroup) -> MeetingStatus | None:
    """“Did not take place” tells that it was called off, “did not yield a deal” that it is over; "will not meet" tells nothing."""
    if group.lemma in words("finish"):
        return "ended" if group.tense == "past" or group.perfect else None
    held = group.lemma in words("hold") - {"continue"}
    return "cancelled" if held and group.tense == "past" and group.modal is None else None


def _of_copula(layers: Layers, link: Link) -> MeetingStatus | None:
    """“Are due on Friday”, “are ongoing”, “have got under way”."""
    group = layers.verb_groups[link.verb]
    going_on = bool(_GOING_ON & set(layers.tokens.lower[group.end : group.end + 1]))
    if is_due_to_end(layers, link.verb):
        return None
    if is_intended_behind(layers, group):
        return "planned" if layers.syntax.factuality(link.verb) != "negated" else None
    return "under way" if going_on and group.tense == "present" and not group.negated else None


def _of_other(layers: Layers, group: VerbGroup, link: Link, factuality: str) -> MeetingStatus | None:
    """Other verbs: a plan of it ("a meeting is planned"), or what it is doing now ("the talks are making progress")."""
    if factuality not in {"asserted", "reported", "planned"}:
        return None
    if (
        group.lemma in words("schedule")
        and link.role == "object"
        and not group.negated
        and (group.passive or group.lemma != "call")
    ):
        return "planned"
    if link.role != "subject":
        return None
    if factuality == "planned" and group.finite and group.modal == "will" and talk_is_dated(layers, group):
        return "planned"
    return "under way" if group.progressive and group.tense == "present" else None


def talk_is_dated(layers: Layers, group: VerbGroup) -> bool:
    """Whether a time stands in the subject of the verb ("Monday’s talks will coincide with …")."""
    if group.subject is None:
        return False
    phrase = layers.noun_phrases[group.subject]
    return bool(layers.timexes_from(phrase.start, phrase.end))


def cannot_be(layers: Layers, talk: Talk) -> bool:
    """“Talks could not be held on Friday”, "will not meet": what is ruled out is no meeting."""
    groups = [(link, layers.verb_groups[link.verb]) for link in talk.links if link.role != "oblique"]
    return any(group.modal is not None and group.negated and _tells_meeting(group, link) for link, group in groups)


def is_going_on(layers: Layers, group: VerbGroup) -> bool:
    """“Is under way”, “are taking place”: on the very day of the article."""
    copula = group.lemma == "be" and layers.tokens.lower[group.end : group.end + 1][:1] in ([one] for one in _GOING_ON)
    return group.finite and group.tense == "present" and not group.perfect and (copula or group.progressive)


def _of_fact(layers: Layers, link: Link, talk: Talk) -> MeetingStatus | None:
    """The state that a verb in the past or present tells: ended, under way, or nothing of either."""
    group = layers.verb_groups[link.verb]
    above = layers.syntax.governor(link.verb)
    if (
        not group.finite
        and above is not None
        and above[1] == "xcomp"
        and layers.verb_groups[above[0]].lemma in words("go_on") | words("begin")
    ):
        return "under way" if layers.syntax.factuality(above[0]) in {"asserted", "reported"} else None
    over = group.tense == "past" or group.perfect or (not group.finite and group.form in {"VBD", "VBN"})
    headline = in_headline(layers, group)
    if group.lemma in words("finish"):
        open_end = group.perfect and group.tense == "present" and group.lemma in words("bring_about")
        return "ended" if (over or headline) and not open_end else None
    if group.lemma in words("go_on") or group.lemma in words("begin") or group.progressive:
        been = group.progressive and group.perfect and group.tense == "past"  # "had been talking informally anyway"
        return "under way" if (group.finite or group.progressive or over) and not been else None
    if not group.finite and not group.perfect:
        return None
    if group.lemma in words("negotiate"):
        return "under way" if group.tense == "present" and not group.perfect else None
    if headline and not over:
        return None  # "hold second round of talks" above an article tells neither state
    return "ended" if over else "under way"
