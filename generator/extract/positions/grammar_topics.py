"""Topics that grammar makes without a list: membership of an organisation, a claim to a territory, words of the type "de-X-ation"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from generator.extract.positions.topic_words import TopicMatch, TopicWords, Word
from generator.lexicon import load_lexicon
from generator.model.identity import slug

REACH = 8
"""How many words may stand between "join" and the organisation, or "recognise" and the land."""

DE_WORD = re.compile(r"(de-?[a-z]{3,}?)(?:i[sz](?:e|ed|es|ing|ation)|if(?:y|ies|ied|ying|ication))")
NOT_DE = frozenset({"demon", "depression", "destabil", "deput", "devil", "demoral", "determin", "despot"})
LOCATIVES = frozenset({"in", "at", "from", "near", "across", "around", "over", "into", "to", "on"})


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place of the clause that is no party of the talks: positions in the list of words, and its name."""

    first: int
    last: int
    name: str


class _Land(NamedTuple):
    """A land of the clause: positions in the list of words, its topic, and whether the lexicon knows it as disputed."""

    first: int
    last: int
    name: str
    disputed: bool


def de_words(words: Sequence[Word]) -> list[TopicMatch]:
    """Verbs and nouns of undoing: "demilitarize", "de-nazification" -> "demilitarisation", "denazification"."""
    found = []
    for at, word in enumerate(words):
        joined = word.text + words[at + 1].text if word.text == "de" and at + 1 < len(words) else word.text
        if not joined.startswith("de") or len(joined) < 8:
            continue
        match = DE_WORD.fullmatch(joined)
        if match and match[1] not in NOT_DE:
            ending = "ification" if "if" in joined[match.end(1) : match.end(1) + 2] else "isation"
            found.append(TopicMatch(match[1] + ending, at, at + (joined != word.text), 1))
    return found


def memberships(words: Sequence[Word], last_organisation: Callable[[], str | None]) -> list[TopicMatch]:
    """Belonging to an organisation: "join NATO", "membership in the bloc" -> "nato-membership", "eu-membership".

    Args:
        words: the clause.
        last_organisation: gives the short name of the organisation that "the bloc" or "the alliance" can stand for.
    """
    signs = [at for at, word in enumerate(words) if _is_any(word.text, _membership_words())]
    if not signs:
        return []
    organisations = _organisations().find(words)
    stand_ins = load_lexicon("topics")["stands_for"]
    pointers = [(at, stand_ins[word.text]) for at, word in enumerate(words) if word.text in stand_ins]
    last = last_organisation() if pointers else None
    organisations += [TopicMatch(last, at, at, 1) for at, names in pointers if last is not None and last in names]
    return [
        TopicMatch(f"{one.topic}-membership", min(at, one.first), max(at, one.last), one.size + 1)
        for one in organisations
        for at in signs
        if -REACH < at - one.first < REACH
    ]


def claims(words: Sequence[Word], places: Sequence[PlaceName]) -> list[TopicMatch]:
    """Claims to land: "recognise X", "return of X", "independence of X and Y" -> slug of the land.

    Lands that the lexicon knows as disputed need no such word.
    """
    signs = [at for at, word in enumerate(words) if _is_any(word.text, _claim_words())]
    lands = [_Land(m.first, m.last, m.topic, disputed=True) for m in _territories().find(words)]
    if not lands:
        lands = [_Land(p.first, p.last, slug(p.name, "place"), disputed=False) for p in places]
    found: list[TopicMatch] = []
    for first, last, name, disputed in _joined(lands, words):
        sign = max((at for at in signs if first - REACH < at < first), default=None)
        if sign is None and disputed:
            sign = min((at for at in signs if last < at <= last + 4), default=None)
        if not disputed:
            sign = sign if sign is not None and first - sign <= 4 and not _locative(words, sign, first) else None
            sign = last + 2 if sign is None and _possessive_claim(words, last) else sign
        if sign is not None:
            found.append(TopicMatch(name, min(sign, first), max(sign, last), 3))
        elif disputed:
            found.append(TopicMatch(name, first, last, 1, weak=True))
    return found


def organisation_names(words: Sequence[Word]) -> list[TopicMatch]:
    """Every organisation that the words name, under its short name."""
    return _organisations().find(words)


@cache
def lands() -> frozenset[str]:
    """The topics of the disputed lands."""
    return frozenset(load_lexicon("topics")["territories"])


def _joined(lands: list[_Land], words: Sequence[Word]) -> list[_Land]:
    """Lands joined by "and" are one topic: "Abkhazia and South Ossetia"."""
    out: list[_Land] = []
    for land in sorted(lands):
        if out and land.first == out[-1].last + 2 and words[out[-1].last + 1].text == "and":
            before = out[-1]
            name = before.name if before.name == land.name else f"{before.name}-{land.name}"
            out[-1] = _Land(before.first, land.last, name, before.disputed and land.disputed)
        else:
            out.append(land)
    return out


def _locative(words: Sequence[Word], sign: int, place: int) -> bool:
    return any(words[at].text in LOCATIVES for at in range(sign + 1, place))


def _possessive_claim(words: Sequence[Word], last: int) -> bool:
    return (
        last + 2 < len(words)
        and words[last + 1].text in {"'s", "’s"}
        and _is_any(words[last + 2].text, ("independen*", "sovereign*", "autonom*", "annex*", "status", "secession"))
    )


@lru_cache(maxsize=4096)
def _is_any(word: str, patterns: tuple[str, ...]) -> bool:
    return any(word.startswith(p[:-1]) if p.endswith("*") else word == p for p in patterns)


@cache
def _organisations() -> TopicWords:
    rows = load_lexicon("topics")["organisations"].items()
    return TopicWords(((name, ["-".join(str(w).split()) for w in forms], False) for name, forms in rows), reach=6)


@cache
def _territories() -> TopicWords:
    rows = load_lexicon("topics")["territories"].items()
    return TopicWords(((name, ["-".join(str(w).split()) for w in forms], False) for name, forms in rows), reach=6)


@cache
def _membership_words() -> tuple[str, ...]:
    return tuple(load_lexicon("topics")["membership_words"])


@cache
def _claim_words() -> tuple[str, ...]:
    return tuple(load_lexicon("topics")["claim_words"])
