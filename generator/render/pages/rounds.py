"""Rounds: a page for each meeting of the negotiation, and the list of them."""

from __future__ import annotations

from typing import Any

from generator.model.knowledge import Finding, Round
from generator.render.dates import first_day
from generator.render.escape import Md
from generator.render.library import Library
from generator.render.links import data_of, page_of
from generator.render.naming import outcome_words, round_short
from generator.render.pages.front import page
from generator.render.pages.infobox import info_rows
from generator.render.pages.shelves import shelf_of
from generator.render.phrases import outcomes_of
from generator.render.pictures.around import around
from generator.render.round_sentences import came_of_it, info, notes_of, took_place
from generator.render.sheet import Page, Sheet
from generator.render.stances import by_topic, history
from generator.render.statements import quotes

MOST_STATEMENTS = 40
"""The latest are shown; the rest stands in the data of the page."""

MOST_ROWS = 60


def round_pages(library: Library) -> list[Page]:
    """The list of rounds and one page for each."""
    return [rounds_index(library), *(round_page(library, each) for each in library.rounds.values())]


def rounds_index(library: Library) -> Page:
    """All rounds in a table, the earliest first."""
    sheet = Sheet(library, "rounds/index.md")
    rows = [{"round": each, "outcomes": outcomes_of(library, each), "info": info} for each in library.rounds.values()]
    notes = 2 if len(rows) <= MOST_ROWS else 1
    return page(
        sheet,
        "rounds.md.j2",
        "Rounds",
        {"search": {"boost": 1.2}},
        rows=rows,
        notes=notes,
        notes_of=notes_of,
        info=info,
    )


def round_page(library: Library, each: Round) -> Page:
    """One round: info box, outcome, positions, statements, what happened around it, disputes, who reports it."""
    sheet = Sheet(library, page_of("rounds", each.id))
    belongs = library.by_round.get(each.id, [])
    context = round_context(library, sheet, each, belongs)
    title = each.title
    meta = {
        "search": {"boost": 3},
        "shelf": shelf_of(each.date),
        "order": first_day(each.date),
        "short": round_short(each),
        "data": data_of("rounds", each.id),
    }
    return page(sheet, "round.md.j2", title, meta, context=context)


def round_context(library: Library, sheet: Sheet, each: Round, belongs: list[Finding]) -> dict[str, Any]:
    """What the template of a round needs; the print page uses it too."""
    held = history(library)
    said = quotes(library, belongs)
    order = list(library.rounds)
    place = order.index(each.id)
    return {
        "round": each,
        "lead": Md(" ").join(
            part for part in (took_place(library, sheet, each), came_of_it(library, sheet, each)) if part
        ),
        "info_rows": info_rows(library, sheet, each),
        "positions": by_topic(library, [held[each.id] for each in belongs if each.kind == "position"][-MOST_ROWS:]),
        "quotes": said[-MOST_STATEMENTS:],
        "more_quotes": max(0, len(said) - MOST_STATEMENTS),
        "figures": [finding for finding in belongs if finding.kind == "figure"][-MOST_ROWS:],
        "around": around(library, each),
        "disputes": [dispute for dispute in library.knowledge.disputes if dispute.round == each.id],
        "promises": [promise for promise in library.knowledge.promises if promise.round == each.id],
        "before": order[place - 1] if place else None,
        "after": order[place + 1] if place + 1 < len(order) else None,
        "outcome_words": outcome_words,
    }
