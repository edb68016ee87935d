"""How far a deal has come by the words of one sentence: “the pact collapsed”, “are nearing a deal”, “signed an accord”."""

from __future__ import annotations

from generator.lexicon import load_lexicon
from generator.merge.wording import words
from generator.model.knowledge import Ladder

_LEX = load_lexicon("merge_deals")
LADDER: tuple[Ladder, ...] = ("proposed", "said to be agreed", "confirmed by both", "denied", "withdrawn")
"""The steps, each further than the one before."""


def rung_in(sentence: str) -> tuple[Ladder | None, str]:
    """How far a sentence says that a deal has come, with the words around it; None where it tells of none."""
    run = words(sentence)
    found: list[tuple[Ladder, str]] = []
    for at, word in enumerate(run):
        before = set(run[max(0, at - _LEX["reach"]) : at])
        if word in _LEX["offers"] and not before.isdisjoint(_LEX["taken_back"]) and before.isdisjoint(_LEX["hedges"]):
            found.append(("withdrawn", " ".join([*run[max(0, at - 2) : at], *run[at : at + _LEX["far"] + 1]])))
        if word.removesuffix("s") not in _LEX["nouns"]:
            continue
        near = set(run[max(0, at - _LEX["reach"]) : at + _LEX["reach"] + 1])
        behind = run[at : at + _LEX["far"] + 1]  # what a deal is about stands between it and its end
        told = [rung for rung in LADDER if not near.isdisjoint(_LEX["steps"].get(rung, ()))]
        if not set(behind).isdisjoint(_LEX["steps"]["withdrawn"]):
            told.append("withdrawn")
        if told and (told[-1] == "withdrawn" or near.isdisjoint(_LEX["hedges"])):
            found.append((told[-1], " ".join([*run[max(0, at - 2) : at], *behind])))
    return max(found, key=lambda one: LADDER.index(one[0]), default=(None, ""))
