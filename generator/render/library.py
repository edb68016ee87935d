"""The knowledge with its indexes: who is who, which fact stands behind a reference, what belongs to what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cached_property, wraps
from typing import Any, TypeVar

from generator.model.facts import Fact
from generator.model.knowledge import (
    Cite,
    FactRef,
    Finding,
    Knowledge,
    MergedActor,
    Origin,
    Round,
    SourceArticle,
    TopicPage,
)
from generator.render.dates import date_words, first_day
from generator.render.quoting import clipped, within_quotation
from generator.render.told import in_words

T = TypeVar("T")

SHORT_TITLE = 24
"""Characters of a headline that stand in a note for an article without a publisher."""


class Library:
    """Look-ups over one `Knowledge`; every index is made once, when it is first asked for."""

    def __init__(self, knowledge: Knowledge, version: str) -> None:
        self.knowledge = in_words(knowledge)
        self.version = version
        self.kept: dict[Any, Any] = {}
        """What `once` has worked out already."""

    @cached_property
    def as_of(self) -> str | None:
        """The day up to which the dossier knows: as given, else the day of its latest article."""
        days = [source.record.published.date for source in self.knowledge.articles if source.record.published.date]
        return self.knowledge.as_of or max(days, default=None)

    @cached_property
    def articles(self) -> dict[str, SourceArticle]:
        """Article id -> article."""
        return {source.record.id: source for source in self.knowledge.articles}

    @cached_property
    def source_titles(self) -> dict[str, str]:
        """Article id -> its headline; one without is called by its day ("Article of 2 March 2022"), several of a day are numbered."""
        titles = {
            source.record.id: source.record.headline or _called_by_day(source) for source in self.knowledge.articles
        }
        return _told_apart(titles)

    @cached_property
    def source_names(self) -> dict[str, str]:
        """Article id -> its name in a note: who published it and when ("dpa/MIA, 3 March 2022")."""
        names = {}
        for source in self.knowledge.articles:
            record = source.record
            day = date_words(record.published.date, "undated")
            names[record.id] = _called_by_day(source)
            if record.publisher:
                names[record.id] = f"{record.publisher}, {day}"
            elif record.headline:
                names[record.id] = f"“{within_quotation(clipped(record.headline, SHORT_TITLE))}”, {day}"
        return _told_apart(names)

    @cached_property
    def actors(self) -> dict[str, MergedActor]:
        """Actor id -> actor."""
        return {actor.id: actor for actor in self.knowledge.actors}

    @cached_property
    def rounds(self) -> dict[str, Round]:
        """Round id -> round, in the order of the knowledge: as they followed one another."""
        return {each.id: each for each in self.knowledge.rounds}

    @cached_property
    def topics(self) -> dict[str, TopicPage]:
        """Topic id -> topic, in the order of the knowledge."""
        return {topic.id: topic for topic in self.knowledge.topics}

    @cached_property
    def findings(self) -> dict[str, Finding]:
        """Finding id -> finding."""
        return {finding.id: finding for finding in self.knowledge.findings}

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """Origin id -> origin."""
        return {origin.id: origin for origin in self.knowledge.origins}

    @cached_property
    def article_origins(self) -> list[str]:
        """The origins of the articles themselves; those of what articles pass on are not counted."""
        return list(dict.fromkeys(source.origin for source in self.knowledge.articles))

    @cached_property
    def facts(self) -> dict[tuple[str, str], Fact]:
        """(article id, fact id) -> fact, rejected facts left out."""
        return {
            (source.record.id, fact.id): fact
            for source in self.knowledge.articles
            for fact in source.facts
            if fact.review not in ("rejected", "proposed")
        }

    @cached_property
    def finding_of(self) -> dict[tuple[str, str], Finding]:
        """(article id, fact id) -> the finding that the fact stands behind."""
        return {(ref.article, ref.fact): finding for finding in self.knowledge.findings for ref in finding.facts}

    @cached_property
    def by_kind(self) -> dict[str, list[Finding]]:
        """Kind of finding -> its findings, the earliest first, undated last."""
        kinds: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.knowledge.findings:
            kinds[finding.kind].append(finding)
        for findings in kinds.values():
            findings.sort(key=self.when)
        return kinds

    @cached_property
    def by_actor(self) -> dict[str, list[Finding]]:
        """Actor id -> the findings it takes part in, the earliest first."""
        actors: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.knowledge.findings:
            named = list(finding.actors)
            if finding.kind == "role" and finding.subject in self.actors:
                named.append(finding.subject)
            for actor in dict.fromkeys(named):
                actors[actor].append(finding)
        for findings in actors.values():
            findings.sort(key=self.when)
        return actors

    @cached_property
    def by_round(self) -> dict[str, list[Finding]]:
        """Round id -> the findings that belong to it, those of its info box left out."""
        rounds: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.knowledge.findings:
            if finding.round and finding.kind not in ("round", "outcome"):
                rounds[finding.round].append(finding)
        for findings in rounds.values():
            findings.sort(key=self.when)
        return rounds

    @cached_property
    def by_topic(self) -> dict[str, list[Finding]]:
        """Topic id -> the positions on it, the earliest first."""
        topics: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.by_kind.get("position", []):
            if finding.topic:
                topics[finding.topic].append(finding)
        return topics

    @cached_property
    def merged_id(self) -> dict[tuple[str, str], str]:
        """(article id, id of an actor in its facts file) -> id of the merged actor."""
        return {
            (article, local): actor.id
            for actor in self.knowledge.actors
            for article, locals_ in actor.local_ids.items()
            for local in locals_
        }

    @cached_property
    def parties(self) -> list[str]:
        """The sides: those of the dossier, else those that actors speak for, the most spoken for first."""
        named = [party.name for party in self.knowledge.dossier.parties]
        if named:
            return named
        counts: dict[str, int] = defaultdict(int)
        for finding in self.by_kind.get("position", []):
            if finding.side:
                counts[finding.side] += 1
        return sorted(counts, key=lambda side: (-counts[side], side))

    @cached_property
    def party_actor(self) -> dict[str, str]:
        """Party name -> id of the actor that is the party itself."""
        return {
            side: actor.id
            for side in self.parties
            for actor in self.knowledge.actors
            if actor.name == side or any(alias.text == side for alias in actor.aliases if actor.kind == "state")
        }

    @cached_property
    def named(self) -> dict[str, str]:
        """Name of an actor -> its id."""
        return {actor.name: actor.id for actor in self.knowledge.actors}

    def fact(self, ref: FactRef) -> Fact | None:
        """The fact behind a reference; None where it was rejected or is gone."""
        return self.facts.get((ref.article, ref.fact))

    def round_cites(self, each: Round) -> list[Cite]:
        """The evidence of a round: of the findings of its info box, else of the meetings that were joined to it."""
        cites = [cite for key in each.findings if key in self.findings for cite in self.findings[key].cites]
        if cites:
            return cites
        facts = [(ref, fact) for ref in each.facts if (fact := self.fact(ref)) is not None]
        return [Cite(article=ref.article, fact=ref.fact, evidence=fact.evidence) for ref, fact in facts]

    def actor_in(self, article: str, local: str | None) -> MergedActor | None:
        """The actor whom the facts file of `article` calls `local`."""
        if local is None:
            return None
        merged = self.merged_id.get((article, local))
        return self.actors.get(merged or local)

    def round_date(self, round_id: str | None) -> str | None:
        """The date of a round, EDTF."""
        return self.rounds[round_id].date if round_id in self.rounds else None

    def when(self, finding: Finding) -> tuple[str, str, int, str]:
        """Sort key: the finding's day, else its round's; undated last; within a day as the articles tell it."""
        first = next((cite for cite in finding.cites if cite.evidence), None)
        article, start = (first.article, first.evidence[0].start) if first else ("", 0)
        return first_day(finding.date or self.round_date(finding.round)), article, start, finding.id


def _called_by_day(source: SourceArticle) -> str:
    day = source.record.published.date
    return f"Article of {date_words(day)}" if day else f"Article {source.record.file.rsplit('/', 1)[-1]}"


def _told_apart(names: dict[str, str]) -> dict[str, str]:
    """The names, with a number where several are the same."""
    counts, seen = Counter(names.values()), Counter[str]()
    apart = {}
    for key, name in names.items():
        seen[name] += 1
        apart[key] = f"{name} ({seen[name]})" if counts[name] > 1 else name
    return apart


def once(work: Callable[[Library], T]) -> Callable[[Library], T]:
    """Makes a function of the whole library run once for each library, however many pages ask for it."""

    @wraps(work)
    def kept(library: Library) -> T:
        if work not in library.kept:
            library.kept[work] = work(library)
        found: T = library.kept[work]
        return found

    return kept
