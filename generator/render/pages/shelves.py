"""Shelves: how long lists are parted, by year or by letter, so that a page and a menu stay readable at any size."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from generator.model.identity import slug

T = TypeVar("T")


def shelf_of(date: str | None) -> str:
    """The year of an EDTF date; "Undated" where there is none."""
    year = (date or "")[:4]
    return year if year.isdigit() else "Undated"


def month_of(day: str) -> str:
    """The month of an ISO day ("2022-03"); "Undated" for the day that stands for none."""
    return day[:7] if day != "9999" else "Undated"


def letter_of(name: str) -> str:
    """The letter under which a name is listed ("Željko" -> "Z")."""
    first = slug(name, "other")[:1].upper()
    return first if first.isalpha() else "0–9"


def on_shelves(items: Iterable[T], shelf: Callable[[T], str]) -> dict[str, list[T]]:
    """The items by shelf, shelves in order of their names, items in the order given."""
    shelves: dict[str, list[T]] = {}
    for item in items:
        shelves.setdefault(shelf(item), []).append(item)
    return dict(sorted(shelves.items()))
