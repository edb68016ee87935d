"""An address that was published once keeps leading to what it told, whatever more articles change."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from generator.model.dossier import Dossier
from generator.model.knowledge import Alias, Knowledge, MergedActor
from generator.pages_pipeline import update_dossier
from generator.paths import DossierPaths
from generator.publish.building import build_site
from generator.store.addresses import moved

FIRST = "GENEVA, March 3, 2026 (Reuters) – Norland’s foreign minister Dimitri Peskoff said on Tuesday that the talks will go on.\n"


def know(*actors: tuple[str, str, list[str]]) -> Knowledge:
    """Actors by id, article-local ids and spellings."""
    made = [
        MergedActor(
            id=own,
            name=own,
            kind="person",
            local_ids={"a1": [local]},
            aliases=[Alias(text=t, articles=["a1"]) for t in spelled],
        )
        for own, local, spelled in actors
    ]
    return Knowledge(dossier=Dossier(title="t"), actors=made)


def test_a_page_is_found_again_by_what_it_is_about() -> None:
    now = know(("dmitry-peskov", "dimitri-peskoff", []))
    assert moved({"actors/dimitri-peskoff.md": ["a1 dimitri-peskoff"]}, [], now) == {
        "actors/dimitri-peskoff.md": "actors/dmitry-peskov.md"
    }


def test_a_page_of_which_nothing_is_recorded_is_found_by_its_spelling() -> None:
    now = know(("dmitry-peskov", "x", ["Dimitri Peskoff"]))
    assert moved({}, ["actors/dimitri-peskoff.md"], now) == {"actors/dimitri-peskoff.md": "actors/dmitry-peskov.md"}


def test_what_is_gone_leads_to_the_list_of_its_kind() -> None:
    assert moved({"rounds/round-2.md": ["a9 abc"]}, [], know()) == {"rounds/round-2.md": "rounds/index.md"}


def test_old_addresses_lead_on_in_both_copies_of_the_site(small: DossierPaths) -> None:
    paths = small
    (paths.seeds / "one.txt").write_text(FIRST, encoding="utf-8")
    update_dossier(paths)
    record = json.loads(paths.record.read_text(encoding="utf-8"))
    old = next(path for path in record["addresses"] if path.startswith("actors/") and "pesko" in path)
    paths.settings.write_text(
        paths.settings.read_text(encoding="utf-8")
        + "\ndecisions:\n  - {kind: rename, of: actor, names: [Dimitri Peskoff], value: Dmitry Peskov}\n",
        encoding="utf-8",
    )
    update_dossier(paths)
    page = (paths.content / old).read_text(encoding="utf-8")
    assert "moved_to:" in page
    assert "(dmitry-peskov.md)" in page
    root = Path(__file__).parents[2]
    shutil.copy(root / "mkdocs.yml", paths.root)
    shutil.copytree(root / "site_overrides", paths.root / "site_overrides")
    (paths.root / "generator").mkdir()
    shutil.copy(root / "generator" / "hooks.py", paths.root / "generator")
    for offline, target in ((False, "../dmitry-peskov/"), (True, "dmitry-peskov.html")):
        site = build_site(paths, offline=offline)
        name = old.removesuffix(".md")
        html = (site / (f"{name}.html" if offline else f"{name}/index.html")).read_text(encoding="utf-8")
        assert re.search(rf'http-equiv="?refresh"?[^>]*url={re.escape(target)}', html), html[:2000]
    update_dossier(paths)
    assert (paths.content / old).read_text(encoding="utf-8") == page
