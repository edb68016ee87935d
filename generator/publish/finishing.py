"""What is done to each page and to the whole site after MkDocs: the steps in their order, for hooks and for tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.publish.csp import add_policy
from generator.publish.searching import name_pages, with_own_worker, without_note_marks
from generator.publish.slimming import slim_theme
from generator.publish.tightening import tightened, tightened_css

__all__ = ["finish_site", "finished_content", "finished_page"]


def finished_content(html: str) -> str:
    """The content of a page as the search may read it."""
    return without_note_marks(html)


def finished_page(html: str) -> str:
    """A whole page: our search, no needless white space, and a policy by hash of the scripts the theme itself brings."""
    return add_policy(tightened(with_own_worker(html)))


def finish_site(site: Path, pages: Mapping[str, Mapping[str, Any]]) -> None:
    """The built site: what pages are called besides goes into the search, what no page asks for out of the style.

    Args:
        site: the built site.
        pages: path below content/ -> the page's front matter.
    """
    name_pages(site, pages)
    slim_theme(site)
    for sheet in (site / "assets").glob("*.css"):
        sheet.write_text(tightened_css(sheet.read_text(encoding="utf-8")), encoding="utf-8")
