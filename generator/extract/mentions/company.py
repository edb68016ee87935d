"""Names whose company shows a person: who holds a meeting, who is met, who stands beside a person or serves a body."""

from __future__ import annotations

from generator.extract.mentions.scan import Run, Scan

MEETINGS = frozenset(
    ["meeting", "meetings", "meet", "met", "call", "conversation", "summit", "handshake", "dinner", "lunch"]
)
TALKS = frozenset(["talks", "negotiations", "consultations", "discussions", "session", "sessions"])
HOLDING = frozenset(["held", "hold", "holds", "holding", "had", "has", "have", "having"])
WINDOW = 6
"""Words before a name within which its meeting may stand."""


def is_met(scan: Scan, run: Run) -> bool:
    """Whether a meeting or call is held with the name: "a meeting between X and Y", "held talks with X Y"."""
    lower = scan.layers.tokens.lower[max(0, run.start - WINDOW) : run.start]
    if not lower or lower[-1] not in {"with", "between", "and"}:
        return False
    before = set(lower)
    return bool(before & MEETINGS) or (run.end - run.start > 1 and bool(before & TALKS) and bool(before & HOLDING))


def hosts(scan: Scan, run: Run) -> bool:
    """Whether the name is the subject of holding talks: "X held a short meeting"."""
    lower = scan.layers.tokens.lower[run.end : run.end + WINDOW]
    if not lower or lower[0] not in HOLDING or scan.layers.vg_of[run.end] < 0:
        return False
    noun = next((k for k in range(1, len(lower)) if lower[k] in MEETINGS | TALKS), None)
    return noun is not None and all(word[0].isalpha() and word not in {"to", "in", "of"} for word in lower[1:noun])


def origin(scan: Scan, run: Run) -> str | None:
    """The state whose person a name is: "Ada Marsh of Chile"."""
    lower = scan.layers.tokens.lower
    if lower[run.end : run.end + 1] != ["of"]:
        return None
    atom = scan.atom_at(run.end + 1 + (lower[run.end + 1 : run.end + 2] == ["the"]))
    return atom.entry.of if atom is not None and atom.entry.sort == "state" else None


def beside_person(scan: Scan, run: Run, before: str, after: str) -> bool:
    """Whether "and" joins the name with a person’s: "X Y and Z W are to open the talks"."""
    beside = (
        scan.run_at(run.start - 2) if before == "and" else None,
        scan.run_at(run.end + 1) if after == "and" else None,
    )
    return any(other is not None and _is_person(scan, other) for other in beside)


def _is_person(scan: Scan, run: Run) -> bool:
    """Whether a name has an honorific, a surname that stands alone elsewhere, a body that it serves, or a meeting that it holds."""
    if run.honorific:
        return True
    if run.end - run.start == 1:
        return False
    return scan.layers.tokens.text[run.end - 1] in scan.lone or serves_body(scan, run) or hosts(scan, run)


def serves_body(scan: Scan, run: Run) -> bool:
    """Whether two or three capitalised words are of an organisation or institution: "X Y of the National Security Council"."""
    lower = scan.layers.tokens.lower
    if not 2 <= run.end - run.start <= 3 or lower[run.end : run.end + 1] != ["of"]:
        return False
    k = run.end + 1 + (lower[run.end + 1 : run.end + 2] == ["the"])
    atom = scan.atom_at(k)
    if atom is not None and atom.entry.sort == "organisation":
        return True
    k = atom.end if atom is not None else k
    while k < len(lower) and (scan.run_at(k) is not None) and scan.head_at(k) is None:
        k += 1
    head = scan.head_at(k)
    return head is not None and head.head.sort == "institution" and scan.layers.tokens.text[k][0].isupper()
