"""Method, and the brief for print with its annex."""

from __future__ import annotations

from collections import Counter

from generator.lexicon import load_lexicon
from generator.render.grid import grid
from generator.render.library import Library
from generator.render.pages.front import page
from generator.render.phrases import outcomes_of
from generator.render.proofs import notes_of
from generator.render.round_sentences import info
from generator.render.sheet import Page, Sheet
from generator.render.summary import where_it_stands

MOST_ROUNDS = 10
MOST_TOPICS = 14
MOST_DISPUTES = 6
UNSEARCHED = {"search": {"exclude": True}, "hide": ["navigation", "toc"]}


def about_pages(library: Library) -> list[Page]:
    """Method, brief and annex."""
    return [method(library), *brief(library)]


def method(library: Library) -> Page:
    """How the dossier is made, what its words mean, what it cannot do, downloads."""
    sheet = Sheet(library, "method.md")
    wording = load_lexicon("wording")
    hands = hands_of(library)
    return page(sheet, "method.md.j2", "Method", {}, version=library.version, wording=wording, hands=hands)


def hands_of(library: Library) -> dict[str, int]:
    """How many facts came from whom, and how many a person has decided on."""
    facts = [fact for source in library.knowledge.articles for fact in source.facts]
    names = [
        fact.by if fact.by.startswith("reader:") else fact.by if fact.by == "editor" else "rules" for fact in facts
    ]
    counts = Counter("a person" if name == "editor" else name.replace("reader:", "the reader ") for name in names)
    counts["two hands"] = sum(bool(fact.also_by) for fact in facts)
    counts["proposed"] = sum(fact.review == "proposed" for fact in facts)
    counts["reviewed"] = sum(fact.review in ("confirmed", "rejected") for fact in facts)
    return dict(counts)


def brief(library: Library) -> list[Page]:
    """The dossier on two printed pages with notes in short form, and apart from it the words behind each note."""
    sheet = Sheet(library, "print.md", short_notes=True)
    conflicts = [each for each in library.knowledge.disputes if each.sort == "conflict"]
    rounds = [each for each in library.rounds.values() if each.number or each.date][-MOST_ROUNDS:]
    made = page(
        sheet,
        "print.md.j2",
        f"{library.knowledge.dossier.title}: brief",
        UNSEARCHED,
        standing=where_it_stands(library, sheet),
        rounds=[{"round": each, "outcomes": outcomes_of(library, each)} for each in rounds],
        grid=grid(library, MOST_TOPICS, longest=64, in_cell=1),
        disputes=conflicts[:MOST_DISPUTES],
        notes_of=notes_of,
        info=info,
    )
    return [made, _annex(library, sheet, made)]


def _annex(library: Library, brief_sheet: Sheet, brief_page: Page) -> Page:
    """The notes of the brief with their words, under the same numbers, and the articles."""
    sheet = Sheet(library, "annex.md")
    notes = brief_sheet.notes.called(brief_page.body)
    return page(sheet, "annex.md.j2", "Annex to the brief", UNSEARCHED, notes=notes)
