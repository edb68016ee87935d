"""Method, downloads, and the whole dossier on one page for print."""

from __future__ import annotations

from typing import Any

from generator.lexicon import load_lexicon
from generator.render.dates import date_words
from generator.render.library import Library
from generator.render.pages.actors import actor_context
from generator.render.pages.front import page
from generator.render.pages.home import grid
from generator.render.pages.rounds import round_context
from generator.render.sheet import Page, Sheet
from generator.render.standing import where_it_stands

MOST_PRINTED_ROUNDS = 12
MOST_PRINTED_ACTORS = 20
MOST_PRINTED_STATEMENTS = 12


def about_pages(library: Library) -> list[Page]:
    """Method and print."""
    return [method(library), print_page(library)]


def method(library: Library) -> Page:
    """How the dossier is made, what its words mean, what it cannot do, how to cite it, downloads."""
    sheet = Sheet(library, "method.md")
    known = library.knowledge
    as_of = f", as of {date_words(library.as_of)}" if library.as_of else ""
    citation = f"“{known.dossier.title}”{as_of}, made with dossier {library.version}."
    wording = load_lexicon("wording")
    return page(sheet, "method.md.j2", "Method", {}, version=library.version, wording=wording, citation=citation)


def print_page(library: Library) -> Page:
    """The whole dossier on one page, shortened where it would be longer than anyone prints."""
    sheet = Sheet(library, "print.md")
    most_said = sorted(library.knowledge.actors, key=lambda each: -len(library.by_actor.get(each.id, [])))
    actors = sorted(most_said[:MOST_PRINTED_ACTORS], key=lambda each: each.name.casefold())
    meta = {"search": {"exclude": True}, "hide": ["navigation", "toc"]}
    return page(
        sheet,
        "print.md.j2",
        f"{library.knowledge.dossier.title}: all on one page",
        meta,
        standing=where_it_stands(library, sheet),
        rounds=[_shortened(_round(library, sheet, each)) for each in list(library.rounds)[-MOST_PRINTED_ROUNDS:]],
        more_rounds=max(0, len(library.rounds) - MOST_PRINTED_ROUNDS),
        actors=[_shortened(actor_context(library, each)) for each in actors],
        left_out=len(library.knowledge.actors) - len(actors),
        grid=grid(library),
    )


def _round(library: Library, sheet: Sheet, each: str) -> dict[str, Any]:
    return round_context(library, sheet, library.rounds[each], library.by_round.get(each, []))


def _shortened(context: dict[str, Any]) -> dict[str, Any]:
    quotes = context["quotes"]
    more = context["more_quotes"] + max(0, len(quotes) - MOST_PRINTED_STATEMENTS)
    return {**context, "quotes": quotes[:MOST_PRINTED_STATEMENTS], "more_quotes": more}
