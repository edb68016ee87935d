"""Sides: which party each actor belongs to or speaks for."""

from __future__ import annotations

from generator.extract.coreference.chain_builder import ChainBuilder
from generator.extract.coreference.parties import side_names


def settle_sides(builder: ChainBuilder) -> None:
    """Give every chain its party: its country's or organisation's; media and third parties have none."""
    sides = side_names(builder.layers)
    known = {actor.name: actor.side for actor in builder.layers.dossier.actors if actor.side}
    for number, row in enumerate(builder.chains):
        if row.name in known:
            row.side = known[row.name]
            continue
        if row.kind in {"media", "place"} or row.members:
            continue
        if row.roles and all(title.lower().startswith("former ") for title, _, _ in row.roles):
            continue  # who has left office speaks for himself
        country = builder.country.get(number)
        row.side = sides.get(row.name) or (sides.get(country) if country else None)
        if row.side and country and row.side != row.name:
            guess = " (told by its surroundings)" if number in builder.guessed else ""
            row.why.append(f"side by {country}{guess}")
