"""What is settled: a meeting that was held or came to nothing, a deal; each with its day, told in a sentence or two."""

from __future__ import annotations

from dataclasses import dataclass

from generator.lexicon import load_lexicon
from generator.model.knowledge import Cite, Finding, Round
from generator.render import grammar
from generator.render.dates import date_words, first_day, on_date
from generator.render.escape import Md
from generator.render.library import Library
from generator.render.naming import place_phrase, round_noun
from generator.render.quoting import clipped, within_quotation
from generator.render.round_sentences import came_of_it, info, took_place
from generator.render.sheet import Sheet

LONGEST_DEAL = 160
MOST_PLACES = 3
NOTHING = Md("")


@dataclass(frozen=True, slots=True)
class Settled:
    """A meeting or a deal with the day on which it was."""

    day: str
    what: Round | Finding

    @property
    def is_agreed(self) -> bool:
        """Whether it is a deal that stands."""
        return isinstance(self.what, Finding) and self.what.status in ("said to be agreed", "confirmed by both")

    def tell(self, library: Library, sheet: Sheet) -> list[Md]:
        """The sentences that tell it."""
        if isinstance(self.what, Round):
            return _of_round(library, sheet, self.what)
        before = newest_settled(library, rounds_only=True)
        return [_of_deal(sheet, self.what), *(before.tell(library, sheet)[:1] if before else [])]


def newest_settled(library: Library, *, rounds_only: bool = False) -> Settled | None:
    """What was settled last; of one day the meeting before the deal, and the meeting that bears a number."""
    found = [
        *(Settled(day, each) for each in library.rounds.values() if (day := _day_of(library, each))),
        *(
            Settled(first_day(deal.date), deal)
            for deal in library.by_kind.get("deal", [])
            if deal.date and deal.status not in (None, "proposed") and not rounds_only
        ),
    ]
    return max(found, key=_rank, default=None)


def _day_of(library: Library, each: Round) -> str:
    """When a meeting was held; of one that came to nothing, when that was printed. Empty where nobody tells."""
    if each.off and (printed := printed_on(library, each)):
        return first_day(max(printed))
    return first_day(each.date) if each.date and (each.held or each.off) else ""


def printed_on(library: Library, each: Round) -> list[str]:
    """The days of the articles that tell of a round."""
    known = [library.articles[key].record.published.date for key in each.articles if key in library.articles]
    return [day for day in known if day]


def _rank(settled: Settled) -> tuple[str, bool, int]:
    is_round = isinstance(settled.what, Round)
    return settled.day, is_round, (settled.what.number or 0) if isinstance(settled.what, Round) else 0


def _of_round(library: Library, sheet: Sheet, each: Round) -> list[Md]:
    if each.off:
        return [_came_to_nothing(library, sheet, each)]
    return [took_place(library, sheet, each), _outcome(library, sheet, each)]


def _outcome(library: Library, sheet: Sheet, each: Round) -> Md:
    """What came of a round, unless a side has turned down since what was agreed."""
    agreed = {value.partition(":")[2] for value in each.outcomes if value.startswith("agreement:")}
    day = first_day(each.date)
    refused = any(
        each.topic in agreed and each.stance == "rejects" and each.date and first_day(each.date) > day
        for each in library.by_kind.get("position", [])
    )
    off = any(
        each.topic in agreed and each.status in ("denied", "withdrawn") and first_day(each.date) >= day
        for each in library.by_kind.get("deal", [])
    )
    return NOTHING if refused or off else came_of_it(library, sheet, each)


def _came_to_nothing(library: Library, sheet: Sheet, each: Round) -> Md:
    """“The third round of talks in Geneva, set for 3 March 2026, was called off, as reported on 2 March 2026”."""
    noun = sheet.round(each.id, round_noun(each) if each.number or each.date else "talks")
    where = Md(" {}").format(place_phrase(each.place)) if each.place else NOTHING
    due = Md(", set for {},").format(date_words(each.date)) if each.number and each.date else NOTHING
    one, many = load_lexicon("wording")["not_held"][each.status]
    printed = printed_on(library, each)
    told = Md(", as reported {}").format(on_date(max(printed))) if printed else Md(", as reported")
    body = Md("{}{}{} {}{}").format(noun, where, due, one if each.number else many, told)
    return grammar.sentence(body) + sheet.cite(library.round_cites(each), 2)


def _of_deal(sheet: Sheet, deal: Finding) -> Md:
    """“On 3 March 2026, both sides are reported to have agreed: “…””; taken back and denied deals are told as such."""
    lead = load_lexicon("wording")["deal_leads"][deal.status]
    standing = [variant for variant in deal.variants if variant.note == deal.status] or deal.variants
    by = [sheet.actor(each) for variant in standing for each in variant.by] if deal.status == "denied" else []
    who = grammar.listing(list(dict.fromkeys(by))) or lead
    verb = Md(" denied this") if by else NOTHING
    words = within_quotation(clipped(deal.value, LONGEST_DEAL))
    body = Md("{}, {}{}: “{}”").format(on_date(deal.date), who, verb, words)
    return grammar.sentence(body) + sheet.cite([cite for variant in standing for cite in variant.cites], 3)


def reported_places(library: Library, sheet: Sheet) -> Md:
    """Where nothing is settled: how many articles tell of talks in which place, and that nobody tells the day."""
    told = [each for each in library.rounds.values() if each.place and each.held][:MOST_PLACES]
    clauses = [
        Md("{} {} of {}{}").format(
            grammar.counted(len(each.articles), "article"),
            "tells" if len(each.articles) == 1 else "tell",
            sheet.round(each.id, Md("talks {}").format(place_phrase(each.place or ""))),
            sheet.cite(_where(library, each), 1),
        )
        for each in told
    ]
    if not clauses:
        return NOTHING
    day = "on which day is not settled" if len(told) == 1 else "on which days is not settled"
    return grammar.sentence(grammar.listing(clauses) + Md("; {}").format(day))


def _where(library: Library, each: Round) -> list[Cite]:
    return [cite for finding in info(library, each, "place") for cite in finding.cites[:1]]
