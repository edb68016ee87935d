"""Decisions of a reviewer: confirm, reject, correct, leave open, undo; each changes one row of one facts file and nothing else."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from generator.errors import DossierError
from generator.model.evidence import Evidence
from generator.model.facts import Fact, FactsFile
from generator.model.identity import slug
from generator.paths import DossierPaths
from generator.review.splice import SpliceError, row_text, with_fields, with_row
from generator.store.facts_files import digest_of, parse_facts
from generator.store.writing import write_if_changed

CORRECTABLE = {
    "statement": ("speaker", "date", "direct", "via", "content"),
    "position": ("actor", "date", "stance", "topic", "content", "condition", "via"),
    "event": ("date", "type", "place", "modality"),
    "figure": ("value", "of", "speaker", "date", "qualifier"),
    "meeting": ("round", "status", "date", "place"),
}
"""Kind -> the fields that a reviewer may set."""


class Request(BaseModel):
    """What the page asks for."""

    model_config = ConfigDict(extra="forbid", strict=True)
    article: str
    fact: str
    action: Literal["confirm", "reject", "correct", "reopen", "undo"]
    digest: str
    """Digest of the facts file as the page saw it."""
    values: dict[str, Any] = {}
    note: str | None = None


class DecisionError(DossierError):
    """A decision that cannot be carried out; nothing was written."""


class ConflictError(DecisionError):
    """The facts file has changed since the page read it."""


@dataclass(slots=True)
class Outcome:
    """What a decision came to: the fact as it is now and the file's new digest."""

    file: FactsFile
    fact: Fact
    digest: str


