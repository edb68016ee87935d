"""Component `meetings`: the meetings of the negotiation that an article speaks of, each with what it tells of it."""

from __future__ import annotations

from spacy.tokens import Doc

from generator.extract.layers import Layers, MeetingFound
from generator.extract.meetings.details import duration_of, heads_of, place_of, place_of_talk
from generator.extract.meetings.joining import join_talks
from generator.extract.meetings.links import Links
from generator.extract.meetings.named import named_talks
from generator.extract.meetings.outcomes import agreements_in, outcomes_of, shared_sentences
from generator.extract.meetings.round import Round
from generator.extract.meetings.settling import settle
from generator.extract.meetings.states import cannot_be, is_going_on, states_of
from generator.extract.meetings.talk import Talk
from generator.extract.meetings.times import put_off, time_of
from generator.extract.meetings.told import deals, told_talks
from generator.extract.negotiation import parties_speak, speaks_of_talks
from generator.extract.timexes import wording
from generator.model.facts import MeetingStatus

_RULE = "meeting/talk-mentions v2"


def find_meetings(layers: Layers, doc: Doc) -> None:
    """Fill `layers.meetings`: find what speaks of talks, join what speaks of the same meeting, read its details."""
    talks = _talks(layers)
    rounds = join_talks(layers, talks) if talks else []
    if not rounds:
        return
    agreements = agreements_in(layers, rounds)
    heads, shared = _heads_by_round(layers, rounds), shared_sentences(layers, rounds)
    doubt = "" if parties_speak(layers) or speaks_of_talks(layers) else "the article speaks of no negotiation"
    highest = max((known.number for known in rounds if known.number is not None and not known.ahead), default=0)
    for index, known in enumerate(rounds):
        layers.meetings.append(
            MeetingFound(
                number=known.number,
                status=_status(layers, known, highest),
                evidence=_evidence(known),
                rule=_RULE,
                date=known.day or known.month or _today(layers, known),
                date_text=wording(layers, known.timex) if known.timex is not None else None,
                place=place_of(layers, known),
                heads=heads.get(index, {}),
                duration=duration_of(layers, known),
                outcomes=outcomes_of(layers, known, agreements.get(index, []), shared),
                why=_why(layers, known),
                doubt=doubt,
            )
        )


def _talks(layers: Layers) -> list[Talk]:
    """All mentions of talks in the order of the text, each with its time, place and states."""
    links = Links(layers)
    named = named_talks(layers, links)
    told = told_talks(layers, covered={verb for talk in named for verb in talk.verbs})
    talks = _outermost(sorted([*named, *told, *deals(layers)], key=lambda talk: talk.start))
    for talk in talks:
        talk.time = time_of(layers, talk)
        new, old = put_off(layers, talk)
        if new is not None:
            talk.time, talk.slipped, talk.moved = new, old or talk.time, True
        talk.place = place_of_talk(layers, talk)
        talk.states = states_of(layers, talk)
    told = [talk for talk in talks if talk.kind != "met" or talk.states or talk.number is not None]
    return [talk for talk in told if talk.number is not None or not cannot_be(layers, talk)]


def _outermost(talks: list[Talk]) -> list[Talk]:
    """“A third round **of talks**” is one mention."""
    kept: list[Talk] = []
    for talk in talks:
        if not kept or talk.start >= kept[-1].end or kept[-1].kind == "met":
            kept.append(talk)
    return kept


def _status(layers: Layers, known: Round, highest: int) -> MeetingStatus | None:
    followed = known.number is not None and known.number < highest
    states = known.states
    if known.timex is not None and any(talk.moved for talk in known.talks):
        states = ["planned" if state == "postponed" else state for state in states]
    return settle(states, known.day, layers.article.record.published.date, followed=followed)


def _today(layers: Layers, known: Round) -> str | None:
    """A numbered round that “is under way” has the day of the article."""
    going_on = any(
        is_going_on(layers, layers.verb_groups[verb])
        for talk in known.talks
        if talk.number is not None
        for verb in talk.verbs
    )
    return layers.article.record.published.date if known.timex is None and going_on else None


def _evidence(known: Round) -> list[tuple[int, int]]:
    """The clauses of the mentions that number, date or place the meeting or tell its state; the first mention at least."""
    telling = [talk.clause for talk in known.talks if talk.verbs or talk.states or talk.number is not None]
    spans = list(dict.fromkeys(telling or [known.talks[0].clause]))
    held, reached = set(), -1
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if span[1] <= reached:
            held.add(span)
        reached = max(reached, span[1])
    return [span for span in spans if span not in held]


def _why(layers: Layers, known: Round) -> str:
    parts = [f"{len(known.talks)} places speak of it"] if len(known.talks) > 1 else []
    if known.number is not None and all(talk.number is None for talk in known.talks):
        parts.append(f"announced after round {known.number - 1}")
    if known.slipped is not None:
        day = f" ({known.slipped.value})" if known.slipped.value else ""
        parts.append(f"put off from {layers.words(known.slipped.start, known.slipped.end)}{day}")
    if known.timex is not None and known.timex.why:
        parts.append(known.timex.why)
    return "; ".join(parts)


def _heads_by_round(layers: Layers, rounds: list[Round]) -> dict[int, dict[str, int]]:
    """Index of a meeting -> its heads: those told in a sentence of a mention go there, others to the main meeting."""
    by_round: dict[int, dict[str, int]] = {}
    for side, chain, token in heads_of(layers):
        sentence = layers.sentence_of[token]
        near = [
            index
            for index, known in enumerate(rounds)
            if any(layers.sentence_of[talk.start] == sentence for talk in known.talks)
        ]
        index = near[0] if near else _main(rounds)
        by_round.setdefault(index, {}).setdefault(side, chain)
    return by_round


def _main(rounds: list[Round]) -> int:
    """The meeting an article is about: the latest that is not merely to come, else the first."""
    held = [index for index, known in enumerate(rounds) if not known.ahead]
    return max(held, key=lambda index: (rounds[index].number or 0, rounds[index].day or "", -index), default=0)
