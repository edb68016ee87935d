"""The sides of the negotiation: named by the dossier, else inferred from who talks with whom in the article."""

from __future__ import annotations

import itertools
from collections import defaultdict
from functools import cache

from generator.extract.layers import Layers, Mention
from generator.extract.mentions.gazetteer import load_gazetteer
from generator.lexicon import load_lexicon

ENOUGH = 2
"""Points from which a pair counts as the parties: one clear pattern."""

Pair = tuple[str, str]


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_lexicon("party_patterns").items() if name != "named"}


def find_parties(layers: Layers) -> list[str]:
    """The names of the parties, in the order of the dossier or of the article."""
    if layers.dossier.parties:
        return [party.name for party in layers.dossier.parties]
    points: dict[Pair, int] = defaultdict(int)
    _hyphened(layers, points)
    _named_pairs(layers, points)
    count = _counts(layers)
    often = _opponents(layers, count) or _most_spoken_of(layers)
    if often:
        _count(points, often[0], often[1], ENOUGH if often == _opponents(layers, count) else 1)
    for word, pair in load_lexicon("party_patterns")["named"].items():
        if word in layers.tokens.lower and all(name in count for name in pair):
            return list(pair)
    best = max(points, key=lambda pair: points[pair] + min(count.get(pair[0], 0), count.get(pair[1], 0)), default=None)
    if best is not None and points[best] >= ENOUGH:
        return list(best)
    return often


def side_names(layers: Layers) -> dict[str, str]:
    """What stands for a side -> the side: the party's name, its aliases and the lexicon's name for either."""
    sides = {party: party for party in layers.parties}
    gazetteer = load_gazetteer()
    for name in layers.parties:
        known = gazetteer.party(name)
        if known is not None and known.of:
            sides.setdefault(known.of, name)
        for member in known.members if known is not None else ():
            if member not in layers.parties:
                sides.setdefault(member, name)
    for party in layers.dossier.parties:
        for form in (party.name, *party.aliases):
            entry = gazetteer.party(form)
            sides.setdefault(form, party.name)
            if entry is not None:
                sides.setdefault(entry.of or entry.name, party.name)
    return sides


def _hyphened(layers: Layers, points: dict[Pair, int]) -> None:
    """Count pairs grown together: "Russia-Ukraine talks", "US–China trade war"."""
    gazetteer, tokens = load_gazetteer(), layers.tokens
    for i, word in enumerate(tokens.text):
        parts = word.split("-") if "-" in word else None
        if (
            word == "–"
            and 0 < i < len(tokens) - 1
            and tokens.end[i - 1] == tokens.start[i]
            and tokens.end[i] == tokens.start[i + 1]
        ):
            parts = [tokens.text[i - 1], tokens.text[i + 1]]
        if not parts or len(parts) != 2:
            continue
        entries = [gazetteer.entry(part) for part in parts]
        names = [entry.of or entry.name for entry in entries if entry is not None]
        if len(names) == 2 and names[0] != names[1] and set(tokens.lower[i + 1 : i + 5]) & _words()["talks"]:
            _count(points, names[0], names[1], 3)


def _named_pairs(layers: Layers, points: dict[Pair, int]) -> None:
    """Count pairs told side by side: "between X and Y", "X and Y agreed", "X’s talks with Y" in sentences that speak of talks."""
    able = [m for m in layers.mentions if _may_be_party(m) and (not m.nested or _sends(layers, m))]
    for left, right in itertools.pairwise(able):
        one, other = _party_name(left), _party_name(right)
        sentence = layers.sentences[layers.sentence_of[left.start]]
        if one == other or layers.sentence_of[right.start] != layers.sentence_of[left.start]:
            continue
        lower = layers.tokens.lower[sentence.start : sentence.end]
        lemmas = layers.tokens.lemma[right.end : right.end + 6]
        if not set(lower) & _words()["talks"] and not set(lemmas) & _words()["doing"]:
            continue
        if layers.tokens.lower[right.end : right.end + 1] == [","] and _heads_list(layers, right):
            continue  # one side against many: "between X and A, B, C and D" names no pair
        gap = layers.tokens.lower[left.end : right.start]
        before = layers.tokens.lower[left.start - 1] if left.start else ""
        if gap in (["and"], [","], ["and", "the"]):
            _count(points, one, other, 3 if before == "between" else 2 if before not in {",", "in"} else 1)
        elif "with" in gap and set(gap) & _words()["talks"] and len(gap) < 8:
            _count(points, one, other, 2)


def _heads_list(layers: Layers, mention: Mention) -> bool:
    """Whether another state or organisation follows the comma after a mention."""
    k = mention.end + 1
    number = layers.mention_of[k] if k < len(layers.mention_of) else -1
    return number >= 0 and layers.mentions[number].kind in {"state", "organisation"}


def _sends(layers: Layers, mention: Mention) -> bool:
    """Whether a nested name sends a delegation: "delegations from X and Y"."""
    outer = layers.mentions[layers.mention_of[mention.start]]
    return outer.sort == "delegation" and outer.plural


def _may_be_party(mention: Mention) -> bool:
    if mention.form in {"pronoun", "group", "media"} or mention.place_only or mention.sort in {"bloc", "generic"}:
        return False
    return mention.kind in {"state", "organisation"} or (mention.kind == "body" and bool(mention.country))


def _party_name(mention: Mention) -> str:
    return mention.name if mention.kind != "body" else str(mention.country)


def _count(points: dict[Pair, int], one: str, other: str, worth: int) -> None:
    """Add to a pair, in whichever order it came first; a union and its member are one party."""
    if _is_member(one, other) or _is_member(other, one):
        return
    pair = (other, one) if (other, one) in points else (one, other)
    points[pair] += worth


def _is_member(state: str, union: str) -> bool:
    entry = load_gazetteer().entry(union)
    return entry is not None and state in entry.members


def _opponents(layers: Layers, count: dict[str, int]) -> list[str]:
    """A state and rebels, or a union and a firm, where an article on talks speaks of one such pair."""
    if not set(layers.tokens.lower) & _words()["strict"]:
        return []
    entries = {name: load_gazetteer().entry(name) for name in count}
    sorts = {name: entry.trait or entry.kind for name, entry in entries.items() if entry is not None}
    for one, other in (("rebels", "state"), ("union", "company"), ("union", "state")):
        pair = [
            max((n for n in sorts if sorts[n] == sort), key=lambda n: count[n], default=None) for sort in (one, other)
        ]
        if pair[0] and pair[1] and count[pair[0]] > 1:
            return [name for name in count if name in pair]
    return []


def _counts(layers: Layers) -> dict[str, int]:
    """How often each state or organisation is named, by itself or by its bodies and persons."""
    count: dict[str, int] = defaultdict(int)
    for mention in layers.mentions:
        if mention.place_only or layers.tokens.lower[mention.start - 1] in {"in", "near", "at"}:
            continue
        name = mention.country or (mention.name if _may_be_party(mention) else None)
        if name:
            count[name] += 1
    return count


def _most_spoken_of(layers: Layers) -> list[str]:
    """The two actors spoken of most, where the article speaks of talks and both are named three times at least."""
    if not set(layers.tokens.lower) & _words()["strict"]:
        return []
    count = _counts(layers)
    ranked = sorted(count, key=lambda name: -count[name])
    best = [name for name in ranked if not any(_is_member(name, other) for other in ranked)][:2]
    return best if len(best) == 2 and all(count[name] >= 3 for name in best) else []
