"""Facts are brought up to date: only what changed, nothing lost, and no bad file costs the others."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.model.dossier import Dossier
from generator.pages_pipeline import update_dossier
from generator.paths import DossierPaths
from generator.pipeline import Run, update_facts
from generator.store.facts_files import broken_spans, load_facts
from generator.store.settings import load_settings


def run(paths: DossierPaths, **options: object) -> Run:
    return update_facts(paths, settings(paths), **options)  # type: ignore[arg-type]


def settings(paths: DossierPaths) -> Dossier:
    return load_settings(paths.settings, "content/dossier.yml")


def test_only_what_changed_is_extracted(small: DossierPaths) -> None:
    assert run(small).extracted == ["seeds/one.txt"]
    assert run(small).extracted == []
    article = small.seeds / "one.txt"
    article.write_text(article.read_text(encoding="utf-8") + "\nThe mediator said it was early.\n", encoding="utf-8")
    assert run(small).extracted == ["seeds/one.txt"]
    small.settings.write_text(small.settings.read_text(encoding="utf-8") + "start: '2022-03-01'\n", encoding="utf-8")
    assert run(small).extracted == ["seeds/one.txt"]


def test_the_same_input_gives_the_same_bytes(small: DossierPaths) -> None:
    run(small)
    before = (small.facts / "one.yml").read_bytes()
    run(small, force=True)
    assert (small.facts / "one.yml").read_bytes() == before


def test_every_offset_holds(small: DossierPaths) -> None:
    run(small)
    facts = load_facts(small.facts / "one.yml", "one.yml")
    assert broken_spans(facts, (small.seeds / "one.txt").read_bytes().decode()) == []


GOOD = "one.txt"
BAD_ARTICLES = {
    "empty": (b"", "empty"),
    "white space": (b" \n \n", "white space"),
    "binary": (b"\x00\x01\x02" * 200, "binary"),
    "not UTF-8": ("Café talks went on. ".encode("latin-1") * 30, "UTF-8"),
    "not English": (
        ("Die Verhandlungen gehen weiter, sagte der Minister am Montag in Berlin. " * 9).encode(),
        "English",
    ),
    "huge": (b"The talks went on. " * 2_700_000, "large"),
}


@pytest.mark.parametrize("name", BAD_ARTICLES)
def test_a_bad_article_is_named_and_costs_no_other(small: DossierPaths, name: str) -> None:
    raw, word = BAD_ARTICLES[name]
    (small.seeds / "bad.txt").write_bytes(raw)
    done = run(small)
    assert done.extracted == ["seeds/one.txt"]
    [problem] = done.problems
    assert word in str(problem)
    assert "bad.txt" in str(problem)
    assert problem.mend
    assert "\n" not in str(problem)
    assert (small.seeds / "bad.txt").read_bytes() == raw


def test_two_files_of_one_name_are_both_named(small: DossierPaths) -> None:
    (small.seeds / "one.md").write_text(
        "# The same name\n\nThe talks went on for another day in the capital, and the minister said that he would not leave "
        "before the end of them.\n",
        encoding="utf-8",
    )
    done = run(small)
    assert len(done.extracted) == 1
    assert "one.md" in str(done.problems[0])
    assert "one.txt" in str(done.problems[0])


@pytest.mark.parametrize(
    "text", ["article: [", "article: 3\n", "facts:\n  - kind: rumour\n"], ids=["YAML", "shape", "kind"]
)
def test_a_broken_facts_file_is_named_and_never_overwritten(small: DossierPaths, text: str) -> None:
    (small.facts / "one.yml").write_text(text, encoding="utf-8")
    done = run(small)
    assert done.extracted == []
    assert "content/facts/one.yml" in str(done.problems[0])
    assert (small.facts / "one.yml").read_text(encoding="utf-8") == text


def test_facts_of_an_article_that_is_gone_are_kept_and_reported(small: DossierPaths) -> None:
    run(small)
    (small.seeds / "one.txt").unlink()
    done = run(small)
    assert "no longer in seeds/" in str(done.problems[0])
    assert (small.facts / "one.yml").exists()


def test_a_date_that_a_person_settled_anchors_the_article(small: DossierPaths) -> None:
    decision = "decisions:\n  - {kind: date, of: article, names: [one.txt], value: '2022-03-10'}\n"
    small.settings.write_text(small.settings.read_text(encoding="utf-8") + decision, encoding="utf-8")
    run(small)
    assert load_facts(small.facts / "one.yml", "x").article.published.date == "2022-03-10"


def test_a_settled_date_takes_effect_at_once_and_ends_with_its_decision(small: DossierPaths) -> None:
    run(small)
    plain = small.settings.read_text(encoding="utf-8")
    before = load_facts(small.facts / "one.yml", "x").article.published.date
    decision = "decisions:\n  - {kind: date, of: article, names: [one.txt], value: '2022-03-10'}\n"
    small.settings.write_text(plain + decision, encoding="utf-8")
    assert run(small).extracted
    assert load_facts(small.facts / "one.yml", "x").article.published.date == "2022-03-10"
    assert not run(small).extracted
    small.settings.write_text(plain, encoding="utf-8")
    assert run(small).extracted
    assert load_facts(small.facts / "one.yml", "x").article.published.date == before


def test_two_processes_make_the_same_as_one(small: DossierPaths) -> None:
    text = (small.seeds / "one.txt").read_text(encoding="utf-8")
    for number in range(40):
        (small.seeds / f"copy{number:02}.txt").write_text(text, encoding="utf-8")
    run(small, jobs=2)
    before = {path.name: path.read_bytes() for path in small.facts.glob("*.yml")}
    run(small, jobs=1, force=True)
    assert {path.name: path.read_bytes() for path in small.facts.glob("*.yml")} == before


def test_a_run_with_nothing_new_imports_no_spacy(small: DossierPaths) -> None:
    run(small)
    code = (
        "import sys; from pathlib import Path; from generator.paths import DossierPaths\n"
        "from generator.pipeline import update_facts; from generator.store.settings import load_settings\n"
        "paths = DossierPaths(Path(sys.argv[1]))\n"
        "run = update_facts(paths, load_settings(paths.settings, 'x'))\n"
        "assert run.unchanged == 1, run\n"
        "assert not {'spacy', 'jinja2', 'trafilatura'} & sys.modules.keys()"
    )
    home = Path(__file__).parent.parent
    command = [sys.executable, "-c", code, str(small.root)]
    done = subprocess.run(command, cwd=home, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


def test_a_facts_file_broken_while_editing_keeps_its_article_on_the_pages(small: DossierPaths) -> None:
    update_dossier(small)
    update_dossier(small)
    path = small.facts / "one.yml"
    page = (small.content / "sources" / "one.md").read_bytes()
    path.write_text(path.read_text(encoding="utf-8") + "facts: [\n", encoding="utf-8")
    broken = path.read_bytes()
    run = update_dossier(small)
    assert [problem.file for problem in run.problems] == ["content/facts/one.yml"]
    assert (small.content / "sources" / "one.md").read_bytes() == page
    assert path.read_bytes() == broken
