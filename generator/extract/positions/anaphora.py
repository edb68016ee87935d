"""What "this possibility", "it" or "something that" stands for: the topic of the words before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extract.layers import PositionFound
from generator.extract.positions import holders, lexicon
from generator.extract.positions.scene import Scene, Span, Stand
from generator.extract.positions.topics import TopicFinder

RAISING = frozenset({"raise", "float", "moot", "suggest", "table", "present", "submit", "propose"})
POINTERS = frozenset({"this", "that", "these", "those", "the", "such", "both", "it"})


def raised_stands(scene: Scene) -> Iterator[Stand]:
    """As in "raised this possibility", "floated the idea": an offer of what the words before are about."""
    for group in scene.layers.verb_groups:
        if group.lemma not in RAISING or group.passive or group.negated:
            continue
        phrase = scene.phrase_at(group.end)
        number = holders.subject_of(scene, group)
        if (
            phrase is None
            or number is None
            or not points_back(scene, group.end)
            or scene.word(phrase.end) in {"of", "that", "to"}
        ):
            continue
        subject = scene.layers.noun_phrases[number]
        yield Stand(
            stance="offers",
            trigger=(group.start, group.end),
            content=(group.end, phrase.end),
            shape="anaphor",
            rule="position/raised v1",
            start=group.start,
            holders=list(holders.chains_of_phrase(scene, number, group.start)),
            source=(subject.start, subject.end),
            known=True,
            why=f"“{scene.layers.words(group.start, phrase.end)}”: offers what the words before are about",
        )


def points_back(scene: Scene, start: int) -> bool:
    """True for an object that says nothing itself: "it", "this proposal", "the idea"."""
    if scene.word(scene.skip_marks(start)) in {"it", "them", "this", "that", "both"} and scene.phrase_at(start) is None:
        return True
    phrase = scene.phrase_at(start)
    if phrase is None:
        return False
    pointer = scene.lower[phrase.start] in POINTERS
    return pointer and scene.lemma[phrase.head] in lexicon.words("anaphors") and phrase.end - phrase.start <= 3


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What an anaphor stands for: its topic, and its words where a position before has them."""

    topic: str
    words: Span | None = None


def antecedent(scene: Scene, finder: TopicFinder, stand: Stand, before: Sequence[PositionFound]) -> Antecedent | None:
    """What an anaphor stands for: the clause before in its sentence, else the position or sentence before it."""
    first, _ = scene.sentence(stand.start)
    if stand.start - first > 2:
        clause = finder.known(max(first, _clause_start(scene, first, stand.start)), stand.start)
        if clause is not None:
            told = next((p for p in before if p.topic == clause.id and p.evidence[0] >= first), None)
            return Antecedent(clause.id, told.content[0] if told else None)
    near = [p for p in before if p.evidence[1] <= stand.start + 1]
    number = scene.layers.sentence_of[stand.start]
    if near and number - scene.layers.sentence_of[near[-1].evidence[1] - 1] <= 1:
        return Antecedent(near[-1].topic, near[-1].content[0])
    if number == 0:
        return None
    sentence = scene.layers.sentences[number - 1]
    topic = finder.known(sentence.start, sentence.end)
    return Antecedent(topic.id) if topic is not None else None


def _clause_start(scene: Scene, first: int, end: int) -> int:
    """Where the clause before `end` begins: behind the comma or "that" before it."""
    for i in range(end - 2, first, -1):
        if scene.lower[i] in {",", ";", "that"}:
            return i + 1
    return first
