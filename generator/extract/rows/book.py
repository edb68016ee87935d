"""The book of rows of one kind: read from YAML, checked, its named word lists put in, ready to be looked up by trigger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from pydantic import ValidationError

from generator.errors import DossierError
from generator.extract.rows.plain_yaml import load_plain
from generator.extract.rows.schema import EntityKind, Guards, Row, RowFile, WordList
from generator.lexicon import FOLDER

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class ReadySlot:
    """A slot with its word lists put in."""

    name: str
    arcs: tuple[str, ...]
    words: Words
    holds: Words
    kinds: frozenset[EntityKind]
    unless: Words
    not_kinds: frozenset[EntityKind]
    optional: bool | Literal["passive"]

    @property
    def is_open(self) -> bool:
        """Whether anything may fill it."""
        return not (self.words or self.holds or self.kinds)


@dataclass(frozen=True, slots=True)
class ReadyGuards:
    """The guards of a row, those of its file where it has none, with word lists put in."""

    told: frozenset[str]
    outside: frozenset[str]
    behind: Words
    not_behind: Words
    before: Words
    not_before: Words
    article: Words
    not_article: Words
    clause_lacks: Words
    alone: bool
    dated: bool
    definite: bool | None


@dataclass(frozen=True, slots=True)
class ReadyRow:
    """A row as the matcher reads it."""

    id: str
    why: str
    voice: Literal["active", "passive", "any"]
    form: frozenset[str]
    slots: tuple[ReadySlot, ...]
    guards: ReadyGuards
    gives: tuple[tuple[str, str | tuple[tuple[str, Words], ...]], ...]
    source: Row

    def values(self, trigger: str) -> dict[str, str]:
        """What the row gives where `trigger` (a base form) is its word."""
        found = {}
        for name, value in self.gives:
            if isinstance(value, str):
                found[name] = value
                continue
            fitting = next((each for each, words in value if trigger in words or not words), None)
            if fitting is not None:
                found[name] = fitting
        return found


@dataclass(slots=True)
class RowBook:
    """All rows of a kind; tables lead from the last word of a trigger to (all its words, the row), the longest first."""

    name: str
    rows: list[ReadyRow] = field(default_factory=list)
    verbs: dict[str, list[tuple[tuple[str, ...], ReadyRow]]] = field(default_factory=dict)
    """First word of a verb -> its words with the particle."""
    nouns: dict[str, list[tuple[tuple[str, ...], ReadyRow]]] = field(default_factory=dict)
    """Last word of a noun -> its words."""
    adjectives: dict[str, list[tuple[tuple[str, ...], ReadyRow]]] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    """Named word lists that no row reads."""


@cache
def load_rows(name: str) -> RowBook:
    """The rows of `generator/lexicon/rows/<name>.yml`.

    Raises:
        DossierError: a row does not hold to the schema, lacks an example or a counterexample, or names an unknown list.
    """
    return read_rows(name, load_plain((FOLDER / "rows" / f"{name}.yml").read_text(encoding="utf-8")))


def read_rows(name: str, data: object) -> RowBook:
    """A book of rows from plain YAML."""
    try:
        file = RowFile.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise DossierError(first["msg"], file=f"lexicon/rows/{name}.yml", place=place) from error
    lists = _Lists(name, file.words)
    book = RowBook(name)
    seen: set[str] = set()
    for row in file.rows:
        if row.id in seen:
            raise DossierError("a row with this id stands above", file=f"lexicon/rows/{name}.yml", place=row.id)
        seen.add(row.id)
        _enter(book, row, _ready(row, file.guards, lists), lists)
    for table in (book.verbs, book.nouns, book.adjectives):
        for entries in table.values():
            entries.sort(key=lambda entry: -len(entry[0]))
    book.unread = sorted(set(file.words) - lists.read)
    return book


class _Lists:
    """The named word lists of a file; remembers which were read."""

    def __init__(self, file: str, lists: dict[str, WordList]) -> None:
        self._file, self._lists = file, lists
        self.read: set[str] = set()

    def words(self, given: WordList) -> Words:
        entries = [given] if isinstance(given, str) else given
        found: set[str] = set()
        for entry in entries:
            if not entry.startswith("$"):
                found.add(entry)
                continue
            if entry[1:] not in self._lists:
                raise DossierError(f"no list is called {entry}", file=f"lexicon/rows/{self._file}.yml", place="words")
            if entry[1:] not in self.read:
                self.read.add(entry[1:])
            found |= self.words(self._lists[entry[1:]])
        return frozenset(found)


def _ready(row: Row, shared: Guards, lists: _Lists) -> ReadyRow:
    slots = tuple(
        ReadySlot(
            name=name,
            arcs=tuple(slot.arc),
            words=lists.words(slot.words),
            holds=lists.words(slot.holds),
            kinds=frozenset(slot.kinds),
            unless=lists.words(slot.unless),
            not_kinds=frozenset(slot.not_kinds),
            optional=slot.optional,
        )
        for name, slot in row.slots.items()
    )
    gives = tuple(
        (name, value if isinstance(value, str) else tuple((each, lists.words(words)) for each, words in value.items()))
        for name, value in row.gives.items()
    )
    return ReadyRow(
        id=row.id,
        why=row.why,
        voice=row.trigger.voice,
        form=frozenset(row.trigger.form),
        slots=slots,
        guards=_guards(row.guards, shared, lists),
        gives=gives,
        source=row,
    )


def _guards(own: Guards, shared: Guards, lists: _Lists) -> ReadyGuards:
    """A row's guards; what it does not name comes from its file."""
    named = {key: getattr(own if key in own.model_fields_set else shared, key) for key in Guards.model_fields}
    return ReadyGuards(
        told=frozenset(named["told"] or ()),
        outside=frozenset(named["outside"] or ()),
        alone=named["alone"],
        dated=named["dated"],
        definite=named["definite"],
        **{
            key: lists.words(named[key])
            for key in ("behind", "not_behind", "before", "not_before", "article", "not_article", "clause_lacks")
        },
    )


def _enter(book: RowBook, row: Row, ready: ReadyRow, lists: _Lists) -> None:
    book.rows.append(ready)
    _index(book.verbs, lists.words(row.trigger.verbs), ready, first=True)
    _index(book.nouns, lists.words(row.trigger.nouns), ready, first=False)
    _index(book.adjectives, lists.words(row.trigger.adjectives), ready, first=True)
    if not (row.trigger.verbs or row.trigger.nouns or row.trigger.adjectives):
        raise DossierError("a row needs a trigger", file=f"lexicon/rows/{book.name}.yml", place=row.id)


def _index(
    table: dict[str, list[tuple[tuple[str, ...], ReadyRow]]], words: Iterable[str], row: ReadyRow, *, first: bool
) -> None:
    for phrase in sorted(words):
        parts = tuple(phrase.split())
        table.setdefault(parts[0 if first else -1], []).append((parts, row))
