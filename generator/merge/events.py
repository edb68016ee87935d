"""Events: one happening in several reports. Sort, place, those who act and days must fit; words alone count for little."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from generator.lexicon import load_lexicon
from generator.merge.edtf import Days, days
from generator.merge.places import Gazetteer
from generator.merge.reports import Report
from generator.merge.verdicts import Standing, make_finding, make_variant
from generator.merge.wording import holds_any, jaccard, overlap, shorten, stems
from generator.model.facts import Event
from generator.model.knowledge import Dispute, Finding

_LEX = load_lexicon("merge_events")

_MOST = 30
"""Reports of one happening that are held against one another."""


@dataclass
class Happening:
    """What happened once, in all reports of it."""

    sort: str
    words: frozenset[str]
    targets: frozenset[str]
    ongoing: bool
    day: Days | None
    """None where no article says when."""
    told: Days | None
    places: set[str]
    """Places smaller than a state that reports name."""
    sides: set[str]
    reports: list[Report[Event]] = field(default_factory=list)


def merge_events(
    reports: Sequence[Report[Event]], sides: Mapping[str, str | None], gazetteer: Gazetteer
) -> list[Finding]:
    """Group events into happenings and make a finding of each.

    Args:
        reports: every event of every article, in a fixed order.
        sides: merged actor id -> its side.
        gazetteer: the places that the dossier knows.
    """
    return [_finding(h) for h in group_events(reports, sides, gazetteer)]


def group_events(
    reports: Sequence[Report[Event]], sides: Mapping[str, str | None], gazetteer: Gazetteer
) -> list[Happening]:
    """Put each event to the first happening that it fits, else make one of it."""
    rarity = Counter(word for report in reports for word in stems(report.text))
    index: dict[tuple[str, str, int], list[Happening]] = {}
    happenings: list[Happening] = []
    for report in reports:
        fresh = _read(report, sides, gazetteer)
        stretch = fresh.day or fresh.told
        period = stretch.first // _LEX["kind_days"] if stretch and not fresh.ongoing else 0
        keys = _keys(report, fresh, rarity)
        near = {
            id(h): h for key in keys for p in (period, period - 1, period + 1) for h in index.get((*key, p), [])[:40]
        }
        home = next((h for h in near.values() if _same(h, fresh)), None)
        if home is None:
            home = fresh
            happenings.append(home)
        for key in keys:
            listed = index.setdefault((*key, period), [])
            if home not in listed[-3:] and not any(home is h for h in listed):
                listed.append(home)
        home.reports.append(report)
        home.places |= fresh.places
        home.sides |= fresh.sides
    return happenings


def class_of(report: Report[Event]) -> str | None:
    """The sort of happening that an event's words tell of (siege, capture …)."""
    passage = stems(report.text)
    for name, entry in _LEX["classes"].items():
        first = holds_any(passage, entry["any"])
        if "or" in entry:
            if first or (holds_any(passage, entry["or"]) and holds_any(passage, entry["all"])):
                return str(name)
        elif first and ("all" not in entry or holds_any(passage, entry["all"])):
            return str(name)
    return None


def targets_of(passage: frozenset[str]) -> frozenset[str]:
    """What was hit, by the words of a passage."""
    return frozenset(name for name, entries in _LEX["targets"].items() if holds_any(passage, entries))


def _read(report: Report[Event], sides: Mapping[str, str | None], gazetteer: Gazetteer) -> Happening:
    fact = report.fact
    passage = stems(report.text)
    doers = [m for m in (report.merged(a) for a in fact.actors) if m]
    sort = class_of(report) or "other"
    ongoing = (
        fact.type == "military"
        and fact.date is None
        and sort in ("other", "bombardment", "losses")
        and fact.modality in ("asserted", "claimed")
        and holds_any(passage, _LEX["ongoing"])
        and holds_any(passage, _LEX["fighting"])
    )
    return Happening(
        f"{fact.type}/{sort}",
        passage,
        targets_of(passage),
        ongoing,
        days(fact.date),
        days(report.published),
        set() if ongoing or not fact.place else set(gazetteer.local(fact.place)),
        {sides.get(d) or d for d in doers},
    )


def _keys(report: Report[Event], fresh: Happening, rarity: Mapping[str, int]) -> list[tuple[str, str]]:
    if fresh.ongoing:
        return [("ongoing", "")]
    keys = [("place", f"{fresh.sort} {place}") for place in sorted(fresh.places)]
    keys += [("target", f"{fresh.sort} {target}") for target in sorted(fresh.targets)]
    if fresh.day:
        keys.append(("day", f"{fresh.sort} {fresh.day.first}"))
    rarest = sorted(fresh.words, key=lambda word: (rarity[word], word))[: _LEX["leads"]]
    return [*keys, *(("word", f"{report.fact.type} {word}") for word in rarest)]


