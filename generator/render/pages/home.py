"""Home: where the talks stand and what is in dispute, answered in two minutes."""

from __future__ import annotations

from generator.model.knowledge import Round
from generator.render.dates import date_words
from generator.render.escape import Md
from generator.render.grid import grid
from generator.render.library import Library
from generator.render.pages.front import page
from generator.render.round_sentences import info
from generator.render.sheet import Page, Sheet
from generator.render.summary import where_it_stands

MOST_ROWS = 12
MOST_NEWS = 6
MOST_CARDS = 8


def home(library: Library) -> Page:
    """The home page."""
    sheet = Sheet(library, "index.md")
    rounds = _cards(library)
    return page(
        sheet,
        "home.md.j2",
        library.knowledge.dossier.title,
        {"description": library.knowledge.dossier.subject or "", "hide": ["toc", "path"], "search": {"boost": 1.5}},
        standing=where_it_stands(library, sheet),
        rounds=rounds,
        more_rounds=len(library.rounds) - len(rounds),
        grid=grid(library, MOST_ROWS, longest=80, in_cell=1),
        disputes=[each for each in library.knowledge.disputes if each.sort == "conflict"][:6],
        changes=library.knowledge.changes[:MOST_NEWS],
        info=info,
        latest=_latest(library, sheet),
    )


def _latest(library: Library, sheet: Sheet) -> Md:
    """The latest article with its day; empty where none is dated."""
    days = {key: source.record.published.date for key, source in library.articles.items()}
    dated = {key: day for key, day in days.items() if day}
    if not dated:
        return Md("")
    last = max(dated, key=lambda key: dated[key])
    return Md("{}, of {}").format(sheet.source(last), date_words(dated[last]))


def _cards(library: Library) -> list[Round]:
    """The rounds that stand on the home page, the latest first; those without date and number only where no other is."""
    every = list(library.rounds.values())[::-1]
    known = [each for each in every if each.number or each.date]
    return (known or every)[:MOST_CARDS]
