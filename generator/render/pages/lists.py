"""The pages that go through everything: timeline, disputed, figures, promises, gaps, what is new."""

from __future__ import annotations

from generator.lexicon import load_lexicon
from generator.model.identity import slug
from generator.render.chronicle import Moment, moments
from generator.render.library import Library
from generator.render.pages.front import page
from generator.render.pages.shelves import month_of, on_shelves
from generator.render.pictures.timeline import timeline
from generator.render.sheet import Page, Sheet

MOST_GAPS = 15
"""Gaps of one kind on the page; the rest stands in the data."""

MOST_NEWS = 60
"""Changes on the page of what is new."""

MOST_MOMENTS = 200
"""Rows of the timeline on one page; a longer one goes on by month."""


def list_pages(library: Library) -> list[Page]:
    """All list pages that have something to list; `disputed`, `gaps` and `new` say so where they have nothing."""
    pages = [*timeline_pages(library), disputed(library), figures(library)]
    pages += [promises(library), gaps(library), news(library)]
    return pages


def timeline_pages(library: Library) -> list[Page]:
    """The timeline, on a page for each month where one page would be too long, a month in parts where it must be."""
    rows = moments(library)
    if len(rows) <= MOST_MOMENTS:
        return [_timeline(library, "timeline.md", "Timeline", rows, {})]
    parts = {}
    for month, inside in on_shelves(rows, lambda each: month_of(each.day)).items():
        pieces = [inside[start : start + MOST_MOMENTS] for start in range(0, len(inside), MOST_MOMENTS)]
        for number, piece in enumerate(pieces, start=1):
            parts[f"{month}, part {number}" if len(pieces) > 1 else month] = piece
    paths = {name: f"timeline/{slug(name)}.md" for name in parts}
    whole = _timeline(
        library, "timeline.md", "Timeline", [each for each in rows if each.kind == "round"][-MOST_MOMENTS // 2 :], paths
    )
    return [whole, *(_timeline(library, paths[name], f"Timeline: {name}", each, paths) for name, each in parts.items())]


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
    found = on_shelves(library.knowledge.gaps, lambda each: each.kind)
    groups = {kind: found[kind] for kind in load_lexicon("wording")["gaps"] if kind in found}
    return page(sheet, "gaps.md.j2", "Gaps", {}, groups=groups, most=MOST_GAPS)


def news(library: Library) -> Page:
    """What this build knows that the last record did not."""
    sheet = Sheet(library, "new.md")
    return page(sheet, "new.md.j2", "What is new", {}, changes=library.knowledge.changes, most=MOST_NEWS)
