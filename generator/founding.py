"""Founding a dossier: an empty one on another subject, which builds at once."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from generator.errors import DossierError
from generator.recipe import HOME
from generator.store.writing import write_if_changed
from generator.store.yaml_text import scalar

CHECKOUT = HOME.parent

HOOKS = '''"""Hands MkDocs the hooks of the dossier generator."""

from generator.hooks import on_config, on_post_page, on_post_template, on_serve

__all__ = ["on_config", "on_post_page", "on_post_template", "on_serve"]
'''

SETTINGS = """# yaml-language-server: $schema=.schemas/dossier.json
# What this dossier is about. Everything here may be left out but the title; docs/dossier.md tells what more there is.
title: {title}
parties:{parties}

# What is negotiated about. A clause that holds one of the words is about the topic; * stands for any ending.
# Without topics the generator names them from the words.
topics: []
#  - {{id: ceasefire, title: Ceasefire, words: [ceasefire*, truce]}}

# Names that the articles do not explain, and decisions on what is the same; see docs/dossier.md.
actors: []
decisions: []
"""


def found_dossier(folder: Path, title: str, parties: Sequence[str]) -> Path:
    """Make the folder with settings, an empty `seeds/` and the site's configuration.

    Args:
        folder: must be new or empty.
        title: the dossier's title.
        parties: the sides of the negotiation; none is fine, they are then inferred from the articles.

    Raises:
        DossierError: the folder holds something already, the title is empty, or a party is empty or named twice.
    """
    root = folder.resolve()
    if not title.strip():
        raise DossierError("the title is empty", mend='Give one with --title "…".')
    if not all(party.strip() for party in parties) or len(set(parties)) < len(parties):
        raise DossierError("a party is empty or named twice", mend='Give each one once: --party "…" --party "…".')
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise DossierError("there is something already", file=str(folder), mend="Name a new or an empty folder.")
    for name in ("seeds", "content/facts"):
        (root / name).mkdir(parents=True)
    rows = "".join(f"\n  - name: {scalar(party)}" for party in parties) or " []"
    write_if_changed(root / "content" / "dossier.yml", SETTINGS.format(title=scalar(title), parties=rows))
    write_if_changed(root / "hooks.py", HOOKS)
    configuration = (CHECKOUT / "mkdocs.yml").read_text(encoding="utf-8")
    write_if_changed(root / "mkdocs.yml", _adapted(configuration, title))
    shutil.copytree(CHECKOUT / "site_overrides", root / "site_overrides")
    return root


def _adapted(configuration: str, title: str) -> str:
    """The shipped `mkdocs.yml` with the new title and the new folder's hooks."""
    lines = []
    for line in configuration.splitlines():
        if line.startswith("site_name:"):
            lines.append(f"site_name: {scalar(title)}")
        else:
            lines.append(line.replace("generator/hooks.py", "hooks.py"))
    return "\n".join(lines) + "\n"
