"""The list of what waits for a person, worst first: lines of the home page, contradictions between hands, proposals, the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.model.facts import Fact, FactsFile
from generator.paths import DossierPaths

ANCHOR = re.compile(r"#fact-([a-z0-9]+)")
RANKS = ("on the home page", "the hands disagree", "proposed", "not reviewed yet")


def home_facts(paths: DossierPaths) -> frozenset[str]:
    """Ids of the facts that the home page rests on."""
    home = paths.content / "index.md"
    return (
        frozenset(ANCHOR.findall(home.read_text(encoding="utf-8", errors="replace"))) if home.is_file() else frozenset()
    )


def rank_of(fact: Fact, home: frozenset[str]) -> int:
    """How badly a fact needs a person: 0 most."""
    if fact.id in home:
        return 0
    if fact.review == "proposed":
        return 1 if "have another" in (fact.why or "") or "has another" in (fact.why or "") else 2
    return 3


def waiting(files: Iterable[FactsFile], home: frozenset[str]) -> list[tuple[int, FactsFile, Fact]]:
    """Every fact that nobody has confirmed or rejected, with its rank; within a rank article by article, in the order of the text."""
    rows = [
        (rank_of(fact, home), number, place, file, fact)
        for number, file in enumerate(files)
        for place, fact in enumerate(file.facts)
        if fact.review not in {"confirmed", "rejected"} and fact.by != "editor"
    ]
    return [(rank, file, fact) for rank, _, _, file, fact in sorted(rows, key=lambda row: row[:3])]
