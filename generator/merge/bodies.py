"""Bodies and offices: what is left of "Ukraine’s Foreign Ministry" and "Ukrainian Foreign Ministry" is the same.

A name of a body or an office is taken apart into its owner (a state or party) and the words of what it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.lexicon import load_lexicon
from generator.merge.names import plain
from generator.merge.wording import stem

_LEX = load_lexicon("merge_roles")
_SYNONYMS: dict[str, str] = {word: one for one, many in _LEX["synonyms"].items() for word in [one, *many]}
_DROP = frozenset(_LEX["drop"])
_LONGEST_STATE_NAME = 5


@dataclass(frozen=True, slots=True)
class Kernel:
    """A body or office without its spelling: "Russian troops" is owner Russia, words {armedforces}."""

    owner: str | None
    words: frozenset[str]


def _state_names() -> dict[str, str]:
    """Plain name, adjective, people or short form of a state -> its name."""
    states: dict[str, dict[str, Any]] = load_lexicon("countries")["states"]
    names: dict[str, str] = {}
    for state, entry in states.items():
        forms = [state, *entry.get("names", []), *entry.get("adj", []), *entry.get("people", [])]
        for form in [*forms, *[f"{adjective}s" for adjective in entry.get("adj", [])]]:
            names.setdefault(plain(form), state)
    return names


def _known_forms() -> dict[str, str]:
    """Plain form of a known organisation or medium -> its first name."""
    organisations: dict[str, dict[str, Any]] = load_lexicon("organisations")["organisations"]
    known = {
        plain(form): name for name, entry in organisations.items() for form in [name, *(entry or {}).get("forms", [])]
    }
    media = load_lexicon("media")
    for group in ("agencies", "papers", "broadcasters"):
        known |= {plain(form): forms[0] for forms in media.get(group, []) for form in forms}
    return known


def _capitals() -> dict[str, tuple[str, str]]:
    """Plain spelling of a capital -> its first spelling and its state."""
    states: dict[str, dict[str, Any]] = load_lexicon("countries")["states"]
    return {
        plain(spelling): (entry["capital"][0], state)
        for state, entry in states.items()
        for spelling in entry.get("capital", [])
    }


_STATES = _state_names()
_CAPITALS = _capitals()
_KNOWN = _known_forms()
_AGENCIES = {plain(form): forms[0] for forms in load_lexicon("media")["agencies"] for form in forms}
ADJECTIVES: dict[str, str] = {
    state: entry["adj"][0] for state, entry in load_lexicon("countries")["states"].items() if entry.get("adj")
}


@cache
def known_name(name: str) -> str | None:
    """The usual name of a well-known organisation or medium ("North Atlantic Treaty Organization" -> "NATO")."""
    return _KNOWN.get(plain(name))


@cache
def known_agency(name: str) -> str | None:
    """The usual name of a news agency ("Agence France-Presse" -> "AFP"); None for papers and all else."""
    return _AGENCIES.get(plain(name))


def capital_named(name: str) -> tuple[str, str] | None:
    """The capital that a name stands for, in its first spelling, and its state ("Kiev" -> "Kyiv", "Ukraine")."""
    return _CAPITALS.get(plain(name))


@cache
def state_named(name: str) -> str | None:
    """The state that a whole name stands for ("Russian Federation", "Russians"), if any."""
    return _STATES.get(plain(name))


@cache
def kernel(name: str) -> Kernel:
    """Take a body's or an office's name apart into its owner and its words."""
    tokens = plain(name).replace("pro ", "pro-").split()
    owner, rest, at = None, [], 0
    while at < len(tokens):
        size = next(
            (
                n
                for n in range(min(_LONGEST_STATE_NAME, len(tokens) - at), 0, -1)
                if " ".join(tokens[at : at + n]) in _STATES
            ),
            0,
        )
        if size and owner is None:
            owner = _STATES[" ".join(tokens[at : at + size])]
        elif not size or owner is not None:
            size = max(size, 1)
            rest += tokens[at : at + size]
        at += size
    kept = [token for token in rest if token not in _DROP]
    return Kernel(owner, frozenset(_SYNONYMS.get(token, stem(token)) for token in kept))


def _kernels(entry: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(_SYNONYMS.get(word, stem(word)) for word in office) for office in _LEX[entry])


_SOLE = _kernels("sole")
_BESIDE = _kernels("beside")


def is_sole_office(office: Kernel) -> bool:
    """Whether the words are an office of one holder at a time and nobody's name ("Russia’s foreign minister")."""
    return office.words in _SOLE


def excludes_others(office: Kernel) -> bool:
    """Whether its holder holds no other office of that sort: a foreign minister may lead a delegation, not be president."""
    return office.words in _SOLE - _BESIDE


def collective_name(words: frozenset[str], owner: str | None) -> str | None:
    """How a body is called that articles know under several synonyms ("Russian armed forces"); None for other bodies."""
    pattern = _LEX["collective"].get(next(iter(words))) if len(words) == 1 else None
    return pattern.format(adjective=ADJECTIVES.get(owner, owner)) if pattern and owner else None
