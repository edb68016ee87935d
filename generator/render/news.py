"""What is new since the edition before, on the page that it is about."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.knowledge import Change
from generator.render.library import Library, once

MOST_CHANGES = 5


@once
def _by_finding(library: Library) -> dict[str, list[Change]]:
    found: dict[str, list[Change]] = {}
    for change in library.knowledge.changes:
        found.setdefault(change.finding, []).append(change)
    return found


def changes_of(library: Library, findings: Iterable[str]) -> list[Change]:
    """The changes that touch any of these findings, each once, at most a few: the page on what is new has them all."""
    known = _by_finding(library)
    if not known:
        return []
    return [change for key in dict.fromkeys(findings) for change in known.get(key, [])][:MOST_CHANGES]
