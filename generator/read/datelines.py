"""Datelines: "Kiev/Moscow, 3 March 2022 (dpa/MIA) –", "LONDON, Dec 8 (Reuters) -", "WASHINGTON (AP) —"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.lexicon.dates import AbsoluteDate, find_dates

HEAD = re.compile(r"^(?P<head>[^–—\n]{2,100}?)\s*(?P<dash>[–—]+|(?<=[\s)\]])--?(?=\s))\s*(?=[“\"‘'A-Z\d])")
AGENCY = re.compile(r"[(\[]([A-Za-z][\w.&’' /-]{1,40})[)\]]")
PLACE = r"[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*|de|la|el|al|of|the|and))*"
PLACES = re.compile(rf"{PLACE}(?:\s*[/,]\s*{PLACE})*")
WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of a report: characters it takes in its paragraph, the agency and the day where they are named."""

    length: int
    agency: str | None
    day: AbsoluteDate | None


def find_dateline(paragraph: str) -> Dateline | None:
    """The dateline that a paragraph opens with, or None.

    A place and a dash alone are one only where the place is in capitals ("GENEVA —"): "Talks — the third — …" is none.
    """
    found = HEAD.match(paragraph[:140])
    if not found:
        return None
    head = found["head"]
    agency = AGENCY.search(head)
    rest = head[: agency.start()] + head[agency.end() :] if agency else head
    day = next(find_dates(rest), None)
    if day:
        rest = rest[: day.start] + rest[day.end :]
        rest = WEEKDAY.sub("", rest)
    places = rest.strip(" ,;.|")
    if places and not PLACES.fullmatch(places):
        return None
    named = bool(agency or (day and places))
    return Dateline(found.end(), agency[1].strip() if agency else None, day) if named or _shouts(places) else None


def _shouts(places: str) -> bool:
    """Whether the place stands in capitals, as datelines without agency or date have it."""
    return len(places) > 2 and places.isupper()
