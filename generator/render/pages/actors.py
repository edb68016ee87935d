"""Actors: a page for each person, state, organisation, body or medium, and the lists of them."""

from __future__ import annotations

from collections import Counter

from generator.lexicon import load_lexicon
from generator.model.identity import slug
from generator.model.knowledge import MergedActor, Round
from generator.render import grammar
from generator.render.library import Library
from generator.render.links import data_of, page_of
from generator.render.naming import actor_title
from generator.render.news import news_of
from generator.render.pages.front import page
from generator.render.pages.shelves import letter_of
from generator.render.pictures.arcs import arcs
from generator.render.sheet import Page, Sheet
from generator.render.stances import Stand, stands
from generator.render.statements import quotes, together

MOST_STATEMENTS = 40
"""The latest are shown; the rest stands in the data of the page."""

MOST_ROWS = 40
MOST_NAMED = 10


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
    """One actor: info box, positions with their changes, statements, figures, events, who else names it."""
    sheet = Sheet(library, page_of("actors", actor.id))
    mine = library.by_actor.get(actor.id, [])
    said = [each for each in quotes(library, mine) if each.speaker == actor.id]
    of_it = [each for each in quotes(library, mine) if each.speaker != actor.id]
    spellings = list(dict.fromkeys(alias.text for alias in actor.aliases if alias.text != actor.name))
    meta = {
        "description": ", ".join(dict.fromkeys([actor.name, *(alias.text for alias in actor.aliases)])),
        "search": {"boost": 3 if actor.kind == "person" else 2},
        "shelf": letter_of(actor.name),
        "order": actor.name.casefold(),
        "data": data_of("actors", actor.id),
        "also": [*spellings, *seats_of(actor), *aliases_of(library, actor)],
    }
    return page(
        sheet,
        "actor.md.j2",
        actor.name[:1].upper() + actor.name[1:],
        meta,
        actor=actor,
        kind=load_lexicon("wording")["actor_kinds"][actor.kind]["one"],
        spellings=spellings,
        positions=[each for each in stands(library) if held_by(library, each, actor)][-MOST_ROWS:][::-1],
        groups=[[each] for each in said[-MOST_STATEMENTS:]],
        more_quotes=max(0, len(said) - MOST_STATEMENTS),
        about=together(of_it)[:MOST_NAMED],
        figures=[each for each in mine if each.kind == "figure"][-MOST_ROWS:],
        events=[each for each in mine if each.kind == "event" and each.actors[:1] == [actor.id]][-MOST_ROWS:],
        rounds=rounds_of(library, actor),
        news=news_of(library, [each.id for each in mine]),
    )


def held_by(library: Library, stand: Stand, actor: MergedActor) -> bool:
    """Whether this actor holds a position: itself, or as the party that another speaks for without its own page's rows."""
    if stand.content.holder:
        return stand.content.holder == actor.id
    party = library.party_actor.get(stand.side)
    return party == actor.id or (party is None and stand.finding.actors[:1] == [actor.id])


def seats_of(actor: MergedActor) -> list[str]:
    """The capital and other seats that stand for a state's government, with their spellings, for the search."""
    entry = load_lexicon("countries")["states"].get(actor.name) if actor.kind == "state" else None
    if not entry:
        return []
    found = [entry.get(name) or [] for name in ("capital", "seats", "adj", "names")]
    return [word for each in found for word in ([each] if isinstance(each, str) else each)]


def aliases_of(library: Library, actor: MergedActor) -> list[str]:
    """What the settings call the party that this actor is, for the search."""
    return [
        alias
        for party in library.knowledge.dossier.parties
        if library.party_actor.get(party.name) == actor.id
        for alias in party.aliases
    ]


def rounds_of(library: Library, actor: MergedActor) -> list[tuple[Round, str]]:
    """The rounds that an actor led, or whose reports or findings name it, with its part in words."""
    found = []
    for each in library.rounds.values():
        led = next((side for side, head in each.heads.items() if head == actor.id), None)
        if led:
            found.append((each, f"led the delegation of {grammar.with_the(led)}"))
        elif actor.id in each.roster or any(actor.id in one.actors for one in library.by_round.get(each.id, [])):
            found.append((each, ""))
    return found


def _by_name(actor: MergedActor) -> str:
    return slug(actor.name)
