"""Facts files: the record of the dossier, one YAML file an article, read with care and written in a fixed order."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.errors import FactsError
from generator.model.facts import FactsFile
from generator.store.comments import comments_of, with_comments
from generator.store.handwritten import place_words, sign, wordy_evidence
from generator.store.writing import write_if_changed
from generator.store.yaml_text import block, load_yaml, rows

HEAD = (
    "# Facts of one article; docs/facts.md tells the format. Correct, confirm, reject or add: your work outlives every run.\n"
    "# yaml-language-server: $schema=../.schemas/facts.json\n"
)

OMIT_WHEN_EMPTY = {
    *("mark", "review", "note", "lost", "why", "recipe", "to", "made", "removed"),
    *("made_by", "also_by", "translation", "reviewed_by", "reviewed_at", "was"),
}
"""Fields that are left out where they say nothing; all others are always written, for a reader wants to see a null."""


PLAIN_WORDS = {"missing": "this field is missing", "extra_forbidden": "there is no such field"}
"""What pydantic says in a programmer's words."""


def dump_facts(file: FactsFile) -> str:
    """The text of a facts file: same facts, same bytes."""
    data = file.model_dump()
    lines = ["article:", *block(_lean(data["article"]), "  ")]
    lines += ["actors:", *rows([_lean(row) for row in data["actors"]])] if data["actors"] else ["actors: []"]
    lines += ["facts:", *rows([_fact(row) for row in data["facts"]])] if data["facts"] else ["facts: []"]
    tail = {key: data[key] for key in ("made", "removed") if data[key]}
    return HEAD + "\n".join([*lines, *block(tail)]) + "\n"


def _lean(row: dict[str, Any]) -> dict[str, Any]:
    empty = {key for key, value in row.items() if not value and not (key == "note" and value is not None)}
    return {key: value for key, value in row.items() if not (key in OMIT_WHEN_EMPTY and key in empty)}


def _fact(row: dict[str, Any]) -> dict[str, Any]:
    """A fact in the order in which a person reads it: what it is, what it says, what it rests on, who made it."""
    last = (
        "evidence",
        "translation",
        "by",
        "also_by",
        "made_by",
        "why",
        "review",
        "reviewed_by",
        "reviewed_at",
        "was",
        "note",
        "lost",
    )
    first = ("id", "kind", "round")
    middle = [key for key in row if key not in first and key not in last]
    return _lean({key: row[key] for key in (*first, *middle, *last)})


def parse_facts(text: str, file: str, root: Path | None = None) -> FactsFile:
    """Read a facts file's text.

    Args:
        text: the YAML.
        file: its name, for messages.
        root: the dossier's folder, where the article is looked up if an evidence gives its words alone.

    Raises:
        FactsError: broken YAML, an unknown kind or field, or a span that does not fit its text; names the place.
    """
    try:
        data = load_yaml(text)
    except ValueError as error:
        raise FactsError(
            f"this is no valid YAML ({error})", file=file, mend="Mend that line, or restore the file."
        ) from error
    if not isinstance(data, dict):
        raise FactsError(
            "expected a mapping with `article`, `actors` and `facts`", file=file, mend="See docs/facts.md."
        )
    if root:
        _place_words(data, file, root)
    try:
        return sign(FactsFile.model_validate(data))
    except ValidationError as error:
        raise FactsError(
            *first_problem(error), file=file, mend="docs/facts.md lists the fields; your file is left as it is."
        ) from error


def _place_words(data: dict[str, Any], file: str, root: Path) -> None:
    """Complete every evidence that a person gave by its words alone."""
    wordy = list(wordy_evidence(data.get("facts")))
    record = data.get("article")
    article = root / "seeds" / Path(str(record.get("file"))).name if isinstance(record, dict) else root
    if not wordy or not article.is_file():
        return
    source = article.read_bytes().decode("utf-8", errors="replace")
    for row, place in wordy:
        try:
            place_words(row, source)
        except ValueError as error:
            mend = "Copy the words as they stand there, enough of them to be found once."
            raise FactsError(str(error), file=file, place=f"facts{place}", mend=mend) from error


