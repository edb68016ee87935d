"""Whose work a row is: the generator's or a person's; nobody has to set a flag.

A person's work is known by itself: a fact whose id no longer fits its content, one that was confirmed or rejected, one with a `note` or
with another reasoning than was written, one signed `editor` or without an id; an actor or article row that no longer fits its `mark`.
"""

from __future__ import annotations

from generator.model.article import ArticleRecord
from generator.model.facts import Actor, Fact, FactsFile
from generator.model.identity import actor_mark, article_mark, fact_id, fact_key, reason_mark
from generator.store.handwritten import EDITOR


def entry_of(fact: Fact) -> str:
    """What `made` keeps of a fact."""
    return f"{fact.id}/{fact_key(fact)}/{reason_mark(fact)}"


def is_persons(fact: Fact, article_id: str, reasons: dict[str, str] | None = None) -> bool:
    """Whether a person wrote, changed, reviewed or annotated this fact.

    Args:
        fact: the fact as the file has it.
        article_id: the article's id, which ids are made from.
        reasons: id -> mark of the reasoning that the generator wrote, where it is known.
    """
    return (
        fact.by == EDITOR
        or not fact.id
        or fact.review in ("confirmed", "rejected")
        or fact.note is not None
        or fact.id != fact_id(article_id, fact)
        or bool(reasons and reasons.get(fact.id, reason_mark(fact)) != reason_mark(fact))
    )


def is_persons_actor(actor: Actor) -> bool:
    """Whether a person wrote or changed this row."""
    return actor.mark != actor_mark(actor)


def is_persons_record(record: ArticleRecord) -> bool:
    """Whether a person settled headline, publisher, language or date of the article."""
    return record.mark != article_mark(record)


def reasons_of(file: FactsFile) -> dict[str, str]:
    """Id -> mark of the reasoning, as the last run wrote it."""
    parts = (entry.split("/") for entry in file.made)
    return {part[0]: part[2] for part in parts if len(part) > 2}


def removed_entries(file: FactsFile) -> list[str]:
    """What was made and is no longer in the file, as id/key, in the order in which it was made."""
    here = {fact.id for fact in file.facts}
    gone = ["/".join(entry.split("/")[:2]) for entry in file.made if entry.split("/")[0] not in here]
    return list(dict.fromkeys([*(item for item in file.removed if item.split("/")[0] not in here), *gone]))


def is_removed(fact: Fact, removed: list[str]) -> bool:
    """Whether a person took this fact out, by its id or by what it says."""
    names = {part for entry in removed for part in entry.split("/")}
    return fact.id in names or fact_key(fact) in names
