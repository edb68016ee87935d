"""Where the field of an office ends and its holder's name begins: "Under-Secretary for Political Affairs | Wendy S."."""

from __future__ import annotations

from generator.extract.mentions.heads import load_heads
from generator.extract.mentions.scan import Scan

REACH = 8
"""Words between the title and the last word of its field."""
BINDING = frozenset(["of", "for", "and", "the", "on", "&", ","])
NOMINAL = ("tion", "sion", "ment")
"""Ends of nouns of action, which have an object with "of" ("the Reintegration of …")."""


def portfolio_end(found: Scan, start: int, end: int) -> int:
    """The end of the field with which the capitalised words `[start, end)` begin, `end` where no name follows it.

    Args:
        found: words with their titles labelled; the runs before `start` are settled.
        start: first token of the capitalised words.
        end: the token after them.
    """
    tokens, heads = found.layers.tokens, load_heads()
    if start == 0 or tokens.lower[start - 1] not in BINDING:
        return end
    last = next((i for i in range(end - 3, start - 1, -1) if tokens.lower[i] in heads.portfolios), None)
    if last is None or heads.is_named_body(tokens.text[end - 1]):
        return end
    return last + 1 if in_field(found, start) else end


def in_field(found: Scan, i: int) -> bool:
    """Whether token `i` stands in what follows "of" or "for" after a title, with capitals and small words between only."""
    tokens = found.layers.tokens
    for k in range(i - 1, max(found.layers.sentences[found.layers.sentence_of[i]].start, i - REACH) - 1, -1):
        head = found.head_at(k)
        if head is not None and head.head.sort == "title":
            return tokens.lower[head.end] in {"of", "for"}
        if tokens.lower[k] not in BINDING and not tokens.text[k][0].isupper():
            return False
    return False


def is_action(word: str) -> bool:
    """Whether a capitalised word is a noun of action, whose object belongs to the same field."""
    return word[0].isupper() and word.endswith(NOMINAL)
