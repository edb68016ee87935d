"""Ways to cite an article: plain, BibTeX, and a link that leads to the very words."""

from __future__ import annotations

import re
from urllib.parse import quote

from generator.model.article import ArticleRecord
from generator.render.dates import date_words
from generator.render.escape import plain, safe_url

FRAGMENT_WORDS = 8
"""Words that a text fragment holds at each end of a longer passage."""


def text_fragment(url: str | None, words: str) -> str | None:
    """The address of the article with a text fragment for `words` (https://wicg.github.io/scroll-to-text-fragment/).

    None where the article has no address of the web.
    """
    address = safe_url(url)
    if address is None:
        return None
    found = plain(words).split()
    ends = [found] if len(found) <= 2 * FRAGMENT_WORDS else [found[:FRAGMENT_WORDS], found[-FRAGMENT_WORDS:]]
    fragment = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    return f"{address.split('#')[0]}#:~:text={fragment}"


def plain_citation(record: ArticleRecord) -> str:
    """In one line: "dpa/MIA: “Moscow, Kiev in second round of talks”, 3 March 2022. seeds/002.txt"."""
    headline = f"“{record.headline}”" if record.headline else "untitled article"
    who = f"{record.publisher}: " if record.publisher else ""
    where = safe_url(record.url) or record.file
    return plain(f"{who}{headline}, {date_words(record.published.date, 'undated')}. {where}")


def bibtex(record: ArticleRecord) -> str:
    """The article as a BibTeX entry; braces and backslashes of the article's own are taken out."""
    fields = {
        "title": record.headline or "Untitled article",
        "organization": record.publisher,
        "date": record.published.date,
        "url": safe_url(record.url),
        "note": f"{record.file}, sha256 {record.sha256[:16]}",
    }
    rows = [f"  {key} = {{{_for_bibtex(value)}}}" for key, value in fields.items() if value]
    return f"@online{{{record.id},\n" + ",\n".join(rows) + "\n}"


def _for_bibtex(value: str) -> str:
    return re.sub(r"([#$%&_])", r"\\\1", re.sub(r"[{}\\^~]", "", plain(value)))
