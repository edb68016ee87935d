"""Countries told by elections and successions: "Peru elected X", "X won Peru’s presidential election", "X replaced Y"."""

from __future__ import annotations

from generator.extract.coreference.chain_builder import ChainBuilder
from generator.extract.layers import Mention, VerbGroup
from generator.extract.mentions.scan import POSSESSIVE

VOTES = frozenset(["election", "elections", "vote", "referendum", "runoff", "run-off"])
REACH = 5
"""Words after the verb within which its object is looked for."""


def chain_elected(builder: ChainBuilder) -> None:
    """Give persons the country that elects them or whose election they win, and successors that of whom they succeed."""
    for group in builder.layers.verb_groups:
        if group.lemma in {"elect", "choose"} and not group.passive:
            state, person = _subject(builder, group), _person_after(builder, group)
            if state is not None and state.kind == "state" and person is not None and person.chain is not None:
                builder.belong(person.chain, state.country or state.name)
        elif group.lemma == "win":
            winner, country = _subject(builder, group), _vote_after(builder, group)
            if winner is not None and winner.kind == "person" and winner.chain is not None:
                builder.belong(winner.chain, country)
        elif group.lemma in {"replace", "succeed"} and not group.passive:
            _succeed(
                builder, _subject(builder, group) or _opening_person(builder, group), _person_after(builder, group)
            )


def _succeed(builder: ChainBuilder, one: Mention | None, other: Mention | None) -> None:
    """Let successor and predecessor be of one country."""
    if one is None or other is None or one.chain is None or other.chain is None or one.kind != "person":
        return
    builder.belong(one.chain, builder.country.get(other.chain))
    builder.belong(other.chain, builder.country.get(one.chain))


def _subject(builder: ChainBuilder, group: VerbGroup) -> Mention | None:
    layers = builder.layers
    if group.subject is None:
        return None
    number = layers.mention_of[layers.noun_phrases[group.subject].head]
    return layers.mentions[number] if number >= 0 else None


def _opening_person(builder: ChainBuilder, group: VerbGroup) -> Mention | None:
    """The first person of the sentence, the subject of a participle at its end ("X won …, replacing Y")."""
    layers = builder.layers
    first = layers.sentences[layers.sentence_of[group.start]].start
    found = (m for m in layers.mentions if m.start >= first and m.kind == "person" and m.form == "name")
    person = next(found, None)
    return person if person is not None and person.end <= group.start else None


def _person_after(builder: ChainBuilder, group: VerbGroup) -> Mention | None:
    layers = builder.layers
    for k in range(group.end, min(group.end + REACH, len(layers.mention_of))):
        number = layers.mention_of[k]
        if number >= 0:
            mention = layers.mentions[number]
            return mention if mention.kind == "person" and mention.form == "name" else None
    return None


def _vote_after(builder: ChainBuilder, group: VerbGroup) -> str | None:
    """The country whose election is won: "Iran’s presidential election"."""
    layers = builder.layers
    end = layers.sentences[layers.sentence_of[group.start]].end
    for k in range(group.end, min(group.end + REACH, end - 1)):
        number = layers.mention_of[k]
        if number >= 0 and layers.mentions[number].kind == "state" and layers.tokens.text[k + 1] in POSSESSIVE:
            votes = VOTES & set(layers.tokens.lower[k + 2 : k + 2 + REACH])
            return layers.mentions[number].country if votes else None
    return None
