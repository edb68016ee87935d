"""Actors: a page for each person, state, organisation, body or medium, and the lists of them."""

from __future__ import annotations

from collections import Counter
from typing import Any

from generator.lexicon import load_lexicon
from generator.model.identity import slug
from generator.model.knowledge import MergedActor, Round
from generator.render.library import Library
from generator.render.links import data_of, page_of
from generator.render.meetings import company
from generator.render.naming import actor_title
from generator.render.pages.front import page
from generator.render.pages.shelves import letter_of
from generator.render.pictures.arcs import arcs
from generator.render.sheet import Page, Sheet
from generator.render.stances import history
from generator.render.statements import quotes

MOST_STATEMENTS = 40
"""The latest are shown; the rest stands in the data of the page."""

MOST_ROWS = 60
MOST_COMPANY = 12


def actor_pages(library: Library) -> list[Page]:
    """The list of actors and one page for each."""
    return [actors_index(library), *(actor_page(library, each) for each in library.knowledge.actors)]


def actors_index(library: Library) -> Page:
    """All actors by kind and name, with who spoke about or met whom as a picture."""
    sheet = Sheet(library, "actors/index.md")
    groups = []
    for kind, names in load_lexicon("wording")["actor_kinds"].items():
        of_kind = sorted((each for each in library.knowledge.actors if each.kind == kind), key=_by_name)
        if of_kind:
            groups.append({"label": names["many"], "actors": of_kind, "roles": any(each.roles for each in of_kind)})
    statements = Counter(each.actors[0] for each in library.by_kind.get("statement", []) if each.actors)
    return page(
        sheet,
        "actors.md.j2",
        "Actors",
        {"search": {"boost": 1.2}},
        groups=groups,
        statements=statements,
        picture=arcs(library),
        actor_title=actor_title,
    )


def actor_page(library: Library, actor: MergedActor) -> Page:
    """One actor: info box, positions with their changes, statements, rounds, with whom it is mentioned."""
    sheet = Sheet(library, page_of("actors", actor.id))
    meta = {
        "description": ", ".join(dict.fromkeys([actor.name, *(alias.text for alias in actor.aliases)])),
        "search": {"boost": 3 if actor.kind == "person" else 2},
        "shelf": letter_of(actor.name),
        "order": actor.name.casefold(),
        "data": data_of("actors", actor.id),
    }
    return page(sheet, "actor.md.j2", actor.name[:1].upper() + actor.name[1:], meta, **actor_context(library, actor))


def actor_context(library: Library, actor: MergedActor) -> dict[str, Any]:
    """What the template of an actor needs; the print page uses it too."""
    mine = library.by_actor.get(actor.id, [])
    held = history(library)
    said = [each for each in quotes(library, mine) if each.speaker == actor.id]
    of_it = [each for each in quotes(library, mine) if each.speaker != actor.id]
    spellings = [alias.text for alias in actor.aliases if alias.text != actor.name]
    return {
        "actor": actor,
        "kind": load_lexicon("wording")["actor_kinds"][actor.kind]["one"],
        "spellings": list(dict.fromkeys(spellings)),
        "positions": [held[each.id] for each in mine if each.kind == "position" and actor.id in each.actors[:1]][
            -MOST_ROWS:
        ],
        "quotes": said[-MOST_STATEMENTS:],
        "more_quotes": max(0, len(said) - MOST_STATEMENTS),
        "about": of_it[:MOST_COMPANY],
        "figures": [each for each in mine if each.kind == "figure"][-MOST_ROWS:],
        "events": [each for each in mine if each.kind == "event"][-MOST_ROWS:],
        "rounds": rounds_of(library, actor),
        "company": company(library).get(actor.id, Counter()).most_common(MOST_COMPANY),
    }


def rounds_of(library: Library, actor: MergedActor) -> list[tuple[Round, str]]:
    """The rounds that an actor led, or of which a finding names it, with its part in words."""
    found = []
    for each in library.rounds.values():
        led = next((side for side, head in each.heads.items() if head == actor.id), None)
        if led:
            found.append((each, f"led the delegation of {led}"))
        elif any(actor.id in finding.actors for finding in library.by_round.get(each.id, [])):
            found.append((each, "spoke or acted around it"))
    return found


def _by_name(actor: MergedActor) -> str:
    return slug(actor.name)
