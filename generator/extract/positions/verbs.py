"""Stands that a verb takes: "demands", "has rejected offers to", "is said to have demanded", "wants X to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.layers import VerbGroup
from generator.extract.positions import holders, lexicon
from generator.extract.positions.contents import condition_span, content_end
from generator.extract.positions.frames import ADVERBIAL, OBJECT_PRONOUNS, Thing, find_thing, particles_end
from generator.extract.positions.lexicon import Entry
from generator.extract.positions.objects import (
    core_of,
    fits_objects,
    is_hostile,
    is_trivial,
    names_someone,
    obliges,
    of_doing,
    says_nothing,
    to_the_public,
)
from generator.extract.positions.preposed import gap_stand, passive_stand
from generator.extract.positions.scene import Scene, Span, Stand
from generator.model.facts import Stance

NO_STAND_MODALS = frozenset(
    {"have to", "need to", "ought to", "must", "should", "ought", "may", "might", "could", "shall"}
)
BESIDES = (("in", "addition", "to"), ("besides",), ("apart", "from"), ("along", "with"), ("as", "well", "as"))


def verb_stands(scene: Scene) -> Iterator[Stand]:
    """Every stand that a verb of the article takes, in the order of the text."""
    table = lexicon.entries("verbs")
    for group in scene.layers.verb_groups:
        for entry in table.get(group.lemma, ()):
            stand = _read(scene, group, entry)
            if stand is not None:
                beside = _besides(scene, entry, stand)
                yield from [beside, stand] if beside is not None else [stand]
                break


def _read(scene: Scene, group: VerbGroup, entry: Entry) -> Stand | None:
    """The stand of one verb by one entry, whichever way its thing stands."""
    denied = group.negated and scene.word(group.end - 1) != "not" and scene.word(group.end) != "not"
    stance = entry.negated if denied else entry.stance  # "agreed not to" agrees
    end = scene.sentence(group.start)[1]
    at = particles_end(scene, entry, group.end, end)
    if stance is None or at is None or not _counts(scene, group, entry):
        return None
    trigger = (group.start, max(at, group.end))
    active = group.passive and scene.is_shared_participle(group)
    if group.passive and not active and not _offered_to(scene, entry, at, end):
        return passive_stand(scene, group, entry, stance, trigger)
    thing = _thing(scene, group, entry, at, end)
    if thing is not None and entry.addressee and not names_someone(scene, thing.start):
        return None
    if thing is not None and not fits_objects(scene, entry.objects, scene.np_at.get(scene.skip_marks(thing.start))):
        return None
    if thing is None:
        return gap_stand(scene, group, entry, stance, trigger)
    if scene.word(scene.skip_marks(thing.start)) == "no" and thing.shape == "np":
        stance = None if stance in {"offers", "rejects"} else "rejects"  # "offered no timetable", "wants no war"
        if stance is None:
            return None
    claims = entry.binding and thing.shape == "that" and not obliges(scene, thing.start, end, entry.stance)
    return (
        None
        if claims or says_nothing(scene, thing, entry.stance)
        else _stand(scene, group, entry, stance, trigger, thing)
    )


def _counts(scene: Scene, group: VerbGroup, entry: Entry) -> bool:
    """False for a verb in a condition or question, one that somebody only may or should do, and one that its entry excludes."""
    if scene.is_hypothetical(group) or scene.layers.np_of[group.head] >= 0:
        return False
    if group.modal in NO_STAND_MODALS and not group.negated:
        return False
    infinitive = not group.finite and "to" in {scene.word(group.start), scene.word(group.start - 1)}
    if entry.purpose != infinitive and (entry.purpose or not _carried(scene, group)):
        return False
    if group.form == "VBG" and not group.finite and _is_subject(scene, group):
        return False
    if (
        group.modal in {"would", "could"}
        and not (group.negated or group.perfect or _has_price(scene, group))
        and not _own_words(scene, group)
    ):
        return False
    if entry.own and not _own_words(scene, group):
        return False
    return not entry.first_person or _first_person(scene, group)


def _is_subject(scene: Scene, group: VerbGroup) -> bool:
    """As in "Asking them to stop is naive": a doing that is spoken about, at the head of its sentence, with no comma before the verb."""
    first, last = scene.sentence(group.start)
    if group.start != scene.skip_marks(first):
        return False
    for i in range(group.end, last):
        other = scene.group_at(i)
        if scene.lower[i] == ",":
            return False
        if other is not None and other.finite:
            return True
    return False


def _carried(scene: Scene, group: VerbGroup) -> bool:
    """False for an infinitive of purpose: "planned a corridor | to allow passage"."""
    at = group.start - (scene.word(group.start) != "to")
    before = scene.group_at(at - 1)
    return group.perfect or (before is not None and (before.passive or before.lemma in lexicon.words("carriers")))


def _has_price(scene: Scene, group: VerbGroup) -> bool:
    """As in "would demand a withdrawal if the talks resume", which nobody in particular says."""
    return scene.attribution(group.start) is None and condition_span(scene, (group.start, group.end)) is not None


def _own_words(scene: Scene, group: VerbGroup) -> bool:
    """True where the subject, or somebody of its side, says so: what others think that somebody would accept is a guess."""
    attribution = scene.attribution(group.start)
    if attribution is None or attribution.sort != "speech" or group.subject is None:
        return False
    if _first_person(scene, group):
        return True
    chains = holders.chains_of_phrase(scene, group.subject, group.start)
    return any(holders.same_side(scene, c, s) for c in chains for s in attribution.speakers)


def _stand(scene: Scene, group: VerbGroup, entry: Entry, stance: Stance, trigger: Span, thing: Thing) -> Stand | None:
    if entry.stance == "offers" and is_hostile(scene, thing):
        return None
    if group.passive and scene.is_shared_participle(group):
        group = replace(group, passive=False)
    owner, source = _holders(scene, group, entry)
    if not owner and not group.passive:
        return None
    stance = of_doing(scene, stance, thing)
    end = trigger[1] - 1 if thing.shape == "split" else content_end(scene, thing.start, thing.shape)
    thing = replace(thing, shape="np") if thing.shape == "split" else thing
    pronoun = thing.shape == "np" and scene.word(scene.skip_marks(thing.core)) in OBJECT_PRONOUNS
    outsider = entry.party and not holders.any_acts(scene, owner)
    return Stand(
        stance=stance,
        trigger=trigger,
        content=(thing.start, end),
        core=core_of(scene, thing, group.subject if group.passive else None),
        shape="anaphor" if pronoun else thing.shape,
        rule="position/verb v1",
        start=_evidence_start(scene, source, trigger, group),
        holders=list(owner) or [None],
        source=source,
        known=entry.known
        or group.passive
        or outsider
        or to_the_public(scene, thing, trigger[1])
        or (is_trivial(scene, thing) and stance != "rejects"),
        why=f"“{scene.layers.words(*trigger)}”: {stance}",
    )


def _thing(scene: Scene, group: VerbGroup, entry: Entry, at: int, end: int) -> Thing | None:
    if entry.particles and scene.word(group.end) in OBJECT_PRONOUNS and scene.word(group.end + 1) == entry.particles[0]:
        return Thing(group.end, "anaphor", group.end)  # "ruled that out"
    between = scene.phrase_at(group.end)
    if entry.particles[0:] and entry.particles[0] in ADVERBIAL and between is not None and between.end == at - 1:
        return Thing(group.end, "split", group.end)  # "turned the idea down"
    return find_thing(scene, entry.frames, at, end)


def _holders(scene: Scene, group: VerbGroup, entry: Entry) -> tuple[list[int], Span | None]:
    if group.passive:
        return holders.agent(scene, group) or ([], None)
    owner, source = holders.of_verb(scene, group)
    if not owner and entry.word == "require":  # "a deal requires …", said by someone
        owner = holders.speakers(scene, scene.attribution(group.start))
    return owner, source


def _first_person(scene: Scene, group: VerbGroup) -> bool:
    number = group.subject
    return number is not None and scene.lower[scene.layers.noun_phrases[number].start] in holders.FIRST_PERSON


def _offered_to(scene: Scene, entry: Entry, at: int, end: int) -> bool:
    """As in "had been offered the opportunity to": the receiver is the subject, the thing stands behind."""
    return entry.stance == "offers" and find_thing(scene, (("np",),), at, end) is not None


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
                        stand,
                        trigger=(i, start),
                        content=(start, end),
                        core=start,
                        shape="ing",
                        start=start,
                        known=True,
                        why=why,
                    )
    return None


def _evidence_start(scene: Scene, source: Span | None, trigger: Span, group: VerbGroup) -> int:
    number = holders.subject_of(scene, group)
    if source is not None and number is not None and len(scene.layers.syntax.conjuncts(number)) > 1:
        return holders.evidence_start(scene, number, group)
    near = source is not None and 0 <= trigger[0] - source[0] <= 12
    inserted = source is not None and scene.word(source[1]) == "," and scene.word(source[1] + 1) in {"who", "which"}
    if (
        near
        and source is not None
        and not inserted
        and any(g.finite for g in scene.groups_between(source[1], trigger[0]))
    ):
        return trigger[0]
    return source[0] if near and source is not None else trigger[0]
