"""Every row is held by its own examples: what its `yes` sentences must give, and its `no` sentences must not."""

from __future__ import annotations

import pytest

from generator.extract.rows import ReadyRow, load_rows
from generator.lexicon import FOLDER
from tests.extract.rows.examples import problems

KINDS = {"events": "event", "positions": "position", "figures": "figure"}
"""First word of a file of rows -> the kind of fact it makes."""
BOOKS = sorted(path.stem for path in (FOLDER / "rows").glob("*.yml"))
ROWS = [(KINDS[name.split("_")[0]], row) for name in BOOKS for row in load_rows(name).rows]


@pytest.mark.parametrize(("kind", "row"), ROWS, ids=lambda each: each.id if isinstance(each, ReadyRow) else "")
def test_a_row_gives_what_its_examples_say(kind: str, row: ReadyRow) -> None:
    found = {each.text: problems(row.id, kind, each) for each in (*row.source.yes, *row.source.no)}
    assert {text: wrong for text, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("name", BOOKS)
def test_every_named_list_is_read_by_a_row(name: str) -> None:
    assert load_rows(name).unread == []


@pytest.mark.parametrize("name", BOOKS)
def test_a_trigger_leads_to_its_rows_in_their_order(name: str) -> None:
    book = load_rows(name)
    for table in (book.verbs, book.nouns, book.adjectives):
        for entries in table.values():
            lengths = [len(words) for words, _ in entries]
            assert lengths == sorted(lengths, reverse=True)
