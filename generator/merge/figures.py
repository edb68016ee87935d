"""Figures: the same thing counted by several. Unit, qualifier and day are compared before two numbers are called a dispute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.lexicon import load_lexicon
from generator.merge.edtf import days
from generator.merge.reports import Report
from generator.merge.verdicts import Standing, make_finding, make_variant, weight
from generator.merge.wording import overlap, stem, stems
from generator.model.facts import Figure
from generator.model.knowledge import Dispute, Finding, Variant

_LEX = load_lexicon("merge_figures")
_TOLERANCE: float = _LEX["tolerance"]
_SAME_DAYS: int = _LEX["same_days"]
_UNITS = frozenset(stem(word) for word in _LEX["units"])
_MEASURES = frozenset(stem(word) for word in _LEX["measures"])


@dataclass
class Count:
    """One thing that is counted, with every number given for it."""

    of: frozenset[str]
    around: frozenset[str]
    """The words of the sentence in which it was first told."""
    first: str
    """The article and fact in which it was first told: tells things of one name apart."""
    reports: list[Report[Figure]] = field(default_factory=list)


def merge_figures(reports: Sequence[Report[Figure]], sides: Mapping[str, str | None]) -> list[Finding]:
    """Group figures by what they count and who gives them: counts of several givers stand beside one another, never as one.

    Numbers of different givers that exclude each other are in dispute.

    Args:
        reports: every figure of every article, in a fixed order.
        sides: merged actor id -> its side; those of one side give one count.
    """
    return [finding for count in _counts(reports) for finding in _findings(count, sides)]


def disputed_figures(findings: Sequence[Finding]) -> list[Dispute]:
    """The disputes that findings on figures hold; one for each thing counted, however many give it."""
    disputed: dict[frozenset[tuple[str, str]], Finding] = {}
    for finding in findings:
        if finding.kind == "figure" and finding.verdict == "disputed":
            disputed.setdefault(frozenset((ref.article, ref.fact) for ref in finding.facts), finding)
    return [
        Dispute(
            id=f"{finding.id}-conflict",
            sort="conflict",
            point=finding.subject,
            finding=finding.id,
            variants=finding.variants,
            rule="numbers of the same days that exclude each other",
            actors=finding.actors,
        )
        for finding in disputed.values()
    ]


def _counts(reports: Sequence[Report[Figure]]) -> list[Count]:
    """The figures by what they count; a thing told by hardly more than its unit is known by the sentence around it."""
    rarity: Counter[str] = Counter(word for report in reports for word in stems(report.text))
    index: dict[tuple[frozenset[str], str], list[Count]] = {}
    counts: list[Count] = []
    for report in reports:
        thing = stems(report.fact.of)
        around = stems(report.text) - thing
        leads = [""] if _is_specific(thing) else sorted(around, key=lambda word: (rarity[word], word))[: _LEX["leads"]]
        near = {id(count): count for lead in leads for count in index.get((thing, lead), [])}
        home = next((count for count in near.values() if _same(count, report, around)), None)
        if home is None:
            home = Count(thing, around, f"{report.article.id} {report.fact.id}")
            counts.append(home)
        for lead in leads:
            listed = index.setdefault((thing, lead), [])
            if not any(home is count for count in listed):
                listed.append(home)
        home.reports.append(report)
    return counts


def _is_specific(thing: frozenset[str]) -> bool:
    """Whether the words say by themselves what is counted ("Russian soldiers killed", not "percent of votes")."""
    return len(thing - _UNITS) >= _LEX["specific"] and thing.isdisjoint(_MEASURES)


def _same(count: Count, report: Report[Figure], around: frozenset[str]) -> bool:
    """Whether a figure is of this thing; two numbers of one giver in one article are of two ("12 and 9 floors")."""
    if not _is_specific(count.of):
        shared = len(count.around & around)
        alike = shared >= _LEX["shared"] and overlap(count.around, around) >= _LEX["alike"]
        if not alike or not compatible(count.reports[0], report):
            return False
    return not any(
        r.article.id == report.article.id
        and r.fact.value != report.fact.value
        and r.fact.speaker == report.fact.speaker
        for r in count.reports
    )


def words_of(report: Report[Figure]) -> str:
    """A figure in words: "more than 600"."""
    value = f"{report.fact.value:,}"
    return value if report.fact.qualifier == "exact" else f"{report.fact.qualifier} {value}"


def compatible(left: Report[Figure], right: Report[Figure]) -> bool:
    """Whether both numbers can be true at the same time."""
    a, b = left.fact, right.fact
    if "more than" in (a.qualifier, b.qualifier) or "less than" in (a.qualifier, b.qualifier):
        return _within(a, b.value) and _within(b, a.value)
    if "about" in (a.qualifier, b.qualifier):
        return abs(a.value - b.value) <= _TOLERANCE * max(abs(a.value), abs(b.value))
    return a.value == b.value


def _within(figure: Figure, value: float) -> bool:
    if figure.qualifier == "more than":
        return value >= figure.value
    if figure.qualifier == "less than":
        return value <= figure.value
    return True


def _findings(count: Count, sides: Mapping[str, str | None]) -> list[Finding]:
    """A finding for each giver, with what others give in its rivals."""
    givers = _by_giver(count.reports, sides)
    return [_finding(count, own, [r for other in givers if other is not own for r in other]) for own in givers]


def _by_giver(reports: Sequence[Report[Figure]], sides: Mapping[str, str | None]) -> list[list[Report[Figure]]]:
    """The reports by who gives the number; one that an article gives itself goes with a giver of the same number."""
    table: dict[str, list[Report[Figure]]] = {}
    for report in reports:
        giver = report.merged(report.fact.speaker)
        table.setdefault((sides.get(giver) or giver or "") if giver else "", []).append(report)
    own = table.pop("", [])
    left: list[Report[Figure]] = []
    for report in own:
        home = next((found for found in table.values() if compatible(found[0], report)), left)
        home.append(report)
    return [*table.values(), *([left] if left else [])]


def _finding(count: Count, own: list[Report[Figure]], others: list[Report[Figure]]) -> Finding:
    rows: dict[tuple[str, str], list[Report[Figure]]] = {}
    for report in own:
        rows.setdefault((words_of(report), report.merged(report.fact.speaker) or ""), []).append(report)
    ranked = sorted(rows.items(), key=lambda row: ([-n for n in weight(row[1])], -_latest(row[1]), row[0]))
    lead = ranked[0][1][0]
    variants = [_variant(value, giver, found, lead) for (value, giver), found in ranked]
    variants += [v for v in _others(others, lead) if v.standing == "rival"]
    first = count.reports[0]
    return make_finding(
        "figure",
        lead.fact.of,
        "figure",
        f"{words_of(lead)} {lead.fact.of}" if not lead.fact.of.startswith(words_of(lead)) else lead.fact.of,
        variants,
        "the same thing counted by one giver; rough numbers agree with near ones",
        [*sorted(count.of), count.first, *([words_of(lead)] if first not in own else [])],
        actors=list(dict.fromkeys(giver for (_, giver), _ in ranked if giver)),
        date=lead.fact.date,
    )


def _others(others: Sequence[Report[Figure]], lead: Report[Figure]) -> list[Variant]:
    """What others give for the same thing."""
    rows: dict[tuple[str, str], list[Report[Figure]]] = {}
    for report in others:
        rows.setdefault((words_of(report), report.merged(report.fact.speaker) or ""), []).append(report)
    return [_variant(value, giver, found, lead) for (value, giver), found in sorted(rows.items())]


def _latest(reports: Sequence[Report[Figure]]) -> int:
    return max((d.last for r in reports if (d := days(r.when))), default=0)


def _variant(value: str, giver: str, found: list[Report[Figure]], lead: Report[Figure]) -> Variant:
    standing: Standing = "held"
    if not any(compatible(lead, report) for report in found):
        a, b = days(lead.when), days(found[0].when)
        standing = "rival" if a is None or b is None or a.gap(b) <= _SAME_DAYS else "superseded"
    return make_variant(value, found, standing=standing, by=[giver] if giver else [])
