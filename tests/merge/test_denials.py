"""Denials against claims: both accounts stand side by side, and nothing that looks alike makes a dispute."""

from __future__ import annotations

from typing import Any

from generator.merge import merge_facts
from generator.model.evidence import Evidence
from generator.model.facts import Statement
from generator.model.knowledge import Dispute, Knowledge
from tests.merge.build import article, dossier, person, state

CAST = [
    state("Russia"),
    state("Ukraine"),
    person("Ada Lovel", "Russia", "spokesman"),
    person("Bo Karling", "Ukraine", "adviser"),
]


def said(speaker: str, cue: str, words: str, **more: Any) -> dict[str, Any]:
    return {"kind": "statement", "speaker": speaker, "words": words, "cue": cue, **more}


def told(*rows: dict[str, Any], later: tuple[dict[str, Any], ...] = ()) -> Knowledge:
    files = [article("a1", "2026-03-01", CAST, [_plain(row) for row in rows])]
    if later:
        files.append(article("a2", "2026-03-02", CAST, [_plain(row) for row in later]))
    return merge_facts(_with_cues(files, [*rows, *later]), dossier())


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != "cue"}


def _with_cues(files: list[Any], rows: list[dict[str, Any]]) -> list[Any]:
    facts = [fact for file in files for fact in file.facts]
    for fact, row in zip(facts, rows, strict=True):
        if isinstance(fact, Statement) and row.get("cue"):
            fact.cue = Evidence(start=0, end=len(row["cue"]), text=row["cue"])
    return files


def disputes(known: Knowledge) -> list[Dispute]:
    return [each for each in known.disputes if each.sort == "conflict"]


def test_a_denial_answers_a_claim() -> None:
    claim = said("Ada Lovel", "said", "Norvia had agreed to give up its bid for the harbour")
    denial = said("Bo Karling", "denied", "that it had agreed to give up its bid")
    for known in (told(claim, denial), told(claim, later=(denial,))):
        [one] = disputes(known)
        assert [(v.by, v.note) for v in one.variants] == [(["ada-lovel"], None), (["bo-karling"], "denied")]


def test_a_deed_that_is_told_is_denied() -> None:
    deed = {
        "kind": "event",
        "type": "military",
        "actors": ["Ukraine"],
        "words": "Ukrainian ships shelled the harbour of Lomsk",
    }
    assert len(disputes(told(deed, said("Bo Karling", "denies", "that its ships shelled the harbour")))) == 1


def test_a_stand_that_others_tell_is_denied() -> None:
    stand = {
        "kind": "position",
        "actor": "Ukraine",
        "stance": "accepts",
        "topic": "bid",
        "via": "Ada Lovel",
        "words": "to give up the bid for the harbour",
    }
    assert len(disputes(told(stand, said("Bo Karling", "denied", "it would give up the bid for the harbour")))) == 1


def test_what_looks_alike_is_no_dispute() -> None:
    claim = said("Ada Lovel", "said", "Norvia had agreed to give up its bid for the harbour")
    assert not disputes(told(claim, said("Bo Karling", "said", "that it had agreed to give up its bid")))
    assert not disputes(told(claim, said("Bo Karling", "denied", "that its ships fired on the coast guard")))
    assert not disputes(told(claim, said("Ada Lovel", "denied", "that Norvia had agreed to give up its bid")))
