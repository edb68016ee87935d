"""The timeline as a picture: a lane for rounds, one for each side's statements, one for events; days from left to right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.render import grammar
from generator.render.chronicle import Moment
from generator.render.dates import MONTHS, date_words
from generator.render.environment import write
from generator.render.escape import Md

TOP = 14
LANE = 40
LONG = 300
"""Days from which on the axis names months and years."""

FEW = 0.2
"""Share of the entries that may be left out where they alone stretch the axis to more than twice its length."""


SIGN = 6.4
"""Width of a letter of a lane's name, in the units of the picture."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The room of a picture: from desk to phone the same entries on fewer ticks."""

    size: str
    width: int
    left: float
    ticks: int
    right: int = 20

    def place(self, day: date, first: date, last: date) -> float:
        """Where a day stands between left and right."""
        share = (day - first).days / max(1, (last - first).days)
        return round(self.left + 14 + share * (self.width - self.left - self.right - 28), 1)


@dataclass(frozen=True, slots=True)
class Dot:
    """One mark: all moments of a lane on one day."""

    x: float
    y: float
    size: float
    lane: int
    label: str
    number: str
    """What stands on the mark: the number of a round; empty for others."""


def timeline(dated: list[Moment], sides: list[str], name: str = "timeline") -> Md:
    """The picture of moments that have a day; empty where fewer than two days are known."""
    dated = [each for each in dated if each.day != "9999"]
    whole = len(dated)
    dated = without_stragglers(dated)
    days = sorted({date.fromisoformat(each.day) for each in dated})
    if len(days) < 2:
        return Md("")
    lanes = _lanes(dated, sides)
    left = 12 + SIGN * max(len(label) for label, _ in lanes)
    frames = (Frame("large", 760, left, 8), Frame("small", 360, left, 4))
    return Md("\n").join(_picture(dated, lanes, frame, name, whole - len(dated)) for frame in frames)


def _picture(dated: list[Moment], lanes: list[tuple[str, list[Moment]]], frame: Frame, name: str, left_out: int) -> Md:
    days = sorted({date.fromisoformat(each.day) for each in dated})
    first, last = days[0], days[-1]
    height = TOP + LANE * len(lanes) + 34
    return write(
        "pictures/timeline.svg.j2",
        name=f"{name}-{frame.size}",
        size=frame.size,
        width=frame.width,
        height=height,
        left=frame.left,
        right=frame.width - frame.right,
        axis=height - 30,
        lanes=[(label, TOP + LANE * row + LANE / 2) for row, (label, _) in enumerate(lanes)],
        dots=[dot for row, (_, inside) in enumerate(lanes) for dot in _dots(inside, row, first, last, frame)],
        ticks=_ticks(first, last, frame),
        title=f"Timeline from {date_words(first.isoformat())} to {date_words(last.isoformat())}",
        text=f"{grammar.capital(grammar.counted(len(dated), 'entry'))} on {grammar.counted(len(days), 'day')}.",
        left_out=left_out,
    )


def without_stragglers(dated: list[Moment]) -> list[Moment]:
    """The moments without the few that lie so far off that they would press all others together; rounds always stay."""
    rounds = [each.day for each in dated if each.kind == "round"]
    kept, most = dated, FEW * len(dated)
    while True:
        days = sorted({each.day for each in kept})
        gaps = {day: _days(day, after) for day, after in pairwise(days)}
        widest = max(gaps, key=lambda day: gaps[day], default="")
        if not widest or gaps[widest] < LONG or 2 * gaps[widest] < _days(days[0], days[-1]):
            return kept
        parts = ([each for each in kept if each.day <= widest], [each for each in kept if each.day > widest])
        few, many = sorted(parts, key=len)
        if len(dated) - len(many) > most or any(each.day in rounds for each in few):
            return kept
        kept = many


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _lanes(dated: list[Moment], sides: list[str]) -> list[tuple[str, list[Moment]]]:
    statements = [each for each in dated if each.kind == "statement"]
    lanes = [("Rounds", [each for each in dated if each.kind == "round"])]
    lanes += [(f"{side} speaks", [each for each in statements if each.side == side]) for side in sides[:3]]
    lanes.append(("Others speak", [each for each in statements if each.side not in sides[:3]]))
    lanes.append(("Events", [each for each in dated if each.kind == "event"]))
    return [lane for lane in lanes if lane[1]]


def _dots(inside: list[Moment], row: int, first: date, last: date, frame: Frame) -> list[Dot]:
    counts = Counter(each.day for each in inside)
    names = {each.day: each.words for each in inside if each.kind == "round"}
    numbers = {each.day: each.number for each in inside if each.kind == "round"}
    dots = []
    for day, count in sorted(counts.items()):
        label = f"{date_words(day)}: {names.get(day) or grammar.counted(count, 'entry')}"
        size = 9.0 if day in names else min(5 + 1.6 * (count - 1) ** 0.5, 14)
        x = frame.place(date.fromisoformat(day), first, last)
        number = numbers.get(day, str(count) if count > 1 else "")
        dots.append(Dot(x, TOP + LANE * row + LANE / 2, round(size, 1), row, label, number))
    return dots


def _ticks(first: date, last: date, frame: Frame) -> list[tuple[float, str]]:
    whole = (last - first).days
    step = max(1, -(-whole // (frame.ticks - 1)))
    days = [date.fromordinal(first.toordinal() + offset) for offset in range(0, whole + 1, step)]
    return [(frame.place(day, first, last), _tick(day, whole)) for day in days]


def _tick(day: date, whole: int) -> str:
    month = MONTHS[day.month][:3]
    return f"{month} {day.year}" if whole > LONG else f"{day.day} {month}"
