"""Saved pages: HTML as a browser shows it (SingleFile and others), MHTML, Safari's web archives."""

from __future__ import annotations

import email
import email.policy
import plistlib
import re
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from charset_normalizer import from_bytes

from generator.intake.draft import Draft, RefusedError, tidy
from generator.read.pagehead import read_head

_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?\s*([\w-]+)", re.IGNORECASE)
_SAVED = re.compile(r"<!--\s*Page saved with SingleFile\s*url:\s*(?P<url>\S+)", re.IGNORECASE)
FEWEST_WORDS = 40


def decode_text(raw: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """The text of bytes, and the encoding where it had to be guessed (UTF-8 strictly, then what is declared, then a guess)."""
    for name in ("utf-8-sig", declared):
        if name:
            try:
                return raw.decode(name), None
            except (UnicodeDecodeError, LookupError):
                continue
    best = from_bytes(raw).best()
    if best is None:
        raise RefusedError("its characters cannot be read in any encoding", "Save it as UTF-8.")
    return str(best), best.encoding.replace("_", "-")


def page_draft(raw: bytes, kind: str = "saved page", url: str | None = None, declared: str | None = None) -> Draft:
    """The article of a web page."""
    found = _CHARSET.search(raw[:4096])
    source, guessed = decode_text(raw, declared or (found.group(1).decode("ascii", "replace") if found else None))
    head = read_head(source)
    saved = _SAVED.search(source[:4000])
    draft = Draft(kind, _body(source), head.title, head.publisher, language=head.language, date=head.published.date)
    draft.url = url or (saved["url"] if saved else None) or head.url
    draft.authors = _authors(source)
    if guessed:
        draft.doubts.append(f"its encoding was guessed to be {guessed}")
    if draft.date is None:
        draft.date = _guessed_date(source, draft.url)
        if draft.date:
            draft.doubts.append(f"its date {draft.date} was guessed")
    if draft.publisher is None and draft.url:
        draft.publisher = (urlsplit(draft.url).hostname or "").removeprefix("www.") or None
    if draft.title and draft.paragraphs and tidy(draft.title) == draft.paragraphs[0]:
        draft.paragraphs = draft.paragraphs[1:]
    if draft.words < FEWEST_WORDS:
        raise RefusedError(
            "no article was found on the page",
            "Save the page when all of its text is in view, or copy the text into a .txt file.",
        )
    return draft


def _body(source: str) -> list[str]:
    """The paragraphs of the article: trafilatura's reading, wider where it finds next to nothing."""
    library = import_module("trafilatura")  # half a second to import: only a page pays for it
    text = ""
    for options in ({}, {"favor_recall": True}):
        text = library.extract(source, include_comments=False, include_tables=False, **options) or ""
        if len(text.split()) >= FEWEST_WORDS:
            break
    if len(text.split()) < FEWEST_WORDS:
        _, text, _ = library.baseline(source)
    return [tidied for line in text.splitlines() if (tidied := tidy(line))]


def _authors(source: str) -> list[str]:
    try:
        found: Any = import_module("trafilatura").extract_metadata(source)
    except (ValueError, TypeError, AttributeError):
        return []
    names = (found.author or "") if found else ""
    return [name.strip() for name in names.split(";") if name.strip()]


def _guessed_date(source: str, url: str | None) -> str | None:
    try:
        found: str | None = import_module("htmldate").find_date(
            source, url=url, original_date=True, extensive_search=True
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    return found


def mhtml_draft(raw: bytes) -> Draft:
    """The page in an MHTML file (`Save as… single file`): the day of saving is not its date, its address is told."""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    url = str(message.get("Snapshot-Content-Location") or "").strip() or None
    for part in message.walk():
        if part.get_content_type() == "text/html":
            location = str(part.get("Content-Location") or "").strip()
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                address = url or (location if location.startswith("http") else None)
                return page_draft(payload, "saved page (MHTML)", address, part.get_content_charset())
    raise RefusedError("the MHTML file holds no page", "Save the page again.")


def webarchive_draft(raw: bytes) -> Draft:
    """The page in Safari's web archive."""
    try:
        data = plistlib.loads(raw)
        main = data["WebMainResource"]
        body, url = main["WebResourceData"], main.get("WebResourceURL")
    except (plistlib.InvalidFileException, KeyError, TypeError, ValueError, RecursionError) as error:
        raise RefusedError("the web archive cannot be read", "Save the page as HTML.") from error
    return page_draft(bytes(body), "saved page (web archive)", url, main.get("WebResourceTextEncodingName"))
