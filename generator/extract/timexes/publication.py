"""The day of publication of an article that does not state it, inferred from what it says; the reasoning is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from generator.extract.layers import Layers
from generator.extract.timexes.calendars import as_day, shift, spoken, weekday_from, weekday_up_to
from generator.extract.timexes.expressions import Expression
from generator.extract.timexes.governing import Governor
from generator.extract.timexes.words import BEGINNINGS, DAY_NAMES, ordinal_of
from generator.extract.timexes.years import LEAD, is_of_caption, year_of
from generator.lexicon.dates import find_dates, make_date
from generator.model.article import Published

Found = list[tuple[Expression, Governor]]

EARLY_ROUND = 2
"""Up to this round an article that names no day stands in the first weeks after the beginning that the dossier knows."""

DAYS_A_ROUND = 7
LEAD_REACH = 3
"""Days after a day told in the lead within which a weekday may follow it."""


@dataclass(slots=True)
class Clues:
    """What an article says about its own day.

    Attributes:
        target: the day that a count from a known event gives ("three weeks after the invasion"), with its words.
        exact: whether that count is one of days.
        floor: the last day it tells as past, with its words.
        lead: whether the floor stands in the first sentences.
        weekdays: weekdays told as past or present, with "on Thursday" counting from publication.
        ahead: the first day it tells as still to come.
    """

    target: tuple[date, str] | None = None
    exact: bool = False
    floor: tuple[date, str] | None = None
    ahead: tuple[date, str] | None = None
    lead: bool = False
    weekdays: list[int] = field(default_factory=list)


def settle_publication(layers: Layers, found: Found) -> Published:
    """The day of publication: as `read` found it, completed from the dateline, or inferred."""
    known = layers.article.record.published
    if known.date is not None:
        return known
    year = year_of(layers, found)
    return _from_dateline(layers, year) or _infer(layers, found, year) or known


def _from_dateline(layers: Layers, year: int | None) -> Published | None:
    """Such as "LONDON, Dec 8 (Reuters) -": the day of the dateline in the year that the rest of the article tells."""
    for aside in layers.article.record.set_aside:
        if aside.why in {"dateline", "date line", "byline"} and year:
            day = next((iso for one in find_dates(aside.text) if (iso := one.iso(year))), None)
            if day:
                return Published(
                    date=day, basis="dateline", why=f"“{aside.text.strip()}”; the year {year} is told elsewhere"
                )
    return None


def told_events(layers: Layers, found: Found, published: date | None) -> dict[str, date]:
    """The days of beginnings that the dossier or the article tells ("the war, which began on February 24")."""
    events: dict[str, date] = {}
    year = published.year if published else year_of(layers, found)
    for one, governor in found:
        if one.form != "day" or governor.verb is None or one.month is None or one.day is None:
            continue
        day = make_date(one.year or year or 0, one.month, one.day)
        if day and governor.direction == "past" and (name := beginning_of(layers, governor.verb)):
            events.setdefault(name, day)
    start = as_day(layers.dossier.start)
    if start:
        for words in layers.dossier.start_words:
            events[words.lower().split()[-1]] = start
    return events


def beginning_of(layers: Layers, verb: int) -> str | None:
    """The noun whose beginning a verb tells ("the war, which began …": war), None for verbs of another meaning."""
    group = layers.verb_groups[verb]
    if group.lemma not in BEGINNINGS:
        return None
    lower = layers.tokens.lower
    first = layers.sentences[layers.sentence_of[group.start]].start
    words = (lower[i] for i in range(group.start - 1, first - 1, -1))
    word = next((word for word in words if word not in {",", "which", "that", "who"}), "")
    return word if word.isalpha() else None


def _infer(layers: Layers, found: Found, year: int | None) -> Published | None:
    clues = _gather(layers, found, year)
    return _by_target(clues) or _by_floor(clues) or _by_start(layers, clues)


def _gather(layers: Layers, found: Found, year: int | None) -> Clues:
    clues = Clues()
    events = told_events(layers, found, None)
    for one, governor in found:
        if (
            one.form == "weekday"
            and one.weekday is not None
            and one.relation is None
            and governor.direction in {"past", "present", "none"}
        ):
            clues.weekdays.append(one.weekday)
        elif one.form == "since event":
            _note_target(layers, one, events, clues)
        elif one.form == "day":
            _note_day(layers, one, governor, year, clues)
    _note_pictures(layers, clues)
    _note_captions(layers, found, clues)
    return clues


def _note_target(layers: Layers, one: Expression, events: dict[str, date], clues: Clues) -> None:
    """A count from an event that is known dates the article ("Three weeks after the invasion, the advance has stalled")."""
    words = layers.tokens.lower[one.event or one.end : (one.event or one.end) + 6]
    name = next((word for word in words if word in events), None)
    if (
        name is None
        or not one.amount
        or one.unit not in {"day", "week"}
        or clues.exact
        or (one.relation == "nth" and one.unit != "day")
    ):
        return
    if clues.target and one.unit != "day":
        return
    day = shift(events[name], one.amount * (7 if one.unit == "week" else 1))
    if day and one.amount > 0:
        clues.target = (
            day,
            f"“{layers.words(one.start, one.end)}” counted from the {name} ({events[name].isoformat()}) gives {spoken(day)}",
        )
        clues.exact = one.unit == "day"


def _note_day(layers: Layers, one: Expression, governor: Governor, year: int | None, clues: Clues) -> None:
    """A day told as past is a floor, one still to come a ceiling; beginnings and days of other years are background."""
    day = make_date(one.year or year or 0, one.month or 0, one.day or 0)
    if day is None or (one.year and one.year != year):
        return
    if governor.verb is not None and layers.verb_groups[governor.verb].lemma in BEGINNINGS:
        return
    if one.year and governor.verb is None:
        return  # "the pact of October 2, 2015 is still in force"
    lead = layers.sentence_of[one.start] < LEAD
    if (one.start and layers.tokens.lower[one.start - 1] == "since") or (one.year and not lead):
        return
    words = f"“{layers.words(one.start, one.end)}”"
    if governor.direction in {"future", "conditional"}:
        if clues.ahead is None or day < clues.ahead[0]:
            clues.ahead = (day, words)
    elif clues.floor is None or day > clues.floor[0]:
        clues.floor, clues.lead = (day, words), lead


def _note_pictures(layers: Layers, clues: Clues) -> None:
    """A whole date in the credit of a picture is the day of the news, unless the picture comes from the files."""
    for aside in layers.article.record.set_aside:
        if aside.why not in {"photo credit", "picture caption"} or "file" in aside.text.lower():
            continue
        for found in find_dates(aside.text):
            day = as_day(found.iso())
            if day and (clues.floor is None or day > clues.floor[0]):
                clues.floor, clues.lead = (day, f"that of a picture, “{aside.text[found.start : found.end]}”"), True


def _note_captions(layers: Layers, found: Found, clues: Clues) -> None:
    """A caption left in the text tells the day of the news ("Envoys arrive in Oslo on 11 September 2020")."""
    for one, _ in found:
        day = make_date(one.year or 0, one.month or 0, one.day or 0) if is_of_caption(layers, one) else None
        if day and (clues.floor is None or day > clues.floor[0]):
            clues.floor, clues.lead = (day, f"that of a picture, “{layers.words(one.start, one.end)}”"), True


def _by_target(clues: Clues) -> Published | None:
    """The weekday the article names nearest to the day it counts to."""
    if clues.target is None:
        return None
    day, why = clues.target
    if not clues.exact and clues.weekdays:
        near = [one for weekday in clues.weekdays for one in (weekday_up_to(day, weekday), weekday_from(day, weekday))]
        best = min(near, key=lambda one: (abs((one - day).days), one))
        if best != day:
            why = f"{why}; the {best:%A} it reports nearest to it is {spoken(best)}"
        day = best
    return Published(date=day.isoformat(), basis="inferred", why=why)


def _by_floor(clues: Clues) -> Published | None:
    """The last day the article tells as past, or the weekday it names within three days after it."""
    if clues.floor is None:
        return None
    day, words = clues.floor
    why = f"the last day it tells as past is {words} ({spoken(day)})"
    # a day of the lead is the news itself; a day told later may be up to six days before "on Thursday"
    reach = LEAD_REACH if clues.lead else 6
    after = sorted(weekday_from(day, weekday) for weekday in clues.weekdays)
    if after and 0 < (after[0] - day).days <= reach and not (clues.ahead and after[0] > clues.ahead[0]):
        day = after[0]
        why = f"{why}; the first {day:%A} from then on is {spoken(day)}"
    return Published(date=day.isoformat(), basis="inferred", why=why)


def _by_start(layers: Layers, clues: Clues) -> Published | None:
    """No day at all: an early round and a weekday, counted from the beginning that the dossier knows."""
    start = as_day(layers.dossier.start)
    highest = _highest_round(layers)
    if start is None or not clues.weekdays or not highest or highest > EARLY_ROUND:
        return None
    weekday = max(clues.weekdays, key=lambda one: (clues.weekdays.count(one), -one))
    first = shift(start, 1) or start
    day = weekday_from(first, weekday)
    if (day - start).days > DAYS_A_ROUND * highest:
        return None
    why = (
        f"it names no day but {DAY_NAMES[weekday]} and speaks of round {highest}: "
        f"the first {DAY_NAMES[weekday]} after the beginning ({start.isoformat()}) is {spoken(day)}"
    )
    return Published(date=day.isoformat(), basis="inferred", why=why)


def _highest_round(layers: Layers) -> int:
    """The highest number of a round or meeting that the article speaks of ("the second round"); 0 where it numbers none."""
    lower = layers.tokens.lower
    numbers = [ordinal_of(lower[i - 1]) or 0 for i, word in enumerate(lower) if i and word in {"round", "rounds"}]
    return max(numbers, default=0)
