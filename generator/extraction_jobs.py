"""Jobs of extraction: one article each, run here or in several processes, always handed back in the order of the articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

from generator.errors import ArticleError
from generator.model.article import Published
from generator.model.dossier import Dossier
from generator.model.facts import FactsFile
from generator.read import read_article
from generator.readers.answers import Hand

CHUNK = 32
"""Articles handed to a process at a time: fewer cost more in passing than they win."""


@dataclass(frozen=True, slots=True)
class Job:
    """One article to extract, with what is known of it beforehand."""

    path: Path
    name: str
    dossier: Dossier
    published: Published | None
    old: FactsFile | None
    hands: tuple[Hand, ...] = ()
    """Answers of other readers about the article."""


Result = tuple[FactsFile, str] | ArticleError
"""The facts and the file's characters, or why there are none."""


def run_jobs(jobs: Sequence[Job], processes: int) -> Iterator[tuple[Job, Result]]:
    """Every job with its result, in the order of the jobs, as each is done.

    Raises:
        SettingsError: the dossier names a spaCy pipeline that is not installed; told once, before any work.
    """
    for name in {job.dossier.pipeline for job in jobs} - {None}:
        import_module("generator.extract.mentions.trained").load_trained(name)
    if processes <= 1 or len(jobs) <= CHUNK:
        yield from ((job, run_job(job)) for job in jobs)
        return
    with ProcessPoolExecutor(processes) as pool:
        yield from zip(jobs, pool.map(run_job, jobs, chunksize=CHUNK), strict=True)


def run_job(job: Job) -> Result:
    """Read and extract one article; a failure of any kind becomes an error that names the file and never stops the run."""
    try:
        article = read_article(job.path, job.name, job.dossier)
        if job.published:
            article = replace(article, record=article.record.model_copy(update={"published": job.published}))
        # spaCy costs more than half a second to import: only a run with something new pays for it.
        if job.hands or article.record.language != "en":
            hands = import_module("generator.second_reading")
            return hands.read_with_hands(article, job.dossier, job.hands).facts, article.source
        language = import_module("generator.extract.language")
        return language.extract_article(article, job.dossier), article.source
    except ArticleError as error:
        return error
    except Exception as error:  # a fault of ours in one article must not cost the others
        what = f"the extraction failed ({type(error).__name__}: {error})"
        return ArticleError(what, file=job.name, mend="The article is left out; please report this as a bug.")
