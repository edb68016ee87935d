"""What a line of web junk looks like: phrases and shapes that websites print around an article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from generator.lexicon import load_lexicon
from generator.lexicon.dates import MONTH_WORD, find_dates
from generator.read.media import medium_beside_date

NUMBER = r"\d[\d.,]*k?"
BETWEEN = r"[\s|•·»«›‹←→×…/,–—\-]*"
"""What may part two phrases of one line of junk."""

LONGEST_PLACE = 5
"""Words in capitals that may stand beside the date as its place."""

LONGEST_LINE = 45
"""Words: a longer line is a paragraph, however it begins."""

BESIDE_DATE = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|\b[ap]\.?m\b\.?"
    r"|\b(?:UTC|GMT|EST|EDT|CET|CEST|EET|ET|BST|MSK)\b(?:[+-]\d{1,2})?|\b(?:at|on|by)\b|[\W_]",
    re.IGNORECASE,
)
"""What may stand beside the date in a line that is a date."""

GLUED_CAPITAL = re.compile(r"(?<=[a-z])(?<!\bMc)(?<!\bMac)(?=[A-Z][a-z]{2})")
BROKEN_WORD = re.compile(r"\w_\w|\w\.\w")
SENTENCE_END = re.compile(r"[.!?…][”\"’)\]]*$")
LINK = re.compile(r"^(?:https?://|www\.|pic\.twitter\.com/)\S+$")
TRAIL = re.compile(r"\s[>»›/|]\s")
NAMED = r"[A-Z][\w.'’\-]+"
JOINED = r"(?:\s*[,|&/–-]\s*|\s+(?:and|with|in|at|of|for|the)\s+|\s+)"
STAMP = r"(?:[\s,|•·–-]+(?:[Uu]pdated|[Pp]ublished|[Pp]osted)?[\s\d:,./|•·–-]*(?:[ap]\.?m\.?)?[A-Z\d\s,:|./–-]*)?"
BYLINE = re.compile(rf"^(?:By|BY|by|Story by|Text by|From)\s+(?:the\s+)?{NAMED}(?:{JOINED}{NAMED})*{STAMP}$")
DAY_WORD = rf"(?:mon|tues|wednes|thurs|fri|satur|sun)day|{MONTH_WORD}"
DEADLINE = re.compile(rf"^by\s+(?:{DAY_WORD})\b", re.IGNORECASE)
"""What looks like a byline but tells a time: "By Tuesday"."""

CLOCKED = re.compile(
    r"^(?:last\s+|first\s+)?(?:updated|published|posted|modified|date|issued|created)\b(?:\s+on|\s+at)?"
    rf"\s*[:|–-]?\s*(?:\d|(?:{DAY_WORD})\b)(?=.*\d|\d)",
    re.IGNORECASE,
)


@cache
def _phrase_tables() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """Patterns for a line of nothing but phrases and for phrases glued to a paragraph's end, and the reason of each phrase."""
    reasons: dict[str, str] = {}
    for why, phrases in load_lexicon("web_junk")["phrases"].items():
        for phrase in phrases:
            reasons.setdefault(_key(phrase), why)
    longest_first = sorted(reasons, key=lambda phrase: (-len(phrase), phrase))
    any_phrase = "|".join(_as_pattern(phrase) for phrase in longest_first)
    glued = "|".join(_as_pattern(phrase) for phrase in longest_first if " " in phrase.strip())
    line = re.compile(rf"^{BETWEEN}(?:(?:{any_phrase}){BETWEEN})+[.:]?$", re.IGNORECASE)
    tail = re.compile(rf"(?<=[.!?”\"’)])\s*((?:(?:{glued}){BETWEEN})+[.:]?)$", re.IGNORECASE)
    return line, tail, reasons


@cache
def _line_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """One pattern a reason for whole lines with free parts."""
    return tuple(
        (why, re.compile(rf"^(?:{'|'.join(_as_pattern(phrase) for phrase in phrases)})$", re.IGNORECASE))
        for why, phrases in load_lexicon("web_junk")["lines"].items()
    )


@cache
def _words_of(name: str) -> re.Pattern[str]:
    """The phrases of a plain list (`lists`, `ends`), as whole lines."""
    phrases: Iterable[str] = load_lexicon("web_junk")[name]
    return re.compile(
        rf"^(?:{'|'.join(_as_pattern(phrase) for phrase in phrases)})\s*[:.»>]?(?:\s*\(\d+\))?$", re.IGNORECASE
    )


@cache
def _sections() -> re.Pattern[str]:
    names = sorted(load_lexicon("web_junk")["sections"], key=lambda name: (-len(name), name))
    return re.compile(rf"^(?:(?:{'|'.join(map(re.escape, names))}){BETWEEN})+$", re.IGNORECASE)


def _key(phrase: str) -> str:
    return phrase.lower().replace("’", "'")


def _as_pattern(phrase: str) -> str:
    return re.escape(phrase).replace("'", "['’]").replace(r"\#", NUMBER).replace(r"\*", ".*").replace(r"\ ", r"\s+")


def why_junk(line: str) -> str | None:
    """The reason why a line is no part of an article, or None.

    Args:
        line: one line or paragraph, without white space at its edges.
    """
    words = line.split()
    if len(words) > LONGEST_LINE:
        return None
    if not any(map(str.isalnum, line)):
        return "separator"
    inner = line[1:-1].strip() if line[0] + line[-1] in {"()", "[]"} else line
    return _why_by_words(inner) or _why_by_shape(line, words)


