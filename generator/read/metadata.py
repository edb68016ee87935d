"""What an article says about itself outside its prose: lines such as "Source: Reuters", "Published 3 March 2022", "© 2022 AFP"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.lexicon.dates import find_dates
from generator.model.article import Published
from generator.read.media import medium, medium_beside_date

NAMES = {
    "title": ("title", "headline"),
    "publisher": ("source", "publisher", "publication", "site", "newspaper"),
    "date": (
        *("date", "published", "posted", "publish date", "publication date", "date published", "datepublished"),
        *("pubdate", "published on", "publish_date", "published_at", "date_published"),
    ),
    "url": ("url", "link", "original url", "canonical", "source url", "source_url"),
    "language": ("language", "lang"),
    "author": ("author", "authors", "byline"),
}
"""What the keys of front matter, meta tags and head lines tell."""

KEYS = {key: name for name, keys in NAMES.items() for key in keys}

HEAD_LINE = re.compile(r"^([A-Za-z][A-Za-z _-]{2,20}?)\s*:\s*(\S.*)$")
STAMP = re.compile(
    r"\b(?:(?P<changed>updated|modified|last\s+update|revised)|published|posted|created|issued|first)\b", re.IGNORECASE
)
COMPACT = re.compile(r"^\s*((?:19|20)\d\d)(\d\d)(\d\d)(?=T|\s|$)")
"""A date in figures without marks, as metadata has it ("20260303")."""

URL = re.compile(r"https?://\S+")
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by\s+)?"
    r"(?P<name>[A-Z][\w&.’' -]{1,40}?)\s*(?:\.|,|$|\||All rights)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Metadata:
    """What is known of an article from outside its prose; what is told first stays."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published = field(default_factory=Published)

    def settle(self, key: str, value: str) -> None:
        """Take over one value of front matter, a head line or a meta tag; what is known already stays."""
        name = KEYS.get(key.strip().lower(), "")
        value = (
            re.split(r"\s{2,}|\s*\|\s*", value.strip().strip("\"'").strip())[0]
            if name == "publisher"
            else value.strip().strip("\"'")
        )
        if not value:
            return
        if name == "date":
            self.state_date(value, f"“{key.strip()}: {value}” stands with the article")
        elif name == "publisher" and URL.match(value):
            self.url = self.url or value
        elif name in {"title", "publisher", "url", "language"} and getattr(self, name) is None:
            setattr(self, name, value)

    def state_date(self, words: str, why: str) -> None:
        """Take the first whole date of some words for the day of publication, if none is known yet."""
        if self.published.date is not None:
            return
        words = COMPACT.sub(r"\1-\2-\3", words)
        dates = [found for found in find_dates(words) if not _is_of_change(words, found.start)]
        sure = next((day for found in dates if not found.doubtful and (day := found.iso())), None)
        if sure:
            self.published = Published(date=sure, basis="stated", why=why)
        elif dates and (day := dates[0].iso()) and dates[0].doubtful:
            other = f"{day[:5]}{day[8:]}-{day[5:7]}"
            self.published = Published(
                why=f"{why}, and may be {day} or {other}: the order of day and month is not told"
            )


def _is_of_change(words: str, at: int) -> bool:
    """Whether a date is that of an update ("Updated 5 March"), not of publication: the nearest word before it tells."""
    told = list(STAMP.finditer(words[:at]))
    return bool(told) and told[-1]["changed"] is not None


def head_line(line: str) -> tuple[str, str] | None:
    """Key and value of a line such as "Source: Reuters" or "Date: 2022-03-02"; None for other lines."""
    found = HEAD_LINE.match(line)
    if not found or found[1].strip().lower() not in KEYS or len(line.split()) > 40:
        return None
    return found[1], found[2]


def read_aside(lines: list[tuple[str, str]], metadata: Metadata) -> None:
    """Learn from lines that were set aside.

    Args:
        lines: text and reason of each, in the order of the file.
        metadata: filled where something is still unknown.
    """
    for line, why in lines:
        if why == "source line" and (pair := head_line(line)):
            metadata.settle(*pair)
        elif why in {"name of the site", "source line"} and metadata.publisher is None:
            metadata.publisher = medium(line)
        elif why == "copyright" and metadata.publisher is None and (found := COPYRIGHT.search(line)):
            metadata.publisher = found["name"].strip()
        elif why in {"glued date", "date line", "byline"}:
            metadata.publisher = metadata.publisher or medium_beside_date(line)
            metadata.state_date(line, f"“{line.strip()[:60]}” stands with the article")
