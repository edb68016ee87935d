"""Recognising counts of time: "four days ago", "a day earlier", "three weeks after the invasion", "about five hours"."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.layers import Tokens
from generator.extract.timexes.expressions import Expression, word_at
from generator.extract.timexes.words import DAYS, HEDGES, SEVERAL, number_of

STOPS = frozenset({".", ",", ";", ":", ")", "”", '"', "’", "'", "—", "–", "?", "!", "and", "but", "when", "as"})
"""After "before" or "after": no event follows, so the count is from the day mentioned last."""

BESIDE = frozenset({"earlier", "before", "prior", "later", "after", "afterwards"})
BACKWARDS = frozenset({"before", "earlier", "prior"})
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
    }
    | HEDGES
)
"""Before a count of time: it tells how long something takes."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number before a noun of time: its first token and its value (None for "several")."""

    start: int
    amount: int | None


def read_count(tokens: Tokens, i: int, unit: str) -> Expression | None:
    """A number of the units at token `i` with what follows them."""
    count = _count_before(tokens, i)
    if count is None:
        return _bare_plural(tokens, i, unit)
    cue = word_at(tokens, i + 1)
    if cue in BESIDE:
        return read_beside(tokens, i, count.start, count.amount, unit)
    if cue in {"into", "since"}:
        return Expression(count.start, i + 1, "since event", amount=count.amount, unit=unit, event=i + 2)
    if cue == "ago":
        amount = -count.amount if count.amount else None
        return Expression(count.start, i + 2, "shift", amount=amount, unit=unit, relation="now")
    if cue == "from" and word_at(tokens, i + 2) == "now":
        return Expression(count.start, i + 3, "shift", amount=count.amount, unit=unit, relation="now")
    return _how_long(tokens, i, count, unit)


def read_beside(tokens: Tokens, i: int, start: int, amount: int | None, unit: str) -> Expression:
    """A count before or after something: "the day before", "two days after the summit", "the day before yesterday".

    Args:
        tokens: the article's tokens.
        i: the noun of time.
        start: first token of the count.
        amount: the count, None for "several".
        unit: what it counts.
    """
    cue = word_at(tokens, i + 1)
    count = None if amount is None else -amount if cue in BACKWARDS else amount
    beyond = word_at(tokens, i + 2)
    if beyond in DAYS:
        return Expression(start, i + 3, "near day", amount=DAYS[beyond] + (count or 0))
    if cue in {"before", "after"} and beyond and beyond not in STOPS:
        return Expression(start, i + 2, "since event", amount=count, unit=unit, event=i + 2)
    return Expression(start, i + 2, "shift", amount=count, unit=unit, relation="told")


def _bare_plural(tokens: Tokens, i: int, unit: str) -> Expression | None:
    """Units without a number: "days after the attack" and "for weeks" name no certain time."""
    if not tokens.lower[i].endswith("s"):
        return None
    if word_at(tokens, i + 1) in BESIDE:
        return read_beside(tokens, i, i, None, unit)
    held = word_at(tokens, i - 1) in {"for", "after", "took", "within"}
    return Expression(i, i + 1, "duration", unit=unit) if held else None


def _how_long(tokens: Tokens, i: int, count: Count, unit: str) -> Expression | None:
    """A length of time with its hedge; "in four days" may be a day to come."""
    before = word_at(tokens, count.start - 1)
    single = count.start == i - 1 and tokens.lower[count.start] in {"a", "an", "one"}
    if before == "in" and count.amount and not single:
        return Expression(count.start, i + 1, "shift", amount=count.amount, unit=unit, relation="in")
    if single and before not in HOLDS:
        return None
    return Expression(_with_hedge(tokens, count.start), i + 1, "duration", amount=count.amount, unit=unit)


def _with_hedge(tokens: Tokens, start: int) -> int:
    """Take in "about", "more than", "up to" before a number."""
    if word_at(tokens, start - 1) in {"than", "to"} and word_at(tokens, start - 2) in {"more", "less", "up"}:
        return start - 2
    return start - 1 if word_at(tokens, start - 1) in HEDGES else start


def _count_before(tokens: Tokens, i: int) -> Count | None:
    """The number before token `i`: "four", "twenty-five", "several", "a couple of"."""
    at = i - 1
    if word_at(tokens, at) == "of" and word_at(tokens, at - 1) in SEVERAL:
        at -= 1
    word = word_at(tokens, at)
    if word in SEVERAL:
        return Count(at - 1 if word_at(tokens, at - 1) in {"a", "the"} else at, None)
    amount = number_of(word)
    if amount is None:
        return None
    if word == "hundred":
        many = number_of(word_at(tokens, at - 1))
        return Count(at - 1, 100 * many) if many else Count(at, 100)
    above = number_of(word_at(tokens, at - 2)) if word_at(tokens, at - 1) == "-" else None
    return Count(at - 2, above + amount) if above and above >= 20 > amount else Count(at, amount)
