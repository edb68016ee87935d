"""The gold of `tests/gold` as facts files: perfect input, so that merging is scored apart from extraction."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.model.article import ArticleRecord, Published
from generator.model.dossier import Dossier
from generator.model.evidence import Evidence
from generator.model.facts import Actor, Event, Fact, FactsFile, Figure, Meeting, Position, Role, Statement
from generator.model.identity import fact_id, slug

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
SEEDS = ROOT / "seeds"
_SENTENCE = re.compile(r"[^\n]*?(?:(?<!Mr)[.!?][”\"’)]*(?=\s|$)|$)")

MORE_WORDS: dict[str, list[tuple[str, str]]] = {
    # Facts whose gold anchor is one of several places that carry them: anchor -> the other place (as MERGED.yml cites it).
    "002": [("since the invasion began last week", "Thursday, the eighth day of the invasion")],
}
CUES: dict[str, str] = {
    # The gold has no cues; where the speech act stands outside of the words said, it is given here.
    "he will repay everything Russia does against Ukraine “in full.”": "issued a warning to his Russian counterpart Vladimir Putin",
}
CONDITIONS: dict[str, str] = {
    "would demand legally binding security guarantees if NATO closes the door": "if NATO closes the door on Ukraine’s membership prospects",
}


def load(name: str) -> Any:
    return yaml.safe_load((GOLD / name).read_text(encoding="utf-8"))


@cache
def merged_gold() -> Any:
    return load("MERGED.yml")


@cache
def gold_dossier() -> Dossier:
    """The shipped dossier: parties and topics, no known actors."""
    return Dossier(**yaml.safe_load((ROOT / "content" / "dossier.yml").read_text(encoding="utf-8")))


@cache
def gold_texts() -> dict[str, str]:
    return {slug(path.stem): path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}


@cache
def gold_files() -> tuple[FactsFile, ...]:
    return tuple(_file(path) for path in sorted(GOLD.glob("*.gold.yml")))


def find(text: str, words: str, start: int = 0) -> Evidence:
    at = text.find(words, start)
    assert at >= 0, words
    return Evidence(start=at, end=at + len(words), text=words)


def sentence_around(text: str, piece: Evidence) -> Evidence:
    """The sentence (roughly: between full stops or line breaks) in which a piece stands."""
    for match in _SENTENCE.finditer(text):
        if match.start() <= piece.start < match.end():
            begin = match.start() + len(match.group()) - len(match.group().lstrip())
            end = max(match.end(), piece.end)
            return Evidence(start=begin, end=end, text=text[begin:end])
    return piece


def _file(path: Path) -> FactsFile:
    gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    stem = path.name.removesuffix(".gold.yml")
    text = (SEEDS / f"{stem}.txt").read_text(encoding="utf-8")
    ids = {row["name"]: slug(row["name"]) for row in gold["actors"]}
    record = ArticleRecord(
        id=slug(stem),
        file=f"seeds/{stem}.txt",
        sha256="",
        headline=gold.get("headline"),
        publisher="dpa/MIA" if stem.startswith("002") else None,
        published=Published(date=str(gold["published"]["date"]), basis=gold["published"]["basis"]),
    )
    number = stem[:3]
    facts = [_meeting(row, text, ids, number) for row in gold["rounds"]]
    facts += [_fact(row, text, ids, number) for row in gold["facts"]]
    for fact in facts:
        fact.id = fact_id(record.id, fact)
    return FactsFile(article=record, actors=[_actor(row, text) for row in gold["actors"]], facts=facts)


def _actor(row: dict[str, Any], text: str) -> Actor:
    mentions = [find(text, words) for words in row["mentions"]]
    return Actor(
        id=slug(row["name"]),
        name=row["name"],
        kind=row["kind"],
        side=row["side"],
        roles=[Role(title=title, evidence=mentions[0]) for title in row["roles"]],
        mentions=sorted(mentions, key=lambda m: m.start),
    )


def _meeting(row: dict[str, Any], text: str, ids: dict[str, str], number: str) -> Fact:
    """A meeting rests on its anchor and on every passage that MERGED.yml cites for that round from the article."""
    pieces = [sentence_around(text, find(text, row["anchor"]))]
    for merged in merged_gold()["rounds"]:
        if merged["number"] == row["number"] and (merged["number"] or row["status"] == merged["status"]):
            cited = [*merged["sources"].get(number, [])]
            cited += [words for other in merged["disagree"] for words in [other["anchors"].get(number)] if words]
            pieces += [sentence_around(text, find(text, words)) for words in cited]
    unique = {(piece.start, piece.end): piece for piece in pieces}
    return Meeting(
        round=row["number"],
        status=row["status"],
        date=_date(row["date"]),
        place=row["place"],
        heads={side: ids[name] for side, name in row["heads"].items()},
        duration=row["duration"],
        outcomes=row["outcomes"],
        evidence=[unique[at] for at in sorted(unique)],
    )


def _date(value: Any) -> str | None:
    return str(value) if value else None


def _fact(row: dict[str, Any], text: str, ids: dict[str, str], number: str) -> Fact:
    anchor = find(text, row["anchor"])
    kind, date = row["kind"], _date(row.get("date"))
    who = row.get("who")
    if kind == "statement":
        cue = find(text, CUES[row["anchor"]]) if row["anchor"] in CUES else None
        via = _via(text, anchor, ids)
        return Statement(
            speaker=ids.get(who),
            direct=row["direct"],
            via=via,
            date=date,
            cue=cue,
            content=[anchor],
            evidence=[sentence_around(text, anchor)],
            round=_round_in(anchor.text),
        )
    if kind == "position":
        condition = CONDITIONS.get(row["anchor"])
        return Position(
            actor=ids.get(who),
            stance=row["stance"],
            topic=row["topic"],
            via=ids.get(row["via"]),
            date=date,
            condition=condition,
            evidence=[anchor, find(text, condition)] if condition else [anchor],
        )
    if kind == "event":
        more = [find(text, other) for words, other in MORE_WORDS.get(number, []) if words == row["anchor"]]
        return Event(
            type=_event_type(row["anchor"]),
            actors=[ids[name] for name in who],
            date=date,
            place=row["place"],
            modality="planned" if " will " in row["anchor"] else "asserted",
            evidence=[anchor, *more],
        )
    return Figure(value=row["value"], of=row["of"], speaker=ids.get(who), qualifier="exact", evidence=[anchor])


def _via(text: str, anchor: Evidence, ids: dict[str, str]) -> str | None:
    """The gold keeps who passes a statement on in comments; the sentence names the medium before "quoted"."""
    sentence = sentence_around(text, anchor).text
    found = re.search(r"(\w+(?: News)?) quoted", sentence)
    return ids.get(found.group(1)) if found else None


def _round_in(words: str) -> int | None:
    return 2 if "second round" in words.lower() else None


def _event_type(words: str) -> str:
    """The gold does not sort events; a few words do."""
    if re.search(r"conversation|videoconference", words):
        return "diplomatic"
    if re.search(r"refugees|medicine|residents", words):
        return "humanitarian"
    return "political" if re.search(r"annexation|recognized|approved", words) else "military"
