"""English in small parts: lists, numbers, plurals and articles, so that no sentence reads as filled in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.lexicon import load_lexicon
from generator.render.escape import Md

SENTENCE_ENDS = (".", "!", "?", "&#33;", ".”", "?”", "!”", "&#33;”", ".</q>", "?</q>", "!</q>", "&#33;</q>")


def _words() -> dict[str, Any]:
    words: dict[str, Any] = load_lexicon("wording")["grammar"]
    return words


def listing(items: Sequence[str | Md], conjunction: str = "and") -> Md:
    """The items in a row: "a", "a and b", "a, b and c"; items that hold a conjunction themselves are parted by "; " or ", and"."""
    parts = [Md.escape(item) for item in items]
    if len(parts) < 2:
        return parts[0] if parts else Md("")
    inner = any(f" {conjunction} " in part for part in parts)
    commas = any(", " in part for part in parts)
    mark = "; " if commas else ", "
    last = f"{mark}{conjunction} " if (inner or commas) else f" {conjunction} "
    return Md(mark).join(parts[:-1]) + Md(last) + parts[-1]


def number(count: int) -> str:
    """Numbers up to twelve in words, greater ones in digits with thousands parted ("three", "1,612")."""
    words: list[str] = _words()["numbers"]
    return words[count] if 0 <= count < len(words) else f"{count:,}"


def figure(value: float) -> str:
    """A count in digits with thousands parted, without a needless fraction ("1,612", "2.5", "1.2 billion")."""
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if value >= size and value % (size // 100) == 0:
            return f"{value / size:,.10g} {name}"
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.10g}"
    return f"{int(value):,}"


def ordinal(count: int) -> str:
    """The number as a rank: "first" to "twelfth", then "13th", "21st", "112th"."""
    words: list[str] = _words()["ordinals"]
    if 0 < count < len(words):
        return words[count]
    ending = "th" if 10 <= count % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"


def plural(noun: str) -> str:
    """The plural of a noun of the generator's own sentences ("party" -> "parties"; irregular ones from the list)."""
    irregular: dict[str, str] = _words()["plurals"]
    if noun in irregular:
        return irregular[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


def counted(count: int, noun: str) -> str:
    """A count with its noun: "one article", "three articles", "no articles"."""
    return f"{number(count) if count else 'no'} {noun if count == 1 else plural(noun)}"


def article(noun_phrase: str) -> str:
    """The noun phrase with "a" or "an" by its sound ("an hour", "a European", "an EU summit", "a UN envoy")."""
    words = _words()
    first = noun_phrase.replace("“", "").split(" ")[0].split("-")[0]
    lower = first.lower()
    if first.isupper() and 1 < len(first) <= 5 and lower not in words["said_as_words"]:
        vowel = first[0] in "AEFHILMNORSX"
    elif any(lower.startswith(start) for start in words["vowel_sound"]):
        vowel = True
    elif any(lower.startswith(start) for start in words["consonant_sound"]):
        vowel = False
    else:
        vowel = lower[:1] in tuple("aeiou") or lower[:2] == "11" or lower[:1] == "8"
    return f"{'an' if vowel else 'a'} {noun_phrase}"


def with_the(name: str) -> str:
    """A name with "the" where English asks for it ("the United States", "the EU", "the Council for Peace", "Iran")."""
    table = _words()["with_the"]
    words = name.split(" ")
    if words[0].lower() == "the" or len(words) == 1:
        return f"the {name}" if name in table["names"] else name
    head, _, purpose = name.partition(" for ")
    last = head.split(" of ")[0].split(" ")[-1]
    asks = bool(purpose) or last.capitalize() in table["last"] or name.startswith(tuple(table["first"]))
    return f"the {name}" if asks or name in table["names"] else name


def with_article(name: str) -> str:
    """A person whom the articles do not name, with "a" or "an" ("a person briefed on the plan"); names and plurals as they are."""
    table = _words()
    words = name.split(" ")
    if words[0].lower() in table["determiners"]:
        return name
    if not name[:1].islower():
        return f"the {name}" if len(words) > 1 and words[-1].lower() in table["offices"] else name
    head = next((place for place, word in enumerate(words) if word in table["behind_a_head"]), len(words))
    several = words[head - 1].endswith("s") or words[head - 1] in table["plurals"].values()
    return name if several else article(name)


def capital(text: str | Md) -> Md:
    """The text with its first letter raised, looking past link brackets, quotation marks and emphasis."""
    marked = Md.escape(text)
    for place, sign in enumerate(marked):
        if sign.isalnum():
            return Md(marked[:place]) + Md(sign.upper()) + Md(marked[place + 1 :])
        if sign not in "[*_“‘(":
            break
    return marked


def lower_first(text: str) -> str:
    """The text with its first letter lowered, for a label within a line ("Head of delegation, Ukraine")."""
    return text[:1].lower() + text[1:]


def lowered(text: str | Md) -> Md:
    """The text with its first letter lowered where it opens with a common word ("The date of …" -> "the date of …")."""
    marked = Md.escape(text)
    start = 1 if marked.startswith("[") else 0
    first = str(marked)[start:].split(" ")[0]
    if first.lower() not in _words()["common_openings"]:
        return marked
    return Md(marked[:start]) + Md(marked[start].lower()) + Md(marked[start + 1 :])


def sentence(*parts: str | Md) -> Md:
    """One sentence of the given parts: a capital at its head, a full stop at its end."""
    body = Md(" ").join(Md.escape(part) for part in parts if part)
    return capital(body) + Md("" if body.endswith(SENTENCE_ENDS) else ".")
