"""Paths of pages and the way from one page to another; every name is of letters, digits and hyphens."""

from __future__ import annotations

import posixpath
import re

from generator.model.identity import slug

SAFE_NAME = re.compile(r"[a-z0-9][a-z0-9-]*$")


def name(identity: str) -> str:
    """An id as the name of a file; ids are slugs already, whatever is not becomes one."""
    return identity if SAFE_NAME.match(identity) else slug(identity)


def anchor_of(identity: str) -> str:
    """An id as the name of an anchor."""
    return re.sub(r"[^A-Za-z0-9_-]", "-", identity)


def page_of(shelf: str, identity: str) -> str:
    """The page of a round, actor, topic or source below content/ ("rounds", "round-2" -> "rounds/round-2.md")."""
    return f"{shelf}/{name(identity)}.md"


def data_of(shelf: str, identity: str) -> str:
    """The data file beside a page ("rounds", "round-2" -> "data/rounds/round-2.json")."""
    return f"data/{shelf}/{name(identity)}.json"


def way(page: str, target: str, anchor: str = "") -> str:
    """The relative link from `page` to `target` (both below content/)."""
    path = posixpath.relpath(target, posixpath.dirname(page) or ".")
    return f"{path}#{anchor_of(anchor)}" if anchor else path


def to_source(page: str, article: str, anchor: str = "") -> str:
    """The relative link from `page` to the page of an article."""
    return way(page, page_of("sources", article), anchor)
