"""The way through merging: every step in its order, each a plain call. `generator.merge` tells what the steps are for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.merge.actors import Cast, merge_actors
from generator.merge.asof import known_by
from generator.merge.binding import Reports, bind, used_origins
from generator.merge.changes import changed_positions
from generator.merge.conflicts import denied_events, hours_of_rounds
from generator.merge.decisions import check_names, decisions_on, key
from generator.merge.edtf import days
from generator.merge.events import merge_events
from generator.merge.figures import merge_figures
from generator.merge.gaps import find_gaps
from generator.merge.intake import check_decisions, dated, in_order
from generator.merge.news import compare
from generator.merge.opposed import opposed_claims, remarks_on_figures
from generator.merge.origins import Origins, find_origins
from generator.merge.outlooks import changed_outlooks
from generator.merge.places import Gazetteer
from generator.merge.positions import merge_positions
from generator.merge.promises import event_promises, meeting_promises, statement_promises
from generator.merge.roles import merge_roles
from generator.merge.rounds_made import make_rounds
from generator.merge.statements import merge_statements
from generator.merge.topics import join_topics, title_of
from generator.model.dossier import Dossier
from generator.model.facts import FactsFile
from generator.model.knowledge import Dispute, Finding, Knowledge, SourceArticle, TopicPage


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
        SettingsError: decisions contradict each other or name what does not exist.
    """
    everything = in_order(files)
    check_decisions(everything, dossier)
    known = known_by(everything, as_of) if as_of else everything
    known = [dated(file, decisions_on(dossier, "article", "date")) for file in known]
    cast = merge_actors(known, dossier, decisions_on(dossier, "actor"))
    origins = find_origins(known, cast.actors, cast.by_article, texts or {}, decisions_on(dossier, "article", "origin"))
    reports = bind(known, cast, origins)
    return _know(known, dossier, cast, origins, reports, as_of, previous)


def _know(
    files: list[FactsFile],
    dossier: Dossier,
    cast: Cast,
    origins: Origins,
    reports: Reports,
    as_of: str | None,
    previous: Knowledge | None,
) -> Knowledge:
    sides = {actor.id: actor.side for actor in cast.actors}
    gazetteer = Gazetteer.of(dossier)
    topics = join_topics((r.fact.topic for r in reports.positions), dossier, decisions_on(dossier, "topic"))
    made = make_rounds(
        reports.meetings, files, gazetteer, decisions_on(dossier, "round"), decisions_on(dossier, "round", "date")
    )
    figures, figure_disputes = merge_figures(reports.figures)
    broad = gazetteer.names(
        " ".join(f"{name}," for party in dossier.parties for name in [party.name, *party.aliases])
    ) | {name for actor in cast.actors if actor.kind == "state" for name in gazetteer.names(actor.name)}
    positions = merge_positions(reports.positions, sides, topics)
    findings = [
        *made.findings,
        *positions,
        *merge_statements(reports.statements),
        *merge_events(reports.events, sides, gazetteer, frozenset(broad)),
        *figures,
        *merge_roles(cast.actors, origins.of_article),
    ]
    made.assign(findings, reports.all)
    disputes = [
        *made.disputes,
        *hours_of_rounds(made.meetings, made.about(reports.statements)),
        *figure_disputes,
        *remarks_on_figures(reports.figures, reports.statements, sides),
        *opposed_claims(reports.statements, reports.events, reports.positions, sides),
        *denied_events(findings),
        *changed_positions(reports.positions, sides, topics, dossier.topics),
        *changed_outlooks(reports.statements, sides),
    ]
    findings = _shown(findings, dossier, cast)
    disputes = _kept(disputes, cast.hidden)
    last_day = max((d.last for f in files if (d := days(f.article.published.date))), default=0)
    changes = compare(findings, previous)
    return Knowledge(
        dossier=dossier,
        as_of=as_of,
        articles=_sources(files, origins),
        origins=used_origins(origins, reports),
        actors=[actor for actor in cast.actors if actor.id not in cast.hidden],
        rounds=made.rounds,
        topics=_topics(findings, dossier),
        findings=findings,
        disputes=disputes,
        promises=[
            *meeting_promises(made.rounds, made.meetings, last_day),
            *statement_promises(reports.statements, made.rounds, set()),
            *event_promises(reports.events),
        ],
        gaps=find_gaps(findings, made.rounds, files, [party.name for party in dossier.parties] or _parties(positions)),
        changes=changes,
    )


def _shown(findings: list[Finding], dossier: Dossier, cast: Cast) -> list[Finding]:
    """The findings without what an editor hid, with the names that one gave."""
    on_findings, on_topics = decisions_on(dossier, "finding"), decisions_on(dossier, "topic")
    check_names(dossier, "finding", (finding.id for finding in findings))
    shown = []
    for finding in findings:
        if key(finding.id) in on_findings.hidden or (finding.topic and key(finding.topic) in on_topics.hidden):
            continue
        if finding.actors and set(finding.actors) <= cast.hidden:
            continue
        finding.value = on_findings.values.get(key(finding.id), finding.value)
        finding.actors = [actor for actor in finding.actors if actor not in cast.hidden]
        shown.append(finding)
    return shown


def _kept(disputes: list[Dispute], hidden: frozenset[str]) -> list[Dispute]:
    return [d for d in disputes if not (d.actors and set(d.actors) <= hidden)]


def _sources(files: Sequence[FactsFile], origins: Origins) -> list[SourceArticle]:
    return [
        SourceArticle(
            record=f.article,
            actors=f.actors,
            facts=f.facts,
            origin=origins.of_article[f.article.id],
            shares_with=origins.shares.get(f.article.id, {}),
        )
        for f in files
    ]


def _topics(findings: Sequence[Finding], dossier: Dossier) -> list[TopicPage]:
    order = {topic.id: number for number, topic in enumerate(dossier.topics)}
    pages: dict[str, TopicPage] = {}
    renamed = decisions_on(dossier, "topic").values
    for finding in findings:
        if finding.topic:
            title = renamed.get(key(finding.topic), title_of(finding.topic, dossier))
            pages.setdefault(finding.topic, TopicPage(id=finding.topic, title=title)).findings.append(finding.id)
    return sorted(pages.values(), key=lambda page: (order.get(page.id, len(order)), page.id))


def _parties(positions: Sequence[Finding]) -> list[str]:
    """The sides that hold positions, where the dossier names no parties."""
    return sorted({finding.side for finding in positions if finding.side})
