"""What of a page the search need not see: the marks of footnotes would stand as stray numbers in its results."""

from __future__ import annotations

NOTE_MARK = '<sup id="fnref'


def without_note_marks(html: str) -> str:
    """The content of a page with its footnote marks kept out of Material's search index (`data-search-exclude`)."""
    return html.replace(NOTE_MARK, NOTE_MARK.replace("<sup ", "<sup data-search-exclude "))
