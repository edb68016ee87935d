"""Component `events`: what happened, or is set to happen, beside the talks and beside speech.

What is looked for stands in rows (`lexicon/rows/events.yml`).
"""

from __future__ import annotations

from typing import cast

from spacy.tokens import Doc

from generator.extract.events.candidate import Candidate
from generator.extract.events.evidence import clause_of
from generator.extract.events.joining import joined
from generator.extract.events.modality import modality_of
from generator.extract.events.roles import actors_of, date_of, place_of
from generator.extract.layers import EventFound, Layers
from generator.extract.places import place_words
from generator.extract.rows import Match, Tried, View, find_matches, load_rows
from generator.model.facts import EventType, Modality


def find_events(layers: Layers, doc: Doc) -> None:
    """Fill `layers.events`: triggers of the rows that the article tells as real, each with who, where, when and how surely."""
    view, book = View(layers), load_rows("events")
    told: list[tuple[Candidate, Modality]] = []
    for match in find_matches(view, book, layers.tried):
        candidate = _candidate(view, match)
        modality, refused = modality_of(view, candidate)
        if modality is not None:
            told.append((candidate, modality))
        elif layers.tried is not None:
            layers.tried.append(Tried(book.name, match.row.id, match.token, refused))
    layers.events += [_event(view, candidate, modality) for candidate, modality in joined(view, told)]


def _candidate(view: View, match: Match) -> Candidate:
    """A match with who does it and to what: its slots, else what the grammar says of its verb."""
    agents, patients = match.phrases("agent"), match.phrases("object")
    if match.phrase is None and match.verb is not None:
        agents = agents or view.syntax.agents(match.verb)
        patients = patients or view.syntax.objects(match.verb)
        lemma = view.layers.verb_groups[match.verb].lemma
    else:
        lemma = view.lemmas[match.token]
        agents = agents or _doers_of_noun(view, match)
    return Candidate(
        match=match,
        lemma=lemma,
        type=cast("EventType", match.values.get("type", "other")),
        clause=clause_of(view, match, agents, patients),
        agents=agents,
        patients=patients,
    )


def _doers_of_noun(view: View, match: Match) -> tuple[int, ...]:
    """Who carries a noun out, where its row says so: the agent of the verb over it, or of the clause around it."""
    doer, told_by = match.values.get("doer"), match.slots.get("told-by", ())
    if doer == "verb" and told_by and told_by[0].verb is not None:
        return view.syntax.agents(told_by[0].verb)
    verb = match.verb if match.verb is not None else _verb_beside(view, match)
    return view.syntax.agents(verb) if doer == "clause" and verb is not None else ()


def _verb_beside(view: View, match: Match) -> int | None:
    """The last finite verb before a phrase, else the first behind it ("In a call with X, she **repeated** …")."""
    layers = view.layers
    sentence = layers.sentences[layers.sentence_of[match.token]]
    verbs = dict.fromkeys(verb for verb in layers.vg_of[sentence.start : sentence.end] if verb >= 0)
    beside = [verb for verb in verbs if layers.verb_groups[verb].finite]
    before = [verb for verb in beside if layers.verb_groups[verb].head < match.token]
    return before[-1] if before else next(iter(beside), None)


def _event(view: View, candidate: Candidate, modality: Modality) -> EventFound:
    date, date_why = date_of(view, candidate, planned=modality == "planned")
    why = f"“{view.layers.words(candidate.token, candidate.token + 1)}”: {candidate.match.row.why}"
    return EventFound(
        type=candidate.type,
        actors=actors_of(view, candidate),
        evidence=candidate.clause,
        rule=candidate.match.row.id,
        date=date,
        place=place_words(view.layers, place_of(view, candidate)),
        modality=modality,
        why=f"{why}; {date_why}" if date_why else why,
    )
