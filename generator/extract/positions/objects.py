"""Objects: what the thing of a verb of stance tells about the stand: whether it is one, and where its topic is."""

from __future__ import annotations

from generator.extract.positions import lexicon
from generator.extract.positions.frames import Thing
from generator.extract.positions.scene import Scene


def core_of(scene: Scene, thing: Thing, receiver: int | None) -> int:
    """Where topics are looked for: who is urged is no topic, but who is offered something is part of it."""
    if receiver is not None:
        return scene.layers.noun_phrases[receiver].start
    phrase = scene.phrase_at(thing.start)
    if thing.core > thing.start and phrase is not None and scene.layers.mention_of[phrase.head] >= 0:
        return thing.core
    return thing.start


def obliges(scene: Scene, start: int, end: int) -> bool:
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
            return group.modal in {"must", "should", "ought"} or subjunctive or group.lemma == "need"
    return False


def to_the_public(scene: Scene, thing: Thing) -> bool:
    """True for what the public is asked to do: "urged passengers to stay away"."""
    phrase = scene.phrase_at(thing.start)
    return thing.core > thing.start and phrase is not None and scene.lemma[phrase.head] in lexicon.words("public")


def says_nothing(scene: Scene, thing: Thing) -> bool:
    """True where the object makes the verb no position: "refused to comment", "accepted the invitation"."""
    banned = lexicon.table("not_things")
    phrase = scene.phrase_at(thing.start)
    empty = phrase is not None and scene.lemma[phrase.head] in banned["heads"]
    if thing.shape != "to":
        return empty and thing.shape in {"np", "ing"}
    groups = scene.groups_between(thing.core, min(thing.core + 5, scene.size))
    doing = groups[0].lemma if groups else ""
    if doing == "see" and len(groups) > 1 and groups[1].form in {"VBN", "VB"}:
        return False  # "wants to see sanctions lifted"
    return (empty and thing.core > thing.start) or doing in banned["verbs"]


def fits_objects(scene: Scene, name: str, number: int | None) -> bool:
    """True where the head of a noun phrase stands in the list of `objects` that a word of stance asks for."""
    if not name:
        return True
    return number is not None and scene.lemma[scene.layers.noun_phrases[number].head] in lexicon.table("objects")[name]


def names_someone(scene: Scene, start: int) -> bool:
    """True where the noun phrase at `start` names somebody: a person, state or organisation."""
    phrase = scene.phrase_at(start)
    number = scene.layers.mention_of[phrase.head] if phrase is not None else -1
    return number >= 0 and scene.layers.mentions[number].kind != "place"


def is_trivial(scene: Scene, thing: Thing) -> bool:
    """True for doings that are no position by themselves: "agreed to go on", "ready to meet"."""
    groups = scene.groups_between(thing.core, min(thing.core + 5, scene.size)) if thing.shape == "to" else []
    return bool(groups) and groups[0].lemma in lexicon.words("trivial_verbs")


def is_hostile(scene: Scene, thing: Thing) -> bool:
    """True for doings that nobody offers: "ready to fight"."""
    groups = scene.groups_between(thing.core, min(thing.core + 5, scene.size)) if thing.shape == "to" else []
    return bool(groups) and groups[0].lemma in lexicon.words("hostile_verbs")
