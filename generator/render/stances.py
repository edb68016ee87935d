"""Positions: what a party holds on a topic now, and what changed since it last spoke of it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.lexicon import load_lexicon
from generator.model.knowledge import Finding
from generator.render.library import Library, once

NOBODY = "not named"
MOST_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Held:
    """A position with the one that the same side held on the same topic before."""

    finding: Finding
    before: Finding | None
    """The position before it with another stance; None where there is none."""
    first: bool
    """Whether this is the first that the dossier knows of this side on this topic."""


@once
def history(library: Library) -> dict[str, Held]:
    """Finding id -> the position with what it changed, by side and topic in the order of time."""
    held: dict[str, Held] = {}
    last: dict[tuple[str, str], list[Finding]] = {}
    for finding in library.by_kind.get("position", []):
        key = (holder(library, finding), finding.topic or "")
        earlier = last.setdefault(key, [])
        day = library.when(finding)[0]
        other = [each for each in earlier if library.when(each)[0] < day]
        same = any(each.stance == finding.stance for each in other)
        changed = other[-1] if other and not same and day != "9999" else None
        held[finding.id] = Held(finding, changed, not other)
        earlier.append(finding)
    return held


def holder(library: Library, finding: Finding) -> str:
    """The side of a position; the actor's name where it speaks for none."""
    if finding.side:
        return finding.side
    return next((library.actors[each].name for each in finding.actors if each in library.actors), NOBODY)


@once
def matrix(library: Library) -> dict[tuple[str, str], list[Finding]]:
    """(topic, side) -> its positions, one for each stance: the best supported one, the latest stance first."""
    cells: dict[tuple[str, str], dict[str, Finding]] = {}
    for finding in library.by_kind.get("position", []):
        if not finding.topic or not finding.stance or finding.verdict == "superseded":
            continue
        cell = cells.setdefault((finding.topic, holder(library, finding)), {})
        known = cell.get(finding.stance)
        if known is None or len(finding.origins) >= len(known.origins):
            cell[finding.stance] = finding

    def latest_first(finding: Finding) -> tuple[int, int, str]:
        day = library.when(finding)[0]
        number = 0 if day == "9999" else int(day.replace("-", ""))
        return -number, -len(finding.origins), finding.stance or ""

    return {key: sorted(cell.values(), key=latest_first) for key, cell in cells.items()}


def columns(library: Library) -> list[str]:
    """The columns of the matrix: the parties, then others who hold at least two positions, four in all."""
    counts: dict[str, int] = {}
    for finding in library.by_kind.get("position", []):
        name = holder(library, finding)
        counts[name] = counts.get(name, 0) + 1
    others = [name for name, count in counts.items() if name not in library.parties and count > 1 and name != NOBODY]
    others.sort(key=lambda name: (-counts[name], name))
    return library.parties + others[: max(0, MOST_COLUMNS - len(library.parties))]


@once
@once
def known_topics(library: Library) -> set[str]:
    """The topics that the dossier or the lexicon names; others are called by words of an article, good or not."""
    lexicon = load_lexicon("topics")
    known = {*lexicon["topics"], *lexicon["territories"], *(topic.id for topic in library.knowledge.dossier.topics)}
    return known | {f"{name}-membership" for name in lexicon["organisations"]}


def topics_by_weight(library: Library) -> list[str]:
    """Topics with a position: those of the dossier and the lexicon before mere words of an article, then those first that
    most sides and most origins speak of.
    """
    known = known_topics(library)

    def weight(topic: str) -> tuple[bool, int, int, int]:
        findings = library.by_topic[topic]
        sides = {finding.side for finding in findings if finding.side in library.parties}
        return (
            topic not in known,
            -len(sides),
            -len({origin for each in findings for origin in each.origins}),
            -len(findings),
        )

    return sorted(library.by_topic, key=lambda topic: (*weight(topic), topic))


def by_topic(library: Library, held: list[Held]) -> list[Held]:
    """Positions by topic, the weightiest first, and within a topic by side."""
    order = {topic: place for place, topic in enumerate(topics_by_weight(library))}
    return sorted(held, key=lambda each: (order.get(each.finding.topic or "", 999), holder(library, each.finding)))
