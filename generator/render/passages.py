"""Passages of an article: the whole sentences around its facts, with who, cue and content marked; never the whole text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model.evidence import Evidence
from generator.model.facts import Fact
from generator.model.knowledge import SourceArticle
from generator.render.escape import Md
from generator.render.quoting import clipped
from generator.render.sentences import after, before, bounds

Ink = Literal["who", "cue", "what", "fact"]
INKS: tuple[Ink, ...] = ("fact", "what", "cue", "who")
"""Later ones are painted over earlier ones where they share characters."""

MOST_QUOTED = 0.9
"""Share of an article that its page may quote; long passages are shortened until it holds."""

SHORTER = (10_000, 400, 320, 260, 220, 190, 160, 140, 120, 100, 80, 60, 45, 30)
"""Lengths to which passages are cut in turn, in characters."""

NEIGHBOUR = 60
"""Characters of the sentences before and after a passage that are shown, so that it is seen in its place."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the article and the facts that rest on it."""

    start: int
    text: str
    facts: list[Fact]
    lead: str = ""
    """The end of the sentence before it."""
    tail: str = ""
    """The begin of the sentence after it."""

    @property
    def end(self) -> int:
        """One past the last character, in the file."""
        return self.start + len(self.text)


def passages(source: SourceArticle) -> list[Passage]:
    """The passages of an article in its order: whole sentences where its text is at hand, else the evidence itself."""
    found: list[Passage] = []
    for start, text, fact in sorted(_stretches(source), key=lambda stretch: stretch[0]):
        if found and start < found[-1].end:
            last = found[-1]
            found[-1] = Passage(last.start, last.text + text[max(0, last.end - start) :], [*last.facts, fact])
        else:
            found.append(Passage(start, text, [fact]))
    return found if not source.text else _in_their_place(source.text, found)


def _stretches(source: SourceArticle) -> list[tuple[int, str, Fact]]:
    facts = [fact for fact in source.facts if fact.review not in ("rejected", "proposed") and fact.evidence]
    if not source.text:
        return [(fact.evidence[0].start, fact.evidence[0].text, fact) for fact in facts]
    whole = []
    for fact in facts:
        piece = fact.evidence[0]
        start, end = piece.start, piece.end
        if source.text[start:end] == piece.text:
            start, end = _without_junk(source, *bounds(source.text, start, end), piece.start)
        whole.append((start, source.text[start:end], fact))
    return whole


def _without_junk(source: SourceArticle, start: int, end: int, inside: int) -> tuple[int, int]:
    """The sentence without what was set aside of the file around it (menus, captions, datelines)."""
    for piece in source.record.set_aside:
        if piece.end <= inside:
            start = max(start, piece.end)
        elif piece.start > inside:
            end = min(end, piece.start)
    while source.text[start : start + 1].isspace():
        start += 1
    return start, len(source.text[:end].rstrip())


def _in_their_place(text: str, found: list[Passage]) -> list[Passage]:
    """The passages with what stands before and after them, where that is no passage itself."""
    shown = []
    for place, each in enumerate(found):
        lead, tail = before(text, each.start), after(text, each.end)
        if place and found[place - 1].end > each.start - len(lead) - 2:
            lead = ""
        if place + 1 < len(found) and found[place + 1].start < each.end + len(tail) + 2:
            tail = ""
        shown.append(Passage(each.start, each.text, each.facts, _last_words(lead), clipped(tail, NEIGHBOUR)))
    return shown


def _last_words(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= NEIGHBOUR else "… " + flat[-NEIGHBOUR:].split(" ", 1)[-1]


def longest_allowed(source: SourceArticle, found: list[Passage]) -> int:
    """To how many characters passages must be cut so that the page quotes no more than its share of the article."""
    extent = known_extent(source)
    for length in SHORTER:
        if sum(min(len(passage.text), length) for passage in found) <= MOST_QUOTED * extent:
            return length
    return SHORTER[-1]


def known_extent(source: SourceArticle) -> int:
    """Characters that the article has at least: as far as anything in its record reaches."""
    ends = [piece.end for fact in source.facts for piece in fact.evidence]
    ends += [mention.end for actor in source.actors for mention in actor.mentions]
    ends += [piece.start for piece in source.record.set_aside]
    return max([*ends, len(source.text)], default=0)


def painted(passage: Passage, longest: int) -> Md:
    """The passage with its words marked, cut to `longest` characters around the first marked word, neighbours in grey."""
    ink = _ink(passage)
    start, end = _window(passage, ink, longest)
    near = Md('<span class="near">{}</span>')
    out = Md("… ") if start else near.format(passage.lead) + Md(" ") if passage.lead else Md("")
    place = start
    while place < end:
        stop = place
        while stop < end and ink[stop] == ink[place]:
            stop += 1
        words = passage.text[place:stop]
        out += _marked(words, ink[place])
        place = stop
    if end < len(passage.text):
        return out + Md(" …")
    return out + (Md(" ") + near.format(passage.tail) if passage.tail else Md(""))


def _marked(words: str, ink: Ink | None) -> Md:
    lead = " " if words[:1].isspace() else ""
    tail = " " if words[-1:].isspace() and len(words) > 1 else ""
    if ink is None or not words.strip():
        return Md("{}{}{}").format(Md(lead), words, Md(tail))
    return Md('{}<mark class="{}">{}</mark>{}').format(Md(lead), Md(ink), words, Md(tail))


def _window(passage: Passage, ink: list[Ink | None], longest: int) -> tuple[int, int]:
    if len(passage.text) <= longest:
        return 0, len(passage.text)
    first = next((place for place, each in enumerate(ink) if each in ("what", "fact")), 0)
    start = max(0, min(first - 20, len(passage.text) - longest))
    while start and not passage.text[start - 1].isspace():
        start -= 1
    end = min(len(passage.text), start + longest)
    while end < len(passage.text) and end > start + 1 and not passage.text[end].isspace():
        end -= 1
    return start, end


def _ink(passage: Passage) -> list[Ink | None]:
    ink: list[Ink | None] = [None] * len(passage.text)
    spans = [span for fact in passage.facts for span in _spans(fact)]
    for kind, piece in sorted(spans, key=lambda span: INKS.index(span[0])):
        for place in range(max(0, piece.start - passage.start), min(len(ink), piece.end - passage.start)):
            ink[place] = kind
    return ink


def _spans(fact: Fact) -> list[tuple[Ink, Evidence]]:
    spans: list[tuple[Ink, Evidence]] = []
    source, cue = getattr(fact, "source", None), getattr(fact, "cue", None)
    content: list[Evidence] = getattr(fact, "content", [])
    spans += [("who", source)] if source else []
    spans += [("cue", cue)] if cue else []
    spans += [("what", piece) for piece in content]
    return spans or [("fact", piece) for piece in fact.evidence[:1]]
