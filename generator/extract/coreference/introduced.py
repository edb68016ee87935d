"""Persons named after their role: "a ministry spokesman said … Y added", "Iran’s chief negotiator … X, a deputy minister, …"."""

from __future__ import annotations

from functools import cache
from itertools import islice

from generator.extract.agency import acts
from generator.extract.coreference.chain_builder import ChainBuilder
from generator.extract.layers import Mention
from generator.lexicon import load_lexicon

NAMELESS = frozenset(["source", "insider", "person", "member"])
"""Who wishes to stay unnamed is not named later."""
NEAR = 2
NAMED_LATER = 3
"""Sentences within which the name of "a ministry spokesman" may follow."""
INTRODUCED_LATER = 6
"""Sentences within which it may follow together with his noun."""


@cache
def wider_heads() -> dict[str, frozenset[str]]:
    """General words for a role and the narrower ones that they may take up again."""
    return {word: frozenset(heads) for word, heads in load_lexicon("titles")["wider"].items()}


def named_later(builder: ChainBuilder, number: int) -> int | None:
    """The person in the next sentences whose role an unnamed one is, if the text shows it.

    Args:
        builder: the chains so far, names among them.
        number: index of the mention of the role.
    """
    mention = builder.layers.mentions[number]
    definite = _is_definite(builder, number)
    if not (mention.determiner in {"a", "an"} or definite) or mention.nested or mention.head in NAMELESS:
        return None
    sentence = builder.layers.sentence_of[mention.start]
    for other in islice(builder.layers.mentions, number + 1, None):
        away = builder.layers.sentence_of[other.start] - sentence
        if away > INTRODUCED_LATER or (other.form == "role" and other.head == mention.head):
            break
        if other.form != "name" or other.kind != "person" or other.chain is None:
            continue
        if other.sort == "title":
            fits = _is_introduced_as(builder, other, mention)
        else:
            fits = away <= NAMED_LATER and _steps_in(builder, other, definite and away <= NEAR)
        if fits:
            return other.chain
    return None


def _is_definite(builder: ChainBuilder, number: int) -> bool:
    """Whether the role bears its country and means a certain person: "Iran’s foreign minister", "its negotiator"."""
    mention = builder.layers.mentions[number]
    if not mention.country:
        return False
    return mention.determiner in {"its", "their"} or (mention.determiner in {"", "the"} and number not in builder.told)


def _steps_in(builder: ChainBuilder, other: Mention, near: bool) -> bool:
    """Whether a person without a title opens a sentence or acts, and is new or, close to the role, of no known country."""
    layers = builder.layers
    assert other.chain is not None
    if layers.sentences[layers.sentence_of[other.start]].start != other.start and not acts(layers, other):
        return False
    row = builder.chains[other.chain]
    new = not row.roles and layers.mentions[min(row.mentions)] is other and len(row.name.split()) > 1
    return new or (near and other.chain not in builder.country)


def _is_introduced_as(builder: ChainBuilder, other: Mention, mention: Mention) -> bool:
    """Whether a person named for the first time bears the very noun of an unnamed speaker: "a spokesman", "X’s spokesman Y".

    Where the role has told its country, the person may bear another noun of the same sort: "an Iranian delegate", "Y, the head
    of the Iranian delegation".
    """
    assert other.chain is not None
    same = other.head == mention.head
    if mention.country:
        wider = wider_heads().get(mention.head.rsplit(maxsplit=1)[-1], frozenset())
        same = other.country == mention.country and (same or other.head.rsplit(maxsplit=1)[-1] in wider)
    row = builder.chains[other.chain]
    return same and mention.determiner in {"a", "an"} and builder.layers.mentions[min(row.mentions)] is other
