"""Stands that an adjective or a verdict takes: "is ready to talk", "opposed to", "such a deal is unacceptable"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from generator.extract.layers import VerbGroup
from generator.extract.positions import holders, lexicon
from generator.extract.positions.contents import content_end
from generator.extract.positions.frames import OBJECT_PRONOUNS, find_thing, particles_end
from generator.extract.positions.lexicon import Entry
from generator.extract.positions.modals import OBLIGATIONS
from generator.extract.positions.objects import fits_objects, is_hostile, is_trivial, of_doing
from generator.extract.positions.scene import Scene, Stand
from generator.model.facts import Stance

COPULAS = frozenset({"make", "be", "remain", "stand", "become", "seem", "stay", "declare", "say"})
VERDICT_VERBS = frozenset({"be", "fall", "come"})
FLIPPED: dict[str, Stance] = {"rejects": "accepts", "accepts": "rejects"}


def predicate_stands(scene: Scene) -> Iterator[Stand]:
    """Every stand that an adjective or a verdict takes."""
    table = lexicon.entries("adjectives")
    for i in range(scene.size):
        if scene.lower[i] in table:
            for entry in table[scene.lower[i]]:
                stand = _adjective(scene, i, entry)
                if stand is not None:
                    yield stand
                    break
    for group in scene.layers.verb_groups:
        if group.finite and group.lemma in VERDICT_VERBS and group.modal in {None, "would", "will"}:
            found = _verdict(scene, group)
            if found is not None:
                yield found


def _adjective(scene: Scene, at: int, entry: Entry) -> Stand | None:
    end = scene.sentence(at)[1]
    behind = particles_end(scene, entry, at + 1, end)
    thing = find_thing(scene, entry.frames, behind, end) if behind is not None else None
    pronoun = thing is not None and thing.shape == "np" and scene.word(thing.core) in OBJECT_PRONOUNS
    group = _copula(scene, at)
    if group is not None and group.lemma == "make" and not entry.condition:
        return None
    if thing is None or group is None or behind is None or scene.is_hypothetical(group) or group.modal in OBLIGATIONS:
        return None
    denied = group.negated or scene.word(at - 1) in {"not", "never"} or "longer" in scene.lower[group.start : at]
    stance = entry.negated if denied else entry.stance
    number = holders.subject_of(scene, group)
    if stance is None or number is None or (stance == "offers" and is_hostile(scene, thing)):
        return None
    stance = of_doing(scene, stance, thing)
    phrase = scene.layers.noun_phrases[number]
    owner = holders.chains_of_phrase(scene, number, group.start)
    if entry.condition and group.lemma != "make":
        owner = holders.speakers(scene, scene.attribution(group.start))
    return Stand(
        stance=stance,
        trigger=(group.start, behind),
        content=(thing.start, content_end(scene, thing.start, thing.shape)),
        shape="anaphor" if pronoun else thing.shape,
        rule="position/adjective v1",
        start=holders.evidence_start(scene, number, group),
        holders=list(owner),
        source=(phrase.start, phrase.end),
        known=entry.known or is_trivial(scene, thing) or (entry.party and not holders.any_acts(scene, owner)),
        why=f"“{scene.layers.words(group.start, behind)}”: {stance}",
    )


def _copula(scene: Scene, at: int) -> VerbGroup | None:
    """The verb that ties the adjective to its subject, adverbs between being passed over ("is now fully ready")."""
    own = scene.group_at(at)
    if own is not None:
        return own if own.passive or own.head != at else None
    made = scene.layers.np_of[at - 1]
    if made >= 0:  # "made its return | conditional on"
        before = scene.group_at(scene.layers.noun_phrases[made].start - 1)
        return before if before is not None and before.lemma == "make" else None
    for i in range(at - 1, max(at - 5, -1), -1):
        group = scene.group_at(i)
        if group is not None:
            return group if group.lemma in COPULAS else None
        if scene.tag[i][:2] != "RB" and scene.lower[i] not in {"always", "yet", "now", "as"}:
            return None
    return None


def _verdict(scene: Scene, group: VerbGroup) -> Stand | None:
    """As in "X is unacceptable", said by someone: the speaker's stand on X."""
    attribution = scene.attribution(group.start)
    if attribution is None or group.subject is None or attribution.negated:
        return None
    found = _verdict_words(scene, group)
    phrase = scene.layers.noun_phrases[group.subject]
    if found is None or phrase.start >= group.start or not attribution.speakers:
        return None
    stance: Stance | None = found[0]
    if group.negated:
        stance = FLIPPED.get(found[0])
    if stance == "demands" and scene.lower[phrase.start] == "it":
        return _impersonal(scene, group, found[1], list(attribution.speakers))
    pointing = scene.lower[phrase.head] in {"it", "this", "that"} and stance == "rejects"
    if stance is None or (scene.tag[phrase.head] in {"PRP", "DT", "EX"} and not pointing):
        return None
    return Stand(
        stance=stance,
        trigger=(group.start, found[1]),
        content=(phrase.start, group.start),
        shape="anaphor" if pointing else "np",
        rule="position/verdict v1",
        start=phrase.start,
        holders=list(attribution.speakers),
        known=not (
            stance == "rejects"
            and (scene.lower[phrase.start] == "our" or fits_objects(scene, "proposals", group.subject))
        ),
        why=f"“{scene.layers.words(group.start, found[1])}”, says the speaker: {stance}",
    )


