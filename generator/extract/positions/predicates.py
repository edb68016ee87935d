"""Stands that an adjective or a verdict takes: "is ready to talk", "opposed to", "such a deal is unacceptable"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from generator.extract.layers import VerbGroup
from generator.extract.positions import holders, lexicon
from generator.extract.positions.contents import content_end
from generator.extract.positions.modals import OBLIGATIONS
from generator.extract.positions.objects import fits_objects, is_hostile, is_trivial, obliges, of_doing, says_nothing
from generator.extract.positions.scene import Scene, Stand
from generator.extract.positions.senses import Sense
from generator.extract.positions.things import OBJECT_PRONOUNS, thing_at
from generator.extract.rows import Filler, Match, find_matches, load_rows
from generator.model.facts import Stance

VERDICT_VERBS = frozenset({"be", "fall", "come", "go"})
FLIPPED: dict[str, Stance] = {"rejects": "accepts", "accepts": "rejects"}


def predicate_stands(scene: Scene) -> Iterator[Stand]:
    """Every stand that an adjective or a verdict takes."""
    taken: set[int] = set()
    book = load_rows("positions_adjectives")
    for match in find_matches(scene.view, book, scene.layers.tried, every=True):
        stand = _adjective(scene, match) if match.token not in taken else None
        if stand is not None:
            taken.add(match.token)
            yield stand
    for group in scene.layers.verb_groups:
        if group.finite and group.lemma in VERDICT_VERBS and group.modal in {None, "would", "will"}:
            found = _verdict(scene, group)
            if found is not None:
                yield found


def _adjective(scene: Scene, match: Match) -> Stand | None:
    assert match.verb is not None
    group, sense = scene.layers.verb_groups[match.verb], Sense.of(match.row, "", match.values)
    thing = thing_at(scene, match.slots["thing"][0])
    makes = group.lemma == "make"
    if thing is None or scene.is_hypothetical(group) or group.modal in OBLIGATIONS:
        return None
    if makes and sense.when != "condition":
        return None
    end = scene.sentence(thing.start)[1]
    if sense.when == "binding" and thing.shape == "that" and not obliges(scene, thing.start, end, sense.stance):
        return None
    before = scene.lower[group.start : match.token]
    denied = group.negated or "longer" in before or before[-1:] == ["not"] or before[-1:] == ["never"]
    stance = sense.negated if denied else sense.stance
    number = holders.subject_of(scene, group)
    if stance is None or number is None or (stance == "offers" and is_hostile(scene, thing)):
        return None
    if says_nothing(scene, thing, sense.stance):
        return None
    owner = holders.chains_of_phrase(scene, number, group.start)
    if sense.when == "condition" and not makes:
        owner = holders.speakers(scene, scene.attribution(group.start))
    stance = of_doing(scene, stance, thing)
    phrase = scene.layers.noun_phrases[number]
    pronoun = thing.shape == "np" and scene.word(thing.core) in OBJECT_PRONOUNS
    return Stand(
        stance=stance,
        trigger=(group.start, match.token + 1),
        content=(thing.start, content_end(scene, thing.start, thing.shape)),
        shape="anaphor" if pronoun else thing.shape,
        rule=match.row.id,
        start=holders.evidence_start(scene, number, group),
        holders=list(owner),
        source=(phrase.start, phrase.end),
        known=is_trivial(scene, thing) or sense.asks_known(scene, owner),
        why=f"“{scene.layers.words(group.start, match.token + 1)}”: {stance}",
    )


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
    below = scene.layers.syntax.complement(scene.layers.vg_of[group.head])
    thing = thing_at(scene, Filler(0, verb=below)) if below is not None else None
    if thing is None or says_nothing(scene, thing, "demands"):
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
