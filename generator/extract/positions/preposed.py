"""Verbs of stance whose thing stands before them: passives and relative clauses."""

from __future__ import annotations

from generator.extract.layers import VerbGroup
from generator.extract.positions import holders
from generator.extract.positions.scene import Scene, Span, Stand
from generator.extract.positions.senses import Sense
from generator.model.facts import Stance

GAP_REACH = 8
"""How many words may stand between the relative pronoun and the verb."""
CLAUSE_ENDS = frozenset({"until", "so", ",", ".", "and", "”", '"', ";", ")", "but", "!"})


def passive_stand(scene: Scene, group: VerbGroup, sense: Sense, stance: Stance, number: int) -> Stand | None:
    """As in "The plan was rejected by London", "the conditions demanded by the union": the thing stands before.

    Args:
        scene: the article.
        group: the verb.
        sense: of its row.
        stance: that it takes here.
        number: the noun phrase of the thing.
    """
    done_by = holders.agent(scene, group)
    phrase = scene.layers.noun_phrases[number]
    if done_by is None or scene.sentence(phrase.start) != scene.sentence(group.start):
        return None
    chains, source = done_by
    return Stand(
        stance=stance,
        trigger=(group.start, max(group.end, source[1])),
        content=(phrase.start, group.start),
        shape="np",
        rule="position/passive-verb v1",
        start=phrase.start,
        holders=list(chains),
        source=source,
        known=sense.topic == "known" or not holders.any_acts(scene, chains),
        why=f"“{scene.layers.words(group.start, group.end)}” by: {stance}",
    )


def gap_stand(scene: Scene, group: VerbGroup, stance: Stance, trigger: Span, rule: str) -> Stand | None:
    """As in "something that the president has already accepted": the thing is what the relative pronoun stands for."""
    relative = _relative(scene, group, trigger) if group.finite else None
    if relative is None:
        return None
    owner, source = holders.of_verb(scene, group)
    if source is not None and scene.lower[source[0]] == "something":
        source = (source[0] + 1, source[1])  # "something Britain has refused"
    if not owner or source is None or source[0] <= relative - 1:
        return None
    begin = relative - 1 if scene.lower[relative - 1] in {"something", "what"} else relative
    return Stand(
        stance=stance,
        trigger=trigger,
        content=(begin, trigger[1]),
        shape="anaphor",
        rule="position/embedded v1",
        start=begin,
        holders=list(owner),
        source=source,
        known=True,
        why=f"“{scene.layers.words(begin, trigger[1])}”: {stance} what stands before",
    )


def _relative(scene: Scene, group: VerbGroup, trigger: Span) -> int | None:
    """The "that" or "which" whose object is missing behind the verb."""
    first, end = scene.sentence(group.start)
    after = scene.skip_adverbs(trigger[1], end)
    if after < end and scene.lower[after] not in CLAUSE_ENDS:
        return None
    for i in range(group.start - 1, max(first, group.start - GAP_REACH - 1), -1):
        if scene.lower[i] in {"that", "which"}:
            return i
        if scene.lower[i] == "something":
            return i + 1
    return None
