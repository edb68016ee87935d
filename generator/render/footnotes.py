"""The footnotes of one page: who says so and when, the words that prove it where the page does not show them itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.identity import digest
from generator.model.knowledge import Cite, SourceArticle
from generator.render.citation import text_fragment
from generator.render.escape import Md
from generator.render.links import to_source
from generator.render.quoting import proving

if TYPE_CHECKING:
    from generator.render.library import Library

CALL = re.compile(r"\[\^(s-[a-z0-9]+)\]")

MOST_NOTES = 2
"""Footnotes at one place of a page; what is left over stands in the data of the page."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note: where it leads, and the words it shows."""

    cite: Cite
    source: SourceArticle
    words: str
    """Empty where the page shows them already."""


class Footnotes:
    """Collects the notes of one page in the order in which its text calls them."""

    def __init__(self, library: Library, page: str, *, short: bool = False) -> None:
        self._library = library
        self._page = page
        self._short = short
        self._notes: dict[str, Note] = {}

    def __bool__(self) -> bool:
        return bool(self._notes)

    def cite(
        self, cites: Iterable[Cite], most: int = MOST_NOTES, *, shown: bool = False, proof: Sequence[str] = ()
    ) -> Md:
        """The reference marks for `cites` ("[^s-…][^s-…]"), one for each passage, articles varied first.

        Args:
            cites: the evidence.
            most: how many marks at most.
            shown: the page shows the words itself; the note names their source alone.
            proof: words of the value at which the notes stand: each shows the sentence that holds one of them.
        """
        labels: dict[str, None] = {}
        for cite in _one_of_each_article_first(cites):
            if len(labels) >= most:
                break
            source = self._library.articles.get(cite.article)
            if source is not None and cite.evidence:
                labels.setdefault(self._note(cite, source, shown, proof))
        return Md("".join(f"[^{label}]" for label in labels))

    def definitions(self, body: str) -> Md:
        """All notes that `body` calls as Markdown definitions, in the order of their first call there.

        Numbers follow definitions (`USE_DEFINITION_ORDER`): left to itself, Python-Markdown numbers notes of lists and
        tables after those of paragraphs further down.
        """
        called = dict.fromkeys(CALL.findall(body))
        return Md("\n").join(Md(f"[^{label}]: ") + self._text(self._notes[label]) for label in called)

    def called(self, body: str) -> list[Note]:
        """The notes that `body` calls, in the order of their numbers."""
        return [self._notes[label] for label in dict.fromkeys(CALL.findall(body))]

    def _note(self, cite: Cite, source: SourceArticle, shown: bool, proof: Sequence[str]) -> str:
        if shown:
            words = ""
            label = digest([cite.article, cite.evidence[0].start, cite.evidence[0].end], 8)
        else:
            words = proving(cite.evidence, proof)
            label = digest([cite.article, words], 8)
        self._notes.setdefault(f"s-{label}", Note(cite, source, words))
        return f"s-{label}"

    def _text(self, note: Note) -> Md:
        record, cite = note.source.record, note.cite
        anchor = f"fact-{cite.fact}" if cite.fact and (record.id, cite.fact) in self._library.facts else ""
        name = self._library.source_names[record.id]
        text = Md("[{}]({})").format(name, Md(to_source(self._page, record.id, anchor)))
        if self._short:
            return text
        if note.words:
            text += Md(": <q>{}</q>").format(note.words)
        outside = text_fragment(record.url, cite.evidence[0].text)
        return text + (Md(" · [original]({})").format(Md(outside)) if outside else Md(""))


def _one_of_each_article_first(cites: Iterable[Cite]) -> list[Cite]:
    first: dict[str, Cite] = {}
    rest = []
    for cite in cites:
        if cite.article in first:
            rest.append(cite)
        else:
            first[cite.article] = cite
    return [*first.values(), *rest]
