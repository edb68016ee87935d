"""Pages on disk: writes what changed, removes generated files that have no source any more, never touches a person's file.

A generated page bears `generated: true` in its front matter; files that can bear no mark (data, feed) are named in a list of our own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from generator.errors import DossierError
from generator.store.writing import write_if_changed
from generator.store.yaml_text import load_yaml

LIST = ".generated.json"
MARK = "generated: true"
"""The line of the front matter that makes a page the generator's."""


@dataclass(slots=True)
class Written:
    """What writing the pages did."""

    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    problems: list[DossierError] = field(default_factory=list)


def is_generated(path: Path) -> bool:
    """Whether a Markdown page bears the mark."""
    if not path.is_file():
        return False
    with path.open(encoding="utf-8", errors="replace") as stream:
        if stream.readline().rstrip() != "---":
            return False
        for line in stream:
            if line.rstrip() == MARK:
                return True
            if line.rstrip() == "---":
                return False
    return False


def front_matters(content: Path) -> dict[str, dict[str, Any]]:
    """Path below `content` -> the front matter of every page (empty where it has none or a broken one)."""
    pages = sorted(path for path in content.rglob("*.md") if path.is_file())
    return {path.relative_to(content).as_posix(): _front_matter(path) for path in pages}


def _front_matter(path: Path) -> dict[str, Any]:
    text = path.read_text(encoding="utf-8", errors="replace")
    head, mark, _ = text.removeprefix("---\n").partition("\n---\n")
    if not text.startswith("---\n") or not mark:
        return {}
    try:
        data = load_yaml(head)
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}


def write_pages(content: Path, pages: Mapping[str, str | bytes]) -> Written:
    """Make the generated files under `content` exactly these.

    Args:
        content: the folder that MkDocs reads.
        pages: path relative to it (forward slashes) -> the file's text or bytes.

    Returns:
        The files written and removed, and a problem for each page that a person's own file stands in the way of.
    """
    done, before = Written(), _listed(content)
    for name, text in sorted(pages.items()):
        path = content / name
        if path.is_file() and not _is_ours(path, name, before):
            done.problems.append(
                DossierError(
                    "this file is a person's, so the generated page of that name is left out",
                    file=f"content/{name}",
                    mend=f"Rename it, or give it `{MARK}` in its front matter to have it made anew.",
                )
            )
        elif write_if_changed(path, text):
            done.written.append(name)
    for name in sorted(before - pages.keys()):
        path = content / name
        if path.is_file() and _is_ours(path, name, before):
            path.unlink()
            done.removed.append(name)
            _remove_empty(path.parent, content)
    write_if_changed(content / LIST, json.dumps(sorted(pages), indent=0) + "\n")
    return done


def _is_ours(path: Path, name: str, listed: set[str]) -> bool:
    return is_generated(path) if path.suffix == ".md" else name in listed


def _listed(content: Path) -> set[str]:
    """The files of the last run: by the list, and every page that bears the mark (the list may be lost).

    The list is committed, so it may say anything: a name that leads out of the folder, through a link, or to a person's own
    kind of file (facts, settings, answers) is none of ours.
    """
    try:
        names = json.loads((content / LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        names = []
    safe = (
        {name for name in names if isinstance(name, str) and is_ours_to_write(content, name)}
        if isinstance(names, list)
        else set()
    )
    marked = {path.relative_to(content).as_posix() for path in content.rglob("*.md") if is_generated(path)}
    return safe | {name for name in marked if is_ours_to_write(content, name)}


PERSONS = ("facts", "answers", "dossier.yml", ".record.json")
"""What below `content/` is never the pages' business."""


def is_ours_to_write(content: Path, name: str) -> bool:
    """Whether a name is a plain path below `content` that no link leads out of, and no file of a person."""
    parts = PurePosixPath(name).parts
    if (
        not parts
        or name.startswith("/")
        or "\\" in name
        or "\0" in name
        or ":" in parts[0]
        or {"..", "."} & set(name.split("/"))
    ):
        return False
    if parts[0] in PERSONS:
        return False
    try:
        return (content / name).parent.resolve().is_relative_to(content.resolve())
    except (OSError, RuntimeError):
        return False


def _remove_empty(folder: Path, content: Path) -> None:
    while folder != content and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
