"""Roles: who does it, where, and when, read from the clause of the trigger."""

from __future__ import annotations

from functools import cache

from generator.extract.events.candidate import Candidate
from generator.extract.layers import Layers, Timex
from generator.extract.places import place_at, place_in
from generator.extract.reference import speakers_of
from generator.extract.syntax.queries import conjuncts
from generator.extract.timexes import date_of_clause
from generator.lexicon import load_lexicon

_MEMBERS = frozenset(["members", "guerrillas", "fighters", "rebels", "militants", "workers", "leaders", "gunmen"])
"""An organisation acts through its members ("guerrillas of the ELN")."""
_WHERE = frozenset(["in", "at", "near", "outside", "inside", "to", "into", "across", "around", "throughout", "within"])
"""What opens the place of a peaceful deed: sanctions "on Iran" are not imposed there."""
_BOUNDS = frozenset(["since", "until", "till", "from", "by"])


def actors_of(layers: Layers, candidate: Candidate) -> list[int]:
    """The chains of who does it: the agent's mentions, else the noun's owner ("Russian attacks", "advance of the troops")."""
    if candidate.noun is not None:
        found = _owners(layers, candidate.noun)
        if candidate.rule.startswith("event/conversation"):
            return _unique([*_of_phrase(layers, candidate.agent), *_partners(layers, candidate.noun)])
        return found or _of_phrase(layers, candidate.agent) or _owner_elsewhere(layers, candidate.noun)
    return _of_phrase(layers, candidate.agent)


def _of_phrase(layers: Layers, phrase: int | None) -> list[int]:
    """The chains of a noun phrase and its conjuncts ("Moscow and Kiev"), groups taken apart, else of its owner ("Russian attacks")."""
    if phrase is None:
        return []
    members = [layers.noun_phrases[member].head for member in conjuncts(layers, phrase)]
    found = [chain for head in members for chain in _chains_at(layers, head)]
    noun = layers.noun_phrases[phrase]
    if layers.tokens.lower[noun.head] in _MEMBERS:
        owners = _owners(layers, phrase)
        found += [chain for chain in owners if layers.chains[chain].kind == "organisation"]
    return _unique(found) or _owners(layers, phrase) or _unique(speakers_of(layers, noun.start, noun.end))


def _chains_at(layers: Layers, token: int) -> list[int]:
    index = layers.mention_of[token]
    if index < 0 or layers.mentions[index].chain is None:
        return []
    chain = layers.mentions[index].chain
    assert chain is not None  # mypy cannot carry the check over the subscript
    members = layers.chains[chain].members
    return list(members) if members else [chain]


def _owners(layers: Layers, phrase: int) -> list[int]:
    """Mentions and adjectives of nationality inside the noun phrase, and behind "of", "by" and "between"."""
    noun = layers.noun_phrases[phrase]
    found = [chain for at in range(noun.start, noun.head) for chain in _chains_at(layers, at) or _country(layers, at)]
    lower, at = layers.tokens.lower, noun.end
    if not found and at + 1 < len(lower) and lower[at] in {"of", "by", "between"} and layers.np_of[at + 1] >= 0:
        owner = layers.noun_phrases[layers.np_of[at + 1]]
        mention = layers.mention_of[owner.head]
        acts = mention >= 0 and (
            lower[at] != "of" or layers.mentions[mention].kind in {"body", "person", "organisation"}
        )
        found = _chains_at(layers, owner.head) if acts else []
        found = found or [chain for token in range(owner.start, owner.head) for chain in _country(layers, token)]
    return _unique(found)


def _owner_elsewhere(layers: Layers, phrase: int) -> list[int]:
    """“The invasion began”: who does it, from the words that tell the same thing with its doer ("Russia’s invasion", "Russia invaded")."""
    lower, noun = layers.tokens.lower, layers.noun_phrases[phrase]
    lemma = layers.tokens.lemma[noun.head]
    deed = load_lexicon("event_triggers")["deverbal"].get(lemma)
    if deed is None or lower[noun.start] != "the":
        return []
    for other, same in enumerate(layers.noun_phrases):
        if layers.tokens.lemma[same.head] == lemma and (found := _owners(layers, other)):
            return found
    for group in layers.verb_groups:
        if group.lemma == deed and not group.passive and (found := _of_phrase(layers, group.subject)):
            return found
    return []


