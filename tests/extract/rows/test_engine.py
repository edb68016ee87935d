"""The engine of rows: what does not load, what fits, and what the trace tells of the rows that refused."""

from __future__ import annotations

from typing import Any

import pytest

from generator.errors import DossierError
from generator.extract.language import analyse
from generator.extract.rows import Tried, View, find_matches, read_rows
from generator.model.dossier import Dossier
from tests.extract.articles import make_article


def row(**changes: Any) -> dict[str, Any]:
    """A row that holds, with changes."""
    return {
        "id": "event/open v1",
        "why": "doors are opened",
        "trigger": {"verbs": ["open"]},
        "slots": {"object": {"arc": "object", "words": "$doors"}},
        "yes": [{"text": "She opened the gate.", "gives": [{"words": "opened"}]}],
        "no": ["She opened a bottle."],
        **changes,
    }


def book(*rows: dict[str, Any], **file: Any) -> Any:
    return {
        "meaning": "Rows of the tests, in words of our own.",
        "words": {"doors": ["door", "gate"]},
        "rows": list(rows),
        **file,
    }


def matched(text: str, *rows: dict[str, Any]) -> tuple[list[str], list[Tried]]:
    layers = analyse(make_article(text, "2022-03-04"), Dossier(title="test"))
    trace: list[Tried] = []
    found = find_matches(View(layers), read_rows("test", book(*rows)), trace)
    return [match.row.id for match in found], trace


@pytest.mark.parametrize(
    "changes",
    [
        {"yes": []},
        {"no": []},
        {"slots": {"object": {"arc": "elsewhere"}}},
        {"slots": {"object": {"arc": "object", "words": "$windows"}}},
        {"trigger": {}},
        {"id": "open"},
        {"colour": "red"},
    ],
    ids=["no example", "no counterexample", "unknown arc", "unknown list", "no trigger", "no version", "unknown key"],
)
def test_a_row_with_a_fault_does_not_load(changes: dict[str, Any]) -> None:
    with pytest.raises(DossierError):
        read_rows("test", book(row(**changes)))


def test_two_rows_of_one_name_do_not_load() -> None:
    with pytest.raises(DossierError):
        read_rows("test", book(row(), row()))


def test_lists_that_no_row_reads_are_told() -> None:
    assert read_rows("test", book(row(), words={"doors": ["door"], "walls": ["wall"]})).unread == ["walls"]


def test_a_row_fits_by_the_grammar_and_not_by_neighbourhood() -> None:
    assert matched("The gate of the old town was opened by Ana Ruiz.", row())[0] == ["event/open v1"]
    assert matched("Ana Ruiz opened a letter by the gate.", row())[0] == []


def test_the_trace_tells_what_refused() -> None:
    _, trace = matched("Ana Ruiz opened a bottle.", row())
    assert [tried.refused for tried in trace] == ["slot object: “bottle” at object"]
    _, trace = matched("Ana Ruiz may open the gate.", row(guards={"told": ["asserted"]}))
    assert [tried.refused for tried in trace] == ["told: possible"]


def test_the_first_row_that_fits_wins_and_all_can_be_asked_for() -> None:
    rows = row(), row(id="event/open-again v1", slots={})
    layers = analyse(make_article("Ana Ruiz opened the gate.", "2022-03-04"), Dossier(title="test"))
    both = [match.row.id for match in find_matches(View(layers), read_rows("test", book(*rows)), every=True)]
    assert both == ["event/open v1", "event/open-again v1"]
    assert matched("Ana Ruiz opened the gate.", *rows)[0] == ["event/open v1"]


def test_a_particle_belongs_to_the_verb_also_behind_the_object() -> None:
    off = row(trigger={"verbs": ["seal off"]}, slots={})
    assert matched("Police sealed off the square.", off)[0] == ["event/open v1"]
    assert matched("Police sealed the square off.", off)[0] == ["event/open v1"]
    assert matched("Police sealed the letter.", off)[0] == []


def test_a_value_may_depend_on_the_trigger() -> None:
    two = row(trigger={"verbs": ["open", "shut"]}, slots={}, gives={"type": {"political": ["shut"], "other": []}})
    layers = analyse(make_article("They opened the gate and shut the door.", "2022-03-04"), Dossier(title="test"))
    values = [match.values["type"] for match in find_matches(View(layers), read_rows("test", book(two)))]
    assert values == ["other", "political"]
