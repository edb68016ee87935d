"""Intervals: two days that one expression joins ("on Sunday and Monday", "from Monday to Wednesday", "between 3 and 5 March")."""

from __future__ import annotations

from datetime import date, timedelta

from generator.extract.layers import Layers, Timex
from generator.extract.timexes.calendars import as_day
from generator.extract.timexes.expressions import word_at

LONGEST = 31
"""Days from the first to the last; what lies farther apart is two times."""

UP_TO = frozenset({"to", "until", "till", "through", "-", "–"})
SHIFTING = frozenset(
    {"postpone", "move", "delay", "bring", "shift", "reschedule", "push", "put", "change", "defer", "extend", "advance"}
)
"""Verbs after which "from Monday to Friday" is an old and a new day."""


def join_intervals(layers: Layers, timexes: list[Timex]) -> list[Timex]:
    """The expressions in their order, two joined days made one interval."""
    joined: list[Timex] = []
    for timex in timexes:
        whole = _joined(layers, joined[-1], timex) if joined else None
        if whole is not None:
            joined[-1] = whole
        else:
            joined.append(timex)
    return joined


def _joined(layers: Layers, first: Timex, second: Timex) -> Timex | None:
    begin, end = as_day(first.value), as_day(second.value)
    if (
        begin is None
        or end is None
        or first.kind != "date"
        or second.kind != "date"
        or not 1 <= second.start - first.end <= 3
    ):
        return None
    last = _last_day(layers, first, second, begin, end)
    if last is None or not 0 < (last - begin).days <= LONGEST:
        return None
    value = f"{begin.isoformat()}/{last.isoformat()}"
    return Timex(
        first.start, second.end, value, "date", f"from one day to the other; {first.why}", "week", first.governor
    )


def _last_day(layers: Layers, first: Timex, second: Timex, begin: date, end: date) -> date | None:
    """The last day by what stands between the two; None where they are no interval."""
    between = layers.tokens.lower[first.end : second.start]
    pair = word_at(layers.tokens, first.start - 1) == "between"
    if not pair and between[0] == "and" and set(between[1:]) <= {"on"}:
        return end if (end - begin).days == 1 else None
    governor = layers.verb_groups[first.governor] if first.governor is not None else None
    if between[0] not in (UP_TO | {"and"} if pair else UP_TO) or (governor is not None and governor.lemma in SHIFTING):
        return None
    if end <= begin and second.form == "weekday":
        end = begin + timedelta(days=(end.weekday() - begin.weekday()) % 7)
    return end
