"""An answer: what a reader wrote, as rows of proposals. Whatever is in it, this module hands over rows or reasons, never an error."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

LARGEST = 2_000_000
"""Characters of an answer that are looked at: no reading of one article is as long."""
MOST_ROWS = 1_000
"""Rows of one kind that are looked at."""

Text = str | None


class Row(BaseModel):
    """Base of a proposal: unknown fields are passed over, a missing one is null; numbers never become words or words numbers."""

    model_config = ConfigDict(extra="ignore", strict=True, str_max_length=5_000)


class ActorRow(Row):
    """Somebody who speaks, acts, is asked or is met."""

    name: str
    kind: Literal["person", "state", "organisation", "body", "media"] | None = None
    side: Text = None
    roles: list[str] = Field(default=[], max_length=20)
    mentions: list[str] = Field(default=[], max_length=100)


class FactRow(Row):
    """What every proposed fact carries: where its words begin, and the words; a broken quotation gives its parts."""

    sentence: int | None = None
    words: str | list[str]
    date_words: Text = None
    translation: Text = None

    @property
    def parts(self) -> list[str]:
        """The words as parts, one where they are unbroken."""
        return [self.words] if isinstance(self.words, str) else list(self.words[:20])


class MeetingRow(FactRow):
    """A meeting of the parties to the negotiation."""

    number: int | None = None
    status: str | None = None
    place: Text = None
    outcomes: list[str] = Field(default=[], max_length=20)


class StatementRow(FactRow):
    """Somebody says something."""

    speaker: Text = None
    cue: Text = None


class PositionRow(FactRow):
    """A party demands, offers, accepts or rejects something."""

    holder: Text = None
    stance: Literal["demands", "offers", "accepts", "rejects"]
    topic: Text = None
    via: Text = None
    condition: Text = None


class EventRow(FactRow):
    """What happened or is set to happen beside the talks and beside speech."""

    who: list[str] = Field(default=[], max_length=20)
    place: Text = None
    type: Text = None
    modality: Text = None


class FigureRow(FactRow):
    """A count or quantity."""

    value: int | float | None = None
    of: Text = None
    who: Text = None


KINDS: dict[str, type[Row]] = {
    "actors": ActorRow,
    "meetings": MeetingRow,
    "statements": StatementRow,
    "positions": PositionRow,
    "events": EventRow,
    "figures": FigureRow,
}


@dataclass(frozen=True, slots=True)
class Refused:
    """A proposal that did not get in: its kind, the first of its words, and the reason."""

    kind: str
    words: str
    why: str


@dataclass(slots=True)
class Answer:
    """The rows of an answer by kind, and what could not be read as a row."""

    actors: list[ActorRow] = field(default_factory=list)
    meetings: list[MeetingRow] = field(default_factory=list)
    statements: list[StatementRow] = field(default_factory=list)
    positions: list[PositionRow] = field(default_factory=list)
    events: list[EventRow] = field(default_factory=list)
    figures: list[FigureRow] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def parse_answer(text: str) -> Answer:
    """The proposals of an answer: JSON, also in a fence, with prose around it, or broken off in the middle."""
    answer = Answer()
    if len(text) > LARGEST:
        answer.refused.append(Refused("answer", text[:60], f"longer than {LARGEST:,} characters; the rest is not read"))
        text = text[:LARGEST]
    tables = _tables(text)
    if not any(tables.values()):
        answer.refused.append(Refused("answer", text.strip()[:60], "holds no JSON with rows of proposals"))
    for kind, shape in KINDS.items():
        rows = tables.get(kind, [])
        for row in rows[:MOST_ROWS]:
            try:
                getattr(answer, kind).append(shape.model_validate(row))
            except (ValidationError, RecursionError) as error:
                answer.refused.append(Refused(kind, _first_words(row), _reason(error)))
        if len(rows) > MOST_ROWS:
            answer.refused.append(Refused(kind, "", f"{len(rows) - MOST_ROWS} rows beyond the first {MOST_ROWS}"))
    return answer


def _tables(text: str) -> dict[str, list[Any]]:
    """Kind -> its rows, from whole JSON where there is some, else row by row from what is left of it."""
    decoder = json.JSONDecoder()
    for start in [match.start() for match in re.finditer(r"\{", text)][:50]:
        try:
            data, _ = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            continue
        if isinstance(data, dict) and any(isinstance(data.get(kind), list) for kind in KINDS):
            return {kind: data[kind] for kind in KINDS if isinstance(data.get(kind), list)}
    return {kind: _rows_of(decoder, text, kind) for kind in KINDS}


def _rows_of(decoder: json.JSONDecoder, text: str, kind: str) -> list[Any]:
    """The whole rows of a list that may break off."""
    opening = re.search(rf'"{kind}"\s*:\s*\[', text)
    rows: list[Any] = []
    at = opening.end() if opening else len(text)
    while at < len(text):
        while at < len(text) and text[at] in " \t\r\n,":
            at += 1
        try:
            row, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        rows.append(row)
    return rows


def _first_words(row: Any) -> str:
    if isinstance(row, dict):
        words = row.get("words") or row.get("name")
        if isinstance(words, str):
            return words[:80]
    return type(row).__name__ if isinstance(row, dict | list) else str(row)[:80]


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        return f"the row has another shape than asked for ({place}: {first['msg']})"
    return "the row is nested too deeply"
