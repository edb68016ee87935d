"""Places: the phrase of a clause that tells where ("in the Gomel region near the border between Ukraine and Belarus")."""

from __future__ import annotations

from functools import cache

from generator.extract.layers import Layers, NounPhrase
from generator.lexicon import load_lexicon


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load_lexicon("place_words")[group])


@cache
def _capitals() -> frozenset[str]:
    """Capitals of the world and seats of organisations: a place behind "in", whatever else they stand for."""
    states = load_lexicon("countries")["states"].values()
    bodies = load_lexicon("organisations")["organisations"].values()
    capitals = {name for entry in states for name in (entry or {}).get("capital", [])}
    return frozenset(capitals | {name for entry in bodies for name in (entry or {}).get("seats", [])})


@cache
def _capital_by_adjective() -> dict[str, str]:
    """“Austrian” -> Vienna."""
    states = [entry for entry in load_lexicon("countries")["states"].values() if (entry or {}).get("capital")]
    return {adjective: entry["capital"][0] for entry in states for adjective in entry.get("adj", [])}


def place_in(
    layers: Layers, start: int, end: int, prepositions: frozenset[str] | None = None, *, first: bool = False
) -> tuple[int, int] | None:
    """The phrase of place among the tokens `[start, end)`, without its preposition; None where there is none.

    Args:
        layers: noun phrases and mentions are read.
        start: first token looked at.
        end: the token behind the last.
        prepositions: those that may open the phrase; None for all of the word list.
        first: take the first phrase of place, else the longest.
    """
    opening = prepositions or _words("prepositions")
    best: tuple[int, int] | None = None
    lower = layers.tokens.lower
    at = start
    while at < end - 1:
        if lower[at] in opening and (span := place_at(layers, at + 1, end)) is not None:
            if best is None or span[1] - span[0] > best[1] - best[0]:
                best = span
            if first:
                break
            at = span[1]
        else:
            at += 1
    return best


def place_at(layers: Layers, at: int, limit: int) -> tuple[int, int] | None:
    """The place that the noun phrase at token `at` names, with what refines it ("Belarus, close to the border"), up to `limit`."""
    if at < limit and layers.tokens.lower[at] == "to" and layers.tokens.lower[at - 1] == "close":
        at += 1
    first = _place_phrase(layers, at)
    if first is None:
        return None
    start, end = first
    while end < limit - 1 and (step := _refinement(layers, end, limit)) is not None:
        end = step
    if layers.tokens.lower[start] in {"the", "a", "an"}:
        start += 1
    return (start, min(end, limit)) if start < min(end, limit) else None


def place_words(layers: Layers, span: tuple[int, int] | None) -> str | None:
    """A place as the article words it, a possessive ending cut off; “the Austrian capital” gets its name behind it."""
    if span is None:
        return None
    worded = " ".join(layers.words(*span).split()).removesuffix("’s").removesuffix("'s")
    words = worded.split()
    city = _capital_by_adjective().get(words[-2]) if len(words) > 1 and words[-1] == "capital" else None
    return f"{worded} ({city})" if city else worded


def is_town(layers: Layers, token: int) -> bool:
    """Whether a token is the name of a capital or the last word of what names a place."""
    index = layers.mention_of[token]
    named = index >= 0 and layers.mentions[index].kind == "place" and layers.mentions[index].end == token + 1
    return layers.tokens.text[token] in _capitals() or named


def _refinement(layers: Layers, end: int, limit: int) -> int | None:
    """The end of the next phrase that narrows a place down: ", close to the border", "in western Belarus"; None where there is none."""
    lower = layers.tokens.lower
    at = end + 1 if lower[end] == "," else end
    if at >= limit - 1 or lower[at] not in _words("inner") or (lower[end] == "," and lower[at] == "and"):
        return None
    if lower[at] == "and" and "between" not in lower[max(0, end - 4) : end]:
        return None
    nested = at + 2 if lower[at : at + 2] == ["close", "to"] else at + 1
    following = _place_phrase(layers, nested)
    return following[1] if following is not None and following[1] <= limit else None


def _without_time(layers: Layers, phrase: NounPhrase) -> NounPhrase:
    """“Havana next Tuesday” is one phrase to the grammar: the part before the time."""
    timex = layers.timex_at(phrase.head)
    inside = timex is not None and phrase.start < timex.start
    return NounPhrase(phrase.start, timex.start, timex.start - 1) if timex and inside else phrase


def _name_end(layers: Layers, phrase: NounPhrase) -> int:
    """“University of Mekelle”: a name goes on behind its noun."""
    index = layers.mention_of[phrase.head]
    return max(phrase.end, layers.mentions[index].end) if index >= 0 else phrase.end


def _place_phrase(layers: Layers, at: int) -> tuple[int, int] | None:
    """The noun phrase at `at` if it names a place: by its mention, by its noun, or by its capitals behind a preposition of place."""
    if at >= len(layers.tokens) or layers.np_of[at] < 0:
        return None
    phrase = _without_time(layers, layers.noun_phrases[layers.np_of[at]])
    tokens = layers.tokens
    head = tokens.lower[phrase.head]
    if head in _words("not_places") or head in _words("media"):
        return None
    if head in _words("nouns"):
        return max(at, phrase.start), _name_end(layers, phrase)
    mention = layers.mentions[layers.mention_of[phrase.head]] if layers.mention_of[phrase.head] >= 0 else None
    if mention is not None:
        seat = tokens.text[phrase.head] in _capitals() and tokens.lower[at - 1] in {"in", "near", "outside", "to"}
        named = mention.kind == "place" or seat or (mention.kind == "state" and mention.form in {"name", "seat"})
        return (max(at, phrase.start), phrase.end) if named else None
    if tokens.tag[phrase.head] not in {"NNP", "NNPS"} or layers.timex_at(phrase.head):
        return None
    return (
        (max(at, phrase.start), phrase.end)
        if tokens.lower[at - 1] in {"in", "near", "at", "outside", "around", "of"}
        else None
    )
