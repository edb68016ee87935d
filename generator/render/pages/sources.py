"""Sources: a page for each article with its facts in its order, their words marked, and all that is known of it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from generator.lexicon import load_lexicon
from generator.model.facts import Event, Fact, Figure, Meeting, Position, Statement
from generator.model.knowledge import SourceArticle
from generator.render import grammar
from generator.render.dates import date_words, first_day
from generator.render.escape import Md, safe_url
from generator.render.library import Library
from generator.render.links import data_of, page_of
from generator.render.naming import outcome_words
from generator.render.pages.front import page
from generator.render.pages.shelves import on_shelves, shelf_of
from generator.render.passages import longest_allowed, painted, passages
from generator.render.quoting import clipped
from generator.render.sheet import Page, Sheet
from generator.render.stances import NOBODY
from generator.render.told import told

MOST_SHARED = 20


def source_pages(library: Library) -> list[Page]:
    """The list of sources and one page for each."""
    return [sources_index(library), *(source_page(library, each) for each in library.knowledge.articles)]


def sources_index(library: Library) -> Page:
    """All articles by year, with publisher, date, origin and number of facts."""
    sheet = Sheet(library, "sources/index.md")
    ordered = sorted(
        library.knowledge.articles, key=lambda each: (first_day(each.record.published.date), each.record.id)
    )
    shelves = on_shelves(ordered, lambda each: shelf_of(each.record.published.date))
    return page(sheet, "sources.md.j2", "Sources", {}, shelves=shelves, tier_of=tier_of, shown_facts=shown_facts)


def source_page(library: Library, source: SourceArticle) -> Page:
    """One article: its record, its passages with the facts that rest on them, what it shares, what was set aside."""
    sheet = Sheet(library, page_of("sources", source.record.id))
    found = passages(source)
    longest = longest_allowed(source, found)
    record = source.record
    shares = {other: why for other, why in source.shares_with.items() if other in library.articles}
    proposed = [fact for fact in source.facts if fact.review == "proposed" and fact.evidence]
    meta = {
        "search": {"boost": 0.5},
        "shelf": shelf_of(record.published.date),
        "order": first_day(record.published.date),
        "data": data_of("sources", record.id),
        "cite": record.model_dump(include={"id", "headline", "publisher", "url", "file"})
        | {"date": record.published.date},
    }
    return page(
        sheet,
        "source.md.j2",
        library.source_titles[record.id],
        meta,
        source=source,
        record=record,
        passages=[
            {"words": painted(each, longest), "facts": [_reading(library, sheet, source, fact) for fact in each.facts]}
            for each in found
        ],
        proposals=[_reading(library, sheet, source, fact) for fact in proposed],
        origin=library.origins.get(source.origin),
        shares=list(shares.items())[:MOST_SHARED],
        used=_used_by(library, source),
        url=_trusted(record.url),
        basis=load_lexicon("wording")["bases"][record.published.basis],
        tier=tier_of(library, source),
        language=None
        if record.language == "en"
        else load_lexicon("languages")["names"].get(record.language, record.language),
        clipped=clipped,
    )


def tier_of(library: Library, source: SourceArticle) -> str:
    """What kind of source the settings take its publisher for ("wire", "state media"); empty where they do not say."""
    return library.knowledge.dossier.options.get(f"tier:{source.record.publisher}", "")


def _used_by(library: Library, source: SourceArticle) -> list[tuple[str, str, int]]:
    """Rounds and topics that rest on this article: ("round", id, number of its facts there), most first."""
    counts: Counter[tuple[str, str]] = Counter()
    for finding in library.knowledge.findings:
        mine = sum(ref.article == source.record.id for ref in finding.facts)
        if not mine:
            continue
        where = finding.round or (finding.subject if finding.kind in ("round", "outcome") else None)
        if where in library.rounds:
            counts["round", str(where)] += mine
        if finding.topic in library.topics:
            counts["topic", str(finding.topic)] += mine
    return [(kind, key, count) for (kind, key), count in counts.most_common(MOST_SHARED)]


def _trusted(url: str | None) -> Md | None:
    safe = safe_url(url)
    return Md(safe) if safe else None


def _reading(library: Library, sheet: Sheet, source: SourceArticle, fact: Fact) -> dict[str, Any]:
    """A fact in words, its finding's verdict, where it is used, what is to be remarked on it."""
    article = source.record.id
    finding = library.finding_of.get((article, fact.id))
    return {
        "fact": fact,
        "kind": load_lexicon("wording")["kinds"][fact.kind],
        "says": fact_words(library, sheet, article, fact),
        "verdict": sheet.verdict(finding) if finding else Md(""),
        "round": finding.round if finding and fact.kind != "meeting" else None,
        "remarks": _remarks(fact),
    }


