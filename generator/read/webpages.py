"""Web pages: trafilatura finds the article's text, the scanner its place in the file; the rest of the page is set aside."""

from __future__ import annotations

import re
from html import unescape
from importlib import import_module

from generator.model.article import SetAside
from generator.read.blocks import Block
from generator.read.junk import why_junk
from generator.read.metadata import Metadata
from generator.read.tags import ATTRIBUTES, Shown, scan_page

META = re.compile(rf"<meta\b({ATTRIBUTES})>", re.IGNORECASE)
LINK = re.compile(rf"<link\b({ATTRIBUTES})>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
TITLE = re.compile(r"<title\b[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
JSON_DATE = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]+)\"")
TIME = re.compile(r"<time\b[^>]*\bdatetime\s*=\s*[\"']([^\"']+)[\"']", re.IGNORECASE)

META_KEYS = {
    "og:title": "title", "twitter:title": "title", "og:site_name": "publisher", "og:url": "url",
    "article:published_time": "date", "datepublished": "date", "date": "date", "dc.date": "date", "dcterms.created": "date",
    "publishdate": "date", "pubdate": "date", "publish-date": "date", "parsely-pub-date": "date", "sailthru.date": "date",
    "citation_publication_date": "date", "dc.publisher": "publisher", "application-name": "publisher",
}  # fmt: skip
"""Names of meta tags and what they tell; modification times are not among them."""

SHORT = 24
"""Letters: a shorter block must be a whole line of the article's text, a longer one may be a part of it."""


def read_webpage(source: str) -> tuple[list[Block], list[SetAside], Metadata]:
    """The article's paragraphs, everything else on the page set aside, and the page's metadata."""
    metadata = _read_head(source)
    shown = scan_page(source)
    wanted = _choose(shown, source, metadata.title)
    blocks: list[Block] = []
    aside: list[SetAside] = []
    for one, keep in zip(shown, wanted, strict=True):
        if keep:
            blocks.append(one.block)
        else:
            aside.append(one.block.aside(source, why_junk(one.block.text) or one.container or "outside the article"))
    return blocks, aside, metadata


def _choose(shown: list[Shown], source: str, title: str | None) -> list[bool]:
    """Which blocks are the article's: those that trafilatura extracts, and the headline."""
    # trafilatura takes half a second to import; only a web page pays for it.
    main = import_module("trafilatura").extract(source, include_comments=False, include_tables=False) or ""
    lines = {_letters(line) for line in main.splitlines()}
    whole = "\n".join(_letters(line) for line in main.splitlines())
    wanted = [_is_part(one, lines, whole) for one in shown]
    if sum(len(one.block.text.split()) for one, keep in zip(shown, wanted, strict=True) if keep) < 15:
        wanted = [one.container is None for one in shown]
    headline = _headline_place(shown, title)
    if headline is not None:
        wanted[: headline + 1] = [i == headline for i in range(headline + 1)]
    return wanted


def _is_part(one: Shown, lines: set[str], whole: str) -> bool:
    letters = _letters(one.block.text)
    return letters in lines or (len(letters) >= SHORT and letters in whole)


def _headline_place(shown: list[Shown], title: str | None) -> int | None:
    """The block with the words of the title that the page's metadata names, else its only first-level heading."""
    named = [i for i, one in enumerate(shown) if title and _letters(one.block.text) == _letters(title)]
    top = [i for i, one in enumerate(shown) if one.block.level == 1]
    if named:
        return next((i for i in named if i in top), named[0])
    return top[0] if len(top) == 1 else None


def _letters(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalnum())


def _read_head(source: str) -> Metadata:
    """What the page's meta tags tell: title, site, address and day of publication."""
    metadata = Metadata()
    for found in META.finditer(source):
        values = _attributes(found[1])
        key = META_KEYS.get((values.get("property") or values.get("name") or values.get("itemprop") or "").lower())
        if key and values.get("content"):
            metadata.settle(key, values["content"])
    for pattern in (JSON_DATE, TIME):
        if stamp := pattern.search(source):
            metadata.settle("date", stamp[1])
    for found in LINK.finditer(source):
        values = _attributes(found[1])
        if values.get("rel", "").lower() == "canonical" and values.get("href", "").startswith("http"):
            metadata.url = values["href"]
    if metadata.title is None and (title := TITLE.search(source)):
        metadata.title = _bare_title(" ".join(unescape(title[1]).split()))
    return metadata


def _bare_title(title: str) -> str:
    """The title of a page without the site's name at its end ("Talks resume | The Daily")."""
    first = re.split(r"\s+[|–—»·-]\s+", title)[0]
    return first if len(first.split()) >= 3 else title


def _attributes(tag: str) -> dict[str, str]:
    return {m[1].lower(): unescape(m[2] or m[3] or m[4] or "") for m in ATTRIBUTE.finditer(tag)}
