"""Roles: who does it, where, and when, read from the slots of the row and the grammar."""

from __future__ import annotations

from functools import cache

from generator.extract.events.candidate import Candidate
from generator.extract.layers import Layers, Timex
from generator.extract.places import place_at
from generator.extract.rows import View
from generator.extract.timexes import date_of_clause, date_of_phrase
from generator.lexicon import load_lexicon

_ACTING = frozenset(["person", "body", "organisation", "state"])
_WHERE = ("in", "at", "near", "outside", "inside", "across", "around", "throughout", "within")
_REACHED = ("on", "into", "to", "against", "over", "through", "toward", "towards", "along", "from", "of")
_BOUNDS = frozenset(["since", "until", "till", "from", "by", "before", "after"])


def actors_of(view: View, candidate: Candidate) -> list[int]:
    """The chains of who does it: the agents, else (of a noun) its owner, its "by" phrase, or the adjective of a state."""
    found = [chain for phrase in candidate.agents for chain in _of_phrase(view, phrase)]
    partners = [chain for phrase in candidate.match.phrases("partner") for chain in _of_phrase(view, phrase)]
    if candidate.noun is not None and not found:
        found = _owners(view, candidate.noun) or _owners_elsewhere(view, candidate.noun)
    return list(dict.fromkeys([*found, *partners]))


def _of_phrase(view: View, phrase: int) -> list[int]:
    """The chains of a noun phrase; groups taken apart; "guerrillas of the ELN" act for it."""
    layers = view.layers
    noun = layers.noun_phrases[phrase]
    found = _chains_at(layers, noun.head)
    if found:
        return found
    return [
        chain
        for _, below in view.syntax.modifiers(phrase, "of")
        for chain in _chains_at(layers, layers.noun_phrases[below].head)
        if layers.chains[chain].kind == "organisation"
    ]


def _chains_at(layers: Layers, token: int) -> list[int]:
    index = layers.mention_of[token]
    chain = layers.mentions[index].chain if index >= 0 else None
    if chain is None:
        return []
    members = layers.chains[chain].members or [chain]
    return [member for member in members if layers.chains[member].kind in _ACTING]


def _owners(view: View, phrase: int) -> list[int]:
    """“Russia’s attack”, “Russian attacks”, “attacks by the army”, “the advance of the troops”, "fighting between A and B"."""
    layers, noun = view.layers, view.layers.noun_phrases[phrase]
    owner = view.syntax.possessor(phrase)
    found = _chains_at(layers, owner[1] - 1) if owner is not None else []
    for _, below in view.syntax.modifiers(phrase, "by", "between"):
        found += [
            chain for each in view.syntax.conjuncts(below) for chain in _of_phrase(view, each) or _owners(view, each)
        ]
    if not found:
        found = [
            chain for at in range(noun.start, noun.head) for chain in _chains_at(layers, at) or _country(layers, at)
        ]
    if not found:
        found = [
            chain
            for _, below in view.syntax.modifiers(phrase, "of")
            for chain in _of_phrase(view, below)
            if layers.chains[chain].kind in {"body", "organisation", "person"}
        ]
    return list(dict.fromkeys(found))


def _owners_elsewhere(view: View, phrase: int) -> list[int]:
    """“The invasion began”: who does it, from the words that tell the same thing with its doer ("Russia’s invasion", "Russia invaded")."""
    noun = view.layers.noun_phrases[phrase]
    lemma = view.lemmas[noun.head]
    deed = load_lexicon("event_words")["deverbal"].get(lemma)
    if deed is None or view.lower[noun.start] != "the":
        return []
    for other in view.phrases_by_lemma.get(lemma, ()):
        if found := _owners(view, other):
            return found
    for verb in view.verbs_by_lemma.get(deed, ()):
        if found := [chain for each in view.syntax.agents(verb) for chain in _of_phrase(view, each)]:
            return found
    return []


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


