"""Pages under old addresses: each leads on to where what it told stands now, with and without a server or scripts."""

from __future__ import annotations

import posixpath

from generator.render.escape import Md
from generator.render.library import Library
from generator.render.pages.front import common
from generator.render.sheet import Page, Sheet


def moved_pages(library: Library) -> list[Page]:
    """A page for each address that was published once."""
    return [_moved(library, old, new) for old, new in sorted(library.knowledge.moved.items())]


def _moved(library: Library, old: str, new: str) -> Page:
    sheet = Sheet(library, old)
    stem = posixpath.basename(new).removesuffix(".md")
    folder = posixpath.dirname(new)
    names = {
        "actors": {key: actor.name for key, actor in library.actors.items()},
        "rounds": {key: each.title for key, each in library.rounds.items()},
        "topics": {key: topic.title for key, topic in library.topics.items()},
    }
    title = names.get(folder, {}).get(stem) or f"all {folder}"
    body = Md("# Moved\n\nThis page is now at [{}]({}).\n").format(title, sheet.to(new))
    meta = {**common(library, "Moved"), "moved_to": new, "search": {"exclude": True}}
    return Page(old, meta, body)
