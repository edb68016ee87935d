"""Changes of position: later, by the same side, and other than before. A change is no dispute: both were true in their time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.lexicon import load_lexicon
from generator.merge.edtf import days
from generator.merge.positions import party_of
from generator.merge.reports import Report
from generator.merge.statements import content_of
from generator.merge.verdicts import make_variant
from generator.merge.wording import holds_any, negated, shorten, stems
from generator.model.dossier import Topic
from generator.model.facts import Position, Stance, Statement
from generator.model.identity import digest
from generator.model.knowledge import Dispute, Variant

_LEX = load_lexicon("merge_conflicts")["outlook"]
Sides = Mapping[str, str | None]
Moment = tuple[int, str, Report[Position]]
_TURNS: dict[Stance, tuple[Stance, ...]] = {
    "demands": ("offers", "accepts", "rejects"),
    "rejects": ("offers", "accepts", "demands"),
    "accepts": ("rejects",),
    "offers": ("rejects",),
}
"""From which stance to which it is a change of mind; to accept what one offered is none."""


def changed_positions(
    reports: Sequence[Report[Position]], sides: Sides, topics: Mapping[str, str], known: Sequence[Topic]
) -> list[Dispute]:
    """Where a side takes another stance on a topic on a later day.

    A condition that names another topic shows how the side stood on that one ("if NATO closes the door" is no renunciation).
    """
    timeline: dict[tuple[str, str], list[tuple[int, str, Stance, Report[Position]]]] = {}
    for report in reports:
        party, moment = party_of(report, sides), days(report.when)
        if party is None or moment is None:
            continue
        topic = topics.get(report.fact.topic, report.fact.topic)
        timeline.setdefault((topic, party), []).append((moment.last, report.when or "", report.fact.stance, report))
        for other in _named_in(report.fact.condition, known):
            if other != topic:
                timeline.setdefault((other, party), []).append((moment.last, report.when or "", "demands", report))
    changes = []
    for (topic, party), moments in sorted(timeline.items()):
        moments.sort(key=lambda m: (m[0], m[3].order))
        turn = _turn(moments)
        if turn:
            before, after = turn
            variants = [_moment(m) for m in moments if m[0] <= before[0] and m[2] == before[2]]
            variants += [_moment(m) for m in moments if m[0] >= after[0] and m[2] in _TURNS[before[2]]]
            changes.append(
                _change(
                    f"{party} on {topic}",
                    variants,
                    "another stance of the same side on a later day",
                    before[1],
                    after[1],
                    topic,
                )
            )
    return changes


def _turn(
    moments: Sequence[tuple[int, str, Stance, Report[Position]]],
) -> tuple[tuple[int, str, Stance, Report[Position]], tuple[int, str, Stance, Report[Position]]] | None:
    """The last moment before a turn and the first after it; what is said on one day and in one article is no turn."""
    for i, after in enumerate(moments):
        for before in reversed(moments[:i]):
            if after[2] in _TURNS[before[2]] and before[0] < after[0] and before[3].article.id != after[3].article.id:
                return before, after
    return None


def _moment(moment: tuple[int, str, Stance, Report[Position]]) -> Variant:
    _, when, stance, report = moment
    words = report.fact.condition if stance != report.fact.stance else None
    holder = report.merged(report.fact.actor)
    return make_variant(
        shorten(words or report.text), [report], by=[holder] if holder else [], note=f"{stance}, {when}"
    )


def _named_in(condition: str | None, known: Sequence[Topic]) -> list[str]:
    """The dossier's topics that a condition names."""
    passage = condition.lower() if condition else ""
    return [t.id for t in known if passage and any(w.rstrip("*").lower() in passage for w in t.words)]


def changed_outlooks(reports: Sequence[Report[Statement]], sides: Sides) -> list[Dispute]:
    """Where a side's word on the prospects of the talks goes from doubt to hope, or back, on a later day."""
    timeline: dict[str, list[tuple[int, str, str, Report[Statement]]]] = {}
    for report in reports:
        speaker, moment = report.merged(report.fact.speaker), days(report.when)
        outlook = outlook_of(content_of(report))
        if speaker and moment and outlook:
            timeline.setdefault(sides.get(speaker) or speaker, []).append(
                (moment.last, report.when or "", outlook, report)
            )
    moods = []
    for party, moments in sorted(timeline.items()):
        moments.sort(key=lambda m: (m[0], m[3].order))
        first, last = moments[0], moments[-1]
        if first[2] != last[2] and first[0] < last[0] and first[3].article.id != last[3].article.id:
            moods.append((party, moments))
    if not moods:
        return []
    everyone = sorted((m for _, moments in moods for m in moments), key=lambda m: (m[0], m[3].order))
    variants = [
        make_variant(
            shorten(content_of(r)), [r], by=[s for s in [r.merged(r.fact.speaker)] if s], note=f"{mood}, {when}"
        )
        for _, when, mood, r in everyone
    ]
    parties = " and ".join(party for party, _ in moods)
    return [
        _change(
            f"prospects of the talks ({parties})",
            variants,
            "doubt first and hope later, or the other way",
            everyone[0][1],
            everyone[-1][1],
        )
    ]


def outlook_of(text: str) -> str | None:
    """ "doubt" or "hope" about the talks; None where the words tell neither or both."""
    passage = stems(text)
    if not holds_any(passage, _LEX["talks"]):
        return None
    hope = holds_any(passage, _LEX["hope"]) and not negated(text)
    needs_no = [word for word in _LEX["doubt"] if word in _LEX["doubt_needs_no"]]
    doubt = holds_any(passage, [w for w in _LEX["doubt"] if w not in needs_no]) or (
        holds_any(passage, needs_no) and negated(text)
    )
    if holds_any(passage, _LEX["hope"]) and doubt:
        return "hope"
    return "hope" if hope else "doubt" if doubt else None


def _change(point: str, variants: list[Variant], rule: str, first: str, last: str, topic: str | None = None) -> Dispute:
    facts = sorted({(ref.article, ref.fact) for v in variants for ref in v.facts})
    return Dispute(
        id=f"{digest([point, facts])}-change",
        sort="change",
        point=point,
        variants=variants,
        rule=rule,
        topic=topic,
        settled=f"moved between {first} and {last}",
        actors=list(dict.fromkeys(b for v in variants for b in v.by)),
    )
