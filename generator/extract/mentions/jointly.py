"""Titles in the plural that two names share: "Deputy Foreign Ministers X Y and Z W", "Presidents A B and C D"."""

from __future__ import annotations

from generator.extract.mentions.heads import load_heads
from generator.extract.mentions.scan import Run, Scan


def singular_title(plural: str) -> str | None:
    """The title of which a plural noun is the plural ("foreign ministers" -> "foreign minister").

    Returns:
        None where the singular is no title of one person ("teams", "forces").
    """
    if not plural.endswith("s"):
        return None
    words = plural[:-1].lower().split()
    for first in range(len(words)):
        found = load_heads().at(words, first)
        if found is not None and found[0] == len(words) and found[1].sort == "title":
            return plural[:-1]
    return None


def shares_title(scan: Scan, run: Run) -> bool:
    """Whether a plural title stands before the name, or before the name to which "and" joins it."""
    lower = scan.layers.tokens.lower
    if lower[run.end : run.end + 1] == ["and"] and scan.run_at(run.end + 1) is not None:
        return _follows_plural(scan, run)
    first = scan.run_at(run.start - 2) if lower[run.start - 1] == "and" else None
    return first is not None and first.end == run.start - 1 and _follows_plural(scan, first)


def _follows_plural(scan: Scan, run: Run) -> bool:
    head = scan.head_at(run.start - 1)
    if (
        head is None
        or not head.head.plural
        or scan.layers.sentence_of[head.start] != scan.layers.sentence_of[run.start]
    ):
        return False
    return singular_title(head.head.word) is not None
