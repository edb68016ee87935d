"""Quotations: which marks open and close them, how they nest, and which go on in the next paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from generator.extract.layers import Paragraph, Quote, Tokens
from generator.extract.text.tokens import QUOTE_MARKS

_KIND = {
    "“": "“",
    "”": "“",
    "„": "“",
    '"': '"',
    "«": "«",
    "»": "«",
    "``": "``",
    "''": "``",
    "‘": "‘",
    "’": "‘",
    "'": "‘",
}
_OPENING = frozenset("“„«‘") | {"``"}
_CLOSING = frozenset("”»’") | {"''"}
_DOUBLE = frozenset({"“", '"', "``"})
"""Kinds of marks that careless writers pair with each other."""
_ENDS = frozenset({",", ".", "!", "?", "…"})
_LOOK_AHEAD = 60
"""Marks looked at to find out whether one has its partner; keeps odd texts full of marks quick."""
_FAR = 200
"""Tokens within which a single mark that opens a paragraph must find its partner."""
_BRACKETS = frozenset("([{—–-/")


@dataclass(slots=True)
class Marks:
    """The quotation marks of an article: positions of tokens that open and that close a quotation."""

    opening: set[int] = field(default_factory=set)
    closing: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Open:
    kind: str
    mark: int
    start: int


class QuoteReader:
    """Reads the paragraphs of one article in turn, and carries over what the last one left open."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.quotes: list[Quote] = []
        self.marks = Marks()
        self._unclosed: tuple[str, Quote] | None = None
        self._last_opening = -1

    def read(self, paragraph: Paragraph) -> None:
        """Find the quotes of a paragraph; they are put in order by `finish`."""
        text = self.tokens.text
        positions = [i for i in range(paragraph.start, paragraph.end) if text[i] in QUOTE_MARKS]
        carried, self._unclosed = self._unclosed, None
        if not positions:
            return
        stack: list[_Open] = []
        for place, i in enumerate(positions):
            self._take(i, positions[place + 1 : place + _LOOK_AHEAD], paragraph, stack, carried)
        while stack:
            opened = stack.pop()
            quote = self._add(opened.start, paragraph.end, len(stack), closed=False)
            if not stack and quote is not None:
                self._unclosed = (opened.kind, quote)

    def _take(
        self,
        i: int,
        rest: list[int],
        paragraph: Paragraph,
        stack: list[_Open],
        carried: tuple[str, Quote] | None,
    ) -> None:
        kind, side = self._kind_and_side(i, rest, paragraph, stack)
        if not side and not stack and self._ends_speech(i) and (carried or self.tokens.text[i - 1] == ","):
            side = "close"
        if side == "open":
            self.marks.opening.add(i)
            self._last_opening = i
            if any(opened.kind == kind for opened in stack) and not self._nests(kind, rest, stack):
                while stack and stack[-1].kind != kind:
                    stack.pop()
                forgotten = stack.pop()
                self._add(forgotten.start, i, len(stack), closed=False)
            stack.append(_Open(kind, i, i + 1))
            if carried and i == paragraph.start and carried[0] == kind:
                carried[1].continues = -1  # the quote that starts here: its index is known after sorting
        elif side == "close":
            if not any(opened.kind == kind for opened in stack):
                if not stack:
                    self._close_unopened(i, kind, paragraph, carried)
                return
            while stack[-1].kind != kind:
                stack.pop()
            opened = stack.pop()
            self.marks.closing.add(i)
            self._add(opened.start, i, len(stack), closed=True)

    def _kind_and_side(self, i: int, rest: list[int], paragraph: Paragraph, stack: list[_Open]) -> tuple[str, str]:
        """The kind of a mark and whether it opens or closes, the kind of its partner where it closes another kind."""
        kind = _KIND[self.tokens.text[i]]
        partner = self._other_partner(i, kind, rest, stack)
        return (kind, self._side(i, rest, paragraph, stack)) if partner is None else (partner, "close")

    def _close_unopened(self, i: int, kind: str, paragraph: Paragraph, carried: tuple[str, Quote] | None) -> None:
        """A mark that closes what its paragraph never opened: what an earlier one left open, or words whose first mark is lost.

        It ends no quotation where the paragraph has opened and closed one before it.
        """
        continues = carried is not None and carried[0] == kind
        lost = carried is None and self.tokens.text[i - 1] == "," and self._ends_speech(i)
        if not (continues or lost) or self._last_opening >= paragraph.start:
            return
        if carried is not None:
            carried[1].continues = -1
        self.marks.closing.add(i)
        self._add(paragraph.start, i, 0, closed=True)

    def _add(self, start: int, end: int, level: int, *, closed: bool) -> Quote | None:
        if end <= start:
            return None
        quote = Quote(start, end, level, closed)
        self.quotes.append(quote)
        return quote

    def _other_partner(self, i: int, kind: str, rest: list[int], stack: list[_Open]) -> str | None:
        """The kind of the open quotation that a double mark of another kind closes (“…," and "…”), None where each has its own.

        It closes it where neither kind has a mark left that could do so before the next opens.
        """
        if len(stack) != 1 or kind not in _DOUBLE or kind == stack[0].kind or stack[0].kind not in _DOUBLE:
            return None
        following = next((self.tokens.text[j] for j in rest if _KIND[self.tokens.text[j]] in _DOUBLE), "")
        own = following in _CLOSING or following == '"'
        after = self.tokens.text[i - 1] in _ENDS
        return stack[0].kind if after and not own else None

    def _side(self, i: int, rest: list[int], paragraph: Paragraph, stack: list[_Open]) -> str:
        """Tell "open" from "close"; "" is an apostrophe."""
        t = self.tokens
        mark = t.text[i]
        gap_left = i == paragraph.start or t.start[i] > t.end[i - 1] or t.text[i - 1] in _BRACKETS
        gap_right = i + 1 >= paragraph.end or t.start[i + 1] > t.end[i]
        is_open = any(opened.kind == _KIND[mark] for opened in stack)
        if mark in "'’" and mark != "''":
            return self._single(i, rest, gap_left, gap_right, is_open)
        if mark in _OPENING:
            return "close" if is_open and not gap_left and gap_right else "open"
        if mark in _CLOSING:
            return "open" if not is_open and gap_left and not gap_right else "close"
        after_mark = i - 1 in self.marks.opening
        if (gap_left or after_mark) and not gap_right:
            return "open"
        if gap_right and not gap_left:
            return "close"
        return "close" if is_open else "open"

    def _single(self, i: int, rest: list[int], gap_left: bool, gap_right: bool, is_open: bool) -> str:
        """A single mark is a quotation mark only in a pair; else it is an apostrophe."""
        t = self.tokens
        kind = _KIND[t.text[i]]
        if is_open:
            plural_owner = (
                gap_right and i and t.text[i - 1][-1] == "s" and i + 1 < len(t) and t.text[i + 1][0].islower()
            )
            if plural_owner and any(_KIND[t.text[j]] == kind for j in rest):
                return ""
            return "close" if not gap_left or gap_right else ""
        after_mark = i - 1 in self.marks.opening
        if (gap_left or after_mark) and not gap_right and any(_KIND[t.text[j]] == kind for j in rest):
            return "open"
        return "open" if gap_left and not gap_right and self._closes_later(i) else ""

    def _ends_speech(self, i: int) -> bool:
        """True at a mark right behind a comma or full stop and before a space: no apostrophe."""
        t = self.tokens
        last = i + 1 >= len(t) or t.start[i + 1] > t.end[i]
        return i > 0 and t.text[i - 1] in _ENDS and t.end[i - 1] == t.start[i] and last

    def _closes_later(self, i: int) -> bool:
        """True where a single mark before a capital that has no partner in its paragraph is closed in the next one."""
        t = self.tokens
        if i + 1 >= len(t) or not t.text[i + 1][0].isupper() or (i and t.text[i - 1] not in _ENDS):
            return False
        marks = (j for j in range(i + 1, min(i + _FAR, len(t))) if t.text[j] in {"'", "’", "‘"})
        first = next((j for j in marks if self._ends_speech(j) or t.end[j - 1] < t.start[j]), None)
        return first is not None and self._ends_speech(first)

    def _nests(self, kind: str, rest: list[int], stack: list[_Open]) -> bool:
        """Whether a second quote of the same kind lies within the first: inside a third kind, or closed often enough."""
        text = self.tokens.text
        if stack[-1].kind != kind:
            return True
        opens = sum(opened.kind == kind for opened in stack) + 1
        for j in rest:
            if _KIND[text[j]] == kind:
                opens += 1 if text[j] in _OPENING else -1
        return opens <= 0

    def finish(self) -> list[Quote]:
        """All quotes in the order of the text, outer before inner, with the links over paragraphs."""
        self.quotes.sort(key=lambda quote: (quote.start, -quote.end))
        outer = [number for number, quote in enumerate(self.quotes) if quote.level == 0]
        for number, follower in pairwise(outer):
            if self.quotes[number].continues is not None:
                self.quotes[number].continues = follower
        if outer and self.quotes[outer[-1]].continues == -1:
            self.quotes[outer[-1]].continues = None
        return self.quotes
