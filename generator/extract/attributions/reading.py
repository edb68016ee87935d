"""The state in which an article is read for attributions: its layers, what stands where, and which words are already somebody's."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.extract.layers import Attribution, Layers, Quote

Span = tuple[int, int]
"""Token positions, the end exclusive."""

FINAL = frozenset({".", "!", "?", "…", "...", ":", ";", ",", "–", "—", "-", "--"})
"""Punctuation that is no part of reported words when it ends them."""

_GAPS = frozenset({",", "—", "–", "-", "--"})
_WIDEST_GAP = 3

SUBORDINATORS = frozenset(
    [
        "if",
        "unless",
        "whether",
        "although",
        "though",
        "because",
        "since",
        "while",
        "when",
        "whenever",
        "until",
        "before",
        "after",
        "as",
        "once",
        "whereas",
        "lest",
    ]
)


@dataclass(slots=True)
class Reading:
    """One article while its attributions are sought. Positions are tokens; `covered[i]` tells that token i is reported already."""

    layers: Layers
    covered: bytearray = field(init=False)
    framed: bytearray = field(init=False)
    """Tokens of sources and cues: words of the writer that nobody else reports."""
    opens: dict[int, int] = field(init=False)
    """Token of an opening quotation mark -> its quote (outer quotes alone)."""
    closes: dict[int, int] = field(init=False)
    continued: dict[int, int] = field(init=False)
    """A quote that reopens in a paragraph -> the quote it continues."""
    np_at: dict[int, int] = field(init=False)
    timex_at: dict[int, int] = field(init=False)
    """First token of a timex -> its end."""
    found: list[Attribution] = field(default_factory=list)

    def __post_init__(self) -> None:
        layers = self.layers
        self.covered = bytearray(len(layers.tokens) + 1)
        self.framed = bytearray(len(layers.tokens) + 1)
        outer = [(i, quote) for i, quote in enumerate(layers.quotes) if quote.level == 0]
        self.opens = {self._opening(quote): i for i, quote in outer}
        self.closes = {quote.end: i for i, quote in outer if quote.closed}
        self.continued = {quote.continues: i for i, quote in outer if quote.continues is not None}
        self.np_at = {phrase.start: i for i, phrase in enumerate(layers.noun_phrases)}
        self.timex_at = {timex.start: timex.end for timex in layers.timexes if timex.kind in ("date", "time")}

    def __len__(self) -> int:
        return len(self.layers.tokens)

    def lower(self, i: int) -> str:
        """The lower-cased word at token i, "" beyond the ends of the article."""
        return self.layers.tokens.lower[i] if 0 <= i < len(self.layers.tokens) else ""

    def tag(self, i: int) -> str:
        """The tag of token i, "" beyond the ends of the article."""
        return self.layers.tokens.tag[i] if 0 <= i < len(self.layers.tokens) else ""

    def vg_of(self, i: int) -> int:
        """Index of the verb group at token i, -1 where there is none."""
        return self.layers.vg_of[i] if 0 <= i < len(self.layers.vg_of) else -1

    def subject(self, group: int) -> int | None:
        """The (first) grammatical subject of a verb group."""
        return next(iter(self.layers.syntax.subjects(group)), None)

    def finite_at(self, i: int) -> bool:
        """True where token i is part of a finite verb group."""
        index = self.vg_of(i)
        return index >= 0 and self.layers.verb_groups[index].finite

    def noun_end(self, i: int) -> int:
        """Where the noun phrase that begins at token i ends."""
        return self.layers.noun_phrases[self.np_at[i]].end

    def sentence(self, i: int) -> Span:
        """The sentence that holds token i."""
        sentence = self.layers.sentences[self.layers.sentence_of[i]]
        return sentence.start, sentence.end

    def paragraph_start(self, i: int) -> int:
        """Where the paragraph that holds token i begins."""
        layers = self.layers
        return layers.paragraphs[layers.sentences[layers.sentence_of[min(i, len(self) - 1)]].paragraph].start

    def quote_span(self, quote: int) -> Span:
        """A quote with its marks."""
        found = self.layers.quotes[quote]
        return self._opening(found), found.end + 1 if found.closed else found.end

    def _opening(self, quote: Quote) -> int:
        """The token of a quote's opening mark, its first word where a paragraph goes on without one."""
        return quote.start - 1 if quote.start and self.layers.tokens.tag[quote.start - 1] == "``" else quote.start

    def quote_at(self, i: int) -> int:
        """The outer quote that holds token i or has its marks there, -1 outside."""
        held = self.layers.quote_of[i] if 0 <= i < len(self) else -1
        return held if held >= 0 else self.opens.get(i, self.closes.get(i, -1))

    def quote_before(self, start: int) -> int | None:
        """The quotation that ends right before token `start` in its paragraph, a comma and a dash aside (“…”, - said Ms Berg)."""
        at = start - 1
        while at >= 0 and at not in self.closes and self.lower(at) in _GAPS:
            at -= 1
        near = start - at <= _WIDEST_GAP and at >= self.paragraph_start(start)
        return self.closes.get(at) if near else None

    def trim(self, start: int, end: int) -> Span:
        """The span without final punctuation that stands outside quotation marks, and without opening commas."""
        while end > start and self.lower(end - 1) in FINAL and self.quote_at(end - 1) < 0:
            end -= 1
        while start < end and self.lower(start) in FINAL:
            start += 1
        return start, end

    def cover(self, attribution: Attribution) -> None:
        """Add an attribution; its content belongs to it alone from now on."""
        self.found.append(attribution)
        self.add(attribution, [])
        for span in (attribution.source, attribution.cue):
            if span is not None:
                self.framed[span[0] : span[1]] = b"\x01" * (span[1] - span[0])

    def add(self, attribution: Attribution, content: list[Span]) -> None:
        """Give an attribution more content; all of it is covered."""
        attribution.content += content
        for start, end in attribution.content:
            self.covered[start:end] = b"\x01" * (end - start)
