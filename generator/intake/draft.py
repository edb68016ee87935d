"""A draft: one article on its way into `seeds/`, and the refusal of what is none."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from generator.model.identity import slug

_LIGATURES = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "\u00ad": None,
        "\u200b": None,
        "\ufeff": None,
    }
)
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")


class RefusedError(Exception):
    """Something that becomes no article, with the reason and the way out."""

    def __init__(self, why: str, way_out: str = "") -> None:
        self.why, self.way_out = why, way_out
        super().__init__(why)


@dataclass(slots=True)
class Draft:
    """One article as it was found in a file or at an address."""

    kind: str
    """What it came as ("saved page", "PDF", "mail" …)."""
    paragraphs: list[str] = field(default_factory=list)
    title: str | None = None
    publisher: str | None = None
    authors: list[str] = field(default_factory=list)
    url: str | None = None
    date: str | None = None
    """The day of publication, YYYY-MM-DD."""
    language: str | None = None
    doubts: list[str] = field(default_factory=list)
    """What a person should look at."""
    verbatim: str | None = None
    """The text of a plain file that is one article: it is kept as it is, for its lines tell more than its paragraphs."""

    @property
    def words(self) -> int:
        """Number of words of the text."""
        return sum(len(paragraph.split()) for paragraph in self.paragraphs)

    def file_name(self) -> str:
        """A readable name from date, publisher and headline."""
        parts = [
            self.date or "undated",
            slug(self.publisher or "", "")[:30].strip("-"),
            slug(self.title or " ".join(self.paragraphs[:1])[:60], "article")[:60].strip("-"),
        ]
        return "_".join(part for part in parts if part) + (".md" if self.verbatim is None else ".txt")


def tidy(text: str) -> str:
    """One paragraph without ligatures, soft hyphens and surplus white space; halves of surrogate pairs joined or dropped."""
    text = _SURROGATES.sub(lambda pair: pair.group().encode("utf-16", "surrogatepass").decode("utf-16"), text)
    text = re.sub("[\ud800-\udfff]", "", text).translate(_LIGATURES)
    text = "".join(char for char in text if char in "\n\t" or unicodedata.category(char) != "Cc")
    return " ".join(text.split())


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of plain text: parted by blank lines, or by lines where there are none."""
    blocks = re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(blocks) < 3 and text.count("\n") > 3:
        blocks = text.splitlines()
    return [tidied for block in blocks if (tidied := tidy(block))]