def place_of(view: View, candidate: Candidate) -> tuple[int, int] | None:
    """Where it happens, if a named place stands with the verb or noun: what is attacked or entered, else its phrase of place."""
    hit = candidate.type in {"military", "humanitarian"}
    prepositions = _WHERE + (_REACHED if hit else ("to", "into", "for") if candidate.type == "diplomatic" else ())
    phrases: list[int] = []
    if hit or candidate.lemma in {"visit", "tour", "leave"}:
        phrases += candidate.patients
    phrases += [each for phrase in candidate.patients for each in _qualifying(view, phrase, prepositions)]
    if candidate.noun is not None:
        phrases += _qualifying(view, candidate.noun, prepositions)
    if candidate.verb is not None:
        under = [each for _, each in view.syntax.obliques(candidate.verb, *prepositions)]
        phrases += [each for phrase in under for each in (phrase, *_qualifying(view, phrase, _WHERE))]
    found = (_place(view, phrase) for phrase in phrases)
    return next((place for place in found if place is not None), None)


def _qualifying(view: View, phrase: int, prepositions: tuple[str, ...]) -> list[int]:
    """The noun phrases that hang on a noun, or stand right behind it, by one of the prepositions."""
    pairs = [*view.syntax.modifiers(phrase), *view.behind(phrase)]
    return [below for case, below in pairs if case in prepositions or case == "of"]


def _place(view: View, phrase: int) -> tuple[int, int] | None:
    """The place that a noun phrase names; "the area" and "big cities" name none."""
    noun = view.layers.noun_phrases[phrase]
    sentence = view.layers.sentences[view.layers.sentence_of[noun.head]]
    found = place_at(view.layers, noun.start, sentence.end)
    if found is None or view.layers.timex_at(found[0]) is not None:
        return None
    text = view.layers.tokens.text
    return _named_part(view.layers, found) if any(text[at][0].isupper() for at in range(*found)) else None


def _named_part(layers: Layers, span: tuple[int, int]) -> tuple[int, int]:
    """“City of Lyon” is told by its name: the part behind “city of”, “capital” and the like."""
    lower = layers.tokens.lower
    start, end = span
    for at in range(start, end - 1):
        if lower[at] in {"city", "town", "village", "port", "capital", "region", "island"}:
            following = at + 2 if lower[at + 1] == "of" else at + 1
            if following < end and layers.tokens.tag[following].startswith("NNP"):
                index = layers.np_of[following]
                return following, layers.noun_phrases[index].end if index >= 0 else end
    return span


def date_of(view: View, candidate: Candidate, *, planned: bool) -> tuple[str | None, str]:
    """The day that stands with the verb or noun in its own clause, with its reasoning; None for a vaguer or doubtful time."""
    dated = _dated(view, candidate)
    if dated is None or dated.value is None or _is_bound(view.layers, dated):
        return None, ""
    if (day := _beginning(view, candidate, dated.value)) is not None:
        return day, "the beginning that the dossier names"
    if dated.precision not in {"day", "part of day"} or "?" in dated.value:
        return None, ""
    published = view.layers.article.record.published.date
    if published is not None and (dated.value < published if planned else dated.value[:10] > published):
        return None, ""  # what is to come lies not behind the day of the article, nor what happened before it
    return dated.value, dated.why


def _dated(view: View, candidate: Candidate) -> Timex | None:
    layers = view.layers
    if candidate.noun is not None:
        noun = layers.noun_phrases[candidate.noun]
        found = date_of_phrase(layers, noun.start, noun.end)
        if found is not None or candidate.verb is None:
            return found
    if candidate.verb is None:
        return None
    found = date_of_clause(layers, layers.verb_groups[candidate.verb].head)
    return found if found is not None and found.kind == "date" else None


def _is_bound(layers: Layers, timex: Timex) -> bool:
    """“Since 2007”, “until May” bound a time and are no date of the event."""
    return layers.tokens.lower[timex.start] in _BOUNDS or (
        timex.start > 0 and layers.tokens.lower[timex.start - 1] in _BOUNDS
    )


def _beginning(view: View, candidate: Candidate, told: str) -> str | None:
    """The dossier's own start, where the clause says that the conflict began and the time it gives ("last week") holds that day."""
    begin = view.layers.dossier.start
    if begin is None or "/" not in told or candidate.lemma not in view.layers.dossier.start_words:
        return None
    group = view.layers.verb_groups[candidate.verb] if candidate.verb is not None else None
    first, last = told.split("/", 1)
    return begin if group is not None and group.lemma in {"begin", "start"} and first <= begin <= last else None
