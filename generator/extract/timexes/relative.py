"""Recognising days told by their weekday or by words such as "yesterday", and clock times."""

from __future__ import annotations

import re

from generator.extract.layers import Tokens
from generator.extract.timexes.absolute import day_number_after
from generator.extract.timexes.expressions import Expression, word_at
from generator.extract.timexes.words import CLOCK, DAYS, EARLY_LATE, PARTS, RELATIONS, WEEKDAYS

NAMED_DAYS = frozenset(["bloody", "black", "good", "palm", "super", "ash", "cyber", "easter", "whit", "holy", "maundy"])
"""Words before a weekday that make it a feast or the name of an event ("Good Friday")."""

PAPERS = frozenset({"Times", "Telegraph", "Mirror", "Mail", "Express", "Post", "Agreement", "Guardian", "Herald"})
"""Words after a weekday that make it a name ("Sunday Times", "Good Friday Agreement")."""

AFTER_NO_TIME, BEFORE_NO_TIME = frozenset({"on", "than", "in"}), frozenset({"as", "too", "how"})
"""Words beside "earlier" or "soon" that make it no time of its own ("as soon as")."""

AFTER_WEEK = frozenset({"in", "at", "for", "with", "and", "but", "when", "after", "before", "to", "as"})
"""Words that may follow "Monday week": a noun would make the week its own."""

CLOCK_TIME = re.compile(r"^\d{1,2}(?:[:.]\d{2})?(?:am|pm|a\.m\.?|p\.m\.?)$|^\d{1,2}:\d{2}$")


def read_weekday(tokens: Tokens, i: int) -> Expression | None:
    """The weekday at token `i` with what chooses it ("last", "next", "early", "…, 2nd", "… last week")."""
    if not tokens.text[i][0].isupper() or word_at(tokens, i - 1) in NAMED_DAYS:
        return None
    if i + 1 < len(tokens) and tokens.text[i + 1] in PAPERS:
        return None
    found = Expression(i, i + 1, "weekday", weekday=WEEKDAYS[tokens.lower[i]])
    _take_left(tokens, found)
    if tokens.lower[i][-1] == "s" and tokens.lower[i].endswith("days"):
        found.form = "set"
        return found
    _take_part(tokens, found)
    after = found.end + (word_at(tokens, found.end) == ",")
    after += word_at(tokens, after) == "the"
    if (day := day_number_after(tokens, after)) is not None:
        found.day, found.end = day, after + 1
    elif word_at(tokens, found.end) in {"last", "next", "this"} and word_at(tokens, found.end + 1) == "week":
        found.relation = f"{word_at(tokens, found.end)} week"
        found.end += 2
    elif found.relation is None and _is_week_later(tokens, found.end):
        found.relation = f"a {word_at(tokens, found.end)} later"
        found.end += 1
    return found


def _is_week_later(tokens: Tokens, at: int) -> bool:
    """Whether "week" behind a weekday puts it off by one ("on Monday week", not "the Monday week of debates")."""
    following = word_at(tokens, at + 1)
    return word_at(tokens, at) in {"week", "fortnight"} and (not following[:1].isalpha() or following in AFTER_WEEK)


def _take_left(tokens: Tokens, found: Expression) -> None:
    """Take in "last", "this coming", "early", "late on" before the day."""
    before = word_at(tokens, found.start - 1)
    if before in RELATIONS and RELATIONS[before] != "same":
        found.relation = RELATIONS[before]
        found.start -= 1
        if word_at(tokens, found.start - 1) == "this":
            found.start -= 1
        before = word_at(tokens, found.start - 1)
    at = found.start - 2 if before == "on" else found.start - 1
    if word_at(tokens, at) in EARLY_LATE:
        found.part = EARLY_LATE[word_at(tokens, at)]
        found.start = at


def _take_part(tokens: Tokens, found: Expression) -> None:
    """Take in "morning", "night" after the day."""
    word = word_at(tokens, found.end)
    if word in PARTS:
        found.part = word
        found.end += 1


def read_near_day(tokens: Tokens, i: int) -> Expression:
    """Such as "yesterday", "today", "tonight", "tomorrow" at token `i`, and "the day before yesterday"."""
    days = DAYS[tokens.lower[i]]
    found = Expression(i, i + 1, "near day", amount=days)
    if word_at(tokens, i - 1) in {"before", "after"} and word_at(tokens, i - 2) == "day":
        found.amount = days + (-1 if word_at(tokens, i - 1) == "before" else 1)
        found.start = i - 3 if word_at(tokens, i - 3) == "the" else i - 2
    else:
        found.start -= word_at(tokens, i - 1) in EARLY_LATE
        _take_part(tokens, found)
    if tokens.lower[i].startswith("tonight"):
        found.part = "night"
    return found


def read_vague(tokens: Tokens, i: int) -> Expression | None:
    """Such as "earlier", "soon", "overnight": a time without a day. Not where a day follows ("earlier on Tuesday", "later this week")."""
    after, before = word_at(tokens, i + 1), word_at(tokens, i - 1)
    if after in WEEKDAYS or after in RELATIONS or after in DAYS or after in AFTER_NO_TIME or before in BEFORE_NO_TIME:
        return None
    return Expression(i, i + 1, "vague")


def read_clock(tokens: Tokens, i: int) -> Expression | None:
    """The time of day that ends or begins at token `i`: "5 p.m.", "5pm", "15:30", "3 a.m. (local time)"."""
    word = tokens.lower[i]
    start, end = i, i + 1
    if word in CLOCK:
        if not word_at(tokens, i - 1)[:1].isdigit():
            return None
        start = i - 1
    elif not CLOCK_TIME.match(word):
        return None
    if word_at(tokens, end) in CLOCK:
        end += 1
    return Expression(start, end, "clock")
