"""The schema of a row: what a rule of extraction looks for, written in YAML (`generator/lexicon/rows/*.yml`), checked when it is read."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

Trust = Literal["claimed", "proposed"]
Factuality = Literal["asserted", "negated", "planned", "possible", "conditional", "reported", "asked"]
EntityKind = Literal[
    "place",
    "actor",
    "person",
    "state",
    "organisation",
    "body",
    "medium",
    "party",
    "armed",
    "people",
    "count",
    "pronoun",
    "demonym",
]
Context = Literal[
    "quotation",
    "own-words",
    "speech",
    "directive",
    "statement",
    "position",
    "meeting",
    "headline",
    "question",
    "relative",
]
WordList = str | list[str]
"""A list of words, or the name of one ("$forces"); a list may hold names of others ("[tanker, $forces]")."""

_ARC = re.compile(
    r"agent|subject|object|xcomp|infinitive|ccomp|acl|poss|inside|subject-of|object-of|governor|(obl|nmod|obl-of):[a-z]+(\|[a-z]+)*"
)
_ID = re.compile(r"[a-z]+/[a-z0-9-]+ v\d+")


class Strict(BaseModel):
    """Refuses what it does not know, so that a slip of the pen does not stand unread."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Slot(Strict):
    """What must stand at an arc of the trigger: one of these words, or one of these kinds, and none of what is excluded."""

    arc: Annotated[list[str], Field(min_length=1)]
    """Where it hangs: `agent`, `object`, `obl:at|on`, `xcomp`; of a noun `poss`, `nmod:of`, `subject-of` … (`docs/rules.md`)."""
    words: WordList = []
    """Base forms, one of which is its head."""
    holds: WordList = []
    """Words, one of which stands anywhere in its phrase."""
    kinds: Annotated[list[EntityKind], Field(alias="is")] = []
    unless: WordList = []
    """Words none of which may stand in its phrase."""
    not_kinds: Annotated[list[EntityKind], Field(alias="is-not")] = []
    optional: bool | Literal["passive"] = False
    """Filled where it fits, the row holds without it; `passive`: may be absent in the passive."""

    @field_validator("arc", mode="before")
    @classmethod
    def _several(cls, value: Any) -> Any:
        return [value] if isinstance(value, str) else value

    @field_validator("arc")
    @classmethod
    def _known(cls, value: list[str]) -> list[str]:
        for arc in value:
            if not _ARC.fullmatch(arc):
                raise ValueError(f"no arc is called {arc!r}")
        return value


class Trigger(Strict):
    """The words with which a row begins: verbs ("walk off" with its particle), nouns ("air strike") or adjectives, by base form."""

    verbs: WordList = []
    nouns: WordList = []
    adjectives: WordList = []
    voice: Literal["active", "passive", "any"] = "any"
    form: list[Literal["finite", "infinitive", "gerund", "participle"]] = []
    """Forms of the verb, none for all."""


class Guards(Strict):
    """Where a row holds its peace."""

    told: list[Factuality] | None = None
    """How surely the verb (or the verb over the noun) may be told."""
    outside: list[Context] | None = None
    """Contexts in which the trigger may not stand."""
    behind: WordList = []
    """Words, one of which must stand right before the trigger's phrase ("after", "despite")."""
    not_behind: WordList = []
    before: WordList = []
    """Words, one of which must stand right behind the trigger's phrase or verb."""
    not_before: WordList = []
    article: WordList = []
    """Words, one of which the article must hold somewhere."""
    not_article: WordList = []
    clause_lacks: WordList = []
    """Words none of which may stand in the clause."""
    alone: bool = False
    """Whether no complement may hang on the verb ("failed", not "failed to impress")."""
    dated: bool = False
    """Whether a date must stand with it."""
    definite: bool | None = None
    """Of a noun: whether "the", a possessor or a name determines it."""


class Example(Strict):
    """A sentence and all that must come out of it: `gives` lists every fact of the kind, one at least by this row."""

    text: str
    gives: Annotated[list[dict[str, Any]], Field(min_length=1)]
    parties: list[str] = []


class Counterexample(Strict):
    """A sentence out of which nothing of the kind may come."""

    text: str
    parties: list[str] = []


class Row(Strict):
    """One rule: trigger, slots, guards, the values it gives, and the sentences that hold it."""

    id: str
    why: Annotated[str, Field(min_length=8)]
    trigger: Trigger
    slots: dict[str, Slot] = {}
    guards: Guards = Guards()
    gives: dict[str, str | dict[str, WordList]] = {}
    """Values of the fact. One that depends on the trigger maps each value to its words; the first that holds the trigger wins."""
    trust: Trust = "claimed"
    yes: Annotated[list[Example], Field(min_length=1)]
    no: Annotated[list[Counterexample], Field(min_length=1)]

    @field_validator("id")
    @classmethod
    def _named(cls, value: str) -> str:
        if not _ID.fullmatch(value):
            raise ValueError("an id reads like “event/attack-on-place v1”")
        return value

    @field_validator("no", mode="before")
    @classmethod
    def _plain(cls, value: Any) -> Any:
        return [{"text": each} if isinstance(each, str) else each for each in value or []]


class RowFile(Strict):
    """A file of rows: what it means, its named lists of words, the guards of every row that names none of its own, and the rows."""

    meaning: Annotated[str, Field(min_length=20)]
    words: dict[str, WordList] = {}
    guards: Guards = Guards()
    rows: list[Row]
