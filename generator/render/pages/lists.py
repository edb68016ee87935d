"""The pages that go through everything: timeline, disputed, figures, promises, gaps, what is new."""

from __future__ import annotations

from generator.render.chronicle import Moment, moments
from generator.render.library import Library
from generator.render.pages.front import page
from generator.render.pages.shelves import on_shelves, shelf_of
from generator.render.pictures.timeline import timeline
from generator.render.sheet import Page, Sheet

MOST_MOMENTS = 300
"""Rows of the timeline on one page; a longer one goes on by year."""


def list_pages(library: Library) -> list[Page]:
    """All list pages that have something to list; `disputed`, `gaps` and `new` say so where they have nothing."""
    pages = [*timeline_pages(library), disputed(library), figures(library)]
    pages += [promises(library), gaps(library), news(library)]
    return pages


def timeline_pages(library: Library) -> list[Page]:
    """The timeline, on a page for each year where one page would be too long."""
    dated = moments(library)
    if len(dated) <= MOST_MOMENTS:
        return [_timeline(library, "timeline.md", "Timeline", dated, {})]
    years = on_shelves(dated, lambda each: shelf_of(each.date))
    paths = {year: f"timeline-{year.lower()}.md" for year in years}
    whole = _timeline(library, "timeline.md", "Timeline", [each for each in dated if each.kind == "round"], paths)
    return [whole, *(_timeline(library, paths[year], f"Timeline {year}", each, paths) for year, each in years.items())]


def _timeline(library: Library, path: str, title: str, rows: list[Moment], years: dict[str, str]) -> Page:
    sheet = Sheet(library, path)
    dated = [each for each in rows if each.day != "9999"]
    undated = [each for each in rows if each.day == "9999"]
    picture = timeline(dated, library.parties)
    return page(
        sheet,
        "timeline.md.j2",
        title,
        {"shelf": "Timeline"},
        dated=dated,
        undated=undated,
        picture=picture,
        years=years,
    )


def disputed(library: Library) -> Page:
    """What sources disagree about, what only refines, and what changed over time."""
    sheet = Sheet(library, "disputed.md")
    groups = {
        sort: [each for each in library.knowledge.disputes if each.sort == sort]
        for sort in ("conflict", "change", "refinement")
    }
    return page(sheet, "disputed.md.j2", "Disputed", {"search": {"boost": 1.2}}, groups=groups)


def figures(library: Library) -> Page:
    """All counts, with who gives them."""
    sheet = Sheet(library, "figures.md")
    return page(sheet, "figures.md.j2", "Figures", {}, figures=library.by_kind.get("figure", []))


def promises(library: Library) -> Page:
    """What was announced and what became of it."""
    sheet = Sheet(library, "promises.md")
    return page(sheet, "promises.md.j2", "Promises", {}, promises=library.knowledge.promises)


def gaps(library: Library) -> Page:
    """What the dossier lacks."""
    sheet = Sheet(library, "gaps.md")
    groups = on_shelves(library.knowledge.gaps, lambda each: each.kind)
    return page(sheet, "gaps.md.j2", "Gaps", {}, groups=groups)


def news(library: Library) -> Page:
    """What this build knows that the last record did not."""
    sheet = Sheet(library, "new.md")
    return page(sheet, "new.md.j2", "What is new", {}, changes=library.knowledge.changes)
