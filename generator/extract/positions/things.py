"""Things: where the thing of a word of stance stands and how it is put, read from what the grammar has at the arcs of its row."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.layers import VerbGroup
from generator.extract.positions.scene import Scene
from generator.extract.rows import Filler

OBJECT_PRONOUNS = frozenset({"it", "them", "this", "that", "these", "those", "him", "her", "us", "me", "you"})


@dataclass(frozen=True, slots=True)
class Thing:
    """Where the thing begins, how it is put (np, to, ing, that), and where its core begins (behind "X to" the doing alone counts)."""

    start: int
    shape: str
    core: int


def thing_at(scene: Scene, filler: Filler, verb: int | None = None) -> Thing | None:
    """The thing that a filler is: a noun phrase, an infinitive, a gerund or a clause.

    Args:
        scene: the article.
        filler: what stands at the arc.
        verb: the verb of stance, whose object may be asked to do it.
    """
    if filler.phrase is not None:
        return _noun(scene, filler.phrase)
    assert filler.verb is not None
    group = scene.layers.verb_groups[filler.verb]
    if group.form == "VBG" and not group.finite:
        return Thing(group.start, "ing", group.start)
    to = _to(scene, group)
    if to is None and group.form == "VBN" and not group.finite:
        return _done(scene, filler.verb, group)
    if to is None:
        return _clause(scene, filler.verb, group)
    return Thing(_asked(scene, verb, to) if verb is not None else to, "to", to)


def _noun(scene: Scene, number: int) -> Thing | None:
    phrase = scene.layers.noun_phrases[number]
    if scene.timex_at.get(phrase.start, -1) >= phrase.end:
        return None
    behind = scene.skip_marks(phrase.end)
    doing = behind < scene.size and scene.tag[behind] == "VBG" and scene.group_at(behind) is not None
    start = phrase.start
    while start > 0 and scene.lower[start - 1] in {"“", '"', "‘"}:
        start -= 1
    return Thing(start, "ing" if doing else "np", phrase.start)


def _done(scene: Scene, verb: int, group: VerbGroup) -> Thing | None:
    """As in "wants | all sanctions lifted"."""
    before = [*scene.layers.syntax.objects(verb), *scene.layers.syntax.subjects(verb)]
    start = min((scene.layers.noun_phrases[phrase].start for phrase in before), default=group.start)
    return Thing(start, "ing", start) if start < group.start else None


def _to(scene: Scene, group: VerbGroup) -> int | None:
    """The "to" (or "not to") of an infinitive."""
    for at in (group.start, group.start - 1, group.start - 2):
        if scene.is_infinitive(at) and at + 4 >= group.head:
            return at
    return None


def _asked(scene: Scene, verb: int, to: int) -> int:
    """Where "Peru to leave" begins: with who is asked, if somebody stands between the verb and its infinitive."""
    syntax, end = scene.layers.syntax, scene.layers.verb_groups[verb].end
    others = [
        *syntax.objects(verb),
        *(phrase for _, phrase in syntax.obliques(verb, "on", "upon", "to", "with", "for")),
    ]
    starts = [scene.layers.noun_phrases[phrase].start for phrase in others]
    return min((start for start in starts if end <= start < to), default=to)


def _clause(scene: Scene, verb: int, group: VerbGroup) -> Thing:
    start = scene.layers.syntax.clause(verb)[0]
    start = min(start, group.start)
    if scene.word(start - 1) == "that":
        start -= 1
    return Thing(start, "that", start)
