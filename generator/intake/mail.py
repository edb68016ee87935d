"""Mails and mailboxes: the text as it was written, without what it quotes; the mail's day is not always the article's."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage, Message
from email.utils import parsedate_to_datetime

from generator.intake.draft import Draft, RefusedError, paragraphs_of, tidy
from generator.intake.web import decode_text, page_draft

_FROM_LINE = re.compile(rb"^From \S+@?\S* .*\d{4}\s*$", re.MULTILINE)
_QUOTED = re.compile(r"^\s*(?:>|On .{5,120} wrote:|-{2,}\s*(?:Original|Forwarded) Message)", re.IGNORECASE)


def split_mailbox(raw: bytes) -> list[bytes]:
    """The mails of a mailbox: parted at lines "From address date", not at every sentence that begins with From."""
    starts = [
        found.start()
        for found in _FROM_LINE.finditer(raw)
        if found.start() == 0 or raw[: found.start()].endswith((b"\n\n", b"\r\n\r\n"))
    ]
    return [
        raw[start:end].split(b"\n", 1)[1]
        for start, end in zip(starts, [*starts[1:], len(raw)], strict=True)
        if b"\n" in raw[start:end]
    ]


def mail_draft(raw: bytes) -> Draft:
    """The article in a mail."""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    plain, html = _part(message, "text/plain"), _part(message, "text/html")
    draft = Draft("mail", title=_header(message, "Subject"), date=_day(message))
    draft.title = re.sub(r"^(?:(?:re|fwd?|fw|aw|wg)\s*:\s*)+", "", draft.title or "", flags=re.IGNORECASE) or None
    if plain is not None and len(plain[0].split()) >= 40:
        text, _ = decode_text(*plain)
        lines = [line for line in _flowed(text, message) if not _QUOTED.match(line)]
        draft.paragraphs = paragraphs_of("\n".join(lines).split("\n-- \n")[0])
    elif html is not None:
        page = page_draft(html[0], "mail", declared=html[1])
        draft.paragraphs, draft.url, draft.publisher = page.paragraphs, page.url, page.publisher
    sender = re.match(r'"?([^"<@]+?)"?\s*<', _header(message, "From") or "")
    draft.publisher = draft.publisher or (tidy(sender[1]) if sender else None)
    draft.doubts.append("its date and publisher are the mail's")
    if draft.words < 40:
        raise RefusedError("the mail holds less than 40 words", "Copy the article into a .txt file.")
    if (
        len(
            re.findall(
                r"^(?:read more|continue reading|read the full)",
                "\n".join(draft.paragraphs),
                re.IGNORECASE | re.MULTILINE,
            )
        )
        > 1
    ):
        raise RefusedError("it is a newsletter of several teasers", "Add the articles it leads to.")
    return draft


def _part(message: Message | EmailMessage, kind: str) -> tuple[bytes, str | None] | None:
    for part in message.walk():
        if part.get_content_type() == kind and not part.get_filename():
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return payload, part.get_content_charset()
    return None


def _flowed(text: str, message: Message | EmailMessage) -> list[str]:
    """The lines, with soft line ends of `format=flowed` joined."""
    lines = text.replace("\r\n", "\n").split("\n")
    if "flowed" not in str(message.get("Content-Type", "")) and not any(
        "flowed" in str(part.get("Content-Type", "")) for part in message.walk()
    ):
        return lines
    joined: list[str] = []
    for line in lines:
        if joined and joined[-1].endswith(" ") and joined[-1] != "-- ":
            joined[-1] += line
        else:
            joined.append(line)
    return joined


def _header(message: Message | EmailMessage, name: str) -> str | None:
    try:
        return tidy(str(message.get(name) or "")) or None
    except (ValueError, LookupError, IndexError):
        return None


def _day(message: Message | EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(message["Date"])).date().isoformat()
    except (ValueError, TypeError, IndexError, LookupError):
        return None
