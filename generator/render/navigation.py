"""The site's menu, made from the front matter of the pages alone, so that whoever builds the site needs no knowledge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Menu = list[Any]
"""As MkDocs' `nav`: a list of paths, {title: path} and {title: list}."""

MAIN = ("index.md", "rounds", "actors", "topics", "timeline.md", "disputed.md", "figures.md", "promises.md", "gaps.md")
LAST = ("new.md", "days.md", "sources", "method.md", "print.md", "annex.md")
SECTIONS = {"rounds": "Rounds", "actors": "Actors", "topics": "Topics", "sources": "Sources"}
NAMES = {"index.md": "Home", "print.md": "Brief", "annex.md": "Annex"}

MOST_IN_A_SECTION = 40
"""Entries of a section; a longer one is parted by its shelves (years, letters, months), or names its index alone."""


def navigation(pages: Mapping[str, Mapping[str, Any]]) -> Menu:
    """The menu of all pages.

    Args:
        pages: path below content/ -> the page's front matter as it stands in the file (titles escaped for HTML).
            Pages that a person wrote, without the mark `generated`, come under "Notes".
    """
    generated = {path: meta for path, meta in pages.items() if meta.get("generated") and not meta.get("moved_to")}
    own = sorted(path for path, meta in pages.items() if not meta.get("generated"))
    main = [item for key in MAIN for item in _item(key, generated)]
    last = [item for key in LAST for item in _item(key, generated)]
    notes = [{"Notes": [_entry(path, pages[path]) for path in own]}] if own else []
    return [*main, *notes, *last]


def left_out(pages: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The pages that the menu does not name: for MkDocs' `not_in_nav`, so that a strict build does not complain."""
    named = set(_paths(navigation(pages)))
    return sorted(path for path in pages if path not in named)


def _paths(menu: Iterable[Any]) -> Iterable[str]:
    for item in menu:
        if isinstance(item, str):
            yield item
        else:
            for value in item.values():
                yield from [value] if isinstance(value, str) else _paths(value)


def _item(key: str, pages: Mapping[str, Mapping[str, Any]]) -> Menu:
    if key in SECTIONS:
        return _section(key, pages)
    return [{NAMES.get(key, str(pages[key].get("title", key))): key}] if key in pages else []


def _section(folder: str, pages: Mapping[str, Mapping[str, Any]]) -> Menu:
    index = f"{folder}/index.md"
    inside = sorted(
        (path for path in pages if path.startswith(f"{folder}/") and path != index),
        key=lambda path: (str(pages[path].get("order", "")), path),
    )
    head = [index] if index in pages else []
    if not head and not inside:
        return []
    if len(inside) <= MOST_IN_A_SECTION:
        return [{SECTIONS[folder]: [*head, *(_entry(path, pages[path]) for path in inside)]}]
    return [{SECTIONS[folder]: [*head, *_on_shelves(inside, pages)]}]


def _on_shelves(inside: list[str], pages: Mapping[str, Mapping[str, Any]]) -> Menu:
    """The pages by year or letter, else by month; nothing where even that makes sections too long to read."""
    for key in (_shelf, _month):
        shelves: dict[str, Menu] = {}
        for path in inside:
            shelves.setdefault(key(pages[path]), []).append(_entry(path, pages[path]))
        if max(len(shelves), *map(len, shelves.values())) <= MOST_IN_A_SECTION:
            return [{shelf: items} for shelf, items in sorted(shelves.items())]
    return []


def _shelf(meta: Mapping[str, Any]) -> str:
    return str(meta.get("shelf", "Other"))


def _month(meta: Mapping[str, Any]) -> str:
    return str(meta.get("order", ""))[:7]


def _entry(path: str, meta: Mapping[str, Any]) -> Any:
    title = meta.get("short") or meta.get("title")
    return {str(title): path} if title else path
