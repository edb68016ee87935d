"""Checking a dossier: every offset against its file, schema, references, dates, staleness, footnotes; nothing is changed.

Errors come first, file by file; what many files have in common (they are stale, they lack something) is one line with an example.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

from generator.advice import advice
from generator.errors import DossierError, FactsError, SettingsError
from generator.merge.edtf import days
from generator.merge.idle import idle_decisions
from generator.model.dossier import Dossier
from generator.model.facts import FactsFile
from generator.pages_pipeline import merge_run, stale_pages, texts_of
from generator.paths import DossierPaths
from generator.pipeline import articles_of, is_current, orphans, recipe_for, settled_date
from generator.readers.answers import hands_for
from generator.recipe import recipe_of
from generator.store.facts_files import broken_spans, load_facts
from generator.store.pages import is_generated
from generator.store.reconcile import actor_ids
from generator.store.settings import load_settings, settings_warnings

FEW = 3
"""Files or gaps of one kind that are named one by one."""
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
        found += _check_article(paths, article, files)
    found += [Found("error", problem) for problem in orphans(paths, articles)]
    recipe = recipe_of(dossier)
    stale = [
        paths.name_of(paths.facts_of(article))
        for article in articles
        if (facts := files.get(paths.name_of(article)))
        and not is_current(facts, article, _recipe_of(paths, article, dossier, facts, recipe))
    ]
    found += _together(stale, "older than the article, the rules or the settings", "Run `dossier extract`.")
    found += list(_footnotes(paths))
    found += _knowledge(paths, dossier, files)
    found += [Found("note", problem) for problem in advice(dossier, files, paths.name_of(paths.settings))]
    return sorted(found, key=lambda one: one.level != "error")


def _recipe_of(paths: DossierPaths, article: Path, dossier: Dossier, facts: FactsFile, recipe: str) -> str:
    """The recipe by which the facts of an article should have been made."""
    settled = settled_date(facts, dossier, paths.name_of(article))
    return recipe_for(recipe, hands_for(paths.answers, article, dossier)[0], settled)


def _together(files: list[str], what: str, mend: str) -> list[Found]:
    """One line a file for a few, one line for all of many."""
    if len(files) <= FEW:
        return [Found("error", DossierError(f"is {what}", file=file, mend=mend)) for file in files]
    shown = f"{len(files)} files are {what}, {files[0]} among them"
    return [Found("error", DossierError(shown, mend=mend))]


def _check_article(paths: DossierPaths, article: Path, files: dict[str, FactsFile]) -> Iterator[Found]:
    """The facts file of one article: is it there, does it keep to the format, does it hold."""
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
    for place, date in _dates(facts):
        if date and days(date) is None:
            yield Found("error", FactsError(f"“{date}” is no date", file=shown, place=place, mend="Write 2022-03-03."))
    for fact in facts.facts:
        if fact.lost:
            problem = f"the words of a person's {fact.kind} {fact.id} have vanished from the article"
            yield Found(
                "error", FactsError(problem, file=shown, place=fact.id, mend="Give it new evidence, or delete it.")
            )


def _dates(facts: FactsFile) -> list[tuple[str, str | None]]:
    dated = [(f"facts[{index}]", getattr(fact, "date", None)) for index, fact in enumerate(facts.facts)]
    return [("article.published", facts.article.published.date), *dated]


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
    """What merging refuses (decisions that contradict one another), pages that are stale, and the gaps that merging tells."""
    try:
        knowledge = merge_run(paths, dossier, files)
    except DossierError as error:
        return [Found("error", error)]
    stale = [f"content/{name}" for name in stale_pages(paths, knowledge)]
    idle = [Found("note", problem) for problem in idle_decisions(list(files.values()), dossier, texts_of(paths, files))]
    found = [*idle, *_together(stale, "older than the facts, the rules or the settings", "Run `dossier render`.")]
    for kind, gaps in groupby(knowledge.gaps, key=lambda gap: gap.kind):
        texts = [gap.text for gap in gaps]
        if len(texts) > FEW:
            texts = [f"{len(texts)} findings, for example “{texts[0]}”; content/gaps.md lists them"]
        found += [Found("note", DossierError(text, place=kind)) for text in texts]
    return found
