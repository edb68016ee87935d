"""Mediators: told apart as parties are (their capitals, officials, delegations), but of no side of the negotiation."""

from __future__ import annotations

from generator.model.dossier import Dossier
from generator.model.facts import FactsFile, Meeting
from generator.model.identity import actor_mark, fact_id


def with_mediators(dossier: Dossier) -> Dossier:
    """The settings under which an article is read: mediators are looked for as parties are, where parties are named."""
    if not dossier.mediators or not dossier.parties:
        return dossier
    return dossier.model_copy(update={"parties": [*dossier.parties, *dossier.mediators]})


def as_third_parties(facts: FactsFile, dossier: Dossier) -> FactsFile:
    """The facts without sides and heads of delegation of mediators."""
    names = {mediator.name for mediator in dossier.mediators}
    if not names:
        return facts
    for actor in facts.actors:
        if actor.side in names:
            actor.side = None
            actor.mark = actor_mark(actor)
    for fact in facts.facts:
        if isinstance(fact, Meeting) and not names.isdisjoint(fact.heads):
            fact.heads = {side: head for side, head in fact.heads.items() if side not in names}
            fact.id = fact_id(facts.article.id, fact)
    return facts
