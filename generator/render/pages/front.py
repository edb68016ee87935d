"""What every page's front matter and foot have in common."""

from __future__ import annotations

from typing import Any

from generator.render.environment import write
from generator.render.library import Library
from generator.render.sheet import Page, Sheet


def page(sheet: Sheet, template: str, title: str, meta: dict[str, Any] | None = None, **context: Any) -> Page:
    """A page from its template: the body first, so that the notes it calls can be put under it.

    Args:
        sheet: the page being written.
        template: name of the template of the body.
        title: title of the page, foreign text or not.
        meta: further front matter (`nav`, `search`, `data`, …).
        **context: what the template needs beside `sheet`, `library` and `title`.
    """
    body = write(
        template, sheet=sheet, library=sheet.library, title=title, data=(meta or {}).get("data", ""), **context
    )
    if sheet.notes:
        body += write("partials/notes.md.j2", definitions=sheet.notes.definitions(body))
    return Page(sheet.path, {**common(sheet.library, title), **(meta or {})}, body)


def common(library: Library, title: str) -> dict[str, Any]:
    """Title and mark of a generated page, and the day up to which it knows."""
    return {
        "title": title,
        "generated": True,
        "as_of": library.as_of or "",
    }
