"""What is new since the edition before, on the page that it is about: a line at its head, a mark at each entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.knowledge import Change
from generator.render.library import Library, once


@dataclass(frozen=True, slots=True)
class News:
    """How many entries of a page are new or changed, and what was taken back."""

    new: int
    changed: int
    withdrawn: list[Change]

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.withdrawn)


@once
def changes(library: Library) -> dict[str, Change]:
    """Finding id -> what became of it since the edition before."""
    return {change.finding: change for change in library.knowledge.changes}


def news_of(library: Library, findings: Iterable[str]) -> News:
    """The news of a page that shows these findings."""
    known = changes(library)
    found = [known[key] for key in dict.fromkeys(findings) if key in known] if known else []
    kinds = [change.kind for change in found]
    return News(
        kinds.count("new"), kinds.count("changed"), [change for change in found if change.kind == "withdrawn"][:5]
    )
