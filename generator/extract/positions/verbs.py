"""Stands that a verb takes: "demands", "has rejected offers to", "is said to have demanded", "wants X to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.layers import VerbGroup
from generator.extract.positions import holders, lexicon
from generator.extract.positions.contents import content_end
from generator.extract.positions.frames import OBJECT_PRONOUNS, Thing, find_thing, particles_end
from generator.extract.positions.lexicon import Entry
from generator.extract.positions.scene import Scene, Span, Stand

NO_STAND_MODALS = frozenset(
    {"have to", "need to", "ought to", "must", "should", "ought", "may", "might", "could", "shall"}
)
GAP_REACH = 8
BESIDES = (("in", "addition", "to"), ("besides",), ("apart", "from"), ("along", "with"), ("as", "well", "as"))


def verb_stands(scene: Scene) -> Iterator[Stand]:
    """Every stand that a verb of the article takes, in the order of the text."""
    table = lexicon.entries("verbs")
    for group in scene.layers.verb_groups:
        for entry in table.get(group.lemma, ()):
            stand = _stand(scene, group, entry)
            if stand is not None:
                beside = _besides(scene, entry, stand)
                yield from [beside, stand] if beside is not None else [stand]
                break


def _stand(scene: Scene, group: VerbGroup, entry: Entry) -> Stand | None:
    stance = entry.negated if group.negated else entry.stance
    if (
        scene.is_hypothetical(group)
        or stance is None
        or (group.modal in NO_STAND_MODALS and not group.negated)
        or scene.layers.np_of[group.head] >= 0
    ):
        return None
    if entry.purpose and (group.finite or (scene.word(group.start) != "to" and scene.word(group.start - 1) != "to")):
        return None
    if entry.first_person and not _first_person(scene, group):
        return None
    end = scene.sentence(group.start)[1]
    at = particles_end(scene, entry, group.end, end)
    if at is None:
        return None
    trigger = (group.start, max(at, group.end))
    if group.passive and not _offered_to(scene, group, entry, at, end):
        return _passive(scene, group, entry, stance, trigger)
    thing = find_thing(scene, entry.frames, at, end)
    if entry.particles and scene.word(group.end) in OBJECT_PRONOUNS and scene.word(group.end + 1) == entry.particles[0]:
        thing = Thing(group.end, "anaphor", group.end)
    if thing is None:
        return _gap(scene, group, entry, stance, trigger, end)
    if _no_thing(scene, thing) or (entry.binding and thing.shape == "that" and not _obliges(scene, thing.start, end)):
        return None
    if group.passive:
        done_by = holders.agent(scene, group)
        owner, source = done_by if done_by else ([], None)
    else:
        owner, source = _subject(scene, group)
        if not owner and entry.word == "require" and (told := scene.attribution(group.start)) is not None:
            owner = list(told.speakers)
        if not owner:
            return None
    pronoun = thing.shape == "np" and scene.word(scene.skip_marks(thing.core)) in OBJECT_PRONOUNS
    return Stand(
        stance=stance,
        trigger=trigger,
        content=(thing.start, content_end(scene, thing.start, thing.shape)),
        core=_core(scene, thing, group.subject if group.passive else None),
        shape="anaphor" if pronoun else thing.shape,
        rule="position/verb v1",
        start=_evidence_start(scene, source, trigger),
        holders=list(owner) or [None],
        source=source,
        known=entry.known
        or group.passive
        or (entry.party and not holders.all_of_parties(scene, owner))
        or _to_the_public(scene, thing),
        why=f"“{scene.layers.words(*trigger)}”: {stance}",
    )


def _subject(scene: Scene, group: VerbGroup) -> tuple[list[int], Span | None]:
    """The holders and where they stand: the subject, else who the attribution of this verb has found."""
    chains, source = _own_subject(scene, group)
    cue = scene.cue_of.get(group.head)
    if chains or cue is None:
        return chains, source
    attribution = scene.layers.attributions[cue]
    return list(attribution.speakers), attribution.source


def _first_person(scene: Scene, group: VerbGroup) -> bool:
    number = group.subject
    return number is not None and scene.lower[scene.layers.noun_phrases[number].start] in holders.FIRST_PERSON


def _own_subject(scene: Scene, group: VerbGroup) -> tuple[list[int], Span | None]:
    number = holders.subject_of(scene, group)
    if number is None:
        attribution = scene.attribution(group.start)
        imperative = attribution is None or group.finite
        return ([], None) if imperative else (holders.speakers(scene, attribution), None)
    phrase = scene.layers.noun_phrases[number]
    return holders.chains_of_phrase(scene, number, group.start), (phrase.start, phrase.end)


def _offered_to(scene: Scene, group: VerbGroup, entry: Entry, at: int, end: int) -> bool:
    """As in "had been offered the opportunity to": the receiver is the subject, the thing stands behind."""
    return entry.stance == "offers" and find_thing(scene, (("np",),), at, end) is not None


def _passive(scene: Scene, group: VerbGroup, entry: Entry, stance: str, trigger: Span) -> Stand | None:
    """As in "The plan was rejected by London", "the conditions demanded by the union": the thing stands before."""
    if not any(frame in {("np",), ("ing",)} for frame in entry.frames):
        return None
    done_by = holders.agent(scene, group)
    if done_by is None:
        return None
    number = group.subject if group.subject is not None else scene.layers.np_of[group.start - 1]
    if number < 0:
        return None
    phrase = scene.layers.noun_phrases[number]
    if phrase.start >= group.start or scene.sentence(phrase.start) != scene.sentence(group.start):
        return None
    chains, source = done_by
    return Stand(
        stance=stance,  # type: ignore[arg-type]
        trigger=trigger,
        content=(phrase.start, group.start),
        shape="np",
        rule="position/passive-verb v1",
        start=phrase.start,
        holders=list(chains),
        source=source,
        known=True,
        why=f"“{scene.layers.words(*trigger)}” by: {stance}",
    )


def _gap(scene: Scene, group: VerbGroup, entry: Entry, stance: str, trigger: Span, end: int) -> Stand | None:
    """As in "something that the president has already accepted": the thing is what the relative pronoun stands for."""
    if ("np",) not in entry.frames or not group.finite:
        return None
    after = scene.skip_adverbs(trigger[1], end)
    if after < end and scene.lower[after] not in {",", ".", "and", "”", '"', ";", ")", "but", "!"}:
        return None
    first = scene.sentence(group.start)[0]
    relative = next(
        (
            i
            for i in range(group.start - 1, max(first, group.start - GAP_REACH) - 1, -1)
            if scene.lower[i] in {"that", "which"}
        ),
        None,
    )
    if relative is None or relative == first:
        return None
    owner, source = _subject(scene, group)
    if not owner or source is None or source[0] <= relative - 1:
        return None
    begin = relative - 1 if scene.lower[relative - 1] in {"something", "what"} else relative
    return Stand(
        stance=stance,  # type: ignore[arg-type]
        trigger=trigger,
        content=(begin, trigger[1]),
        shape="anaphor",
        rule="position/embedded v1",
        start=begin,
        holders=list(owner),
        source=source,
        known=True,
        why=f"“{scene.layers.words(begin, trigger[1])}”: {stance} what stands before",
    )


def _core(scene: Scene, thing: Thing, receiver: int | None) -> int:
    """Where topics are looked for: who is urged is no topic, but who is offered something is part of it."""
    if receiver is not None:
        return scene.layers.noun_phrases[receiver].start
    phrase = scene.phrase_at(thing.start)
    if thing.core > thing.start and phrase is not None and scene.layers.mention_of[phrase.head] >= 0:
        return thing.core
    return thing.start


def _besides(scene: Scene, entry: Entry, stand: Stand) -> Stand | None:
    """As in "the union, in addition to a pay rise, demands": what stands beside the thing is demanded too."""
    if stand.source is None or entry.stance != "demands":
        return None
    first = scene.sentence(stand.trigger[0])[0]
    for i in range(first, stand.trigger[0]):
        for words in BESIDES:
            if tuple(scene.lower[i : i + len(words)]) == words:
                start = i + len(words)
                end = next((k for k in range(start, stand.trigger[0]) if scene.lower[k] == ","), stand.trigger[0])
                if i >= stand.source[1] or end <= stand.source[0]:
                    why = f"beside what is demanded: “{scene.layers.words(i, end)}”"
                    return replace(
                        stand, content=(start, end), core=start, shape="ing", start=start, known=True, why=why
                    )
    return None


def _obliges(scene: Scene, start: int, end: int) -> bool:
    """True for a clause that says what must be, not what is: "that X must stop", "that sanctions be lifted"."""
    for i in range(start, end):
        group = scene.group_at(i)
        if group is not None and group.finite:
            number = group.subject
            plural = number is not None and scene.layers.noun_phrases[number].plural
            subjunctive = (
                group.form in {"VB", "VBP"} and group.modal is None and not plural and group.lemma not in {"do", "have"}
            )
            return group.modal in {"must", "should", "ought"} or subjunctive or group.lemma == "need"
    return False


def _to_the_public(scene: Scene, thing: Thing) -> bool:
    """True for what the public is asked to do: "urged passengers to stay away"."""
    phrase = scene.phrase_at(thing.start)
    return thing.core > thing.start and phrase is not None and scene.lemma[phrase.head] in lexicon.words("public")


def _no_thing(scene: Scene, thing: Thing) -> bool:
    """True where the object makes the verb no position: "refused to comment", "accepted the invitation"."""
    banned = lexicon.table("not_things")
    if thing.shape == "to":
        verb = next(
            (g for g in (scene.group_at(i) for i in range(thing.core, min(thing.core + 5, scene.size))) if g), None
        )
        asked = scene.phrase_at(thing.start) if thing.core > thing.start else None
        empty = asked is not None and scene.lemma[asked.head] in banned["heads"]
        return empty or (verb is not None and verb.lemma in banned["verbs"])
    phrase = scene.phrase_at(thing.start)
    if phrase is None or thing.shape not in {"np", "ing"}:
        return False
    return scene.lemma[phrase.head] in banned["heads"]


def _evidence_start(scene: Scene, source: Span | None, trigger: Span) -> int:
    near = source is not None and 0 <= trigger[0] - source[0] <= 12
    if near and source is not None and any(g.finite for g in scene.groups_between(source[1], trigger[0])):
        return trigger[0]
    return source[0] if near and source is not None else trigger[0]
