"""Topics: the matrix party × topic, and a page for each topic with the positions on it over time."""

from __future__ import annotations

from generator.lexicon import load_lexicon
from generator.model.knowledge import TopicPage
from generator.render import grammar
from generator.render.escape import Md
from generator.render.library import Library
from generator.render.links import data_of, page_of
from generator.render.naming import topic_noun
from generator.render.pages.front import page
from generator.render.pages.home import grid
from generator.render.sheet import Page, Sheet
from generator.render.stances import Held, history, holder
from generator.render.statements import quotes

MOST_ROWS = 80
MOST_STATEMENTS = 40


def topic_pages(library: Library) -> list[Page]:
    """The matrix and one page for each topic."""
    return [topics_index(library), *(topic_page(library, each) for each in library.topics.values())]


def topics_index(library: Library) -> Page:
    """The whole matrix."""
    sheet = Sheet(library, "topics/index.md")
    return page(sheet, "topics.md.j2", "Topics", {"search": {"boost": 1.2}}, grid=grid(library))


def topic_page(library: Library, topic: TopicPage) -> Page:
    """One topic: what each side holds now, the positions in order, what was agreed, what was said."""
    sheet = Sheet(library, page_of("topics", topic.id))
    held = history(library)
    findings = [library.findings[each] for each in topic.findings if each in library.findings]
    positions = [held[each.id] for each in library.by_topic.get(topic.id, [])]
    now: dict[str, Held] = {}
    for each in positions:
        now[holder(library, each.finding)] = each
    meta = {"search": {"boost": 2}, "order": topic.title.casefold(), "data": data_of("topics", topic.id)}
    return page(
        sheet,
        "topic.md.j2",
        topic.title,
        meta,
        topic=topic,
        lead=_lead(library, sheet, topic, now),
        positions=positions[-MOST_ROWS:],
        now=now,
        agreements=[each for each in findings if each.status and each.status != "proposed"],
        quotes=quotes(library, findings)[-MOST_STATEMENTS:],
        disputes=[each for each in library.knowledge.disputes if each.topic == topic.id],
        holder=holder,
    )


def _lead(library: Library, sheet: Sheet, topic: TopicPage, now: dict[str, Held]) -> Md:
    """Who holds what, in one sentence ("On demilitarisation, Russia is reported to make demands, Ukraine to refuse")."""
    stances = load_lexicon("wording")["stances"]
    clauses: list[Md] = []
    for side, held in list(now.items())[:4]:
        is_reported = "is reported " if not clauses else ""
        the = Md("the ") if grammar.with_the(side) != side else Md("")
        infinitive = stances[held.finding.stance]["infinitive"]
        clauses.append(Md("{}{} {}to {}").format(the, sheet.party(side), Md(is_reported), infinitive))
    if not clauses:
        return Md("")
    cites = [cite for held in now.values() for cite in held.finding.cites[:1]]
    return grammar.sentence(
        Md("on {}, {}").format(topic_noun(library, topic.id), grammar.listing(clauses))
    ) + sheet.cite(cites)
