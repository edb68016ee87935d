"""The one way of a foreign text into a page: text of an article is never Markdown, HTML, a template or a path.

`Md` is Markdown that the generator wrote itself. Whatever is joined to it, formatted into it or printed by a template
and is not `Md` is taken for foreign text and escaped, so that forgetting to escape is not possible.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlsplit

from markupsafe import Markup

NAMED = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;"}

ACTS_ANYWHERE = re.compile(r"""[<>&"\\`*_\[\]{}|#~^]|/(?=/)|(?<=/)/""")
"""Marks that mean something to Markdown or HTML wherever they stand; "//" holds the place of the footnotes."""

ACTS_AT_THE_START = re.compile(r"\d*[-+=:(!.)]")
"""A text may come to stand at the head of a line, or right behind a link or a footnote mark of ours."""

ACTS_AT_THE_END = "!"
"""Before a link of ours it would make an image of it."""

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

    Control characters go, white space becomes one blank, and every mark that could act where it stands becomes an entity,
    so that neither Markdown nor HTML can see one, and a pull request can still be read. Fit for paragraphs, tables,
    lists, headings, footnotes and attributes. Digits never become entities: a number stays a number.
    """
    flat = plain(text)
    start = ACTS_AT_THE_START.match(flat)
    place = start.end() - 1 if start else -1
    end = len(flat) - 1 if flat.endswith(ACTS_AT_THE_END) else -1
    body = ACTS_ANYWHERE.sub(lambda mark: _entity(mark[0]), flat)
    if place < 0 and end < 0:
        return body
    return "".join(
        _entity(sign) if index in (place, end) or ACTS_ANYWHERE.match(flat, index) else sign
        for index, sign in enumerate(flat)
    )


def _entity(mark: str) -> str:
    return NAMED.get(mark) or f"&#{ord(mark)};"


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
