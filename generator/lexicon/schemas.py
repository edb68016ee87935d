"""Schemas of word lists: which keys a list has and what stands at each; a key too many or too few, or a slip of YAML, fails the suite."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Word = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True, strict=True)]
Words = Annotated[list[Word], Field(min_length=1)]


class Lexicon(BaseModel):
    """What every word list holds."""

    model_config = ConfigDict(extra="forbid")

    meaning: Annotated[str, Field(min_length=20)]


class EventWords(Lexicon):
    """How an event is told."""

    planning: Words
    set_adjectives: Words
    trying: Words
    causing: Words
    presupposing: Words
    failing: Words
    ordering: Words
    captions: Words
    lasting: Words
    linking: Words
    generic: Words
    void: Words
    unreal_nouns: Words
    unreal_verbs: Words
    mass: Words
    spans: Words
    denials: Words
    hearsay: Words
    many: Words
    results: Words
    deverbal: dict[Word, Word]


class RowContexts(Lexicon):
    """Words that the engine of rows asks about."""

    directives: Words
    settled: Words
    armed: Words
    people: Words
    many: Words
    partitives: Words


class PlaceWords(Lexicon):
    """How a clause tells where."""

    prepositions: Words
    inner: Words
    nouns: Words
    media: Words
    not_places: Words
    links: Words


class Qualifiers(BaseModel):
    """Phrases by how exact they make a number."""

    model_config = ConfigDict(extra="forbid")

    about: Words
    more_than: Annotated[Words, Field(alias="more than")]
    less_than: Annotated[Words, Field(alias="less than")]


class Numbers(Lexicon):
    """How English writes numbers and what surrounds them."""

    units: dict[Word, int]
    tens: dict[Word, int]
    scales: dict[Word, int]
    groups: dict[Word, int]
    suffixes: dict[Word, int]
    fractions: dict[Word, int]
    glued_units: dict[Word, Word]
    measures: Words
    terms: Words
    qualifiers: Qualifiers
    after: Qualifiers
    currencies: dict[Word, Word]
    percent: list[Words]
    name_before: Words
    time_units: Words
    ordinal_suffixes: Words
    distance: Words
    distance_after: Words
    parties: Words
    participants: Words
    abstract: Words
    sources: Words
    months: Words
    year_before: Words
    voting: Words
    striking: Words
    casualties: Words
    giving: Words
    accounts: Words
    links_of_sums: Words
    before_sums: Words
    light_verbs: Words
    light_nouns: dict[Word, Word]
    as_captives: Words
    tolls: Words


class Measured(BaseModel):
    """How often a rule was right."""

    model_config = ConfigDict(extra="forbid")

    right: Annotated[int, Field(ge=0)]
    found: Annotated[int, Field(ge=1)]


class Trust(Lexicon):
    """The table of trust."""

    enough: Annotated[int, Field(ge=1)]
    rules: dict[Word, Measured]


SCHEMAS: dict[str, type[Lexicon]] = {
    "event_words": EventWords,
    "row_contexts": RowContexts,
    "place_words": PlaceWords,
    "numbers": Numbers,
    "trust": Trust,
}
"""Word list -> its schema."""
