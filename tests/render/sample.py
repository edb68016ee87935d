"""A rich Knowledge made by hand from the five shipped articles: what `merge` would make of them on a very good day.

Offsets are found in the files of `seeds/`, so they are true; two rounds, a planned one and talks without a number, a
dispute, a refinement, promises, gaps and changes are in it, so that every part of every page has something to show.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.model.article import ArticleRecord, Published, SetAside
from generator.model.dossier import Dossier
from generator.model.evidence import Evidence
from generator.model.facts import Actor, Event, Fact, Figure, Meeting, Position, Role, Statement
from generator.model.identity import fact_id, slug
from generator.model.knowledge import (
    Alias,
    Change,
    Cite,
    Dispute,
    FactRef,
    Finding,
    Gap,
    Knowledge,
    MergedActor,
    MergeReason,
    Origin,
    Promise,
    RoleClaim,
    Round,
    SourceArticle,
    TopicPage,
    Variant,
)

ROOT = Path(__file__).parents[2]
SAMPLE = Path(__file__).parent / "sample.yml"
KINDS: dict[str, type[Any]] = {
    "meeting": Meeting, "statement": Statement, "position": Position, "event": Event, "figure": Figure,
}  # fmt: skip


class Desk:
    """Turns the rows of sample.yml into facts and findings."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self.files = {key: next((ROOT / "seeds").glob(f"{key}_*.txt")) for key in data["articles"]}
        self.texts = {key: path.read_bytes().decode("utf-8") for key, path in self.files.items()}
        self.ids = {key: slug(path.stem) for key, path in self.files.items()}
        self.facts: dict[str, tuple[str, Fact]] = {}

    def words(self, article: str, words: str, start: int = 0) -> Evidence:
        """The first place of `words` in an article as evidence."""
        at = self.texts[article].find(words, start)
        if at < 0:
            raise LookupError(f"{article}: “{words}” does not stand there after {start}")
        return Evidence(start=at, end=at + len(words), text=words)

    def fact(self, key: str, row: dict[str, Any]) -> Fact:
        """The fact of one row; who, cue and content lie within its evidence."""
        article = row["in"]
        fields = {name: value for name, value in row.items() if name not in ("in", "words", "who", "cue", "says")}
        evidence = self.words(article, row["words"])
        for name, field in (("who", "source"), ("cue", "cue")):
            if name in row:
                fields[field] = self.words(article, row[name], evidence.start)
        if "says" in row:
            fields["content"] = [self.words(article, row["says"], evidence.start)]
        fact: Fact = KINDS[row["kind"]](evidence=[evidence], by="sample/1", **fields)
        fact.id = fact_id(self.ids[article], fact)
        self.facts[key] = (article, fact)
        return fact

    def ref(self, key: str) -> FactRef:
        """A reference to a fact by its key in sample.yml."""
        article, fact = self.facts[key]
        return FactRef(article=self.ids[article], fact=fact.id)

    def cite(self, key: str) -> Cite:
        """The evidence of a fact by its key in sample.yml."""
        article, fact = self.facts[key]
        return Cite(article=self.ids[article], fact=fact.id, evidence=fact.evidence)

    def origins(self, keys: list[str]) -> list[str]:
        """The origins of the articles of these facts."""
        return list(dict.fromkeys(self.data["articles"][self.facts[key][0]]["origin"] for key in keys))

    def variant(self, value: str, keys: list[str], standing: Any = "held", note: str | None = None) -> Variant:
        """One value and the facts behind it."""
        return Variant(
            value=value, facts=[self.ref(key) for key in keys], cites=[self.cite(key) for key in keys],
            origins=self.origins(keys), standing=standing, note=note,
        )  # fmt: skip

    def finding(self, row: dict[str, Any]) -> Finding:
        """A finding of sample.yml: `facts` for its standing value, `rivals` for the others."""
        fields = {name: value for name, value in row.items() if name not in ("facts", "rivals")}
        variants = [self.variant(row["value"], row["facts"])]
        variants += [
            self.variant(each["value"], each["facts"], each["standing"], each.get("note"))
            for each in row.get("rivals", [])
        ]
        origins = self.origins(list(row["facts"]))
        verdict = fields.pop("verdict", "corroborated" if len(origins) > 1 else "single origin")
        return Finding(
            variants=variants, origins=origins, verdict=verdict,
            rule=fields.pop("rule", "same kind, same actor, same words"), **fields,
        )  # fmt: skip


