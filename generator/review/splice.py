"""Splicing: one row of a facts file gets other values, and every other byte of the file stays as it is.

The parser's own marks say where a row and its fields stand, so comments, order and line ends of all else are kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from generator.store.yaml_text import SAFE, block

FIELDS_LAST = ("note", "review", "reviewed_by", "reviewed_at", "was")


class SpliceError(Exception):
    """The file's text has another shape than a splice can handle; nothing was written."""


@dataclass(frozen=True, slots=True)
class Row:
    """One fact in the text: the offsets of its lines, the column of its fields, and each field's lines."""

    start: int
    end: int
    indent: int
    fields: dict[str, tuple[int, int]]


def find_row(text: str, fact_id: str) -> Row:
    """The lines of a fact.

    Raises:
        SpliceError: there is no such fact, or its row is written in one line of braces.
    """
    root = yaml.compose(text, Loader=SAFE)
    facts = _value(root, "facts")
    if not isinstance(facts, yaml.SequenceNode):
        raise SpliceError("the file has no list of facts")
    starts = _line_starts(text)
    for node in facts.value:
        ident = _value(node, "id")
        if isinstance(ident, yaml.ScalarNode) and ident.value == fact_id:
            if node.flow_style:
                raise SpliceError("the row is written in braces")
            return _row(text, node, starts)
    raise SpliceError("there is no such fact in the file")


def _row(text: str, node: yaml.MappingNode, starts: list[int]) -> Row:
    keys = [(key.value, key.start_mark) for key, _ in node.value]
    begin = starts[keys[0][1].line]
    end = _end_of(text, starts, node)
    lines = [starts[mark.line] for _, mark in keys] + [end]
    fields = {name: (lines[i], lines[i + 1]) for i, (name, _) in enumerate(keys)}
    return Row(begin, end, keys[0][1].column, fields)


def _end_of(text: str, starts: list[int], node: yaml.MappingNode) -> int:
    """The end of a row's last line: trailing comments and blank lines belong to what follows."""
    last = node.value[-1][1]
    while isinstance(last, yaml.MappingNode | yaml.SequenceNode) and last.value and not last.flow_style:
        tail = last.value[-1]
        last = tail[1] if isinstance(tail, tuple) else tail
    line = last.end_mark.line
    if last.end_mark.column == 0 and line > last.start_mark.line:  # a block scalar ends where the next line begins
        return int(starts[line])
    following: int = starts[line + 1] if line + 1 < len(starts) else len(text)
    return following


def _value(node: Any, key: str) -> Any:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if getattr(name, "value", None) == key), None)
    return None


def _line_starts(text: str) -> list[int]:
    """Offsets at which lines begin, as the parser counts lines."""
    starts = [0]
    at = 0
    while at < len(text):
        if text[at] == "\r" and text[at + 1 : at + 2] == "\n":
            at += 1
        if text[at] in "\r\n\x85\u2028\u2029":
            starts.append(at + 1)
        at += 1
    return starts


def with_fields(text: str, fact_id: str, values: dict[str, Any]) -> str:
    """The file's text with some fields of one fact set; None takes a field out.

    Args:
        text: the facts file.
        fact_id: the fact.
        values: field -> plain value (strings, numbers, lists, dicts), or None.

    Raises:
        SpliceError: see `find_row`.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    row = find_row(text, fact_id)
    edits: list[tuple[int, int, str]] = []
    added = ""
    for name, value in values.items():
        lines = [] if value is None else block({name: value}, " " * row.indent)
        made = "".join(line + newline for line in lines)
        if name not in row.fields:
            added += made
        elif row.fields[name][0] == row.start:
            raise SpliceError("the first field of a row stays")
        else:
            edits.append((*row.fields[name], made))
    if added and row.end and text[row.end - 1] not in "\r\n":
        added = newline + added
    for start, end, made in sorted([*edits, (row.end, row.end, added)], reverse=True):
        text = text[:start] + made + text[end:]
    return text


def row_text(text: str, fact_id: str) -> str:
    """The characters of a fact's row, for taking a decision back."""
    row = find_row(text, fact_id)
    return text[row.start : row.end]


def with_row(text: str, fact_id: str, before: str) -> str:
    """The file's text with a fact's row as it was before.

    Raises:
        SpliceError: see `find_row`.
    """
    row = find_row(text, fact_id)
    return text[: row.start] + before + text[row.end :]
