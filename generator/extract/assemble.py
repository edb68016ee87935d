"""Assembly: the layers of one article become its facts file; here token positions turn into characters of the file."""

from __future__ import annotations

from collections.abc import Iterable

from generator.extract.actors import select_actors
from generator.extract.attributions.labels import PROPOSED
from generator.extract.layers import Attribution, EventFound, FigureFound, Layers, MeetingFound, PositionFound
from generator.extract.rounds import round_of
from generator.extract.trust import is_claimed
from generator.model.evidence import Evidence
from generator.model.facts import Actor, Event, Fact, FactsFile, Figure, Meeting, Position, Statement
from generator.model.identity import actor_mark, article_mark, fact_id


def assemble(layers: Layers) -> FactsFile:
    """The facts file of an analysed article: facts in the order of their words, each with its stable id."""
    actors, ids = select_actors(layers)
    for actor in actors:
        actor.mark = actor_mark(actor)
    facts: list[Fact] = []
    facts += [_meeting(layers, found, ids) for found in layers.meetings]
    facts += [fact for found in layers.attributions for fact in _statements(layers, found, ids)]
    facts += [_position(layers, found, ids) for found in layers.positions]
    facts += [_event(layers, found, ids) for found in layers.events]
    facts += [_figure(layers, found, ids) for found in layers.figures]
    record = layers.article.record.model_copy()
    record.mark = article_mark(record)
    for fact in facts:
        if not isinstance(fact, Meeting):
            fact.round = round_of(layers, fact)
        if not is_claimed(fact.by, layers.dossier.trust):
            fact.review = "proposed"
        fact.id = fact_id(record.id, fact)
    return FactsFile(article=record, actors=actors, facts=_in_order(facts, _ranks(layers, actors)))


def _ranks(layers: Layers, actors: list[Actor]) -> dict[str | None, int]:
    """Actor id -> the place of its side among the parties: what two sides hold jointly is told in the parties' order."""
    sides = {side: rank for rank, side in enumerate(layers.parties)}
    return {actor.id: sides.get(actor.side or "", len(sides)) for actor in actors}


def _in_order(facts: list[Fact], ranks: dict[str | None, int]) -> list[Fact]:
    """The facts by their place in the article, each once; several of one place by their holder's side."""
    unique: dict[str, Fact] = {}
    for fact in facts:
        unique.setdefault(fact.id, fact)

    def place(fact: Fact) -> tuple[int, int, str, int, str]:
        holder = fact.speaker if isinstance(fact, Statement) else getattr(fact, "actor", None)
        return fact.evidence[0].start, fact.evidence[0].end, fact.kind, ranks.get(holder, len(ranks)), fact.id

    return sorted(unique.values(), key=place)


def _span(layers: Layers, span: tuple[int, int]) -> Evidence:
    tokens = layers.tokens
    return layers.article.evidence(tokens.start[span[0]], tokens.end[span[1] - 1])


def _spans(layers: Layers, spans: Iterable[tuple[int, int]]) -> list[Evidence]:
    return [_span(layers, span) for span in spans]


def _meeting(layers: Layers, found: MeetingFound, ids: dict[int, str]) -> Meeting:
    heads = {side: ids[chain] for side, chain in found.heads.items() if chain in ids}
    return Meeting(
        round=found.number,
        status=found.status,
        date=found.date,
        date_text=found.date_text,
        place=found.place,
        heads=heads,
        duration=found.duration,
        outcomes=found.outcomes,
        by=found.rule,
        review="proposed" if found.doubt else None,
        why="; ".join(part for part in (found.why, found.doubt) if part) or None,
        evidence=_spans(layers, found.evidence),
    )


def _statements(layers: Layers, found: Attribution, ids: dict[int, str]) -> list[Statement]:
    """One statement for each speaker; what was not said, and acts and inner states, are no statements."""
    if not found.stated or found.negated or not found.content:
        return []
    frame = [span for span in (found.source, found.cue, *found.content) if span]
    sentences = sorted(
        {layers.sentence_of[span[0]] for span in frame} | {layers.sentence_of[span[1] - 1] for span in frame}
    )
    evidence = [(layers.sentences[i].start, layers.sentences[i].end) for i in sentences]
    speakers: list[str | None] = [ids[chain] for chain in found.speakers if chain in ids]
    return [
        Statement(
            speaker=speaker,
            speaker_text=found.speaker_text,
            direct=found.direct,
            via=ids.get(found.via) if found.via is not None else None,
            to=ids.get(found.to) if found.to is not None else None,
            date=found.date,
            source=_span(layers, found.source) if found.source else None,
            cue=_span(layers, found.cue) if found.cue else None,
            content=_spans(layers, found.content),
            by=found.rule,
            made_by={"date": found.date_by} if found.date_by else {},
            review="proposed" if found.rule in PROPOSED else None,
            why="; ".join(part for part in (found.why, found.date_why) if part) or None,
            evidence=_spans(layers, evidence),
        )
        for speaker in speakers or [None]
    ]


def _position(layers: Layers, found: PositionFound, ids: dict[int, str]) -> Position:
    return Position(
        actor=ids.get(found.holder) if found.holder is not None else None,
        stance=found.stance,
        topic=found.topic,
        condition=found.condition,
        via=ids.get(found.via) if found.via is not None else None,
        date=found.date,
        source=_span(layers, found.source) if found.source else None,
        cue=_span(layers, found.cue) if found.cue else None,
        content=_spans(layers, found.content),
        by=found.rule,
        made_by={"topic": found.topic_by} if found.topic_by else {},
        review="proposed" if found.doubt else None,
        why="; ".join(part for part in (found.why, found.doubt) if part) or None,
        evidence=[_span(layers, found.evidence)],
    )


def _event(layers: Layers, found: EventFound, ids: dict[int, str]) -> Event:
    return Event(
        type=found.type,
        actors=[ids[chain] for chain in found.actors if chain in ids],
        date=found.date,
        place=found.place,
        modality=found.modality,
        by=found.rule,
        why=found.why or None,
        evidence=[_span(layers, found.evidence)],
    )


def _figure(layers: Layers, found: FigureFound, ids: dict[int, str]) -> Figure:
    value = int(found.value) if float(found.value).is_integer() else found.value
    return Figure(
        value=value,
        qualifier=found.qualifier,
        of=found.of,
        speaker=ids.get(found.speaker) if found.speaker is not None else None,
        date=found.date,
        by=found.rule,
        why=found.why or None,
        evidence=[_span(layers, found.evidence)],
    )
