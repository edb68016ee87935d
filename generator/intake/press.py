"""Press archives and multi-dumps as text: Nexis, Factiva, digests; each article with its own date and publisher."""

from __future__ import annotations

import re

from generator.intake.draft import Draft, RefusedError, paragraphs_of, tidy
from generator.lexicon.dates import find_dates
from generator.read.datelines import find_dateline

NEXIS_TOP = re.compile(
    r"^[ \t]*(?:Document|Dokument)?[ \t]*\d+ (?:of|von|de) \d+(?: (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS))?[ \t]*$",
    re.MULTILINE,
)
NEXIS_END = re.compile(r"^End of Document\s*$", re.MULTILINE)
NEXIS_FIELD = re.compile(
    r"^(BYLINE|SECTION|LENGTH|DATELINE|BODY|LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|GRAPHIC|HIGHLIGHT|NOTES):[ \t]*(.*)$"
    r"|^(Body|Classification)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
FACTIVA_CODE = re.compile(
    r"^(HD|BY|WC|PD|ET|SN|SC|LA|CY|LP|TD|CO|IN|NS|RE|PUB|AN|CR|ED|PG|VOL|RF|IPD|IPC)(?:\s{1,6}|\t|$)(.*)$", re.MULTILINE
)
FACTIVA_END = re.compile(r"^Document [A-Za-z0-9]{10,}\s*$", re.MULTILINE)
RULE = re.compile(r"^[ \t]*(?:-{3,}|={3,}|\*{3,}|_{3,}|(?:\* ){2,}\*)[ \t]*$", re.MULTILINE)
WORD_COUNT = re.compile(r"^\d[\d,.]* words$", re.IGNORECASE)
COPYRIGHT = re.compile(r"^(?:copyright|\(c\)|©|all rights reserved)", re.IGNORECASE)


def is_nexis(text: str) -> bool:
    """Whether a text is an export of Nexis."""
    return bool(NEXIS_TOP.search(text[:3000]) or NEXIS_END.search(text)) and bool(NEXIS_FIELD.search(text))


def is_factiva(text: str) -> bool:
    """Whether a text is an export of Factiva."""
    codes = {found[1] for found in FACTIVA_CODE.finditer(text[:6000])}
    return bool(FACTIVA_END.search(text)) or {"HD", "PD", "SN"} <= codes


def nexis_drafts(text: str) -> list[Draft]:
    """The articles of a Nexis export."""
    parts = [
        part
        for part in re.split(f"{NEXIS_TOP.pattern}|{NEXIS_END.pattern}", text, flags=re.MULTILINE)
        if len(part.split()) > 60
    ]
    return [_nexis(part) for part in parts]


def _nexis(part: str) -> Draft:
    fields = list(NEXIS_FIELD.finditer(part))
    head = [tidy(line) for line in part[: fields[0].start()].splitlines() if line.strip()] if fields else []
    values = {(found[1] or found[3]).lower(): found[2] or "" for found in fields}
    body = next((found for found in fields if (found[1] or found[3]).lower() == "body"), None)
    ends = [
        found.start()
        for found in fields
        if body and found.start() > body.start() and (found[1] or found[3]).lower() in _AFTER_BODY
    ]
    text = part[body.end() : ends[0] if ends else len(part)] if body else part[fields[-1].end() if fields else 0 :]
    draft = Draft("Nexis export", paragraphs_of((body[2] or "") + "\n" + text if body else text))
    dated = next((i for i, line in enumerate(head) if _day(line)), None)
    if dated is not None:
        draft.date = _day(head[dated])
    names = [line for i, line in enumerate(head) if i != dated and not COPYRIGHT.match(line)]
    modern = dated is not None and dated >= 2 and names[:1] == head[:1]
    if names:
        draft.title, draft.publisher = (
            (names[0], names[1] if len(names) > 1 else None)
            if modern
            else (names[-1], names[0] if len(names) > 1 else None)
        )
    if values.get("byline"):
        draft.authors = [tidy(values["byline"])]
    return _checked(draft)


_AFTER_BODY = {"load-date", "language", "publication-type", "graphic", "classification", "notes"}


def factiva_drafts(text: str) -> list[Draft]:
    """The articles of a Factiva export, with codes or without."""
    parts = [part for part in FACTIVA_END.split(text) if len(part.split()) > 60]
    return [_factiva(part) for part in parts]


def _factiva(part: str) -> Draft:
    codes = list(FACTIVA_CODE.finditer(part))
    if {"HD", "TD"} & {found[1] for found in codes} and len(codes) > 3:
        values: dict[str, str] = {}
        for found, after in zip(codes, [*codes[1:], None], strict=True):
            values[found[1]] = (found[2] + part[found.end() : after.start() if after else len(part)]).strip()
        draft = Draft("Factiva export", [p for code in ("LP", "TD") for p in paragraphs_of(values.get(code, ""))])
        draft.title, draft.publisher, draft.date = (
            tidy(values.get("HD", "")) or None,
            tidy(values.get("SN", "")) or None,
            _day(values.get("PD", "")),
        )
        draft.authors = [tidy(values["BY"])] if values.get("BY") else []
        return _checked(draft)
    lines = [tidy(line) for line in part.splitlines() if line.strip()]
    counted = next((i for i, line in enumerate(lines[:12]) if WORD_COUNT.match(line)), None)
    if counted is None:
        raise RefusedError(
            "one of its articles has no head that can be read",
            "Export it with the field codes (Display: Article format).",
        )
    head = lines[counted + 1 : counted + 9]
    dated = next((i for i, line in enumerate(head) if _day(line)), 0)
    draft = Draft("Factiva export", title=lines[0], date=_day(head[dated]) if head else None)
    named = [line for line in head[dated + 1 :] if not re.fullmatch(r"[A-Z0-9]{2,8}|English|\d{1,2}:\d\d.*", line)]
    draft.publisher = named[0] if named else None
    body = next(
        (
            i
            for i, line in enumerate(lines)
            if i > counted and (line in {"English", "ENGLISH"} or COPYRIGHT.match(line))
        ),
        counted + dated + 2,
    )
    draft.paragraphs = [line for line in lines[body + 1 :] if not COPYRIGHT.match(line) and line not in {"English"}]
    return _checked(draft)


def split_dump(text: str) -> list[str]:
    """The articles of a file in which lines of dashes part several; one where that is not safe.

    Every part must be long enough and bring its own date, in a dateline or its first lines; otherwise the lines part sections of
    one article.

    Raises:
        RefusedError: some parts have a date of their own and others have none, so that dates would be guessed.
    """
    parts = [part for part in RULE.split(text) if part.strip()]
    if len(parts) < 2 or any(len(part.split()) < 60 for part in parts):
        return [text]
    dated = [own_day(part) is not None for part in parts]
    if all(dated):
        return parts
    if sum(dated) > 1:
        raise RefusedError(
            f"it holds {len(parts)} articles, and {len(parts) - sum(dated)} of them have no date of their own",
            "Save each article as a file.",
        )
    return [text]


def own_day(part: str) -> str | None:
    """The day that an article's own first lines state."""
    for line in [line for line in part.splitlines() if line.strip()][:6]:
        dateline = find_dateline(line)
        if dateline and dateline.day and (iso := dateline.day.iso()):
            return iso
        if len(line.split()) <= 14 and (day := _day(line)):
            return day
    return None


def _day(text: str) -> str | None:
    days = [day for found in find_dates(text[:120]) if not found.doubtful and (day := found.iso())]
    return days[0] if days and len(days[0]) == 10 else None


def _checked(draft: Draft) -> Draft:
    if draft.date is None:
        draft.doubts.append("no date was found in its head")
    if draft.words < 30:
        raise RefusedError("one of its articles has no text", "Export it with the full text.")
    return draft
