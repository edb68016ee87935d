"""The same decisions in the terminal, and what they tell about each hand."""

from __future__ import annotations

from typer.testing import CliRunner

from generator.cli import app
from generator.paths import DossierPaths
from generator.pipeline import update_facts
from generator.store.facts_files import load_facts
from generator.store.settings import load_settings


def run(paths: DossierPaths, *arguments: str, answers: str = "") -> str:
    done = CliRunner().invoke(app, [*arguments, "--folder", str(paths.root)], input=answers)
    assert done.exit_code == 0, done.output
    return done.output


def test_facts_are_decided_one_after_the_other_and_counted(small: DossierPaths) -> None:
    update_facts(small, load_settings(small.settings, "content/dossier.yml"))
    path = small.facts / "one.yml"
    before = path.read_bytes()
    assert "Nothing has been reviewed" in run(small, "trust")
    run(small, "review", answers="c\nr\nu\nu\nq\n")
    assert path.read_bytes() == before
    run(small, "review", answers="c\nr\nnonsense\nq\n")
    reviews = sorted(filter(None, (fact.review for fact in load_facts(path, "one.yml").facts)))
    assert reviews == ["confirmed", "rejected"]
    assert "rules" in run(small, "trust")


def test_a_correction_counts_against_the_hand_that_made_it(small: DossierPaths) -> None:
    update_facts(small, load_settings(small.settings, "content/dossier.yml"))
    run(small, "review", answers="e date=2022-03-07\nq\n")
    corrected = [fact for fact in load_facts(small.facts / "one.yml", "one.yml").facts if fact.was]
    assert len(corrected) == 1
    update_facts(small, load_settings(small.settings, "content/dossier.yml"), force=True)
    lines = [line.split() for line in run(small, "trust").splitlines()[1:]]
    assert [line[3] for line in lines if line[0] == "rules"].count("1") == 1
