"""Sifting: the blocks of a file parted into those of the article and those set aside, each with its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.model.article import SetAside
from generator.read.blocks import Block
from generator.read.datelines import find_dateline
from generator.read.junk import ends_article, glued_head, glued_tail, opens_list, signature, why_junk

FINISHED = re.compile(r"\.[”\"’)\]]*$")
"""The end of a sentence; titles in a list of links have none."""

PARTING = re.compile(r"(?:[-=*_]\s?){3,}$")
COUNTED = re.compile(r"(?:document\s+)?\d{1,3} of \d{1,3} documents?$", re.IGNORECASE)
FEWEST = 15
"""Words of prose that stand before the next article of a file."""

OFFICES = frozenset({"correspondent", "editor", "reporter", "writer", "analyst", "columnist", "producer"})
"""Last words of what an author is."""

SENTENCE = re.compile(r"[a-z0-9,;][^.!?]*[.!?…][”\"’)\]]*(?:\s|$)")


@dataclass(slots=True)
class Sifted:
    """The blocks kept, the stretches set aside, and the same stretches as the reader saw them (dates are looked for there)."""

    kept: list[Block] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)
    junk: list[Block] = field(default_factory=list)

    def put_aside(self, block: Block, source: str, why: str) -> None:
        """Set a block aside."""
        self.aside.append(block.aside(source, why))
        self.junk.append(block)


def is_prose(text: str) -> bool:
    """Whether a paragraph holds running sentences (as titles, menus and captions do not)."""
    return len(text.split()) >= 8 and SENTENCE.search(text) is not None


def sift(blocks: list[Block], source: str) -> Sifted:
    """Part the article's blocks from web junk, in the order of the file."""
    sifted = Sifted()
    left = sum(len(block.text.split()) for block in blocks if is_prose(block.text))
    seen = 0
    list_reason: str | None = None
    ended, another = False, ""
    last: str | None = None
    for at, block in enumerate(blocks):
        prose = is_prose(block.text)
        if not ended and seen >= FEWEST and opens_another(blocks, at):
            ended, another = True, "another article"
        why = last = why_junk(block.text) or _after_byline(block.text, last)
        if ended:
            sifted.put_aside(block, source, another or why or "after the end of the article")
            continue
        if why:
            # a form is at the end where most of the prose lies before it; else it is a link above the article
            ended = ends_article(block.text) and seen * 10 >= left * 6
            list_reason = "related links" if opens_list(block.text) else list_reason
            sifted.put_aside(block, source, why)
        elif list_reason and sifted.kept and not prose and not FINISHED.search(block.text):
            sifted.put_aside(block, source, list_reason)
        else:
            list_reason = None
            seen += len(block.text.split()) if prose else 0
            _keep_core(block, source, sifted)
    _cut_signature(sifted, source)
    return sifted


def _cut_signature(sifted: Sifted, source: str) -> None:
    """Set aside the agency's name or the authors at the end of the last paragraph, in the order of the file."""
    if not sifted.kept or (found := signature(sifted.kept[-1].text[-260:])) is None:
        return
    block = sifted.kept[-1]
    at = max(len(block.text) - 260, 0) + found[0]
    sifted.kept[-1] = Block.of(block.part(0, at).runs, block.level)
    sifted.put_aside(Block.of(block.part(at, len(block.text)).runs), source, found[1])


def opens_another(blocks: list[Block], at: int) -> bool:
    """Whether a rule or "2 of 10 DOCUMENTS" parts this article from another one, with its headline and its date or dateline."""
    line = blocks[at].text.strip()
    if COUNTED.match(line):
        return True
    following = [block.text for block in blocks[at + 1 : at + 4]]
    if not PARTING.match(line) or len(following) < 3 or is_prose(following[0]):
        return False
    return why_junk(following[1]) in {"date line", "byline"} or any(
        find_dateline(text) is not None for text in following[1:]
    )


def _after_byline(line: str, last: str | None) -> str | None:
    """The author's office or medium in the line below the name ("AP Auto Writer", "Environment correspondent")."""
    words = line.split()
    office = bool(words) and words[-1].lower() in OFFICES
    capitals = all(word[0].isupper() or word in {"of", "the", "for", "and"} for word in words)
    named = last == "byline" and len(words) <= 6 and words[0][0].isupper() and (office or capitals)
    return "byline" if named and line[-1] not in ".!?" else None


def _keep_core(block: Block, source: str, sifted: Sifted) -> None:
    """Keep a block without the junk that sticks to its edges."""
    if head := glued_head(block.text):
        at, why = head
        sifted.put_aside(Block.of(block.part(0, at).runs), source, why)
        block = Block.of(block.part(at, len(block.text)).runs, block.level)
    if tail := glued_tail(block.text):
        at, why = tail
        core, rest = Block.of(block.part(0, at).runs, block.level), Block.of(block.part(at, len(block.text)).runs)
        sifted.kept.append(core)
        sifted.put_aside(rest, source, why)
    else:
        sifted.kept.append(block)
