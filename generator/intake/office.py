"""Word and OpenDocument files: their own zip and XML, read directly; deleted text and alternative drawings are left out."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

from generator.intake.draft import Draft, RefusedError, tidy

LARGEST = 60_000_000
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
DROPPED = {
    f"{W}del",
    f"{W}moveFrom",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    f"{W}instrText",
}


def member(archive: zipfile.ZipFile, name: str) -> bytes:
    """One file of an archive, up to a limit; never written to the disk.

    Raises:
        RefusedError: it is not there, too large, damaged or locked.
    """
    try:
        with archive.open(name) as stream:
            data = stream.read(LARGEST + 1)
    except (KeyError, RuntimeError, zipfile.BadZipFile, EOFError, OSError, NotImplementedError) as error:
        raise RefusedError(f"{name} in it cannot be read", "Open it in its program and save it again.") from error
    if len(data) > LARGEST:
        raise RefusedError(f"{name} in it is too large", "Take the article out by hand.")
    return data


def _xml(data: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise RefusedError("its XML is damaged", "Open it in its program and save it again.") from error


def docx_draft(archive: zipfile.ZipFile) -> Draft:
    """The text of a Word file with its notes."""
    root = _xml(member(archive, "word/document.xml"))
    paragraphs = _docx_paragraphs(root)
    for notes in ("word/footnotes.xml", "word/endnotes.xml"):
        if notes in archive.namelist():
            paragraphs += _docx_paragraphs(_xml(member(archive, notes)))
    return _with_properties(Draft("Word file", paragraphs), archive, "docProps/core.xml")


def _docx_paragraphs(root: Any) -> list[str]:
    found = []
    for paragraph in root.iter(f"{W}p"):
        if any(ancestor.tag in DROPPED for ancestor in paragraph.iterancestors()):
            continue
        text = "".join(_docx_text(paragraph))
        if tidied := tidy(text):
            found.append(tidied)
    return found


def _docx_text(paragraph: Any) -> list[str]:
    """The runs of one paragraph; those of paragraphs inside it (text boxes) are their own."""
    words = []
    for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}noBreakHyphen"):
        ancestors = list(node.iterancestors())
        if any(ancestor.tag in DROPPED for ancestor in ancestors):
            continue
        if next(ancestor for ancestor in ancestors if ancestor.tag == f"{W}p") is not paragraph:
            continue
        words.append({f"{W}t": node.text or "", f"{W}noBreakHyphen": "-"}.get(node.tag, " "))
    return words


def odt_draft(archive: zipfile.ZipFile) -> Draft:
    """The text of an OpenDocument file."""
    root = _xml(member(archive, "content.xml"))
    paragraphs = []
    for node in root.iter(f"{TEXT}p", f"{TEXT}h"):
        if any(ancestor.tag in {f"{TEXT}p", f"{TEXT}tracked-changes"} for ancestor in node.iterancestors()):
            continue
        if tidied := tidy(" ".join(part for part in _odt_text(node))):
            paragraphs.append(tidied)
    return _with_properties(Draft("OpenDocument file", paragraphs), archive, "meta.xml")


def _odt_text(node: Any) -> list[str]:
    text = etree.tostring(node, method="text", encoding="unicode", with_tail=False)
    return [text]


def _with_properties(draft: Draft, archive: zipfile.ZipFile, name: str) -> Draft:
    """Title and author from the file's properties; a short first paragraph is the headline where they have none."""
    if name in archive.namelist():
        root = _xml(member(archive, name))
        draft.title = tidy(next((node.text or "" for node in root.iter(f"{DC}title")), "")) or None
        author = tidy(next((node.text or "" for node in root.iter(f"{DC}creator")), ""))
        draft.authors = [author] if author else []
    if (
        draft.paragraphs
        and (not draft.title or draft.paragraphs[0].casefold() == draft.title.casefold())
        and len(draft.paragraphs[0].split()) <= 25
    ):
        draft.title = draft.paragraphs.pop(0)
    if draft.words < 40:
        raise RefusedError("it holds less than 40 words", "Check that it is the article.")
    return draft


def open_zip(raw: bytes) -> zipfile.ZipFile:
    """An archive, read from memory.

    Raises:
        RefusedError: it is damaged.
    """
    try:
        return zipfile.ZipFile(io.BytesIO(raw))
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise RefusedError("the archive is damaged", "Pack it again.") from error
