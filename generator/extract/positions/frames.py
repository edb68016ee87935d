"""Frames: where the thing stands that a word of stance is about ("urged X | to stop", "called for | a truce")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.extract.positions.lexicon import Entry, Frame
from generator.extract.positions.scene import MARKS, Scene

BREAKS = frozenset({",", ";", ":", ".", "—", "–", "that", "which", "who", "and", "but"})
OBJECT_PRONOUNS = frozenset({"it", "them", "this", "that", "these", "those", "him", "her", "us", "me", "you"})
LINKS = frozenset({"of", "in", "from", "at", "for", "and", "on"})
OBJECT_REACH = 14
INSERTS = (
    ("among", "other", "things"),
    ("in", "particular"),
    ("in", "turn"),
    ("in", "return"),
    ("at", "least"),
    ("inter", "alia"),
)
ADVERBIAL = frozenset({"out", "down", "up", "off", "back", "away", "aside"})


@dataclass(frozen=True, slots=True)
class Thing:
    """Where the thing begins, how it is put, and where its core begins (behind "X to" the doing alone counts)."""

    start: int
    shape: str
    core: int


def particles_end(scene: Scene, entry: Entry, at: int, end: int) -> int | None:
    """The token behind the entry's particles that stand at `at`, adverbs between being passed over; None where they do not."""
    for particle in entry.particles:
        if scene.word(at) != particle:
            at = scene.skip_adverbs(at, end)
        if scene.word(at) in {"that", "it", "this", "them"} and scene.word(at + 1) == particle:
            at += 1  # "ruled that out"
        between = scene.phrase_at(at)
        if (
            particle in ADVERBIAL
            and between is not None
            and between.end - at <= 4
            and scene.word(between.end) == particle
        ):
            at = between.end  # "turned the idea down"
        if scene.word(at) != particle:
            return None
        at += 1
    return at


def find_thing(scene: Scene, frames: Sequence[Frame], at: int, end: int) -> Thing | None:
    """The first of the frames that the words from `at` fill."""
    at = _skip_insert(scene, at)
    places = [at]
    skipped = scene.skip_adverbs(at, end)
    if skipped != at:
        places.append(skipped)
    for place in places:
        for frame in frames:
            found = _fill(scene, frame, place, end)
            if found is not None:
                return found
    return None


def _skip_insert(scene: Scene, at: int) -> int:
    """Pass over "among other things", "in particular" between a word of stance and its thing."""
    for words in INSERTS:
        if tuple(scene.lower[at : at + len(words)]) == words:
            return at + len(words)
    return at


def _fill(scene: Scene, frame: Frame, at: int, end: int, start: int | None = None) -> Thing | None:
    """Match the parts of a frame one after another; `start` is where the thing begins when a part was an object of it."""
    if at >= end:
        return None
    part, rest = frame[0], frame[1:]
    if not rest:
        return _last_part(scene, part, at, end, at if start is None else start)
    if part == "np":
        if scene.phrase_at(at) is None:
            return None
        behind = _object_end(scene, at, end, rest[0])
        if rest == ("np",):
            start = behind
        return _fill(scene, rest, behind, end, at if start is None else start) if behind is not None else None
    if scene.word(at) != part:
        return None
    return _fill(scene, rest, at + 1, end, start)


def _last_part(scene: Scene, part: str, at: int, end: int, start: int) -> Thing | None:
    """The thing itself: an infinitive, clause, noun phrase or gerund at `at`, or one of the last two behind a preposition."""
    if part == "that":
        return _that_clause(scene, at, end)
    if part == "np":
        return _noun_thing(scene, at, start)
    if part in {"to", "ing"}:
        fits = scene.is_infinitive(at) if part == "to" else _is_gerund(scene, at)
        return Thing(start, part, at) if fits else None
    if scene.word(at) != part or at + 1 >= end:
        return None
    return Thing(at + 1, "ing", at + 1) if _is_gerund(scene, at + 1) else _noun_thing(scene, at + 1, at + 1)


def _noun_thing(scene: Scene, at: int, start: int) -> Thing | None:
    """A noun phrase; with a gerund behind it, it is a doing ("Ukraine ceasing fire")."""
    if not _is_object(scene, at):
        return None
    phrase = scene.phrase_at(at)
    doing = phrase is not None and _is_gerund(scene, phrase.end)
    return Thing(start, "ing" if doing else "np", at)


def _is_object(scene: Scene, at: int) -> bool:
    phrase = scene.phrase_at(at)
    if phrase is None:
        behind = at + 1 + (scene.word(at + 1) in {"and", "or"})
        participle = at + 1 < scene.size and scene.tag[at] == "VBN" and scene.phrase_at(behind) is not None
        clause = scene.word(at) == "that" and at + 1 in scene.np_at
        return participle or (scene.word(at) in OBJECT_PRONOUNS and not clause)
    return not (at in scene.timex_at and scene.timex_at[at] >= phrase.end)


def _is_gerund(scene: Scene, at: int) -> bool:
    at = scene.skip_marks(at)
    at += scene.word(at) == "not"
    return at < scene.size and scene.tag[at] == "VBG"


def _that_clause(scene: Scene, at: int, end: int) -> Thing | None:
    at = scene.skip_marks(at)
    if scene.word(at) == "that" and not (at + 1 < end and scene.lower[at + 1] in {".", ",", "and"} | MARKS):
        return Thing(at, "that", at)
    number = scene.np_at.get(at)
    if number is None or at in scene.timex_at or scene.is_infinitive(scene.layers.noun_phrases[number].end):
        return None
    for i in range(scene.layers.noun_phrases[number].end, min(end, at + OBJECT_REACH)):
        group = scene.group_at(i)
        if group is not None:
            bare = group.finite or group.form in {"VB", "VBP"}
            own = group.subject is None or group.subject == number
            return Thing(at, "that", at) if bare and own and "to" not in {scene.word(i - 1), scene.word(i)} else None
        if scene.lower[i] in BREAKS:
            return None
    return None


def _object_end(scene: Scene, at: int, end: int, following: str) -> int | None:
    """The end of the object phrase at `at` with what hangs on it, where `following` ("to", "for") begins."""
    phrase = scene.phrase_at(at)
    if phrase is None:
        return None
    i = scene.skip_marks(phrase.end)
    if following == "np":
        return i if scene.phrase_at(i) is not None and i not in scene.timex_at else None
    last = min(end, at + OBJECT_REACH)
    while i < last:
        if following == "to":
            if scene.is_infinitive(i):
                return i
        elif scene.word(i) == following:
            return i
        group = scene.group_at(i)
        if (group is not None and group.finite) or scene.lower[i] in BREAKS - {"and"}:
            return None
        i += 1
    return None
