"""A new dossier: an empty one on another subject, which builds at once and has all that the shipped one has."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from generator.errors import DossierError
from generator.recipe import HOME
from generator.store.schemas import write_schemas
from generator.store.writing import write_if_changed
from generator.store.yaml_text import scalar

FILES = HOME / "scaffold"
"""What a new dossier begins with."""
THEME = HOME.parent / "site_overrides"
"""The theme's additions; a wheel installs them beside the program."""

HOOKS = '''"""Hands MkDocs the hooks of the dossier program."""

from generator.hooks import *  # noqa: F403
'''


def make_dossier(folder: Path, title: str, parties: Sequence[str]) -> Path:
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
    for name in ("seeds", "content/facts", "inbox"):
        (root / name).mkdir(parents=True)
    rows = "".join(f"\n  - name: {scalar(party)}" for party in parties) or " []"
    for name, text in {
        "content/dossier.yml": _text("dossier.yml.txt").format(title=scalar(title), parties=rows),
        "hooks.py": HOOKS,
        "mkdocs.yml": _adapted(_text("mkdocs.yml"), title),
        "README.md": _text("README.md.txt").replace("{title}", " ".join(title.split())),
        ".gitignore": _text("gitignore.txt"),
        "requirements.txt": _text("requirements.txt"),
        ".github/workflows/publish.yml": _text("publish.yml.txt"),
    }.items():
        write_if_changed(root / name, text)
    write_schemas(root / "content" / ".schemas")
    shutil.copytree(THEME, root / "site_overrides", ignore=shutil.ignore_patterns("__pycache__"))
    return root


def _text(name: str) -> str:
    return (FILES / name).read_text(encoding="utf-8")


def _adapted(configuration: str, title: str) -> str:
    """The shipped `mkdocs.yml` with the new title and the new folder's hooks."""
    lines = []
    for line in configuration.splitlines():
        if line.startswith("site_name:"):
            lines.append(f"site_name: {scalar(title)}")
        else:
            lines.append(line.replace("generator/hooks.py", "hooks.py"))
    return "\n".join(lines) + "\n"
