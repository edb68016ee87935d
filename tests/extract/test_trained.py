"""A trained pipeline that the dossier names: here one of two patterns, built and saved by the test."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.pipeline import EntityRuler

from generator.errors import SettingsError
from generator.extract.actors import select_actors
from generator.extract.language import analyse
from generator.extract.mentions.trained import load_trained
from generator.extraction_jobs import Job, run_jobs
from generator.model.dossier import Dossier, Party
from tests.extract.articles import make_article

TEXT = "Norway and Sweden resumed talks on fish. Tor was praised by everybody, and deltagruppen signed nothing."


@pytest.fixture
def pipeline(tmp_path: Path) -> str:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    assert isinstance(ruler, EntityRuler)
    ruler.add_patterns(
        [
            {"label": "PERSON", "pattern": "Tor"},
            {"label": "ORG", "pattern": "deltagruppen"},
            {"label": "GPE", "pattern": "Norway"},
            {"label": "DATE", "pattern": "everybody"},
        ]
    )
    nlp.to_disk(tmp_path / "tiny")
    return str(tmp_path / "tiny")


def names(pipeline: str | None) -> dict[str, str]:
    dossier = Dossier(title="test", parties=[Party(name="Norway"), Party(name="Sweden")], pipeline=pipeline)
    layers = analyse(make_article(TEXT), dossier)
    return {mention.name: mention.kind for mention in layers.mentions if mention.form == "name"}


def test_it_adds_names_and_leaves_ours_alone(pipeline: str) -> None:
    without, found = names(None), names(pipeline)
    assert "deltagruppen" not in without
    assert found["deltagruppen"] == "organisation"
    assert found["Tor"] == "person"
    assert found["Norway"] == without["Norway"] == "state"
    assert "everybody" not in found


def test_an_added_organisation_that_acts_becomes_an_actor(pipeline: str) -> None:
    layers = analyse(make_article(TEXT), Dossier(title="test", pipeline=pipeline))
    assert "deltagruppen" in {actor.name for actor in select_actors(layers)[0]}


def test_without_the_setting_nothing_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy, "load", lambda name: pytest.fail("loaded"))
    assert names(None)


def test_a_pipeline_that_is_not_installed_is_told_with_its_package() -> None:
    with pytest.raises(SettingsError, match="pip install en_no_such_pipeline"):
        load_trained("en_no_such_pipeline")


def test_a_run_tells_it_once_as_a_fault_of_the_settings() -> None:
    dossier = Dossier(title="test", pipeline="en_no_such_pipeline")
    jobs = [Job(Path("seeds/a.txt"), "seeds/a.txt", dossier, None, None)]
    with pytest.raises(SettingsError, match="en_no_such_pipeline"):
        list(run_jobs(jobs, 1))
