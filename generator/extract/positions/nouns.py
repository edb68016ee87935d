"""Stands that a noun takes: "Russia’s call for", "its demand that", "priorities are A, B and C", "no interest in"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.layers import NounPhrase, VerbGroup
from generator.extract.positions import holders, lexicon
from generator.extract.positions.contents import content_end
from generator.extract.positions.scene import Scene, Span, Stand
from generator.extract.positions.senses import Sense
from generator.extract.positions.things import Thing, thing_at
from generator.extract.rows import Filler, Match, find_matches, load_rows
from generator.model.facts import Stance

NEGATIVES = frozenset({"no", "little", "zero", "neither"})
EVIDENCE_REACH = 12
COPULAS = frozenset({"be", "remain", "include", "comprise"})


def noun_stands(scene: Scene) -> Iterator[Stand]:
    """Every stand that a noun of the article takes, in the order of the text."""
    taken: set[int] = set()
    book = load_rows("positions_nouns")
    for match in find_matches(scene.view, book, scene.layers.tried, every=True):
        stand = _stand(scene, match) if match.token not in taken else None
        if stand is not None:
            taken.add(match.token)
            yield stand


def _stand(scene: Scene, match: Match) -> Stand | None:
    assert match.phrase is not None
    noun, phrase = match.token, scene.layers.noun_phrases[match.phrase]
    sense = Sense.of(match.row, scene.lemma[noun], match.values)
    fillers = match.slots.get("thing", ())
    thing = thing_at(scene, fillers[0]) if fillers and not _is_owner(scene, phrase, fillers[0]) else None
    thing = thing or _said_of(scene, match.phrase, sense) or _behind_owner(scene, phrase)
    thing = thing or _compound(scene, phrase, sense)
    if thing is None or (sense.when == "negated") != _is_negated(scene, phrase, noun):
        return None
    carrier = _carrier(scene, phrase.start)
    if carrier is not None and scene.is_hypothetical(carrier):
        return None
    owned = owner_of(scene, noun, sense)
    if owned is None or not owned[0] or sense.stance is None:
        return None
    chains, source = owned
    if sense.stance == "offers" and carrier is not None and carrier.lemma in lexicon.words("withdrawing_verbs"):
        return None  # "withdrew its offer"
    stance: Stance = "accepts" if _is_dropped(scene, phrase.start, scene.lemma[noun]) else sense.stance
    compound, given = thing.shape == "compound", scene.word(phrase.end) in {"by", "from"}
    return Stand(
        stance=stance,
        trigger=(noun, max(noun + 1, source[1]) if compound and given else noun + 1),
        content=(thing.start, noun if compound else content_end(scene, thing.start, _inner(thing.shape))),
        shape=thing.shape,
        rule=match.row.id,
        start=min(source[0], phrase.start) if 0 <= noun - source[0] <= EVIDENCE_REACH else phrase.start,
        holders=list(chains),
        source=source,
        owned=True,
        listed=_is_including(scene, noun),
        known=(compound and not given) or sense.asks_known(scene, chains),
        why=f"“{scene.layers.words(phrase.start, noun + 1)}”: {stance}",
    )


def _inner(shape: str) -> str:
    """How far the thing of a noun reaches: to the verb of the sentence ("the offer to pay | was refused")."""
    return "np" if shape == "to" else shape


def owner_of(scene: Scene, noun: int, sense: Sense) -> tuple[list[int], Span] | None:
    """Whose noun of stance it is: its possessor, the subject of the verb that carries it, or who says it of himself."""
    phrase = scene.layers.noun_phrases[scene.layers.np_of[noun]]
    owned = holders.possessor(scene, noun) if sense.when != "negated" else None
    return owned or _by_verb(scene, phrase.start, sense) or _by_speaker(scene, noun, sense)


def _is_owner(scene: Scene, phrase: NounPhrase, filler: Filler) -> bool:
    """As in "the refusal of the rebels": who refuses stands behind the noun."""
    if filler.phrase is None or scene.word(phrase.end) != "of":
        return False
    number = scene.layers.mention_of[filler.head]
    return number >= 0 and scene.layers.mentions[number].kind in {"person", "state", "organisation", "body"}


def _is_negated(scene: Scene, phrase: NounPhrase, noun: int) -> bool:
    """As in "no interest", "does not have any plan"."""
    carrier = _carrier(scene, phrase.start)
    return any(scene.lower[i] in NEGATIVES for i in range(phrase.start, noun)) or (
        carrier is not None and carrier.negated
    )


def _is_dropped(scene: Scene, start: int, noun: str) -> bool:
    """As in "dropped its demand for": the demand is gone."""
    carrier, dropped = _carrier(scene, start), lexicon.table("concessions")
    if carrier is None or carrier.negated or noun not in dropped["objects"]:
        return False
    spoken = [" ".join([carrier.lemma, *scene.lower[carrier.end : start]]), carrier.lemma]
    return any(words in dropped["verbs"] for words in spoken)


def _compound(scene: Scene, phrase: NounPhrase, sense: Sense) -> Thing | None:
    """As in "made its first wage offer": the words before the noun are the thing."""
    carrier = _carrier(scene, phrase.start)
    made = carrier is not None and carrier.lemma in lexicon.words("light_verbs")
    given = sense.stance == "offers" and scene.word(phrase.end) in {"by", "from"} and not (carrier and carrier.negated)
    if sense.stance not in {"offers", "demands"} or not (made or given):
        return None
    inner = next((i for i in range(phrase.start, phrase.head) if scene.tag[i][:2] in {"NN", "JJ"}), None)
    if inner is None and given:
        inner = phrase.start
    return Thing(inner, "compound", inner) if inner is not None else None


def _behind_owner(scene: Scene, phrase: NounPhrase) -> Thing | None:
    """As in "a proposal from Peru | to send aid", "the idea put forward by Peru | to", "its offer on Monday | to"."""
    at = scene.skip_adverbs(phrase.end, scene.sentence(phrase.start)[1])
    for by in (at, at + 1, at + 2):
        if scene.word(by) in {"by", "from"}:
            owner = scene.phrase_at(by + 1)
            at = owner.end if owner is not None else at
            break
        if scene.group_at(by) is None and by > at:
            break
    return Thing(at, "to", at) if scene.is_infinitive(at) else None


def _said_of(scene: Scene, number: int, sense: Sense) -> Thing | None:
    """As in "the priorities in the talks were A, B and C", "its demands include A", "demands, including A"."""
    phrase, syntax = scene.layers.noun_phrases[number], scene.layers.syntax
    if sense.when != "said":
        return None
    if _is_including(scene, phrase.head):
        behind = scene.np_at.get(phrase.end + 2)
        return thing_at(scene, Filler(0, phrase=behind)) if behind is not None else None
    for verb, group in enumerate(scene.layers.verb_groups):
        if group.lemma not in COPULAS or not group.finite or number not in syntax.subjects(verb):
            continue
        told = syntax.predicate(verb) if group.lemma in {"be", "remain"} else next(iter(syntax.objects(verb)), None)
        below = syntax.complement(verb)
        if told is not None:
            return thing_at(scene, Filler(0, phrase=told))
        return thing_at(scene, Filler(0, verb=below)) if below is not None else None
    return None


def _by_verb(scene: Scene, start: int, sense: Sense) -> tuple[list[int], Span] | None:
    """The subject of the verb that carries the noun: "repeated calls for", "expressed no interest in", "reached an agreement on"."""
    group = _carrier(scene, start)
    if group is None or group.passive:
        return None
    shared = sense.when == "reached"
    if group.lemma not in lexicon.words("reach_verbs" if shared else "light_verbs"):
        return None
    if shared and (group.modal is not None or group.negated or not group.finite):
        return None
    number = holders.subject_of(scene, group)
    if number is None:
        return None
    phrase = scene.layers.noun_phrases[number]
    return holders.chains_of_phrase(scene, number, group.start), (phrase.start, phrase.end)


def _by_speaker(scene: Scene, noun: int, sense: Sense) -> tuple[list[int], Span] | None:
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
        sense.stance == "demands"
        and sense.when == "said"
        and any(g.subject == number and g.lemma == "be" for g in scene.groups_near(noun))
    )
    listed = sense.when == "said" and _is_including(scene, noun)
    return (list(attribution.speakers), attribution.source) if said or listed else None


def _is_including(scene: Scene, noun: int) -> bool:
    return scene.lower[noun + 1 : noun + 3] == [",", "including"]


def _carrier(scene: Scene, start: int) -> VerbGroup | None:
    """The verb right before the noun phrase, a particle or quotation mark being passed over."""
    i = start - 1
    while i >= 0 and (scene.lower[i] in {"“", '"', "out", "forward", "again"} or scene.tag[i] == "RB"):
        i -= 1
    return scene.group_at(i)
