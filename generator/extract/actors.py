"""Actors: which chains of an article become rows of its facts file, and under which id."""

from __future__ import annotations

from generator.extract.layers import Layers
from generator.model.facts import Actor, Role
from generator.model.identity import slug


def select_actors(layers: Layers) -> tuple[list[Actor], dict[int, str]]:
    """The actors of the facts file in the order of their first mention, and chain -> actor id for all that are kept."""
    tokens, ids, actors = layers.tokens, {}, []
    taken: set[str] = set()
    for number, chain in enumerate(layers.chains):
        if chain.kind == "place" or chain.members or not chain.mentions:
            continue
        actor_id = base = slug(chain.name, "actor")
        serial = 2
        while actor_id in taken:
            actor_id, serial = f"{base}-{serial}", serial + 1
        taken.add(actor_id)
        ids[number] = actor_id
        mentions = [layers.mentions[i] for i in chain.mentions]
        evidence = {}
        for mention in mentions:
            if mention.form != "pronoun":
                first = mention.name_start if mention.name_start is not None else mention.start
                last = mention.name_end if mention.name_end is not None else mention.end
                found = layers.article.evidence(tokens.start[first], tokens.end[last - 1])
                evidence[found.start] = found
        roles = {
            title: layers.article.evidence(tokens.start[start], tokens.end[end - 1])
            for title, start, end in chain.roles
        }
        actors.append(
            Actor(
                id=actor_id,
                name=chain.name,
                kind=chain.kind,
                side=chain.side,
                roles=[Role(title=title, evidence=found) for title, found in roles.items()],
                mentions=[evidence[start] for start in sorted(evidence)],
            )
        )
    return actors, ids