def _impersonal(scene: Scene, group: VerbGroup, at: int, speakers: list[int | None]) -> Stand | None:
    """As in "it is essential that the hostages be freed", "it was vital to open corridors", said by someone."""
    thing = find_thing(scene, (("that",), ("to",), ("for", "np", "to")), at, scene.sentence(at)[1])
    if thing is None:
        return None
    return Stand(
        stance="demands",
        trigger=(group.start, at),
        content=(thing.start, content_end(scene, thing.start, thing.shape)),
        shape=thing.shape,
        rule="position/verdict v1",
        start=group.start,
        holders=speakers,
        known=True,
        firm=True,
        why=f"“{scene.layers.words(group.start, at)}”, says the speaker: demands",
    )


def _verdict_words(scene: Scene, group: VerbGroup) -> tuple[Stance, int] | None:
    """The stance of the words behind the verb, and the token behind them."""
    at = scene.skip_marks(scene.skip_adverbs(group.end, scene.sentence(group.start)[1]))
    while scene.word(at) in {"totally", "completely", "absolutely", "simply", "still"}:
        at += 1
    offer = fits_objects(scene, "proposals", group.subject)
    for verdict in _verdicts().get(scene.word(at), ()):
        said = verdict.verb == group.lemma and tuple(scene.lower[at : at + len(verdict.words)]) == verdict.words
        if said and (offer or not verdict.of_proposals) and (group.negated or not verdict.denied):
            return (FLIPPED[verdict.stance] if verdict.denied else verdict.stance), at + len(verdict.words)
    return None


class _Verdict(NamedTuple):
    """A verdict of the lexicon: "unacceptable", "not on the table", "fall short"."""

    stance: Stance
    verb: str
    words: tuple[str, ...]
    denied: bool
    """It begins with "not", which stands in the verb group."""
    of_proposals: bool


@cache
def _verdicts() -> Mapping[str, tuple[_Verdict, ...]]:
    """The verdicts by the word behind the verb, the longest first."""
    kinds: dict[str, Stance] = {
        "rejects": "rejects",
        "demands": "demands",
        "accepts": "accepts",
        "rejects_proposals": "rejects",
    }
    found: dict[str, list[_Verdict]] = {}
    for kind, stance in kinds.items():
        for text in sorted(lexicon.table("verdicts")[kind]):
            words = tuple(text.split())
            denied = words[0] == "not"
            words = words[denied:]
            verb = words[0] if words[0] in VERDICT_VERBS else "be"
            words = words[verb != "be" :]
            found.setdefault(words[0], []).append(_Verdict(stance, verb, words, denied, kind == "rejects_proposals"))
    return {word: tuple(sorted(rows, key=lambda v: (-len(v.words), not v.denied))) for word, rows in found.items()}
