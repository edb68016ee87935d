"""The dossier's settings: what a person writes into `content/dossier.yml` about the subject and about names."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model.evidence import Model
from generator.model.facts import ActorKind


class Party(Model):
    """A side of the negotiation and the names that speak for it."""

    name: str
    aliases: list[str] = []
    """Other names of the party itself: demonyms, capitals, seats of power, "the rebels"."""


class Topic(Model):
    """What is negotiated about; a clause that holds one of `words` is about it."""

    id: str
    title: str
    words: list[str] = []
    """Words and phrases; `*` stands for any ending ("demilitari*"); all words of a phrase must stand in one clause."""


class KnownActor(Model):
    """An actor that the editor introduces, so that its names are joined and its side is known."""

    name: str
    kind: ActorKind = "person"
    side: str | None = None
    aliases: list[str] = []
    roles: list[str] = []
    part_of: str | None = None


class Place(Model):
    """A place and the larger place that holds it: "Brest region" within "Belarus" is a refinement, not a conflict."""

    name: str
    within: str | None = None
    aliases: list[str] = []


class Decision(Model):
    """A person's word, which wins over every rule.

    `same` and `different` name actors, rounds or topics; `date` settles an article's or a round's date; `origin` says
    where an article's report comes from; `rename` and `hide` are about an actor, a topic or a finding.
    """

    kind: Literal["same", "different", "date", "origin", "rename", "hide"]
    of: Literal["actor", "round", "article", "topic", "finding"] = "actor"
    names: list[str] = []
    value: str | None = None
    why: str | None = None


class Dossier(Model):
    """`content/dossier.yml` as a whole."""

    title: str
    subject: str | None = None
    """One sentence on what the dossier follows."""
    parties: list[Party] = []
    topics: list[Topic] = []
    actors: list[KnownActor] = []
    places: list[Place] = []
    start: str | None = None
    """When the conflict or negotiation began (EDTF); an anchor for "three weeks after the invasion"."""
    start_words: list[str] = []
    """What that beginning is called: "invasion", "war"."""
    decisions: list[Decision] = []
    language: str = "en"
    pipeline: str | None = None
    """A trained spaCy pipeline that the user has installed; it adds names, nothing depends on it."""
    site_url: str | None = None
    contact: str | None = None
    options: dict[str, str] = Field(default_factory=dict)
