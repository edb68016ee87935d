"""Reconciling a new extraction with the facts file on disk, so that a person's work outlives every run (FACTS.md, rule 3).

A person's work is known by itself: a fact whose id no longer fits its content, one with a `review` or a `note`, one signed
`editor` or without an id; an actor or article row that no longer fits its `mark`; an id that was made but has been taken out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.model.article import ArticleRecord
from generator.model.evidence import Evidence
from generator.model.facts import Actor, Fact, FactsFile, Figure, Meeting, Position, Statement
from generator.model.identity import actor_mark, article_mark, fact_id
from generator.store.handwritten import EDITOR
from generator.store.relocating import refit, relocate_actor, relocate_fact


def reconcile(old: FactsFile | None, new: FactsFile, source: str) -> FactsFile:
    """The facts file to write: the new extraction, and over it all that a person did to the old file.

    Args:
        old: the file on disk, or None where there is none.
        new: what the generator makes of the article today.
        source: the article's file, to which a person's evidence is moved where it stands elsewhere now.
    """
    made = [fact.id for fact in new.facts]
    if old is None:
        return new.model_copy(update={"made": made})
    removed = _removed(old)
    kept = [_kept(fact, source, old.article.id) for fact in old.facts if is_persons(fact, old.article.id)]
    fresh = [fact for fact in new.facts if fact.id not in set(removed)]
    fresh = _without_doubles(fresh, kept)
    facts = sorted([*fresh, *kept], key=_place)
    actors = _actors(old, new, facts, source)
    return FactsFile(article=_record(old.article, new.article), actors=actors, facts=facts, made=made, removed=removed)


def _place(fact: Fact) -> tuple[int, int, str]:
    """Where a fact stands in the article; the generator's own order decides between facts of one place."""
    return (fact.evidence[0].start, fact.evidence[0].end, fact.kind) if fact.evidence else (0, 0, fact.kind)


def is_persons(fact: Fact, article_id: str) -> bool:
    """Whether a person wrote, changed, reviewed or annotated this fact."""
    return (
        fact.by == EDITOR
        or not fact.id
        or fact.review in ("confirmed", "rejected")
        or fact.note is not None
        or fact.id != fact_id(article_id, fact)
    )


def is_persons_actor(actor: Actor) -> bool:
    """Whether a person wrote or changed this row."""
    return actor.mark != actor_mark(actor)


def is_persons_record(record: ArticleRecord) -> bool:
    """Whether a person settled headline, publisher, language or date of the article."""
    return record.mark is not None and record.mark != article_mark(record)


def _removed(old: FactsFile) -> list[str]:
    """Ids that were made and are no longer in the file, in the order in which they were made."""
    here = {fact.id for fact in old.facts}
    gone = [made for made in old.made if made not in here]
    return list(dict.fromkeys([*(item for item in old.removed if item not in here), *gone]))


def _kept(fact: Fact, source: str, article_id: str) -> Fact:
    return _signed(refit(fact, relocate_fact(fact, source), article_id), article_id)


def _signed(fact: Fact, article_id: str) -> Fact:
    """The fact with the editor's signature where its content is a person's, and with an id where it has none."""
    if not fact.id:
        return fact.model_copy(update={"id": fact_id(article_id, fact), "by": EDITOR})
    changed = fact.id != fact_id(article_id, fact)
    return fact.model_copy(update={"by": EDITOR}) if changed else fact


def _without_doubles(fresh: Sequence[Fact], kept: Iterable[Fact]) -> list[Fact]:
    """The generator's facts without those that a person's fact stands for: the same id, else the same words and the same holder."""
    left = list(fresh)
    for persons in kept:
        same = [fact for fact in left if fact.id == persons.id] or _twins(persons, left)
        if same:
            left.remove(same[0])
    return left


def _twins(persons: Fact, candidates: Sequence[Fact]) -> list[Fact]:
    close = [fact for fact in candidates if fact.kind == persons.kind and _overlap(fact, persons) >= 0.8]
    exact = [fact for fact in close if _holder(fact) == _holder(persons)]
    return exact or (close if len(close) == 1 else [])


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


def _actors(old: FactsFile, new: FactsFile, facts: Sequence[Fact], source: str) -> list[Actor]:
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
