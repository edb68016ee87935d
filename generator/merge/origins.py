"""Origins: who first reported it. Five papers that print one agency's text are one origin, however many they are.

Two articles share an origin where they credit one agency as a whole, or run in near-identical words (shingles, quotations
set aside: two reporters may well hear one speech). A single passage credited to a medium has that medium for its origin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.lexicon import load_lexicon
from generator.merge.bodies import known_agency, known_name
from generator.merge.clusters import Clusters
from generator.merge.copies import find_copies
from generator.merge.decisions import Decisions, key, names_of_article
from generator.merge.wording import jaccard, stems
from generator.model.facts import FactBase, FactsFile
from generator.model.identity import slug
from generator.model.knowledge import MergedActor, Origin

_LEX = load_lexicon("merge_origins")
_CREDIT = re.compile(
    r"\b(?:" + "|".join(re.escape(c) for c in _LEX["credit"]) + r")\s+(?:the\s+)?((?:[A-Z][\w.-]*\s?){1,3})"
)
_SOURCE_LINE = re.compile(
    r"(?im)^[ \t>*_(\[]*(?:" + "|".join(_LEX["source_lines"]) + r")[ \t]*:[ \t*_]*([^\n:]{2,40}?)[ \t*_)\]]*$"
)


@dataclass(frozen=True)
class Origins:
    """The origins and the way to them from an article, and from a medium that a fact credits."""

    all: list[Origin]
    of_article: dict[str, str]
    of_medium: dict[tuple[str, str], str]
    """(article, medium) -> origin: a credited medium may be the origin of the whole report."""
    media: dict[str, str]
    """Merged id of a medium -> its name."""
    shares: dict[str, dict[str, str]]
    """Article -> other article -> why they share an origin."""

    def of_fact(self, article: str, fact: FactBase, cast: Mapping[str, str]) -> str:
        """The origin of one fact: the medium it credits, else its article's."""
        medium = cast.get(getattr(fact, "via", None) or "")
        if medium not in self.media:
            medium = self._credited(fact)
        if medium is None:
            return self.of_article[article]
        return self.of_medium.get((self.of_article[article], medium), medium)

    def _credited(self, fact: FactBase) -> str | None:
        """The medium named after "told" or "according to" in the fact's words, if it is an actor."""
        for piece in fact.evidence:
            for found in _CREDIT.finditer(piece.text):
                medium = slug(known_name(found.group(1)) or found.group(1))
                if medium in self.media:
                    return medium
        return None


def find_origins(
    files: Sequence[FactsFile],
    actors: Sequence[MergedActor],
    cast: Mapping[str, Mapping[str, str]],
    texts: Mapping[str, str],
    decisions: Decisions,
) -> Origins:
    """Find which articles draw on one report, and what each origin is called.

    Args:
        files: the facts of every article, in a fixed order.
        actors: the merged actors; media among them may be origins.
        cast: article id -> local actor id -> merged id.
        texts: article id -> its text; evidence is used for articles without.
        decisions: origins that a person settled.
    """
    media = {actor.id: actor.name for actor in actors if actor.kind == "media"}
    clusters = Clusters([file.article.id for file in files])
    why: dict[tuple[str, str], str] = {}
    for left, right, reason in [*_by_credit(files, texts), *find_copies(files, texts)]:
        clusters.join(left, right)
        why.setdefault((left, right), reason)
    lines = {file.article.id: _source_lines(texts.get(file.article.id, "")) for file in files}
    settled = _settled(files, decisions)
    by_id = {file.article.id: file for file in files}
    found = Origins([], {}, {}, media, _shares(why))
    for group in clusters.groups():
        members = [by_id[article] for article in group if article not in settled]
        if members:
            reasons = sorted({text for (article, _), text in why.items() if article in group})
            _add(found, members, cast, reasons, lines)
    for name in sorted(set(settled.values())):
        articles = [article for article in by_id if settled.get(article) == name]
        found.all.append(Origin(id=slug(name), name=name, articles=articles, why="a person decided so"))
        found.of_article.update(dict.fromkeys(articles, slug(name)))
    return found


