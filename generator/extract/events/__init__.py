"""Component `events`: what happened, or is set to happen, beside the talks and beside speech."""

from __future__ import annotations

from spacy.tokens import Doc

from generator.extract.clause_spans import Clauses, reporters
from generator.extract.events.candidate import Candidate
from generator.extract.events.deeds import deed_candidates
from generator.extract.events.joining import joined
from generator.extract.events.nouns import noun_candidates
from generator.extract.events.reality import modality_of
from generator.extract.events.roles import actors_of, date_of, place_of
from generator.extract.events.verbs import verb_candidates
from generator.extract.layers import EventFound, Layers
from generator.extract.places import place_words
from generator.model.facts import Modality


def find_events(layers: Layers, doc: Doc) -> None:
    """Fill `layers.events`: triggers of the lexicon that the article tells as real, each with who, where, when and how surely."""
    clauses, inner = Clauses(layers), reporters(layers)
    candidates = [*verb_candidates(layers, clauses), *noun_candidates(layers, clauses)]
    taken = {candidate.verb for candidate in candidates if candidate.verb is not None}
    candidates += deed_candidates(layers, clauses, inner, taken)
    told: list[tuple[Candidate, Modality]] = []
    for candidate in sorted(candidates, key=lambda found: found.token):
        if candidate.lemma == "meet" and _is_meeting(layers, candidate.token):
            continue
        modality = modality_of(layers, candidate, inner[candidate.token])
        if modality is not None:
            told.append((candidate, modality))
    layers.events += [_event(layers, candidate, modality) for candidate, modality in joined(layers, told)]


def _is_meeting(layers: Layers, token: int) -> bool:
    """Whether a verb of meeting tells a meeting of the talks, which is a fact of its own."""
    return any(start <= token < end for meeting in layers.meetings for start, end in meeting.evidence)


def _event(layers: Layers, candidate: Candidate, modality: Modality) -> EventFound:
    date, date_why = date_of(layers, candidate)
    why = f"“{layers.words(candidate.token, candidate.token + 1)}” tells an event"
    return EventFound(
        type=candidate.type,
        actors=actors_of(layers, candidate),
        evidence=candidate.clause,
        rule=candidate.rule,
        date=date,
        place=place_words(layers, place_of(layers, candidate)),
        modality=modality,
        why=f"{why}; {date_why}" if date_why else why,
    )
