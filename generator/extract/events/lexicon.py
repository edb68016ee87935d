"""The triggers of events, ready to be looked up by lemma."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from generator.lexicon import load_lexicon
from generator.model.facts import EventType

Frame = Literal["verb", "object", "particle", "subject"]
_LISTS: tuple[tuple[Frame, str], ...] = (("object", "objects"), ("particle", "particles"), ("subject", "subjects"))


@dataclass(frozen=True, slots=True)
class VerbTrigger:
    """A verb that tells an event in one frame: alone, or with one of `words` as object, particle or subject (none: any)."""

    type: EventType
    frame: Frame
    words: frozenset[str]
    unless: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NounTrigger:
    """A noun or noun phrase that tells an event where it is said to happen."""

    type: EventType
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb that tells an event of a known doer, with the words that must follow it and the things it must be said of (none: any doer)."""

    type: EventType
    tail: tuple[str, ...]
    things: frozenset[str] = frozenset()


@cache
def words(group: str) -> frozenset[str]:
    """One of the plain word groups of the list (`happen`, `carry_out`, `forces` …)."""
    return frozenset(load_lexicon("event_triggers")[group])


@cache
def verb_triggers() -> dict[str, tuple[VerbTrigger, ...]]:
    """Base form of a verb -> what it may trigger, in the order of the list."""
    found: dict[str, list[VerbTrigger]] = {}
    for kind in get_args(EventType):
        section = load_lexicon("event_triggers").get(kind, {})
        unless = {lemma: frozenset(nouns) for lemma, nouns in section.get("unless", {}).items()}
        for lemma in section.get("verbs", []):
            found.setdefault(lemma, []).append(VerbTrigger(kind, "verb", frozenset(), unless.get(lemma, frozenset())))
        for frame, key in _LISTS:
            for lemma, listed in section.get(key, {}).items():
                group = words(listed) if isinstance(listed, str) else frozenset(listed)
                found.setdefault(lemma, []).append(VerbTrigger(kind, frame, group, unless.get(lemma, frozenset())))
    return {lemma: tuple(triggers) for lemma, triggers in found.items()}


@cache
def noun_triggers() -> dict[str, tuple[NounTrigger, ...]]:
    """Last word of a noun trigger -> the triggers that end in it, the longest first."""
    found: dict[str, list[NounTrigger]] = {}
    for kind in get_args(EventType):
        for phrase in load_lexicon("event_triggers").get(kind, {}).get("nouns", []):
            parts = tuple(phrase.split())
            found.setdefault(parts[-1], []).append(NounTrigger(kind, parts))
    return {last: tuple(sorted(triggers, key=lambda trigger: -len(trigger.words))) for last, triggers in found.items()}


@cache
def not_events() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word -> phrases that hold a trigger and tell no event ("war crimes")."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in load_lexicon("event_triggers")["not_events"]:
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(phrases) for first, phrases in found.items()}


@cache
def deeds() -> dict[str, tuple[Deed, ...]]:
    """Base form of a verb -> the deeds it tells: those with words behind it first."""
    found: dict[str, list[Deed]] = {}
    for kind in get_args(EventType):
        for entry in load_lexicon("event_deeds").get(kind, []):
            lemma, *tail = entry.split()
            found.setdefault(lemma, []).append(Deed(kind, tuple(tail)))
    for kind, groups in load_lexicon("event_deeds")["things"].items():
        for group in groups:
            nouns = frozenset(group["nouns"])
            for entry in group["verbs"]:
                lemma, *tail = entry.split()
                found.setdefault(lemma, []).append(Deed(kind, tuple(tail), nouns))
    return {lemma: tuple(sorted(listed, key=lambda deed: -len(deed.tail))) for lemma, listed in found.items()}


@cache
def doers() -> frozenset[str]:
    """Nouns for people who do things although nobody in particular is named."""
    return frozenset(load_lexicon("event_deeds")["doers"])


@cache
def no_deeds() -> frozenset[str]:
    """Objects that make a verb no deed but speech, thought or talks ("delivered a statement")."""
    return frozenset(load_lexicon("event_deeds")["unless"])


@cache
def with_object() -> frozenset[str]:
    """Verbs that tell a deed only with an object ("began deliveries"; "they began" tells nothing)."""
    return frozenset(load_lexicon("event_deeds")["with_object"])
