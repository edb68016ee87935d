"""What each side wants, in words: on each topic its last word, the newest first."""

from __future__ import annotations

from generator.model.knowledge import Content, Finding
from generator.render import grammar
from generator.render.dates import first_day
from generator.render.escape import Md
from generator.render.library import Library, once
from generator.render.sheet import Sheet
from generator.render.stances import columns, holder, predicate, topics_by_weight
from generator.render.stand_words import LONGEST_STAND, in_marks, is_telling, opens_with_verb, stand

MOST_PARTIES = 3
MOST_STANDS = 2
UNDATED = "9999"
_OPENING = 15
"""Characters by which the words of a stand are known again behind a verb of the article."""


def what_each_side_wants(library: Library, sheet: Sheet, since: str = "") -> Md:
    """One sentence: “as last reported, Norland demanded “…” and …; Sudland offered “…””; empty where nothing is known in words.

    Args:
        library: the knowledge.
        sheet: the page.
        since: the day of an agreement; what was wanted before is wanted no more.
    """
    clauses: list[Md] = []
    dated = False
    for side in (library.parties or columns(library))[:MOST_PARTIES]:
        stands = [row for row in newest_stands(library, side) if not since or _day(library, row[1]) > since][
            :MOST_STANDS
        ]
        dated = dated or any(content.date or content.round for _, content in stands)
        told = [_told(library, sheet, finding, content, side) for finding, content in stands]
        if told:
            clauses.append(Md("{} {}").format(_the_party(sheet, side), Md(" and ").join(told)))
    lead = "as last reported, " if dated else "as reported, on days that are not told, "
    return grammar.sentence(Md(lead) + Md("; ").join(clauses)) if clauses else Md("")


@once
def _shared_words(library: Library) -> frozenset[tuple[str, str]]:
    """(article, words) that stand for two sides, though no side accepts them: one of the two is not who wants it."""
    sides: dict[tuple[str, str], set[str]] = {}
    for finding in library.by_kind.get("position", []):
        for content in finding.content if finding.stance != "accepts" else ():
            sides.setdefault((content.cite.article, content.words), set()).add(holder(library, finding))
    return frozenset(place for place, found in sides.items() if len(found) > 1)


def newest_stands(library: Library, side: str) -> list[tuple[Finding, Content]]:
    """What a party demands, offers or turns down today, the newest first: on each topic its last word alone.

    A topic on which it took several stances of which nobody can tell which is the last is left out, and so are stands that
    are known by the clause around them alone, that are long past, or whose words tell nothing by themselves.
    """
    weight = {topic: -place for place, topic in enumerate(topics_by_weight(library))}
    by_topic: dict[str, list[tuple[str, Finding, Content]]] = {}
    for finding in library.by_kind.get("position", []):
        wanted = finding.stance != "accepts" and finding.verdict not in ("superseded", "disputed")
        if wanted and holder(library, finding) == side:
            for content in finding.content:
                by_topic.setdefault(finding.topic or "", []).append((_day(library, content), finding, content))
    last: list[tuple[str, int, tuple[Finding, Content]]] = []
    for topic, told in by_topic.items():
        day = max(each[0] for each in told)
        newest = [(finding, content) for at, finding, content in told if at == day]
        shared = _shared_words(library)
        fit = [row for row in newest if _is_fit(row[1]) and (row[1].cite.article, row[1].words) not in shared]
        if fit and len({content.stance for _, content in newest}) == 1:
            best = min(fit, key=lambda row: len(row[1].words))
            last.append((day, weight.get(topic, -len(weight)), best))
    return _different([row for _, _, row in sorted(last, key=lambda row: row[:2], reverse=True)])


def _day(library: Library, content: Content) -> str:
    """The day of a stand, else of its round; empty where neither is known."""
    day = first_day(content.date or library.round_date(content.round))
    return "" if day == UNDATED else day


def _is_fit(content: Content) -> bool:
    """Whether the words are the article's own content, of today, no hearsay, and tell something by themselves."""
    return content.whole and not content.past and content.via is None and is_telling(content)


def _told(library: Library, sheet: Sheet, finding: Finding, content: Content, side: str) -> Md:
    """One stand with who voices it, who passes it on, and its note."""
    aside: list[Md] = []
    voice = library.actors.get(content.holder or "")
    if voice is not None and side not in (voice.name, *(alias.text for alias in voice.aliases)):
        aside.append(sheet.actor(content.holder))
    own = predicate(library, finding, content, LONGEST_STAND)
    plain = own.startswith(content.words[:_OPENING]) or not opens_with_verb(own)
    words = stand(content) if plain else in_marks(own)
    if aside:
        words += Md(" ({})").format(Md(", ").join(aside))
    return words + sheet.cite([content.cite], 1)


def _different(rows: list[tuple[Finding, Content]]) -> list[tuple[Finding, Content]]:
    """Without those that repeat the words of another, which several topics may do."""
    return list({(row[1].cite.article, row[1].words): row for row in reversed(rows)}.values())[::-1]


def _the_party(sheet: Sheet, side: str) -> Md:
    article = Md("the ") if grammar.with_the(side) != side else Md("")
    return article + sheet.party(side)
