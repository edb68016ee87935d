"""Comments of a person in a facts file: they outlive the next writing, beside the row that they stood at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.model.facts import FactsFile
from generator.model.identity import fact_key

_ROW = re.compile(r"^  - id: (?P<id>.+?)\s*$")
_SECTION = re.compile(r"^(article|actors|facts|made|removed):")


@dataclass(slots=True)
class Comments:
    """Comment lines by what follows them: a section, an actor's row, a fact's row (by what it says), or the end of the file."""

    before: dict[str, list[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.before)


def comments_of(text: str, file: FactsFile, own_head: str) -> Comments:
    """The comments of a facts file as it is on disk.

    Args:
        text: the file.
        file: the same, parsed.
        own_head: the generator's own first lines, which are no comments of a person.
    """
    found, waiting, section = Comments(), list[str](), ""
    keys = {fact.id: fact_key(fact) for fact in file.facts}
    for line in text.splitlines():
        stripped = line.strip()
        if stripped.startswith("#"):
            if f"{stripped}\n" not in own_head:
                waiting.append(line.rstrip())
            continue
        opened = _SECTION.match(line)
        row = _ROW.match(line.split(" #")[0].rstrip())
        if opened:
            section = opened.group(1)
        comment = line.partition(" #")[2]
        if row and comment and not comment.strip().startswith("}"):
            waiting.append(f"  # {comment.strip()}")
        if not waiting:
            continue
        if opened:
            found.before.setdefault(opened.group(1), []).extend(waiting)
        elif row:
            ident = row["id"].strip("\"'")
            name = keys.get(ident, ident) if section == "facts" else ident
            found.before.setdefault(f"{section}/{name}", []).extend(waiting)
        else:
            continue
        waiting = []
    if waiting:
        found.before["end"] = waiting
    return found


def with_comments(text: str, file: FactsFile, comments: Comments) -> str:
    """A facts file's text with a person's comments where they belong; those of rows that are gone stand at the head of their section."""
    if not comments:
        return text
    keys = {fact.id: fact_key(fact) for fact in file.facts}
    here = {f"facts/{key}" for key in keys.values()} | {f"actors/{actor.id}" for actor in file.actors}
    here |= {"article", "actors", "facts", "made", "removed", "end"}
    lost = {section: _of_gone_rows(comments, section, here) for section in ("actors", "facts")}
    out: list[str] = []
    section = ""
    for line in text.splitlines():
        opened, row = _SECTION.match(line), _ROW.match(line)
        if opened:
            section = opened.group(1)
            out += comments.before.get(section, [])
        elif row:
            ident = row["id"].strip("\"'")
            out += comments.before.pop(f"{section}/{keys.get(ident, ident) if section == 'facts' else ident}", [])
        out.append(line)
        if opened:
            out += lost.get(section, [])
    return "\n".join([*out, *comments.before.get("end", [])]) + "\n"


def _of_gone_rows(comments: Comments, section: str, here: set[str]) -> list[str]:
    gone = [name for name in comments.before if name not in here and name.startswith(f"{section}/")]
    return [line for name in gone for line in comments.before[name]]
