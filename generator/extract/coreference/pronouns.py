"""Pronouns: whom "he", "she", "they" and "it" take up, by sex, number, place in the sentence and distance."""

from __future__ import annotations

from generator.extract.coreference.chain_builder import ChainBuilder
from generator.extract.layers import Layers, Mention

REACH = 4
"""Sentences back in which the actor of a pronoun is looked for."""
HUMAN = frozenset(["he", "she", "him", "his", "her"])
PLURAL = frozenset(["they", "them", "their"])
THING = frozenset(["it", "its"])


def chain_pronoun(builder: ChainBuilder, number: int) -> None:
    """Attach a pronoun of the third person to the likeliest chain before it; "I" and "we" wait for their speaker."""
    mention = builder.layers.mentions[number]
    if mention.name in HUMAN:
        chain = _nearest(builder, number, lambda other, chain: _is_person(builder, other, chain, mention))
    elif mention.name in PLURAL:
        chain = _nearest(builder, number, lambda other, chain: _is_many(builder, other, chain))
    elif mention.name in THING:
        chain = _nearest(builder, number, lambda other, chain: _is_collective(builder, other, chain))
    else:
        return
    if chain is not None:
        builder.add(chain, number)


def _is_person(builder: ChainBuilder, other: Mention, chain: int, pronoun: Mention) -> bool:
    if builder.chains[chain].kind != "person" or other.plural or builder.chains[chain].members:
        return False
    known = builder.feminine.get(chain)
    if known is None and pronoun.feminine is not None and other.form != "pronoun":
        return True
    return known is None or pronoun.feminine is None or known == pronoun.feminine


def _is_many(builder: ChainBuilder, other: Mention, chain: int) -> bool:
    row = builder.chains[chain]
    return (
        bool(row.members) or other.plural or (row.kind in {"organisation", "body", "media"} and other.form != "pronoun")
    )


def _is_collective(builder: ChainBuilder, other: Mention, chain: int) -> bool:
    row = builder.chains[chain]
    return row.kind in {"state", "organisation", "body", "media"} and not row.members and not other.plural


def _nearest(builder: ChainBuilder, number: int, fits) -> int | None:  # type: ignore[no-untyped-def]
    """The first fitting actor of the nearest sentence: subjects stand first in English; within its own sentence the
    pronoun takes up the actor that opened it.
    """
    layers = builder.layers
    pronoun = layers.mentions[number]
    sentence = layers.sentence_of[pronoun.start]
    quoted = layers.quote_of[pronoun.start]
    best: dict[int, tuple[int, int]] = {}
    for other_number in range(number - 1, -1, -1):
        other = layers.mentions[other_number]
        back = sentence - layers.sentence_of[other.start]
        if back > REACH or (best and back > min(best)):
            break
        chain = other.chain
        if chain is None or other.end > pronoun.start or not fits(other, chain):
            continue
        if quoted < 0 <= layers.quote_of[other.start]:
            continue
        rank = _rank(layers, other, pronoun, back)
        if back not in best or rank >= best[back][0]:
            best[back] = (rank, chain)
    return best[min(best)][1] if best else None


def _rank(layers: Layers, other: Mention, pronoun: Mention, back: int) -> int:
    """Subjects before others, whole mentions before nested ones; "his" in an object's phrase prefers the nearest."""
    rank = 0 if other.nested else 2
    phrase = layers.np_of[other.end - 1]
    if any(g.subject == phrase >= 0 and g.start >= other.end for g in _groups_after(layers, other)):
        rank += 2
    if other.form == "pronoun":
        rank -= 1
    return rank


def _groups_after(layers: Layers, other: Mention):  # type: ignore[no-untyped-def]
    """The verb groups that follow a mention within its sentence."""
    end = layers.sentences[layers.sentence_of[other.start]].end
    seen = -1
    for i in range(other.end, end):
        group = layers.vg_of[i]
        if group >= 0 and group != seen:
            seen = group
            yield layers.verb_groups[group]
