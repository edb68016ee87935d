"""General nouns for organisations and governments: "the union", "the automaker", "the rebels", "the government"."""

from __future__ import annotations

from generator.extract.coreference.book import Book
from generator.extract.coreference.context import only_state
from generator.extract.coreference.spelling import skeleton
from generator.extract.layers import Mention
from generator.extract.mentions.heads import load_heads

GOVERNMENT = frozenset(["government", "govt", "administration", "leadership"])
UNION_WORDS = frozenset(["union", "workers", "teamsters", "guild", "brotherhood", "unions", "federation"])


def organisation_of(book: Book, number: int) -> int | None:
    """The organisation of the noun's sort that was last spoken of, else the party that can only be meant."""
    mention = book.layers.mentions[number]
    trait = load_heads().generic.get(mention.head)
    if trait is None:
        return None
    for other in reversed(book.layers.mentions[:number]):
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


def government_party(book: Book, mention: Mention) -> int | None:
    """The state itself for its government, where it alone of the parties is a state and talks with rebels or a union."""
    state = only_state(book.layers)
    if state is None:
        return None
    bearer = book.keys.get(("surname", skeleton(mention.country))) if mention.country else None
    country = book.country.get(bearer) if bearer is not None else mention.country
    if mention.determiner == "the" and mention.country is None:
        country = state
    return book.keys.get(("state", state)) if country == state else None
