"""The rules that take two names for one actor. Each gives a score and says why; the best come first.

Stages run in order, since a surname can only be judged once the full names are joined, and an office once its bearers are:
names as they are, full names, surnames, offices.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.merge.bearers import Bearer, Known
from generator.merge.bodies import excludes_others, is_sole_office, kernel, known_name, state_named
from generator.merge.clusters import Clusters
from generator.merge.names import (
    SAME_NAME,
    compare_names,
    is_full,
    name_tokens,
    plain,
    surname,
    token_likeness,
)
from generator.model.knowledge import MergeReason

_BLOCK = 3
"""Letters of a folded token that two names must share to be compared at all."""
_STRANGERS = 0.9
"""Two full names that neither side nor office brings together need this likeness."""


@dataclass(frozen=True, slots=True)
class Join:
    """A proposal to take two bearers (by number) for one."""

    left: int
    right: int
    score: float
    why: str


def find_joins(bearers: list[Bearer], known: Known, clusters: Clusters[int]) -> Iterator[list[Join]]:
    """The proposals stage by stage; later stages look at what earlier ones joined."""
    yield [*_same_key(bearers, known), *_body_acronyms(bearers)]
    yield _full_names(bearers)
    yield _surnames(bearers, clusters)
    yield _offices(bearers, clusters)


def spell_out(join: Join, bearers: list[Bearer]) -> MergeReason:
    """The proposal as a reason that a page shows."""
    left, right = sorted((bearers[join.left].name, bearers[join.right].name))
    return MergeReason(left=left, right=right, score=round(join.score, 2), why=join.why)


Key = tuple[object, ...] | None


def _same_key(bearers: list[Bearer], known: Known) -> Iterable[Join]:
    """Names that are the same once spelling, owner and known synonyms are set aside."""
    rules: list[tuple[float, str, Callable[[Bearer], Key]]] = [
        (1.0, "the dossier gives both names to one actor", lambda b: _wrap(known.name_of(b.name))),
        (1.0, "the same name", _plain_key),
        (0.98, "two names of one well-known organisation or state", _usual_key),
        (0.95, "the same body of the same owner, worded differently", _kernel_key),
    ]
    for score, why, make_key in rules:
        first: dict[tuple[object, ...], int] = {}
        for number, bearer in enumerate(bearers):
            place = make_key(bearer)
            if place is not None and first.setdefault(place, number) != number:
                yield Join(first[place], number, score, why)


def _wrap(name: str | None) -> Key:
    return (name,) if name else None


def _plain_key(bearer: Bearer) -> Key:
    if bearer.nameless or bearer.by_office or (bearer.sort == "person" and not is_full(bearer.name)):
        return None
    return (bearer.sort == "person", plain(bearer.name))


def _usual_key(bearer: Bearer) -> Key:
    if bearer.sort in ("person", "crowd"):
        return None
    name = known_name(bearer.name) or (state_named(bearer.name) if bearer.sort == "state" else None)
    return ("usual", name) if name else None


def _kernel_key(bearer: Bearer) -> Key:
    if bearer.sort != "body" or bearer.nameless:
        return None
    core = kernel(bearer.name)
    owner = core.owner or (state_named(bearer.side) or bearer.side if bearer.side else None)
    return (owner, core.words) if core.words and owner else None


def _body_acronyms(bearers: list[Bearer]) -> Iterable[Join]:
    """“North Atlantic Treaty Organization (NATO)” in one article joins "NATO" of another."""
    owner: dict[str, int] = {}
    for number, bearer in enumerate(bearers):
        if bearer.sort == "body":
            owner.setdefault(plain(bearer.name), number)
    for number, bearer in enumerate(bearers):
        for text in sorted(bearer.proper) if bearer.sort == "body" else []:
            other = owner.get(plain(text))
            if other is not None and other != number and _abbreviates(text, bearer.name):
                yield Join(other, number, 0.95, f"an article calls it “{text}” too")


def _abbreviates(left: str, right: str) -> bool:
    """Whether one of two names is made of the first letters of the other ("UAW", "United Auto Workers")."""
    short, long = sorted((left, right), key=len)
    initials = "".join(word[0] for word in long.replace("-", " ").split() if word[0].isupper())
    return len(short) > 1 and short.replace(".", "") == initials


def _full_names(bearers: list[Bearer]) -> list[Join]:
    """Full names of persons that are spelled alike; only names that share the beginning of a token are compared."""
    blocks: dict[str, list[int]] = {}
    for number, bearer in enumerate(bearers):
        if bearer.sort == "person" and is_full(bearer.name) and not bearer.by_office:
            for start in sorted({token[:_BLOCK] for token in name_tokens(bearer.name) if len(token) >= _BLOCK}):
                blocks.setdefault(start, []).append(number)
    pairs = {(a, b) for block in blocks.values() for i, a in enumerate(block) for b in block[i + 1 :]}
    return [join for a, b in sorted(pairs) if (join := _judge_names(a, b, bearers)) is not None]


def _judge_names(a: int, b: int, bearers: list[Bearer]) -> Join | None:
    left, right = bearers[a], bearers[b]
    likeness = compare_names(left.name, right.name)
    strangers = (left.side or "") != (right.side or "") or left.side is None
    shared = _shared_office(left, right)
    needed = _STRANGERS if strangers and not shared else SAME_NAME
    if likeness.score < needed:
        return None
    together = [f"both {shared}"] if shared else [f"both of {left.side}"] if not strangers else []
    return Join(a, b, likeness.score * 0.99, "; ".join([likeness.why, *together]))


def _surnames(bearers: list[Bearer], clusters: Clusters[int]) -> list[Join]:
    """A surname joins the one person of that surname whose side and office it can have."""
    persons: dict[str, list[int]] = {}
    for number, bearer in enumerate(bearers):
        if bearer.sort == "person" and is_full(bearer.name) and not bearer.by_office:
            persons.setdefault(surname(bearer.name)[:_BLOCK], []).append(number)
    alone = [n for n, bearer in enumerate(bearers) if bearer.is_bare_surname]
    joins = []
    for number in alone:
        found = [
            n for n in persons.get(surname(bearers[number].name)[:_BLOCK], []) if _may_bear(bearers[number], bearers[n])
        ]
        at_home = [n for n in found if bearers[n].articles & bearers[number].articles]
        by_office = [n for n in found if _shared_office(bearers[number], bearers[n])]
        for choice, score, why in (
            (by_office, 0.95, "same surname and office"),
            (at_home, 0.93, "same surname, and the article has the full name"),
            (found, 0.9, "the only person of that surname, and side and office do not clash"),
        ):
            if choice and len({clusters.find(n) for n in choice}) == 1:
                joins.append(Join(choice[0], number, score, why))
                break
    told = {join.right for join in joins}
    return joins + _bare_surnames(bearers, [number for number in alone if number not in told])


def _bare_surnames(bearers: list[Bearer], alone: list[int]) -> list[Join]:
    """The same surname on the same side (or of unknown side), where no article has a given name."""
    first: dict[tuple[str, str], int] = {}
    joins = []
    for number in alone:
        place = (surname(bearers[number].name), bearers[number].side or "")
        if first.setdefault(place, number) != number:
            joins.append(Join(first[place], number, 0.88, "the same surname on the same side"))
    return joins


def _may_bear(single: Bearer, full: Bearer) -> bool:
    """Whether a bare surname can be this person's: the same sounds, or nearly so with the same office."""
    if single.side and full.side and single.side != full.side:
        return False
    if _clash(single, full):
        return False
    likeness = token_likeness(surname(single.name), surname(full.name))
    return likeness == 1.0 or (likeness >= SAME_NAME and _shared_office(single, full) is not None)


