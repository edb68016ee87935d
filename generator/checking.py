"""Checking a dossier: every offset against its file, schema, references, staleness, footnotes; nothing is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.errors import DossierError, FactsError, SettingsError
from generator.model.dossier import Dossier
from generator.model.facts import FactsFile
from generator.pages_pipeline import merge_run
from generator.paths import DossierPaths
from generator.pipeline import articles_of, is_current
from generator.recipe import recipe_of
from generator.store.facts_files import broken_spans, load_facts
from generator.store.pages import is_generated
from generator.store.reconcile import actor_ids
from generator.store.settings import load_settings, settings_warnings

LABEL = re.compile(r"\[\^([\w-]+)\](:?)")


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that a check found: an error fails the check, a note is for information."""

    level: Literal["error", "note"]
    problem: DossierError

    def __str__(self) -> str:
        return f"{self.level}: {self.problem}"


def check_dossier(paths: DossierPaths) -> list[Found]:
    """All that is wrong or worth knowing about a dossier, file by file."""
    try:
        dossier = load_settings(paths.settings, paths.name_of(paths.settings))
    except SettingsError as error:
        return [Found("error", error)]
    found = [Found("error", problem) for problem in settings_warnings(dossier, paths.name_of(paths.settings))]
    articles, doubled = articles_of(paths)
    found += [Found("error", problem) for problem in doubled]
    files: dict[str, FactsFile] = {}
    for article in articles:
        found += _check_article(paths, dossier, article, files)
    found += list(_footnotes(paths))
    found += _knowledge(paths, dossier, files)
    return found


def _check_article(
    paths: DossierPaths, dossier: Dossier, article: Path, files: dict[str, FactsFile]
) -> Iterator[Found]:
    """The facts file of one article: is it there, does it keep to the format, does it hold, is it up to date."""
    name, path = paths.name_of(article), paths.facts_of(article)
    shown = paths.name_of(path)
    if not path.is_file():
        yield Found(
            "error", FactsError("has no facts file", file=name, mend="Run `dossier extract`; it says why if it cannot.")
        )
        return
    try:
        facts = load_facts(path, shown)
    except FactsError as error:
        yield Found("error", error)
        return
    files[name] = facts
    source = article.read_bytes().decode("utf-8", errors="replace")
    for broken in broken_spans(facts, source):
        yield Found("error", FactsError(broken, file=shown, mend="Mend start and end, or run `dossier extract`."))
    for problem in _references(facts):
        yield Found("error", FactsError(problem, file=shown, mend="Add the actor, or mend the id."))
    if not is_current(facts, article, recipe_of(dossier)):
        yield Found(
            "error",
            FactsError(
                "is older than its article, its rules or the settings", file=shown, mend="Run `dossier extract`."
            ),
        )
    for fact in facts.facts:
        if fact.lost:
            problem = f"the words of a person's {fact.kind} {fact.id} have vanished from the article"
            yield Found(
                "error", FactsError(problem, file=shown, place=fact.id, mend="Give it new evidence, or delete it.")
            )


def _references(facts: FactsFile) -> list[str]:
    known = {actor.id for actor in facts.actors}
    return [
        f"facts[{index}] names the actor {name!r}, which the file does not list"
        for index, fact in enumerate(facts.facts)
        for name in actor_ids(fact)
        if name not in known
    ]


def _footnotes(paths: DossierPaths) -> Iterator[Found]:
    """Footnotes of generated pages: each label defined once, each use defined."""
    for page in sorted(paths.content.rglob("*.md")):
        if not is_generated(page):
            continue
        labels = LABEL.findall(page.read_text(encoding="utf-8"))
        defined = [label for label, colon in labels if colon]
        used = {label for label, colon in labels if not colon}
        for label in sorted(used - set(defined)):
            yield _page_error(paths, page, f"the footnote {label} is used and not defined")
        for label in sorted({label for label in defined if defined.count(label) > 1}):
            yield _page_error(paths, page, f"the footnote {label} is defined more than once")


def _page_error(paths: DossierPaths, page: Path, problem: str) -> Found:
    return Found("error", DossierError(problem, file=paths.name_of(page), mend="Run `dossier render`."))


def _knowledge(paths: DossierPaths, dossier: Dossier, files: dict[str, FactsFile]) -> list[Found]:
    """What merging refuses (decisions that contradict one another) and the gaps that it tells."""
    try:
        knowledge = merge_run(paths, dossier, files)
    except DossierError as error:
        return [Found("error", error)]
    return [Found("note", DossierError(gap.text, place=gap.kind)) for gap in knowledge.gaps]
