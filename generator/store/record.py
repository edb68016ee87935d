"""The record of findings: what the last build knew and what the last committed one knew, so that news can be told.

A build that knows something else than the record compares with the record of the last commit (without git: with the file as
it was); a build that knows just as much leaves the file alone, so that building twice changes nothing.
"""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

from generator.model.dossier import Dossier
from generator.model.knowledge import FactRef, Finding, Knowledge, Variant
from generator.paths import DossierPaths
from generator.store.addresses import FOLDERS, Addresses, moved, remembered
from generator.store.pages import is_generated
from generator.store.writing import write_if_changed

_ADDRESS = re.compile(r"(?:actors|rounds|topics|sources)/[a-z0-9][a-z0-9-]*\.md")
FIELDS = ("id", "kind", "subject", "aspect", "value", "verdict", "status", "origins")
Record = dict[str, Any]


def baseline_for(paths: DossierPaths, knowledge: Knowledge) -> Knowledge | None:
    """The earlier knowledge that this one is to be compared with; only its findings' names and values are filled.

    None where there is no earlier record: then nothing is news.
    """
    baseline = _next_record(paths, knowledge)["baseline"]
    return _as_knowledge(baseline, knowledge.dossier) if baseline else None


def update_record(paths: DossierPaths, knowledge: Knowledge) -> None:
    """Write the record of this build, if it knows something else than the last."""
    record = _next_record(paths, knowledge)
    parts = [f"{json.dumps(name)}: {_part(record[name])}" for name in ("baseline", "current")]
    rows = remembered(_addresses(paths), knowledge).items()
    known = ",\n".join(f"{json.dumps(path)}: {json.dumps(about, ensure_ascii=False)}" for path, about in rows)
    parts.append(f'"addresses": {{\n{known}\n}}')
    write_if_changed(paths.record, "{" + ",\n".join(parts) + "}\n")


def moved_addresses(paths: DossierPaths, knowledge: Knowledge) -> dict[str, str]:
    """Addresses that were published once -> where what they told stands now."""
    here = [
        path.relative_to(paths.content).as_posix()
        for folder in FOLDERS
        for path in sorted((paths.content / folder).glob("*.md"))
        if is_generated(path)
    ]
    return moved(_addresses(paths), here, knowledge)


def _addresses(paths: DossierPaths) -> Addresses:
    """The addresses that the record keeps; none where it has none, or a broken one."""
    old = _parse(paths.record.read_text(encoding="utf-8") if paths.record.is_file() else "") or {}
    rows = old.get("addresses")
    return {
        path: [key for key in about if isinstance(key, str)]
        for path, about in (rows.items() if isinstance(rows, dict) else ())
        if isinstance(about, list) and _ADDRESS.fullmatch(path)
    }


def _part(part: Record | None) -> str:
    """One state of knowledge as JSON, a finding a line, so that a pull request shows what changed."""
    if part is None:
        return "null"
    rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in part["findings"])
    return f'{{"as_of": {json.dumps(part["as_of"])}, "findings": [\n{rows}\n]}}'


def _next_record(paths: DossierPaths, knowledge: Knowledge) -> Record:
    current = {
        "as_of": knowledge.as_of,
        "findings": [[*(getattr(finding, name) for name in FIELDS), _facts(finding)] for finding in knowledge.findings],
    }
    old = _parse(paths.record.read_text(encoding="utf-8") if paths.record.is_file() else "")
    if old and old["current"] == current:
        return old
    committed = _parse(_committed(paths.record))
    baseline = committed["current"] if committed else old["current"] if old else None
    return {"baseline": baseline, "current": current}


def _parse(text: str) -> Record | None:
    try:
        data = json.loads(text)
    except ValueError:
        return None
    return data if isinstance(data, dict) and {"baseline", "current"} <= data.keys() else None


def _committed(path: Path) -> str:
    """The file as the last commit has it; empty without git or before the first commit."""
    try:
        # Fixed arguments, no shell; git is looked up on the user's own path.
        done = subprocess.run(  # noqa: S603
            ["git", "show", f"HEAD:./{path.name}"],  # noqa: S607
            cwd=path.parent,
            capture_output=True,
            check=False,
            timeout=20,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", errors="replace") if done.returncode == 0 else ""


def _facts(finding: Finding) -> list[list[str]]:
    return [[ref.article, ref.fact] for ref in finding.facts]


def _as_finding(row: list[Any]) -> Finding:
    fields = dict(zip(FIELDS, row, strict=False))
    facts = [FactRef(article=article, fact=fact) for article, fact in row[len(FIELDS)]]
    variant = Variant(value=fields["value"], facts=facts, cites=[], origins=fields["origins"])
    return Finding(**fields, variants=[variant], rule="")


def _as_knowledge(record: Record, dossier: Dossier) -> Knowledge:
    findings = [_as_finding(row) for row in record["findings"]]
    return Knowledge(dossier=dossier, as_of=record["as_of"], findings=findings)
