"""From the facts on disk to the pages on disk: merge, render, write, and remember what is new."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from generator import __version__
from generator.errors import FactsError
from generator.model.dossier import Dossier
from generator.model.facts import FactsFile
from generator.model.identity import digest
from generator.model.knowledge import Knowledge
from generator.paths import DossierPaths
from generator.pipeline import Progress, Run, silent, update_facts
from generator.recipe import HOME
from generator.store.facts_cache import FactsCache
from generator.store.locking import one_at_a_time
from generator.store.pages import is_generated, write_pages
from generator.store.record import baseline_for, moved_addresses, update_record
from generator.store.settings import load_settings, settings_warnings
from generator.store.writing import try_to_write


def update_dossier(
    paths: DossierPaths, *, force: bool = False, jobs: int = 1, as_of: str | None = None, progress: Progress = silent
) -> Run:
    """Bring facts and pages up to date: what `dossier build` and the MkDocs hook do.

    Raises:
        SettingsError: `content/dossier.yml` cannot be used; nothing has been written then.
    """
    dossier = load_settings(paths.settings, paths.name_of(paths.settings))
    run = update_facts(paths, dossier, force=force, jobs=jobs, progress=progress)
    run.problems += settings_warnings(dossier, paths.name_of(paths.settings))
    update_pages(paths, dossier, run, as_of=as_of)
    return run


def update_pages(paths: DossierPaths, dossier: Dossier, run: Run, *, as_of: str | None = None) -> None:
    """Make the pages from the run's facts, unless the very same facts, settings and templates made them last time."""
    with one_at_a_time(paths.cache):
        _update_pages(paths, dossier, run, as_of)


def _update_pages(paths: DossierPaths, dossier: Dossier, run: Run, as_of: str | None) -> None:
    state = paths.cache / "pages.txt"
    key = _state_of(paths, dossier, run.facts, as_of)
    if state.is_file() and state.read_text(encoding="utf-8") == key and (paths.content / "index.md").is_file():
        return
    knowledge = merge_run(paths, dossier, run.facts, as_of=as_of)
    # Jinja2 is imported only when pages are made.
    pages = import_module("generator.render").render_pages(knowledge, version=__version__)
    done = write_pages(paths.content, pages)
    if as_of is None:
        update_record(paths, knowledge)
    run.written += [f"content/{name}" for name in done.written]
    run.removed += [f"content/{name}" for name in done.removed]
    run.problems += done.problems
    try_to_write(state, _state_of(paths, dossier, run.facts, as_of))


def render_only(paths: DossierPaths, dossier: Dossier, *, as_of: str | None = None) -> Run:
    """Make the pages from the facts files as they are; articles are not read anew.

    Raises:
        SettingsError: a decision in the settings contradicts another or names what does not exist.
    """
    run, cache = Run(), FactsCache(paths.cache)
    for path in sorted(paths.facts.glob("*.yml")):
        try:
            facts = cache.load(path, paths.name_of(path))
        except FactsError as error:
            run.problems.append(error)
            facts = cache.last_good(path)
        if facts:
            run.facts[facts.article.file] = facts
    update_pages(paths, dossier, run, as_of=as_of)
    return run


def merge_run(
    paths: DossierPaths, dossier: Dossier, facts: Mapping[str, FactsFile], *, as_of: str | None = None
) -> Knowledge:
    """All that the articles together say, compared with the last committed record."""
    merge = import_module("generator.merge")
    knowledge: Knowledge = merge.merge_facts(list(facts.values()), dossier, as_of=as_of, texts=texts_of(paths, facts))
    knowledge.changes = merge.compare(knowledge.findings, baseline_for(paths, knowledge))
    knowledge.moved = moved_addresses(paths, knowledge) if as_of is None else {}
    return knowledge


def stale_pages(paths: DossierPaths, knowledge: Knowledge) -> list[str]:
    """The generated files that are not what this knowledge makes of them, or that are not there at all; none before the first rendering."""
    if not (paths.content / "index.md").is_file():
        return []
    pages: Mapping[str, str | bytes] = import_module("generator.render").render_pages(knowledge, version=__version__)
    stale = []
    for name, made in sorted(pages.items()):
        path = paths.content / name
        if path.suffix == ".md" and path.is_file() and not is_generated(path):
            continue  # a person's own page
        raw = made.encode("utf-8") if isinstance(made, str) else made
        if not path.is_file() or path.read_bytes() != raw:
            stale.append(name)
    return stale


def texts_of(paths: DossierPaths, facts: Mapping[str, FactsFile]) -> dict[str, str]:
    """Article id -> the characters of its file, for telling near-identical wording."""
    texts = {}
    for name, file in facts.items():
        path = paths.root / name
        if path.is_file():
            texts[file.article.id] = path.read_bytes().decode("utf-8", errors="replace")
    return texts


def _state_of(paths: DossierPaths, dossier: Dossier, facts: Mapping[str, FactsFile], as_of: str | None) -> str:
    """A digest of all that decides what the pages are."""
    total = hashlib.sha256()
    for room in ("model", "merge", "render", "lexicon", "publish"):
        for path in sorted((HOME / room).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                total.update(path.read_bytes())
    marks = [[name, digest(file.model_dump(), 12)] for name, file in facts.items()]
    pages = json.dumps(_page_marks(paths.content))
    total.update(json.dumps([marks, dossier.model_dump(), as_of, pages, __version__]).encode())
    return total.hexdigest()


def _page_marks(content: Path) -> list[list[str | int]]:
    """Size and time of every page: one that a person has changed or deleted is made anew."""
    found = sorted(
        path for path in content.rglob("*") if path.is_file() and path.suffix in {".md", ".json", ".csv", ".xml"}
    )
    return [[path.relative_to(content).as_posix(), path.stat().st_size, path.stat().st_mtime_ns] for path in found]
