"""Recognising expressions with a noun of time: "four days ago", "a day earlier", "next week", "the eighth day of the war"."""

from __future__ import annotations

from generator.extract.layers import Tokens
from generator.extract.timexes.expressions import Expression
from generator.extract.timexes.words import (
    DAYS,
    EARLY_LATE,
    EVERY,
    HEDGES,
    ORDINALS,
    RELATIONS,
    SEVERAL,
    UNITS,
    number_of,
    ordinal_of,
)

STOPS = frozenset(", . ; : ) ” \" ’ ' — – ? ! and but when as".split())
"""After "before" or "after": no event follows, so the count is from the day mentioned last."""

EVENT_PREPOSITIONS = frozenset({"of", "into", "since", "after", "before"})
HOLDS = frozenset(
    {
        "for",
        "in",
        "within",
        "during",
        "over",
        "last",
        "lasted",
        "lasting",
        "lasts",
        "took",
        "take",
        "spent",
        "another",
        "after",
        "than",
        "than",
        "least",
    }
    | HEDGES
)
"""Before a count of time: it tells how long something takes."""


def _word(tokens: Tokens, i: int) -> str:
    return tokens.lower[i] if 0 <= i < len(tokens) else ""


def read_unit(tokens: Tokens, i: int) -> Expression | None:
    """The expression around the noun of time at token `i`."""
    unit = UNITS[tokens.lower[i]]
    before = _word(tokens, i - 1)
    if before == "-" and (amount := number_of(_word(tokens, i - 2))) is not None:
        return Expression(i - 2, i + 1, "duration", amount=amount, unit=unit)
    if before in EVERY:
        return Expression(i - 1, i + 1, "set", amount=1, unit=unit)
    if unit == "weekend":
        return _weekend(tokens, i)
    if unit == "part":
        return _part_of_day(tokens, i)
    if before in RELATIONS:
        return _related(tokens, i, unit, RELATIONS[before])
    if before == "the" and unit in {"day", "week", "month", "night"} and _word(tokens, i + 1) in {"before", "after"}:
        return _beside(tokens, i, i - 1, 1, unit)
    if before in {"recent", "these", "those", "ensuing"}:
        return Expression(i - 1, i + 1, "vague")
    if (
        (order := ordinal_of(before)) is not None
        and before != "second"
        or (before in ORDINALS and _word(tokens, i - 2) == "the")
    ):
        return _counted_from(tokens, i, unit, (order or ORDINALS[before]) - 1)
    return _counted(tokens, i, unit)


def _weekend(tokens: Tokens, i: int) -> Expression:
    relation = RELATIONS.get(_word(tokens, i - 1))
    start = i - 1 if relation or _word(tokens, i - 1) == "the" else i
    return Expression(start, i + 1, "weekend", relation=relation)


def _part_of_day(tokens: Tokens, i: int) -> Expression | None:
    """ "this morning"; "in the morning" names no day."""
    relation = RELATIONS.get(_word(tokens, i - 1))
    if relation == "this":
        return Expression(i - 1, i + 1, "near day", amount=0, part=tokens.lower[i])
    if relation in {"same", "before", "after", "next"}:
        amount = {"same": 0, "before": -1}.get(relation, 1)
        form = "same day" if relation == "same" else "shift"
        return Expression(i - 1, i + 1, form, amount=amount, unit="day", relation="told", part=tokens.lower[i])
    return None


def _related(tokens: Tokens, i: int, unit: str, relation: str) -> Expression | None:
    """ "last week", "the next day", "the same day", "the coming days"."""
    start = i - 1
    start -= _word(tokens, start - 1) in {"this", "very", "same", "that"} and relation in {"next", "same"}
    if unit == "night" and relation == "last":
        return Expression(start, i + 1, "near day", amount=-1, part="night")
    if tokens.lower[i].rstrip("'’").endswith("s") and not tokens.lower[i].endswith(("'s", "’s")):
        return Expression(start, i + 1, "vague")
    if unit in {"day", "night"}:
        if relation == "same" or relation == "this":
            return Expression(start, i + 1, "same day")
        amount = -1 if relation in {"before", "last"} else 1
        return Expression(start, i + 1, "shift", amount=amount, unit="day", relation="told")
    if unit not in {"week", "month", "year", "decade", "fortnight"} or relation == "same":
        return Expression(start, i + 1, "vague")
    part = EARLY_LATE.get(_word(tokens, start - 1))
    return Expression(start - 1 if part else start, i + 1, "period", relation=relation, unit=unit, part=part)