def _offices(bearers: list[Bearer], clusters: Clusters[int]) -> list[Join]:
    """A role without a name joins the one person who bears it."""
    holders: dict[object, list[int]] = {}
    for number, bearer in enumerate(bearers):
        if bearer.sort == "person" and not bearer.by_office:
            for office in sorted(bearer.offices, key=repr):
                holders.setdefault(office, []).append(number)
    joins = []
    first: dict[object, int] = {}
    for number, bearer in enumerate(bearers):
        for office in sorted(bearer.offices, key=repr) if bearer.by_office else []:
            found = holders.get(office, [])
            if office.owner and found and len({clusters.find(n) for n in found}) == 1:
                joins.append(Join(found[0], number, 0.9, "the one known bearer of that office"))
            elif office.owner and first.setdefault(office, number) != number:
                joins.append(Join(first[office], number, 0.85, "the same office, which no article names a bearer of"))
    return joins


def _shared_office(left: Bearer, right: Bearer) -> str | None:
    """An office of one holder that both are said to have."""
    common = [o for o in left.offices & right.offices if is_sole_office(o)]
    if not common:
        return None
    office = min(common, key=repr)
    return f"{' '.join(sorted(office.words))} of {office.owner}" if office.owner else " ".join(sorted(office.words))


def _clash(left: Bearer, right: Bearer) -> bool:
    """Whether both hold offices of one holder, and not one in common: two ministers of one surname are two people."""
    mine = {office for office in left.offices if excludes_others(office)}
    theirs = {office for office in right.offices if excludes_others(office)}
    return bool(mine and theirs) and mine.isdisjoint(theirs)
