"""Mediators are told apart as parties are, and speak for no side."""

from __future__ import annotations

from generator.extract.language import extract_article
from generator.model.dossier import Dossier, Party
from tests.extract.articles import make_article

TEXT = "Qatari officials met a delegation of Norland in Doha on Monday. Qatar urged Norland to free the prisoners, a Qatari official said."


def test_a_mediator_is_an_actor_of_no_side() -> None:
    parties = [Party(name="Norland"), Party(name="Sudland")]
    found = extract_article(
        make_article(TEXT, "2026-03-04"), Dossier(title="t", parties=parties, mediators=[Party(name="Qatar")])
    )
    sides = {actor.name: actor.side for actor in found.actors}
    assert sides["Qatar"] is None
    assert {side for side in sides.values() if side} <= {"Norland", "Sudland"}
    assert all("Qatar" not in getattr(fact, "heads", {}) for fact in found.facts)
