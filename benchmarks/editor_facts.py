"""Facts of a cluster of articles: as the rules extract them, or as hand-made gold has them (perfect input)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from generator.extract.language import extract_article
from generator.model.article import Article
from generator.model.dossier import Dossier, Party
from generator.model.evidence import Evidence
from generator.model.facts import Actor, Event, Fact, FactsFile, Figure, Meeting, Position, Role, Statement
from generator.model.identity import fact_id, slug
from generator.read import read_article

Row = Mapping[str, Any]


def load(path: Path) -> Any:
    """A YAML file."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def dossier_of(table: Row) -> Dossier:
    """A dossier with the parties that the table names and nothing else."""
    return Dossier(title="Practice", parties=[Party(name=name) for name in table["parties"]])


def read(stem: str, texts: Path, dossier: Dossier) -> Article:
    """One article of the cluster."""
    path = next(path for path in sorted(texts.iterdir()) if path.stem == stem)
    return read_article(path, f"seeds/{path.name}", dossier)


def find(article: Article, words: str) -> list[Evidence]:
    """Every place at which words stand in an article, as characters of its file."""
    found, at = [], article.text.find(words)
    while at >= 0:
        found.append(article.evidence(at, at + len(words)))
        at = article.text.find(words, at + 1)
    if not found and (at := article.source.find(words)) >= 0:
        found.append(Evidence(start=at, end=at + len(words), text=words))
    return found


def extracted(article: Article, dossier: Dossier) -> FactsFile:
    """What the rules find."""
    return extract_article(article, dossier)


def gold(article: Article, path: Path, known: Sequence[str]) -> FactsFile:
    """What a careful reader found; sides that are no party of the table are left out.

    Args:
        article: the article.
        path: its gold.
        known: the parties of the table.
    """
    rows = load(path)
    ids = {row["name"]: slug(row["name"]) for row in rows["actors"]}
    record = article.record.model_copy(
        update={"published": article.record.published.model_copy(update={"date": _date(rows["published"]["date"])})}
    )
    facts: list[Fact] = []
    for row in rows["rounds"]:
        facts += [_meeting(row, article, ids)] if find(article, row["anchor"]) else []
    for row in rows["facts"]:
        facts += [_fact(row, article, ids)] if find(article, row["anchor"]) else []
    for fact in facts:
        fact.id = fact_id(record.id, fact)
    actors = [_actor(row, article, known) for row in rows["actors"]]
    return FactsFile(article=record, actors=actors, facts=facts)


def _actor(row: Row, article: Article, known: Sequence[str]) -> Actor:
    mentions = [place for words in row["mentions"] for place in find(article, words)[:1]]
    return Actor(
        id=slug(row["name"]),
        name=row["name"],
        kind=row["kind"],
        side=row["side"] if row["side"] in known else None,
        roles=[Role(title=title) for title in row["roles"]],
        mentions=sorted(mentions, key=lambda m: m.start),
    )


def _sentence(article: Article, words: str) -> Evidence:
    """The sentence around words: to the nearest full stop or line break on both sides."""
    at = article.text.find(words)
    if at < 0:
        return find(article, words)[0]
    begin = max(article.text.rfind(sign, 0, at) + len(sign) for sign in ("\n", ". ", '." ', ".” "))
    ends = [end for sign in ("\n", ". ", '." ', ".” ") if (end := article.text.find(sign, at + len(words))) >= 0]
    return article.evidence(begin if begin <= at else at, min(ends, default=len(article.text)))


def _meeting(row: Row, article: Article, ids: Mapping[str, str]) -> Fact:
    return Meeting(
        round=row["number"],
        status=row["status"],
        date=_date(row["date"]),
        place=row["place"],
        heads={side: ids[name] for side, name in row["heads"].items() if name in ids},
        duration=row["duration"],
        outcomes=row["outcomes"],
        evidence=[_sentence(article, row["anchor"])],
    )


def _date(value: Any) -> str | None:
    return str(value) if value else None


def _fact(row: Row, article: Article, ids: Mapping[str, str]) -> Fact:
    anchor, date, who = find(article, row["anchor"])[0], _date(row.get("date")), row.get("who")
    kind, sentence = row["kind"], _sentence(article, row["anchor"])
    if kind == "statement":
        return Statement(speaker=ids.get(who), direct=row["direct"], date=date, content=[anchor], evidence=[sentence])
    if kind == "position":
        return Position(
            actor=ids.get(who),
            stance=row["stance"],
            topic=slug(row["topic"]),
            via=ids.get(row.get("via")),
            date=date,
            content=[anchor],
            evidence=[anchor],
        )
    if kind == "event":
        doers = [ids[name] for name in who or [] if name in ids]
        return Event(type="other", actors=doers, date=date, place=row["place"], evidence=[sentence])
    value = row["value"] if isinstance(row["value"], int | float) else 0
    return Figure(value=value, of=row["of"], speaker=ids.get(who), evidence=[anchor])
