"""Everything with a day, in the order of days: rounds, events and statements."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.lexicon import load_lexicon
from generator.model.evidence import Evidence
from generator.model.facts import Event
from generator.model.knowledge import Cite, Finding
from generator.render.dates import first_day
from generator.render.library import Library, once
from generator.render.quoting import clipped
from generator.render.sentences import bounds
from generator.render.statements import Quote, all_quotes, together, without_connective

MomentKind = Literal["round", "statement", "event"]
LONGEST_LINE = 220


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry of the timeline."""

    day: str
    """First day it may stand for, ISO; "9999" where undated."""
    date: str | None
    kind: MomentKind
    side: str | None
    actor: str | None
    """Id of who speaks or acts; the round's id for a round."""
    words: str
    """The words of the source (events, statements) or the title (rounds)."""
    finding: Finding | None
    cites: list[Cite]
    label: str = ""
    """Type of an event, state of a round."""
    number: str = ""
    """Number of a round."""
    quotes: list[Quote] = field(default_factory=list)
    """The statement, once for each of those who made it together."""


@once
def moments(library: Library) -> list[Moment]:
    """All moments, the earliest first; within a day rounds, events, statements."""
    found = [*_rounds(library), *_events(library), *_statements(library)]
    order = {"round": 0, "event": 1, "statement": 2}
    return sorted(found, key=lambda each: (each.day, order[each.kind], each.finding.id if each.finding else each.words))


def event_words(library: Library, finding: Finding) -> tuple[str, str]:
    """The words of an event as its best article has them, and its type."""
    facts = [fact for ref in finding.facts if isinstance(fact := library.fact(ref), Event)]
    if not facts:
        return finding.value, "other"
    best = max(facts, key=lambda fact: len(fact.evidence[0].text))
    article = next(ref.article for ref in finding.facts if library.fact(ref) is best)
    return clipped(whole_clause(library.articles[article].text, best.evidence[0]), LONGEST_LINE), best.type


def whole_clause(text: str, piece: Evidence) -> str:
    """The words of an event; where they are a subordinate clause ("that …", "while …") the sentence that holds it."""
    words = load_lexicon("wording")["saying"]
    first = piece.text.split(" ", 1)[0].lower().strip(",")
    if first in words["subordinators"] and text[piece.start : piece.end] == piece.text:
        start, end = bounds(text, piece.start, piece.end)
        return without_connective(text[start:end])
    return without_connective(piece.text)


def _rounds(library: Library) -> list[Moment]:
    found: list[Moment] = []
    for each in library.rounds.values():
        cites = library.round_cites(each)[:3]
        day = first_day(each.date)
        number = str(each.number or "")
        found.append(
            Moment(day, each.date, "round", None, each.id, each.title, None, cites, each.status or "reported", number)
        )
    return found


def _events(library: Library) -> list[Moment]:
    found = []
    for finding in library.by_kind.get("event", []):
        words, type_ = event_words(library, finding)
        actor = finding.actors[0] if finding.actors else None
        side = finding.side or (library.actors[actor].side if actor in library.actors else None)
        day = first_day(finding.date)
        found.append(Moment(day, finding.date, "event", side, actor, words, finding, finding.cites, type_))
    return found


def _statements(library: Library) -> list[Moment]:
    found = []
    for group in together(list(all_quotes(library).values())):
        said = group[0]
        sides = {library.actors[each.speaker].side for each in group if each.speaker}
        side = said.finding.side or (sides.pop() if len(sides) == 1 else None)
        day = first_day(said.date)
        found.append(
            Moment(day, said.date, "statement", side, said.speaker, said.words, said.finding, said.cites, quotes=group)
        )
    return found
