"""Recognising absolute dates: "Thursday, March 3, 2022", "3 March", "mid-March", "in 2014", "2022-03-02", "3/3/2022"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from generator.extract.layers import Tokens
from generator.extract.timexes.expressions import Expression
from generator.extract.timexes.ranges import read_run
from generator.extract.timexes.words import EARLY_LATE, MONTHS, RELATIONS, WEEKDAYS, number_of, ordinal_of
from generator.lexicon.dates import make_date, numeric_order, order_told

NUMERIC = re.compile(r"(?<![\d/.-])(?:(\d{4})-(\d\d?)-(\d\d?)|(\d\d?)([/.])(\d\d?)\5((?:19|20)\d\d))(?![\d/-])")
UNSURE_ALONE = frozenset(
    {"may", "march", "mar", "mar.", "jan", "sep", "dec", "jun", "jul", "apr", "feb", "aug", "oct", "nov", "sept"}
)
"""Months that are other words too, or abbreviations too short to stand alone."""

BEFORE_MONTH = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "by",
        "of",
        "from",
        "to",
        "between",
        "during",
        "through",
        "early",
        "late",
        "mid",
        "last",
        "next",
        "this",
        "early-mid",
    ]
)
EDGES = {"end": "late", "close": "late", "beginning": "early", "start": "early", "outset": "early", "middle": "mid"}
"""Nouns before "of March" that name a part of the month."""


def read_numeric(tokens: Tokens, text: str) -> Iterator[Expression]:
    """All dates in figures alone; the tokenizer may have cut them into several tokens."""
    american = order_told(text)
    for found in NUMERIC.finditer(text):
        start, end = bisect_right(tokens.start, found.start()) - 1, bisect_left(tokens.end, found.end()) + 1
        other = None
        if found[1]:
            year, month, day = int(found[1]), int(found[2]), int(found[3])
        else:
            month, day = numeric_order(int(found[4]), int(found[6]), slash=found[5] == "/", american=american)
            year = int(found[7])
            if found[5] == "/" and american is None and month != day:
                other = make_date(year, day, month)
        if make_date(year, month, day) and start >= 0:
            yield Expression(start, end, "day", year=year, month=month, day=day, other=other)


def read_month(tokens: Tokens, i: int) -> Expression | None:
    """A date around the month at token `i`, or the month itself."""
    month = MONTHS[tokens.lower[i]]
    if not tokens.text[i][0].isupper():
        return None
    if run := read_run(tokens, i):
        year, end = _year_after(tokens, max(run.end, i + 1), comma=True)
        return Expression(min(run.start, i), end, "day", year=year, month=month, day=run.first, last_day=run.last)
    day, start = _day_before(tokens, i)
    end = i + 1
    if day is None and (day := _day_number(tokens, i + 1)) is not None:
        end = i + 2
    year, end = _year_after(tokens, end, comma=day is not None)
    if day is not None:
        if make_date(year or 2000, month, day) is None:
            return None
        start = _weekday_before(tokens, start)
        return Expression(start, end, "day", year=year, month=month, day=day)
    return _month_alone(tokens, i, end, month, year)


def _day_before(tokens: Tokens, i: int) -> tuple[int | None, int]:
    """The day in "3 March", "3rd March", "the 3rd of March", and the first token of the date."""
    at = i - 2 if i >= 2 and tokens.lower[i - 1] == "of" else i - 1
    if at >= 1 and tokens.text[i - 1] == "-" and at == i - 1:
        at = i - 2
    day = _day_number(tokens, at)
    if day is None or (at < i - 1 and tokens.lower[i - 1] == "of" and tokens.lower[at].isdigit()):
        return None, i
    return day, at - 1 if at and tokens.lower[at - 1] == "the" else at


def _day_number(tokens: Tokens, i: int) -> int | None:
    if not 0 <= i < len(tokens):
        return None
    word = tokens.lower[i]
    if word[:1].isdigit() and len(word) <= 4:
        day = int(word) if word.isdigit() and len(word) <= 2 else ordinal_of(word)
        followed = tokens.lower[i + 1] if i + 1 < len(tokens) else ""
        return day if day and 1 <= day <= 31 and followed not in {"%", "percent", "million", "billion"} else None
    day = ordinal_of(word) if i and tokens.lower[i - 1] == "the" else None
    return day if day and day <= 31 else None


def _year_after(tokens: Tokens, i: int, *, comma: bool) -> tuple[int | None, int]:
    """The year at token `i`, a comma or "of" before it passed over, and the token after the date."""
    at = i + 1 if i < len(tokens) and ((comma and tokens.text[i] == ",") or tokens.lower[i] == "of") else i
    if at < len(tokens) and is_year(tokens.lower[at]):
        return int(tokens.lower[at]), at + 1
    return None, i


def is_year(word: str) -> bool:
    """Whether a token of four digits can be a year."""
    return len(word) == 4 and word.isdigit() and word[:2] in {"19", "20"}


def _weekday_before(tokens: Tokens, start: int) -> int:
    """Take in the weekday of "Thursday, March 3"."""
    at = start - 1
    if at >= 1 and tokens.text[at] == ",":
        at -= 1
    return at if at >= 0 and tokens.lower[at] in WEEKDAYS else start


def _month_alone(tokens: Tokens, i: int, end: int, month: int, year: int | None) -> Expression | None:
    before = tokens.lower[i - 1] if i else ""
    unsure = tokens.lower[i] in UNSURE_ALONE and before not in BEFORE_MONTH and before != "-"
    if unsure and year is None:
        return None
    start, part, relation = i, None, None
    if before == "-" and i >= 2 and tokens.lower[i - 2] in EARLY_LATE:
        start, part = i - 2, EARLY_LATE[tokens.lower[i - 2]]
    elif before in EARLY_LATE and before not in {"earlier", "later"}:
        start, part = i - 1, EARLY_LATE[before]
    elif before == "of" and i >= 2 and tokens.lower[i - 2] in EDGES:
        start, part = i - 2, EDGES[tokens.lower[i - 2]]
        start -= start > 0 and tokens.lower[start - 1] == "the"
    elif RELATIONS.get(before) in {"last", "next", "this"}:
        start, relation = i - 1, RELATIONS[before]
    return Expression(start, end, "month", year=year, month=month, part=part, relation=relation)


def read_hyphened_month(tokens: Tokens, i: int) -> Expression | None:
    """Such as "mid-March" where the tokenizer left it whole."""
    part, _, name = tokens.lower[i].partition("-")
    if part in EARLY_LATE and name in MONTHS:
        year, end = _year_after(tokens, i + 1, comma=False)
        return Expression(i, end, "month", year=year, month=MONTHS[name], part=EARLY_LATE[part])
    return None


def read_year(tokens: Tokens, i: int) -> Expression | None:
    """The year at token `i`, where a preposition or brackets show that it is one ("in 2014", "since 2015", "(2018)")."""
    before = tokens.lower[i - 1] if i else ""
    after = tokens.lower[i + 1] if i + 1 < len(tokens) else ""
    shown = before in {
        "in",
        "since",
        "by",
        "from",
        "until",
        "till",
        "of",
        "during",
        "after",
        "before",
        "and",
        "late",
        "early",
        "mid",
        "(",
    }
    shown = shown or after in {"'s", "’s"} or before == "-"
    if not shown or (after and after[0].islower() and after[-1:] == "s" and before in {"of", "and"}):
        return None
    return Expression(i, i + 1, "year", year=int(tokens.lower[i]))


def read_bare_ordinal(tokens: Tokens, i: int) -> Expression | None:
    """Such as "the 2nd", "on the 15th": a day of the month where no noun follows it."""
    day = ordinal_of(tokens.lower[i])
    if day is None or not 1 <= day <= 31 or not i or tokens.lower[i - 1] != "the":
        return None
    preposition = i >= 2 and tokens.lower[i - 2] in {"on", "by", "until", "from", "to", "before", "after", "since"}
    follows = tokens.lower[i + 1] if i + 1 < len(tokens) else "."
    if not preposition or (
        follows[0].isalpha() and follows not in {"and", "to", "in", "at", "when", "that", "but", "or", "as"}
    ):
        return None
    return Expression(i - 1, i + 1, "day of month", day=day)


def day_number_after(tokens: Tokens, i: int) -> int | None:
    """The day of the month in "Wednesday, 2nd": the ordinal in figures at token `i`."""
    if i < len(tokens) and tokens.lower[i][0].isdigit() and number_of(tokens.lower[i]) is None:
        day = ordinal_of(tokens.lower[i])
        return day if day and day <= 31 else None
    return None
