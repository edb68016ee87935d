"""What the rules find in the five shipped articles, scored against the hand-made gold: these floors may only rise."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.extract.language import extract_article
from generator.model.dossier import Dossier, Party
from generator.read import find_articles, read_article
from generator.store.facts_files import dump_facts
from generator.store.settings import load_settings

ROOT = Path(__file__).parent.parent.parent
FLOORS = yaml.safe_load((Path(__file__).parent / "floors.yml").read_text(encoding="utf-8"))
DOSSIERS = {
    "shipped settings": load_settings(ROOT / "content" / "dossier.yml", "content/dossier.yml"),
    "parties alone": Dossier(title="x", parties=[Party(name="Russia"), Party(name="Ukraine")]),
}


@pytest.fixture(scope="module", params=DOSSIERS)
def scored(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict]:
    """The figures of the scorer under one dossier."""
    facts = tmp_path_factory.mktemp("facts")
    for path in find_articles(ROOT / "seeds"):
        article = read_article(path, f"seeds/{path.name}", DOSSIERS[request.param])
        found = extract_article(article, DOSSIERS[request.param])
        (facts / f"{path.stem}.yml").write_text(dump_facts(found), encoding="utf-8")
    scorer = Path(__file__).parent / "score.py"
    command = [sys.executable, str(scorer), str(facts), str(ROOT / "tests" / "gold"), str(ROOT / "seeds"), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return request.param, json.loads(done.stdout)


def test_no_figure_falls_below_its_floor(scored: tuple[str, dict]) -> None:
    dossier, figures = scored
    low = [
        f"{kind} {name}: {figures[kind][name]:.3f} < {floor}"
        for kind, floors in FLOORS[dossier].items()
        for name, floor in floors.items()
        if figures[kind][name] < floor
    ]
    assert not low


def test_every_span_holds(scored: tuple[str, dict]) -> None:
    assert scored[1]["spans that do not hold"] == 0
    assert scored[1]["files"] == 5
