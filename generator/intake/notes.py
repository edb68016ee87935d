"""Plain text and Markdown, clippers' notes among them: what front matter says is kept, the text stays as it is."""

from __future__ import annotations

import re
from typing import Any

from generator.intake.chats import WHATSAPP, whatsapp_doubt
from generator.intake.draft import Draft, RefusedError, paragraphs_of
from generator.intake.press import factiva_drafts, is_factiva, is_nexis, nexis_drafts, own_day, split_dump
from generator.read.frontmatter import split_front_matter

_LINK = re.compile(r"\[\[([^\]|]+)(?:\|[^\]]*)?\]\]")


def text_drafts(text: str) -> list[Draft]:
    """The articles of a plain text file: one, or those of an export or a dump.

    Raises:
        RefusedError: it holds several articles that cannot be told apart safely, or nothing.
    """
    if is_nexis(text):
        return nexis_drafts(text)
    if is_factiva(text):
        return factiva_drafts(text)
    if len(WHATSAPP.findall(text[:20_000])) > 2:
        doubt = whatsapp_doubt(text)
        return [Draft("WhatsApp export", paragraphs_of(text), publisher="WhatsApp", doubts=[doubt] if doubt else [])]
    parts = split_dump(text)
    drafts = []
    for part in parts:
        draft = Draft("text", paragraphs_of(part), date=own_day(part) if len(parts) > 1 else None)
        draft.verbatim = part if len(parts) == 1 else None
        if draft.words < 15:
            raise RefusedError("it holds less than 15 words", "Put the article's text into it.")
        drafts.append(draft)
    return drafts


def markdown_draft(text: str) -> Draft:
    """A note with front matter; its `created` is the day of clipping and no date of the article."""
    values, body = split_front_matter(text)
    draft = Draft(
        "note", [block.strip() for block in re.split(r"\n[ \t]*\n", body.replace("\r\n", "\n")) if block.strip()]
    )
    lowered = {str(key).lower().replace(" ", "_"): value for key, value in values.items()}
    draft.title = _text(lowered, "title", "headline")
    source = _text(lowered, "url", "source", "link", "canonical")
    draft.url = source if source and source.startswith("http") else None
    draft.publisher = _text(lowered, "publisher", "publication", "site", "newspaper") or (
        source if source and not draft.url else None
    )
    draft.date = (_text(lowered, "published", "date", "date_published", "publish_date") or "")[:10] or None
    authors = lowered.get("author") or lowered.get("authors") or []
    draft.authors = [_LINK.sub(r"\1", str(name)) for name in (authors if isinstance(authors, list) else [authors])]
    draft.language = _text(lowered, "language", "lang")
    if draft.words < 15:
        raise RefusedError("it holds less than 15 words", "Put the article's text into it.")
    return draft


def _text(values: dict[str, Any], *names: str) -> str | None:
    for name in names:
        value = values.get(name)
        if isinstance(value, str) and value.strip():
            return _LINK.sub(r"\1", value.strip())
    return None
