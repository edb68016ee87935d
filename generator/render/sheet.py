"""A page while it is being written: it knows its place, so its links and footnotes are right by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.lexicon import load_lexicon
from generator.model.knowledge import Cite, Finding
from generator.render import grammar
from generator.render.escape import Md, front_matter
from generator.render.footnotes import MOST_NOTES, Footnotes
from generator.render.library import Library
from generator.render.links import page_of, way

BLANKS = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page: its path below content/, its front matter and its Markdown."""

    path: str
    meta: dict[str, Any]
    body: str

    def text(self) -> str:
        """The file: front matter, then the body."""
        return "".join((front_matter(self.meta), "\n", BLANKS.sub("\n\n", self.body).strip(), "\n"))


@dataclass
class Sheet:
    """What the templates of one page call: links to other pages, footnotes, badges.

    Attributes:
        library: the knowledge with its indexes.
        path: the page's path below content/.
    """

    library: Library
    path: str
    short_notes: bool = False
    """Whether notes name their source alone: another page has the words."""
    notes: Footnotes = field(init=False)

    def __post_init__(self) -> None:
        self.notes = Footnotes(self.library, self.path, short=self.short_notes)

    def to(self, target: str, anchor: str = "") -> Md:
        """The relative link to another page below content/."""
        return Md(way(self.path, target, anchor))

    def is_about(self, shelf: str, identity: str | None) -> bool:
        """Whether this is the page of that round, actor or topic."""
        return identity is not None and page_of(shelf, identity) == self.path

    def actor(self, identity: str | None, words: str | None = None) -> Md:
        """A link to an actor's page; the words alone where there is no such page."""
        actor = self.library.actors.get(identity or "")
        if actor is None or page_of("actors", actor.id) == self.path:
            return Md.escape(words or (actor.name if actor else identity) or "")
        return Md("[{}]({})").format(words or actor.name, self.to(page_of("actors", actor.id)))

    def the(self, identity: str | None, words: str | None = None) -> Md:
        """An actor within a sentence: with "the" where English asks for it, with "a" where nobody names the person."""
        actor = self.library.actors.get(identity or "")
        name = words or (actor.name if actor else "")
        told = grammar.with_article(name) if actor is not None and actor.kind == "person" else grammar.with_the(name)
        return Md(told.removesuffix(name)) + self.actor(identity, words)

    def party(self, side: str) -> Md:
        """A link to the page of the actor that is the party itself."""
        return self.actor(self.library.party_actor.get(side) or self.library.named.get(side), side)

    def round(self, identity: str | None, words: str | Md | None = None) -> Md:
        """A link to a round's page."""
        each = self.library.rounds.get(identity or "")
        if each is None or page_of("rounds", each.id) == self.path:
            return Md.escape(words or (each.title if each else ""))
        return Md("[{}]({})").format(words or each.title, self.to(page_of("rounds", each.id)))

    def topic(self, identity: str | None, words: str | None = None) -> Md:
        """A link to a topic's page."""
        topic = self.library.topics.get(identity or "")
        if topic is None or page_of("topics", topic.id) == self.path:
            return Md.escape(words or (topic.title if topic else (identity or "").replace("-", " ")))
        return Md("[{}]({})").format(words or topic.title, self.to(page_of("topics", topic.id)))

    def source(self, identity: str, words: str | None = None) -> Md:
        """A link to the page of an article."""
        source = self.library.articles.get(identity)
        if source is None:
            return Md.escape(words or identity)
        return Md("[{}]({})").format(
            words or self.library.source_titles[identity], self.to(page_of("sources", identity))
        )

    def cite(
        self, cites: Iterable[Cite], most: int = MOST_NOTES, *, shown: bool = False, proof: Sequence[str] = ()
    ) -> Md:
        """Footnote marks for the passages; `shown` where the page has their words, `proof` where they stand at a value."""
        return self.notes.cite(cites, most, shown=shown, proof=proof)

    def badge(self, table: str, key: str) -> Md:
        """A badge of the wording table `table`: symbol and word, so that no meaning hangs on a colour."""
        words = load_lexicon("wording")[table][key]
        kind = key.replace(" ", "-")
        sign = f'<span class="badge__sign" aria-hidden="true">{words["symbol"]}</span>'
        return Md(f'<span class="badge badge--{kind}">{sign} {words["word"]}</span>')

    def verdict(self, finding: Finding) -> Md:
        """The badge of a finding's verdict; none for what rests on one origin, which most things do."""
        return Md("") if finding.verdict == "single origin" else self.badge("verdicts", finding.verdict)
