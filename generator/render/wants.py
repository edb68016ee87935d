"""What each side wants, in words: on each topic its last word, the newest first."""

from __future__ import annotations

from generator.model.knowledge import Content
from generator.render import grammar
from generator.render.dates import first_day
from generator.render.escape import Md
from generator.render.library import Library
from generator.render.sheet import Sheet
from generator.render.stances import columns, holder, topics_by_weight
from generator.render.stand_words import is_telling, stand

MOST_PARTIES = 3
MOST_STANDS = 2
UNDATED = "9999"


def what_each_side_wants(library: Library, sheet: Sheet) -> Md:
    """One sentence: “as last reported, Norland demanded “…” and …; Sudland offered “…””; empty where nothing is known in words."""
    clauses: list[Md] = []
    dated = False
    for side in (library.parties or columns(library))[:MOST_PARTIES]:
        stands = newest_stands(library, side)[:MOST_STANDS]
        dated = dated or any(content.date or content.round for content in stands)
        told = [_told(library, sheet, content, side) for content in stands]
        if told:
            clauses.append(Md("{} {}").format(_the_party(sheet, side), Md(" and ").join(told)))
    lead = "as last reported, " if dated else "as reported, on days that are not told, "
    return grammar.sentence(Md(lead) + Md("; ").join(clauses)) if clauses else Md("")


def newest_stands(library: Library, side: str) -> list[Content]:
    """The stands of a party that hold today, the newest first: on each topic its last word alone.

    A topic on which it took several stances of which nobody can tell which is the last is left out, and so are stands that
    are known by the clause around them alone, that are long past, or whose words tell nothing by themselves.
    """
    weight = {topic: -place for place, topic in enumerate(topics_by_weight(library))}
    by_topic: dict[str, list[tuple[str, Content]]] = {}
    for finding in library.by_kind.get("position", []):
        if holder(library, finding) == side and finding.verdict not in ("superseded", "disputed"):
            for content in finding.content:
                day = first_day(content.date or library.round_date(content.round))
                by_topic.setdefault(finding.topic or "", []).append(("" if day == UNDATED else day, content))
    last: list[tuple[str, int, Content]] = []
    for topic, told in by_topic.items():
        day = max(each[0] for each in told)
        newest = [content for at, content in told if at == day]
        fit = [content for content in newest if content.whole and not content.past and is_telling(content)]
        if fit and len({content.stance for content in newest}) == 1:
            best = min(fit, key=lambda content: (content.via is not None, len(content.words)))
            last.append((day, weight.get(topic, -len(weight)), best))
    return _different([content for _, _, content in sorted(last, key=lambda row: row[:2], reverse=True)])


def _told(library: Library, sheet: Sheet, content: Content, side: str) -> Md:
    """One stand with who voices it, who passes it on, and its note."""
    aside: list[Md] = []
    voice = library.actors.get(content.holder or "")
    if voice is not None and side not in (voice.name, *(alias.text for alias in voice.aliases)):
        aside.append(sheet.actor(content.holder))
    if content.via in library.actors:
        aside.append(Md("by the account of {}").format(sheet.actor(content.via)))
    words = stand(content)
    if aside:
        words += Md(" ({})").format(Md(", ").join(aside))
    return words + sheet.cite([content.cite], 1)


def _different(contents: list[Content]) -> list[Content]:
    """Without those that repeat the words of another, which several topics may do."""
    return list({(content.cite.article, content.words): content for content in reversed(contents)}.values())[::-1]


def _the_party(sheet: Sheet, side: str) -> Md:
    article = Md("the ") if grammar.with_the(side) != side else Md("")
    return article + sheet.party(side)