def _same(left: Happening, right: Happening) -> bool:
    """Whether two reports are of one happening (or, without a day, of one kind of happening)."""
    if left.ongoing or right.ongoing:
        return left.ongoing and right.ongoing
    if left.sides and right.sides and left.sides.isdisjoint(right.sides):
        return False
    if left.places and right.places and left.places.isdisjoint(right.places):
        return False
    if left.day and right.day and left.day.gap(right.day) > 0:
        return False
    if left.sort == right.sort and not left.sort.endswith("/other"):
        return _same_class(left, right)
    return (
        _near(left, right, _LEX["days"])
        and jaccard(left.words, right.words) >= _LEX["alike"]
        and left.sort.partition("/")[0] == right.sort.partition("/")[0]
    )


def _same_class(left: Happening, right: Happening) -> bool:
    shared_place = bool(left.places & right.places)
    alike = overlap(left.words, right.words)
    if left.day and right.day:
        once = left.sort.partition("/")[2] in _LEX["once_a_day"]
        return shared_place or once or (bool(left.sides & right.sides) and alike >= _LEX["alike"] / 2)
    telling = alike >= _LEX["alike"] and len(left.words & right.words) >= _LEX["telling"]
    if shared_place or telling:
        return _near(left, right, _LEX["kind_days"])
    hit = left.targets & right.targets if left.sort.partition("/")[2] in _LEX["by_target"] else frozenset()
    return (
        bool(hit)
        and not (left.day or right.day)
        and _near(left, right, _LEX["kind_days"])
        and bool(left.words & right.words)
    )


def _near(left: Happening, right: Happening, limit: int) -> bool:
    a, b = left.day or left.told, right.day or right.told
    return a is None or b is None or a.gap(b) <= limit


def _finding(happening: Happening) -> Finding:
    reports = happening.reports
    rows: dict[str, list[Report[Event]]] = {}
    for report in reports:
        rows.setdefault(report.fact.modality, []).append(report)
    against = {"denied", "negated"} & set(rows)
    variants = [
        make_variant(
            shorten(found[0].text),
            found,
            standing=_standing(modality, bool(against), len(rows)),
            note=modality,
            by=[d for r in found for d in [r.merged(getattr(r.fact, "speaker", None))] if d],
        )
        for modality, found in sorted(
            rows.items(), key=lambda row: ["asserted", "claimed", "planned", "denied", "negated"].index(row[0])
        )
    ]
    lead = min(reports, key=lambda r: (r.fact.date is None, r.fact.place is None, r.order))
    first = min(reports, key=lambda r: r.order)
    actors = list(dict.fromkeys(m for r in reports for a in r.fact.actors if (m := r.merged(a))))
    finding = make_finding(
        "event",
        actors[0] if actors else lead.fact.type,
        "event",
        shorten(lead.text),
        variants,
        "fighting that goes on, wherever it is told of"
        if happening.ongoing
        else "one sort of happening, one place, days that fit",
        [first.article.id, first.fact.id],
        actors=actors,
        date=lead.fact.date,
    )
    if finding.verdict == "corroborated" and not happening.ongoing and not _confirmed(reports):
        finding.verdict, finding.origins = "single origin", [lead.origin]
    return finding


def _confirmed(reports: Sequence[Report[Event]]) -> bool:
    """Whether two origins tell the same deed: of one day, at one place, and of no two doers."""
    return any(
        left.origin != right.origin and _same_deed(left, right) for left, right in combinations(reports[:_MOST], 2)
    )


def _same_deed(left: Report[Event], right: Report[Event]) -> bool:
    """One day told by both, or by neither in articles of nearly one day; and one place."""
    a, b = left.fact.date, right.fact.date
    first, second = days(a or left.published), days(b or right.published)
    near = 0 if a or b else _LEX["days"]
    one_day = bool(a) == bool(b) and first is not None and second is not None and first.gap(second) <= near
    places = left.fact.place, right.fact.place
    return one_day and (places[0] == places[1] or bool(stems(places[0] or "") & stems(places[1] or "")))


def _standing(modality: str, denied: bool, rows: int) -> Standing:
    if denied and rows > 1:
        return "rival"
    return "held"


def denied_events(findings: Sequence[Finding]) -> list[Dispute]:
    """Events that one tells and another denies: rival accounts."""
    return [
        Dispute(
            id=f"{finding.id}-conflict",
            sort="conflict",
            point=finding.value,
            finding=finding.id,
            variants=finding.variants,
            rule="one tells it, another denies it",
            actors=finding.actors,
        )
        for finding in findings
        if finding.kind == "event" and finding.verdict == "disputed"
    ]
