"""Sources: a page for each article with its facts in its order, their words marked, and all that is known of it."""

from __future__ import annotations

from typing import Any

from generator.lexicon import load_lexicon
from generator.model.facts import Event, Fact, Figure, Meeting, Position, Statement
from generator.model.knowledge import SourceArticle
from generator.render import grammar
from generator.render.citation import bibtex, plain_citation, text_fragment
from generator.render.dates import date_words, first_day
from generator.render.escape import Md, safe_url
from generator.render.footnotes import clipped
from generator.render.library import Library
from generator.render.links import data_of, page_of
from generator.render.naming import outcome_words
from generator.render.pages.front import page
from generator.render.pages.shelves import on_shelves, shelf_of
from generator.render.passages import longest_allowed, painted, passages
from generator.render.sheet import Page, Sheet

MOST_SHARED = 20


def source_pages(library: Library) -> list[Page]:
    """The list of sources and one page for each."""
    return [sources_index(library), *(source_page(library, each) for each in library.knowledge.articles)]


def source_title(source: SourceArticle) -> str:
    """The headline; the name of the file where there is none."""
    return source.record.headline or source.record.file.rsplit("/", 1)[-1]


def sources_index(library: Library) -> Page:
    """All articles by year, with publisher, date, origin and number of facts."""
    sheet = Sheet(library, "sources/index.md")
    ordered = sorted(
        library.knowledge.articles, key=lambda each: (first_day(each.record.published.date), each.record.id)
    )
    shelves = on_shelves(ordered, lambda each: shelf_of(each.record.published.date))
    return page(sheet, "sources.md.j2", "Sources", {}, shelves=shelves, source_title=source_title)


def source_page(library: Library, source: SourceArticle) -> Page:
    """One article: its record, its passages with the facts that rest on them, what it shares, what was set aside."""
    sheet = Sheet(library, page_of("sources", source.record.id))
    found = passages(source)
    longest = longest_allowed(source, found)
    record = source.record
    shares = {other: why for other, why in source.shares_with.items() if other in library.articles}
    meta = {
        "search": {"boost": 0.5},
        "shelf": shelf_of(record.published.date),
        "order": first_day(record.published.date),
        "data": data_of("sources", record.id),
    }
    return page(
        sheet,
        "source.md.j2",
        source_title(source),
        meta,
        source=source,
        record=record,
        passages=[
            {"words": painted(each, longest), "facts": [_reading(library, sheet, source, fact) for fact in each.facts]}
            for each in found
        ],
        origin=library.origins.get(source.origin),
        shares=list(shares.items())[:MOST_SHARED],
        url=_trusted(record.url),
        citations={"Plain": plain_citation(record), "BibTeX": bibtex(record), "Link to the words": _first_link(source)},
        basis=load_lexicon("wording")["bases"][record.published.basis],
        clipped=clipped,
    )


def _trusted(url: str | None) -> Md | None:
    safe = safe_url(url)
    return Md(safe) if safe else None


def _first_link(source: SourceArticle) -> str:
    words = source.record.headline or next((piece.text for fact in source.facts for piece in fact.evidence), "")
    return text_fragment(source.record.url, words) or ""


def _reading(library: Library, sheet: Sheet, source: SourceArticle, fact: Fact) -> dict[str, Any]:
    """A fact in words, its finding's verdict, where it is used, the rule that made it."""
    article = source.record.id
    finding = library.finding_of.get((article, fact.id))
    return {
        "fact": fact,
        "kind": load_lexicon("wording")["kinds"][fact.kind],
        "says": fact_words(library, sheet, article, fact),
        "finding": finding,
        "round": finding.round if finding else None,
    }


def fact_words(library: Library, sheet: Sheet, article: str, fact: Fact) -> Md:
    """What a fact says, in one line: "Ada Marsh, word for word, 3 March 2022"."""
    when = Md(", {}").format(date_words(getattr(fact, "date", None))) if getattr(fact, "date", None) else Md("")
    if isinstance(fact, Statement):
        how = "word for word" if fact.direct else "in reported speech"
        return Md("{}, {}").format(_who(library, sheet, article, fact.speaker, fact.speaker_text), how) + when
    if isinstance(fact, Position):
        who = _who(library, sheet, article, fact.actor, None)
        stance = load_lexicon("wording")["stances"][fact.stance]["word"]
        condition = Md(", on the condition “{}”").format(fact.condition) if fact.condition else Md("")
        return Md("{} {}: {}").format(who, stance, sheet.topic(fact.topic)) + condition + when
    if isinstance(fact, Figure):
        by = Md(", given by {}").format(_who(library, sheet, article, fact.speaker, None)) if fact.speaker else Md("")
        qualifier = load_lexicon("wording")["qualifiers"][fact.qualifier]
        number = f"{qualifier} {grammar.figure(fact.value)}".strip()
        return Md("{}: {}").format(fact.of, number) + by + when
    if isinstance(fact, Event):
        who_all = grammar.listing([_who(library, sheet, article, each, None) for each in fact.actors])
        place = Md(", {}").format(fact.place) if fact.place else Md("")
        type_ = load_lexicon("wording")["event_types"][fact.type]["word"]
        return (
            Md("{} event, {}").format(type_, load_lexicon("wording")["modalities"][fact.modality])
            + (Md(": {}").format(who_all) if who_all else Md(""))
            + place
            + when
        )
    return _meeting_words(library, fact) + when


def _meeting_words(library: Library, fact: Meeting) -> Md:
    number = f"round {fact.round}" if fact.round else "talks without a number"
    status = load_lexicon("wording")["statuses"][fact.status or "reported"]
    place = Md(", {}").format(fact.place) if fact.place else Md("")
    outcomes = grammar.listing([outcome_words(library, value) for value in fact.outcomes])
    return Md("{}, {}").format(number, status) + place + (Md(" ({})").format(outcomes) if outcomes else Md(""))


def _who(library: Library, sheet: Sheet, article: str, local: str | None, text: str | None) -> Md:
    actor = library.actor_in(article, local)
    return sheet.actor(actor.id) if actor else Md.escape(text or "someone who is not named")
