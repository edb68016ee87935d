"""News: what this build knows that the last committed record did not, and what it knows no longer."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.knowledge import Change, Finding, Knowledge


def compare(findings: Sequence[Finding], previous: Knowledge | None) -> list[Change]:
    """List new, changed and withdrawn findings, and mark the first two on the findings themselves.

    A finding is known again by its id, else by a fact that it shares with an old one of its kind (an earlier article may
    have become its first), else by what it says of the same article (a word that changed further up moves every fact).
    """
    if previous is None:
        return []
    old = {finding.id: finding for finding in previous.findings}
    by_fact = {(f.kind, f.aspect, ref.article, ref.fact): f for f in reversed(previous.findings) for ref in f.facts}
    by_words = {(f.kind, f.aspect, f.subject, f.value): f for f in reversed(previous.findings)}
    seen: set[str] = set()
    changes: list[Change] = []
    for finding in findings:
        before = old.get(finding.id) or next(
            (b for ref in finding.facts if (b := by_fact.get((finding.kind, finding.aspect, ref.article, ref.fact)))),
            by_words.get((finding.kind, finding.aspect, finding.subject, finding.value)),
        )
        if before is None:
            finding.new = "new"
            changes.append(Change(kind="new", finding=finding.id, text=finding.value))
            continue
        seen.add(before.id)
        difference = _difference(before, finding)
        if difference:
            finding.new = "changed"
            changes.append(
                Change(kind="changed", finding=finding.id, text=f"{finding.value}: {difference}", before=before.value)
            )
    gone = [finding for finding in previous.findings if finding.id not in seen]
    changes += [Change(kind="withdrawn", finding=f.id, text=f.value, before=f.value) for f in gone]
    return changes


def _difference(before: Finding, now: Finding) -> str | None:
    """What changed, in words; None where nothing that a reader would mind."""
    if before.value != now.value:
        return f"was “{before.value}”"
    if before.verdict != now.verdict:
        return f"{before.verdict} before, {now.verdict} now"
    if before.status != now.status:
        return f"{before.status or 'no status'} before, {now.status or 'no status'} now"
    gained = len(set(now.origins) - set(before.origins))
    return f"{gained} more origin{'s' if gained > 1 else ''}" if gained else None