def _article(desk: Desk, key: str, row: dict[str, Any], facts: list[Fact]) -> SourceArticle:
    path = desk.files[key]
    record = ArticleRecord(
        id=desk.ids[key], file=f"seeds/{path.name}", sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        headline=row.get("headline"), publisher=row.get("publisher"), url=row.get("url"),
        published=Published(**row["published"]),
        set_aside=[SetAside(**desk.words(key, words).model_dump(), why=why) for words, why in row.get("junk", {}).items()],
    )  # fmt: skip
    actors = [
        Actor(id=local, name=each["name"], kind=each.get("kind", "person"), side=each.get("side"),
              roles=[Role(title=title) for title in each.get("roles", [])],
              mentions=[desk.words(key, words) for words in each["spelled"].get(key, [])])
        for local, each in desk.data["actors"].items() if key in each["spelled"]
    ]  # fmt: skip
    shares = {desk.ids[other]: why for other, why in row.get("shares", {}).items()}
    return SourceArticle(record=record, actors=actors, facts=facts, origin=row["origin"], shares_with=shares)


def _actor(desk: Desk, identity: str, row: dict[str, Any]) -> MergedActor:
    spelled: dict[str, list[str]] = {}
    for key, spellings in row["spelled"].items():
        for text in spellings:
            spelled.setdefault(text, []).append(desk.ids[key])
    first = {key: spellings[0] for key, spellings in row["spelled"].items()}
    cites = [Cite(article=desk.ids[key], evidence=[desk.words(key, text)]) for key, text in first.items()]
    return MergedActor(
        id=identity, name=row["name"], kind=row.get("kind", "person"), side=row.get("side"),
        aliases=[Alias(text=text, articles=articles) for text, articles in spelled.items() if text != row["name"]],
        roles=[RoleClaim(title=title, cites=cites[:1]) for title in row.get("roles", [])],
        articles=[desk.ids[key] for key in row["spelled"]],
        local_ids={desk.ids[key]: [identity] for key in row["spelled"]}, cites=cites,
        reasons=[MergeReason(**reason) for reason in row.get("reasons", [])],
    )  # fmt: skip


@cache
def sample_knowledge() -> Knowledge:
    """The knowledge of sample.yml over the shipped articles; read only, it is shared by all tests."""
    data = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))
    desk = Desk(data)
    facts: dict[str, list[Fact]] = {key: [] for key in data["articles"]}
    for key, row in data["facts"].items():
        facts[row["in"]].append(desk.fact(key, row))
    for each in facts.values():
        each.sort(key=lambda fact: fact.evidence[0].start)
    findings = [desk.finding(row) for row in data["findings"]]
    rounds = [
        Round(
            **{
                **row,
                "facts": [desk.ref(key) for key in row["facts"]],
                "articles": [desk.ids[k] for k in row["articles"]],
            }
        )
        for row in data["rounds"]
    ]
    dossier = Dossier(**yaml.safe_load((ROOT / "content" / "dossier.yml").read_text(encoding="utf-8")))
    topics = list(dict.fromkeys(each.topic for each in findings if each.topic))
    titles = {topic.id: topic.title for topic in dossier.topics}
    by_id = {each.id: each for each in findings}
    return Knowledge(
        dossier=dossier, as_of="2022-03-16",
        articles=[_article(desk, key, row, facts[key]) for key, row in data["articles"].items()],
        origins=[Origin(id=o, name=r["name"], why=r["why"],
                        articles=[desk.ids[k] for k, a in data["articles"].items() if a["origin"] == o])
                 for o, r in data["origins"].items()],
        actors=[_actor(desk, identity, row) for identity, row in data["actors"].items()],
        rounds=rounds,
        topics=[TopicPage(id=t, title=titles.get(t, t), findings=[f.id for f in findings if f.topic == t]) for t in topics],
        findings=findings,
        disputes=[Dispute(**{**row, "variants": by_id[row["finding"]].variants}) for row in data["disputes"]],
        promises=[Promise(**{**row, "cites": [desk.cite(key) for key in row["cites"]]}) for row in data["promises"]],
        gaps=[Gap(**{**row, "cites": [desk.cite(key) for key in row["cites"]]}) for row in data["gaps"]],
        changes=[Change(**row) for row in data["changes"]],
    )  # fmt: skip
