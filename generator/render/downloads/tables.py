"""CSV: facts and findings as flat tables that open in any spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from generator.model.facts import Fact
from generator.model.knowledge import Finding
from generator.render.escape import plain
from generator.render.library import Library

FACTS = (
    "article", "id", "kind", "who", "stance", "topic", "type", "value", "of", "date", "place", "round", "direct",
    "start", "end", "words", "by", "review",
)  # fmt: skip
FINDINGS = (
    "id", "kind", "subject", "aspect", "value", "verdict", "origins", "side", "topic", "stance", "date", "round",
    "status", "facts", "rule",
)  # fmt: skip


FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
"""The only cell that may begin with a sign."""


def csv_tables(library: Library) -> dict[str, str]:
    """`data/facts.csv` and `data/findings.csv`."""
    facts = (_fact_row(library, article, fact) for (article, _), fact in library.facts.items())
    findings = (_finding_row(each) for each in library.knowledge.findings)
    return {"data/facts.csv": table(FACTS, facts), "data/findings.csv": table(FINDINGS, findings)}


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A CSV file; no cell begins with a sign that a spreadsheet takes for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else plain(str(value))
    acts = text.lstrip()[:1] in FORMULA_SIGNS or text[:1] in ("\t", "\r", "\n")
    return f"'{text}" if acts and not NUMBER.fullmatch(text) else text


def _fact_row(library: Library, article: str, fact: Fact) -> list[object]:
    local = (
        getattr(fact, "speaker", None) or getattr(fact, "actor", None) or next(iter(getattr(fact, "actors", [])), None)
    )
    actor = library.actor_in(article, local)
    evidence = fact.evidence[0] if fact.evidence else None
    fields = ("stance", "topic", "type", "value", "of", "date", "place")
    return [
        article, fact.id, fact.kind, actor.name if actor else getattr(fact, "speaker_text", None),
        *(getattr(fact, name, None) for name in fields), fact.round, getattr(fact, "direct", None),
        evidence.start if evidence else None, evidence.end if evidence else None,
        evidence.text if evidence else None, fact.by, fact.review,
    ]  # fmt: skip


def _finding_row(finding: Finding) -> list[object]:
    return [
        finding.id, finding.kind, finding.subject, finding.aspect, finding.value, finding.verdict,
        " ".join(finding.origins), finding.side, finding.topic, finding.stance, finding.date, finding.round,
        finding.status, " ".join(f"{ref.article}:{ref.fact}" for ref in finding.facts), finding.rule,
    ]  # fmt: skip