def first_problem(error: ValidationError) -> tuple[str]:
    """The first three things that are wrong with a file, each with its place, as one line."""
    problems = []
    for item in error.errors()[:3]:
        path = ""
        for part in item["loc"]:
            path += f"[{part}]" if isinstance(part, int) else f".{part}"
        given = item.get("input")
        shown = f" (found {given!r})" if isinstance(given, str | int | float | None) else ""
        says = PLAIN_WORDS.get(item["type"], item["msg"].removeprefix("Value error, "))
        problems.append(f"{path.lstrip('.')}: {says}{shown if item['type'] not in PLAIN_WORDS else ''}")
    return ("; ".join(problems),)


def load_facts(path: Path, file: str) -> FactsFile:
    """Read a facts file from disk.

    Raises:
        FactsError: it cannot be read or does not keep to the format.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        what = f"cannot be read ({error.strerror or error})"
        raise FactsError(what, file=file, mend="Check that it is a file and may be read.") from error
    return parse_facts_bytes(raw, file, path.parent.parent.parent) or parse_facts("", file)


def parse_facts_bytes(raw: bytes, file: str, root: Path) -> FactsFile | None:
    """A facts file from its bytes; None where there are none.

    Raises:
        FactsError: it is no UTF-8 text, or does not keep to the format.
    """
    if not raw:
        return None
    try:
        return parse_facts(raw.decode("utf-8"), file, root=root)
    except UnicodeDecodeError as error:
        what = f"this is no UTF-8 text (byte {error.start})"
        raise FactsError(what, file=file, mend="Save it as UTF-8, or restore the file.") from error


def save_facts(path: Path, facts: FactsFile, seen: str | None = None) -> bool:
    """Write a facts file, atomically and only if it changed; a person's comments stay beside their rows.

    Args:
        path: where it goes.
        facts: what it shall hold.
        seen: digest of the file that the facts were reconciled with (`digest_of`), "" where there was none; None does not look.

    Raises:
        ChangedMeanwhileError: the file on disk is another one now, for a person has saved it; nothing was written.
    """
    text = dump_facts(facts)
    raw = path.read_bytes() if path.is_file() else b""
    if seen is not None and digest_of(raw) != seen:
        raise ChangedMeanwhileError("it was saved by somebody while this run was on", file=path.name)
    if raw:
        with suppress(FactsError, UnicodeDecodeError):
            before = raw.decode("utf-8")
            text = with_comments(text, facts, comments_of(before, parse_facts(before, path.name), HEAD))
    return write_if_changed(path, text)


def digest_of(raw: bytes) -> str:
    """A digest by which a change of a facts file is noticed; "" for no file or an empty one."""
    return hashlib.sha256(raw).hexdigest()[:16] if raw else ""


class ChangedMeanwhileError(FactsError):
    """A facts file that a person saved between our reading and our writing."""


def broken_spans(facts: FactsFile, source: str) -> list[str]:
    """Every evidence that does not stand in the article at its place, as "facts[3].evidence[0]: …" (FACTS.md, rule 1)."""
    broken: list[str] = []

    def walk(node: Any, place: str) -> None:
        if isinstance(node, dict):
            if {"start", "end", "text"} <= node.keys() and source[node["start"] : node["end"]] != node["text"]:
                broken.append(f"{place}: the words {node['text'][:60]!r} do not stand at {node['start']}–{node['end']}")
            elif not node.get("lost"):
                for key, value in node.items():
                    walk(value, f"{place}.{key}" if place else key)
        elif isinstance(node, list):
            for index, value in enumerate(node):
                walk(value, f"{place}[{index}]")

    walk(facts.model_dump(), "")
    return broken
