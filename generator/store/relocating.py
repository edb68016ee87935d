"""Relocating: a person's evidence follows its words when the article's file has changed."""

from __future__ import annotations

from typing import Any

from generator.model.evidence import Evidence
from generator.model.facts import Actor, Fact
from generator.model.identity import actor_mark, fact_id


def find_again(evidence: Evidence, source: str) -> Evidence | None:
    """The evidence at the place nearest to its old one where its words stand now; None where they stand nowhere."""
    if evidence.holds_in(source):
        return evidence
    best, at = None, source.find(evidence.text)
    while at >= 0:
        if best is None or abs(at - evidence.start) < abs(best - evidence.start):
            best = at
        at = source.find(evidence.text, at + 1)
    if best is None:
        return None
    return Evidence(start=best, end=best + len(evidence.text), text=evidence.text)


def relocate_fact(fact: Fact, source: str) -> Fact:
    """The fact with every span moved to where its words stand; `lost` where some words have vanished (spans then stay).

    A fact whose id fitted keeps fitting: its id is made anew, for only the place has changed.
    """
    names = [name for name in ("evidence", "content") if getattr(fact, name, None)]
    singles = [name for name in ("source", "cue") if getattr(fact, name, None)]
    moved: dict[str, Any] = {name: [find_again(span, source) for span in getattr(fact, name)] for name in names}
    moved |= {name: find_again(getattr(fact, name), source) for name in singles}
    if any(value is None or (isinstance(value, list) and None in value) for value in moved.values()):
        return fact.model_copy(update={"lost": True})
    return fact.model_copy(update={**moved, "lost": False})


def relocate_actor(actor: Actor, source: str) -> Actor:
    """The row with its mentions where they stand now; mentions and evidence of roles that have vanished are dropped.

    The mark is made anew where it fitted, so that moving alone never makes a row look like a person's.
    """
    fitted = actor.mark == actor_mark(actor)
    mentions = [found for span in actor.mentions if (found := find_again(span, source))]
    roles = [
        role.model_copy(update={"evidence": find_again(role.evidence, source) if role.evidence else None})
        for role in actor.roles
    ]
    moved = actor.model_copy(update={"mentions": mentions, "roles": roles})
    return moved.model_copy(update={"mark": actor_mark(moved)}) if fitted else moved


def refit(before: Fact, after: Fact, article_id: str) -> Fact:
    """`after` with an id that fits where `before` had one that fitted (its place moved, what it says did not)."""
    if before.id and before.id == fact_id(article_id, before):
        return after.model_copy(update={"id": fact_id(article_id, after)})
    return after
