"""Our writer's YAML reads back as what was written, by a general reader; loading names the faulty line."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.store.yaml_text import block, flow, load_yaml, rows, scalar

TEXTS = st.text(st.characters(blacklist_categories=("Cs",)), max_size=40)
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**9), 10**9), st.floats(-1e6, 1e6, allow_nan=False), TEXTS
)
FLAT = st.dictionaries(TEXTS, st.one_of(SCALARS, st.lists(SCALARS, max_size=3)), min_size=1, max_size=4)


@given(SCALARS)
def test_a_scalar_reads_back(value: object) -> None:
    assert yaml.safe_load(f"x: {scalar(value)}")["x"] == value


@given(
    st.recursive(
        SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3), max_leaves=8
    )
)
def test_flow_reads_back(value: object) -> None:
    assert load_yaml(f"x: {flow(value)}")["x"] == value


@given(st.lists(FLAT, min_size=1, max_size=3))
def test_rows_read_back(values: list[dict]) -> None:
    assert load_yaml("x:\n" + "\n".join(rows(values))) == {"x": values}


@given(st.dictionaries(TEXTS, st.lists(FLAT, min_size=1, max_size=2), min_size=1, max_size=2))
def test_lists_of_mappings_stand_a_row_each(value: dict) -> None:
    assert load_yaml("\n".join(block(value))) == value


@pytest.mark.parametrize(
    "text", ["2022-03-03", "no", "Yes", "null", "1e3", "0x1f", "~", "12:30", "- a", "a: b", "NO", "on"]
)
def test_what_another_reader_might_misread_is_quoted(text: str) -> None:
    assert scalar(text).startswith('"')


@pytest.mark.parametrize(
    "text", ["Lavrov", "Brest region", "no-agreement", "Mr Smith", "north/south", "Zelensky’s adviser"]
)
def test_plain_words_stay_plain(text: str) -> None:
    assert scalar(text) == text


def test_a_broken_file_names_its_line() -> None:
    with pytest.raises(ValueError, match="line 3"):
        load_yaml("a: 1\nb: [1, 2\nc: 3")


@pytest.mark.parametrize("text", ["2022-03-03", "007", "no", "14:30", "1_000", ".nan"])
def test_what_only_looks_like_a_date_or_a_number_is_words(text: str) -> None:
    assert load_yaml(f"value: {text}") == {"value": text}


@pytest.mark.parametrize(("text", "value"), [("12", 12), ("-3.5", -3.5), ("true", True), ("null", None), ("", None)])
def test_numbers_and_truth_are_read(text: str, value: object) -> None:
    assert load_yaml(f"value: {text}") == {"value": value}


def test_a_key_that_stands_twice_is_an_error_with_its_line() -> None:
    with pytest.raises(ValueError, match=r"line 2.*'title' stands here twice"):
        load_yaml("title: a\ntitle: b\n")
    assert load_yaml("a: &a {x: 1}\nb: {<<: *a, x: 2}\n")["b"] == {"x": 2}