def _partners(layers: Layers, phrase: int) -> list[int]:
    end = layers.noun_phrases[phrase].end
    if end + 1 >= len(layers.tokens) or layers.np_of[end + 1] < 0:
        return []
    partner = layers.noun_phrases[layers.np_of[end + 1]]
    return [chain for at in range(partner.start, partner.end) for chain in _chains_at(layers, at)][-1:]


@cache
def _states_by_adjective() -> dict[str, str]:
    return {
        adjective: state
        for state, entry in load_lexicon("countries")["states"].items()
        for adjective in (entry or {}).get("adj", [])
    }


def _country(layers: Layers, token: int) -> list[int]:
    """The chain of the state whose adjective stands at `token` ("Russian"), if the article has such a chain."""
    state = _states_by_adjective().get(layers.tokens.text[token])
    if state is None:
        return []
    return [index for index, chain in enumerate(layers.chains) if chain.name == state and chain.kind == "state"][:1]


def _unique(chains: list[int]) -> list[int]:
    return list(dict.fromkeys(chains))


def place_of(layers: Layers, candidate: Candidate) -> tuple[int, int] | None:
    """Where it happens: what is attacked or taken if that is a place, else the clause's phrase of place, else the next phrase's."""
    if candidate.verb is not None and candidate.patient is not None:
        noun = layers.noun_phrases[candidate.patient]
        sentence = layers.sentences[layers.sentence_of[noun.head]]
        patient = place_at(layers, noun.start, sentence.end)
        if patient is not None and (candidate.type in {"military", "humanitarian"} or candidate.lemma == "visit"):
            return _named_part(layers, patient)
    start, end = candidate.clause
    opening = None if candidate.type in {"military", "humanitarian"} else _WHERE
    found = place_in(layers, candidate.token, end, opening, first=True)
    found = found or place_in(layers, start, end, opening, first=True)
    return _named_part(layers, found) if found else None


def _named_part(layers: Layers, span: tuple[int, int]) -> tuple[int, int]:
    """“City of Lyon” is told by its name: the part behind “city of”, “capital” and the like."""
    lower = layers.tokens.lower
    start, end = span
    for at in range(start, end - 1):
        if lower[at] in {"city", "town", "village", "port", "capital", "region", "island"}:
            following = at + 2 if lower[at + 1] == "of" else at + 1
            if following < end and layers.tokens.tag[following].startswith("NNP"):
                return following, layers.noun_phrases[layers.np_of[following]].end if layers.np_of[
                    following
                ] >= 0 else end
    return span


def date_of(layers: Layers, candidate: Candidate) -> tuple[str | None, str]:
    """The date of the trigger's own verb, else the nearest one inside its clause, with its reasoning."""
    dated = _dated(layers, candidate)
    if dated is None or dated.value is None:
        return None, ""
    if (start_day := _beginning(layers, candidate, dated.value)) is not None:
        return start_day, "the beginning that the dossier names"
    return dated.value, dated.why


def _dated(layers: Layers, candidate: Candidate) -> Timex | None:
    group = layers.verb_groups[candidate.verb] if candidate.verb is not None else None
    if group is not None and group.finite and (found := date_of_clause(layers, group.head)) is not None:
        return None if _is_bound(layers, found) else found
    start, end = candidate.clause
    inside = [
        timex
        for timex in layers.timexes_from(start, end)
        if timex.kind == "date" and timex.value and not _is_bound(layers, timex)
    ]
    return min(inside, key=lambda timex: abs(timex.start - candidate.token), default=None)


def _is_bound(layers: Layers, timex: Timex) -> bool:
    """“Since 2007”, “until May” bound a time and are no date of the event."""
    return layers.tokens.lower[timex.start] in _BOUNDS or (
        timex.start > 0 and layers.tokens.lower[timex.start - 1] in _BOUNDS
    )


def _beginning(layers: Layers, candidate: Candidate, told: str | None) -> str | None:
    """The dossier's own start, where the clause says that the conflict began and the time it gives ("last week") holds that day."""
    begin = layers.dossier.start
    if begin is None or told is None or "/" not in told or candidate.lemma not in layers.dossier.start_words:
        return None
    group = layers.verb_groups[candidate.verb] if candidate.verb is not None else None
    first, last = told.split("/", 1)
    return begin if group is not None and group.lemma in {"begin", "start"} and first <= begin <= last else None
