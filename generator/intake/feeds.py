"""Feeds (RSS, Atom, JSON Feed) and the entries in them; the day stands as the feed writes it, in the feed's own time zone."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from importlib import import_module
from typing import Any
from urllib.parse import urljoin

from generator.intake.draft import Draft, RefusedError, tidy

_ISO = re.compile(r"^\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
WHOLE = 120
"""Words from which an entry is a whole article and no teaser."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed."""

    title: str | None
    url: str | None
    date: str | None
    html: str
    author: str | None = None


def entries_of(raw: bytes, base: str | None = None) -> tuple[str | None, list[Entry]]:
    """The feed's name and its entries.

    Raises:
        RefusedError: it is no feed.
    """
    if raw.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"{":
        return _json_feed(raw, base)
    found = import_module("feedparser").parse(raw, sanitize_html=True, resolve_relative_uris=False)
    if not found.version:
        raise RefusedError("it is no feed", "Name the address of an RSS or Atom feed.")
    return tidy(found.feed.get("title", "")) or None, [_entry(one, base) for one in found.entries]


def _entry(one: Any, base: str | None) -> Entry:
    contents = [part.get("value", "") for part in one.get("content", [])] or [one.get("summary", "")]
    link = one.get("link")
    day = day_of(one.get("published") or one.get("issued") or one.get("updated") or "")
    return Entry(
        tidy(one.get("title", "")) or None,
        urljoin(base, link) if base and link else link,
        day,
        max(contents, key=len),
        one.get("author"),
    )


def _json_feed(raw: bytes, base: str | None) -> tuple[str | None, list[Entry]]:
    try:
        data = json.loads(raw)
        items = data["items"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise RefusedError("it is no JSON feed", "Name the address of a feed.") from error
    entries = []
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict):
            link = item.get("url") or item.get("external_url")
            html = item.get("content_html") or "".join(
                f"<p>{line}</p>" for line in str(item.get("content_text") or item.get("summary") or "").split("\n")
            )
            entries.append(
                Entry(
                    item.get("title"),
                    urljoin(base, link) if base and link else link,
                    day_of(str(item.get("date_published", ""))),
                    html,
                )
            )
    return data.get("title"), entries


def day_of(text: str) -> str | None:
    """The day that a feed's date writes, without turning it into another zone ("Tue, 03 Mar 2026 23:30:00 EST" is the third)."""
    if iso := _ISO.match(text):
        year, month, day = (int(part) for part in iso.groups())
        return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else None
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def entry_draft(entry: Entry, publisher: str | None) -> Draft:
    """The article in an entry.

    Raises:
        RefusedError: the entry is a teaser.
    """
    lines = re.split(r"</?(?:p|br|div|h\d|li|ul|ol|blockquote)\b[^>]*>|\n\n", entry.html, flags=re.IGNORECASE)
    unescape = import_module("html").unescape
    paragraphs = [tidied for line in lines if (tidied := tidy(unescape(re.sub(r"<[^>]+>", " ", line))))]
    draft = Draft(
        "feed entry", paragraphs, entry.title, publisher, [entry.author] if entry.author else [], entry.url, entry.date
    )
    if draft.words < WHOLE:
        raise RefusedError("the feed gives a teaser only", f"Add the page: dossier add {entry.url or 'ADDRESS'}")
    return draft
