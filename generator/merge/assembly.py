"""The way through merging: every step in its order, each a plain call. `generator.merge` tells what the steps are for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.merge.actors import Cast, merge_actors
from generator.merge.asof import known_by, undated
from generator.merge.binding import Reports, bind, used_origins
from generator.merge.changes import changed_positions
from generator.merge.commitments import commitments
from generator.merge.contents import add_contents
from generator.merge.deals import merge_deals
from generator.merge.decisions import decisions_on, key
from generator.merge.denials import denied_claims
from generator.merge.edtf import days
from generator.merge.events import denied_events, merge_events
from generator.merge.figures import disputed_figures, merge_figures
from generator.merge.gaps import find_gaps
from generator.merge.hiding import Hidden
from generator.merge.hours import hours_of_rounds
from generator.merge.intake import check_decisions, dated, decided_rounds, in_order, with_topic_ids
from generator.merge.news import compare
from generator.merge.opposed import opposed_claims, remarks_on_figures
from generator.merge.origins import Origins, find_origins
from generator.merge.outlooks import changed_outlooks
from generator.merge.places import Gazetteer
from generator.merge.positions import merge_positions
from generator.merge.promises import event_promises, meeting_promises, statement_promises
from generator.merge.roles import merge_roles
from generator.merge.round_decisions import DecidedRounds
from generator.merge.rounds_made import MadeRounds, make_rounds
from generator.merge.splitting import split_actors
from generator.merge.statements import merge_statements
from generator.merge.topics import join_topics, title_of
from generator.model.dossier import Dossier
from generator.model.facts import Fact, FactsFile
from generator.model.knowledge import Dispute, Finding, Knowledge, Promise, SourceArticle, TopicPage


def merge_facts(
    files: Sequence[FactsFile],
    dossier: Dossier,
    *,
    as_of: str | None = None,
    texts: Mapping[str, str] | None = None,
    previous: Knowledge | None = None,
) -> Knowledge:
    """Merge what all articles say into what is known.

    Args:
        files: the facts files; their order does not matter, and a file given twice counts once.
        dossier: the settings, with a person's decisions.
        as_of: a day (EDTF): only what was known then is merged.
        texts: article id -> its text, in which copies are told by their wording; without it the facts' evidence serves.
        previous: the last committed knowledge; what is new is told against it.

    Raises:
        SettingsError: decisions contradict each other or name what does not exist, or `as_of` is no date.
    """
    settled = decisions_on(dossier, "article", "date")
    on_actors = decisions_on(dossier, "actor")
    whole = [split_actors(dated(file, settled), on_actors) for file in in_order(files)]
    dossier = with_topic_ids(whole, dossier)
    rounds = decided_rounds(whole, dossier)
    check_decisions(whole, dossier, rounds)
    known = known_by(whole, as_of) if as_of else whole
    cast = merge_actors(known, dossier, on_actors)
    origins = find_origins(known, cast.actors, cast.by_article, texts or {}, decisions_on(dossier, "article", "origin"))
    view = _view(known, dossier, cast, bind(known, cast, origins, texts or {}), rounds)
    hidden = Hidden.of(dossier, cast.hidden, view.topics)
    findings = hidden.from_findings(_findings(view, origins), dossier, all_known=as_of is None)
    shown, waiting = {finding.id for finding in findings}, _proposals(files)
    parties = [party.name for party in dossier.parties] or sorted({f.side for f in findings if f.topic and f.side})
    return Knowledge(
        dossier=dossier,
        as_of=as_of,
        articles=[
            _source(hidden.from_file(f, cast.by_article[f.article.id]), origins, texts or {}, waiting) for f in known
        ],
        origins=used_origins(origins, view.reports),
        actors=[actor for actor in cast.actors if actor.id not in cast.hidden],
        rounds=hidden.from_rounds(view.rounds.rounds, shown),
        topics=_topics(findings, view),
        findings=findings,
        disputes=hidden.from_disputes(_disputes(view, findings), shown),
        promises=hidden.from_promises(_promises(view, findings)),
        gaps=find_gaps(findings, view.rounds.rounds, known, parties, undated(whole) if as_of else ()),
        changes=compare(findings, previous),
    )


@dataclass(frozen=True)
class View:
    """What the makers of findings and disputes look at."""

    dossier: Dossier
    files: Sequence[FactsFile]
    cast: Cast
    reports: Reports
    rounds: MadeRounds
    sides: Mapping[str, str | None]
    """Merged actor id -> its side."""
    topics: Mapping[str, str]
    """A topic as a fact names it -> the topic it is joined under."""
    gazetteer: Gazetteer


def _view(files: Sequence[FactsFile], dossier: Dossier, cast: Cast, reports: Reports, decided: DecidedRounds) -> View:
    gazetteer = Gazetteer.of(dossier)
    topics = join_topics((r.fact.topic for r in reports.positions), dossier, decisions_on(dossier, "topic"))
    rounds = make_rounds(reports.meetings, files, gazetteer, decided)
    rounds.add(*hours_of_rounds(rounds.meetings, rounds.about(reports.statements)))
    sides = {actor.id: actor.side for actor in cast.actors}
    return View(dossier, files, cast, reports, rounds, sides, topics, gazetteer)


def _findings(view: View, origins: Origins) -> list[Finding]:
    """The findings of every kind, each with the round it belongs to."""
    reports = view.reports
    findings = [
        *view.rounds.findings,
        *merge_positions(reports.positions, view.sides, view.topics),
        *merge_deals(reports, view.sides, view.topics),
        *merge_statements(reports.statements),
        *merge_events(reports.events, view.sides, view.gazetteer),
        *merge_figures(reports.figures, view.sides),
        *merge_roles(view.cast.actors, origins.of_article),
    ]
    view.rounds.assign(findings, reports.all)
    add_contents(findings, reports.positions, view.sides, view.rounds.round_of, [one.id for one in view.rounds.rounds])
    return findings


def _disputes(view: View, findings: Sequence[Finding]) -> list[Dispute]:
    """Conflicts, refinements and changes of every sort."""
    reports = view.reports
    return [
        *view.rounds.disputes,
        *disputed_figures(findings),
        *remarks_on_figures(reports.figures, reports.statements, view.sides),
        *opposed_claims(reports.statements, reports.events, reports.positions, view.sides),
        *denied_events(findings),
        *denied_claims(reports.statements, reports.positions, reports.events, view.sides),
        *changed_positions(reports.positions, view.sides, view.topics, view.dossier.topics),
        *changed_outlooks(reports.statements, view.sides),
    ]


def _promises(view: View, findings: Sequence[Finding]) -> list[Promise]:
    """What was announced, and what became of it."""
    reports, rounds = view.reports, view.rounds
    last_day = max((d.last for file in view.files if (d := days(file.article.published.date))), default=0)
    meetings = [
        *meeting_promises(rounds.rounds, rounds.meetings, reports.statements, last_day),
        *statement_promises(reports.statements, rounds.rounds, reports.meetings),
    ]
    bound = commitments(reports.positions, [finding for finding in findings if finding.kind == "deal"])
    own = event_promises(reports.events, reports.statements, view.sides, [*meetings, *bound])
    return [*meetings, *bound, *own]


def _proposals(files: Sequence[FactsFile]) -> dict[str, list[Fact]]:
    """Article id -> what waits for a person: no finding rests on it, the page of its source alone lists it."""
    return {file.article.id: [fact for fact in file.facts if fact.review == "proposed"] for file in files}


def _source(
    file: FactsFile, origins: Origins, texts: Mapping[str, str], waiting: Mapping[str, list[Fact]]
) -> SourceArticle:
    article = file.article.id
    return SourceArticle(
        record=file.article,
        actors=file.actors,
        facts=[*file.facts, *waiting.get(article, [])],
        origin=origins.of_article[article],
        shares_with=origins.shares.get(article, {}),
        text=texts.get(article, ""),
    )


def _topics(findings: Sequence[Finding], view: View) -> list[TopicPage]:
    order = {topic.id: number for number, topic in enumerate(view.dossier.topics)}
    given = decisions_on(view.dossier, "topic").values
    renamed = {joined: given[key(name)] for name, joined in sorted(view.topics.items()) if key(name) in given}
    pages: dict[str, TopicPage] = {}
    for finding in findings:
        if finding.topic and finding.kind == "position":
            title = renamed.get(finding.topic, title_of(finding.topic, view.dossier))
            pages.setdefault(finding.topic, TopicPage(id=finding.topic, title=title)).findings.append(finding.id)
    return sorted(pages.values(), key=lambda page: (order.get(page.id, len(order)), page.id))
