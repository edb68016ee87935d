"""Turns: what stands behind a speaker's label, in transcripts, interviews and channels, is that speaker's statement."""

from __future__ import annotations

from generator.extract.attributions.reading import Reading, Span
from generator.extract.attributions.speakers import speakers_of
from generator.extract.layers import Attribution, Turn

_FEWEST = 3
"""Turns that make a transcript, in which also speakers without a name of an actor speak."""
_NAMED = frozenset({"person", "place"})
"""Kinds of names that may be persons: "place" stands for a name that nothing explains."""
SPOKEN = frozenset({"attribution/message v1", "attribution/transcript v1", "attribution/answer v1"})
_RULES = {
    "message": "attribution/message v1",
    "speech": "attribution/transcript v1",
    "answer": "attribution/answer v1",
    "question": "attribution/question put v1",
}


def take_turns(reading: Reading) -> None:
    """Give every turn to its speaker before anything else is read; questions are covered and stay unstated.

    A turn whose label names no actor ("Union Demands: We list …") is somebody's only where the text has others of known speakers.
    """
    layers = reading.layers
    asked = _asked(reading)
    transcript = len(layers.turns) >= _FEWEST and any(_speakers(reading, turn) for turn in layers.turns)
    for turn in layers.turns:
        speakers = asked if turn.sort == "answer" else _speakers(reading, turn)
        question = turn.sort == "question"
        if not speakers and (turn.sort == "answer" or not transcript):
            continue
        content = list(_paragraphs(reading, turn))
        if not content:
            continue
        reading.cover(
            Attribution(
                source=None if question else turn.label,
                cue=None,
                content=content,
                rule=_RULES[turn.sort],
                speakers=[] if question else speakers,
                lemma=":",
                sentence=layers.sentence_of[turn.label[0]],
                date=turn.day,
                date_why="stands in the head of the message" if turn.day else "",
                date_by="date/message v1" if turn.day else "",
            )
        )


def _speakers(reading: Reading, turn: Turn) -> list[int]:
    """The actors that a label names; a name that nothing explains ("Next Steps") is none."""
    return [chain for chain in speakers_of(reading, turn.label) if reading.layers.chains[chain].kind != "place"]


def _paragraphs(reading: Reading, turn: Turn) -> list[Span]:
    """The words of a turn, paragraph by paragraph."""
    spans = ((max(p.start, turn.words[0]), min(p.end, turn.words[1])) for p in reading.layers.paragraphs)
    return [reading.trim(*span) for span in spans if span[0] < span[1]]


def _asked(reading: Reading) -> list[int]:
    """Who answers the questions of an interview: the one person that the text names before the first of them."""
    layers = reading.layers
    first = next((turn.label[0] for turn in layers.turns if turn.sort in {"question", "answer"}), 0)
    named = {
        mention.chain
        for mention in layers.mentions
        if mention.end <= first and mention.name_start is not None and not mention.place_only and mention.kind in _NAMED
    }
    chains = [chain for chain in named if chain is not None and layers.chains[chain].kind in _NAMED]
    return chains if len(chains) == 1 and layers.chains[chains[0]].kind == "person" else []
