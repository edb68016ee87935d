"""What a web page says about itself: its JSON-LD, its meta tags, and the times and microdata of its body, the surest first."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from generator.read.metadata import Metadata
from generator.read.tags import ATTRIBUTES

META = re.compile(rf"<meta\b({ATTRIBUTES})>", re.IGNORECASE)
LINK = re.compile(rf"<link\b({ATTRIBUTES})>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
TITLE = re.compile(r"<title\b[^>]*>([^<]*)</title>", re.IGNORECASE)
JSON_LD = re.compile(r"<script\b[^>]*application/ld\+json[^>]*>([^<]*(?:<(?!/script)[^<]*)*)</script", re.IGNORECASE)
MICRODATA = re.compile(rf"<(?:span|div|p|time)\b({ATTRIBUTES})>([^<]{{0,60}})", re.IGNORECASE)
ARTICLE = re.compile(
    r"(?:News|Reportage|Analysis|Opinion|Live|Blog|Advertiser|Background|Review|Scholarly)?(?:Article|Posting|BlogPosting|Report)$"
)

META_KEYS = {
    "og:title": "title", "twitter:title": "title", "og:site_name": "publisher", "dc.publisher": "publisher", "og:url": "url",
    "article:published_time": "date", "article:published": "date", "og:article:published_time": "date", "og:published_time": "date",
    "date:published_time": "date", "datepublished": "date", "dc.date": "date", "dc.date.issued": "date", "dcterms.created": "date",
    "dcterms.issued": "date", "publishdate": "date", "publish-date": "date", "publish_date": "date", "pubdate": "date", "pdate": "date",
    "parsely-pub-date": "date", "sailthru.date": "date", "citation_publication_date": "date", "publication_date": "date",
}  # fmt: skip
"""Names of meta tags and what they tell; modification times are not among them."""

WEAK_KEYS = {"application-name": "publisher", "date": "date"}
"""Names that are believed where no better one is at hand."""


def read_head(source: str) -> Metadata:
    """Title, publisher, address and day of publication of a page."""
    metadata = Metadata()
    for article in _articles(source):
        _settle_linked(metadata, article)
    tags = [_attributes(found[1]) for found in META.finditer(source)]
    for keys in (META_KEYS, WEAK_KEYS):
        for values in tags:
            key = keys.get((values.get("property") or values.get("name") or values.get("itemprop") or "").lower())
            if key and values.get("content"):
                metadata.settle(key, values["content"])
        if keys is META_KEYS:
            _read_body(source, metadata)
    for found in LINK.finditer(source):
        values = _attributes(found[1])
        if values.get("rel", "").lower() == "canonical" and values.get("href", "").startswith("http"):
            metadata.url = values["href"]
    if metadata.title is None and (title := TITLE.search(source)):
        metadata.title = " ".join(unescape(title[1]).split())
    _part_title(metadata)
    return metadata


def _articles(source: str) -> Iterator[dict[str, Any]]:
    """The articles that the page's JSON-LD describes; a WebSite or a list of others is none."""
    for found in JSON_LD.finditer(source):
        try:
            told = json.loads(found[1])
        except (ValueError, RecursionError):
            continue
        waiting = [told]
        while waiting:
            one = waiting.pop(0)
            if isinstance(one, list):
                waiting = [*one, *waiting]
            elif isinstance(one, dict):
                kinds = one.get("@type")
                if any(
                    isinstance(kind, str) and ARTICLE.match(kind)
                    for kind in (kinds if isinstance(kinds, list) else [kinds])
                ):
                    yield one
                waiting += [one[key] for key in ("@graph", "mainEntity") if key in one]


def _settle_linked(metadata: Metadata, article: dict[str, Any]) -> None:
    publisher = article.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    for key, value in (("title", article.get("headline")), ("publisher", name), ("date", article.get("datePublished"))):
        if isinstance(value, str) and value.strip():
            metadata.settle(key, unescape(value))


def _read_body(source: str, metadata: Metadata) -> None:
    """Times and microdata of the body that call themselves the day of publication, else the first time that is no update."""
    times: list[str] = []
    for found in MICRODATA.finditer(source):
        values = _attributes(found[1])
        named = " ".join(
            (values.get("itemprop", ""), values.get("class", ""), source[max(0, found.start() - 40) : found.start()])
        ).lower()
        value = values.get("datetime") or values.get("content") or (found[2] if "itemprop" in values else "")
        if not value or not any(sign.isdigit() for sign in value):
            continue
        if "datepublished" in named:
            metadata.settle("date", value)
        elif values.get("datetime") and not re.search(r"updat|modif", named):
            times.append(value)
    if times:
        metadata.settle("date", times[0])


def _part_title(metadata: Metadata) -> None:
    """Part the title from the site's name at its end ("Talks resume | The Daily"); a site that is named by its headline has no name."""
    title = metadata.title
    if title is None:
        return
    if metadata.publisher and metadata.publisher.casefold() == title.casefold():
        metadata.publisher = None
    parts = re.split(r"\s+[|–—»·-]\s+", title)
    site = (metadata.publisher or "").casefold().removeprefix("the ")
    last = parts[-1].casefold().removeprefix("the ")
    bar = len(parts) > 1 and re.search(r"\s\|\s+[^|]*$", title) is not None
    if len(parts) > 1 and len(parts[0].split()) >= 3 and (bar or not site or last in site or site in last):
        metadata.title = parts[0]


def _attributes(tag: str) -> dict[str, str]:
    return {m[1].lower(): unescape(m[2] or m[3] or m[4] or "") for m in ATTRIBUTE.finditer(tag)}
