"""JSON-LD: claims, events, people and organisations of schema.org, with the W3C's text quote and position selectors."""

from __future__ import annotations

from typing import Any

from generator.model.evidence import Evidence
from generator.model.knowledge import Cite, Finding, MergedActor, Round, SourceArticle
from generator.render.downloads.trees import as_json
from generator.render.escape import plain, safe_url, without_marks
from generator.render.library import Library
from generator.render.phrases import finding_line
from generator.render.sheet import Sheet
from generator.render.statements import quote

CONTEXT = {
    "@vocab": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "exact": "oa:exact",
    "start": "oa:start",
    "end": "oa:end",
    "hasSelector": {"@id": "oa:hasSelector"},
    "hasSource": {"@id": "oa:hasSource", "@type": "@id"},
}
TYPES = {
    "person": "Person",
    "state": "Country",
    "organisation": "Organization",
    "body": "Organization",
    "media": "NewsMediaOrganization",
}


def json_ld(library: Library) -> str:
    """The dossier as one JSON-LD graph."""
    graph: list[dict[str, Any]] = [_article(each) for each in library.knowledge.articles]
    graph += [_actor(each) for each in library.knowledge.actors]
    graph += [_round(each) for each in library.rounds.values()]
    graph += [_claim(library, each) for each in library.knowledge.findings]
    return as_json({"@context": CONTEXT, "@graph": graph})


def _article(source: SourceArticle) -> dict[str, Any]:
    record = source.record
    fields = {
        "@id": f"#article-{record.id}",
        "@type": "NewsArticle",
        "headline": record.headline,
        "datePublished": record.published.date,
        "publisher": {"@type": "Organization", "name": record.publisher} if record.publisher else None,
        "url": safe_url(record.url),
        "inLanguage": record.language,
    }
    return {key: value for key, value in fields.items() if value}


def _actor(actor: MergedActor) -> dict[str, Any]:
    fields = {
        "@id": f"#actor-{actor.id}",
        "@type": TYPES[actor.kind],
        "name": actor.name,
        "alternateName": [alias.text for alias in actor.aliases],
        "jobTitle": [role.title for role in actor.roles] if actor.kind == "person" else None,
    }
    return {key: value for key, value in fields.items() if value}


def _round(each: Round) -> dict[str, Any]:
    status = {"planned": "EventScheduled", "postponed": "EventPostponed", "cancelled": "EventCancelled"}.get(
        each.status or ""
    )
    fields = {
        "@id": f"#round-{each.id}",
        "@type": "Event",
        "name": each.title,
        "startDate": (each.date or "").split("/")[0],
        "location": {"@type": "Place", "name": each.place} if each.place else None,
        "eventStatus": f"https://schema.org/{status}" if status else None,
        "performer": [{"@id": f"#actor-{actor}"} for actor in each.heads.values()],
    }
    return {key: value for key, value in fields.items() if value}


def _claim(library: Library, finding: Finding) -> dict[str, Any]:
    said = quote(library, finding) if finding.kind == "statement" else None
    authors = [said.speaker] if said and said.speaker else finding.actors[:1]
    fields = {
        "@id": f"#finding-{finding.id}",
        "@type": "Event" if finding.kind == "event" else "Claim",
        "name": without_marks(finding_line(Sheet(library, "data/dossier.jsonld"), finding)),
        "text": plain(said.words if said else finding.value),
        "author": [{"@id": f"#actor-{actor}"} for actor in authors if finding.kind in ("statement", "position")],
        "about": {"@id": f"#round-{finding.round}"} if finding.round in library.rounds else None,
        "appearance": [target for cite in finding.cites for target in _targets(cite)],
    }
    return {key: value for key, value in fields.items() if value}


def _targets(cite: Cite) -> list[dict[str, Any]]:
    return [_target(cite.article, piece) for piece in cite.evidence]


def _target(article: str, piece: Evidence) -> dict[str, Any]:
    return {
        "hasSource": f"#article-{article}",
        "hasSelector": [
            {"@type": "TextQuoteSelector", "exact": piece.text},
            {"@type": "TextPositionSelector", "start": piece.start, "end": piece.end},
        ],
    }
