"""Who meets: the sides of those named in a stretch of words, and whether a subject and an object belong to different ones."""

from __future__ import annotations

from collections.abc import Iterable

from generator.extract.layers import Chain, Layers


def parties_are_here(layers: Layers) -> bool:
    """Whether the article speaks of two parties that the dossier names; else whoever is named may be one."""
    return len({chain.side for chain in layers.chains if chain.side in layers.parties}) > 1


def sides_in(layers: Layers, start: int, end: int) -> set[str]:
    """The parties of the negotiation that the persons, bodies and states named in `[start, end)` speak for."""
    if not parties_are_here(layers):
        return _anybody_in(layers, start, end)
    found = {
        side for at in range(start, end) if layers.tokens.lower[at] in {"i", "we"} and (side := _speaking(layers, at))
    }
    for index in _mentions_in(layers, start, end):
        mention = layers.mentions[index]
        if mention.kind == "place" and mention.place_only:
            continue
        chain = layers.chains[mention.chain] if mention.chain is not None else None
        found |= {side for side in mention.countries if side in layers.parties}
        if chain is not None:
            found |= _sides_of(layers, chain)
        elif mention.country in layers.parties:
            found.add(mention.country)
    return found


def _anybody_in(layers: Layers, start: int, end: int) -> set[str]:
    """Where nobody knows the parties: the states and organisations named, and those that persons and bodies belong to."""
    found: set[str] = set()
    for index in _mentions_in(layers, start, end):
        mention = layers.mentions[index]
        chain = layers.chains[mention.chain] if mention.chain is not None else None
        if chain is None or chain.kind == "media" or (mention.kind == "place" and mention.place_only):
            continue
        owners = {country for each in chain.mentions if (country := layers.mentions[each].country)}
        found |= set(mention.countries)
        found |= {chain.side} if chain.side else owners or {chain.name}
    return found


def _speaking(layers: Layers, token: int) -> str | None:
    """“I had a conversation with her”: the side of the one whose words these are."""
    for attribution in layers.attributions:
        if attribution.speakers and any(first <= token < last for first, last in attribution.content):
            side = layers.chains[attribution.speakers[0]].side
            return side if side in layers.parties else None
    return None


def _mentions_in(layers: Layers, start: int, end: int) -> list[int]:
    return list(dict.fromkeys(index for at in range(start, end) if (index := layers.mention_of[at]) >= 0))


def _sides_of(layers: Layers, chain: Chain) -> set[str]:
    owners = _owners(layers, chain) if chain.side is None else set()
    sides = {chain.side, *owners, *(layers.chains[member].side for member in chain.members)}
    return {side for side in sides if side is not None and side in layers.parties}


def _owners(layers: Layers, chain: Chain) -> set[str]:
    """The countries and bodies that a person's titles name, as the parties that they are where the article names those more fully."""
    named = {country for each in chain.mentions if (country := layers.mentions[each].country)}
    fuller = {
        each.side: {layers.mentions[index].name for index in each.mentions}
        for each in layers.chains
        if each.side in layers.parties and each.kind != "person"
    }
    return {next((side for side, names in fuller.items() if side and owner in names), owner) for owner in named}


def meet_across(layers: Layers, subjects: Iterable[int], other: tuple[int, int]) -> bool:
    """Whether the subjects and those named in another stretch belong to different parties, as far as is known."""
    ours, theirs = (list(subjects), other)
    one = {side for phrase in ours for side in sides_in(layers, *layers.syntax.extent(phrase))}
    two = sides_in(layers, *theirs)
    if len(one | two) > 1:
        return bool(two - one or (len(one) > 1 and two))
    spans = [layers.syntax.extent(phrase) for phrase in ours]
    return (bool(one) and _is_nobodys(layers, [theirs])) or (bool(two) and _is_nobodys(layers, spans))


def meet_each_other(layers: Layers, subjects: Iterable[int]) -> bool:
    """Whether those of one list belong to different parties, as far as is known ("Quill and Marsh plan to meet")."""
    spans = [layers.syntax.extent(phrase) for phrase in subjects]
    known = [sides_in(layers, *span) for span in spans]
    if len(set().union(*known)) > 1:
        return True
    return (
        len(spans) == 2
        and any(known)
        and any(_is_nobodys(layers, [span]) for span, sides in zip(spans, known, strict=True) if not sides)
    )


def _is_nobodys(layers: Layers, spans: list[tuple[int, int]]) -> bool:
    """Whether the only actor named is a person whom the article gives to no country or body: he may well be of the other party."""
    chains = {layers.mentions[index].chain for span in spans for index in _mentions_in(layers, *span)}
    if len(chains) != 1 or None in chains:
        return False
    chain = layers.chains[next(each for each in chains if each is not None)]
    named = any(layers.mentions[each].form == "name" for each in chain.mentions)
    return chain.kind == "person" and named and chain.side is None and not _owners(layers, chain)
