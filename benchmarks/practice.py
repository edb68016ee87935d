"""The rules on a corpus of practice: python -m benchmarks.practice TEXTS GOLD [--cold] [--show KIND] [--out FOLDER]

Each article gets a dossier of its own, with the sides that its gold names as parties (`--cold`: none), is extracted, and scored
against its gold (`tests/quality/score.py`). Figures below `benchmarks/practice_floors.yml` are listed and make the exit code 1.
The corpus is not part of this project; without TEXTS and GOLD the places named in the floor file are tried.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

from generator.extract.language import extract_article
from generator.model.dossier import Dossier, Party
from generator.read import read_article
from generator.store.facts_files import dump_facts
from tests.quality import score as scoring

FLOORS = Path(__file__).parent / "practice_floors.yml"


def parties_of(gold: dict[str, Any]) -> list[str]:
    """The sides that the gold of an article names, as a user would type them."""
    sides = [str(actor["side"]) for actor in gold.get("actors") or [] if actor.get("side")]
    return list(dict.fromkeys(sides))[:8]


def extract_all(texts: Path, gold: Path, out: Path, *, cold: bool) -> None:
    """Facts of every article that has gold, into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(gold.glob("*.gold.yml")):
        stem = path.name.removesuffix(".gold.yml")
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
        file = next(each for each in sorted(texts.iterdir()) if each.stem == stem)
        names = ([] if cold else parties_of(told)) or ["A", "B"]
        dossier = Dossier(title="Practice", parties=[Party(name=name) for name in names])
        facts = extract_article(read_article(file, f"seeds/{file.name}", dossier), dossier)
        (out / f"{stem}.yml").write_text(dump_facts(facts), encoding="utf-8")


def score_of(facts: Path, gold: Path, texts: Path) -> dict[str, Any]:
    """The figures of the scorer."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        scoring.main([str(facts), str(gold), str(texts), "--json"])
    figures: dict[str, Any] = json.loads(said.getvalue())
    return figures


def below(figures: dict[str, Any], floors: dict[str, dict[str, float]]) -> list[str]:
    """What fell below its floor."""
    return [
        f"{kind} {name}: {figures[kind].get(name, 0):.3f} < {floor}"
        for kind, wanted in floors.items()
        for name, floor in wanted.items()
        if figures[kind].get(name, 0) < floor
    ]


def main(arguments: list[str]) -> int:
    """Extract, score, print, compare with the floors."""
    settings = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    options = {name: arguments[arguments.index(name) + 1] for name in ("--show", "--out") if name in arguments}
    folders = [Path(each) for each in arguments if not each.startswith("--") and each not in options.values()]
    texts, gold = folders if len(folders) == 2 else [Path(settings[name]) for name in ("texts", "gold")]
    if not (texts.is_dir() and gold.is_dir()):
        print(f"no corpus at {texts} and {gold}")
        return 0
    cold = "--cold" in arguments
    with tempfile.TemporaryDirectory() as scratch:
        facts = Path(options.get("--out", scratch))
        extract_all(texts, gold, facts, cold=cold)
        show = ["--show", options["--show"]] if "--show" in options else []
        scoring.main([str(facts), str(gold), str(texts), *show])
        low = below(score_of(facts, gold, texts), settings["cold" if cold else "warm"])
    print("\n".join(f"BELOW ITS FLOOR  {each}" for each in low))
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
