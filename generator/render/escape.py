"""The one way of a foreign text into a page: text of an article is never Markdown, HTML, a template or a path.

`Md` is Markdown that the generator wrote itself. Whatever is joined to it, formatted into it or printed by a template
and is not `Md` is taken for foreign text and escaped, so that forgetting to escape is not possible.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from string import punctuation
from typing import Any
from urllib.parse import quote, urlsplit

from markupsafe import Markup

ENTITIES = {ord(mark): f"&#{ord(mark)};" for mark in punctuation}

UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\ud800-\udfff]"
)
"""Control characters, marks that turn the direction of writing, and characters of no width: they only ever deceive."""

LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)|\[\^[^\]]*\]")
ELEMENT = re.compile(r"<[^>]*>")
"""In our own Markdown: brackets and angles of foreign text are entities there."""

SAFE_IN_URL = "/?#&=+:;,@%~!$-._"


class Md(Markup):
    """Markdown (with inline HTML) that the generator wrote; joining it with any other text escapes that text."""

    __slots__ = ()

    @classmethod
    def escape(cls, s: Any, /) -> Md:
        """`s` as Markdown: itself where it is `Md` already, escaped where it is foreign text."""
        if isinstance(s, Markup):
            return cls(s)
        return cls(escaped(str(s)))


def escaped(text: str) -> str:
    """Foreign text for the body of a page: shown as written, whatever it holds.

    Control characters go, white space becomes one blank, and every ASCII punctuation mark becomes a numeric entity, so
    that neither Markdown nor HTML can see one. Fit for paragraphs, tables, lists, headings, footnotes and attributes.
    """
    return " ".join(UNSEEN.sub("", text).split()).translate(ENTITIES)


def plain(text: str) -> str:
    """Foreign text without control characters and with single blanks: for data files and for front matter."""
    return " ".join(UNSEEN.sub("", text).split())


def without_marks(line: Md) -> str:
    """A line of the generator's own Markdown as plain text: links and elements gone, entities read."""
    return plain(html.unescape(ELEMENT.sub("", LINK.sub(r"\1", str(line)))))


def front_matter(fields: Mapping[str, Any]) -> str:
    """Front matter in which no string can end the block or open an element.

    MkDocs' templates print titles and descriptions unescaped, so every string is escaped for HTML; JSON is YAML.
    """
    lines = (f"{key}: {json.dumps(_for_template(value), ensure_ascii=False)}" for key, value in fields.items())
    return "---\n" + "\n".join(lines) + "\n---\n"


def _for_template(value: Any) -> Any:
    if isinstance(value, str):
        return html.escape(plain(value), quote=True)
    if isinstance(value, Mapping):
        return {key: _for_template(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_for_template(each) for each in value]
    return value


def safe_url(text: str | None) -> str | None:
    """A web address fit for a link, percent-encoded; None for every scheme but http and https."""
    if not text:
        return None
    bare = re.sub(r"[\x00-\x20\x7f-\x9f]", "", text)
    try:
        parts = urlsplit(bare)
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname or parts.username is not None:
            return None
    except ValueError:
        return None
    return quote(bare, safe=SAFE_IN_URL)
