"""How an actor or a role is called: "Russian Foreign Minister", "President of Ukraine", "Ukrainian Foreign Ministry"."""

from __future__ import annotations

from functools import cache

from generator.extract.mentions.phrases import Phrase
from generator.extract.mentions.scan import Scan
from generator.lexicon import load_lexicon


@cache
def adjective_of(country: str) -> str:
    """The adjective of a state ("Ukraine" -> "Ukrainian"); any other owner serves as its own."""
    states = load_lexicon("countries")["states"]
    adjectives = states.get(country, {}).get("adj") or [country]
    return str(adjectives[0])


def with_article(country: str) -> str:
    """A state's or organisation's name as it stands after "of": "the United States"."""
    words = country.split()
    plural = words[0] in {
        "United",
        "Netherlands",
        "Philippines",
        "European",
        "Palestinian",
        "Czech",
        "Central",
        "Soviet",
    }
    return f"the {country}" if plural and not (words[0] == "European" and len(words) == 1) else country


def core_words(scan: Scan, phrase: Phrase) -> str:
    """Title or name proper, without determiner, country and owner: "foreign minister", "Defence Ministry spokesman"."""
    start = phrase.core
    if phrase.attribute is not None and phrase.attribute.start >= phrase.core:
        start = phrase.attribute.end
    return scan.layers.words(start, phrase.head.end)


def capitalised(words: str) -> str:
    """Every word with a capital, but for the small ones."""
    small = {"of", "for", "and", "the", "in", "de"}
    return " ".join(w if w in small else w[:1].upper() + w[1:] for w in words.split())


def role_title(scan: Scan, phrase: Phrase, country: str | None) -> str:
    """A role as a short title: offices with their country, others in the words of the article.

    "Ukraine’s presidential adviser" -> "presidential adviser"; "the Kremlin spokesman" -> "Kremlin spokesman";
    "Russian Foreign Minister" -> "Foreign Minister of Russia".
    """
    core = core_words(scan, phrase)
    past, hyphen, rest = core.partition("-")
    if hyphen and past.lower() in {"then", "ex", "former"}:
        core, phrase.former = rest, True
    former = "former " if phrase.former and "former" not in core.lower() else ""
    attribute = phrase.attribute
    if phrase.complement is not None:
        whose = ""
        if attribute is not None and not phrase.possessive and attribute.entry.sort in {"organisation", "seat"}:
            whose = f"{scan.layers.words(attribute.start, attribute.end)} "
        office = phrase.head.head.role == "office"
        return (
            f"{former}{whose}{capitalised(core) if office else core} {scan.layers.words(phrase.head.end, phrase.end)}"
        )
    if phrase.head.head.role == "office":
        if attribute is not None and attribute.entry.sort == "organisation":
            country = attribute.entry.name
        return f"{former}{capitalised(core)} of {with_article(country)}" if country else f"{former}{capitalised(core)}"
    if attribute is not None and not (phrase.possessive and attribute.entry.kind == "state"):
        return scan.layers.words(attribute.start, phrase.head.end)
    if phrase.owner and not phrase.possessive and phrase.owner not in core:
        return f"{phrase.owner} {core}"
    return core


def phrase_name(scan: Scan, phrase: Phrase, country: str | None) -> str:
    """The name of an actor that has only a role or a noun: "Russian Foreign Minister", "Defence Ministry spokesman"."""
    core = core_words(scan, phrase)
    office = phrase.head.head.role == "office"
    if phrase.complement is None and phrase.end > phrase.head.end:
        return scan.layers.words(phrase.start + bool(phrase.determiner), phrase.end)  # "source in Tehran"
    if phrase.complement is not None and not office:
        if country and _only_country(scan, phrase) and not _proper(core):
            return f"{adjective_of(country)} {core}"  # "the presidency of Ukraine"
        return f"{core} {scan.layers.words(phrase.head.end, phrase.end)}"
    if office or _proper(core):
        core = capitalised(core)
    return _with_owner(scan, phrase, core, country)


def _with_owner(scan: Scan, phrase: Phrase, core: str, country: str | None) -> str:
    """A core with the adjective of its country or the name of its owner."""
    attribute = phrase.attribute
    if attribute is not None and attribute.entry.sort in {"region", "bloc"}:
        if phrase.head.head.sort == "title" and not phrase.possessive:  # "senior Western diplomat"
            return scan.layers.words(phrase.start + bool(phrase.determiner), phrase.head.end)
        return f"{scan.layers.words(attribute.start, attribute.end)} {core}"
    if country:
        if attribute is not None and (attribute.entry.sort == "seat" or not attribute.entry.name):
            return scan.layers.words(attribute.start, phrase.head.end)
        return core if core.startswith(adjective_of(country)) else f"{adjective_of(country)} {core}"
    if (
        phrase.owner
        and phrase.possessive
        and " " in phrase.owner
        and scan.head_at(phrase.start + bool(phrase.determiner))
    ):
        return f"{phrase.owner}’s {core}"
    if phrase.owner and phrase.owner[0].isupper():
        return core[core.index(phrase.owner) :] if phrase.owner in core else f"{phrase.owner} {core}"
    return core


def _only_country(scan: Scan, phrase: Phrase) -> bool:
    """Whether the complement of an institution is a state and nothing else."""
    if phrase.complement is None or phrase.head.head.sort != "institution":
        return False
    start, end = phrase.complement
    atom = scan.atom_at(end - 1)
    return atom is not None and atom.entry.sort == "state" and atom.start - start <= 1


def _proper(core: str) -> bool:
    return core.rsplit(maxsplit=1)[-1][:1].isupper()
