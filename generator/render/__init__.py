"""Render: from `Knowledge` to the pages and data files of the dossier. Pure: nothing is read but templates and words."""

from __future__ import annotations

from generator.model.knowledge import Knowledge
from generator.render.downloads import data_files
from generator.render.library import Library
from generator.render.navigation import navigation
from generator.render.pages.about import about_pages
from generator.render.pages.actors import actor_pages
from generator.render.pages.days import days
from generator.render.pages.home import home
from generator.render.pages.lists import list_pages
from generator.render.pages.moved import moved_pages
from generator.render.pages.rounds import round_pages
from generator.render.pages.sources import source_pages
from generator.render.pages.topics import topic_pages

__all__ = ["navigation", "render_pages"]


def render_pages(knowledge: Knowledge, *, version: str) -> dict[str, str | bytes]:
    """All generated files of the dossier.

    Args:
        knowledge: what all articles together say.
        version: version of the generator, named on the page on method.

    Returns:
        Path below content/ -> the text of the file: Markdown with front matter (`generated: true`), and the plain
        files of data/ and feed.xml. The same knowledge always gives the same bytes.
    """
    library = Library(knowledge, version)
    pages = [
        home(library),
        *round_pages(library),
        *actor_pages(library),
        *topic_pages(library),
        *list_pages(library),
        *source_pages(library),
        days(library),
        *about_pages(library),
        *moved_pages(library),
    ]
    return {**{page.path: page.text() for page in pages}, **data_files(library)}
