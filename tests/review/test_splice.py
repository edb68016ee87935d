"""Splicing changes the named fields of one fact and no other byte, and a row put back is the row that was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.review.splice import SpliceError, find_row, row_text, with_fields, with_row
from generator.store.facts_files import parse_facts
from generator.store.yaml_text import load_yaml

SHIPPED = sorted((Path(__file__).parents[2] / "content" / "facts").glob("*.yml"))
BY_HAND = """# a head
article: {id: a1, file: seeds/a1.txt, sha256: x}
actors: []
facts:
  # the first, with a comment
  - id: aaaaaa   # its name
    kind: event
    type: other
    evidence:
      - {start: 0, end: 3, text: The}
    why: >
      folded words
      over two lines

  # between
  - kind: figure
    id: bbbbbb
    value: 3
    of: ships
    evidence: [{start: 4, end: 7, text: sea}]
made: [aaaaaa]
"""


@pytest.mark.parametrize(
    "text", [BY_HAND, BY_HAND.replace("\n", "\r\n"), BY_HAND.removesuffix("made: [aaaaaa]\n").rstrip("\n")]
)
def test_a_new_field_stands_at_the_end_of_its_row(text: str) -> None:
    for ident in ("aaaaaa", "bbbbbb"):
        after = with_fields(text, ident, {"review": "confirmed"})
        added = after.replace("review: confirmed", "", 1)
        assert [line for line in added.splitlines() if line.strip()] == [
            line for line in text.splitlines() if line.strip()
        ]
        row = next(row for row in load_yaml(after)["facts"] if row["id"] == ident)
        assert row["review"] == "confirmed"
        assert ("\r\n" in after) == ("\r\n" in text)


def test_a_field_is_replaced_and_taken_out_where_it_stands() -> None:
    after = with_fields(BY_HAND, "aaaaaa", {"type": "economic", "why": None, "note": "a “note”: with signs"})
    row = load_yaml(after)["facts"][0]
    assert (row["type"], row["note"]) == ("economic", "a “note”: with signs")
    assert "why" not in row
    assert "# the first, with a comment" in after
    assert "# its name" in after
    assert "# between" in after


@pytest.mark.parametrize("ident", ["zzzzzz", "", "a: b"])
def test_what_is_not_there_is_said(ident: str) -> None:
    with pytest.raises(SpliceError):
        find_row(BY_HAND, ident)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_row_of_the_shipped_files(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    file = parse_facts(text, path.name)
    for fact in file.facts[::6]:
        before = row_text(text, fact.id)
        after = with_fields(text, fact.id, {"review": "rejected", "note": "no: it’s not so", "was": {"date": None}})
        assert with_row(after, fact.id, before) == text
        changed = parse_facts(after, path.name)
        assert [f.id for f in changed.facts if f.review == "rejected"] == [fact.id]
        assert after.replace(row_text(after, fact.id), before) == text


@given(note=st.text(max_size=40), place=st.none() | st.text(max_size=20))
def test_any_value_goes_in_and_comes_out(note: str, place: str | None) -> None:
    after = with_fields(BY_HAND, "bbbbbb", {"note": note, "of": place or "ships"})
    row = next(row for row in load_yaml(after)["facts"] if row["id"] == "bbbbbb")
    assert (row["note"], row["of"]) == (note, place or "ships")
    assert load_yaml(after)["facts"][0] == load_yaml(BY_HAND)["facts"][0]
