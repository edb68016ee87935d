"""Turns: paragraphs that open with who speaks them, as in transcripts ("Ada Moro: We …"), interviews ("Q: …") and pasted channels."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from generator.extract.layers import Layers, Paragraph, Turn
from generator.extract.text.stamps import read_stamps
from generator.extract.text.tokens import QUOTE_MARKS
from generator.lexicon import load_lexicon

_LONGEST_LABEL = 6
_SMALL = frozenset({"of", "for", "the", "and", "de", "al", "van", "von", "bin", "."})


def find_turns(layers: Layers) -> list[Turn]:
    """The turns of an article in the order of its text, none for an ordinary one.

    A message of a channel is known by its head alone. A label with a colon makes a turn where its words speak of the speaker in the first
    person, and where another turn of the same text does, for then the whole text is a transcript.
    """
    return _messages(layers) or _transcript(layers)


def _messages(layers: Layers) -> list[Turn]:
    found: list[tuple[Paragraph, re.Match[str] | None]] = []
    for paragraph in layers.paragraphs:
        text = layers.words(paragraph.start, paragraph.end)
        match = next((match for match in (form.match(text) for form in _forms("messages")) if match), None)
        if match is not None or any(form.match(text) for form in _forms("notices")):
            found.append((paragraph, match))
    heads = [match.group("date") for _, match in found if match is not None]
    published = layers.article.record.published.date
    days = iter(read_stamps(heads, int(published[:4]) if published else None))
    turns = []
    for place, (paragraph, match) in enumerate(found):
        if match is None:
            continue
        end = found[place + 1][0].start if place + 1 < len(found) else len(layers.tokens)
        start = layers.tokens.start[paragraph.start]
        head_end = bisect_left(layers.tokens.start, start + match.end())
        first, last = (
            bisect_left(layers.tokens.start, start + match.start("name") + more) for more in (0, len(match["name"]))
        )
        turns.append(Turn((first, last), (head_end, end), "message", next(days)))
    return [turn for turn in turns if turn.label[0] < turn.label[1] and turn.words[0] < turn.words[1]]


@cache
def _forms(part: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form) for form in load_lexicon("transcripts")[part])


def _transcript(layers: Layers) -> list[Turn]:
    """All labelled paragraphs where at least one is spoken in the first person; each turn goes on to the next label."""
    lists = load_lexicon("transcripts")
    heads = list(_labelled(layers))
    spoken = [place for place, (_, colon) in enumerate(heads) if _first_person(layers, colon)]
    if not spoken:
        return []
    if len(heads) == 1:
        return [_turn(layers, heads[0], _paragraph_end(layers, heads[0][1]), lists)]
    ends = [start for start, _ in heads[1:]] + [len(layers.tokens)]
    if 2 * len(spoken) < len(heads) and not _asks(layers, heads, lists) and not _recurs(layers, heads):
        return [_turn(layers, heads[place], _paragraph_end(layers, heads[place][1]), lists) for place in spoken]
    return [_turn(layers, head, end, lists) for head, end in zip(heads, ends, strict=True)]


def _labelled(layers: Layers) -> Iterator[tuple[int, int]]:
    """First token and colon of each paragraph that opens with a label: up to six words with capitals, and words of its own behind them."""
    tokens, lists = layers.tokens, load_lexicon("transcripts")
    for paragraph in layers.paragraphs:
        reach = range(paragraph.start + 1, min(paragraph.start + _LONGEST_LABEL + 1, paragraph.end - 2))
        colon = next((i for i in reach if tokens.text[i] == ":"), None)
        if colon is None or paragraph.headline or tokens.text[colon + 1] in QUOTE_MARKS:
            continue
        words = tokens.text[paragraph.start : colon]
        if tokens.lower[paragraph.start] in lists["no_labels"] or tokens.end[colon - 1] != tokens.start[colon]:
            continue
        if all(word[0].isupper() or word.lower() in _SMALL for word in words) and tokens.text[colon + 1][0].isupper():
            yield paragraph.start, colon


def _first_person(layers: Layers, colon: int) -> bool:
    """True where the first sentence behind a label is spoken in the first or to a second person."""
    words = set(load_lexicon("transcripts")["first_person"])
    sentence = layers.sentences[layers.sentence_of[colon]]
    following = range(colon + 1, max(sentence.end, min(colon + 12, _paragraph_end(layers, colon))))
    return any(layers.tokens.lower[i] in words and layers.quote_of[i] < 0 for i in following)


def _paragraph_end(layers: Layers, token: int) -> int:
    return layers.paragraphs[layers.sentences[layers.sentence_of[token]].paragraph].end


def _asks(layers: Layers, heads: list[tuple[int, int]], lists: dict[str, list[str]]) -> bool:
    """True where a label is that of who asks."""
    return any(layers.tokens.lower[start] in lists["asking"] for start, _ in heads)


def _recurs(layers: Layers, heads: list[tuple[int, int]]) -> bool:
    """True where somebody has a second turn."""
    return len({layers.words(*head) for head in heads}) < len(heads)


def _turn(layers: Layers, head: tuple[int, int], end: int, lists: dict[str, list[str]]) -> Turn:
    start, colon = head
    alone = layers.tokens.lower[start] if colon == start + 1 else ""
    asks = layers.tokens.lower[start] in lists["asking"]
    answers = alone in lists["answering"]
    return Turn((start, colon), (colon + 1, end), "answer" if answers else "question" if asks else "speech")
