"""Splitting: what one article runs together and a person told apart becomes two actors, each with its mentions, roles and words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.merge.decisions import Decisions, Pair, key
from generator.model.evidence import Evidence
from generator.model.facts import Actor, Fact, FactsFile
from generator.model.identity import slug

_BESIDE = 60
"""Characters between a mention and a role that is told of it."""


def split_actors(file: FactsFile, decisions: Decisions) -> FactsFile:
    """The file with an actor of its own for every name that a person called different from the actor that bears it here.

    Args:
        file: the facts of one article.
        decisions: what a person decided about actors.
    """
    for pair in decisions.different:
        for actor, name in list(_run_together(file, pair)):
            file = _split(file, actor, name)
    return file


def _run_together(file: FactsFile, pair: Pair) -> Iterator[tuple[Actor, str]]:
    """The actors that bear both names of a pair, each with the one to take out: the one that is not its own."""
    for actor in file.actors:
        borne = {key(mention.text) for mention in actor.mentions} | {key(actor.name)}
        if {pair.left, pair.right} <= borne:
            yield actor, pair.right if key(actor.name) == pair.left else pair.left


def _split(file: FactsFile, actor: Actor, name: str) -> FactsFile:
    moved = [mention for mention in actor.mentions if key(mention.text) == name]
    kept = [mention for mention in actor.mentions if key(mention.text) != name]
    if not moved:
        return file
    others = [each for each in file.actors if each.id != actor.id]
    roles = [role for role in actor.roles if role.evidence and _nearer(role.evidence, moved, kept)]
    home = next((each for each in others if key(each.name) == name), None)
    own = home.id if home else _free(slug(moved[0].text), {each.id for each in file.actors})
    fresh = (home or actor).model_copy(
        update={
            "id": own,
            "name": home.name if home else moved[0].text,
            "side": home.side if home else None,
            "mentions": sorted([*(home.mentions if home else []), *moved], key=lambda m: m.start),
            "roles": [*(home.roles if home else []), *roles],
        }
    )
    left = actor.model_copy(update={"mentions": kept, "roles": [role for role in actor.roles if role not in roles]})
    actors = [left if each.id == actor.id else each for each in file.actors if home is None or each.id != home.id]
    facts = [_given(fact, actor.id, own, moved) for fact in file.facts]
    return file.model_copy(update={"actors": [*actors, fresh], "facts": facts})


def _nearer(piece: Evidence, moved: Sequence[Evidence], kept: Sequence[Evidence]) -> bool:
    """Whether a role stands beside one of the moved mentions, and no nearer to one that stays."""
    near = min(_gap(piece, mention) for mention in moved)
    return near <= _BESIDE and near < min((_gap(piece, mention) for mention in kept), default=near + 1)


def _gap(left: Evidence, right: Evidence) -> int:
    return max(0, left.start - right.end, right.start - left.end)


def _given(fact: Fact, old: str, new: str, moved: Sequence[Evidence]) -> Fact:
    """The fact with the new actor where its source is one of the moved mentions."""
    source = getattr(fact, "source", None)
    if source is None or not any(m.start <= source.start and source.end <= m.end for m in moved):
        return fact
    return fact.model_copy(update={slot: new for slot in ("speaker", "actor") if getattr(fact, slot, None) == old})


def _free(wanted: str, taken: set[str]) -> str:
    return wanted if wanted not in taken else f"{wanted}-other"
