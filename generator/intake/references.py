"""Zotero's exports (CSL-JSON, RIS): they name articles and hold no text, so each is refused with the address to add."""

from __future__ import annotations

import re
from typing import Any

from generator.intake.draft import Draft, RefusedError, tidy

_TAG = re.compile(r"^([A-Z][A-Z0-9])  ?- ?(.*)$")
ENOUGH = 120
"""Words of a note or abstract from which it is taken for the text."""


def reference_drafts(data: Any) -> list[Draft]:
    """The references of CSL-JSON.

    Raises:
        RefusedError: it is something else, or none of them brings a text.
    """
    rows = data if isinstance(data, list) else data.get("items") if isinstance(data, dict) else None
    if not isinstance(rows, list) or not any(isinstance(row, dict) and "type" in row for row in rows):
        raise RefusedError(
            "it is JSON of no kind that is read", "Export a chat from Telegram, a JSON feed, or references as CSL-JSON."
        )
    drafts = [_reference(row) for row in rows if isinstance(row, dict)]
    return _with_text(drafts)


def _reference(row: dict[str, Any]) -> Draft:
    parts = ((row.get("issued") or {}).get("date-parts") or [[]])[0]
    date = "-".join(f"{int(part):02d}" for part in parts) if len(parts) == 3 else None
    authors = [
        " ".join(filter(None, (name.get("given"), name.get("family"))))
        for name in row.get("author") or []
        if isinstance(name, dict)
    ]
    text = str(row.get("abstract") or row.get("note") or "")
    return Draft(
        "reference",
        [tidy(text)] if text else [],
        tidy(str(row.get("title") or "")) or None,
        row.get("container-title"),
        authors,
        row.get("URL"),
        date,
    )


def ris_drafts(text: str) -> list[Draft]:
    """The references of a RIS file, also where a byte order mark opens it or the last one is not closed."""
    drafts: list[Draft] = []
    for line in text.lstrip("\ufeff").splitlines():
        found = _TAG.match(line.rstrip())
        if not found:
            continue
        tag, value = found[1], tidy(found[2])
        if tag == "TY":
            drafts.append(Draft("reference"))
        elif drafts:
            _take(drafts[-1], tag, value)
    if not drafts:
        raise RefusedError("it is no RIS file", "Export it again.")
    return _with_text(drafts)


def _take(draft: Draft, tag: str, value: str) -> None:
    if tag in {"TI", "T1"}:
        draft.title = value
    elif tag in {"AU", "A1"}:
        draft.authors.append(value)
    elif tag in {"T2", "JO", "JF", "PB"}:
        draft.publisher = draft.publisher or value
    elif tag == "UR":
        draft.url = value
    elif tag in {"DA", "PY", "Y1"} and (day := re.match(r"(\d{4})[/-](\d\d)[/-](\d\d)", value)):
        draft.date = "-".join(day.groups())
    elif tag in {"AB", "N2"}:
        draft.paragraphs = [value]


def _with_text(drafts: list[Draft]) -> list[Draft]:
    whole = [draft for draft in drafts if draft.words >= ENOUGH]
    if not whole:
        addresses = [draft.url for draft in drafts if draft.url]
        way = (
            f"Add the pages: dossier add {' '.join(addresses[:5])}"
            if addresses
            else "Add the attached files (Zotero: Export with files, then add the folder)."
        )
        raise RefusedError(f"{len(drafts)} references and no text", way)
    return whole
