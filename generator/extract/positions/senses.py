"""Senses: what a row says of the stand that its word takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from generator.extract.positions import holders
from generator.extract.positions.scene import Scene
from generator.extract.rows import ReadyRow
from generator.model.facts import Stance

PARTICLE_REACH = 2


@dataclass(frozen=True, slots=True)
class Sense:
    """The stance of a word, the one that stays when it is denied, whose stands count, and what else must hold."""

    stance: Stance | None
    negated: Stance | None
    topic: Literal["anyone", "acting", "known"]
    when: str

    @classmethod
    def of(cls, row: ReadyRow, word: str, values: dict[str, str] | None = None) -> Sense:
        """What a row gives where `word` is its trigger."""
        given = row.values(word) if values is None else values
        return cls(
            stance=cast("Stance | None", given.get("stance")),
            negated=cast("Stance | None", given.get("negated")),
            topic=cast("Literal['anyone', 'acting', 'known']", given.get("topic", "anyone")),
            when=given.get("when", "any"),
        )

    def asks_known(self, scene: Scene, owners: list[int]) -> bool:
        """Whether the stand counts only with a topic that a list or the grammar knows."""
        return self.topic == "known" or (self.topic == "acting" and not holders.any_acts(scene, owners))

    def is_nobodys(self, scene: Scene, owners: list[int]) -> bool:
        """Whether a purpose is only that of bystanders: "diplomats' efforts to secure a truce"."""
        return self.when == "purpose" and not holders.any_acts(scene, owners)


def takes_object(row: ReadyRow) -> bool:
    """Whether the thing of a row can be an object: then a relative pronoun can stand for it."""
    return any("object" in slot.arcs and slot.is_open for slot in row.slots)


def end_of_verb(scene: Scene, verb: int, words: tuple[str, ...]) -> int | None:
    """One past the verb and its particle, None where the particle is not there."""
    end = scene.layers.verb_groups[verb].end
    rest = list(words[1:])
    for at in range(end, end + PARTICLE_REACH if rest else end + 1):
        if scene.lower[at : at + len(rest)] == rest:
            return at + len(rest)
    return None
