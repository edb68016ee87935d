"""Decisions: a person's word in `content/dossier.yml`, checked before any rule runs and stronger than every rule.

A decision that names what does not exist, or contradicts another, is refused: a `SettingsError` says which and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from generator.errors import SettingsError
from generator.merge.clusters import Clusters
from generator.merge.edtf import days
from generator.merge.names import plain
from generator.model.dossier import Decision, Dossier
from generator.model.identity import slug

ABOUT = {
    "same": ("actor", "round", "topic"),
    "different": ("actor", "round", "topic"),
    "date": ("article", "round"),
    "origin": ("article",),
    "rename": ("actor", "topic", "finding", "round"),
    "hide": ("actor", "topic", "finding", "round"),
}
"""What each kind of decision may be about."""

_FILE = "content/dossier.yml"
_KINDS: dict[str, tuple[str, ...]] = {
    "actor": ("same", "different", "rename", "hide"),
    "round": ("same", "different", "date", "rename", "hide"),
    "article": ("date", "origin"),
    "topic": ("same", "different", "rename", "hide"),
    "finding": ("rename", "hide"),
}
"""What can be decided about what."""


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
        value_kind: which kind of valued decision is wanted (rename, date or origin).

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
    names = {key(name) for name in known}
    for number, decision in enumerate(dossier.decisions):
        for name in decision.names if decision.of == of else []:
            if key(name) not in names:
                near = [n for n in sorted(names) if n.split()[-1:] == key(name).split()[-1:]][:3]
                raise SettingsError(
                    f"the decision “{decision.kind}” names the {of} “{name}”, which no article has",
                    file=_FILE,
                    place=f"decisions[{number}]",
                    mend=f"Did you mean {' or '.join(near)}?" if near else "Correct the name or remove the decision.",
                )


def _check_shape(number: int, decision: Decision) -> None:
    wrong = None
    if decision.kind not in _KINDS[decision.of]:
        wrong = f"“{decision.kind}” cannot be decided of {_a(decision.of)}, only {', '.join(_KINDS[decision.of])}"
    elif decision.kind in ("same", "different") and len(decision.names) < 2:
        wrong = f"“{decision.kind}” needs two names or more"
    elif decision.kind in ("date", "origin", "rename") and (not decision.names or not decision.value):
        wrong = f"“{decision.kind}” needs a name and a value"
    elif decision.kind == "date" and days(decision.value) is None:
        wrong = f"“{decision.value}” is no date; write one like 2022-03-03"
    elif decision.of not in ABOUT[decision.kind]:
        wrong = f"“{decision.kind}” is not for `of: {decision.of}` but for {' or '.join(ABOUT[decision.kind])}"
    elif decision.kind == "hide" and not decision.names:
        wrong = "“hide” needs a name"
    if wrong:
        raise SettingsError(
            wrong, file=_FILE, place=f"decisions[{number}]", mend="docs/dossier.md shows one of each kind."
        )


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


def names_of_article(article_id: str, file: str) -> list[str]:
    """The names under which a decision may call an article: its id, its file, the file's name."""
    base = file.rsplit("/", 1)[-1]
    return [article_id, file, base, base.rsplit(".", 1)[0], slug(base)]
