"""What a person decided about rounds: by any name that a page shows, whatever else was decided.

A round may be called by its number, its day, its page, its title, the id of a fact, or the name or day that another decision gave it;
so no decision breaks another one, and their order does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.merge.decisions import Decisions, decisions_on, key
from generator.merge.meeting_states import is_held
from generator.merge.reports import Report
from generator.model.dossier import Decision, Dossier
from generator.model.facts import Meeting
from generator.model.identity import slug

VALUES = ("date", "place", "state", "number", "outcome", "rename")
"""What can be settled of a round."""
Ref = tuple[str, str]
"""(article, fact)."""


@dataclass(frozen=True)
class DecidedRounds:
    """The decisions about rounds, and every name that each meeting goes by."""

    decisions: Decisions = field(default_factory=Decisions)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What is settled (date, place …) -> name of the round -> value."""
    outcomes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Name of the round -> its outcomes."""
    names: Mapping[Ref, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, dossier: Dossier, reports: Sequence[Report[Meeting]], pages: Mapping[Ref, Sequence[str]]
    ) -> DecidedRounds:
        """Read the decisions, and find every name of every meeting.

        Args:
            dossier: the settings.
            reports: every meeting of every article.
            pages: a meeting -> the names of the round that it belongs to where nothing is decided (page and title).
        """
        about = [decision for decision in dossier.decisions if decision.of == "round"]
        names = {_ref(r): {key(name) for name in [*names_of_meeting(r), *pages.get(_ref(r), ())]} for r in reports}
        for decision in [d for _ in about for d in about]:  # a name that one gives may be what another is about
            _spread(decision, names)
        values = {kind: decisions_on(dossier, "round", kind).values for kind in VALUES if kind != "outcome"}
        return cls(
            decisions_on(dossier, "round"), values, _outcomes(about), {k: frozenset(v) for k, v in names.items()}
        )

    def called(self, report: Report[Meeting]) -> frozenset[str]:
        """Every name that a decision may use for a meeting, in the plain form."""
        return self.names.get(_ref(report)) or frozenset(key(name) for name in names_of_meeting(report))

    def settled(self, kind: str, names: Iterable[str]) -> str | None:
        """What a person settled of a round that goes by these names."""
        given = self.values.get(kind, {})
        return next((given[name] for name in sorted(names) if name in given), None)

    def settled_outcomes(self, names: Iterable[str]) -> tuple[str, ...] | None:
        """The outcomes that a person settled; None where nothing was settled."""
        found = [self.outcomes[name] for name in sorted(names) if name in self.outcomes]
        return tuple(dict.fromkeys(value for values in found for value in values)) if found else None

    @property
    def all_names(self) -> set[str]:
        """Every name of every meeting."""
        return set().union(*self.names.values()) if self.names else set()


def names_of_meeting(report: Report[Meeting]) -> list[str]:
    """The names under which a decision may call the round that an article reports."""
    fact = report.fact
    names = [fact.date, f"round-{fact.date}"] if fact.date else []
    if fact.round is not None:
        names += [str(fact.round), f"round {fact.round}"]
    if not fact.date:
        kind = "talks-as-of" if is_held(report) else "planned-after"
        names.append(f"{kind}-{report.published}" if report.published else "talks")
    return [*names, fact.id, *(f"{report.article.id}: {name}" for name in names)]


def _ref(report: Report[Any]) -> Ref:
    return report.article.id, report.fact.id


def _spread(decision: Decision, names: Mapping[Ref, set[str]]) -> None:
    """Give every meeting that a decision is about the names that the decision makes."""
    wanted = {key(name) for name in decision.names}
    value = decision.value or ""
    made = {
        "date": [value, f"round-{value}", f"Talks of {value}"],
        "number": [value, f"round {value}"],
        "rename": [value, slug(value)],
    }.get(decision.kind, [])
    for own in names.values():
        if own & wanted:
            own.update(key(name) for name in made if name)


def _outcomes(about: Sequence[Decision]) -> dict[str, tuple[str, ...]]:
    """Outcomes add up: two decisions on one round give it both; `none` gives none."""
    found: dict[str, tuple[str, ...]] = {}
    for decision in about:
        if decision.kind == "outcome":
            value = decision.value or ""
            for name in decision.names:
                found[key(name)] = (*found.get(key(name), ()), *(() if value == "none" else (value,)))
    return found
