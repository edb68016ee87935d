"""How to cite a page: as plain text, BibTeX, RIS and CSL-JSON, with each format's special characters made harmless."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

BIBTEX_SIGNS = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "#": r"\#", "$": r"\$", "%": r"\%", "&": r"\&", "_": r"\_",
}  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Work:
    """What is cited: a page of the dossier, or an article."""

    key: str
    title: str
    container: str | None = None
    publisher: str | None = None
    day: str | None = None
    """ISO day or month; None where it is not known."""
    url: str | None = None
    note: str | None = None


def citations_of(meta: Mapping[str, Any], *, site_name: str, site_url: str, address: str) -> dict[str, dict[str, str]]:
    """What a page offers to be cited: itself, and on the page of a source its article too.

    Args:
        meta: the page's front matter; texts in it are escaped for HTML, as the generator writes them.
        site_name: title of the site, escaped likewise.
        site_url: address of the site on the web; empty for a copy on disk.
        address: address of the page within the site.

    Returns:
        What is cited ("This page") -> format -> text; empty for a page that the generator did not write.
    """
    if not meta.get("generated"):
        return {}
    container = unescape(site_name)
    title = unescape(str(meta.get("title", "")))
    day = str(meta.get("as_of") or "") or None
    url = f"{site_url.rstrip('/')}/{address.removeprefix('./')}" if site_url else None
    page = Work(f"dossier-{_key(title)}", title, container if container != title else None, None, day, url)
    works = {"This page": page}
    cited = meta.get("cite")
    if isinstance(cited, Mapping):
        works["The article"] = _article({key: unescape(str(value)) for key, value in cited.items() if value})
    return {name: in_formats(work) for name, work in works.items()}


def in_formats(work: Work) -> dict[str, str]:
    """A work in each format."""
    return {"Plain": plain(work), "BibTeX": bibtex(work), "RIS": ris(work), "CSL-JSON": csl(work)}


def plain(work: Work) -> str:
    """In one line: "dpa/MIA: “Moscow, Kiev in second round of talks”, 3 March 2022. https://…"."""
    head = f"{work.publisher}: “{work.title}”" if work.publisher else f"“{work.title}”"
    parts = [head, *([work.container] if work.container else []), *([_in_words(work.day)] if work.day else [])]
    tail = " ".join(f"{each}." for each in (work.url, work.note) if each)
    return f"{', '.join(parts)}.{' ' if tail else ''}{tail}".replace("..", ".")


def bibtex(work: Work) -> str:
    """As a BibTeX entry; the title's capitals are kept by a second pair of braces."""
    fields = {
        "title": f"{{{_for_bibtex(work.title)}}}",
        "maintitle": _for_bibtex(work.container),
        "organization": _for_bibtex(work.publisher),
        "date": work.day,
        "url": re.sub(r"[{}\\\s]", "", work.url or ""),
        "note": _for_bibtex(work.note),
    }
    rows = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@online{{{work.key},\n" + ",\n".join(rows) + "\n}"


def ris(work: Work) -> str:
    """As a RIS record; a field is one line, whatever the text holds."""
    fields = [
        ("TY", "ELEC"), ("ID", work.key), ("TI", work.title), ("T2", work.container), ("PB", work.publisher),
        ("DA", (work.day or "").replace("-", "/")), ("PY", (work.day or "")[:4]), ("UR", work.url), ("N1", work.note),
    ]  # fmt: skip
    rows = [f"{name}  - {' '.join(value.split())}" for name, value in fields if value]
    return "\n".join([*rows, "ER  - "])


def csl(work: Work) -> str:
    """As one item of CSL-JSON."""
    issued = {"date-parts": [[int(part) for part in work.day.split("-")]]} if work.day else None
    fields = {
        "id": work.key, "type": "webpage", "title": work.title, "container-title": work.container,
        "publisher": work.publisher, "issued": issued, "URL": work.url, "note": work.note,
    }  # fmt: skip
    return json.dumps({name: value for name, value in fields.items() if value}, ensure_ascii=False, indent=2)


def _article(cited: Mapping[str, str]) -> Work:
    day = cited.get("date", "")
    known = day if re.fullmatch(r"\d{4}(-\d\d){0,2}", day) else None
    title = cited.get("headline") or f"Article of {_in_words(known)}" if known or cited.get("headline") else "Article"
    url = cited.get("url", "")
    address = url if url.startswith(("http://", "https://")) else None
    note = None if address else cited.get("file")
    return Work(_key(cited.get("id", "article")), title, None, cited.get("publisher"), known, address, note)


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "page"


def _in_words(day: str | None) -> str:
    """An ISO day, month or year in words."""
    parts = [int(part) for part in re.findall(r"\d+", day or "")][:3]
    if len(parts) < 2 or not 0 < parts[1] <= len(MONTHS):
        return day or ""
    month = f"{MONTHS[parts[1] - 1]} {parts[0]}"
    return f"{parts[2]} {month}" if len(parts) > 2 else month


def _for_bibtex(text: str | None) -> str:
    return "".join(BIBTEX_SIGNS.get(sign, sign) for sign in text or "")
