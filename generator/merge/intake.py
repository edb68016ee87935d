"""Intake: the files in a fixed order, without what a person rejected, and with the dates that a person settled."""

from __future__ import annotations

from collections.abc import Sequence

from generator.merge.actors import names_of_actors
from generator.merge.decisions import Decisions, check_names, decisions_on, key, names_of_article
from generator.merge.edtf import days
from generator.merge.reports import Report
from generator.merge.rounds import names_of_meeting
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
    for name in names_of_article(file.article.id, file.article.file):
        if key(name) in decided.values:
            published = file.article.published.model_copy(
                update={"date": decided.values[key(name)], "basis": "stated", "why": "a person decided so"}
            )
            return file.model_copy(update={"article": file.article.model_copy(update={"published": published})})
    return file


def check_decisions(files: Sequence[FactsFile], dossier: Dossier) -> None:
    """Refuse decisions that contradict each other or name what no article has."""
    for of in ("actor", "round", "article", "topic", "finding"):
        for value in ("rename", "date", "origin"):
            decisions_on(dossier, of, value)
    if not dossier.decisions:
        return
    meetings = [(f, x) for f in files for x in f.facts if isinstance(x, Meeting)]
    check_names(dossier, "actor", names_of_actors(files, dossier))
    check_names(dossier, "article", (n for f in files for n in names_of_article(f.article.id, f.article.file)))
    check_names(dossier, "round", (n for f, x in meetings for n in names_of_meeting(Report(f.article, x, "", {}))))
    check_names(
        dossier,
        "topic",
        [*(t.id for t in dossier.topics), *(x.topic for f in files for x in f.facts if isinstance(x, Position))],
    )