def _add(
    found: Origins,
    members: Sequence[FactsFile],
    cast: Mapping[str, Mapping[str, str]],
    reasons: Sequence[str],
    lines: Mapping[str, Sequence[str]],
) -> None:
    """Add the origin that these articles share (or the one article has to itself)."""
    medium, credit = _source_of(members, cast, found.media)
    agency = next((name for file in members for name in [*_agencies(file), *lines.get(file.article.id, ())]), None)
    articles = [file.article.id for file in members]
    origin = Origin(
        id=slug(agency) if agency else medium or articles[0],
        name=agency or (found.media[medium] if medium else _name_of(members)),
        articles=articles,
        why="; ".join([*reasons, *credit]) or "a report of its own",
    )
    if medium:
        found.of_medium[origin.id, medium] = origin.id
    found.all.append(origin)
    found.of_article.update(dict.fromkeys(articles, origin.id))


def _settled(files: Sequence[FactsFile], decisions: Decisions) -> dict[str, str]:
    return {
        file.article.id: decisions.values[key(name)]
        for file in files
        for name in names_of_article(file.article.id, file.article.file, file.article.headline)
        if key(name) in decisions.values
    }


def _by_credit(files: Sequence[FactsFile], texts: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Articles that are credited to one agency or source as a whole ("dpa/MIA", "Source: Al Jazeera")."""
    first: dict[str, str] = {}
    for file in files:
        for agency in [*_agencies(file), *_source_lines(texts.get(file.article.id, ""))]:
            if first.setdefault(agency, file.article.id) != file.article.id:
                yield first[agency], file.article.id, f"both are credited to {agency}"


def _source_lines(text: str) -> list[str]:
    """Who is named in a line that tells the source of the whole article."""
    names = (match.group(1).strip(" .,;|") for match in _SOURCE_LINE.finditer(text))
    return list(dict.fromkeys(known_name(name) or known_agency(name) or name for name in names if name))


def _agencies(file: FactsFile) -> list[str]:
    """The agencies that an article's publisher line names."""
    names = re.split(r"\s*[/,;]\s*|\s+and\s+", file.article.publisher or "")
    return [agency for name in names if (agency := known_agency(name))]


def _source_of(
    members: Sequence[FactsFile], cast: Mapping[str, Mapping[str, str]], media: Mapping[str, str]
) -> tuple[str | None, list[str]]:
    """The medium that one article credits with a passage which others of the group print without credit."""
    if len(members) < 2:
        return None, []
    best: tuple[float, str, str] | None = None
    for file in members:
        credited = [(fact, cast[file.article.id].get(getattr(fact, "via", None) or "")) for fact in file.facts]
        passages = [(stems(_words(fact)), medium) for fact, medium in credited if medium in media]
        bare = (
            [stems(_words(fact)) for other in members if other is not file for fact in other.facts] if passages else []
        )
        for passage, medium in passages:
            alike = max((jaccard(passage, other) for other in bare), default=0.0)
            if medium and alike >= _LEX["passage"] and (best is None or (-alike, medium) < (best[0], best[1])):
                best = (-alike, medium, file.article.id)
    return (best[1], [f"{best[2]} credits {media[best[1]]}"]) if best else (None, [])


def _words(fact: FactBase) -> str:
    """What a fact says: a statement's content, else its evidence."""
    return " ".join(piece.text for piece in getattr(fact, "content", None) or fact.evidence)


def _name_of(members: Sequence[FactsFile]) -> str:
    """What an origin without a credited medium is called: its publisher, else its first article's headline or name."""
    first = members[0].article
    names = [f.article.publisher for f in members if f.article.publisher]
    name = names[0] if names else first.headline or first.id
    return name if len(members) == 1 else f"{name} and {len(members) - 1} more"


def _shares(why: Mapping[tuple[str, str], str]) -> dict[str, dict[str, str]]:
    shares: dict[str, dict[str, str]] = {}
    for (left, right), reason in sorted(why.items()):
        shares.setdefault(left, {})[right] = reason
        shares.setdefault(right, {})[left] = reason
    return shares
