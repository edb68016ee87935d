"""An Atom feed (RFC 4287) of what is new; ids are made from the findings, the time is the day up to which we know."""

from __future__ import annotations

import uuid
from html import escape

from generator.model.knowledge import Change, Finding
from generator.render.dates import span
from generator.render.escape import plain, safe_url, without_marks
from generator.render.library import Library
from generator.render.phrases import finding_line
from generator.render.sheet import Sheet

MOST_ENTRIES = 50
NEVER = "1970-01-01"


def feed(library: Library) -> str:
    """The feed; with an address of the site in dossier.yml its links are absolute, else relative to the feed."""
    dossier = library.knowledge.dossier
    base = (safe_url(dossier.site_url) or "").rstrip("/")
    days = span(library.as_of)
    updated = f"{days[1].isoformat() if days else NEVER}T00:00:00Z"
    entries = [_entry(library, each, base, updated) for each in library.knowledge.changes[:MOST_ENTRIES]]
    root = f"{base}/" if base else "./"
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"  <title>{_xml(dossier.title)}</title>\n  <id>{_id(dossier.title)}</id>\n  <updated>{updated}</updated>\n"
        f'  <author><name>{_xml(dossier.contact or dossier.title)}</name></author>\n  <link href="{_xml(root)}"/>\n'
    )
    return head + "".join(entries) + "</feed>\n"


def _entry(library: Library, change: Change, base: str, updated: str) -> str:
    finding = library.findings.get(change.finding)
    where = f"rounds/{finding.round}/" if finding and finding.round in library.rounds else "new/"
    link = f"{base}/{where}" if base else where
    before = f" Before: {change.before}" if change.before else ""
    day = _day_of(library, finding) if finding else None
    what = without_marks(finding_line(Sheet(library, "feed.xml"), finding)) if finding else change.text
    return (
        f"  <entry>\n    <title>{_xml(f'{change.kind.capitalize()}: {what}')}</title>\n"
        f"    <id>{_id(library.knowledge.dossier.title + change.kind + change.finding + change.text)}</id>\n"
        f'    <updated>{f"{day}T00:00:00Z" if day else updated}</updated>\n    <link href="{_xml(link)}"/>\n'
        f"    <summary>{_xml(what + before)}</summary>\n  </entry>\n"
    )


def _day_of(library: Library, finding: Finding) -> str | None:
    """The day of the latest article behind a finding, ISO: when its news became known."""
    published = (library.articles[cite.article].record.published.date for cite in finding.cites)
    found = [days[1].isoformat() for date in published if (days := span(date))]
    return max(found, default=None)


def _id(text: str) -> str:
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, text)}"


def _xml(text: str) -> str:
    return escape(plain(text), quote=True)
