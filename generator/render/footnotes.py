"""The footnotes of one page: one note for each source and passage, under labels of the generator's own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.model.evidence import Evidence
from generator.model.identity import digest
from generator.model.knowledge import Cite, SourceArticle
from generator.render.citation import text_fragment
from generator.render.dates import date_words
from generator.render.escape import Md
from generator.render.links import to_source

if TYPE_CHECKING:
    from generator.render.library import Library

CALL = re.compile(r"\[\^(s-[a-z0-9]+)\]")

LONGEST_QUOTATION = 320
"""Characters of an article that a footnote shows at most: pages quote sentences, never an article."""

MOST_NOTES = 4
"""Footnotes at one place of a page; what is left over stands on the page of the finding's sources."""


class Footnotes:
    """Collects the notes of one page in the order in which its text calls them."""

    def __init__(self, library: Library, page: str) -> None:
        self._library = library
        self._page = page
        self._notes: dict[str, Md] = {}

    def __bool__(self) -> bool:
        return bool(self._notes)

    def cite(self, cites: Iterable[Cite], most: int = MOST_NOTES) -> Md:
        """The reference marks for `cites` ("[^s-…][^s-…]"), at most `most`, one for each passage, articles varied first."""
        labels: dict[str, None] = {}
        for cite in _one_of_each_article_first(cites):
            if len(labels) >= most:
                break
            source = self._library.articles.get(cite.article)
            if source is not None and cite.evidence:
                labels.setdefault(self._note(cite, source))
        return Md("".join(f"[^{label}]" for label in labels))

    def definitions(self, body: str) -> Md:
        """All notes that `body` calls as Markdown definitions, in the order of their first call there.

        Numbers follow definitions (`USE_DEFINITION_ORDER`): left to itself, Python-Markdown numbers notes of lists and
        tables after those of paragraphs further down.
        """
        called = dict.fromkeys(CALL.findall(body))
        return Md("\n").join(Md(f"[^{label}]: ") + self._notes[label] for label in called)

    def _note(self, cite: Cite, source: SourceArticle) -> str:
        spans = [[piece.start, piece.end] for piece in cite.evidence]
        label = f"s-{digest([cite.article, spans], 8)}"
        if label not in self._notes:
            self._notes[label] = self._text(cite, source)
        return label

    def _text(self, cite: Cite, source: SourceArticle) -> Md:
        record = source.record
        anchor = f"fact-{cite.fact}" if cite.fact and (record.id, cite.fact) in self._library.facts else ""
        parts = [Md("**{}**").format(record.publisher)] if record.publisher else []
        if record.headline:
            parts.append(Md("“{}”").format(within_quotation(record.headline)))
        if not parts:
            parts.append(Md("**{}**").format(record.file.rsplit("/", 1)[-1]))
        parts.append(Md("{}").format(dated(source)))
        note = Md(", ").join(parts) + Md(": <q>{}</q>").format(quotation(cite.evidence))
        note += Md(" [See it in its place]({})").format(Md(to_source(self._page, record.id, anchor)))
        outside = text_fragment(record.url, cite.evidence[0].text)
        return note + (Md(" · [the publisher’s page]({})").format(Md(outside)) if outside else Md(""))


def dated(source: SourceArticle) -> str:
    """The day of an article and how it is known: "3 March 2022 (inferred)"."""
    published = source.record.published
    if not published.date:
        return "undated"
    how = {"inferred": " (inferred)", "dateline": " (from its dateline)"}.get(published.basis, "")
    return date_words(published.date) + how


def quotation(evidence: list[Evidence], longest: int = LONGEST_QUOTATION) -> str:
    """The words of the evidence, pieces parted by an ellipsis in brackets, cut at a word where they run too long."""
    words = " […] ".join(piece.text.strip() for piece in sorted(evidence, key=lambda piece: piece.start))
    return clipped(words, longest)


def within_quotation(words: str) -> str:
    """Words that a page puts into quotation marks: double marks of their own become single ones."""
    return re.sub(r"[“”]", lambda mark: "‘" if mark[0] == "“" else "’", words)


def clipped(words: str, longest: int) -> str:
    """`words` cut at a blank so that no more than `longest` characters are left; an ellipsis says so."""
    flat = " ".join(words.split())
    if len(flat) <= longest:
        return flat
    return flat[:longest].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _one_of_each_article_first(cites: Iterable[Cite]) -> list[Cite]:
    first: dict[str, Cite] = {}
    rest = []
    for cite in cites:
        if cite.article in first:
            rest.append(cite)
        else:
            first[cite.article] = cite
    return [*first.values(), *rest]
