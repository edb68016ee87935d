"""Who is named in an article, case by case (`cases/actors.yml`), and properties of the rows."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract.actors import select_actors
from generator.extract.coreference import chain_builder
from generator.extract.language import analyse
from generator.extract.layers import Layers
from generator.model.dossier import Dossier, KnownActor, Party
from generator.model.facts import Actor
from tests.extract.articles import make_article

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "actors.yml").read_text(encoding="utf-8")
)["cases"]


def read(text: str, parties: list[str] | None = None, **settings: Any) -> Layers:
    dossier = Dossier(title="test", parties=[Party(name=name) for name in parties or []], **settings)
    return analyse(make_article(text, "2022-03-04"), dossier)


def rows(layers: Layers) -> dict[str, Actor]:
    return {actor.name: actor for actor in select_actors(layers)[0]}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_actors_of_an_article(case: dict[str, Any]) -> None:
    layers = read(case["text"], case.get("parties"))
    found = rows(layers)
    for row in case["expect"]:
        assert row["name"] in found, sorted(found)
        actor = found[row["name"]]
        for field in ("kind", "side"):
            if field in row:
                assert getattr(actor, field) == row[field], actor
        if "roles" in row:
            assert [role.title for role in actor.roles] == row["roles"]
        assert set(row.get("mentions", [])) <= {mention.text for mention in actor.mentions}, actor.mentions
    assert not set(case.get("never", [])) & set(found), sorted(found)
    if case.get("exactly"):
        assert set(found) == {row["name"] for row in case["expect"]}
    if "found_parties" in case:
        assert layers.parties == case["found_parties"]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([case["text"] for case in CASES]), min_size=1, max_size=4))
def test_mentions_hold_and_chains_agree(texts: list[str]) -> None:
    text = "\n".join(texts)
    layers = read(text)
    for number, chain in enumerate(layers.chains):
        assert chain.mentions == sorted(set(chain.mentions))
        assert all(0 <= member < len(layers.chains) and member != number for member in chain.members)
    for mention in layers.mentions:
        assert mention.chain is None or 0 <= mention.chain < len(layers.chains)
    actors = select_actors(layers)[0]
    assert len({actor.id for actor in actors}) == len(actors)
    assert all(evidence.holds_in(text) for actor in actors for evidence in actor.mentions)


def test_the_dossier_s_names_win() -> None:
    known = [
        KnownActor(name="Old Guard", kind="organisation", side="Ruritania", aliases=["the Guard", "Vecchia Guardia"])
    ]
    found = rows(read("Vecchia Guardia rejected the offer of Ruritania.", ["Ruritania", "Freedonia"], actors=known))
    assert found["Old Guard"].side == "Ruritania"
    assert found["Ruritania"].side == "Ruritania"


def test_coreference_writes_mentions_in_one_place() -> None:
    """Only `ChainBuilder.revise` changes what a mention says: a layer has one writer."""
    folder = Path(inspect.getfile(chain_builder)).parent
    writers = []
    for path in sorted(folder.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                spread = [part for target in targets for part in ast.walk(target)]
                writers += [f"{path.name}: {ast.unparse(part)}" for part in spread if _is_of_mention(part)]
    assert writers == []


def _is_of_mention(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Name)
        and node.value.id in {"mention", "other", "before", "person", "outer", "inner", "pronoun"}
    )