def _why_by_words(line: str) -> str | None:
    whole, _, reasons = _phrase_tables()
    if whole.match(line):
        return _first_reason(line, reasons)
    for why, pattern in _line_patterns():
        if pattern.match(line):
            return why
    return "web menu" if _sections().match(line) else None


def _first_reason(line: str, reasons: dict[str, str]) -> str:
    """The reason of the longest phrase that the line begins with."""
    plain = _key(re.sub(rf"^{BETWEEN}", "", line))
    text = re.sub(NUMBER, "#", plain)
    for length in range(len(text), 0, -1):
        why = reasons.get(text[:length]) or reasons.get(plain[:length])
        if why:
            return why
    return "web menu"


def _why_by_shape(line: str, words: list[str]) -> str | None:
    """Menus, breadcrumbs, bylines and lines of dates, told by their form alone."""
    if len(words) <= 14 and (_is_stamp(line) or _only_a_date(line)):
        return "date line"
    if LINK.match(line):
        return "link"
    if SENTENCE_END.search(line) or len(words) > 20:
        return None
    if len(words) <= 16 and (BYLINE.match(line) or _signed_and_dated(line)) and not DEADLINE.match(line):
        return "byline"
    glued = len(GLUED_CAPITAL.findall(line)) + len(BROKEN_WORD.findall(line))
    if glued >= 2 and glued * 4 >= len(words):
        return "web menu"
    return "web menu" if len(TRAIL.findall(line)) >= 2 and len(words) <= 16 else None


def _signed_and_dated(line: str) -> bool:
    """Whether a line is "by" somebody and ends with a whole date ("By someNews March 14, 2022")."""
    if not re.match(r"by\s", line, re.IGNORECASE):
        return False
    return any(found.year and found.end == len(line) for found in find_dates(line))


def _is_stamp(line: str) -> bool:
    """Whether a line says when something was published and hardly more ("Updated 5:42 PM"); a headline may follow a glued date."""
    found = CLOCKED.match(line)
    if not found:
        return False
    rest = line
    for one in reversed(list(find_dates(line))):
        rest = rest[: one.start] + " " + rest[one.end :]
    return len(BESIDE_DATE.sub(" ", rest).split()) <= 4


def _only_a_date(line: str) -> bool:
    """Whether a line is a date with a time or a source beside it ("3/7/2022, 8:51 PM", "Xinhua/08:43 UTC+8, 2022-03-08")."""
    dates = [found for found in find_dates(line) if found.year]
    if len(dates) != 1:
        return False
    rest = line[: dates[0].start] + " " + line[dates[0].end :]
    beside = BESIDE_DATE.sub(" ", rest).split()
    # "Jul 2nd 2020BEIRUT AND ADDIS ABABA": a place in capitals behind the date
    return len(beside) <= 1 or medium_beside_date(line) is not None or (rest.isupper() and len(beside) <= LONGEST_PLACE)


def opens_list(line: str) -> bool:
    """Whether a line is the heading of a list of links ("Related articles")."""
    return bool(_words_of("lists").match(line))


def ends_article(line: str) -> bool:
    """Whether what follows a line is readers' comments or a form ("Leave a reply")."""
    return bool(_words_of("ends").match(line))


CREDIT_TAIL = re.compile(
    r"(?<=[.!?”\"’')])\s*(\((?:additional )?(?:reporting|writing|editing|compiled|edited|written|reported)\b[^()]{3,200}\)\.?)$",
    re.IGNORECASE,
)
SIGNED = re.compile(
    r"(?<=[.!?”\"’')])\s+((?:[-–—]+\s*)?(?:REUTERS?|Reuters?|AFP|AP|UPI|dpa|DPA|PTI|ANI|Xinhua|TASS))\.?$"
)


def signature(paragraph: str) -> tuple[int, str] | None:
    """Where the agency's name or its authors stand at the end of the last paragraph ("… he said. Reuter"), and the reason."""
    if found := CREDIT_TAIL.search(paragraph):
        return found.start(1), "byline"
    found = SIGNED.search(paragraph)
    return (found.start(1), "source line") if found else None


def glued_tail(paragraph: str) -> tuple[int, str] | None:
    """Where junk sticks to the end of a paragraph ("… to safety.Back to top button"), and its reason."""
    _, tail, reasons = _phrase_tables()
    found = tail.search(paragraph[-160:]) if paragraph else None
    if found is None:
        return None
    at = max(len(paragraph) - 160, 0) + found.start(1)
    return at, _first_reason(paragraph[at:], reasons)


GLUED_HEAD = re.compile(r"^(?:(?:ADVERTISEMENT|Advertisement|Skip to (?:main )?content)\s*:?)+(?=[“\"A-Z][a-z’]*\b)")
GLUED_DATE = re.compile(
    r"^(?:date|published|publication date|posted|updated|time)\s*:?\s*\d{4}-\d{2}-\d{2}"
    r"(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?\s*[|:,–-]?\s+(?=\S)",
    re.IGNORECASE,
)


GLUED_TEXT = re.compile(r"[“\"]?[A-Z][a-z]+\s")
"""The first word of a text that sticks to the date before it ("March 7, 2022Negotiators from …")."""


def glued_head(paragraph: str) -> tuple[int, str] | None:
    """Where junk sticks to the beginning of a paragraph ("date 2022-03-02 The second …"), and its reason."""
    if found := GLUED_DATE.match(paragraph):
        return found.end(), "glued date"
    if found := GLUED_HEAD.match(paragraph):
        return found.end(), "advertisement"
    first = next(find_dates(paragraph[:40]), None)
    if first and first.year and first.start == 0 and GLUED_TEXT.match(paragraph, first.end):
        return first.end, "glued date"
    return None
