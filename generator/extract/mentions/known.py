"""Mentions of known names: states, their people, capitals and seats of power, organisations, media."""

from __future__ import annotations

from generator.extract.layers import Mention
from generator.extract.mentions.heads import load_heads
from generator.extract.mentions.phrases import Phrase, read_phrase
from generator.extract.mentions.scan import Atom, HeadAt, Scan
from generator.extract.mentions.words import word_set

FORMS = {
    "state": "name", "bloc": "name", "people": "demonym", "capital": "seat", "seat": "seat",
    "organisation": "name", "media": "media", "person": "name",
}  # fmt: skip


LIST_MARKS = frozenset(["and", ",", "/", ".", "(", ")", "-", "–", "|"])
DASHES = frozenset(["-", "–", "—", "|"])
CREDITS = word_set("credits")
CALLS = word_set("calls")


def known_mentions(scan: Scan) -> list[Mention]:
    """One mention for every known name that is a noun; adjectives and platforms name no actor by themselves."""
    found = []
    for number, atom in enumerate(scan.atoms):
        form = FORMS.get(atom.entry.sort)
        if form is None or _inside_name(scan, atom) or (form == "media" and _is_credit(scan, atom)):
            continue
        if atom.entry.sort == "organisation" and _abbreviates(scan, number):
            form = "name"
        found.append(
            Mention(
                start=atom.start,
                end=atom.end,
                form=form,  # type: ignore[arg-type]
                kind=atom.entry.kind,
                name=atom.entry.name,
                country=atom.entry.of,
                plural=atom.entry.sort == "people",
                sort=atom.entry.sort,
                title=atom.entry.roles[0] if atom.entry.roles else None,
                name_start=atom.start,
                name_end=atom.end,
            )
        )
    return found


def _is_credit(scan: Scan, atom: Atom) -> bool:
    """Whether a medium is only credited: a line of its own, "(AP) —", "AP Photo", "Source: X", "Click here for all X"."""
    layers, text = scan.layers, scan.layers.tokens.text
    paragraph = layers.paragraphs[layers.sentences[layers.sentence_of[atom.start]].paragraph]
    first = layers.tokens.lower[layers.sentences[layers.sentence_of[atom.start]].start]
    after = text[atom.end : atom.end + 2]
    before = text[atom.start - 1] if atom.start else ""
    only = all(scan.atom_of[i] >= 0 or text[i] in LIST_MARKS for i in range(paragraph.start, paragraph.end))
    if only or paragraph.end - paragraph.start <= atom.end - atom.start + 1 or first in CALLS:
        return True
    if paragraph.headline and atom.end == paragraph.end and before in DASHES:
        return True  # "Talks resume in Oslo – Daily Herald"
    if after[:1] and (after[0] in CREDITS or (after[0] == ")" and after[1:] and after[1] in {"—", "–", "-"})):
        return True
    return before == "/" or before.lower() in CREDITS or (before == ":" and text[atom.start - 2].lower() in CREDITS)


def _abbreviates(scan: Scan, number: int) -> bool:
    """Whether the atom stands in brackets right after its long form."""
    atom = scan.atoms[number]
    return atom.start > 0 and scan.layers.tokens.text[atom.start - 1] == "("


def _inside_name(scan: Scan, atom: Atom) -> bool:
    """Whether the atom is part of a longer name: "China Daily", "Radio Free Europe", "Mexico City", "Bank of England"."""
    run_after = scan.run_at(atom.end)
    tokens = scan.layers.tokens
    if atom.entry.sort in {"state", "capital"} and run_after is not None and run_after.start == atom.end:
        return True
    before = scan.run_at(atom.start - 1)
    return before is not None and before.honorific is None and not before.initial and _touches(tokens.text, before.end)


def _touches(text: list[str], i: int) -> bool:
    return i < len(text) and text[i][0].isupper()


def medium_mentions(scan: Scan, taken: dict[int, Mention]) -> list[Mention]:
    """Media told by their noun: "the Russian television channel RBC TV", "Ukrainian press", "state agencies in both countries"."""
    found = []
    for head in scan.heads:
        if head.head.sort != "medium":
            continue
        phrase = read_phrase(scan, head)
        mention = _medium(scan, phrase)
        if mention is not None:
            found.append(mention)
            if mention.name_start is not None:
                taken[mention.name_start] = mention
    return found


def _medium(scan: Scan, phrase: Phrase) -> Mention | None:
    words = scan.layers.words(_title_start(phrase), phrase.head.end)
    named = _named_after(scan, phrase.head)
    if named is None and not _is_press(scan, phrase):
        return None
    start, end = named or (phrase.start, phrase.end)
    name = scan.layers.words(start, end) if named else words
    atom = scan.atom_at(start) if named else None
    return Mention(
        start=phrase.start,
        end=max(end, phrase.end),
        form="media",
        kind="media",
        name=atom.entry.name if atom and atom.entry.sort == "media" else name,
        title=words if named and not phrase.head.head.plural else None,
        country=phrase.country,
        plural=phrase.head.head.plural and not named,
        head=phrase.head.head.word,
        sort="media",
        determiner=phrase.determiner,
        name_start=start if named else None,
        name_end=max(end, phrase.head.end) if named else None,
    )


def _title_start(phrase: Phrase) -> int:
    return min(phrase.core, phrase.attribute.start if phrase.attribute else phrase.core)


def _named_after(scan: Scan, head: HeadAt) -> tuple[int, int] | None:
    """The medium's name beside its noun: a known one or any capitalised run ("the newspaper Halden", "Halden daily newspaper")."""
    atom, run = scan.atom_at(head.end), scan.run_at(head.end)
    if atom is not None and atom.start == head.end and atom.entry.sort == "media":
        return atom.start, atom.end
    last = scan.layers.tokens.text[run.end - 1] if run is not None else ""
    if run is not None and run.start == head.end and not head.head.plural and last not in load_heads().company:
        return run.start, run.end
    k = head.start - 1
    k -= scan.layers.tokens.lower[k] in {"daily", "weekly", "state", "official", "business", "financial"}
    run = scan.run_at(k)
    if run is not None and run.end == k + 1 and not head.head.plural and run.honorific is None:
        return run.start, run.end
    return None


def _is_press(scan: Scan, phrase: Phrase) -> bool:
    """Whether the noun alone names media: the press of a country, news agencies, state media."""
    word = phrase.head.head.word
    if word.startswith("state "):
        return True
    if word in {
        "agency",
        "agencies",
        "network",
        "networks",
        "channel",
        "outlet",
        "radio",
        "paper",
        "papers",
        "journal",
    }:
        return phrase.head.head.plural and "state" in scan.layers.tokens.lower[phrase.start : phrase.head.start]
    if word in {"press", "media"}:
        tokens = scan.layers.tokens
        after = tokens.tag[phrase.head.end] if phrase.head.end < len(tokens) else ""
        return (phrase.country is not None or phrase.core < phrase.head.start) and after not in {"NN", "NNS"}
    return (phrase.country is not None and phrase.head.head.plural) or (" " in word and phrase.country is not None)
