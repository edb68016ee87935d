"""Component `positions`: who demands, offers, accepts or rejects what, each with the words that carry it.

A *stand* is a word of stance (verb, noun, adjective, modal, imperative) with its holder and its thing; the thing is split into
members, and each member with a topic becomes one position for each holder.
"""

from __future__ import annotations

from spacy.tokens import Doc

from generator.extract.layers import Layers, PositionFound
from generator.extract.positions.anaphora import raised_stands
from generator.extract.positions.choice import kept
from generator.extract.positions.commitments import commitment_stands
from generator.extract.positions.continuations import continued_stands, price_stands, ultimatum_stands
from generator.extract.positions.evaluations import evaluation_stands
from generator.extract.positions.lists import list_stands
from generator.extract.positions.modals import modal_stands
from generator.extract.positions.nouns import noun_stands
from generator.extract.positions.predicates import predicate_stands
from generator.extract.positions.provisos import proviso_stands
from generator.extract.positions.quoted import imperative_stands
from generator.extract.positions.resolve import positions_of, without_repeats
from generator.extract.positions.scene import Scene
from generator.extract.positions.standing import Standing
from generator.extract.positions.topics import TopicFinder
from generator.extract.positions.verbs import verb_stands


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
        *commitment_stands(scene),
        *evaluation_stands(scene),
        *proviso_stands(scene),
        *list_stands(scene),
        *imperative_stands(scene),
        *raised_stands(scene),
        *ultimatum_stands(scene),
    ]
    stands += price_stands(scene, kept(scene, stands))
    found: list[PositionFound] = []
    for stand in kept(scene, stands):
        found += positions_of(scene, finder, stand, found)
    for stand in kept(scene, [*stands, *continued_stands(scene, found)]):
        if stand.rule in {"position/continued v1", "position/included v1"}:
            found += positions_of(scene, finder, stand, found)
    layers.positions, standing = without_repeats(found), Standing(layers)
    for position in layers.positions:
        position.doubt = standing.doubt(position)
