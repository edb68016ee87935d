"""Rules as rows: what a kind of fact looks for stands in YAML (`generator/lexicon/rows/`); this is the engine that matches it.

A row has a trigger (verbs, nouns), slots filled over the arcs of the grammar, guards that make it hold its peace, the values it
gives, and its own tests: `yes:` sentences with what comes out, `no:` sentences where nothing may. `docs/rules.md` tells how to add one.
"""

from __future__ import annotations

from generator.extract.found import Tried
from generator.extract.rows.book import ReadyRow, RowBook, load_rows, read_rows
from generator.extract.rows.match import Match, find_matches
from generator.extract.rows.view import Filler, View

__all__ = ["Filler", "Match", "ReadyRow", "RowBook", "Tried", "View", "find_matches", "load_rows", "read_rows"]
