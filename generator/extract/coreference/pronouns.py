"""Pronouns: whom "he", "she", "they" and "it" take up, by sex, number, place in the sentence and distance."""

from __future__ import annotations

from generator.extract.agency import prominence
from generator.extract.coreference.chain_builder import ChainBuilder
from generator.extract.layers import Layers, Mention

REACH = 4
"""Sentences back in which the actor of a pronoun is looked for."""
_MENTIONS_BACK = 120
"""Mentions back that are looked at: keeps run-on texts without full stops quick."""
HUMAN = frozenset(["he", "she", "him", "his", "her"])
PLURAL = frozenset(["they", "them", "their"])
THING = frozenset(["it", "its"])


def chain_pronoun(builder: ChainBuilder, number: int) -> None:
    """Attach a pronoun of the third person to the likeliest chain before it; "I" and "we" wait for their speaker."""
    mention = builder.layers.mentions[number]
    if mention.name in HUMAN:
        chain = _nearest(builder, number, lambda other, chain: _is_person(builder, other, chain, mention))
    elif mention.name in PLURAL:
        chain = _nearest(builder, number, lambda other, chain: _is_several(builder, other, chain))
        if chain is None or mention.name != "they":
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


def _is_several(builder: ChainBuilder, other: Mention, chain: int) -> bool:
    """Whether a mention is a plural itself, which "they" takes up before an organisation."""
    return bool(builder.chains[chain].members) or (other.plural and builder.chains[chain].kind != "place")


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
    beside = builder.asides if sentence not in builder.asides else frozenset()
    for other_number in range(number - 1, max(-1, number - _MENTIONS_BACK), -1):
        other = layers.mentions[other_number]
        there = layers.sentence_of[other.start]
        if there in beside:
            continue
        back = sentence - there - sum(there < aside < sentence for aside in beside)
        if back > REACH or (best and back > min(best)):
            break
        chain = other.chain
        if chain is None or other.end > pronoun.start or not fits(other, chain):
            continue
        if quoted < 0 <= layers.quote_of[other.start]:
            continue
        rank = _rank(layers, other, pronoun)
        if back not in best or rank >= best[back][0]:
            best[back] = (rank, chain)
    return best[min(best)][1] if best else None


def _rank(layers: Layers, other: Mention, pronoun: Mention) -> int:
    """Subjects before others, those of the main clause first; whole mentions before nested ones, nouns before pronouns."""
    rank = 0 if other.nested else 2
    if other.form != "pronoun" and pronoun.name in PLURAL and other.plural:
        rank += 1
    return rank + 2 * prominence(layers, other) - (other.form == "pronoun")
