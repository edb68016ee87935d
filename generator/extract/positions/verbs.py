"""Stands that a verb takes: "demands", "has rejected offers to", "is said to have demanded", "wants X to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.layers import VerbGroup
from generator.extract.positions import holders, lexicon
from generator.extract.positions.contents import condition_span, content_end
from generator.extract.positions.objects import (
    core_of,
    is_hostile,
    is_trivial,
    obliges,
    of_doing,
    says_nothing,
    to_the_public,
)
from generator.extract.positions.preposed import gap_stand, passive_stand
from generator.extract.positions.scene import Scene, Span, Stand
from generator.extract.positions.senses import Sense, end_of_verb, takes_object
from generator.extract.positions.things import OBJECT_PRONOUNS, Thing, thing_at
from generator.extract.rows import Filler, Match, RowBook, find_matches, load_rows
from generator.model.facts import Stance

NO_STAND_MODALS = frozenset(
    {"have to", "need to", "ought to", "must", "should", "ought", "may", "might", "could", "shall"}
)
ADVERBIAL = frozenset({"out", "down", "up", "off", "back", "away", "aside"})
BESIDES = (("in", "addition", "to"), ("besides",), ("apart", "from"), ("along", "with"), ("as", "well", "as"))


def verb_stands(scene: Scene) -> Iterator[Stand]:
    """Every stand that a verb of the article takes, in the order of the text."""
    book, taken = load_rows("positions_verbs"), set()
    for match in find_matches(scene.view, book, scene.layers.tried, every=True):
        if match.verb is None or match.verb in taken:
            continue
        stand = _read(scene, match)
        if stand is not None:
            taken.add(match.verb)
            beside = _besides(scene, stand)
            yield from [beside, stand] if beside is not None else [stand]
    yield from _gap_stands(scene, book, taken)


def _gap_stands(scene: Scene, book: RowBook, taken: set[int]) -> Iterator[Stand]:
    """As in "a text that the president has accepted": the thing stands before, and the verb alone is told."""
    for number, group in enumerate(scene.layers.verb_groups):
        for words, row in book.verbs.get(group.lemma, ()) if number not in taken else ():
            sense = Sense.of(row, " ".join(words))
            stance = _stance(scene, group, sense)
            at = end_of_verb(scene, number, words)
            if at is None or stance is None or not takes_object(row) or not _counts(scene, group, sense):
                continue
            stand = gap_stand(scene, group, stance, (group.start, at), row.id)
            if stand is not None:
                yield stand
                break


def _has_gap(scene: Scene, verb: int) -> bool:
    """Whether the object of a verb is the noun that its relative clause qualifies: "a text that the president has accepted"."""
    syntax, group = scene.layers.syntax, scene.layers.verb_groups[verb]
    return group.finite and not group.passive and syntax.noun_above(verb) in syntax.objects(verb)


def _stance(scene: Scene, group: VerbGroup, sense: Sense) -> Stance | None:
    denied = group.negated and scene.word(group.end - 1) != "not" and scene.word(group.end) != "not"
    return sense.negated if denied else sense.stance  # "agreed not to" agrees


def _read(scene: Scene, match: Match) -> Stand | None:
    """The stand of one verb by one row, whichever way its thing stands."""
    assert match.verb is not None
    group = scene.layers.verb_groups[match.verb]
    sense = Sense.of(match.row, group.lemma, match.values)
    stance = _stance(scene, group, sense)
    if stance is None or _has_gap(scene, match.verb) or not _counts(scene, group, sense):
        return None
    filler = match.slots["thing"][0]
    passive = group.passive and not scene.is_shared_participle(group)
    given = scene.np_at.get(group.end) if passive and sense.stance == "offers" else None
    if given is not None:
        filler = Filler(scene.layers.noun_phrases[given].head, phrase=given)  # "was offered the opportunity to"
    if passive and given is None and holders.agent(scene, group) is None:
        return None
    if filler.phrase is not None and scene.layers.noun_phrases[filler.phrase].end <= group.start:
        return passive_stand(scene, group, sense, stance, filler.phrase) if passive or group.form == "VBN" else None
    thing = thing_at(scene, filler, match.verb)
    if thing is None:
        return None
    if scene.word(scene.skip_marks(thing.start)) == "no" and thing.shape == "np":
        if stance in {"offers", "rejects"}:
            return None  # "offered no timetable"
        stance = "rejects"  # "wants no war"
    end = scene.sentence(group.start)[1]
    claims = sense.when == "binding" and thing.shape == "that" and not obliges(scene, thing.start, end, sense.stance)
    if claims or says_nothing(scene, thing, sense.stance):
        return None
    return _stand(scene, match, sense, stance, thing, filler)


def _counts(scene: Scene, group: VerbGroup, sense: Sense) -> bool:
    """False for a verb in a condition or question, one that somebody only may or should do, and one that its entry excludes."""
    if scene.is_hypothetical(group) or scene.layers.np_of[group.head] >= 0:
        return False
    if group.modal in NO_STAND_MODALS and not group.negated:
        return False
    infinitive = not group.finite and "to" in {scene.word(group.start), scene.word(group.start - 1)}
    if infinitive and sense.when != "purpose" and not _carried(scene, group):
        return False
    if (
        group.form == "VBG"
        and not group.finite
        and (_is_subject(scene, group) or scene.word(group.start - 1) in lexicon.words("inner_prepositions"))
    ):
        return False
    if (
        group.modal in {"would", "could"}
        and not (group.negated or group.perfect or _has_price(scene, group))
        and not _own_words(scene, group)
    ):
        return False
    if sense.when == "own-words" and not _own_words(scene, group):
        return False
    return sense.when != "first-person" or _first_person(scene, group)


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


def _stand(scene: Scene, match: Match, sense: Sense, stance: Stance, thing: Thing, filler: Filler) -> Stand | None:
    assert match.verb is not None
    group = scene.layers.verb_groups[match.verb]
    trigger = (group.start, group.end)
    if sense.stance == "offers" and is_hostile(scene, thing):
        return None
    if group.passive and scene.is_shared_participle(group):
        group = replace(group, passive=False)
    owner, source = _holders(scene, group)
    if (not owner and not group.passive) or sense.is_nobodys(scene, owner):
        return None
    stance = of_doing(scene, stance, thing)
    pronoun = thing.shape == "np" and scene.word(scene.skip_marks(thing.core)) in OBJECT_PRONOUNS
    return Stand(
        stance=stance,
        trigger=trigger,
        content=(thing.start, _end(scene, match, thing, filler)),
        core=core_of(scene, thing, group.subject if group.passive else None),
        shape="anaphor" if pronoun else thing.shape,
        rule=match.row.id,
        start=_evidence_start(scene, source, trigger, group),
        holders=list(owner) or [None],
        source=source,
        known=sense.asks_known(scene, owner)
        or group.passive
        or to_the_public(scene, thing, trigger[1])
        or (is_trivial(scene, thing) and stance != "rejects"),
        why=f"“{scene.layers.words(*trigger)}”: {stance}",
    )


def _end(scene: Scene, match: Match, thing: Thing, filler: Filler) -> int:
    """Where the thing ends; before the particle of "turned the plan for the dam | down"."""
    if filler.phrase is not None:
        end = scene.layers.syntax.extent(filler.phrase)[1]
        if scene.word(end) in ADVERBIAL and any(
            scene.word(end) in words.split() for words in match.row.source.trigger.verbs
        ):
            return end
    return content_end(scene, thing.start, thing.shape)


def _holders(scene: Scene, group: VerbGroup) -> tuple[list[int], Span | None]:
    if group.passive:
        return holders.agent(scene, group) or ([], None)
    owner, source = holders.of_verb(scene, group)
    if not owner and group.lemma == "require":  # "a deal requires …", said by someone
        owner = holders.speakers(scene, scene.attribution(group.start))
    return owner, source


def _first_person(scene: Scene, group: VerbGroup) -> bool:
    number = group.subject
    return number is not None and scene.lower[scene.layers.noun_phrases[number].start] in holders.FIRST_PERSON


def _besides(scene: Scene, stand: Stand) -> Stand | None:
    """As in "the union, in addition to a pay rise, demands": what stands beside the thing is demanded too."""
    if stand.source is None or stand.stance != "demands":
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
