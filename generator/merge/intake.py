"""Intake: the files in a fixed order, without what a person rejected, and with the dates that a person settled."""

from __future__ import annotations

from collections.abc import Sequence

from generator.merge.actors import names_of_actors
from generator.merge.decisions import Decisions, check_names, decisions_on, key, names_of_article
from generator.merge.edtf import days
from generator.merge.places import Gazetteer
from generator.merge.reports import Report
from generator.merge.round_decisions import DecidedRounds
from generator.merge.rounds_made import make_rounds
from generator.merge.topics import title_of
from generator.model.dossier import Dossier
from generator.model.facts import FactsFile, Meeting, Position
from generator.model.identity import digest


def in_order(files: Sequence[FactsFile]) -> list[FactsFile]:
    """One file an article, by date and id, without rejected facts."""
    chosen: dict[str, FactsFile] = {}
    for file in files:
        other = chosen.get(file.article.id)
        if other is None or (other != file and _print(file) < _print(other)):
            chosen[file.article.id] = file
    kept = [
        f.model_copy(update={"facts": [x for x in f.facts if x.review not in ("rejected", "proposed")]})
        for f in chosen.values()
    ]
    return sorted(
        kept, key=lambda f: ((d := days(f.article.published.date)) is None, d.first if d else 0, f.article.id)
    )


def _print(file: FactsFile) -> str:
    return digest(file.model_dump(), 12)


def dated(file: FactsFile, decided: Decisions) -> FactsFile:
    """The file with the date that a person settled for its article."""
    for name in names_of_article(file.article.id, file.article.file, file.article.headline):
        if key(name) in decided.values:
            published = file.article.published.model_copy(
                update={"date": decided.values[key(name)], "basis": "stated", "why": "a person decided so"}
            )
            return file.model_copy(update={"article": file.article.model_copy(update={"published": published})})
    return file


def decided_rounds(files: Sequence[FactsFile], dossier: Dossier) -> DecidedRounds:
    """What a person decided about rounds, by every name that these articles and their pages give them."""
    if not any(decision.of == "round" for decision in dossier.decisions):
        return DecidedRounds()
    reports = [Report(f.article, x, f.article.id, {}) for f in files for x in f.facts if isinstance(x, Meeting)]
    plain = make_rounds(sorted(reports, key=lambda r: r.order), files, Gazetteer.of(dossier), DecidedRounds())
    pages = {(ref.article, ref.fact): [one.id, one.title] for one in plain.rounds for ref in one.facts}
    return DecidedRounds.of(dossier, reports, pages)


def with_topic_ids(files: Sequence[FactsFile], dossier: Dossier) -> Dossier:
    """The settings with topics called by their ids in decisions, where a person wrote the title that a page shows."""
    named = [*(t.id for t in dossier.topics), *(x.topic for f in files for x in f.facts if isinstance(x, Position))]
    ids = {key(title_of(topic, dossier)): topic for topic in named} | {key(topic): topic for topic in named}
    renames = [d for d in dossier.decisions if d.of == "topic" and d.kind == "rename" and d.value]
    ids |= {key(d.value or ""): ids[key(name)] for d in renames for name in d.names if key(name) in ids}
    decisions = [
        d.model_copy(update={"names": [ids.get(key(name), name) for name in d.names]}) if d.of == "topic" else d
        for d in dossier.decisions
    ]
    return dossier.model_copy(update={"decisions": decisions})


def check_decisions(files: Sequence[FactsFile], dossier: Dossier, rounds: DecidedRounds) -> None:
    """Refuse decisions that contradict each other or name what no article has."""
    for of in ("actor", "round", "article", "topic", "finding"):
        for value in ("rename", "date", "origin", "place", "state", "number"):
            decisions_on(dossier, of, value)
    if not dossier.decisions:
        return
    check_names(dossier, "actor", names_of_actors(files, dossier))
    check_names(
        dossier,
        "article",
        (n for f in files for n in names_of_article(f.article.id, f.article.file, f.article.headline)),
    )
    check_names(dossier, "round", sorted(rounds.all_names))
    check_names(
        dossier,
        "topic",
        [*(t.id for t in dossier.topics), *(x.topic for f in files for x in f.facts if isinstance(x, Position))],
    )
