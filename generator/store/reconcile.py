"""Reconciling a new extraction with the facts file on disk, so that a person's work outlives every run (FACTS.md, rule 3)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.article import ArticleRecord
from generator.model.evidence import Evidence
from generator.model.facts import Actor, Fact, FactsFile, Figure, Meeting, Position, Statement
from generator.model.identity import fact_id, fact_key
from generator.store.handiwork import (
    entry_of,
    is_persons,
    is_persons_actor,
    is_persons_record,
    is_removed,
    reasons_of,
    removed_entries,
)
from generator.store.handwritten import EDITOR
from generator.store.relocating import Source, refit, relocate_actor, relocate_fact

__all__ = ["actor_ids", "is_persons", "is_persons_record", "reconcile"]


def reconcile(old: FactsFile | None, new: FactsFile, source: str) -> FactsFile:
    """The facts file to write: the new extraction, and over it all that a person did to the old file.

    Args:
        old: the file on disk, or None where there is none.
        new: what the generator makes of the article today.
        source: the article's file, to which a person's evidence is moved where it stands elsewhere now.
    """
    if old is None:
        return new.model_copy(update={"made": [entry_of(fact) for fact in new.facts]})
    text, article, removed, reasons = Source(source), old.article.id, removed_entries(old), reasons_of(old)
    born = {entry.split("/")[0] for entry in old.made}
    kept = [
        _Kept(_signed(refit(fact, relocate_fact(fact, text), article), article), not old.made or fact.id in born)
        for fact in old.facts
        if is_persons(fact, article, reasons)
    ]
    made = [fact for fact in new.facts if not is_removed(fact, removed)]
    fresh = _without_doubles(made, kept)
    facts = sorted([*fresh, *(each.fact for each in kept)], key=_place)
    entries = list(dict.fromkeys(entry_of(fact) for fact in made))
    entries += [entry for each in kept if each.stands_for and (entry := entry_of(each.stands_for)) not in entries]
    return FactsFile(
        article=_record(old.article, new.article),
        actors=_actors(old, new, facts, text),
        facts=facts,
        made=entries,
        removed=removed,
    )


class _Kept:
    """A person's fact, and the generator's fact of today that it stands for."""

    def __init__(self, fact: Fact, born: bool) -> None:
        self.fact = fact
        self.born = born
        """Whether the generator made it once (a person's own rows never stand for another)."""
        self.stands_for: Fact | None = None


def _place(fact: Fact) -> tuple[int, int, str]:
    """Where a fact stands in the article; the generator's own order decides between facts of one place."""
    return (fact.evidence[0].start, fact.evidence[0].end, fact.kind) if fact.evidence else (0, 0, fact.kind)


def _signed(fact: Fact, article_id: str) -> Fact:
    """The fact with the editor's signature where its content is a person's, and with an id where it has none."""
    if not fact.id:
        return fact.model_copy(update={"id": fact_id(article_id, fact), "by": EDITOR})
    changed = fact.id != fact_id(article_id, fact)
    return fact.model_copy(update={"by": EDITOR}) if changed else fact


def _without_doubles(made: Sequence[Fact], kept: Sequence[_Kept]) -> list[Fact]:
    """The generator's facts without those that a person's fact stands for.

    A fact that the generator made once stands for the one of its id, else for its twin: the same words and the same holder. A changed one
    takes its twin's id, so that the two are still known as one when the article shifts. A person's own row stands for what says
    exactly the same, and removes nothing else.
    """
    left = list(made)
    for each in sorted(kept, key=lambda each: not each.born):
        key = fact_key(each.fact)
        same = [fact for fact in left if fact.id == each.fact.id] or [fact for fact in left if fact_key(fact) == key]
        if not same and each.born:
            same = _twins(each.fact, left)
        if not same:
            continue
        each.stands_for = same[0]
        left.remove(same[0])
        if each.born and each.fact.by == EDITOR and all(other.fact.id != same[0].id for other in kept):
            each.fact = each.fact.model_copy(update={"id": same[0].id})
    return left


def _twins(persons: Fact, candidates: Sequence[Fact]) -> list[Fact]:
    close = [fact for fact in candidates if fact.kind == persons.kind and _overlap(fact, persons) >= _enough(persons)]
    exact = [fact for fact in close if _holder(fact) == _holder(persons)]
    return exact or (close if len(close) == 1 else [])


def _enough(fact: Fact) -> float:
    """Share of words that makes a twin: a meeting rests on many places, of which some come and go with the rules."""
    return 0.3 if isinstance(fact, Meeting) else 0.8


def _holder(fact: Fact) -> object:
    """What tells two facts of one kind over the same words apart."""
    if isinstance(fact, Statement):
        return fact.speaker
    if isinstance(fact, Position):
        return (fact.actor, fact.topic)
    if isinstance(fact, Figure):
        return fact.value
    return fact.round if isinstance(fact, Meeting) else fact.type


def _overlap(left: Fact, right: Fact) -> float:
    """Shared characters of what two facts point at, as a share of their union (0 to 1)."""
    a, b = _characters(left), _characters(right)
    return len(a & b) / len(a | b) if a | b else 0.0


def _characters(fact: Fact) -> set[int]:
    spans: list[Evidence] = (fact.content if isinstance(fact, Statement) else []) or fact.evidence
    return {i for span in spans for i in range(span.start, span.end)}


def _record(old: ArticleRecord, new: ArticleRecord) -> ArticleRecord:
    """The new record, with what a person settled; the old mark stays, so that it is known as a person's for ever."""
    if not is_persons_record(old):
        return new
    settled = {name: getattr(old, name) for name in ("headline", "publisher", "url", "language", "published", "mark")}
    return new.model_copy(update=settled)


def _actors(old: FactsFile, new: FactsFile, facts: Sequence[Fact], source: Source) -> list[Actor]:
    """New rows, a person's rows over them, and rows that a kept fact still refers to."""
    persons = {actor.id: relocate_actor(actor, source) for actor in old.actors if is_persons_actor(actor)}
    rows = [persons.pop(actor.id, actor) for actor in new.actors]
    rows += persons.values()
    known = {actor.id for actor in rows}
    named = {name for fact in facts for name in actor_ids(fact)}
    rows += [relocate_actor(actor, source) for actor in old.actors if actor.id in named - known]
    return rows


def actor_ids(fact: Fact) -> list[str]:
    """The ids of all actors that a fact names."""
    if isinstance(fact, Meeting):
        return list(fact.heads.values())
    if isinstance(fact, Statement):
        named = [fact.speaker, fact.via, fact.to]
    elif isinstance(fact, Position):
        named = [fact.actor, fact.via]
    elif isinstance(fact, Figure):
        named = [fact.speaker]
    else:
        named = list(fact.actors)
    return [name for name in named if name]