def _beside(tokens: Tokens, i: int, start: int, amount: int | None, unit: str) -> Expression:
    """ "the day before", "two days after the summit", "the day before yesterday"."""
    cue = _word(tokens, i + 1)
    sign = -1 if cue in {"before", "earlier", "prior"} else 1
    count = None if amount is None else sign * amount
    beyond = _word(tokens, i + 2)
    if beyond in DAYS:
        days = DAYS[beyond] + (count or 0)
        return Expression(start, i + 3, "near day", amount=days)
    if cue in {"before", "after"} and beyond and beyond not in STOPS:
        return Expression(start, i + 2, "since event", amount=count, unit=unit, event=i + 2)
    return Expression(start, i + 2, "shift", amount=count, unit=unit, relation="told")


def _counted_from(tokens: Tokens, i: int, unit: str, amount: int) -> Expression | None:
    """ "the eighth day of the invasion"; without an event an ordinal names no day."""
    if _word(tokens, i + 1) not in EVENT_PREPOSITIONS:
        return None
    start = i - 2 if _word(tokens, i - 2) == "the" else i - 1
    return Expression(start, i + 1, "since event", amount=amount, unit=unit, relation="nth", event=i + 2)


def _counted(tokens: Tokens, i: int, unit: str) -> Expression | None:
    """A number of units with what follows: "four days ago", "three weeks after the invasion", "about five hours"."""
    start, amount, certain = _count_before(tokens, i)
    if start == i and not tokens.lower[i].endswith("s"):
        return None
    cue = _word(tokens, i + 1)
    amount = amount if certain else None
    if cue == "ago":
        return Expression(start, i + 2, "shift", amount=-amount if amount else None, unit=unit, relation="now")
    if cue == "from" and _word(tokens, i + 2) == "now":
        return Expression(start, i + 3, "shift", amount=amount, unit=unit, relation="now")
    if cue in {"earlier", "before", "prior", "later", "after", "afterwards"}:
        return _beside(tokens, i, start, amount, unit)
    if cue in {"into", "since"} and start < i:
        return Expression(start, i + 1, "since event", amount=amount, unit=unit, event=i + 2)
    if start == i:
        return (
            Expression(i, i + 1, "duration", unit=unit)
            if _word(tokens, i - 1) in {"for", "after", "took", "within"}
            else None
        )
    return _how_long(tokens, start, i, unit, amount)


def _how_long(tokens: Tokens, start: int, i: int, unit: str, amount: int | None) -> Expression | None:
    before = _word(tokens, start - 1)
    if before == "in" and amount and tokens.lower[i - 1] not in {"a", "an"} | SEVERAL:
        return Expression(start, i + 1, "shift", amount=amount, unit=unit, relation="in")
    if _word(tokens, start) in {"a", "an", "one"} and start == i - 1 and before not in HOLDS:
        return None
    first = start
    while _word(tokens, first - 1) in HEDGES or (
        _word(tokens, first - 1) in {"than", "to"} and _word(tokens, first - 2) in {"more", "less", "up"}
    ):
        first -= 2 if _word(tokens, first - 1) in {"than", "to"} else 1
    return Expression(max(first, 0), i + 1, "duration", amount=amount, unit=unit)


def _count_before(tokens: Tokens, i: int) -> tuple[int, int, bool]:
    """First token of the number before token `i`, its value, and whether it is a certain one; `i` itself where there is none."""
    at = i - 1
    word = _word(tokens, at)
    if word in {"and", "half"}:
        return i, 0, False
    if word in SEVERAL:
        at -= _word(tokens, at - 1) in {"a", "the"}
        return at, 0, False
    if word == "of" and _word(tokens, i - 2) in SEVERAL:
        at = i - 3 if _word(tokens, i - 3) == "a" else i - 2
        return at, 0, False
    if (amount := number_of(word)) is None:
        return i, 0, False
    if _word(tokens, at - 1) == "-" and (tens := number_of(_word(tokens, at - 2))) and tens >= 20:
        return at - 2, tens + amount, True
    if word == "hundred" and (hundreds := number_of(_word(tokens, at - 1))):
        return at - 1, hundreds * 100, True
    return at, amount, True
