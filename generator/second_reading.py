"""A second reading of one article: the rules analyse it, and the answers of other readers pass the door beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields

from generator.extract.assemble import assemble
from generator.extract.language import analyse
from generator.grounding.answer import Answer, Refused, parse_answer
from generator.grounding.door import ground_answer
from generator.grounding.hands import join_hands
from generator.grounding.view import view_of
from generator.model.article import Article
from generator.model.dossier import Dossier
from generator.model.facts import FactsFile
from generator.readers.answers import Hand, KeptAnswer
from generator.readers.prompt import PIECE, Piece, prompts_for


@dataclass(slots=True)
class SecondReading:
    """What an article gives with all hands, and what was refused, hand by hand."""

    facts: FactsFile
    refused: dict[str, list[Refused]] = field(default_factory=dict)
    grounded: dict[str, int] = field(default_factory=dict)
    """Hand -> number of its facts that came through the door."""


def read_with_hands(article: Article, dossier: Dossier, hands: Sequence[Hand]) -> SecondReading:
    """The facts of an article from the rules and from all kept answers.

    The rules read English alone: in another language they give sentences and nothing else.
    """
    layers = analyse(article, dossier)
    facts = assemble(layers)
    if article.record.language != "en":
        facts = facts.model_copy(update={"facts": [], "actors": []})
    done = SecondReading(facts)
    for hand in hands:
        read = ground_answer(view_of(layers, done.facts), whole_answer(hand.answer), hand.by)
        done.refused[hand.by] = read.refused
        done.grounded[hand.by] = len(read.facts)
        done.facts = join_hands(done.facts, read, hand.by, trust=hand.trust)
    return done


def whole_answer(kept: KeptAnswer) -> Answer:
    """The rows of all pieces of an answer; what overlapping pieces both have is joined by the door, for it is the same fact."""
    whole = Answer()
    for piece in kept.pieces:
        part = parse_answer(piece.text)
        for name in (part_of.name for part_of in fields(Answer)):
            getattr(whole, name).extend(getattr(part, name))
    return whole


def prompts_of(article: Article, dossier: Dossier, limit: int = PIECE) -> list[Piece]:
    """The prompts that ask a reader about an article, with its sentences numbered as the door counts them."""
    layers = analyse(article, dossier)
    tokens = layers.tokens
    sentences = [article.text[tokens.start[s.start] : tokens.end[s.end - 1]] for s in layers.sentences]
    record = article.record
    return prompts_for(sentences, dossier, record.published.date, record.language, limit)
