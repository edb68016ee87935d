"""Places: whether two wordings can be of one place. "Belarus" holds "Brest region"; "near the border" contradicts nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from generator.lexicon import load_lexicon
from generator.merge.bodies import state_named
from generator.merge.names import fold, plain
from generator.model.dossier import Dossier

_VAGUE = tuple(load_lexicon("merge_rounds")["vague_place"])
_NAME = re.compile(r"[A-Z][\w’'-]*(?:[ -][A-Z][\w’'-]*)*")

Relation = Literal["same", "holds", "held", "loose", "other"]


@dataclass(frozen=True)
class Gazetteer:
    """The places that the dossier knows, by every name, with the larger places that hold them."""

    within: dict[str, frozenset[str]]

    @classmethod
    def of(cls, dossier: Dossier) -> Gazetteer:
        """Read them from the settings; `within` is followed all the way up."""
        parent = {plain(name): plain(p.within) for p in dossier.places if p.within for name in [p.name, *p.aliases]}
        same = {plain(alias): plain(p.name) for p in dossier.places for alias in p.aliases}
        within: dict[str, frozenset[str]] = {}
        for name in {*parent, *same}:
            chain, at = {same.get(name, name)}, name
            while (at := parent.get(at) or parent.get(same.get(at, at), "")) and at not in chain:
                chain.add(at)
            within[name] = frozenset(chain)
        return cls(within)

    def names(self, place: str) -> frozenset[str]:
        """The proper names in a wording, folded, with all places that are known to hold them."""
        text = f" {plain(place)} "
        found: set[str] = {name for known, holders in self.within.items() if f" {known} " in text for name in holders}
        for match in _NAME.findall(place):
            for part in {match, match.split()[0]}:
                state = state_named(part)
                name = plain(state or part)
                found.add(name)
            found |= set(_parts(match))
        return frozenset(" ".join(fold(token) for token in name.split()) for name in found)

    def detail(self, place: str) -> int:
        """How exact a wording is: the names in it that are no states."""
        return sum(state_named(name) is None for name in self.names(place))

    def compare(self, left: str, right: str) -> Relation:
        """How the place of the one lies to the other's.

        Returns:
            "same"; "holds" where the left holds the right; "held" the other way; "loose" where one is too vague to
            contradict; "other" where they cannot be one place.
        """
        if plain(left) == plain(right):
            return "same"
        a, b = self.names(left), self.names(right)
        if not a or not b:
            return "loose"
        if a <= b:
            return "holds" if a < b else "same"
        if b <= a:
            return "held"
        vague = any(word in f"{left} {right}".lower() for word in _VAGUE)
        if a & b and vague:
            return "loose"
        return "loose" if vague and not (_specific(a) and _specific(b)) else "other"


def _parts(match: str) -> list[str]:
    """The states that a hyphenated adjective names ("Belarusian-Ukrainian")."""
    return [plain(state) for part in match.split("-") if (state := state_named(part))]


def _specific(names: frozenset[str]) -> bool:
    return any(state_named(name) is None for name in names)
