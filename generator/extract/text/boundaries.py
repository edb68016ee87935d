"""Sentence ends: which full stops, question marks and dots close a sentence, with quotation marks and short forms in mind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator.extract.layers import Paragraph, Tokens
from generator.extract.text.quotes import Marks
from generator.lexicon import load_lexicon

_STOPS = frozenset({".", "!", "?", "…", "...", "....", "?!", "!!", "??", "!?", ".."})
_BRACKETS = frozenset(")]}")
_GOES_ON = frozenset({",", ";", ":", "-", "–", "—", "/", "%"})
_BULLETS = frozenset("•▪●■◦‣·*")
_FRAME_REACH = 8
"""Longest subject between a closed quotation and its verb: “…?” the deputy prime minister of the republic asked."""


@dataclass(frozen=True)
class _Rules:
    titles: frozenset[str]
    may_end: frozenset[str]
    starters: frozenset[str]
    frame_verbs: frozenset[str]


@cache
def _rules() -> _Rules:
    short, rules = load_lexicon("abbreviations"), load_lexicon("sentence_rules")
    return _Rules(
        titles=frozenset(short["before_name"].split()),
        may_end=frozenset(short["may_end"].split()),
        starters=frozenset(rules["starters"].split()),
        frame_verbs=frozenset(rules["frame_verbs"].split()),
    )


def sentence_starts(tokens: Tokens, paragraph: Paragraph, marks: Marks) -> list[int]:
    """The tokens at which the sentences of a paragraph begin, its own first token included."""
    starts = [paragraph.start]
    text = tokens.text
    following = paragraph.start
    for i in range(paragraph.start, paragraph.end - 1):
        word = text[i]
        if i < following:
            continue  # a stop among the stops and marks that close with an earlier one
        if word in _STOPS or (word[-1] == "." and len(word) > 1):
            following = _after_closers(tokens, i, paragraph.end, marks)
            if starts[-1] < following < paragraph.end and _ends(tokens, i, following, paragraph.end, marks):
                starts.append(following)
        elif word in _BULLETS and i > starts[-1]:
            starts.append(i)
    return starts


def _after_closers(tokens: Tokens, i: int, end: int, marks: Marks) -> int:
    """The first token after a stop and the marks and brackets that close with it."""
    j = i + 1
    while j < end and (j in marks.closing or tokens.text[j] in _STOPS or tokens.text[j] in _BRACKETS):
        j += 1
    return j


def _ends(tokens: Tokens, i: int, following: int, end: int, marks: Marks) -> bool:
    """Whether the stop at `i` closes a sentence, given the token that follows its closing marks."""
    rules, text = _rules(), tokens.text
    stop, after = text[i], text[following]
    if after in _GOES_ON and tokens.start[following] - tokens.end[following - 1] < 2:
        return after in "-–—" and stop == "." and following + 1 < end and text[following + 1][0].isupper()
    quoted = following in marks.opening
    first = text[following + 1] if quoted and following + 1 < end else after
    if stop not in _STOPS:
        return _short_form_ends(tokens, stop, first, quoted=quoted)
    if first[0].islower():
        return quoted and stop == "."
    if any(j in marks.closing for j in range(i + 1, following)) and not quoted:
        return not _is_frame(tokens, following, end, rules)
    return True


def _short_form_ends(tokens: Tokens, stop: str, first: str, *, quoted: bool) -> bool:
    rules = _rules()
    bare = stop[:-1].lower()
    if bare in rules.titles or (len(bare) == 1 and bare.isalpha()):
        return False
    if not first[0].isupper() and not quoted:
        return False
    if bare in rules.may_end or "." in bare:
        return quoted or first.lower() in rules.starters
    return True


def _is_frame(tokens: Tokens, start: int, end: int, rules: _Rules) -> bool:
    """Whether "the minister asked." follows: a short subject and a verb of saying, and then nothing it could report."""
    for i in range(start, min(start + _FRAME_REACH, end)):
        word = tokens.lower[i]
        if word in rules.frame_verbs:
            for j in range(i + 1, min(i + 16, end)):
                if tokens.text[j] in _STOPS:
                    return True
                if tokens.lower[j] in ("that", "if", "whether", "how", "why", ":", "“", '"', "he", "she", "they", "it"):
                    return False
            return i + 16 > end
        if word in _STOPS or word in _GOES_ON:
            return False
    return False
