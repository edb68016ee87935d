"""The steps in their order: read, extract, merge, render. Only this module knows them all; it alone carries values between them.

spaCy and Jinja2 are imported when there is work for them: a run with nothing new pays for neither.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.errors import ArticleError, DossierError, FactsError
from generator.extraction_jobs import Job, Result, run_jobs
from generator.merge.edtf import days
from generator.model.article import Published
from generator.model.dossier import Dossier
from generator.model.facts import FactsFile
from generator.model.identity import digest, slug
from generator.paths import DossierPaths
from generator.read import check_names, find_articles, unread_files
from generator.readers.answers import Hand, hands_for
from generator.recipe import file_digest, recipe_of
from generator.store.facts_cache import FactsCache
from generator.store.facts_files import ChangedMeanwhileError, digest_of, parse_facts_bytes, save_facts
from generator.store.reconcile import is_persons_record, reconcile
from generator.store.schemas import write_schemas

Progress = Callable[[int, int, str], None]
"""Called with (done, all, name of the file) while articles are read."""


@dataclass(slots=True)
class Run:
    """What a run did and what it met: problems never stop it."""

    extracted: list[str] = field(default_factory=list)
    unchanged: int = 0
    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    problems: list[DossierError] = field(default_factory=list)
    facts: dict[str, FactsFile] = field(default_factory=dict)
    """File name of the article -> its facts, in the order of the names."""


def silent(done: int, total: int, name: str) -> None:
    """No progress."""


def update_facts(
    paths: DossierPaths,
    dossier: Dossier,
    *,
    force: bool = False,
    jobs: int = 1,
    progress: Progress = silent,
) -> Run:
    """Bring `content/facts/` up to date with the articles, the rules and the settings.

    An article that cannot be read, or whose facts file is broken, is reported and left as it is; the run goes on.

    Args:
        paths: the dossier's folders.
        dossier: its settings.
        force: extract every article, changed or not.
        jobs: number of processes.
        progress: told of every finished article.
    """
    run, cache, recipe = Run(), FactsCache(paths.cache), recipe_of(dossier)
    write_schemas(paths.schemas)
    articles, doubled = articles_of(paths)
    run.problems += doubled
    todo: list[Job] = []
    for article in articles:
        name = paths.name_of(article)
        try:
            old = cache.load(paths.facts_of(article), paths.name_of(paths.facts_of(article)), fresh=force)
        except FactsError as error:
            run.problems.append(error)
            if kept := cache.last_good(paths.facts_of(article)):
                run.facts[name] = kept
            continue
        hands, broken = hands_for(paths.answers, article, dossier)
        run.problems += broken
        settled = settled_date(old, dossier, name)
        made_by = recipe_for(recipe, hands, settled)
        if old and not force and is_current(old, article, made_by):
            run.facts[name] = old
            run.unchanged += 1
        else:
            todo.append(Job(article, name, dossier, settled, old, tuple(hands)))
    for done, (job, result) in enumerate(run_jobs(todo, jobs), 1):
        _finish(paths, run, job, result, recipe_for(recipe, job.hands, job.published))
        progress(done, len(todo), job.name)
    run.problems += orphans(paths, articles)
    run.facts = dict(sorted(run.facts.items()))
    return run


def articles_of(paths: DossierPaths) -> tuple[list[Path], list[ArticleError]]:
    """The article files of a dossier, and an error for each that is left out: its name is taken, or its kind is not read."""
    found = find_articles(paths.seeds)
    clashes = check_names(found)
    taken = {clash.file for clash in clashes}
    left = [path for path in found if f"{path.parent.name}/{path.name}" not in taken]
    return left, [*clashes, *unread_files(paths.seeds)]


def is_current(facts: FactsFile, article: Path, recipe: str) -> bool:
    """Whether a facts file was made from these bytes of the article by these rules."""
    return facts.article.recipe == recipe and facts.article.sha256 == file_digest(article)


def recipe_for(recipe: str, hands: Sequence[Hand], settled: Published | None) -> str:
    """The recipe of an article that other readers have read too, or whose date a person settled: it anchors every weekday."""
    more = [[hand.mark() for hand in hands], settled.date if settled else None]
    return digest([recipe, more], length=10) if hands or settled else recipe


def settled_date(old: FactsFile | None, dossier: Dossier, name: str) -> Published | None:
    """The date of publication that a person settled, in the facts file or by a decision; it anchors every "on Tuesday"."""
    if old and is_persons_record(old.article):
        return old.article.published
    for decision in dossier.decisions:
        if (
            decision.kind == "date"
            and decision.of == "article"
            and decision.value
            and days(decision.value)
            and name_matches(name, old.article.headline if old else None, decision.names)
        ):
            return Published(
                date=decision.value, basis="stated", why=decision.why or "settled by an editor in dossier.yml"
            )
    return None


def name_matches(name: str, headline: str | None, names: Sequence[str]) -> bool:
    """Whether an article is among the names a person gave: its file with or without folder and ending, its id, its headline."""
    path = Path(name)
    own = {name, path.name, path.stem, slug(path.stem), headline}
    return bool({each.casefold() for each in own if each} & {given.casefold() for given in names})


def _finish(paths: DossierPaths, run: Run, job: Job, result: Result, recipe: str) -> None:
    """Keep what a job brought, or report why it brought nothing."""
    if isinstance(result, ArticleError):
        run.problems.append(result)
        if job.old:
            run.facts[job.name] = job.old
        return
    try:
        _keep(paths, run, job, result[0], result[1], recipe)
    except DossierError as error:
        run.problems.append(error)


def _keep(paths: DossierPaths, run: Run, job: Job, facts: FactsFile, source: str, recipe: str) -> None:
    """Reconcile with the facts file as it is now, not as it was before the extraction: a person may have saved it meanwhile."""
    facts.article.recipe = recipe
    path = paths.facts_of(job.path)
    name = paths.name_of(path)
    for last in (False, False, True):
        raw = path.read_bytes() if path.is_file() else b""
        merged = reconcile(parse_facts_bytes(raw, name, paths.root), facts, source)
        try:
            if save_facts(path, merged, digest_of(raw)):
                run.written.append(name)
        except ChangedMeanwhileError:
            if last:
                raise
            continue
        break
    run.facts[job.name] = merged
    run.extracted.append(job.name)


def orphans(paths: DossierPaths, articles: Sequence[Path]) -> list[DossierError]:
    """Facts files whose article is gone: they are reported and kept, for they may hold a person's work."""
    known = {paths.facts_of(article) for article in articles}
    return [
        FactsError(
            "its article is no longer in seeds/, so no page is made from it",
            file=paths.name_of(path),
            mend="Put the article back. If it has another name now: dossier rename OLD NEW.",
        )
        for path in sorted(paths.facts.glob("*.yml"))
        if path not in known
    ]
