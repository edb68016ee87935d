"""Relocating: a person's evidence follows its words when the article's file has changed.

Words are found again with white space, quotation marks and dashes folded, so a file that was wrapped anew or has other line ends
keeps all decisions.
"""

from __future__ import annotations

from typing import Any

from generator.model.evidence import Evidence
from generator.model.facts import Actor, Fact
from generator.model.folding import Folded, fold, places_of
from generator.model.identity import actor_mark, fact_id


class Source:
    """An article's file, folded once when it is needed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded: Folded | None = None

    @property
    def folded(self) -> Folded:
        """The file with its variants folded."""
        if self._folded is None:
            self._folded = fold(self.text)
        return self._folded

    def find(self, evidence: Evidence) -> Evidence | None:
        """The evidence at the place nearest to its old one where its words stand now; None where they stand nowhere."""
        if evidence.holds_in(self.text):
            return evidence
        places = places_of(evidence.text, self.folded)
        if not places:
            return None
        start, end = min(places, key=lambda place: abs(place[0] - evidence.start))
        return Evidence(start=start, end=end, text=self.text[start:end])


def relocate_fact(fact: Fact, source: Source) -> Fact:
    """The fact with every span moved to where its words stand; `lost` where some words have vanished (spans then stay)."""
    names = [name for name in ("evidence", "content") if getattr(fact, name, None)]
    singles = [name for name in ("source", "cue") if getattr(fact, name, None)]
    moved: dict[str, Any] = {name: [source.find(span) for span in getattr(fact, name)] for name in names}
    moved |= {name: source.find(getattr(fact, name)) for name in singles}
    if any(value is None or (isinstance(value, list) and None in value) for value in moved.values()):
        return fact.model_copy(update={"lost": True})
    return fact.model_copy(update={**moved, "lost": False})


def relocate_actor(actor: Actor, source: Source) -> Actor:
    """The row with its mentions where they stand now; mentions and evidence of roles that have vanished are dropped.

    The mark is made anew where it fitted, so that moving alone never makes a row look like a person's.
    """
    fitted = actor.mark == actor_mark(actor)
    mentions = [found for span in actor.mentions if (found := source.find(span))]
    roles = [
        role.model_copy(update={"evidence": source.find(role.evidence) if role.evidence else None})
        for role in actor.roles
    ]
    moved = actor.model_copy(update={"mentions": mentions, "roles": roles})
    return moved.model_copy(update={"mark": actor_mark(moved)}) if fitted else moved


def refit(before: Fact, after: Fact, article_id: str) -> Fact:
    """`after` with an id that fits where `before` had one that fitted (its place moved, what it says did not)."""
    if before.id and before.id == fact_id(article_id, before):
        return after.model_copy(update={"id": fact_id(article_id, after)})
    return after
