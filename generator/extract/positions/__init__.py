"""Component `positions`: who demands, offers, accepts or rejects what, each with the words that carry it.

A *stand* is a word of stance (verb, noun, adjective, modal, imperative) with its holder and its thing; the thing is split into
members, and each member with a topic becomes one position for each holder.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from generator.extract.layers import Layers, PositionFound
from generator.extract.positions import lexicon
from generator.extract.positions.anaphora import antecedent, points_back, raised_stands
from generator.extract.positions.choice import kept
from generator.extract.positions.contents import condition
from generator.extract.positions.continuations import continued_stands, ultimatum_stands
from generator.extract.positions.members import Member, split
from generator.extract.positions.modals import modal_stands
from generator.extract.positions.nouns import noun_stands
from generator.extract.positions.predicates import predicate_stands
from generator.extract.positions.quoted import imperative_stands
from generator.extract.positions.scene import Scene, Span, Stand
from generator.extract.positions.topics import TopicFinder
from generator.extract.positions.verbs import verb_stands
from generator.extract.positions.via import teller
from generator.model.facts import Stance


def find_positions(layers: Layers, doc: Doc) -> None:
    """Fill `layers.positions`, in the order of the text.

    Args:
        layers: of the article; tokens, grammar, mentions, coreference and attributions are filled.
        doc: spaCy's document (not used).
    """
    scene, finder = Scene(layers), TopicFinder(layers)
    stands = [
        *verb_stands(scene),
        *noun_stands(scene),
        *predicate_stands(scene),
        *modal_stands(scene),
        *imperative_stands(scene),
        *raised_stands(scene),
        *ultimatum_stands(scene),
    ]
    found: list[PositionFound] = []
    for stand in kept(scene, stands):
        found += _positions(scene, finder, stand, found)
    for stand in kept(scene, [*stands, *continued_stands(scene, found)]):
        if stand.rule in {"position/continued v1", "position/included v1"}:
            found += _positions(scene, finder, stand, found)
    layers.positions = _without_repeats(found)


def _positions(scene: Scene, finder: TopicFinder, stand: Stand, before: list[PositionFound]) -> list[PositionFound]:
    """The positions of one stand: one for each member of its thing and each holder."""
    if stand.shape == "anaphor" or _says_nothing(scene, finder, stand):
        topic = antecedent(scene, finder, stand, before)
        end = max(stand.content[1], stand.trigger[1])
        return _rows(scene, stand, topic, (stand.start, end)) if topic is not None else []
    core = stand.content[0] if stand.core is None else stand.core
    if _does_only(scene, finder, stand):
        topic = antecedent(scene, finder, stand, before)
        return _rows(scene, stand, topic, (stand.start, stand.content[1])) if topic is not None else []
    members = split(scene, finder, (core, stand.content[1]), stand.shape)
    rows: list[PositionFound] = []
    for number, member in enumerate(members):
        if member.topic is None or (stand.known and not member.topic.known) or (stand.firm and member.topic.weak):
            continue
        if member.topic.known or any(holder is not None for holder in stand.holders):
            stance: Stance = "rejects" if stand.ends and _ends_a_good(finder, stand) else stand.stance
            rows += _rows(scene, replace(stand, stance=stance), member.topic.id, _evidence(stand, member, number))
    return rows


def _does_only(scene: Scene, finder: TopicFinder, stand: Stand) -> bool:
    """True where the thing is a bare verb, whose object stands before: "refused to reciprocate"."""
    return (
        stand.shape == "to"
        and finder.known(*stand.content) is None
        and stand.content[1] - stand.content[0] <= 3
        and not any(scene.layers.np_of[i] >= 0 for i in range(*stand.content))
    )


def _says_nothing(scene: Scene, finder: TopicFinder, stand: Stand) -> bool:
    """True where the thing only points back: "rejects the demands", but not "the ceasefire proposal"."""
    return stand.shape == "np" and points_back(scene, stand.content[0]) and finder.known(*stand.content) is None


def _ends_a_good(finder: TopicFinder, stand: Stand) -> bool:
    """True where what the holder ends is something wanted: a truce, not a blockade."""
    topic = finder.known(stand.trigger[1], stand.content[1])
    return topic is not None and topic.id in lexicon.words("goods")


def _evidence(stand: Stand, member: Member, number: int) -> Span:
    """The member's words; the first member's begin with the word of stance and its holder."""
    if number > 0:
        return member.span
    return min(stand.start, member.span[0]), max(member.span[1], stand.trigger[1])


def _rows(scene: Scene, stand: Stand, topic: str, evidence: Span) -> list[PositionFound]:
    """One position for each holder; what an attribution already reports carries that attribution's own spans."""
    layers = scene.layers
    inside = scene.attribution(stand.trigger[0])
    own_number = scene.cue_of.get(stand.trigger[0])
    own = layers.attributions[own_number] if own_number is not None else None
    frame = own or (
        inside if stand.rule.startswith(("position/obligation", "position/imperative", "position/verdict")) else None
    )
    told = inside if inside is not None else (own if own is not None and own.via is not None else None)
    return [
        PositionFound(
            holder=holder,
            stance=stand.stance,
            topic=topic,
            evidence=evidence,
            rule=stand.rule,
            condition=condition(scene, stand.trigger),
            via=teller(scene, told, stand.holders),
            date=(frame or inside).date if frame or inside else None,  # type: ignore[union-attr]
            source=frame.source if frame else stand.source,
            cue=frame.cue if frame else stand.trigger,
            content=list(frame.content) if frame and frame.content else [stand.content],
            why=stand.why,
        )
        for holder in stand.holders
    ]


def _without_repeats(found: list[PositionFound]) -> list[PositionFound]:
    """Positions in order; of two with the same holder, stance and topic on the same words the narrower stays."""
    out: list[PositionFound] = []
    for position in sorted(found, key=lambda p: (p.evidence[0], p.evidence[1], p.stance, p.topic)):
        same = [
            other
            for other in out
            if (other.holder, other.stance, other.topic) == (position.holder, position.stance, position.topic)
            and other.evidence[0] < position.evidence[1]
            and position.evidence[0] < other.evidence[1]
        ]
        if not same:
            out.append(position)
    return out
