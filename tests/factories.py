"""Small records for tests: everything has a sensible default, a test names only what it is about."""

from __future__ import annotations

from typing import Any

from generator.model.article import ArticleRecord
from generator.model.evidence import Evidence
from generator.model.facts import Actor, Fact, FactsFile, Position, Statement
from generator.model.identity import actor_mark, article_mark, fact_id

TEXT = "The minister said the talks would go on. The union demanded a ceasefire on pay. Nobody else spoke."


def evidence(words: str, source: str = TEXT) -> Evidence:
    """The first place of these words in the source."""
    start = source.index(words)
    return Evidence(start=start, end=start + len(words), text=words)


def make_record(**fields: Any) -> ArticleRecord:
    record = ArticleRecord(**{"id": "a1", "file": "seeds/a1.txt", "sha256": "0" * 64, **fields})
    return record.model_copy(update={"mark": article_mark(record)})


def make_statement(
    words: str = "the talks would go on", source: str = TEXT, article: str = "a1", **fields: Any
) -> Statement:
    defaults: dict[str, Any] = {
        "speaker": "minister",
        "content": [evidence(words, source)],
        "evidence": [evidence(words, source)],
        "by": "attribution/that-clause v1",
    }
    fact = Statement(**{**defaults, **fields})
    return fact.model_copy(update={"id": fact_id(article, fact)})


def make_position(
    words: str = "demanded a ceasefire", source: str = TEXT, article: str = "a1", **fields: Any
) -> Position:
    defaults: dict[str, Any] = {
        "actor": "union",
        "stance": "demands",
        "topic": "ceasefire",
        "evidence": [evidence(words, source)],
        "by": "position/demand-verb v1",
    }
    fact = Position(**{**defaults, **fields})
    return fact.model_copy(update={"id": fact_id(article, fact)})


def make_actor(name: str = "Minister", **fields: Any) -> Actor:
    actor = Actor(**{"id": name.lower(), "name": name, "kind": "person", **fields})
    return actor.model_copy(update={"mark": actor_mark(actor)})


def make_file(facts: list[Fact] | None = None, actors: list[Actor] | None = None, **record: Any) -> FactsFile:
    if facts is None:
        facts = [make_statement(), make_position()]
    if actors is None:
        actors = [make_actor("Minister"), make_actor("Union", kind="organisation")]
    return FactsFile(article=make_record(**record), actors=actors, facts=facts)
