"""Head nouns: the words that make an actor of the phrase around them ("spokesman", "ministry", "news agency")."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from generator.extract.mentions.gazetteer import variants
from generator.lexicon import load_lexicon

HeadSort = Literal["title", "institution", "army", "delegation", "movement", "people", "private", "medium", "generic"]
ROLE_SORTS = {"offices": "office", "leaders": "leader", "callings": "calling"}
PREFIXES = frozenset(["then", "ex", "former", "vice", "co", "deputy", "acting", "interim", "self"])
"""What may be joined to a title with a hyphen: "then-president", "ex-minister"."""
UNCOUNTED_PLURALS = {"police", "troops", "forces", "armed forces", "authorities", "marines", "special forces"}


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun: what sort of actor it makes, its number and sex.

    `role` says for titles whether it is an office of one holder, a leader or speaker, or a calling.
    """

    sort: HeadSort
    word: str
    plural: bool = False
    role: str = ""
    feminine: bool | None = None


@dataclass(frozen=True, slots=True)
class Heads:
    """All head nouns by their first word in lower case, and the words that may stand before them."""

    table: dict[str, list[tuple[tuple[str, ...], Head]]]
    modifiers: frozenset[str]
    former: frozenset[str]
    honorifics: dict[str, str]
    ranks: frozenset[str]
    ministries: frozenset[str]
    organisation: frozenset[str]
    company: frozenset[str]
    place: frozenset[str]
    thing: frozenset[str]
    takes_to: frozenset[str]
    serving: frozenset[str]
    media_words: frozenset[str]
    generic: dict[str, str]
    """Noun -> the sort of organisation that it may take up ("automaker" -> "company")."""

    def is_office(self, word: str) -> bool:
        """Whether a head noun is an office of one holder ("foreign minister")."""
        return any(
            head.role == "office" and head.word == word
            for _, head in self.table.get(word.split(maxsplit=1)[0].lower(), ())
        )

    def at(self, lower: list[str], i: int) -> tuple[int, Head] | None:
        """The longest head noun that begins at token `i`: its end and itself."""
        word = lower[i]
        for words, head in self.table.get(word, ()):
            end = i + len(words)
            if len(words) == 1 or tuple(lower[i:end]) == words:
                return end, head
        first, hyphen, rest = word.partition("-")
        if hyphen and first in PREFIXES:
            return next(((i + 1, head) for words, head in self.table.get(rest, ()) if len(words) == 1), None)
        return None


@cache
def load_heads() -> Heads:
    """The head nouns of the lexicons, built once a process."""
    titles, bodies, media = load_lexicon("titles"), load_lexicon("bodies"), load_lexicon("media")["generic"]
    table: dict[str, list[tuple[tuple[str, ...], Head]]] = {}

    def put(words: list[str], **what: Any) -> None:
        for word in words:
            head = Head(word=word, **what)
            for tokens in variants(word.lower()):
                row = table.setdefault(tokens[0], [])
                if all(known != tokens for known, _ in row):
                    row.append((tokens, head))

    for group, role in ROLE_SORTS.items():
        for word in titles[group]:
            sex = True if word in titles["female"] else False if word in titles["male"] else None
            put([word], sort="title", role=role, feminine=sex)
    for group, sort in (("armies", "army"), ("delegations", "delegation"), ("movements", "movement")):
        for word in bodies[group]:
            put([word], sort=sort, plural=word.endswith(("s", "men")) or word in UNCOUNTED_PLURALS)
    for word in bodies["institutions"]:
        put([word], sort="institution", plural=word in UNCOUNTED_PLURALS)
    generic = {word.lower(): trait for trait, words in bodies["generic"].items() for word in words}
    put(list(generic), sort="generic")
    put(bodies["people"], sort="people", plural=True)
    put(bodies["private"], sort="private", plural=True)
    put(media["one"], sort="medium")
    put(media["many"] + media["press"], sort="medium", plural=True)
    for row in table.values():
        row.sort(key=lambda pair: -len(pair[0]))
    sets = {name: frozenset(bodies[name]) for name in ("organisation", "company", "place", "thing", "ministries")}
    return Heads(
        table=table,
        modifiers=frozenset(titles["modifiers"]) | sets["ministries"],
        former=frozenset(titles["former"]),
        honorifics=titles["honorifics"],
        takes_to=frozenset(titles["takes_to"]),
        serving=frozenset(titles["serving"]),
        media_words=frozenset(load_lexicon("media")["name_words"]),
        generic=generic,
        ranks=frozenset(titles["ranks"]),
        **sets,
    )