@dataclass(slots=True)
class Reviewer:
    """Carries out decisions in one dossier and remembers each row as it was, for undo.

    Attributes:
        paths: the dossier's folders.
        write: how a file is written (the server passes a quiet way that starts no rebuild).
    """

    paths: DossierPaths
    write: Callable[[Path, bytes], object] = write_if_changed
    journal: list[tuple[str, str, str, str]] = field(default_factory=list)
    """(article, fact, the row's text before, digest of the row's text after)."""

    def decide(self, request: Request) -> Outcome:
        """Carry out a decision.

        Raises:
            ConflictError: the file changed since the page read it.
            DecisionError: there is no such fact, or the values do not fit it.
        """
        if request.action == "undo":
            return self._undo()
        path, raw, file = self.open(request.article)
        text = raw.decode("utf-8")
        fact = fact_of(file, request.fact)
        if digest_of(raw) != request.digest:
            raise ConflictError(
                "the facts file has changed meanwhile", file=path.name, mend="The page shows it as it is now."
            )
        values = self._values(file, fact, request, path)
        try:
            before = row_text(text, request.fact)
            after = with_fields(text, request.fact, values)
        except SpliceError as error:
            raise DecisionError(
                f"the row cannot be changed here ({error})", file=path.name, mend="Edit the file."
            ) from error
        made = self._checked(after, path, file, request.fact, set(values))
        self.write(path, after.encode("utf-8"))
        self.journal.append((request.article, request.fact, before, digest_of(row_text(after, request.fact).encode())))
        return Outcome(made, fact_of(made, request.fact), digest_of(after.encode("utf-8")))

    def open(self, article: str) -> tuple[Path, bytes, FactsFile]:
        """A facts file by its article's id: never by a path from outside.

        Raises:
            DecisionError: there is none, or it cannot be used.
        """
        for path in sorted(self.paths.facts.glob("*.yml")):
            if slug(path.stem) == article:
                try:
                    raw = path.read_bytes()
                    return path, raw, parse_facts(raw.decode("utf-8"), path.name)
                except (OSError, UnicodeDecodeError) as error:
                    raise DecisionError("the facts file cannot be read", file=path.name, mend="Check it.") from error
        raise DecisionError("there is no such article", mend="Reload the page.")

    def _values(self, file: FactsFile, fact: Fact, request: Request, path: Path) -> dict[str, Any]:
        """The fields that a decision sets."""
        if request.action == "reopen":
            proposal = fact.by.startswith("reader:") or None
            return {"review": "proposed" if proposal else None, "reviewed_by": None, "reviewed_at": None}
        signed: dict[str, Any] = {
            "reviewed_by": reviewer_name(),
            "reviewed_at": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        if request.note:
            signed["note"] = request.note
        if request.action != "correct":
            return {"review": "rejected" if request.action == "reject" else "confirmed"} | signed
        changes = {name: value for name, value in request.values.items() if name in CORRECTABLE[fact.kind]}
        if not changes or len(changes) < len(request.values):
            raise DecisionError("these values cannot be set here", file=path.name, mend="Edit the facts file.")
        if "content" in changes:
            changes["content"] = _content(self.source_of(file), changes["content"])
        plain = fact.model_dump()
        was = (
            {"by": fact.by}
            | dict(fact.was or {})
            | {name: plain[name] for name in changes if name not in (fact.was or {})}
        )
        return changes | {"was": was, "review": "confirmed"} | signed

    def source_of(self, file: FactsFile) -> str:
        """The characters of the article that a facts file is about; empty where it is gone."""
        path = self.paths.seeds / Path(file.article.file).name
        return path.read_bytes().decode("utf-8", errors="replace") if path.is_file() else ""

    def _checked(self, after: str, path: Path, before: FactsFile, fact_id: str, changed: set[str]) -> FactsFile:
        """The file as the new text has it, if nothing but the named fields of this fact differs.

        Raises:
            DecisionError: the values do not fit, or something else would change.
        """
        try:
            made = parse_facts(after, path.name)
        except DossierError as error:
            raise DecisionError(
                f"the values do not fit ({error.what})", file=path.name, mend="Choose others."
            ) from error
        old, new = before.model_dump(), made.model_dump()
        for row in (*old["facts"], *new["facts"]):
            if row["id"] == fact_id:
                for name in changed:
                    row.pop(name)
        if old != new:
            raise DecisionError("the change would touch more than this fact", file=path.name, mend="Edit the file.")
        return made

    def _undo(self) -> Outcome:
        """Take the last decision back, in whichever article it was: its row is again what it was, to the byte."""
        if not self.journal:
            raise DecisionError("there is nothing to take back", mend="Edit the facts file.")
        article, fact, before, after = self.journal[-1]
        path, raw, _ = self.open(article)
        text = raw.decode("utf-8")
        try:
            if digest_of(row_text(text, fact).encode()) != after:
                raise ConflictError("the row has changed since that decision", file=path.name, mend="Edit the file.")
            restored = with_row(text, fact, before)
        except SpliceError as error:
            raise DecisionError(
                f"the row cannot be restored ({error})", file=path.name, mend="Edit the file."
            ) from error
        made = parse_facts(restored, path.name)
        self.write(path, restored.encode("utf-8"))
        self.journal.pop()
        return Outcome(made, fact_of(made, fact), digest_of(restored.encode("utf-8")))


def _content(source: str, spans: Any) -> list[dict[str, Any]]:
    """Marked words, compared with the article's file: what does not stand there is refused."""
    try:
        found = [Evidence.model_validate(span) for span in spans]
    except (ValidationError, TypeError) as error:
        raise DecisionError("the marked words have no place", mend="Mark them again.") from error
    if not found or not all(span.holds_in(source) for span in found):
        raise DecisionError("the marked words do not stand in the article", mend="Reload the page and mark them again.")
    return [span.model_dump() for span in found]


def fact_of(file: FactsFile, fact_id: str) -> Fact:
    """A fact by its id.

    Raises:
        DecisionError: there is none.
    """
    for fact in file.facts:
        if fact.id == fact_id:
            return fact
    raise DecisionError("there is no such fact any more", file=file.article.file, mend="Reload the page.")


def reviewer_name(environment: Mapping[str, str] = os.environ) -> str:
    """Who reviews: DOSSIER_REVIEWER, else the name of the account."""
    if environment.get("DOSSIER_REVIEWER"):
        return environment["DOSSIER_REVIEWER"]
    with suppress(OSError, KeyError):
        return getpass.getuser()
    return "reviewer"
