"""Deals: what was put forward, agreed, confirmed by both, denied or taken back, with or without the word talks.

Each article's word on a deal is a step on the ladder. Steps of one deal (the same words within one article; the same topic or
like words over articles) make one finding, whose state is the furthest step that no later one takes back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.lexicon import load_lexicon
from generator.merge.binding import Reports
from generator.merge.contents import content_words
from generator.merge.deal_words import LADDER, rung_in
from generator.merge.edtf import days, weekday_in
from generator.merge.meeting_states import is_held
from generator.merge.positions import party_of
from generator.merge.reports import Report
from generator.merge.statements import content_of, words_said
from generator.merge.verdicts import make_finding, make_variant
from generator.merge.wording import holds_any, jaccard, overlap, shorten, stem, stems, words
from generator.model.facts import Position
from generator.model.knowledge import Finding, Ladder

_LEX = load_lexicon("merge_deals")
_ALIKE = 0.5
_WITHIN = 0.75
_WITHIN_PARTIES = 0.6
"""How much of the words of two steps must be shared, and how much of the shorter ones, for one deal; less for one of the same parties."""
_MOST = 30
"""Deals that a step is held against under one word, and steps of a deal."""
_SENTENCE = re.compile(r"(?<=[.!?])[”\"’']*\s+(?=[A-Z“\"])")
Sides = Mapping[str, str | None]


@dataclass(frozen=True)
class Step:
    """What one article tells of a deal."""

    report: Report[Any]
    rung: Ladder
    what: str
    by: tuple[str, ...] = ()
    """Who makes it, or says so (merged ids)."""
    parties: frozenset[str] = frozenset()
    topic: str | None = None
    near: str = ""
    """The words around the noun, where a whole sentence tells it."""
    side: str | None = None
    """The side that tells it in its own words."""
    day: str | None = None
    """The day on which it came so far."""

    @property
    def core(self) -> frozenset[str]:
        """The words of the thing itself, without those that any deal has."""
        return stems(self.near or self.what) - _COMMON


@dataclass
class Deal:
    """The steps that are of one deal."""

    steps: list[Step] = field(default_factory=list)


_COMMON = frozenset(stem(word) for word in [*_LEX["nouns"], *_LEX["bound"]])


def merge_deals(reports: Reports, sides: Sides, topics: Mapping[str, str]) -> list[Finding]:
    """A finding for each deal.

    Args:
        reports: all facts of all articles.
        sides: merged actor id -> its side.
        topics: a topic as a fact names it -> the topic it is joined under.
    """
    steps = [
        *_accepted(reports.positions, sides, topics),
        *_offered(reports.positions, sides, topics),
        *_outcomes(reports),
        *_told([*reports.events, *reports.statements, *reports.meetings], sides),
    ]
    return [_finding(deal) for deal in _grouped(sorted(steps, key=lambda s: (s.report.order, s.what)))]


def _grouped(steps: Sequence[Step]) -> list[Deal]:
    """The steps by the deal they are of; a step is held against the deals of its article, topic and words alone."""
    deals: list[Deal] = []
    index: dict[tuple[str, str], list[Deal]] = {}
    for step in steps:
        places = [
            ("article", step.report.article.id),
            ("topic", step.topic or ""),
            *(("word", w) for w in sorted(step.core)),
        ]
        near = {id(deal): deal for place in places for deal in index.get(place, [])[-_MOST:]}
        home = next((deal for deal in near.values() if any(_one(step, other) for other in deal.steps[:_MOST])), None)
        if home is None:
            home = Deal()
            deals.append(home)
        home.steps.append(step)
        for place in places:
            listed = index.setdefault(place, [])
            if not any(home is deal for deal in listed[-_MOST:]):
                listed.append(home)
    return deals


def _accepted(reports: Sequence[Report[Position]], sides: Sides, topics: Mapping[str, str]) -> Iterable[Step]:
    """What parties are said to have accepted, where the words tell an act that binds; several in one sentence do so jointly."""
    accepted = [r for r in reports if r.fact.stance == "accepts" and _binds(r)]
    for report in accepted:
        same = [r for r in accepted if r.article.id == report.article.id and _touch(r, report)]
        parties = frozenset(party for r in same if (party := party_of(r, sides)))
        joint = len(parties) > 1 and not any(r.fact.via for r in same) and holds_any(_around(report), _LEX["joint"])
        holder = report.merged(report.fact.actor)
        yield Step(
            report,
            _step(report, joint=joint),
            content_words(report)[0],
            (holder,) if holder else (),
            parties,
            topics.get(report.fact.topic, report.fact.topic),
        )


def _around(report: Report[Position]) -> frozenset[str]:
    cue = report.fact.cue.text if report.fact.cue else ""
    return stems(f"{cue} {report.text}")


def _binds(report: Report[Position]) -> bool:
    what = content_words(report)[0].lower()
    return (
        holds_any(_around(report), _LEX["bound"]) and not what.startswith(("that ", "there ")) and _is_telling(report)
    )


def _step(report: Report[Position], *, joint: bool) -> Ladder:
    """How far what is accepted has come by its sentence: “agreed to sell, but later walked away” is over."""
    if not set(words(report.sentence)).isdisjoint(_LEX["steps"]["withdrawn"]):
        return "withdrawn"
    return "proposed" if _prospective(report) else "confirmed by both" if joint else "said to be agreed"


def _prospective(report: Report[Position]) -> bool:
    """“Would join the pact” is a word about what is to come."""
    return not set(words(content_words(report)[0])[:4]).isdisjoint(_LEX["prospects"])


def _is_telling(report: Report[Position]) -> bool:
    """Whether the words say what the deal is about."""
    return len(stems(content_words(report)[0])) >= int(_LEX["least"])


def _touch(left: Report[Any], right: Report[Any]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in left.fact.evidence for b in right.fact.evidence)


def _offered(reports: Sequence[Report[Position]], sides: Sides, topics: Mapping[str, str]) -> Iterable[Step]:
    """What a party puts forward: an offer, a bid, a plan, a truce."""
    for report in reports:
        if report.fact.stance == "offers" and _names_deal(report):
            holder, party = report.merged(report.fact.actor), party_of(report, sides)
            topic = topics.get(report.fact.topic, report.fact.topic)
            own = frozenset([party] if party else [])
            yield Step(report, "proposed", content_words(report)[0], (holder,) if holder else (), own, topic)


def _names_deal(report: Report[Position]) -> bool:
    """Whether the words call what is offered a deal, and tell more of it than that; a mere step toward one is none."""
    run = [word.removesuffix("s") for word in words(content_words(report)[0])]
    opening = run[: _LEX["reach"]]
    names = not set(opening).isdisjoint(_LEX["nouns"]) and set(opening).isdisjoint(_LEX["hedges"])
    return names and not holds_any(stems(" ".join(opening)), _LEX["bound"]) and _is_telling(report)


def _outcomes(reports: Reports) -> Iterable[Step]:
    """What a meeting that was held is said to have agreed on."""
    for report in reports.meetings:
        for outcome in report.fact.outcomes if is_held(report) else ():
            kind, _, topic = outcome.partition(":")
            if kind == "agreement" and topic:
                yield Step(report, "said to be agreed", topic.replace("-", " "), (), frozenset(), topic)


def _told(reports: Iterable[Report[Any]], sides: Sides) -> Iterable[Step]:
    """Deals that sentences tell of by themselves: “the deal collapsed”, “signed an accord”, “are nearing a deal”."""
    for report in reports:
        voice = report.merged(getattr(report.fact, "speaker", None))
        by = (voice,) if voice else ()
        side = sides.get(voice) if voice else None
        if _denies(report):
            yield Step(report, "denied", words_said(report), by)
            continue
        for sentence in (part for piece in report.fact.evidence for part in _SENTENCE.split(piece.text)):
            rung, near = rung_in(sentence)
            if rung:
                day = weekday_in(sentence, report.published)
                yield Step(report, rung, shorten(sentence), by, near=near, side=side, day=day)
                break


def _denies(report: Report[Any]) -> bool:
    """“Denied that it had agreed to give up its bid”: the words that are denied tell of a deal."""
    cue = getattr(report.fact, "cue", None)
    said = stems(content_of(report))
    return (
        report.fact.kind == "statement"
        and cue is not None
        and not set(words(cue.text)).isdisjoint(_LEX["denial"])
        and holds_any(said, _LEX["bound"])
    )


def _one(left: Step, right: Step) -> bool:
    """Whether two steps are of one deal."""
    if left.report.article.id == right.report.article.id and _touch(left.report, right.report):
        return True
    both = left.parties & right.parties
    if left.parties and right.parties and not both:
        return False
    if (left.rung == "withdrawn") != (right.rung == "withdrawn") and not (
        left.report.published and right.report.published
    ):
        return False
    if both and left.topic and left.topic == right.topic:
        return _apart(left, right) <= int(_LEX["days"])
    shared = left.core & right.core
    if left.report.article.id == right.report.article.id and left.rung == right.rung and len(shared) > 1:
        return True
    within = _WITHIN_PARTIES if both else _WITHIN
    alike = len(shared) > 1 and (jaccard(left.core, right.core) >= _ALIKE or overlap(left.core, right.core) >= within)
    return alike and _apart(left, right) <= int(_LEX["days"])


def _apart(left: Step, right: Step) -> int:
    a, b = days(left.report.when), days(right.report.when)
    return a.gap(b) if a and b else 0


def _finding(deal: Deal) -> Finding:
    rows: dict[tuple[Ladder, str], list[Step]] = {}
    for step in deal.steps:
        rows.setdefault((step.rung, step.what), []).append(step)
    variants = [
        make_variant(what, [s.report for s in found], by=[b for s in found for b in s.by], note=rung)
        for (rung, what), found in rows.items()
    ]
    lead = max(deal.steps, key=lambda s: (LADDER.index(s.rung), bool(s.parties), -len(s.what)))
    first = deal.steps[0].report
    topic = next((s.topic for s in deal.steps if s.topic), None)
    return make_finding(
        "deal",
        topic or first.article.id,
        "deal",
        lead.what,
        variants,
        "the furthest step that articles tell",
        [first.article.id, first.fact.id, lead.what],
        actors=list(dict.fromkeys(b for s in deal.steps for b in s.by)),
        topic=topic,
        date=_day(deal),
        status=_status(deal, lead),
        hearsay=all(getattr(s.report.fact, "via", None) for s in deal.steps),
    )


def _status(deal: Deal, lead: Step) -> Ladder:
    """The furthest step; what two sides say in their own words is confirmed by both."""
    sides = {step.side for step in deal.steps if step.side and step.rung == "said to be agreed"}
    return "confirmed by both" if lead.rung == "said to be agreed" and len(sides) > 1 else lead.rung


def _day(deal: Deal) -> str | None:
    """The last day on which a step was taken, as its own words tell it; never the article's."""
    known = [
        (day.first, date)
        for step in deal.steps
        if (date := step.day or getattr(step.report.fact, "date", None)) and (day := days(date))
    ]
    return max(known)[1] if known else None
