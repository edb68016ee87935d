"""What belongs to a head noun behind it: "of the Russian delegation", "from China, Russia and the EU"."""

from __future__ import annotations

from generator.extract.mentions.heads import load_heads
from generator.extract.mentions.portfolios import is_action
from generator.extract.mentions.scan import POSSESSIVE, Atom, Run, Scan
from generator.extract.mentions.words import word_set

DETERMINERS = word_set("determiners")
GROUPS = frozenset(["countries", "sides", "nations", "parties", "governments", "states"])


def read_complement(scan: Scan, k: int, limit: int) -> tuple[int, str | None, bool]:
    """Read a noun phrase from token `k`: its end, the first country in it, and whether it names anything."""
    country: str | None = None
    named = False
    end = k
    while end < limit:
        atom = scan.atom_at(end)
        part = atom or scan.head_at(end) or scan.run_at(end)
        if isinstance(part, Run):
            if end > k and _holder_follows(scan, part, end):
                return end, country, True
            if named and _name_begins(scan, part, end):
                break
        if atom is not None:
            country = _owner(scan, atom, country)
        if part is not None:
            named, end = True, part.end
        elif scan.layers.tokens.lower[end] in GROUPS and end > k:
            return end + 1, country, True
        elif _goes_on_with(scan, k, end, limit, named):
            end += 1
        else:
            break
    return end, country, named


def _owner(scan: Scan, atom: Atom, country: str | None) -> str | None:
    """The country or organisation named so far, the one of a known name counted in."""
    if atom.entry.sort == "capital" and _is_scene(scan, atom):
        return country
    before = scan.atom_at(atom.start - 1)
    if before is not None and not before.entry.name:
        return country  # "of the International Mali Support Group"
    after_owner = scan.layers.tokens.text[atom.start - 1] in POSSESSIVE or scan.atom_at(atom.start - 1) is not None
    if atom.entry.sort == "organisation" and after_owner:
        country = None  # "Colombia’s ELN", "the US Maritime Alliance": the organisation itself
    return country or atom.entry.of or atom.entry.name or None


def _goes_on_with(scan: Scan, k: int, end: int, limit: int, named: bool) -> bool:
    """Whether the small word, modifier or common noun at token `end` belongs to the phrase that begins at `k`."""
    tokens, heads = scan.layers.tokens, load_heads()
    word = tokens.lower[end]
    if tokens.text[end] in scan.ranks and (holder := scan.run_at(end + 1)) is not None and holder.honorific:
        return True  # "a spokesman for Mr Hale"
    if word in {"of", "for"} and end > k and _names_institution(scan, end - 1):
        return True
    if word == ",":
        return named and _lists(scan, end, limit)
    if word == "and":
        return named and end + 1 < limit and (_goes_on(scan, end + 1) or _names_field(scan, end + 1))
    return (
        (word in POSSESSIVE and end > k)
        or (word in DETERMINERS and tokens.lower[end - 1] in {"of", "to", "for", "at", "in", "from", "and"})
        or word in heads.modifiers
        or (tokens.tag[end] in {"JJ", "NN", "NNS", "CD"} and scan.layers.vg_of[end] < 0)
    )


def _name_begins(scan: Scan, run: Run, k: int) -> bool:
    """Whether the capitalised words at token `k` are the name of the one whose office the words before them tell."""
    lower = scan.layers.tokens.lower
    if run.start == k and lower[k - 1] in load_heads().portfolios and scan.run_at(k - 1) is not None:
        return True  # "Under-Secretary for Political Affairs Wendy S."
    owner, words = scan.atom_at(k - 1), scan.layers.tokens.text[run.start : run.end]
    if run.start == k and owner is not None and lower[owner.start - 1] in {"of", "the"}:
        return len(words) > 1 and not load_heads().is_named_body(
            words[-1]
        )  # "head of the Energy Agency of Iran Ali Akbar S."
    inner = scan.head_at(k - 1)
    if inner is None or inner.head.sort == "title":
        return False
    return lower[run.end : run.end + 1] not in (["'s"], ["’s"])  # "head of the President’s Office Mykhailo X"


def _is_scene(scan: Scan, atom: Atom) -> bool:
    """Whether a capital only says where the next noun is at home: "counsel at the Oslo-based Fjord Fund", "a London bank"."""
    tokens = scan.layers.tokens
    following = tokens.tag[atom.end] if atom.end < len(tokens) else ""
    return following.startswith(("NN", "JJ")) or scan.run_at(atom.end) is not None


def _holder_follows(scan: Scan, run: Run, k: int) -> bool:
    """Whether a common noun ends the field of an office and its holder's name follows: "the head of the rescue fund | Ada Marsh".

    "The leader of the rebel group New Dawn" names the group: nouns that explain a name keep it.
    """
    tokens, heads = scan.layers.tokens, load_heads()
    words, before = tokens.text[run.start : run.end], tokens.lower[k - 1]
    if run.start != k or not 2 <= len(words) <= 4 or tokens.tag[k - 1] not in {"NN", "NNS"} or not before.islower():
        return False
    explains = before in heads.generic or before in heads.media_words or before in word_set("name_bearers")
    return not explains and not heads.is_named_body(words[-1]) and not any(word.isupper() for word in words)


def _names_institution(scan: Scan, i: int) -> bool:
    """Whether an institution's noun ends at token `i`, which may have a complement of its own."""
    head, after = scan.head_at(i), scan.atom_at(i + 2)
    if after is not None and after.entry.sort == "state":
        return True
    run = scan.run_at(i)
    if run is not None and run.end == i + 1 and (is_action(word := scan.layers.tokens.text[i]) or word == "Office"):
        return True
    return head is not None and head.end == i + 1 and head.head.sort in {"institution", "title"}


def _names_field(scan: Scan, k: int) -> bool:
    """Whether a ministry’s second field follows "and" ("the Department of Health and Social Care")."""
    run = scan.run_at(k)
    return run is not None and run.start == k and scan.layers.tokens.lower[run.end - 1] in load_heads().portfolios


def _goes_on(scan: Scan, k: int) -> bool:
    """Whether an atom of the same level follows "and" ("Russia and Ukraine", "defence and security")."""
    atom = scan.atom_at(k)
    before = scan.atom_at(k - 2)
    if scan.layers.tokens.lower[k] == "the" and before is not None and before.entry.sort == "state":
        atom = scan.atom_at(k + 1)
    elif scan.layers.tokens.lower[k] in DETERMINERS:
        return False
    return atom is not None and atom.entry.sort in {"state", "organisation"} and scan.atom_at(k - 2) is not None


def _lists(scan: Scan, comma: int, limit: int) -> bool:
    """Whether a comma stands in a list of states that "and" closes: "envoys of China, Russia and the EU"."""
    lower, k = scan.layers.tokens.lower, comma
    while k < limit and lower[k] in {",", "and"}:
        atom = scan.atom_at(k + 1) or (scan.atom_at(k + 2) if lower[k + 1 : k + 2] == ["the"] else None)
        if atom is None or atom.entry.sort not in {"state", "organisation", "bloc"}:
            return False
        if lower[k] == "and":
            return lower[atom.end : atom.end + 1] not in (["'s"], ["’s"])
        k = atom.end
    return False
