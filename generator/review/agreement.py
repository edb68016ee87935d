"""Agreement: how often each hand was right, by what a person has reviewed so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.facts import Fact, FactsFile


@dataclass(slots=True)
class Tally:
    """What became of one hand's facts of one kind."""

    confirmed: int = 0
    corrected: int = 0
    rejected: int = 0

    @property
    def share(self) -> float:
        """Share of the reviewed facts that were confirmed as they were."""
        total = self.confirmed + self.corrected + self.rejected
        return self.confirmed / total if total else 0.0


def agreement(files: Iterable[FactsFile]) -> dict[tuple[str, str], Tally]:
    """(hand, kind) -> what became of its facts; the hands are `rules` and each reader by its name."""
    tallies: dict[tuple[str, str], Tally] = defaultdict(Tally)
    for file in files:
        for fact in file.facts:
            for hand in hands_of(fact):
                tally = tallies[hand, fact.kind]
                if fact.review == "rejected":
                    tally.rejected += 1
                elif fact.review == "confirmed" and fact.was:
                    tally.corrected += 1
                elif fact.review == "confirmed":
                    tally.confirmed += 1
    reviewed = {key: tally for key, tally in tallies.items() if tally.confirmed + tally.corrected + tally.rejected}
    return dict(sorted(reviewed.items()))


def hands_of(fact: Fact) -> list[str]:
    """Who found a fact; a corrected one remembers it in `was`."""
    made = str((fact.was or {}).get("by") or fact.by)
    names = [made, *fact.also_by]
    return list(
        dict.fromkeys(name if name.startswith("reader:") else "rules" for name in names if name and name != "editor")
    )
