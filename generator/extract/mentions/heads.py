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
BODY_GROUPS: dict[str, HeadSort] = {
    "armies": "army", "delegations": "delegation", "movements": "movement", "institutions": "institution",
    "generic": "generic", "people": "people", "private": "private",
}  # fmt: skip
"""Groups of the lexicon and the sort of actor they make, in the order in which they claim a noun."""
WORD_GROUPS = ("organisation", "company", "place", "thing", "ministries", "strikers")
COUNTABLE = frozenset(["army", "delegation", "movement"])
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


Table = dict[str, list[tuple[tuple[str, ...], Head]]]


@dataclass(frozen=True, slots=True)
class Heads:
    """All head nouns by their first word in lower case, and the words that may stand before them."""

    table: Table
    modifiers: frozenset[str]
    former: frozenset[str]
    lacking: dict[str, frozenset[str]]
    """State -> offices that it does not have."""
    only: dict[str, str]
    """Office -> the one state that has it."""
    private: frozenset[str]
    """Callings that speak for no state: "a Chilean analyst"."""
    honorifics: dict[str, str]
    ranks: frozenset[str]
    ministries: frozenset[str]
    organisation: frozenset[str]
    company: frozenset[str]
    place: frozenset[str]
    thing: frozenset[str]
    strikers: frozenset[str]
    portfolios: frozenset[str]
    """Words that end the field of an office: "affairs", "policy", "energy"."""
    takes_to: frozenset[str]
    serving: frozenset[str]
    local: frozenset[str]
    media_words: frozenset[str]
    generic: dict[str, str]
    """Noun -> the sort of organisation that it may take up ("automaker" -> "company")."""

    def is_office(self, word: str) -> bool:
        """Whether a head noun is an office of one holder ("foreign minister")."""
        return any(
            head.role == "office" and head.word == word
            for _, head in self.table.get(word.split(maxsplit=1)[0].lower(), ())
        )

    def is_named_body(self, last: str) -> bool:
        """Whether the last word of a capitalised name shows that it is an organisation, a place or a thing."""
        return any(
            last in words for words in (self.organisation, self.company, self.place, self.thing, self.media_words)
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
    titles, bodies, media = load_lexicon("titles"), load_lexicon("bodies"), load_lexicon("media")
    sets = {name: frozenset(bodies[name]) for name in WORD_GROUPS}
    return Heads(
        table=_table(titles, bodies, media["generic"]),
        modifiers=frozenset(titles["modifiers"]) | sets["ministries"],
        former=frozenset(titles["former"]),
        honorifics=titles["honorifics"],
        lacking={state: frozenset(offices) for state, offices in titles["lacking"].items()},
        only={office: state for state, offices in titles["only"].items() for office in offices},
        private=frozenset(titles["private"]),
        portfolios=frozenset(titles["portfolios"]) | sets["ministries"],
        takes_to=frozenset(titles["takes_to"]),
        serving=frozenset(titles["serving"]),
        local=frozenset(titles["local"]),
        media_words=frozenset(media["name_words"]),
        generic={word.lower(): trait for trait, words in bodies["generic"].items() for word in words},
        ranks=frozenset(titles["ranks"]),
        **sets,
    )


def _table(titles: dict[str, Any], bodies: dict[str, Any], media: dict[str, list[str]]) -> Table:
    """All head nouns by their first word; where two groups have a noun, the first that is put in keeps it."""
    table: Table = {}
    for group, role in ROLE_SORTS.items():
        for word in titles[group]:
            sex = True if word in titles["female"] else False if word in titles["male"] else None
            _put(table, Head("title", word, role=role, feminine=sex))
    for group, sort in BODY_GROUPS.items():
        words = bodies[group] if group != "generic" else [word for row in bodies[group].values() for word in row]
        for word in words:
            many = (
                sort in {"people", "private"} or word in UNCOUNTED_PLURALS or (sort == "generic" and word.endswith("s"))
            )
            _put(table, Head(sort, word, plural=many or (sort in COUNTABLE and word.endswith(("s", "men")))))
    for group in ("one", "many", "press"):
        for word in media[group]:
            _put(table, Head("medium", word, plural=group != "one"))
    for row in table.values():
        row.sort(key=lambda pair: -len(pair[0]))
    return table


def _put(table: Table, head: Head) -> None:
    for tokens in variants(head.word.lower()):
        row = table.setdefault(tokens[0], [])
        if all(known != tokens for known, _ in row):
            row.append((tokens, head))
