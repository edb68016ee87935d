"""Facts files in a few words, for tests of merging: a text is written and every fact points at its words."""

from __future__ import annotations

from typing import Any

from generator.model.article import ArticleRecord, Published
from generator.model.dossier import Dossier, Party
from generator.model.evidence import Evidence
from generator.model.facts import Actor, Event, Fact, FactsFile, Figure, Meeting, Position, Role, Statement
from generator.model.identity import fact_id, slug

KINDS: dict[str, type[Any]] = {
    "meeting": Meeting,
    "statement": Statement,
    "position": Position,
    "event": Event,
    "figure": Figure,
}


def dossier(**fields: Any) -> Dossier:
    return Dossier(**{"title": "Test talks", "parties": [Party(name="Russia"), Party(name="Ukraine")], **fields})


def article(
    name: str,
    published: str | None,
    actors: list[dict[str, Any]],
    facts: list[dict[str, Any]],
    publisher: str | None = None,
) -> FactsFile:
    """A facts file whose evidence is what each fact's `words` say; actors are given by name (and kind, side, roles)."""
    made: list[Fact] = []
    at = 0
    for row in facts:
        fields = dict(row)
        words = fields.pop("words", "x" * 5)
        piece = Evidence(start=at, end=at + len(words), text=words)
        at += len(words) + 1
        kind = fields.pop("kind")
        if kind == "statement":
            fields.setdefault("content", [piece])
        for field in ("speaker", "actor", "via"):
            if fields.get(field):
                fields[field] = slug(fields[field])
        if "actors" in fields:
            fields["actors"] = [slug(actor) for actor in fields["actors"]]
        if "heads" in fields:
            fields["heads"] = {side: slug(head) for side, head in fields["heads"].items()}
        fact = KINDS[kind](evidence=[piece], **fields)
        made.append(fact.model_copy(update={"id": fact_id(name, fact)}))
    record = ArticleRecord(
        id=name, file=f"seeds/{name}.txt", sha256="0", publisher=publisher, published=Published(date=published)
    )
    return FactsFile(article=record, actors=[_actor(row) for row in actors], facts=made)


def _actor(row: dict[str, Any]) -> Actor:
    name = row["name"]
    mention = Evidence(start=0, end=len(name), text=name)
    roles = [Role(title=title) for title in row.get("roles", [])]
    return Actor(
        id=slug(name), name=name, kind=row.get("kind", "person"), side=row.get("side"), roles=roles, mentions=[mention]
    )


def person(name: str, side: str | None = None, *roles: str) -> dict[str, Any]:
    return {"name": name, "kind": "person", "side": side, "roles": list(roles)}


def medium(name: str) -> dict[str, Any]:
    return {"name": name, "kind": "media"}


def state(name: str) -> dict[str, Any]:
    return {"name": name, "kind": "state", "side": name}
