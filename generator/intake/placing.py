"""Placing: a draft becomes a file in `seeds/` with front matter, its original is kept beside by hash, and nothing is taken twice."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from generator.intake.draft import Draft
from generator.read.frontmatter import split_front_matter
from generator.store.writing import write_if_changed
from generator.store.yaml_text import scalar

ORIGINALS = ".originals"
SHINGLE = 6
SAME = 0.85
"""Share of shingles from which two texts are the same article."""
_TRACKING = re.compile(r"^(?:utm_|fbclid|gclid|mc_|cmpid|ref$|source$|share)", re.IGNORECASE)
_ACTS_AT_START = re.compile(r"^(?=[#>+=-])")
_NUMBERED = re.compile(r"^(\d{1,3})([.)]\s)")
_ACTS = re.compile(r"([\\`*_\[\]<~])")


@dataclass(slots=True)
class Shelf:
    """What `seeds/` holds: by original, by address and by wording."""

    folder: Path
    originals: dict[str, str] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    shingles: dict[str, frozenset[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path) -> Shelf:
        """The articles that are there."""
        shelf = cls(folder)
        for path in _texts(folder):
            values, body = split_front_matter(path.read_text(encoding="utf-8", errors="replace"))
            shelf.remember(path.name, str(values.get("original") or ""), values.get("url"), body)
        return shelf

    def remember(self, name: str, original: str, url: object, text: str) -> None:
        """Take an article into account."""
        if original:
            self.originals[original] = name
        if isinstance(url, str) and url:
            self.addresses[canonical(url)] = name
        self.shingles[name] = shingles(text)

    def twin_of(self, draft: Draft, original: str) -> tuple[str, str] | None:
        """The article that is the same, and why; None where the draft is new."""
        if original in self.originals and len(draft.paragraphs) < 2:
            return self.originals[original], "the same file"
        if draft.url and canonical(draft.url) in self.addresses:
            return self.addresses[canonical(draft.url)], "the same address"
        own = shingles("\n".join(draft.paragraphs))
        for name, other in self.shingles.items():
            if (
                own
                and other
                and len(own & other) >= SAME * min(len(own), len(other))
                and max(len(own), len(other)) < 2 * min(len(own), len(other))
            ):
                return name, "the same text"
        return None


def _texts(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(
            path
            for path in folder.iterdir()
            if path.suffix in {".md", ".txt", ".html", ".htm", ".markdown"} and path.is_file()
        )


def shingles(text: str) -> frozenset[int]:
    """Hashes of each run of six words, case and marks left out; the same on every machine."""
    words = re.findall(r"\w+", text.lower())
    runs = (" ".join(words[i : i + SHINGLE]) for i in range(max(0, len(words) - SHINGLE + 1)))
    return frozenset(int.from_bytes(hashlib.blake2b(run.encode(), digest_size=6).digest(), "big") for run in runs)


def canonical(url: str) -> str:
    """An address without scheme, `www.`, tracking, fragment and closing slash; without a user either."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("amp.")
    except ValueError:
        return url.strip()
    query = urlencode([(key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.match(key)])
    return host + parts.path.rstrip("/") + (f"?{query}" if query else "")


def place(shelf: Shelf, draft: Draft, raw: bytes, name: str, day: str) -> str:
    """Write a draft and its original.

    Args:
        shelf: what is there; it remembers the new article.
        draft: the article.
        raw: the bytes that it came from.
        name: what they were called.
        day: today, as YYYY-MM-DD.

    Returns:
        The file's name in `seeds/`.
    """
    original = hashlib.sha256(raw).hexdigest()
    ending = Path(name.rpartition(": ")[2].partition("#")[0]).suffix.lower()[:12] or ".bin"
    write_if_changed(shelf.folder / ORIGINALS / f"{original[:32]}{ending}", raw)
    target = _free_name(shelf.folder, draft.file_name())
    text = article_text(draft, name, original, day) if draft.verbatim is None else draft.verbatim
    write_if_changed(shelf.folder / target, text)
    shelf.remember(target, original, draft.url, "\n".join(draft.paragraphs))
    return target


def _free_name(folder: Path, name: str) -> str:
    stem, ending = Path(name).stem, Path(name).suffix
    free, number = stem, 2
    while any(folder.glob(f"{free}.*")):
        free, number = f"{stem}-{number}", number + 1
    return free + ending


def article_text(draft: Draft, name: str, original: str, day: str) -> str:
    """The article's file: front matter, headline, paragraphs; signs that Markdown would act on are escaped."""
    rows = {
        "title": draft.title,
        "publisher": draft.publisher,
        "authors": draft.authors or None,
        "url": without_user(draft.url) if draft.url else None,
        "date": draft.date,
        "language": draft.language,
        "added": day,
        "added_from": f"{draft.kind}: {Path(name).name}",
        "original": original,
        "doubts": draft.doubts or None,
    }
    lines = [
        f"{key}: {json.dumps(value, ensure_ascii=False) if isinstance(value, list) else scalar(value)}"
        for key, value in rows.items()
        if value
    ]
    body = [paragraph if draft.kind == "note" else escaped(paragraph) for paragraph in draft.paragraphs]
    head = (
        [f"# {escaped(draft.title)}"]
        if draft.title and not (body and body[0].lstrip("# ").strip() == draft.title)
        else []
    )
    return "---\n" + "\n".join(lines) + "\n---\n\n" + "\n\n".join([*head, *body]) + "\n"


def escaped(paragraph: str) -> str:
    """A paragraph that Markdown shows as it is."""
    return _NUMBERED.sub(r"\1\\\2", _ACTS_AT_START.sub(r"\\", _ACTS.sub(r"\\\1", paragraph)))


def without_user(url: str) -> str:
    """An address without a user and a password in it."""
    return re.sub(r"^([a-z][a-z0-9+.-]*://)[^/@]*@", r"\1", url, flags=re.IGNORECASE)
