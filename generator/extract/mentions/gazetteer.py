"""The gazetteer: names that the lexicons know (states, capitals, organisations, media), ready to be matched on tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from generator.extract.mentions.words import word_set
from generator.lexicon import load_lexicon
from generator.model.dossier import Dossier

EntrySort = Literal[
    "state", "adjective", "region", "people", "capital", "seat", "bloc", "organisation", "media", "platform", "person"
]
LOWER_CASE_TRAPS = {"lima", "bern", "male", "sofia", "praia", "nassau", "kingston"}
"""Capitals that are English words or given names when written small."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One known form: what it stands for.

    Attributes:
        sort: how the form names ("adjective" for "Russian", "seat" for "Kremlin").
        name: the actor's name ("Russia", "European Union").
        kind: the actor's kind.
        of: state or organisation that it belongs to; the state itself for states, adjectives and seats.
        strict: the form is an everyday word too and counts only where the sentence shows a name.
    """

    sort: EntrySort
    name: str
    kind: Literal["person", "state", "organisation", "body", "media", "place"]
    of: str | None = None
    strict: bool = False
    roles: tuple[str, ...] = ()
    trait: str | None = None
    """What an organisation is ("union", "rebels"), so that a general noun can take it up."""
    members: tuple[str, ...] = ()
    """The states for which a union of states negotiates."""


Table = dict[str, list[tuple[tuple[str, ...], Entry]]]
"""First token -> the forms that begin with it, longest first."""


def variants(form: str) -> Iterator[tuple[str, ...]]:
    """The ways in which a tokenizer may cut a form: hyphens and possessives apart or not, either apostrophe."""
    whole = tuple(form.split())
    parts = tuple(part for word in whole for part in re.split(r"(?<=\w)(-|–|/|\+)(?=\w)", word) if part)
    seen = set()
    for words in (whole, parts, tuple(p for w in parts for p in re.split(r"(['’]s$|(?<=s)['’]$)", w) if p)):
        for left, right in (("'", "’"), ("’", "'")):
            one = tuple(word.replace(left, right) for word in words)
            if one not in seen:
                seen.add(one)
                yield one


class Gazetteer:
    """Known forms by their first token; `overlay` (the dossier's own names) is asked before the lexicons."""

    def __init__(self, table: Table, names: dict[str, Entry], overlay: Table | None = None) -> None:
        self._table = table
        self._overlay = overlay or {}
        self.names = names

    def at(self, text: list[str], i: int) -> tuple[int, Entry] | None:
        """The longest known form that begins at token `i`: its end and its entry."""
        word = text[i]
        for table in (self._overlay, self._table):
            forms = table.get(word)
            if forms:
                for words, entry in forms:
                    end = i + len(words)
                    if len(words) == 1 or tuple(text[i:end]) == words:
                        return end, entry
        if len(word) > 3 and word.isupper():
            return self._capitals(text, i)
        return None

    def _capitals(self, text: list[str], i: int) -> tuple[int, Entry] | None:
        """A form written in capitals throughout ("RUSSIA", "UNITED STATES")."""
        for words, entry in self._table.get(text[i].capitalize(), ()):
            end = i + len(words)
            if [w.upper() for w in words] == text[i:end]:
                return end, entry
        return None

    def entry(self, name: str) -> Entry | None:
        """The entry of a whole form ("U.S." -> United States)."""
        return self.names.get(name.casefold())

    def party(self, name: str) -> Entry | None:
        """What a party's name stands for: itself where it is known, the state for its government ("Chilean government")."""
        known = self.entry(name)
        owner, _, last = name.rpartition(" ")
        if known is None and last.lower() in word_set("governments"):
            state = self.entry(owner.removeprefix("the ").removeprefix("The "))
            known = replace(state, sort="state") if state is not None and state.kind == "state" and state.of else None
        return known

    def extended(self, dossier: Dossier) -> Gazetteer:
        """This gazetteer with the names that the dossier introduces."""
        if not dossier.parties and not dossier.actors:
            return self
        overlay: Table = {}
        for party in dossier.parties:
            known = self.party(party.name) or next((e for a in party.aliases if (e := self.entry(a))), None)
            entry = known or Entry(
                "organisation", party.name, "organisation", party.name, trait=kind_of_party(party.name)
            )
            forms = [form for name in (party.name, *party.aliases) for form in _party_forms(name)]
            _add(overlay, [form for form in forms if self.entry(form) is None], entry)
        for actor in dossier.actors:
            sort: EntrySort = (
                "person" if actor.kind == "person" else "media" if actor.kind == "media" else "organisation"
            )
            _add(
                overlay,
                [form for form in (actor.name, *actor.aliases) if " " in form or actor.kind != "person"],
                Entry(sort, actor.name, actor.kind, actor.part_of or actor.side, roles=tuple(actor.roles)),
            )
        _sort(overlay)
        return Gazetteer(self._table, self.names, overlay)


def _party_forms(name: str) -> Iterator[str]:
    """The ways in which the press writes a party: "unions" opens a sentence as "Unions", "Meridian Corp" is "Meridian" too."""
    yield name
    if name.islower():
        yield name[0].upper() + name[1:]
    short, _, last = name.rpartition(" ")
    if short and last in word_set("legal_forms"):
        yield short


def kind_of_party(name: str) -> str | None:
    """What the members of a party named by a common noun are ("unions" -> "union")."""
    rows = load_lexicon("bodies")["generic"].items()
    return next((trait for trait, words in rows if name.islower() and name.rsplit(maxsplit=1)[-1] in words), None)


def _add(table: Table, forms: Iterable[str], entry: Entry) -> None:
    for form in forms:
        for words in variants(form):
            table.setdefault(words[0], []).append((words, entry))


def _sort(table: Table) -> None:
    for forms in table.values():
        forms.sort(key=lambda pair: -len(pair[0]))


def _people(adjectives: list[str]) -> list[str]:
    """The plural of adjectives that are nouns too: Russians, Iraqis; not "Frenchs" or "Chineses"."""
    return [word + "s" for word in adjectives if word.endswith(("an", "i", "ot", "ene", "ak", "at", "erb", "ine"))]


def _state_forms(name: str, row: dict[str, Any], sort: EntrySort) -> Iterator[tuple[list[str], Entry]]:
    trait = "negotiating" if row.get("negotiates") else "part" if row.get("within") else None
    yield [name, *row.get("names", ()), *row.get("short", ())], Entry(sort, name, "state", name, trait=trait)
    adjectives = row.get("adj", [])
    side = name if sort == "state" else None
    yield adjectives, Entry("adjective" if side else "region", name, "state", side)
    yield row.get("people", _people(adjectives)), Entry("people", name, "state", side)
    capital = Entry("capital", name, "state", side)
    yield [c for c in row.get("capital", ()) if c != name], capital
    small = [c.lower() for c in row.get("capital", ()) if " " not in c and c.lower() not in LOWER_CASE_TRAPS]
    yield small, capital
    yield row.get("seats", []), Entry("seat", name, "state", side)


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of the lexicons, built once a process."""
    table: Table = {}
    names: dict[str, Entry] = {}

    def put(forms: list[str], entry: Entry) -> None:
        _add(table, forms, entry)
        for form in forms:
            names.setdefault(form.casefold(), entry)

    countries = load_lexicon("countries")
    for name, row in countries["states"].items():
        for forms, entry in _state_forms(name, row, "state"):
            put(forms, entry)
    for name, row in countries["blocs"].items():
        for forms, entry in _state_forms(name, row, "bloc"):
            put(forms, entry)
    put(countries["general_adjectives"], Entry("region", "", "state", None))
    for name, row in load_lexicon("organisations")["organisations"].items():
        kind = row.get("kind", "organisation")
        entry = Entry(
            "organisation",
            name,
            kind,
            row.get("of"),
            row.get("strict", False),
            (),
            row.get("is"),
            tuple(row.get("members", ())),
        )
        put([name, *row.get("forms", ())], entry)
        put(row.get("seats", []), Entry("capital", name, kind, name))
    media = load_lexicon("media")
    for group, role in (("agencies", "news agency"), ("papers", ""), ("broadcasters", "")):
        for forms in media[group]:
            put(forms, Entry("media", forms[0], "media", None, roles=(role,) if role else ()))
    put(media["platforms"], Entry("platform", "", "place"))
    _sort(table)
    return Gazetteer(table, names)