def _remarks(fact: Fact) -> str:
    """A person's word on a fact, and what of it was worked out and not read."""
    parts = [f"{fact.review} by {fact.reviewed_by or 'a person'}"] if fact.review == "confirmed" else []
    parts += [fact.note] if fact.note else []
    parts += ["its words are no longer found"] if fact.lost else []
    readers = [name.removeprefix("reader:") for name in (fact.by, *fact.also_by) if name.startswith("reader:")]
    parts += (
        [f"found by {' and '.join(['the rules'] * (len(readers) <= len(fact.also_by)) + readers)}"] if readers else []
    )
    parts += [f"translated by {readers[0]}: “{fact.translation}”"] if fact.translation and readers else []
    parts += [told(fact.why)] if fact.why and isinstance(fact, Meeting) else []
    return "; ".join(parts)


def shown_facts(source: SourceArticle) -> int:
    """How many facts of an article the pages rest on."""
    return sum(fact.review not in ("rejected", "proposed") for fact in source.facts)


def fact_words(library: Library, sheet: Sheet, article: str, fact: Fact) -> Md:
    """What a fact says beside its words, in one line: who, what about, when; what is not known is left out."""
    when = getattr(fact, "date", None)
    parts: list[str | Md] = []
    if isinstance(fact, Statement):
        parts.append(_who(library, sheet, article, fact.speaker, fact.speaker_text))
    elif isinstance(fact, Position):
        stance = load_lexicon("wording")["stances"][fact.stance]["word"]
        who = _who(library, sheet, article, fact.actor, None) or Md(NOBODY)
        parts.append(Md("{} on {}: {}").format(who, sheet.topic(fact.topic), stance))
        parts += [fact.condition] if fact.condition else []
    elif isinstance(fact, Figure):
        qualifier = load_lexicon("wording")["qualifiers"][fact.qualifier]
        parts.append(f"{fact.of}: {qualifier} {grammar.figure(fact.value)}".replace(":  ", ": "))
        who = _who(library, sheet, article, fact.speaker, None)
        parts += [Md("given by {}").format(who)] if who else []
    elif isinstance(fact, Event):
        parts.append(load_lexicon("wording")["event_types"][fact.type]["word"])
        parts += [load_lexicon("wording")["modalities"][fact.modality]] if fact.modality != "asserted" else []
        parts.append(grammar.listing([_who(library, sheet, article, each, None) for each in fact.actors]))
        parts += [fact.place] if fact.place else []
    else:
        parts.append(_meeting_words(library, fact))
    parts += [date_words(when)] if when else []
    return Md(", ").join(part for part in parts if part)


def _meeting_words(library: Library, fact: Meeting) -> Md:
    status = load_lexicon("wording")["statuses"][fact.status or "reported"]
    outcomes = grammar.listing([grammar.lower_first(outcome_words(library, value)) for value in fact.outcomes])
    parts: list[str | Md] = [f"round {fact.round}"] if fact.round else []
    parts += [status, *([fact.place] if fact.place else []), *([outcomes] if outcomes else [])]
    return Md(", ").join(parts)


def _who(library: Library, sheet: Sheet, article: str, local: str | None, text: str | None) -> Md:
    actor = library.actor_in(article, local)
    return sheet.actor(actor.id) if actor else Md.escape(text or "")
