"""Rounds: a page for each meeting of the negotiation, and the list of them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.lexicon import load_lexicon
from generator.model.knowledge import Dispute, Finding, Round
from generator.render import grammar
from generator.render.chronicle import Moment
from generator.render.dates import date_words, first_day
from generator.render.library import Library
from generator.render.links import data_of, page_of
from generator.render.naming import actor_title, round_short
from generator.render.news import news_of
from generator.render.pages.front import page
from generator.render.pages.infobox import info_rows
from generator.render.pages.shelves import shelf_of
from generator.render.phrases import outcomes_of
from generator.render.pictures.around import around
from generator.render.proofs import notes_of
from generator.render.round_sentences import info
from generator.render.sheet import Page, Sheet
from generator.render.stances import Stand, by_topic, cells
from generator.render.statements import quotes, together

MOST_STATEMENTS = 30
"""The latest are shown; the rest stands on the pages of those who made them."""

MOST_ROWS = 40


@dataclass(frozen=True, slots=True)
class Member:
    """Who was there or is named in the reports of a round."""

    actor: str
    side: str
    part: str
    spellings: list[str]


def round_pages(library: Library) -> list[Page]:
    """The list of rounds and one page for each."""
    return [rounds_index(library), *(round_page(library, each) for each in library.rounds.values())]


def rounds_index(library: Library) -> Page:
    """All rounds in a table, the earliest first."""
    sheet = Sheet(library, "rounds/index.md")
    rows = [{"round": each, "outcomes": outcomes_of(library, each)} for each in library.rounds.values()]
    return page(sheet, "rounds.md.j2", "Rounds", {"search": {"boost": 1.2}}, rows=rows, notes_of=notes_of, info=info)


def round_page(library: Library, each: Round) -> Page:
    """One round: info box, roster, positions, statements, what happened around it, disputes, who reports it."""
    sheet = Sheet(library, page_of("rounds", each.id))
    belongs = library.by_round.get(each.id, [])
    said = together(quotes(library, belongs))
    order = list(library.rounds)
    place = order.index(each.id)
    nearby = around(library, each)
    meta = {
        "description": _described(library, each),
        "search": {"boost": 3},
        "shelf": shelf_of(each.date),
        "order": first_day(each.date),
        "short": round_short(each),
        "data": data_of("rounds", each.id),
        "also": _also(each),
    }
    return page(
        sheet,
        "round.md.j2",
        each.title,
        meta,
        round=each,
        info_rows=info_rows(library, sheet, each),
        roster=roster(library, each),
        deals=[finding for finding in belongs if finding.kind == "deal"],
        positions=positions_of(library, each),
        said=said[-MOST_STATEMENTS:],
        more_said=max(0, len(said) - MOST_STATEMENTS),
        figures=[finding for finding in belongs if finding.kind == "figure"][-MOST_ROWS:],
        svg=nearby.svg,
        events=_events(nearby.rows, belongs),
        disputes=disputes_of(library, each),
        promises=[promise for promise in library.knowledge.promises if promise.round == each.id],
        before=order[place - 1] if place else None,
        after=order[place + 1] if place + 1 < len(order) else None,
        news=news_of(library, [*each.findings, *(finding.id for finding in belongs)]),
    )


def positions_of(library: Library, each: Round) -> list[Stand]:
    """What the sides held in this round, one row for each topic, side and stance."""
    found = [stand for inside in cells(library).values() for stand in inside if stand.content.round == each.id]
    return by_topic(library, found)[:MOST_ROWS]


def roster(library: Library, each: Round) -> list[Member]:
    """The heads of delegations, then whom else the reports of the round name, with the spellings these reports have."""
    led = {actor: side for side, actor in each.heads.items()}
    members = []
    for identity in dict.fromkeys([*each.heads.values(), *each.roster]):
        actor = library.actors.get(identity)
        if actor is None or (actor.kind != "person" and identity not in led):
            continue
        part = f"led the delegation of {grammar.with_the(led[identity])}" if identity in led else ""
        spellings = [
            alias.text
            for alias in actor.aliases
            if alias.text != actor.name and set(alias.articles) & set(each.articles) and alias.text[:1].isupper()
        ]
        members.append(Member(identity, actor.side or "", part or actor_title(library, identity), spellings[:4]))
    return members


def disputes_of(library: Library, each: Round) -> list[Dispute]:
    """What is in conflict about a round; the info box has what is only less exact."""
    return [
        dispute for dispute in library.knowledge.disputes if dispute.round == each.id and dispute.sort == "conflict"
    ]


def _events(nearby: list[Moment], belongs: list[Finding]) -> list[Finding]:
    """Events of the days around a round that are nearer to it than to any other, and those tied to it."""
    found = [finding for finding in belongs if finding.kind == "event"]
    found += [
        moment.finding for moment in nearby if moment.kind == "event" and moment.finding not in found and moment.finding
    ]
    return found[:MOST_ROWS]


def _described(library: Library, each: Round) -> str:
    """One line for search engines: state, day and place."""
    state = load_lexicon("wording")["statuses"][each.status or "reported"]
    parts = [each.title, state, date_words(each.date, ""), each.place or ""]
    return ", ".join(part for part in parts if part)


def _also(each: Round) -> list[str]:
    """Words under which a reader may look for a round: its day as others write it, its number in words."""
    words = [f"{grammar.ordinal(each.number)} round", f"round {each.number}"] if each.number else []
    return [*words, *([date_words(each.date), each.date] if each.date else [])]
