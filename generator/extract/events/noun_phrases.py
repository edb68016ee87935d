"""What the noun rules share: the candidate of a noun phrase, and where the phrase ends with its places."""

from __future__ import annotations

from generator.extract.events.candidate import Candidate
from generator.extract.events.lexicon import NounTrigger, words
from generator.extract.layers import Layers, NounPhrase


def chain_end(layers: Layers, end: int, limit: int) -> int:
    """The end of the phrases of place and belonging behind a noun: "attacks on towns across the country"."""
    lower = layers.tokens.lower
    linking = words("places_hit") | {"of", "by", "between", "with", "and", "from", "close"}
    while end + 1 < limit and lower[end] in linking and layers.np_of[end + 1] >= 0:
        end = layers.noun_phrases[layers.np_of[end + 1]].end
    return end


def noun_candidate(
    phrase: NounPhrase, index: int, trigger: NounTrigger, rule: str, clause: tuple[int, int], verb: int | None
) -> Candidate:
    """The candidate of a noun phrase.

    Args:
        phrase: the noun phrase.
        index: its place in `layers.noun_phrases`.
        trigger: the trigger that it ends with.
        rule: the rule that found it to happen.
        clause: the tokens that tell it.
        verb: the verb that says so, None where the noun stands alone.
    """
    return Candidate(
        token=phrase.head,
        lemma=" ".join(trigger.words),
        type=trigger.type,
        rule=rule,
        clause=clause,
        verb=verb,
        noun=index,
    )
