"""Reading one article file: from its bytes to an `Article` whose every character leads back to the file."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from generator.errors import ArticleError
from generator.model.article import Article, ArticleRecord, Published, SetAside
from generator.model.dossier import Dossier
from generator.model.identity import slug
from generator.read.blocks import Block, compose
from generator.read.datelines import find_dateline
from generator.read.files import check_names, decode, find_articles, read_bytes
from generator.read.headlines import take_headline
from generator.read.markdown import read_markdown
from generator.read.metadata import Metadata, head_line, read_aside
from generator.read.plain import read_plain
from generator.read.sifting import Sifted, is_prose, sift
from generator.read.tongue import foreign_language, language_name
from generator.read.webpages import read_webpage

__all__ = ["check_names", "find_articles", "read_article"]

FEWEST_WORDS = 15
"""Words of prose below which a file is no article."""

PAGE = re.compile(r"\ufeff?\s*(?:<!doctype html|<html)\b", re.IGNORECASE)
"""How a web page begins, whatever the file is called."""

HEADING = re.compile(r"^#{1,3} [A-Z“\"]", re.MULTILINE)
MARKUP = re.compile(r"^> \S|^!\[[^\]\n]*\]\(|^#{2,3} \S|\]\(https?://", re.MULTILINE)
"""How Markdown looks, whatever the file is called: a heading and one more of its marks."""

HEAD_LINES = 8
"""Lines at the top of a file that may be metadata ("Source: Reuters")."""


@dataclass(slots=True)
class Opened:
    """A file opened by its kind: the lines a reader sees, what was set aside on the way, and its metadata."""

    blocks: list[Block]
    aside: list[SetAside]
    metadata: Metadata


def read_article(path: Path, file: str, dossier: Dossier) -> Article:
    """Read one article.

    Args:
        path: where the file is.
        file: its name relative to the dossier, with forward slashes ("seeds/001.txt").
        dossier: the settings (its decisions on dates win over what the article says).

    Raises:
        ArticleError: the file is empty, binary, not UTF-8, not English, too large, or no article.
    """
    raw = read_bytes(path, file)
    source = decode(raw, file)
    opened = _open(source, path.suffix.lower())
    metadata = opened.metadata
    _take_head_lines(opened, source)
    sifted = sift(opened.blocks, source)
    language = _check(sifted, file, {code for reader in dossier.readers for code in reader.languages})
    headline = take_headline(sifted, source, metadata.title)
    read_aside([(block.text, aside.why) for block, aside in zip(sifted.junk, sifted.aside, strict=True)], metadata)
    _take_dateline(sifted, source, metadata)
    text, pieces = compose([headline, *sifted.kept] if headline else sifted.kept)
    record = ArticleRecord(
        id=slug(path.stem),
        file=file,
        sha256=hashlib.sha256(raw).hexdigest(),
        headline=headline.text if headline else metadata.title,
        publisher=metadata.publisher,
        url=metadata.url,
        language=language,
        published=_decided(dossier, slug(path.stem)) or metadata.published,
        set_aside=_in_order(opened.aside + sifted.aside, source),
    )
    return Article(record, source, text, pieces, headline_end=len(headline.text) if headline else 0)


def _open(source: str, ending: str) -> Opened:
    """The blocks of a file by its kind."""
    if ending in {".md", ".markdown"}:
        return Opened(*read_markdown(source))
    if ending in {".html", ".htm"} or PAGE.match(source):
        return Opened(*read_webpage(source))
    if MARKUP.search(source) and HEADING.search(source):
        return Opened(*read_markdown(source))
    return Opened(read_plain(source), [], Metadata())


def _take_head_lines(opened: Opened, source: str) -> None:
    """Set lines of metadata at the top aside ("Title: …" stays, for its value is the headline)."""
    kept: list[Block] = []
    for block in opened.blocks[:HEAD_LINES]:
        pair = head_line(block.text)
        if pair is None:
            kept.append(block)
            continue
        key, value = pair
        opened.metadata.settle(key, value)
        at = len(block.text) - len(value)
        if opened.metadata.title == value:
            kept.append(Block.of(block.part(at, len(block.text)).runs, level=1))
            opened.aside.append(Block.of(block.part(0, at).runs).aside(source, "metadata"))
        else:
            opened.aside.append(block.aside(source, "metadata"))
    opened.blocks[:HEAD_LINES] = kept


def _take_dateline(sifted: Sifted, source: str, metadata: Metadata) -> None:
    """Learn agency and day from the dateline, and set it aside: it is no part of the first sentence."""
    for at, block in enumerate(sifted.kept[:3]):
        dateline = find_dateline(block.text)
        if dateline is None or len(block.text) < dateline.length + 20:
            continue
        metadata.publisher = metadata.publisher or dateline.agency
        words = block.text[: dateline.length].strip()
        if metadata.published.date is None and dateline.day and (iso := dateline.day.iso()):
            metadata.published = Published(date=iso, basis="dateline", why=f"the dateline reads “{words}”")
        sifted.kept[at] = Block.of(block.part(dateline.length, len(block.text)).runs, block.level)
        sifted.put_aside(Block.of(block.part(0, dateline.length).runs), source, "dateline")
        return


def _check(sifted: Sifted, file: str, readable: set[str]) -> str:
    """The language of the article; refuses what is no article, or is in a language that no reader of the dossier reads."""
    text = "\n".join(block.text for block in sifted.kept)
    language = foreign_language(text) if len(text.split()) >= FEWEST_WORDS else None
    if language and language not in readable:
        mend = "Put an English version in its place, or name a reader with `languages:` in dossier.yml"
        raise ArticleError(f"the article is in {language_name(language)}; the rules read English", file=file, mend=mend)
    if sum(len(block.text.split()) for block in sifted.kept if is_prose(block.text)) < FEWEST_WORDS:
        what = f"no article found: fewer than {FEWEST_WORDS} words of running text"
        raise ArticleError(
            what, file=file, mend="Check that the file holds the article itself, not only its title or a menu"
        )
    return language or "en"


def _decided(dossier: Dossier, article: str) -> Published | None:
    """The day that a person has settled for this article, if any."""
    for decision in dossier.decisions:
        if decision.kind == "date" and decision.of == "article" and article in decision.names:
            return Published(date=decision.value, basis="stated", why=decision.why or "settled by the editor")
    return None


def _in_order(stretches: list[SetAside], source: str) -> list[SetAside]:
    """In the order of the file; neighbours with one reason and nothing but white space between them become one."""
    joined: list[SetAside] = []
    for one in sorted(stretches, key=lambda aside: (aside.start, aside.end)):
        last = joined[-1] if joined else None
        if last and last.why == one.why and last.end <= one.start and not source[last.end : one.start].strip():
            joined[-1] = SetAside(start=last.start, end=one.end, text=source[last.start : one.end], why=one.why)
        else:
            joined.append(one)
    return joined
