"""Places: whether two wordings can be of one place. "Belarus" holds "Brest region"; "near the border" contradicts nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.lexicon import load_lexicon
from generator.merge.bodies import capital_named, state_named
from generator.merge.names import fold, plain
from generator.model.dossier import Dossier

_LEX = load_lexicon("merge_rounds")
_VAGUE = tuple(_LEX["vague_place"])
_BUILDINGS = frozenset(fold(plain(word)) for word in _LEX["buildings"])
_CITIES: dict[str, str] = {
    plain(city): state for state, cities in load_lexicon("merge_cities")["cities"].items() for city in cities
}
_NAME = re.compile(r"[^\W\d_a-z][\w’']*(?:[ -][^\W\d_a-z][\w’']*)*")
_POSSESSIVE = re.compile(r"[’']s?\s+")
"""Parts a town from what stands in it ("Geneva’s Palais des Nations")."""

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
            within[name] = frozenset(token for holder in chain for token in _named(holder.title()))
        return cls(within)

    def names(self, place: str) -> frozenset[str]:
        """The proper names in a wording, with all places that are known to hold them.

        States keep their capital letter ("Belarus"), all other names are folded ("brest"), so that the two can be told
        apart and spellings compared.
        """
        text = f" {plain(place)} "
        known = {name for entry, holders in self.within.items() if f" {entry} " in text for name in holders}
        return _named(place) | known

    def local(self, place: str) -> frozenset[str]:
        """The names in a wording that are no states: what tells it from the rest of its country."""
        return frozenset(name for name in self.names(place) if name.islower())

    def detail(self, place: str) -> tuple[int, ...]:
        """How exact a wording is: how many names in it are no states, whether it begins with one, how much it spells out.

        A building without its town tells a reader less than the town.
        """
        stretches = _NAME.findall(_POSSESSIVE.sub(", ", place))
        if len(stretches) == 1 and not _BUILDINGS.isdisjoint(self.names(place)):
            return 0, 0, 1
        first = place.removeprefix("the ").split(" ", maxsplit=1)[0]
        return len(self.local(place)), bool(self.local(first)), len(stretches)

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
        if _may_lie_within(a, b) or _may_lie_within(b, a):
            return "loose"
        vague = any(word in f"{left} {right}".lower() for word in _VAGUE)
        both_local = bool(self.local(left) and self.local(right))
        return "loose" if vague and (a & b or not both_local) else "other"


def is_named_in(place: str, text: str) -> bool:
    """Whether a passage holds a word of a place: one that it does not hold was inferred, and proves nothing."""
    return not set(plain(place).split()).isdisjoint(plain(text).split())


def _may_lie_within(inner: frozenset[str], outer: frozenset[str]) -> bool:
    """Whether a wording of no known state can lie within another: a town in a state, a building in a town."""
    if not all(name.islower() for name in inner):
        return False
    return not any(name.islower() for name in outer) or (
        not _BUILDINGS.isdisjoint(inner) and _BUILDINGS.isdisjoint(outer)
    )


@cache
def _named(place: str) -> frozenset[str]:
    """The names that a wording itself has; a capital or another great city brings its state along."""
    found: set[str] = set()
    for match in _NAME.findall(_POSSESSIVE.sub(", ", place)):
        states = [state for part in [match, *match.split("-"), match.split()[0]] if (state := state_named(part))]
        capital = capital_named(match)
        if capital:
            found |= {fold(plain(capital[0]).replace(" ", "")), capital[1]}
        elif states:
            found |= set(states)
        elif state := _CITIES.get(plain(match)):
            found |= {*(fold(token) for token in plain(match).split()), state}
        else:
            found |= {fold(token) for token in plain(match).split()}
    return frozenset(found)
