"""Headlines: which block, if any, is the article's headline."""

from __future__ import annotations

import re

from generator.lexicon import load_lexicon
from generator.read.blocks import Block
from generator.read.datelines import find_dateline
from generator.read.sifting import Sifted, is_prose

LONGEST = 30
"""Words: a longer first line is the article's first sentence."""

FULL_STOP = re.compile(r"[.;:,…][”\"’)\]]*$")
ABBREVIATED = re.compile(r"\b(?:U\.S|U\.K|U\.N|E\.U|Inc|Jr|Sr|Co|Ltd|St|No|a\.m|p\.m)\.$")


def is_headline(text: str) -> bool:
    """Whether a line has the form of a headline: short, capital first, no full stop at its end."""
    words = text.split()
    if not 2 <= len(words) <= LONGEST or not re.match(r"[“\"‘'(]?[A-Z0-9]", text):
        return False
    if FULL_STOP.search(text) and not ABBREVIATED.search(text):
        return False
    return find_dateline(text) is None and not _is_message_head(text)


def _is_message_head(text: str) -> bool:
    """Whether a line opens a message of a channel, a chat or a thread: "Ada Moro @amoro · Mar 3"."""
    return any(re.match(form, text) for form in load_lexicon("transcripts")["messages"])


def take_headline(sifted: Sifted, source: str, title: str | None) -> Block | None:
    """Take the headline out of the blocks that were kept; what stands above it is set aside.

    Args:
        sifted: the sifted file; its `kept` loses the headline and what stands above it.
        source: the whole file.
        title: the headline that metadata names, if any; then the block with these words is the one.
    """
    kept = sifted.kept
    at = _place(kept, title)
    if at is None:
        return None
    headline = kept[at]
    for above in kept[:at]:
        sifted.put_aside(above, source, "above the headline")
    del kept[: at + 1]
    _clear_below(sifted, source, headline)
    return headline


def _clear_below(sifted: Sifted, source: str, headline: Block) -> None:
    """Set aside what may stand between headline and text: a site's name, the headline once more."""
    kept = sifted.kept
    head = next((at for at, block in enumerate(kept[:5]) if is_prose(block.text)), 0)
    again = max((at for at in range(head) if _same(kept[at].text, headline.text)), default=-1)
    for _ in range(again + 1):
        block = kept.pop(0)
        sifted.put_aside(
            block, source, "headline once more" if _same(block.text, headline.text) else "above the headline"
        )
    while len(kept) > 1 and _is_name(kept[0].text):
        sifted.put_aside(kept.pop(0), source, "name of the site")


def _is_name(line: str) -> bool:
    """Whether a line is no more than a name: up to three words with capitals, no sentence."""
    words = line.split()
    return len(words) <= 3 and all(word[0].isupper() for word in words) and line[-1].isalnum()


def _place(kept: list[Block], title: str | None) -> int | None:
    if title:
        for at, block in enumerate(kept[:12]):
            if _same(block.text, title):
                return at
    for at, block in enumerate(kept[:12]):
        if block.level == 1:
            return at
    if len(kept) < 2 or not is_headline(kept[0].text):
        return 1 if _is_kicker(kept) and is_headline(kept[1].text) and len(kept) > 2 else None
    return 1 if _is_kicker(kept) and len(kept) > 2 and is_headline(kept[1].text) else 0


def _is_kicker(kept: list[Block]) -> bool:
    """Whether the first line is a kicker or a site's name above the headline: up to three words above a longer line."""
    if len(kept) < 2:
        return False
    first, second = kept[0].text.split(), kept[1].text.split()
    return len(first) <= 3 and len(second) >= 5 and kept[0].text[-1:] not in ".!?"


def _same(left: str, right: str) -> bool:
    return _letters(left) == _letters(right)


def _letters(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalnum())
