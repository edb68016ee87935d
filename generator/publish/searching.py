"""The search of the built site: our own worker in the place of the theme's, and what each page is called besides."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

NOTE_MARK = '<sup id="fnref'
THEME_WORKER = re.compile(r"assets/javascripts/workers/search\.[0-9a-f]+\.min\.js")
OWN_WORKER = "assets/search.js"
INDEX = "search/search_index.json"
INDEX_FROM_DISK = "search/search_index.js"
PREFIX = "var __index = "
"""How the theme's offline plugin wraps the index, so that a page from disk can load it."""


def without_note_marks(html: str) -> str:
    """The content of a page with its footnote marks kept out of the search index (`data-search-exclude`)."""
    return html.replace(NOTE_MARK, NOTE_MARK.replace("<sup ", "<sup data-search-exclude "))


def with_own_worker(html: str) -> str:
    """The page with our search in the place of the theme's: it asks for all words and knows spellings."""
    return THEME_WORKER.sub(OWN_WORKER, html)


def name_pages(site: Path, pages: Mapping[str, Mapping[str, Any]]) -> None:
    """Write into the search index what else a page is called (`also` in its front matter: spellings, days, seats).

    Args:
        site: the built site.
        pages: path below content/ -> the page's front matter.
    """
    names = {place: meta["also"] for path, meta in pages.items() if meta.get("also") for place in addresses(path)}
    for file, prefix in ((site / INDEX, ""), (site / INDEX_FROM_DISK, PREFIX)):
        if not file.is_file():
            continue
        text = file.read_text(encoding="utf-8").removeprefix(prefix)
        index = json.loads(text)
        for doc in index["docs"]:
            if doc["location"] in names:
                doc["also"] = names[doc["location"]]
        file.write_text(prefix + json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def addresses(path: str) -> list[str]:
    """The addresses that a page may have on the site: with a folder of its own, and as a file."""
    bare = path.removesuffix(".md")
    folder = bare.removesuffix("index") if bare.rsplit("/", 1)[-1] == "index" else f"{bare}/"
    return [folder, f"{bare}.html"]
