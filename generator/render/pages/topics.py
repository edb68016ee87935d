"""Topics: the matrix party × topic, and a page for each topic with what each side held on it over time."""

from __future__ import annotations

from generator.model.knowledge import Finding, TopicPage
from generator.render.grid import grid
from generator.render.library import Library
from generator.render.links import data_of, page_of
from generator.render.news import news_of
from generator.render.pages.front import page
from generator.render.sheet import Page, Sheet
from generator.render.stances import cells, contents
from generator.render.statements import quotes, together

MOST_ROWS = 60
MOST_STATEMENTS = 20


def topic_pages(library: Library) -> list[Page]:
    """The matrix and one page for each topic."""
    return [topics_index(library), *(topic_page(library, each) for each in library.topics.values())]


def topics_index(library: Library) -> Page:
    """The whole matrix."""
    sheet = Sheet(library, "topics/index.md")
    return page(sheet, "topics.md.j2", "Topics", {"search": {"boost": 1.2}}, grid=grid(library))


def topic_page(library: Library, topic: TopicPage) -> Page:
    """One topic: what each side holds, the latest first, what was agreed, what was said."""
    sheet = Sheet(library, page_of("topics", topic.id))
    findings = [library.findings[each] for each in topic.findings if each in library.findings]
    words = next((each.words for each in library.knowledge.dossier.topics if each.id == topic.id), [])
    meta = {
        "search": {"boost": 2},
        "order": topic.title.casefold(),
        "data": data_of("topics", topic.id),
        "also": [word.strip("*") for word in words],
    }
    return page(
        sheet,
        "topic.md.j2",
        topic.title,
        meta,
        positions=[stand for (on, _), inside in cells(library).items() if on == topic.id for stand in inside][
            :MOST_ROWS
        ],
        agreements=_agreements(findings),
        said=together(quotes(library, findings))[-MOST_STATEMENTS:],
        disputes=[each for each in library.knowledge.disputes if each.topic == topic.id],
        news=news_of(library, topic.findings),
    )


def _agreements(findings: list[Finding]) -> list[Finding]:
    """How far a topic has come: its deals, else what a side says to be agreed, each words once."""
    deals = [each for each in findings if each.kind == "deal"]
    said = [each for each in findings if each.status and each.status != "proposed"]
    by_words = {(each.status, contents(each)[-1].words if contents(each) else each.value): each for each in said}
    return deals or list(by_words.values())
