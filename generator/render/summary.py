"""Where it stands: up to five sentences for the home page, the newest settled state first, each true today.

Settled is what has a day. What has none leads nowhere; where nothing is settled, the page says how many articles tell what.
"""

from __future__ import annotations

from generator.model.knowledge import Dispute, Round
from generator.render import grammar
from generator.render.dates import date_words, first_day, span
from generator.render.escape import Md
from generator.render.library import Library
from generator.render.naming import dispute_point
from generator.render.round_sentences import whats_next
from generator.render.settled import Settled, newest_settled, printed_on, reported_places
from generator.render.sheet import Sheet
from generator.render.wants import what_each_side_wants

MOST_SENTENCES = 5
MOST_POINTS = 3
NOTHING = Md("")


def where_it_stands(library: Library, sheet: Sheet) -> list[Md]:
    """Up to five sentences with their footnotes: the newest state, what each side wants, what is open, what comes next.

    Where there are more, what is open goes first, then what is told without a day.
    """
    settled = newest_settled(library)
    last = settled.day if settled else ""
    state = settled.tell(library, sheet) if settled else [reported_places(library, sheet)]
    going_on = _going_on(library, sheet, last)
    wants = what_each_side_wants(library, sheet, last if settled and settled.is_agreed else "")
    coming = _ahead(library, sheet, settled)
    newest = NOTHING if going_on else _latest_headline(library, sheet, last)
    told = [each for each in [newest, *state, going_on, wants, _open(library, sheet), coming] if each]
    for needless in (_open(library, sheet), going_on):
        if len(told) > MOST_SENTENCES and needless:
            told.remove(needless)
    return told[:MOST_SENTENCES]


def _latest_headline(library: Library, sheet: Sheet, last: str) -> Md:
    """The headline of the newest article, where that appeared after all that is settled: what it tells may be newer than the rest."""
    dated = [(day, key) for key, source in library.articles.items() if (day := source.record.published.date)]
    day, key = max(dated, default=("", ""))
    headline = library.articles[key].record.headline if key else None
    if not headline or first_day(day) <= last:
        return NOTHING
    return grammar.sentence(Md("the latest article, of {}, is headed “{}”").format(date_words(day), sheet.source(key)))


def _going_on(library: Library, sheet: Sheet, last: str) -> Md:
    """Talks of no known day, in an article that appeared after the newest state."""
    for each in reversed(list(library.rounds.values())) if last else ():
        later = [day for day in printed_on(library, each) if first_day(day) > last]
        if each.held and not each.date and later:
            noun = sheet.round(each.id, "further talks")
            body = Md("{} are reported in an article of {}, without their day").format(noun, date_words(max(later)))
            return grammar.sentence(body) + sheet.cite(library.round_cites(each), 2)
    return NOTHING


def _open(library: Library, sheet: Sheet) -> Md:
    """What is open: the points on which sources differ and that nothing settles; what they say stands further down."""
    found = [each for each in library.knowledge.disputes if each.sort == "conflict" and _is_open(each)]
    if not found:
        return NOTHING
    links = [
        Md("[{}]({})").format(
            grammar.lowered(dispute_point(library, each)), sheet.to("disputed.md", f"dispute-{each.id}")
        )
        for each in found[:MOST_POINTS]
    ]
    rest = len(found) - len(links)
    links += [Md("[{}]({})").format(grammar.counted(rest, "other point"), sheet.to("disputed.md"))] if rest else []
    cites = [cite for each in found[:MOST_POINTS] for variant in each.variants[:2] for cite in variant.cites[:1]]
    return grammar.sentence(Md("the sources disagree on {}").format(grammar.listing(links))) + sheet.cite(cites, 4)


def _is_open(dispute: Dispute) -> bool:
    """Hours and slipped days are no dispute that leads a page."""
    return dispute.settled is None and not dispute.point.startswith("hour")


def _ahead(library: Library, sheet: Sheet, settled: Settled | None) -> Md:
    """What comes next: the meeting that is set for after the newest state, else the last word on meeting again."""
    last = settled.day if settled else ""
    coming = next((each for each in library.rounds.values() if each.ahead and _may_come(library, each, last)), None)
    return whats_next(library, sheet, coming, settled.what if settled and isinstance(settled.what, Round) else None)


def _may_come(library: Library, each: Round, last: str) -> bool:
    """Whether a planned meeting lies ahead of the newest state; one without a day where an article of that time tells it."""
    due = span(each.date)
    if due is not None:
        return due[1].isoformat() > last
    return (
        bool(last)
        and bool(each.number or each.place)
        and any(first_day(day) >= last for day in printed_on(library, each))
    )
