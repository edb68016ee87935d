"""Rounds: to which meeting of the article a statement, position, event or figure belongs."""

from __future__ import annotations

from bisect import bisect_right

from generator.extract.layers import Layers, MeetingFound
from generator.lexicon import load_lexicon
from generator.model.article import Article
from generator.model.facts import FactBase, Position, Statement

REACH = 6
"""How many words may stand between the link and the meeting ("after the second and shorter round")."""


def round_of(layers: Layers, fact: FactBase) -> int | None:
    """The number of the meeting that a fact belongs to, where the article tells; else None.

    In this order: the fact's sentence names a meeting by its number, or speaks of "the meeting" where there is one to speak
    of; the fact bears a meeting's date; a statement or position stands in the paragraph of a single meeting. Events and
    figures belong to a meeting only where their sentence says so.

    Args:
        layers: of the article, with its meetings.
        fact: with evidence in characters of the file.
    """
    numbered = [meeting for meeting in layers.meetings if meeting.number is not None]
    if not numbered or not fact.evidence:
        return None
    token = _token_at(layers, fact.evidence[0].start)
    told = _told(layers, token, numbered)
    if told is not None or not isinstance(fact, Statement | Position):
        return told
    if fact.date is not None:
        same_day = {meeting.number for meeting in numbered if meeting.date == fact.date}
        return same_day.pop() if len(same_day) == 1 else None
    return _of_paragraph(layers, token, numbered)


def _told(layers: Layers, token: int, numbered: list[MeetingFound]) -> int | None:
    """The meeting that the sentence itself speaks of: "before the second round", "after the meeting"."""
    sentence = layers.sentences[layers.sentence_of[token]]
    lower, numbers = layers.tokens.lower, {meeting.number for meeting in numbered}
    words = load_lexicon("round_words")
    links, meetings, ordinals = set(words["links"]), set(words["meetings"]), load_lexicon("time_words")["ordinals"]
    for i in range(sentence.start, sentence.end):
        if lower[i] not in meetings:
            continue
        before = lower[max(sentence.start, i - REACH) : i]
        if not links & set(before):
            continue
        named: int | None = next((ordinals[word] for word in reversed(before) if word in ordinals), None)
        if named is not None:
            return named if named in numbers else None
        if "the" in before[-2:]:
            return _nearest(layers, i, numbered)
    return None


def _nearest(layers: Layers, token: int, numbered: list[MeetingFound]) -> int | None:
    """The numbered meeting that the article spoke of last before the token, else the only one it speaks of."""
    spoken = [(span[0], meeting.number) for meeting in numbered for span in meeting.evidence if span[0] <= token]
    if spoken:
        return max(spoken, key=lambda pair: pair[0])[1]
    numbers = {meeting.number for meeting in numbered}
    return numbers.pop() if len(numbers) == 1 else None


def _of_paragraph(layers: Layers, token: int, numbered: list[MeetingFound]) -> int | None:
    paragraph = layers.sentences[layers.sentence_of[token]].paragraph
    here = {
        meeting.number
        for meeting in numbered
        for span in meeting.evidence
        if layers.sentences[layers.sentence_of[span[0]]].paragraph == paragraph
    }
    return here.pop() if len(here) == 1 else None


def _token_at(layers: Layers, file_offset: int) -> int:
    """The token that holds a character of the file."""
    at = bisect_right(layers.tokens.start, _clean_offset(layers.article, file_offset)) - 1
    return max(at, 0)


def _clean_offset(article: Article, file_offset: int) -> int:
    """The way back from a character of the file to the clean text."""
    for piece in article.pieces:
        if piece.file_start <= file_offset < piece.file_start + piece.file_length:
            inside = file_offset - piece.file_start if piece.length == piece.file_length else 0
            return piece.start + inside
    return 0
