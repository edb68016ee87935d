"""Headings that tell the time of what stands below them: "March 2022: Istanbul", "2015"."""

from __future__ import annotations

from generator.extract.layers import Layers
from generator.extract.timexes.expressions import Expression

LONGEST = 10
"""Tokens: a longer line is no heading."""

Heading = tuple[int, tuple[int, int | None] | None]
"""The token with which a heading begins, and its year and month; None where it names none and so ends the one above it."""


def headings_of(layers: Layers, expressions: list[Expression]) -> list[Heading]:
    """The headings of an article that open with a year, with or without its month, and the headings below that close them."""
    found: list[Heading] = []
    for number, paragraph in enumerate(layers.paragraphs):
        if number == 0 or paragraph.headline or not _is_heading(layers, paragraph.start, paragraph.end):
            continue
        inside = [one for one in expressions if paragraph.start <= one.start < paragraph.end]
        told = next((one for one in inside if one.form in {"day", "month", "year"} and one.year), None)
        opens = told is not None and told.start <= paragraph.start + 1
        if opens and told is not None and told.year is not None:
            found.append((paragraph.start, (told.year, told.month)))
        elif found and not inside:
            found.append((paragraph.start, None))
    return found


def _is_heading(layers: Layers, start: int, end: int) -> bool:
    """A short line without a finite verb that ends without a full stop."""
    short = 0 < end - start <= LONGEST and layers.tokens.text[end - 1] not in {".", "!", "”", '"'}
    return short and not any(
        layers.vg_of[at] >= 0 and layers.verb_groups[layers.vg_of[at]].finite for at in range(start, end)
    )
