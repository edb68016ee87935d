"""PDFs: the words in reading order, without running heads, with words joined that a line end cut."""

from __future__ import annotations

import re
from collections import Counter
from importlib import import_module
from typing import Any

from generator.intake.draft import Draft, RefusedError, tidy
from generator.lexicon.dates import find_dates

MOST_PAGES = 300
_PAGE_NUMBER = re.compile(r"^\s*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\s*$", re.IGNORECASE)
_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def pdf_draft(raw: bytes) -> Draft:
    """The text of a PDF with a text layer.

    Raises:
        RefusedError: it is locked, broken, too long, or a picture of text.
    """
    library = import_module("pypdfium2")
    try:
        document = library.PdfDocument(raw)
    except library.PdfiumError as error:
        raise RefusedError(
            f"the PDF cannot be opened ({error})", "Open it in a viewer and save it without a password."
        ) from error
    try:
        if len(document) > MOST_PAGES:
            raise RefusedError(f"the PDF has {len(document)} pages", "Export the pages of the article alone.")
        pages = [_lines(page) for page in document]
        information = document.get_metadata_dict()
    finally:
        document.close()
    paragraphs = _paragraphs(_without_running_heads(pages))
    if sum(len(paragraph.split()) for paragraph in paragraphs) < 40:
        raise RefusedError(
            "the PDF has no text layer: it is a picture of text", "Run it through a text recognition first."
        )
    draft = Draft("PDF", paragraphs, title=tidy(information.get("Title") or "") or None)
    _head(draft, information)
    return draft


def _lines(page: Any) -> list[str]:
    """The lines of a page, column by column where it has columns."""
    textpage = page.get_textpage()
    try:
        boxes = [textpage.get_rect(i) for i in range(textpage.count_rects())]
        texts = [textpage.get_text_bounded(*box) for box in boxes]
        if not boxes:
            return []
        order = _reading_order(boxes)
        return _join_lines([(boxes[i], texts[i].replace("\x02", "-").replace("\ufffe", "-")) for i in order])
    finally:
        textpage.close()


def _reading_order(boxes: list[tuple[float, float, float, float]]) -> list[int]:
    """Cut the page along white gaps, across first and then down, until nothing is left to cut."""

    def cut(members: list[int]) -> list[int]:
        if len(members) < 2:
            return members
        for low, high, wide, forward in ((0, 2, 12.0, True), (1, 3, 14.0, False)):
            parts = _gaps(boxes, members, low, high, wide)
            if len(parts) > 1:
                return [i for part in (parts if forward else parts[::-1]) for i in cut(part)]
        return sorted(members, key=lambda i: (-round(boxes[i][3]), boxes[i][0]))

    return cut(list(range(len(boxes))))


def _gaps(
    boxes: list[tuple[float, float, float, float]], members: list[int], low: int, high: int, wide: float
) -> list[list[int]]:
    """The members in groups that a gap of at least `wide` points parts, along one axis."""
    ordered = sorted(members, key=lambda i: boxes[i][low])
    groups = [[ordered[0]]]
    end = boxes[ordered[0]][high]
    for i in ordered[1:]:
        if boxes[i][low] - end >= wide:
            groups.append([])
        groups[-1].append(i)
        end = max(end, boxes[i][high])
    return groups


def _join_lines(pieces: list[tuple[tuple[float, float, float, float], str]]) -> list[str]:
    """Pieces of one line as one line; a blank line where the gap to the next is wide."""
    lines: list[str] = []
    last: tuple[float, float, float, float] | None = None
    for box, text in pieces:
        height = max(1.0, box[3] - box[1])
        if last and abs(box[1] - last[1]) < height * 0.5 and box[0] >= last[2] - 1:
            lines[-1] += ("" if lines[-1].endswith(" ") or box[0] - last[2] < height * 0.15 else " ") + text
        else:
            if last and last[1] - box[3] > height * 0.8:
                lines.append("")
            lines.append(text)
        last = box
    return lines


def _without_running_heads(pages: list[list[str]]) -> list[list[str]]:
    """Drop lines that stand at the top or foot of three pages or more, and page numbers."""

    def shape(line: str) -> str:
        return re.sub(r"\d+", "#", line.strip())

    edges = Counter(shape(line) for lines in pages for line in {*lines[:2], *lines[-2:]} if line.strip())
    often = {line for line, times in edges.items() if times >= 3}
    return [[line for line in lines if shape(line) not in often and not _PAGE_NUMBER.match(line)] for lines in pages]


def _paragraphs(pages: list[list[str]]) -> list[str]:
    """Lines joined into paragraphs: a word cut by a soft hyphen is whole again, a real hyphen stays."""
    text = "\n".join("\n".join(lines) for lines in pages)
    text = re.sub(r"(?<=\w)[\u2010\u00ad]\s*\n\s*(?=[a-zà-ÿ])", "", text)
    text = re.sub(r"(?<=[a-z])-\n(?=[a-z])", lambda found: _hyphen(text, found.start(), found.end()), text)
    blocks = re.split(r"\n\s*\n|(?<=[.!?”\"])\n(?=[A-Z“\"])", text)
    return [tidied for block in blocks if (tidied := tidy(block))]


def _hyphen(text: str, start: int, end: int) -> str:
    """Nothing where the joined word stands elsewhere in the text without its hyphen, else the hyphen."""
    before, after = re.search(r"\w+$", text[:start]), re.match(r"\w+", text[end:])
    whole = (before.group() if before else "") + (after.group() if after else "")
    return "" if re.search(rf"\b{re.escape(whole)}\b", text, re.IGNORECASE) else "-"


def _head(draft: Draft, information: dict[str, str]) -> None:
    """Title from the first line where the information has none or a file's name; date from the text, else from the file."""
    if not draft.title or re.search(
        r"\.(?:docx?|indd|pdf|qxd)$|^(?:untitled|microsoft word)", draft.title, re.IGNORECASE
    ):
        first = draft.paragraphs[0]
        draft.title = first if len(first.split()) <= 25 else None
        if draft.title:
            draft.paragraphs = draft.paragraphs[1:]
    elif draft.paragraphs[0].casefold() == draft.title.casefold():
        draft.paragraphs = draft.paragraphs[1:]
    if information.get("Author"):
        draft.authors = [tidy(information["Author"])]
    for paragraph in draft.paragraphs[:4]:
        days = [day for found in find_dates(paragraph[:200]) if (day := found.iso())]
        if days and len(days[0]) == 10:
            draft.date = days[0]
            return
    made = _PDF_DATE.match(information.get("CreationDate", ""))
    if made:
        draft.date = "-".join(made.groups())
        draft.doubts.append("its date is the day on which the file was made")
