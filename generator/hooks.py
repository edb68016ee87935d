"""MkDocs hooks: the pages are brought up to date before `mkdocs serve` or `mkdocs build` reads them.

Named in `mkdocs.yml` under `hooks:`. One edit of an article, a facts file or the settings gives one rebuild; a broken file gives a
message, and the server lives on.
"""

from __future__ import annotations

import logging
import os
import sys
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.pages import Page
from pathspec import GitIgnoreSpec

# MkDocs loads this file by its path and forgets sys.path afterwards, so all imports happen here.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.errors import DossierError
from generator.intake.adding import take_inbox
from generator.pages_pipeline import update_dossier
from generator.paths import DossierPaths
from generator.publish.citing import citations_of
from generator.publish.finishing import finish_site, finished_content, finished_page
from generator.render.navigation import left_out, navigation
from generator.review.serving import add_review
from generator.store.pages import front_matters
from generator.store.settings import load_settings

__all__ = [
    "on_config",
    "on_page_content",
    "on_page_context",
    "on_post_build",
    "on_post_page",
    "on_post_template",
    "on_serve",
]
"""What a dossier of its own imports: all hooks, so that none can be forgotten."""

log = logging.getLogger("dossier")
"""Not a child of MkDocs' logger: a broken article is reported and must not fail a strict build of all the others."""

_serving: list[LiveReloadServer] = []


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Bring facts and pages up to date and hang the pages into the navigation."""
    if not log.handlers:
        log.addHandler(logging.StreamHandler())
    paths = paths_of(config)
    _pause(paths)
    try:
        take_inbox(paths, lambda row: log.info("dossier: inbox: %s: %s, %s", row.name, row.state, row.what))
        config.site_name = escape(load_settings(paths.settings, paths.name_of(paths.settings)).title)
        run = update_dossier(paths, as_of=os.environ.get("DOSSIER_AS_OF"))
        for problem in run.problems:
            log.error("dossier: %s", problem)
    except DossierError as error:
        log.error("dossier: %s The pages are left as they were.", error)  # noqa: TRY400  (no traceback for a user)
    except Exception as error:  # a fault of ours must not take the server down
        log.error("dossier: this is a bug (%s: %s). The pages are left as they were.", type(error).__name__, error)  # noqa: TRY400
    finally:
        _resume(paths)
    if os.environ.get("OFFLINE", "").lower() not in {"true", "1"}:
        config.extra["polyfills"] = []  # the search needs our worker script only where there is no server
        if config.site_url:
            config.theme["features"] = [*config.theme["features"], "navigation.instant.preview"]  # asks the server
    pages = front_matters(paths.content)
    config.nav = navigation(pages)
    config.not_in_nav = _patterns(left_out(pages))
    return config


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """Watch what a person edits, and not the pages that the generator writes."""
    paths = paths_of(config)
    server.unwatch(config.docs_dir)
    for path in (paths.seeds, paths.facts, paths.settings, paths.root / "inbox"):
        if path.exists():
            server.watch(str(path))
    _serving[:] = [server]
    paths.facts.mkdir(parents=True, exist_ok=True)
    add_review(server, paths, paths.facts)
    return server


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Make the content ready for the search."""
    return finished_content(html)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Give the theme's page the ways to cite it."""
    context["citations"] = citations_of(
        page.meta, site_name=config.site_name, site_url=config.site_url or "", address=page.url
    )
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Finish a page: our search, the Content-Security-Policy."""
    return finished_page(output)


def on_post_build(config: MkDocsConfig) -> None:
    """Finish the site: the search's names of pages, the theme's style."""
    finish_site(Path(config.site_dir), front_matters(Path(config.docs_dir)))


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The same for pages made from templates alone (404.html)."""
    return finished_page(output_content) if template_name.endswith(".html") else output_content


def paths_of(config: MkDocsConfig) -> DossierPaths:
    """The dossier that a MkDocs configuration belongs to: the folder of its file."""
    return DossierPaths(Path(config.config_file_path).resolve().parent)


def _patterns(paths: list[str]) -> GitIgnoreSpec:
    """Pages that the menu leaves out on purpose, so that MkDocs does not complain."""
    return GitIgnoreSpec.from_lines([f"/{path}" for path in paths])


def _pause(paths: DossierPaths) -> None:
    """Stop watching the facts while the generator itself may write them: one edit is one rebuild."""
    for server in _serving:
        server.unwatch(str(paths.facts))


def _resume(paths: DossierPaths) -> None:
    for server in _serving:
        paths.facts.mkdir(parents=True, exist_ok=True)
        server.watch(str(paths.facts))
