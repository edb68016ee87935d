"""Running the examples of rows: what an article of one sentence gives, and how it differs from what its row says."""

from __future__ import annotations

from typing import Any

from generator.extract.language import extract_article
from generator.extract.rows.schema import Counterexample, Example
from generator.model.dossier import Dossier, Party
from generator.model.facts import FactsFile
from tests.extract.articles import make_article

DAY = "2022-03-04"
"""All examples are of this Friday."""
_NAMED = ("actor", "speaker", "via")


def facts_of(example: Example | Counterexample) -> FactsFile:
    """What the article that consists of the sentence says."""
    dossier = Dossier(title="Examples", parties=[Party(name=name) for name in example.parties or ["Peru", "Chile"]])
    return extract_article(make_article(example.text, DAY), dossier)


def plain(file: FactsFile, kind: str) -> list[dict[str, Any]]:
    """The facts of a kind as plain values, actors by name."""
    names = {actor.id: actor.name for actor in file.actors}
    found = []
    for fact in file.facts:
        if fact.kind != kind:
            continue
        row = fact.model_dump()
        row["words"] = fact.evidence[0].text
        row["actors"] = sorted(names.get(each, each) for each in row.get("actors") or [])
        for key in _NAMED:
            row[key] = names.get(row.get(key), row.get(key))
        found.append(row)
    return found


def differences(wanted: dict[str, Any], fact: dict[str, Any]) -> list[str]:
    """In what a fact differs from what its row says must come out: words stand in it, actors and other values are equal."""
    found = []
    for key, value in wanted.items():
        if key in {"words", "content"}:
            there = fact["words"] if key == "words" else " … ".join(part["text"] for part in fact["content"])
            fits = value in there
        elif key == "actors":
            there, fits = fact["actors"], fact["actors"] == sorted(value)
        else:
            there, fits = fact.get(key), fact.get(key) == value
        if not fits:
            found.append(f"{key}: {there!r}, not {value!r}")
    return found


def problems(row: str, kind: str, example: Example | Counterexample) -> list[str]:
    """What is wrong with what an example gives; empty where it holds."""
    facts = plain(facts_of(example), kind)
    told = [f"{fact['by']}: {fact['words']!r}" for fact in facts]
    if isinstance(example, Counterexample):
        return [f"should give nothing, gives {told}"] if facts else []
    if len(facts) != len(example.gives):
        return [f"should give {len(example.gives)}, gives {told}"]
    found = [each for wanted, fact in zip(example.gives, facts, strict=True) for each in differences(wanted, fact)]
    if not any(fact["by"] == row for fact in facts):
        found.append(f"none by this row: {told}")
    return found
