"""Recognising expressions with a noun of time: "next week", "the same day", "last night", "the eighth day of the war"."""

from __future__ import annotations

from generator.extract.layers import Tokens
from generator.extract.timexes.absolute import EDGES
from generator.extract.timexes.counts import read_beside, read_count
from generator.extract.timexes.expressions import Expression, Form, word_at
from generator.extract.timexes.words import EARLY_LATE, EVERY, ORDINALS, RELATIONS, UNITS, number_of, ordinal_of

EVENT_PREPOSITIONS = frozenset({"of", "into", "since", "after", "before"})
OF_EVENT = frozenset({"as", "that", "when", "it", "he", "she", "they", "of"})
"""After "the same day": the day of something told right there, and not the day mentioned last."""

UNCERTAIN = frozenset({"recent", "these", "those", "ensuing"})


def read_unit(tokens: Tokens, i: int) -> Expression | None:
    """The expression around the noun of time at token `i`."""
    unit = UNITS[tokens.lower[i]]
    before = word_at(tokens, i - 1)
    if unit in {"weekend", "part"}:
        return _weekend(tokens, i) if unit == "weekend" else _part_of_day(tokens, i)
    if before in RELATIONS:
        return _related(tokens, i, unit, RELATIONS[before])
    if before == "the" and unit in {"day", "week", "month", "night"} and word_at(tokens, i + 1) in {"before", "after"}:
        return read_beside(tokens, i, i - 1, 1, unit)
    if (
        before == "the"
        and word_at(tokens, i - 2) == "of"
        and word_at(tokens, i - 3) in EDGES
        and unit in {"month", "year"}
    ):
        start = i - 4 if word_at(tokens, i - 4) == "the" else i - 3
        return Expression(
            start, i + 1, "period", relation="under heading", unit=unit, part=EDGES[word_at(tokens, i - 3)]
        )
    if before in ORDINALS or ordinal_of(before) is not None:
        return _counted_from(tokens, i, unit, (ordinal_of(before) or 1) - 1)
    return _uncertain(tokens, i, unit, before) or read_count(tokens, i, unit)


def _uncertain(tokens: Tokens, i: int, unit: str, before: str) -> Expression | None:
    """Such as "every day", "a 12-hour meeting", "in recent days"."""
    if before == "-" and (amount := number_of(word_at(tokens, i - 2))) is not None:
        return Expression(i - 2, i + 1, "duration", amount=amount, unit=unit)
    if before in EVERY:
        return Expression(i - 1, i + 1, "set", amount=1, unit=unit)
    return Expression(i - 1, i + 1, "vague") if before in UNCERTAIN else None


def _weekend(tokens: Tokens, i: int) -> Expression:
    relation = RELATIONS.get(word_at(tokens, i - 1))
    start = i - 1 if relation or word_at(tokens, i - 1) == "the" else i
    return Expression(start, i + 1, "weekend", relation=relation)


def _part_of_day(tokens: Tokens, i: int) -> Expression | None:
    """Such as "this morning"; "in the morning" names no day."""
    relation = RELATIONS.get(word_at(tokens, i - 1))
    if relation == "this":
        return Expression(i - 1, i + 1, "near day", amount=0, part=tokens.lower[i])
    if relation in {"same", "before", "after", "next"}:
        amount = {"same": 0, "before": -1}.get(relation, 1)
        form: Form = "same day" if relation == "same" else "shift"
        return Expression(i - 1, i + 1, form, amount=amount, unit="day", relation="told", part=tokens.lower[i])
    return None


def _related(tokens: Tokens, i: int, unit: str, relation: str) -> Expression | None:
    """Such as "last week", "the next day", "the same day", "the coming days"."""
    start = i - 1
    start -= word_at(tokens, start - 1) in {"this", "very", "same", "that"} and relation in {"next", "same"}
    start -= word_at(tokens, start - 1) == "the"
    plural = tokens.lower[i].rstrip("'’").endswith("s") and not tokens.lower[i].endswith(("'s", "’s"))
    if word_at(tokens, start - 1) == "to" and relation == "this":
        return None
    if unit in {"day", "night"} and not plural:
        if relation == "same" and word_at(tokens, i + 1) in OF_EVENT:
            return Expression(start, i + 1, "vague")
        return _related_day(start, i + 1, unit, relation)
    if plural or relation == "same" or unit not in {"week", "month", "year", "decade", "fortnight"}:
        return Expression(start, i + 1, "vague")
    before = word_at(tokens, start - 1)
    # "earlier this month" is any day of it up to now, "early this month" one of its first days
    part = None if before.endswith("er") else EARLY_LATE.get(before)
    start -= before in EARLY_LATE
    return Expression(start, i + 1, "period", relation=relation, unit=unit, part=part)


def _related_day(start: int, end: int, unit: str, relation: str) -> Expression | None:
    """Such as "last night", "that day", "the previous day"; "the last day" is the end of something."""
    if relation == "last":
        return Expression(start, end, "near day", amount=-1, part="night") if unit == "night" else None
    if relation in {"same", "this"}:
        return Expression(start, end, "same day")
    return Expression(start, end, "shift", amount=-1 if relation == "before" else 1, unit="day", relation="told")


def _counted_from(tokens: Tokens, i: int, unit: str, amount: int) -> Expression | None:
    """Such as "the eighth day of the invasion"; without an event an ordinal names no day."""
    if word_at(tokens, i + 1) not in EVENT_PREPOSITIONS:
        return None
    start = i - 2 if word_at(tokens, i - 2) == "the" else i - 1
    return Expression(start, i + 1, "since event", amount=amount, unit=unit, relation="nth", event=i + 2)
