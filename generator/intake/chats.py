"""Exports of chats and channels: Telegram's `result.json` becomes text that reads "Name, [day time]: words"."""

from __future__ import annotations

import json
import re
from typing import Any

from generator.intake.draft import Draft, RefusedError, tidy

WHATSAPP = re.compile(
    r"^[\u200e\u200f]?\[?(?P<day>\d{1,4}[./-]\d{1,2}[./-]\d{2,4}),? "
    r"(?P<time>\d{1,2}:\d\d(?::\d\d)?(?:[\s\u202f][AaPp]\.?[Mm]\.?)?)\]?(?: -)? (?P<name>[^:]{2,60}): ",
    re.MULTILINE,
)


def is_telegram(data: Any) -> bool:
    """Whether JSON is one exported chat, or a whole export."""
    return isinstance(data, dict) and (isinstance(data.get("messages"), list) or isinstance(data.get("chats"), dict))


def telegram_draft(data: Any) -> Draft:
    """A chat as text, a message a paragraph; service lines and empty messages are left out.

    Raises:
        RefusedError: it is an export of all chats, or holds no text.
    """
    if "messages" not in data:
        raise RefusedError("it is the export of all chats", "Export the one chat (⋮ → Export chat history, JSON).")
    draft = Draft("Telegram export", title=tidy(str(data.get("name") or "")) or None, publisher="Telegram")
    days = []
    for message in data["messages"]:
        if not isinstance(message, dict) or message.get("type") != "message":
            continue
        text = message.get("text")
        words = (
            "".join(
                part if isinstance(part, str) else str(part.get("text", ""))
                for part in text
                if isinstance(part, str | dict)
            )
            if isinstance(text, list)
            else str(text or "")
        )
        stamp = str(message.get("date") or "")
        if not tidy(words) or len(stamp) < 16:
            continue
        name = message.get("forwarded_from") or message.get("from") or data.get("name") or "Unknown"
        days.append(stamp[:10])
        draft.paragraphs.append(
            f"{tidy(str(name))}, [{stamp[8:10]}.{stamp[5:7]}.{stamp[:4]} {stamp[11:16]}]: {tidy(words)}"
        )
    if not draft.paragraphs:
        raise RefusedError("the export holds no text", "Export the chat with its text.")
    draft.date = max(days)
    return draft


def whatsapp_doubt(text: str) -> str | None:
    """What is not settled about the days of a WhatsApp export: the order of day and month, decided over the whole file."""
    days = [re.split(r"[./-]", found["day"]) for found in WHATSAPP.finditer(text)]
    if len(days) < 2 or any(len(day[0]) == 4 for day in days):
        return None
    first, second = {int(day[0]) for day in days}, {int(day[1]) for day in days}
    return None if max(first) > 12 or max(second) > 12 else "whether its days are day/month or month/day is not settled"


def parse_json(raw: bytes) -> Any:
    """JSON of a file.

    Raises:
        RefusedError: it is none.
    """
    try:
        return json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise RefusedError("it is no JSON that can be read", "Export it again.") from error
