"""Datelines: "Kiev/Moscow, 3 March 2022 (dpa/MIA) –", "LONDON, Dec 8 (Reuters) -", "WASHINGTON (AP) —"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.lexicon import load_lexicon
from generator.lexicon.dates import AbsoluteDate, find_dates

HEAD = re.compile(r"^(?P<head>[^–—\n]{2,100}?)\s*(?P<dash>[–—]+|(?<=[\s)\]])--?(?=\s))\s*(?=[“\"‘'A-Z\d])")
AGENCY = re.compile(r"[(\[]([A-Za-z][\w.&’' /-]{1,40})[)\]]")
PLACE = r"[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*|de|la|el|al|of|the|and))*"
PLACES = re.compile(rf"{PLACE}(?:\s*[/,]\s*{PLACE})*")
RUN_IN = re.compile(r"^(?P<places>[A-Z][A-Z.’'-]+(?:[ /][A-Z][A-Z.’'-]+){0,5})[ \t]+(?=(?:A|An|[A-Z][a-z’'.]\S*)\s)")
"""A place in capitals that runs into the first sentence, as copies of agency reports have it that lost their dash."""
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
        return _run_in(paragraph)
    head = found["head"]
    agency = AGENCY.search(head)
    rest = head[: agency.start()] + head[agency.end() :] if agency else head
    day = next(find_dates(rest), None)
    if day:
        rest = rest[: day.start] + rest[day.end :]
        rest = WEEKDAY.sub("", rest)
    places = rest.strip(" ,;.|")
    if places and not PLACES.fullmatch(places):
        return _run_in(paragraph)
    named = bool(agency or (day and places))
    return Dateline(found.end(), agency[1].strip() if agency else None, day) if named or _shouts(places) else None


def _run_in(paragraph: str) -> Dateline | None:
    """As in "GENEVA The ministers met": only cities that a list knows, for "NATO" and "OPEC" stand in capitals too."""
    found = RUN_IN.match(paragraph[:100])
    if found is None or not all(place.strip().casefold() in _cities() for place in found["places"].split("/")):
        return None
    return Dateline(found.end(), None, None)


@cache
def _cities() -> frozenset[str]:
    """The capitals of the world and its great cities, folded."""
    capitals = [city for state in load_lexicon("countries")["states"].values() for city in state.get("capital") or ()]
    others = [city for cities in load_lexicon("merge_cities")["cities"].values() for city in cities]
    return frozenset(city.casefold() for city in [*capitals, *others])


def _shouts(places: str) -> bool:
    """Whether the place stands in capitals, as datelines without agency or date have it."""
    return len(places) > 2 and places.isupper()
