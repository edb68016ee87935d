"""What the dossier lacks, in lines that a reader can use: what belongs together shares one, and a link stands for a note."""

from __future__ import annotations

from generator.model.knowledge import Gap
from generator.render import grammar
from generator.render.escape import Md
from generator.render.naming import aspect_label, topic_noun
from generator.render.phrases import finding_line
from generator.render.sheet import Sheet


def gap_lines(sheet: Sheet, gaps: list[Gap]) -> list[Md]:
    """Gaps of one kind in lines; those of one round share a line, rounds without a day are named by their links."""
    if gaps and gaps[0].kind == "undated":
        return [sheet.round(gap.round) if gap.round in sheet.library.rounds else gap_line(sheet, gap) for gap in gaps]
    if gaps and gaps[0].kind == "one side":
        return _one_sided(sheet, gaps)
    lines: list[Md] = []
    rounds: dict[str, list[Gap]] = {}
    for gap in gaps:
        finding = sheet.library.findings.get(gap.finding or "")
        if gap.kind == "single origin" and finding is not None and finding.subject in sheet.library.rounds:
            rounds.setdefault(finding.subject, []).append(gap)
        else:
            lines.append(gap_line(sheet, gap))
    return [_points_of(sheet, each, rounds[each]) for each in rounds] + lines


def gap_line(sheet: Sheet, gap: Gap) -> Md:
    """A gap in one line: the finding it is about, else merging's own words."""
    finding = sheet.library.findings.get(gap.finding or "")
    if finding is None:
        return grammar.capital(gap.text) + sheet.cite(gap.cites, 1, shown=True)
    return finding_line(sheet, finding) + sheet.cite(gap.cites, 1, shown=True)


def _one_sided(sheet: Sheet, gaps: list[Gap]) -> list[Md]:
    """The topics of each side that alone is heard, in a line: "Ukraine alone: ceasefire and troop withdrawal"."""
    sides: dict[str, list[Md]] = {}
    other = []
    for gap in gaps:
        finding = sheet.library.findings.get(gap.finding or "")
        if finding is None or not finding.side or finding.topic not in sheet.library.topics:
            other.append(gap_line(sheet, gap))
            continue
        topic = sheet.topic(finding.topic, topic_noun(sheet.library, finding.topic))
        sides.setdefault(finding.side, []).append(topic)
    lines = [Md("{} alone: {}").format(sheet.party(side), grammar.listing(topics)) for side, topics in sides.items()]
    return lines + other


def _points_of(sheet: Sheet, identity: str, gaps: list[Gap]) -> Md:
    """What of a round rests on one origin: "Round 2: length, head of delegation of Ukraine"."""
    labels = [grammar.lower_first(aspect_label(sheet.library.findings[gap.finding or ""].aspect)) for gap in gaps]
    return Md("{}: {}").format(sheet.round(identity), grammar.listing(list(dict.fromkeys(labels))))
