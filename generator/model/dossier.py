"""The dossier's settings: what a person writes into `content/dossier.yml` about the subject and about names."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, field_validator, model_validator

from generator.model.evidence import Handwritten, Name
from generator.model.facts import ActorKind


class Party(Handwritten):
    """A side of the negotiation and the names that speak for it."""

    name: Name
    aliases: list[Name] = []
    """Other names of the party itself: demonyms, capitals, seats of power, "the rebels"."""

    @model_validator(mode="before")
    @classmethod
    def _name_alone(cls, data: Any) -> Any:
        """`parties: [Russia, Ukraine]` will do."""
        return {"name": data} if isinstance(data, str) else data


class Topic(Handwritten):
    """What is negotiated about; a clause that holds one of `words` is about it."""

    id: Name
    title: Name
    words: list[str] = []
    """Words and phrases; `*` stands for any ending ("demilitari*"); all words of a phrase must stand in one clause."""


class KnownActor(Handwritten):
    """An actor that the editor introduces, so that its names are joined and its side is known."""

    name: Name
    kind: ActorKind = "person"
    side: str | None = None
    aliases: list[Name] = []
    roles: list[str] = []
    part_of: str | None = None


class Place(Handwritten):
    """A place and the larger place that holds it: "Brest region" within "Belarus" is a refinement, not a conflict."""

    name: Name
    within: str | None = None
    aliases: list[Name] = []


class Decision(Handwritten):
    """A person's word, which wins over every rule.

    `same` and `different` name actors, rounds or topics; `date` settles an article's or a round's date, `place`, `state`,
    `number` and `outcome` (one a decision, or `none`) what else holds of a round; `origin` says where an article's report
    comes from; `rename` and `hide` are about an actor, a topic, a round or a finding.
    """

    kind: Literal["same", "different", "date", "place", "state", "number", "outcome", "origin", "rename", "hide"]
    of: Literal["actor", "round", "article", "topic", "finding"] = "actor"
    names: list[Name] = []
    value: str | None = None
    why: str | None = None

    @field_validator("value", mode="before")
    @classmethod
    def _number_as_words(cls, value: Any) -> Any:
        """`value: 3` will do for the number of a round."""
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


class Reader(Handwritten):
    """A reader beside the rules: a language model at an address, or somebody who answers prompts by hand (no address)."""

    name: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
    """A short name in small letters, digits and hyphens; answers are kept under it."""
    address: str | None = None
    """The base address of an OpenAI-compatible server (`http://127.0.0.1:11434/v1`); none: answers are imported by hand."""
    model: str | None = None
    remote: bool = False
    """Whether articles may leave this machine: without it only loopback addresses are asked."""
    key: Annotated[str, StringConstraints(pattern=r"^[A-Z_][A-Z0-9_]*$")] | None = None
    """The environment variable that holds the key; the key itself is written nowhere."""
    trust: bool = False
    """Whether what this reader alone finds is claimed; without it, it is proposed."""
    languages: list[str] = []
    """Languages beside English that it reads (codes such as uk, ru, de)."""
    timeout: Annotated[int, Field(gt=0, le=3600)] = 300
    """Seconds that one answer may take."""
    piece: Annotated[int, Field(ge=500, le=400_000)] = 24_000
    """Characters of an article that are sent at a time."""


class Dossier(Handwritten):
    """`content/dossier.yml` as a whole."""

    title: Name
    subject: str | None = None
    """One sentence on what the dossier follows."""
    parties: list[Party] = []
    mediators: list[Party] = []
    """Third parties that host or go between: told apart like parties, of no side."""
    topics: list[Topic] = []
    exclusive_topics: bool = False
    """Whether positions on other topics than these are left out of pages."""
    actors: list[KnownActor] = []
    places: list[Place] = []
    start: str | None = None
    """When the conflict or negotiation began (EDTF); an anchor for "three weeks after the invasion"."""
    start_words: list[str] = []
    """What that beginning is called: "invasion", "war"."""
    decisions: list[Decision] = []
    readers: list[Reader] = []
    trust: Annotated[float, Field(ge=0, le=1)] = 0.8
    """Share of its facts that a rule must have had right on gold (`docs/trust.md`) for them to be claimed, not proposed."""
    language: str = "en"
    pipeline: str | None = None
    """A trained spaCy pipeline that the user has installed; it adds names, nothing depends on it."""
    site_url: str | None = None
    contact: str | None = None
    options: dict[str, str] = Field(default_factory=dict)

    @field_validator("start")
    @classmethod
    def _is_date(cls, start: str | None) -> str | None:
        """A year, a month or a day that there is."""
        if start is not None and re.fullmatch(r"\d{4}(-\d\d){0,2}", start):
            date.fromisoformat((start + "-01-01")[:10])
        elif start is not None:
            raise ValueError(f"“{start}” is no date; write one like 2022-02-24")
        return start
