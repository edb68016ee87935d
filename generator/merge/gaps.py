"""Gaps: what the dossier lacks. What rests on one origin, has no day, has no speaker, or is told by one side alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.facts import FactsFile
from generator.model.knowledge import Cite, Finding, Gap, Round

_WEIGHTY = ("round", "outcome", "position", "figure")
"""Kinds of findings that one origin is too little for; statements and events rest on one as a rule."""


def find_gaps(
    findings: Sequence[Finding],
    rounds: Sequence[Round],
    files: Sequence[FactsFile],
    parties: Sequence[str],
    left_out: Sequence[FactsFile] = (),
) -> list[Gap]:
    """All gaps, kind by kind.

    Args:
        findings: all findings.
        rounds: all rounds.
        files: the facts of all articles, for facts whose words are lost.
        parties: the sides of the negotiation.
        left_out: articles without a date, which an earlier view cannot hold.
    """
    return [
        *_single_origin(findings),
        *_undated(findings, rounds),
        *_undated_articles(files, left_out),
        *_one_sided(findings, parties),
        *_nameless(findings),
        *_lost(files),
    ]


def _single_origin(findings: Sequence[Finding]) -> Iterator[Gap]:
    for finding in findings:
        if finding.kind in _WEIGHTY and finding.verdict == "single origin":
            articles = {ref.article for ref in finding.facts}
            many = f", though {len(articles)} articles have it" if len(articles) > 1 else ""
            yield Gap(
                kind="single origin",
                text=f"{finding.aspect}: {finding.value} rests on one origin{many}",
                finding=finding.id,
                cites=finding.cites[:3],
            )


def _undated(findings: Sequence[Finding], rounds: Sequence[Round]) -> Iterator[Gap]:
    for one in rounds:
        if one.date is None:
            yield Gap(kind="undated", text=f"{one.title} has no day", round=one.id)
    for finding in findings:
        if finding.kind == "event" and finding.date is None and len({r.article for r in finding.facts}) > 1:
            yield Gap(kind="undated", text=f"{finding.value} has no day", finding=finding.id, cites=finding.cites[:1])


def _undated_articles(files: Sequence[FactsFile], left_out: Sequence[FactsFile]) -> Iterator[Gap]:
    """Articles that bear no date: what they tell cannot be put in its place by it."""
    for file in files:
        if not file.article.published.date:
            cites = [Cite(article=file.article.id, fact=fact.id, evidence=fact.evidence) for fact in file.facts[:1]]
            yield Gap(kind="undated", text=f"the article {_called(file)} bears no date", cites=cites)
    for file in left_out:
        yield Gap(kind="undated", text=f"the article {_called(file)} bears no date and is left out of an earlier view")


def _called(file: FactsFile) -> str:
    """How a reader knows an article: by its headline, else by its file."""
    return f"“{file.article.headline}”" if file.article.headline else file.article.file.rsplit("/", 1)[-1]


def _one_sided(findings: Sequence[Finding], parties: Sequence[str]) -> Iterator[Gap]:
    """Topics on which one side alone is heard."""
    heard: dict[str, dict[str, Finding]] = {}
    for finding in findings:
        if finding.kind == "position" and finding.topic and finding.side:
            heard.setdefault(finding.topic, {}).setdefault(finding.side, finding)
    for topic, sides in sorted(heard.items()):
        missing = [party for party in parties if party not in sides]
        if len(sides) == 1 and missing:
            side, finding = next(iter(sides.items()))
            yield Gap(
                kind="one side",
                text=f"{topic}: {side} alone is heard, nothing of {' or '.join(missing)}",
                finding=finding.id,
                cites=finding.cites[:1],
            )


def _nameless(findings: Sequence[Finding]) -> Iterator[Gap]:
    for finding in findings:
        if finding.kind in ("statement", "position") and not finding.actors:
            yield Gap(
                kind="no speaker",
                text=f"nobody is named for: {finding.value}",
                finding=finding.id,
                cites=finding.cites[:1],
            )


def _lost(files: Sequence[FactsFile]) -> Iterator[Gap]:
    for file in files:
        for fact in file.facts:
            if fact.lost:
                words = fact.evidence[0].text if fact.evidence else ""
                yield Gap(
                    kind="lost words",
                    text=f"{file.article.id}: the words “{words}” of fact {fact.id} are no longer in the article",
                    cites=[Cite(article=file.article.id, fact=fact.id, evidence=fact.evidence)],
                )
