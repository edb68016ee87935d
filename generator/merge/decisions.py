"""Decisions: a person's word in `content/dossier.yml`, checked before any rule runs and stronger than every rule.

A decision that names what does not exist, or contradicts another, is refused: a `SettingsError` says which and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import get_args

from rapidfuzz import fuzz, process

from generator.errors import SettingsError
from generator.merge.clusters import Clusters
from generator.merge.edtf import days
from generator.merge.names import plain
from generator.model.dossier import Decision, Dossier
from generator.model.facts import MeetingStatus
from generator.model.identity import slug

_FILE = "content/dossier.yml"
_KINDS: dict[str, tuple[str, ...]] = {
    "actor": ("same", "different", "rename", "hide"),
    "round": ("same", "different", "date", "place", "state", "number", "outcome", "rename", "hide"),
    "article": ("date", "origin"),
    "topic": ("same", "different", "rename", "hide"),
    "finding": ("rename", "hide"),
}
"""What can be decided about what."""
_VALUED = ("date", "place", "state", "number", "outcome", "origin", "rename")
"""Kinds that need a value."""
_STATES: tuple[str, ...] = get_args(MeetingStatus)
_NEAR = 70
"""How alike (of 100) a name must be to be offered in place of one that there is not."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names that a person joined or kept apart, with the reason given."""

    left: str
    right: str
    why: str


@dataclass(frozen=True)
class Decisions:
    """All decisions about one sort of thing, by what they do; names are in the plain form of `key`."""

    same: list[Pair] = field(default_factory=list)
    different: list[Pair] = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)
    """For date, origin and rename: name -> value."""
    hidden: frozenset[str] = frozenset()


def key(name: str) -> str:
    """The form in which names of decisions are compared: letter case, accents and punctuation do not count."""
    return plain(name)


def decisions_on(dossier: Dossier, of: str, value_kind: str = "rename") -> Decisions:
    """The decisions about actors, rounds, articles, topics or findings.

    Args:
        dossier: the settings.
        of: what the decisions are about.
        value_kind: which kind of valued decision is wanted (rename, date, place, state, number or origin).

    Raises:
        SettingsError: two of them contradict each other.
    """
    about = [(number, d) for number, d in enumerate(dossier.decisions) if d.of == of]
    for number, decision in about:
        _check_shape(number, decision)
    same = [pair for _, d in about if d.kind == "same" for pair in _pairs(d)]
    different = [pair for _, d in about if d.kind == "different" for pair in _pairs(d)]
    _check_agree(same, different, of)
    return Decisions(
        same=same,
        different=different,
        values=_values([d for _, d in about if d.kind == value_kind], value_kind),
        hidden=frozenset(key(name) for _, d in about if d.kind == "hide" for name in d.names),
    )


def check_names(dossier: Dossier, of: str, known: Iterable[str]) -> None:
    """Refuse decisions that name what does not exist.

    Args:
        dossier: the settings.
        of: what the decisions are about.
        known: every name under which such a thing may be called.

    Raises:
        SettingsError: a decision names something else; the message offers the nearest names.
    """
    names: dict[str, str] = {}
    for name in known:
        names.setdefault(key(name), name)
    for number, decision in enumerate(dossier.decisions):
        for name in decision.names if decision.of == of else []:
            if key(name) not in names:
                raise SettingsError(
                    f"the decision “{decision.kind}” names the {of} “{name}”, which no article has",
                    file=_FILE,
                    place=f"decisions[{number}]",
                    mend=_hint(name, names),
                )


def _hint(name: str, names: Mapping[str, str]) -> str:
    """The names that come nearest, as the articles write them."""
    near = process.extract(key(name), list(names), scorer=fuzz.WRatio, limit=3, score_cutoff=_NEAR)
    shown = list(dict.fromkeys(f"“{names[found]}”" for found, _, _ in near))
    if not shown:
        return "Correct the name or remove the decision."
    return f"Did you mean {' or '.join([', '.join(shown[:-1]), shown[-1]] if shown[1:] else shown)}?"


def _check_shape(number: int, decision: Decision) -> None:
    wrong = None
    if decision.kind not in _KINDS[decision.of]:
        wrong = f"“{decision.kind}” cannot be decided of {_a(decision.of)}, only {', '.join(_KINDS[decision.of])}"
    elif decision.kind in ("same", "different") and len(decision.names) < 2:
        wrong = f"“{decision.kind}” needs two names or more"
    elif decision.kind in _VALUED and (not decision.names or not decision.value):
        wrong = f"“{decision.kind}” needs a name and a value"
    elif decision.kind == "hide" and not decision.names:
        wrong = "“hide” needs a name"
    else:
        wrong = _wrong_value(decision.kind, decision.value or "")
    if wrong:
        raise SettingsError(
            wrong, file=_FILE, place=f"decisions[{number}]", mend="docs/dossier.md shows one of each kind."
        )


def _wrong_value(kind: str, value: str) -> str | None:
    """What is wrong with the value of a decision; None where it is right."""
    if kind == "date" and days(value) is None:
        return f"“{value}” is no date; write one like 2022-03-03"
    if kind == "number" and not value.isdecimal():
        return f"“{value}” is no number of a round; write one like 2"
    if kind == "state" and value not in _STATES:
        return f"“{value}” is no state of a round; write one of {', '.join(_STATES)}"
    return None


def _a(thing: str) -> str:
    return f"an {thing}" if thing[0] in "aeiou" else f"a {thing}"


def refused_join(pair: Pair, of: str) -> SettingsError:
    """The error for two names that are to be the same, where what they name is to be different by other names."""
    return SettingsError(
        f"decisions on {of}s contradict each other: “{pair.left}” and “{pair.right}” are said to be the same,"
        " and what they name is said to be different",
        file=_FILE,
        place="decisions",
        mend="Remove one of the two.",
    )


def _pairs(decision: Decision) -> list[Pair]:
    why = decision.why or "an editor decided so"
    names = [key(name) for name in decision.names]
    if decision.kind == "same":
        return [Pair(names[0], other, why) for other in names[1:]]
    return [Pair(a, b, why) for a, b in combinations(names, 2)]


def _check_agree(same: Sequence[Pair], different: Sequence[Pair], of: str) -> None:
    """“A is B”, "B is C" and "A is not C" cannot all hold."""
    clusters = Clusters(name for pair in [*same, *different] for name in (pair.left, pair.right))
    for pair in same:
        clusters.join(pair.left, pair.right)
    for pair in different:
        if clusters.find(pair.left) == clusters.find(pair.right):
            raise SettingsError(
                f"decisions on {of}s contradict each other: “{pair.left}” and “{pair.right}” are said to be the same"
                " and to be different",
                file=_FILE,
                place="decisions",
                mend="Remove one of the two.",
            )


def _values(decisions: Sequence[Decision], kind: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for decision in decisions:
        for name in decision.names:
            value = decision.value or ""
            if values.setdefault(key(name), value) != value:
                raise SettingsError(
                    f"two decisions give “{name}” a different {kind}: “{values[key(name)]}” and “{value}”",
                    file=_FILE,
                    place="decisions",
                    mend="Remove one of the two.",
                )
    return values


def names_of_article(article_id: str, file: str, headline: str | None) -> list[str]:
    """The names under which a decision may call an article: its id, its file, the file's name, its headline."""
    base = file.rsplit("/", 1)[-1]
    return [article_id, file, base, base.rsplit(".", 1)[0], slug(base), *([headline] if headline else [])]
