"""What organisations are (a union, a company, rebels), and which of them a general noun takes up."""

from __future__ import annotations

from generator.extract.coreference.book import Book, backwards
from generator.extract.coreference.spelling import skeleton
from generator.extract.mentions.heads import load_heads

UNION_WORDS = frozenset(["union", "workers", "teamsters", "guild", "brotherhood", "unions", "federation"])


def organisation_by_noun(book: Book, number: int, noun: str) -> int | None:
    """The organisation of the noun's sort that was last spoken of before a mention, else the party that can only be meant."""
    trait = load_heads().generic.get(noun)
    if trait is None:
        return None
    for other in backwards(book.layers.mentions, number):
        if other.chain is not None and other.form != "pronoun" and trait_of(book, other.chain) == trait:
            return other.chain
    parties = [chain for name in book.layers.parties if (chain := _chain_named(book, name)) is not None]
    fitting = [chain for chain in parties if trait_of(book, chain) == trait]
    if not fitting and trait in {"company", "rebels"}:
        fitting = [c for c in parties if trait_of(book, c) is None and book.chains[c].kind == "organisation"]
    return fitting[0] if len(fitting) == 1 else None


def trait_of(book: Book, chain: int) -> str | None:
    """What an organisation is, by the lexicon or the last word of its name."""
    if chain in book.traits:
        return book.traits[chain]
    row = book.chains[chain]
    if row.kind != "organisation":
        return None
    last = row.name.split()[-1]
    if last.lower() in UNION_WORDS:
        return "union"
    return "company" if last in load_heads().company else None


def _chain_named(book: Book, name: str) -> int | None:
    for key in (("state", name), ("name", skeleton(name))):
        if key in book.keys:
            return book.keys[key]
    return None
