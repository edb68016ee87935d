"""Given names and the sex they tell."""

from __future__ import annotations

from functools import cache

from generator.lexicon import load_lexicon


@cache
def given_names() -> dict[str, bool | None]:
    """Common given names and the sex they tell: True for women's, False for men's, None for either."""
    names = load_lexicon("given_names")
    sexes: dict[str, bool | None] = {}
    for group, sex in (("male", False), ("female", True), ("either", None)):
        for name in names[group]:
            sexes[name] = None if name in sexes else sex
    return sexes
