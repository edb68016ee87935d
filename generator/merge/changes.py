"""Changes of position: later, by the same side, and other than before. A change is no dispute: both were true in their time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.lexicon import load_lexicon
from generator.merge.edtf import Days, days
from generator.merge.positions import party_of, taken_on
from generator.merge.reports import Report
from generator.merge.verdicts import make_dispute, make_variant
from generator.merge.wording import holds_any, shorten, stems
from generator.model.dossier import Topic
from generator.model.facts import Position, Stance
from generator.model.knowledge import Dispute, Variant

Sides = Mapping[str, str | None]
_SLOW_DAYS = 5
"""A change that is no flat refusal, nor the end of one, takes at least so long."""
_TURNS: dict[Stance, tuple[Stance, ...]] = {
    "demands": ("offers", "rejects"),
    "rejects": ("offers", "accepts", "demands"),
    "accepts": ("rejects",),
    "offers": ("rejects",),
}
"""From which stance to which it is a change of mind. To accept what one demanded or offered is none, but to accept what the
other side demands after demands of one's own is. What is mutual (a meeting, a truce) is demanded and offered in one breath."""
_MUTUAL = tuple(load_lexicon("merge_conflicts")["mutual"])


@dataclass(frozen=True)
class Moment:
    """A stance that a side took on a day; `implied` where a condition shows it."""

    day: Days
    stance: Stance
    report: Report[Position]
    implied: bool = False

    @property
    def when(self) -> str:
        """The day as the record has it."""
        return self.report.when or ""

    def variant(self) -> Variant:
        """The moment as one of the values between which the side moved."""
        words = self.report.fact.condition if self.implied else None
        holder = self.report.merged(self.report.fact.actor)
        note = f"{self.stance}, {self.when}"
        return make_variant(shorten(words or self.report.text), [self.report], by=[holder] if holder else [], note=note)


def changed_positions(
    reports: Sequence[Report[Position]], sides: Sides, topics: Mapping[str, str], known: Sequence[Topic]
) -> list[Dispute]:
    """Where a side takes another stance on a topic on a later day.

    A condition that names another topic shows how the side stood on that one ("if NATO closes the door" is no
    renunciation).

    Args:
        reports: every position of every article.
        sides: merged actor id -> its side.
        topics: a topic as a fact names it -> the topic it is joined under.
        known: the dossier's topics, which conditions may name.
    """
    changes = []
    timelines = _timelines(reports, sides, topics, known)
    demanders: dict[str, set[str]] = {}
    for (topic, party), moments in timelines.items():
        if any(moment.stance == "demands" and not moment.implied for moment in moments):
            demanders.setdefault(topic, set()).add(party)
    for (topic, party), moments in sorted(timelines.items()):
        moments.sort(key=lambda m: (m.day.last, m.implied, m.report.order))
        turns = _turns(topic, of_others=bool(demanders.get(topic, set()) - {party}))
        turn = _turn(moments, turns)
        if turn:
            before, after = turn
            earlier = [m for m in moments if m.day.last <= before.day.last and m.stance == before.stance]
            later = [m for m in moments if m.day.last >= after.day.last and m.stance in turns[before.stance]]
            changes.append(
                make_dispute(
                    f"{party} on {topic}",
                    _once([moment.variant() for moment in [*earlier, *later]]),
                    "another stance of the same side on a later day",
                    sort="change",
                    topic=topic,
                    settled=f"moved between {before.when} and {after.when}",
                )
            )
    return changes


def _once(variants: Sequence[Variant]) -> list[Variant]:
    """Without those that repeat the words of an article."""
    return list({(v.facts[0].article, v.value): v for v in reversed(variants)}.values())[::-1]


def _timelines(
    reports: Sequence[Report[Position]], sides: Sides, topics: Mapping[str, str], known: Sequence[Topic]
) -> dict[tuple[str, str], list[Moment]]:
    """The stances of each party on each topic."""
    timelines: dict[tuple[str, str], list[Moment]] = {}
    for report in reports:
        party, day = party_of(report, sides), days(taken_on(report))
        if party is None or day is None:
            continue
        topic = topics.get(report.fact.topic, report.fact.topic)
        timelines.setdefault((topic, party), []).append(Moment(day, report.fact.stance, report))
        for other in _named_in(report.fact.condition, known):
            if other != topic:
                timelines.setdefault((other, party), []).append(Moment(day, "demands", report, implied=True))
    return timelines


def _turns(topic: str, *, of_others: bool) -> Mapping[Stance, tuple[Stance, ...]]:
    """The turns that count on a topic, where others demand something on it or not."""
    if holds_any(stems(topic.replace("-", " ")), _MUTUAL):
        return {**_TURNS, "demands": ("rejects",)}
    return {**_TURNS, "demands": (*_TURNS["demands"], "accepts")} if of_others else _TURNS


def _turn(moments: Sequence[Moment], turns: Mapping[Stance, tuple[Stance, ...]]) -> tuple[Moment, Moment] | None:
    """The last moment before a turn and the first after it; what is said on one day or in one article is no turn."""
    last: dict[Stance, Moment] = {}
    for after in moments:
        for before in sorted(last.values(), key=lambda m: -m.day.last):
            if after.stance in turns[before.stance] and _is_later(before, after):
                return before, after
        last[after.stance] = after
    return None


def _is_later(before: Moment, after: Moment) -> bool:
    """Whether enough time lies between two stances: to demand and to offer on neighbouring days is to bargain."""
    flat = "rejects" in (before.stance, after.stance)
    apart = after.day.first - before.day.last
    return apart >= (1 if flat else _SLOW_DAYS) and before.report.article.id != after.report.article.id


def _named_in(condition: str | None, known: Sequence[Topic]) -> list[str]:
    """The dossier's topics that a condition names."""
    passage = condition.lower() if condition else ""
    return [topic.id for topic in known if passage and any(w.rstrip("*").lower() in passage for w in topic.words)]
