"""A renamed article takes its facts, decisions and answers along."""

from __future__ import annotations

from generator.paths import DossierPaths
from generator.pipeline import update_facts
from generator.renaming import rename_article
from generator.store.settings import load_settings


def test_decisions_on_the_article_go_with_it(small: DossierPaths) -> None:
    rows = (
        "decisions:   # by hand\n  - {kind: date, of: article, names: [one.txt], value: 2022-03-09}   # not phone.txt\n"
    )
    small.settings.write_text(small.settings.read_text(encoding="utf-8") + rows, encoding="utf-8")
    update_facts(small, load_settings(small.settings, "content/dossier.yml"))
    small.answers.mkdir()
    (small.answers / "one.local.json").write_text("{}", encoding="utf-8")
    moved = rename_article(small, "one.txt", "first.txt")
    assert len(moved) == 4
    settings = small.settings.read_text(encoding="utf-8")
    assert "names: [first.txt], value: 2022-03-09}   # not phone.txt" in settings
    assert "# by hand" in settings
    assert (small.answers / "first.local.json").is_file()
    run = update_facts(small, load_settings(small.settings, "content/dossier.yml"))
    assert run.facts["seeds/first.txt"].article.published.date == "2022-03-09"
