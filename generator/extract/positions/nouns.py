"""Stands that a noun takes: "Russia’s call for", "its demand that", "priorities are A, B and C", "no interest in"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.layers import NounPhrase, VerbGroup
from generator.extract.positions import holders, lexicon
from generator.extract.positions.contents import content_end
from generator.extract.positions.frames import Thing, find_thing
from generator.extract.positions.lexicon import Entry
from generator.extract.positions.scene import Scene, Span, Stand
from generator.model.facts import Stance

NEGATIVES = frozenset({"no", "little", "zero", "neither"})
COPULAS = frozenset({"be", "remain", "include", "comprise"})


def noun_stands(scene: Scene) -> Iterator[Stand]:
    """Every stand that a noun of the article takes, in the order of the text."""
    table = lexicon.entries("nouns")
    for i in range(scene.size):
        if scene.lemma[i] in table and scene.tag[i][:2] == "NN" and scene.layers.np_of[i] >= 0:
            for entry in table[scene.lemma[i]]:
                stand = _stand(scene, i, entry)
                if stand is not None:
                    yield stand
                    break


def _stand(scene: Scene, noun: int, entry: Entry) -> Stand | None:
    phrase = scene.layers.noun_phrases[scene.layers.np_of[noun]]
    if phrase.head != noun:
        return None
    end = scene.sentence(noun)[1]
    thing = find_thing(scene, [f for f in entry.frames if f not in {("copula",), ("include",)}], noun + 1, end)
    thing = thing or _said_of(scene, noun, entry, end) or _behind_owner(scene, phrase, entry, end)
    thing = thing or _compound(scene, phrase, entry)
    if thing is None or entry.only_negated != _is_negated(scene, phrase, noun):
        return None
    carrier = _carrier(scene, phrase.start)
    if carrier is not None and scene.is_hypothetical(carrier):
        return None
    owned = owner_of(scene, noun, entry)
    if owned is None or not owned[0]:
        return None
    chains, source = owned
    stance: Stance | None = "accepts" if _is_dropped(scene, phrase.start, entry) else entry.stance
    if stance is None:
        return None
    given = thing.shape == "compound" and scene.word(phrase.end) in {"by", "from"}
    return Stand(
        stance=stance,
        trigger=(noun, max(noun + 1, source[1]) if given else noun + 1),
        content=(thing.start, noun if thing.shape == "compound" else content_end(scene, thing.start, thing.shape)),
        shape=thing.shape,
        rule="position/noun v1",
        start=min(source[0], phrase.start) if 0 <= noun - source[0] <= 12 else phrase.start,
        holders=list(chains),
        source=source,
        known=entry.known
        or (thing.shape == "compound" and scene.word(phrase.end) not in {"by", "from"})
        or (entry.party and not holders.any_acts(scene, chains)),
        why=f"“{scene.layers.words(phrase.start, noun + 1)}”: {stance}",
    )


def owner_of(scene: Scene, noun: int, entry: Entry) -> tuple[list[int], Span] | None:
    """Whose noun of stance it is: its possessor, the subject of the verb that carries it, or who says it of himself."""
    phrase = scene.layers.noun_phrases[scene.layers.np_of[noun]]
    owned = holders.possessor(scene, noun) if not entry.only_negated else None
    return owned or _by_verb(scene, phrase.start, entry) or _by_speaker(scene, noun, entry)


def _is_negated(scene: Scene, phrase: NounPhrase, noun: int) -> bool:
    """As in "no interest", "does not have any plan"."""
    carrier = _carrier(scene, phrase.start)
    return any(scene.lower[i] in NEGATIVES for i in range(phrase.start, noun)) or (
        carrier is not None and carrier.negated
    )


def _is_dropped(scene: Scene, start: int, entry: Entry) -> bool:
    """As in "dropped its demand for": the demand is gone."""
    carrier, dropped = _carrier(scene, start), lexicon.table("concessions")
    if carrier is None or carrier.negated or entry.word not in dropped["objects"]:
        return False
    spoken = [" ".join([carrier.lemma, *scene.lower[carrier.end : start]]), carrier.lemma]
    return any(words in dropped["verbs"] for words in spoken)


def _compound(scene: Scene, phrase: NounPhrase, entry: Entry) -> Thing | None:
    """As in "made its first wage offer": the words before the noun are the thing."""
    carrier = _carrier(scene, phrase.start)
    made = carrier is not None and carrier.lemma in lexicon.words("light_verbs")
    given = entry.stance == "offers" and scene.word(phrase.end) in {"by", "from"} and not (carrier and carrier.negated)
    if entry.stance not in {"offers", "demands"} or not (made or given):
        return None
    inner = next((i for i in range(phrase.start, phrase.head) if scene.tag[i][:2] in {"NN", "JJ"}), None)
    if inner is None and given:
        inner = phrase.start
    return Thing(inner, "compound", inner) if inner is not None else None


def _behind_owner(scene: Scene, phrase: NounPhrase, entry: Entry, end: int) -> Thing | None:
    """As in "a proposal from Peru | to send aid", "an offer by the bank"."""
    owner = scene.phrase_at(phrase.end + 1) if scene.word(phrase.end) in {"by", "from"} else None
    if owner is None or entry.only_negated:
        return None
    frames = [f for f in entry.frames if f in {("to",), ("for",), ("that",)}]
    return find_thing(scene, frames, owner.end, end)


def _said_of(scene: Scene, noun: int, entry: Entry, end: int) -> Thing | None:
    """As in "the priorities in the talks were A, B and C", "its demands include A", "demands, including A"."""
    names = {frame[0] for frame in entry.frames}
    if not names & {"copula", "include"}:
        return None
    if scene.word(noun + 1) == "," and scene.word(noun + 2) == "including":
        return find_thing(scene, (("np",), ("ing",)), noun + 3, end)
    number = scene.layers.np_of[noun]
    for i in range(noun + 1, min(end, noun + 12)):
        group = scene.group_at(i)
        if group is None:
            if scene.lower[i] in {",", ";", "that", "which"}:
                return None
            continue
        allowed = group.lemma in COPULAS and group.finite and group.subject in {number, None}
        return find_thing(scene, (("that",), ("to",), ("np",), ("ing",)), group.end, end) if allowed else None
    return None


def _by_verb(scene: Scene, start: int, entry: Entry) -> tuple[list[int], Span] | None:
    """The subject of the verb that carries the noun: "repeated calls for", "expressed no interest in", "reached an agreement on"."""
    group = _carrier(scene, start)
    if group is None or group.passive:
        return None
    shared = entry.word in lexicon.words("shared_nouns")
    if group.lemma not in lexicon.words("reach_verbs" if shared else "light_verbs"):
        return None
    if shared and (group.modal is not None or group.negated or not group.finite):
        return None
    number = holders.subject_of(scene, group)
    if number is None:
        return None
    phrase = scene.layers.noun_phrases[number]
    return holders.chains_of_phrase(scene, number, group.start), (phrase.start, phrase.end)


def _by_speaker(scene: Scene, noun: int, entry: Entry) -> tuple[list[int], Span] | None:
    """As in "“The key is an agreement on guarantees,” she said": the speaker's own."""
    attribution = scene.attribution(noun)
    if attribution is None or attribution.source is None:
        return None
    number = scene.layers.np_of[noun]
    carrier = _carrier(scene, scene.layers.noun_phrases[number].start)
    exists = (
        carrier is not None
        and carrier.lemma == "be"
        and "there" in scene.lower[max(0, carrier.start - 2) : carrier.start]
    )
    said = exists or (
        entry.stance == "demands"
        and ("copula",) in entry.frames
        and any(g.subject == number and g.lemma == "be" for g in scene.groups_near(noun))
    )
    return (list(attribution.speakers), attribution.source) if said else None


def _carrier(scene: Scene, start: int) -> VerbGroup | None:
    """The verb right before the noun phrase, a particle or quotation mark being passed over."""
    i = start - 1
    while i >= 0 and (scene.lower[i] in {"“", '"', "out", "forward", "again"} or scene.tag[i] == "RB"):
        i -= 1
    return scene.group_at(i)
