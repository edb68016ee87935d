"""What the door needs to know of an article: its sentences, names, dates and numbers, in characters of the clean text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from generator.extract.figures.numerals import find_numerals
from generator.extract.figures.qualifiers import qualifier_of
from generator.extract.layers import Layers
from generator.model.article import Article
from generator.model.dossier import Dossier
from generator.model.facts import FactsFile, Qualifier
from generator.model.folding import Folded, fold

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of an actor: the chain it belongs to, and the rules' actor id where that chain became an actor."""

    start: int
    end: int
    chain: int
    pronoun: bool


@dataclass(frozen=True, slots=True)
class Dated:
    """Words of time and the date that our own resolver gives them (None where they settle none)."""

    start: int
    end: int
    value: str | None


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number as the article writes it, its value and how exact it is said to be."""

    start: int
    end: int
    value: float
    qualifier: Qualifier


@dataclass(frozen=True)
class ArticleView:
    """One analysed article as the door reads it; spans are `[start, end)` in characters of `article.text`."""

    article: Article
    dossier: Dossier
    rules: FactsFile
    """What the rules found: their actors are the first to be asked who a name is."""
    sentences: tuple[Span, ...]
    paragraph_of: tuple[int, ...]
    """Sentence -> index of its paragraph."""
    named: tuple[Named, ...]
    actor_of: dict[int, str]
    """Chain -> id of the rules' actor."""
    dated: tuple[Dated, ...]
    numbered: tuple[Numbered, ...]
    quotes: tuple[Span, ...]
    """Outer quotations that hold a clause."""
    parties: tuple[str, ...]

    @cached_property
    def folded(self) -> Folded:
        """The clean text folded, for finding words."""
        return fold(self.article.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds a character (the nearest before it, where none does)."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def text(self, span: Span) -> str:
        """The characters of a span."""
        return self.article.text[span[0] : span[1]]

    def around(self, span: Span, before: int = 1, after: int = 0) -> Span:
        """The paragraphs that hold a span, with some paragraphs before and after them."""
        first = self.paragraph_of[self.sentence_at(span[0])] - before
        last = self.paragraph_of[self.sentence_at(span[1] - 1)] + after
        inside = [i for i, paragraph in enumerate(self.paragraph_of) if first <= paragraph <= last]
        return self.sentences[inside[0]][0], self.sentences[inside[-1]][1]

    def sentence_span(self, span: Span) -> Span:
        """The whole sentences that a span touches."""
        return self.sentences[self.sentence_at(span[0])][0], self.sentences[self.sentence_at(span[1] - 1)][1]


def view_of(layers: Layers, rules: FactsFile) -> ArticleView:
    """The view of an analysed article.

    Args:
        layers: the article after all components.
        rules: what `assemble` made of it.
    """
    tokens = layers.tokens
    starts = {mention.start: actor.id for actor in rules.actors for mention in actor.mentions}
    named: list[Named] = []
    actor_of: dict[int, str] = {}
    for mention in layers.mentions:
        if mention.chain is None:
            continue
        first = mention.name_start if mention.name_start is not None else mention.start
        last = mention.name_end if mention.name_end is not None else mention.end
        span = (tokens.start[first], tokens.end[last - 1])
        named.append(Named(*span, mention.chain, mention.form == "pronoun"))
        found = starts.get(layers.article.evidence(*span).start)
        if found and mention.form != "pronoun":
            actor_of.setdefault(mention.chain, found)
    return ArticleView(
        article=layers.article,
        dossier=layers.dossier,
        rules=rules,
        sentences=tuple((tokens.start[s.start], tokens.end[s.end - 1]) for s in layers.sentences),
        paragraph_of=tuple(s.paragraph for s in layers.sentences),
        named=tuple(named),
        actor_of=actor_of,
        dated=tuple(Dated(tokens.start[t.start], tokens.end[t.end - 1], _day(t.value, t.kind)) for t in layers.timexes),
        numbered=tuple(
            Numbered(tokens.start[n.start], tokens.end[n.end - 1], n.value, qualifier_of(tokens, n)[0])
            for n in find_numerals(tokens)
        ),
        quotes=tuple(
            (tokens.start[q.start], tokens.end[q.end - 1])
            for q in layers.quotes
            if q.level == 0 and q.clause and q.end > q.start
        ),
        parties=tuple(layers.parties),
    )


def _day(value: str | None, kind: str) -> str | None:
    """A timex's value where it is a date; durations and sets settle no day."""
    return value if kind in {"date", "time"} and value and value[:1].isdigit() else None
