"""Locating: the characters at which proposed words stand, letter for letter; never fuzzy, never a guess between two places."""

from __future__ import annotations

from generator.grounding.view import ArticleView, Span
from generator.model.folding import fold, places_of

_TRIM = " \t\n\"'“”‘’«»"


class Refusal(Exception):  # noqa: N818  (it is an answer, not a failure)
    """Why the door does not let a proposal in, in words for the person who reads the list."""


def locate(view: ArticleView, words: str, sentence: int | None) -> Span:
    """The span of words in the clean text.

    Args:
        view: the article.
        words: characters copied from it; quotation marks around them do not count.
        sentence: number of the sentence they begin in (from 1), None where the reader did not say.

    Raises:
        Refusal: they do not stand in the article, or stand in several places of which none is the sentence.
    """
    if len(words) > 2 * len(view.article.text) + 100:
        raise Refusal("the words are longer than the article")
    wanted = fold(words).text.strip(_TRIM).rstrip(",")
    if not any(char.isalnum() for char in wanted):
        raise Refusal("there are no words")
    places = places_of(wanted, view.folded)
    if not places:
        raise Refusal("the words do not stand in the article")
    here = [place for place in places if sentence is not None and view.sentence_at(place[0]) == sentence - 1]
    if len(here) == 1 or len(places) == 1:
        return (here or places)[0]
    if here:
        return here[0]
    raise Refusal(f"the words stand in {len(places)} places and none is the sentence that was named")


def places_of_name(view: ArticleView, name: str) -> list[Span]:
    """All places of a name as whole words; empty where it does not stand in the article."""
    wanted = fold(name).text.strip(_TRIM)
    return places_of(wanted, view.folded) if any(char.isalnum() for char in wanted) else []


def locate_within(view: ArticleView, words: str, within: Span) -> Span | None:
    """The first place of words inside a span, None where they do not stand there."""
    wanted = fold(words).text.strip(_TRIM)
    if not any(char.isalnum() for char in wanted):
        return None
    return next((p for p in places_of(wanted, view.folded) if within[0] <= p[0] and p[1] <= within[1]), None)
