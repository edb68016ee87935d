"""Trust: how often each rule was right on gold (`lexicon/trust.yml`), and whether what it finds is claimed or waits for a person.

`benchmarks/trust.py` measures and writes the table. A rule that was right less often than the threshold of the settings only
proposes; one that was met too seldom to tell counts as its own file says (`trust:` of a row), and is claimed where that says nothing.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from generator.extract.rows import load_rows
from generator.lexicon import FOLDER, load_lexicon


def is_claimed(by: str, threshold: float) -> bool:
    """Whether what a rule finds is claimed; otherwise it is proposed.

    Args:
        by: the label of the rule.
        threshold: share of its facts that must have been right.
    """
    row: dict[str, Any] | None = _table().get(by)
    if row is None or row["found"] < _enough():
        return _said_of_rows().get(by, "claimed") == "claimed"
    return bool(row["right"] >= threshold * row["found"])


@cache
def _table() -> dict[str, Any]:
    return load_lexicon("trust")["rules"] or {}


@cache
def _enough() -> int:
    return int(load_lexicon("trust")["enough"])


@cache
def _said_of_rows() -> dict[str, str]:
    """Row -> what its own file says of it."""
    return {
        row.id: row.source.trust
        for path in sorted((FOLDER / "rows").glob("*.yml"))
        for row in load_rows(path.stem).rows
    }
