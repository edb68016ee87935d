"""Objects: what the thing of a verb of stance tells about the stand: whether it is one, and where its topic is."""

from __future__ import annotations

from generator.extract.positions import lexicon
from generator.extract.positions.scene import Scene
from generator.extract.positions.things import Thing
from generator.extract.rows import load_rows
from generator.model.facts import Stance

EMPTY_MADE = frozenset({"it", "a", "this", "that", "clear", "sure"})


def core_of(scene: Scene, thing: Thing, receiver: int | None) -> int:
    """Where topics are looked for: who is urged is no topic, but who is offered something is part of it."""
    if receiver is not None:
        return scene.layers.noun_phrases[receiver].start
    phrase = scene.phrase_at(thing.start)
    if thing.core > thing.start and phrase is not None and scene.layers.mention_of[phrase.head] >= 0:
        return thing.core
    return thing.start


def obliges(scene: Scene, start: int, end: int, stance: Stance | None) -> bool:
    """True for a clause that says what must be, not what is: "that X must stop", "that sanctions be lifted"."""
    for i in range(start, end):
        group = scene.group_at(i)
        if group is not None and group.finite:
            number = group.subject
            plural = number is not None and scene.layers.noun_phrases[number].plural
            subjunctive = (
                group.form in {"VB", "VBP"} and group.modal is None and not plural and group.lemma not in {"do", "have"}
            )
            subjunctive = subjunctive or (scene.word(group.start) == "be" and group.modal is None)
            bound = {"must", "should", "ought", "ought to", "have to", "need to"}
            if stance == "accepts":
                bound |= {"will", "would"}
            return group.modal in bound or subjunctive or group.lemma == "need"
    return False


def to_the_public(scene: Scene, thing: Thing, behind: int) -> bool:
    """True for what the public is asked or promised: "urged passengers to stay away", "promised fans a match"."""
    phrase = scene.phrase_at(behind)
    return (
        max(thing.core, thing.start) > behind
        and phrase is not None
        and scene.lemma[phrase.head] in lexicon.words("public")
    )


def says_nothing(scene: Scene, thing: Thing, stance: Stance | None) -> bool:
    """True where the object makes the verb no position: "refused to comment", "accepted the invitation"."""
    banned = lexicon.table("not_things")
    phrase = scene.phrase_at(thing.start)
    heads = banned["heads"] - banned["demanded"] if stance == "demands" else banned["heads"]
    heads |= banned["supported"] if stance == "accepts" else set()
    empty = phrase is not None and scene.lemma[phrase.head] in heads
    if thing.shape != "to":
        return (empty and thing.shape in {"np", "ing"}) or (thing.shape == "np" and _is_person(scene, thing.core))
    groups = scene.groups_between(thing.core, min(thing.core + 5, scene.size))
    doing = groups[0].lemma if groups else ""
    if doing == "make" and scene.phrase_at(groups[0].end) is not None and scene.word(groups[0].end) not in EMPTY_MADE:
        return False  # "wants to make progress on"
    if doing == "see" and len(groups) > 1 and groups[1].form in {"VBN", "VB"}:
        return False  # "wants to see sanctions lifted"
    given = scene.phrase_at(groups[0].end) if groups else None
    nothing = given is not None and scene.lemma[given.head] in heads
    return (empty and thing.core > thing.start) or nothing or doing in banned["verbs"]


def _is_person(scene: Scene, at: int) -> bool:
    """As in "backed the president": whoever is supported is no thing that is negotiated."""
    phrase = scene.phrase_at(at)
    number = scene.layers.mention_of[phrase.head] if phrase is not None else -1
    if number < 0 or scene.word(phrase.end if phrase else 0) == "as":
        return False
    mention = scene.layers.mentions[number]
    return mention.kind == "person" and mention.form in {"name", "role"}


def fits_objects(scene: Scene, name: str, number: int | None) -> bool:
    """True where the head of a noun phrase stands in the list of `objects` that a word of stance asks for."""
    if not name:
        return True
    return number is not None and scene.lemma[scene.layers.noun_phrases[number].head] in lexicon.table("objects")[name]


def of_doing(scene: Scene, stance: Stance, thing: Thing) -> Stance:
    """The stance that the doing itself takes: who is willing to turn a thing down rejects it, who wants to provide one offers it."""
    if thing.shape != "to" or thing.core != thing.start:
        return stance
    group = next(iter(scene.groups_between(thing.core, min(thing.core + 5, scene.size))), None)
    if group is None or group.negated:
        return stance
    if stance == "demands" and group.lemma in lexicon.words("handing_verbs"):
        return "offers"
    rejected = any(
        row.values(" ".join(words)).get("stance") == "rejects"
        for words, row in load_rows("positions_verbs").verbs.get(group.lemma, ())
        if tuple(scene.lower[group.end : group.end + len(words) - 1]) == words[1:]
    )
    return "rejects" if stance in {"offers", "accepts"} and rejected else stance


def is_trivial(scene: Scene, thing: Thing) -> bool:
    """True for doings that are no position by themselves: "agreed to go on", "ready to meet", but "wants the deal to be"."""
    own = thing.shape == "to" and thing.core == thing.start
    groups = scene.groups_between(thing.core, min(thing.core + 5, scene.size)) if own else []
    return bool(groups) and groups[0].lemma in lexicon.words("trivial_verbs")


def is_hostile(scene: Scene, thing: Thing) -> bool:
    """True for doings that nobody offers: "ready to fight"."""
    groups = scene.groups_between(thing.core, min(thing.core + 5, scene.size)) if thing.shape == "to" else []
    return bool(groups) and groups[0].lemma in lexicon.words("hostile_verbs")
