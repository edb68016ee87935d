"""Kinds of files: the ending tells first, the bytes second; each becomes drafts, or is refused with a reason and a way out."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePosixPath

from generator.intake.chats import is_telegram, parse_json, telegram_draft
from generator.intake.draft import Draft, RefusedError, paragraphs_of
from generator.intake.feeds import entries_of, entry_draft
from generator.intake.mail import mail_draft, split_mailbox
from generator.intake.notes import markdown_draft, text_drafts
from generator.intake.office import docx_draft, member, odt_draft, open_zip
from generator.intake.pdf import pdf_draft
from generator.intake.references import reference_drafts, ris_drafts
from generator.intake.web import decode_text, mhtml_draft, page_draft, webarchive_draft

MOST_MEMBERS = 2_000
LARGEST_ARCHIVE = 400_000_000
"""Bytes of all members of an archive together."""

ENDINGS = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".mhtml", ".mht"), "mhtml"),
    **dict.fromkeys((".md", ".markdown"), "markdown"),
    **dict.fromkeys((".rss", ".atom", ".xml"), "feed"),
    **{
        f".{kind}": kind
        for kind in ("webarchive", "pdf", "docx", "odt", "rtf", "eml", "mbox", "zip", "json", "ris", "txt")
    },
}
REFUSED = {
    ".doc": ("old Word files are not read", "Open it and save it as .docx."),
    ".msg": ("Outlook's own mail files are not read", "Save the mail as .eml, or its text as .txt."),
    ".epub": ("books are not read", "Save the chapter as a page."),
    ".xlsx": ("tables are not read", "Save the article as text."),
    ".pptx": ("slides are not read", "Save the article as text."),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".gif", ".tiff", ".heic", ".webp"),
        ("it is a picture", "Run it through a text recognition and save the text."),
    ),
    **dict.fromkeys((".mp3", ".mp4", ".wav", ".m4a", ".mov"), ("it is a recording", "Add its transcript as text: “Name: words”.")),
    **dict.fromkeys(
        (".css", ".js", ".mjs", ".ts", ".py", ".yml", ".yaml", ".toml", ".ini", ".cfg", ".sh", ".svg", ".lock", ".log", ".csv", ".tsv"),
        ("it is a file of a program or a table, and no article", "Name the articles alone."),
    ),
    **dict.fromkeys((".7z", ".rar", ".gz", ".tar", ".tgz"), ("this kind of archive is not read", "Pack it as .zip.")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """What one file or member of a file came to: a draft with its original bytes, or a refusal."""

    name: str
    raw: bytes
    draft: Draft | None = None
    refusal: RefusedError | None = None


def kind_of(name: str, raw: bytes) -> str:
    """The kind of a file.

    Raises:
        RefusedError: it is one that is not read.
    """
    ending = PurePosixPath(name.lower()).suffix
    if ending in REFUSED:
        raise RefusedError(*REFUSED[ending])
    told, seen = ENDINGS.get(ending), _sniff(raw)
    if seen == "zip" and told in {"docx", "odt", "zip"}:
        return told
    if seen in {"pdf", "rtf", "webarchive", "mhtml", "docx", "odt"} or told is None:
        if seen is None and b"\0" in raw[:4096]:
            raise RefusedError("it is no text and of no kind that is read", "Save the article as .html, .pdf or .txt.")
        return seen or "txt"
    return told


def _sniff(raw: bytes) -> str | None:
    start = raw[:3000].lstrip(b"\xef\xbb\xbf \r\n\t")
    for mark, kind in (
        (b"%PDF", "pdf"),
        (b"{\\rtf", "rtf"),
        (b"bplist00", "webarchive"),
        (b"PK\x03\x04", "zip"),
        (b"TY  - ", "ris"),
    ):
        if start.startswith(mark):
            return _zip_kind(raw) if kind == "zip" else kind
    low = start.lower()
    if b"snapshot-content-location" in low or (b"multipart/related" in low and b"mime-version" in low):
        return "mhtml"
    if low.startswith((b"<!doctype html", b"<html")):
        return "html"
    if re.match(rb"(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?<(rss|feed|rdf:rdf)\b", low, re.DOTALL):
        return "feed"
    if low[:1] in b"{[" and low:
        return "json"
    return "mbox" if re.match(rb"from \S+ .*\d{4}\r?\n", low) else None


def _zip_kind(raw: bytes) -> str:
    try:
        names = set(open_zip(raw).namelist())
    except RefusedError:
        return "zip"
    return "docx" if "word/document.xml" in names else "odt" if {"content.xml", "mimetype"} <= names else "zip"


def drafts_of(name: str, raw: bytes, depth: int = 0) -> Iterator[Found]:
    """What a file comes to: one draft or refusal for each article in it."""
    try:
        kind = kind_of(name, raw)
        if kind == "zip":
            yield from _members(name, raw, depth)
            return
        if kind == "mbox":
            for number, mail in enumerate(split_mailbox(raw), 1):
                yield from _one(f"{name}#{number}", mail, lambda mail=mail: [mail_draft(mail)])  # type: ignore[misc]
            return
        if kind == "feed":
            publisher, entries = entries_of(raw)
            for entry in entries:
                label = f"{name}: {entry.title or entry.url or 'entry'}"
                yield from _one(label, entry.html.encode("utf-8"), lambda entry=entry: [entry_draft(entry, publisher)])  # type: ignore[misc]
            return
    except RefusedError as refusal:
        yield Found(name, raw, refusal=refusal)
        return
    yield from _one(name, raw, lambda: READERS[kind](raw))


def _one(name: str, raw: bytes, read: Callable[[], list[Draft]]) -> Iterator[Found]:
    """The drafts of one reader; whatever a damaged file makes a library do, it costs this file alone."""
    try:
        for draft in read():
            yield Found(name, raw, draft)
    except RefusedError as refusal:
        yield Found(name, raw, refusal=refusal)
    except (
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        OSError,
        RecursionError,
        MemoryError,
        ArithmeticError,
    ) as error:
        yield Found(
            name,
            raw,
            refusal=RefusedError(
                f"it is damaged ({type(error).__name__})", "Open it in its program and save it again."
            ),
        )


def _members(name: str, raw: bytes, depth: int) -> Iterator[Found]:
    """The files in an archive, read from memory and never unpacked to the disk."""
    if depth:
        raise RefusedError("it is an archive in an archive", "Unpack the outer one.")
    archive = open_zip(raw)
    infos = [
        info
        for info in archive.infolist()
        if not info.is_dir()
        and not PurePosixPath(info.filename).name.startswith(".")
        and "__MACOSX" not in info.filename
    ]
    if len(infos) > MOST_MEMBERS or sum(info.file_size for info in infos) > LARGEST_ARCHIVE:
        raise RefusedError("the archive holds too much", "Pack the articles in smaller archives.")
    for info in infos:
        label = f"{name}: {info.filename}"
        try:
            data = member(archive, info.filename)
        except (RefusedError, zipfile.BadZipFile) as error:
            yield Found(label, b"", refusal=error if isinstance(error, RefusedError) else RefusedError("it is damaged"))
            continue
        for found in drafts_of(info.filename, data, depth + 1):
            yield Found(f"{name}: {found.name}", found.raw, found.draft, found.refusal)


def _json(raw: bytes) -> list[Draft]:
    data = parse_json(raw)
    if is_telegram(data):
        return [telegram_draft(data)]
    if isinstance(data, dict) and "jsonfeed.org" in str(data.get("version", "")):
        publisher, entries = entries_of(raw)
        return [entry_draft(entry, publisher) for entry in entries]
    return reference_drafts(data)


def _rtf(raw: bytes) -> list[Draft]:
    text = import_module("striprtf.striprtf").rtf_to_text(raw.decode("latin-1"), errors="ignore")
    drafts = text_drafts(text)
    for draft in drafts:
        draft.paragraphs = [paragraph for one in draft.paragraphs for paragraph in paragraphs_of(one)]
        draft.kind = "RTF file" if draft.kind == "text" else draft.kind
        draft.verbatim = None
    return drafts


def _text(raw: bytes) -> list[Draft]:
    text, guessed = decode_text(raw)
    drafts = text_drafts(text)
    for draft in drafts:
        if guessed:
            draft.doubts.append(f"its encoding was guessed to be {guessed}")
    return drafts


READERS: dict[str, Callable[[bytes], list[Draft]]] = {
    "html": lambda raw: [page_draft(raw)],
    "mhtml": lambda raw: [mhtml_draft(raw)],
    "webarchive": lambda raw: [webarchive_draft(raw)],
    "pdf": lambda raw: [pdf_draft(raw)],
    "docx": lambda raw: [docx_draft(open_zip(raw))],
    "odt": lambda raw: [odt_draft(open_zip(raw))],
    "rtf": _rtf,
    "eml": lambda raw: [mail_draft(raw)],
    "json": _json,
    "ris": lambda raw: ris_drafts(decode_text(raw)[0]),
    "markdown": lambda raw: [markdown_draft(decode_text(raw)[0])],
    "txt": _text,
}
