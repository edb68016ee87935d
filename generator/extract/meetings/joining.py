"""Joining: which talk mentions speak of the same meeting. Number, time, place and state decide, then what was last spoken of."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from generator.extract.layers import Layers, Timex
from generator.extract.meetings.fitting import fits, is_another, same_place
from generator.extract.meetings.lexicon import words
from generator.extract.meetings.round import Round
from generator.extract.meetings.settling import OFF
from generator.extract.meetings.talk import Talk
from generator.extract.meetings.times import all_times, is_of_old, listed_days, same_time
from generator.extract.timexes.calendars import as_day


def join_talks(layers: Layers, talks: list[Talk]) -> list[Round]:
    """The meetings of an article, each with its mentions, in the order in which they first appear."""
    rounds: list[Round] = []
    current: Round | None = None
    _share_numbers(talks)
    for talk in talks:
        if _tells_beginning(layers, talk):
            continue
        target = _round_for(layers, talk, rounds, current)
        if target is None:
            continue
        if target not in rounds:
            rounds.append(target)
        _add(target, talk)
        rounds += [Round(talks=[talk], states=list(target.states), timex=day) for day in listed_days(layers, talk.time)]
        if talk.kind == "next" and current is not None and current is not target:
            current.announces_next = True
        elif talk.kind != "previous":
            current = target
    return _without_shadows(layers, rounds)


def _share_numbers(talks: list[Talk]) -> None:
    """“The talks resumed for a second round”: two mentions with one verb are one meeting, so the number holds for both."""
    for first, second in pairwise(talks):
        if set(first.verbs) & set(second.verbs) and (first.number is None) != (second.number is None):
            first.number = second.number = first.number or second.number
            first.kind = second.kind = "numbered"


def _add(target: Round, talk: Talk) -> None:
    """Add a mention to its meeting; of two days the first counts, of a day and a month the day; a new day takes the place of the old."""
    target.talks.append(talk)
    target.states += talk.states
    if talk.time is None or {"refused", "cancelled"} & set(talk.states):
        return  # "called off a third round on Monday": which of the two was on Monday is not told
    if talk.slipped is not None or ("postponed" in talk.states and target.timex is not None):
        target.slipped, target.timex = talk.slipped or target.timex, talk.time
        return
    day, known = _first_day(talk.time), _first_day(target.timex)
    if target.timex is None or (day is not None and (known is None or day < known) and target.slipped is None):
        target.timex = talk.time


def _first_day(timex: Timex | None) -> date | None:
    """The day, or the first of the days that a time names; None for weeks, months and years."""
    if timex is None or timex.value is None or timex.form == "period":
        return None
    return as_day(timex.value.partition("/")[0])


def _round_for(layers: Layers, talk: Talk, rounds: list[Round], current: Round | None) -> Round | None:
    """The meeting a mention speaks of, a new one where it is none of the known; None where it says nothing of any."""
    if talk.number is not None:
        return _numbered(layers, talk, rounds, current)
    if talk.kind == "next":
        return _next(layers, talk, rounds, current)
    if talk.kind == "previous":
        return _previous(layers, talk, rounds, current)
    fitting = [known for known in rounds if fits(layers, talk, known)]
    if talk.time is not None:
        times = all_times(layers, talk.time)
        same = [
            known
            for known in fitting
            if known.timex is not None and any(same_time(layers, known.timex, each) for each in times)
        ]
        if same:
            return same[-1]
    if talk.place is not None:
        same = [known for known in fitting if same_place(layers, talk, known)]
        if same:
            return same[-1]
    if current is not None and current in fitting and not is_another(talk, current):
        return current
    if not talk.states and (
        current is not None or not (talk.time or talk.place or talk.kind == "met" or _opens(layers, talk))
    ):
        return current if current is None or current in fitting else None
    others = [known for known in fitting if not is_another(talk, known)]
    return others[-1] if others and talk.time is None else Round()


def _tells_beginning(layers: Layers, talk: Talk) -> bool:
    """“The talks, which began in April”: since when they go on, no meeting of that time."""
    begun = any(layers.verb_groups[verb].lemma in words("begin") | words("go_on") for verb in talk.verbs)
    known = (
        talk.number is None and not talk.session and talk.kind == "plain" and layers.tokens.lower[talk.start] == "the"
    )
    return begun and known and talk.time is not None and is_of_old(layers, talk.time)


def _opens(layers: Layers, talk: Talk) -> bool:
    """“The talks” may be spoken of out of the blue, "the meeting" or "the discussions" may not."""
    return layers.tokens.lower[talk.end - 1] not in words("sessions") | words("discussions") or talk.opening


def _numbered(layers: Layers, talk: Talk, rounds: list[Round], current: Round | None) -> Round:
    known = next((found for found in rounds if found.number == talk.number), None)
    if known is not None:
        return known
    day = talk.time.value if talk.time is not None else None
    dated = next((found for found in rounds if found.number is None and day is not None and found.day == day), None)
    if (
        dated is None
        and current is not None
        and len(rounds) == 1
        and _is_headline(layers, current)
        and fits(layers, talk, current)
    ):
        dated = current
    if dated is None and current is not None and talk.copular:
        if current.number is not None:
            return current  # "this was the first round of real negotiations", of a round that has its number
        dated = current
    if dated is None and current is not None and current.number is None and day is None and len(rounds) == 1:
        over = "ended" in current.states and not {"ended", "under way"} & set(talk.states)
        dated = current if current.day is None and not over else None
        if over and talk.number == 2:
            current.number = 1  # talks have ended and a second round is spoken of: they were the first
    target = dated or Round()
    target.number = talk.number
    return target


def _is_headline(layers: Layers, known: Round) -> bool:
    """Whether only the headline has told of a meeting: the text tells of it again, with its number and day."""
    sentences = (layers.sentences[layers.sentence_of[talk.start]] for talk in known.talks)
    return all(layers.paragraphs[sentence.paragraph].headline for sentence in sentences)


def _previous(layers: Layers, talk: Talk, rounds: list[Round], current: Round | None) -> Round | None:
    """The meeting before the current one: known by its number or time, else a new one if the article tells its time or that it was held."""
    number = current.number - 1 if current is not None and current.number is not None and current.number > 1 else None
    for known in rounds:
        timed = talk.time is not None and known.timex is not None and same_time(layers, known.timex, talk.time)
        if (number is not None and known.number == number) or timed:
            return known
    if "ended" not in talk.states:
        return None
    if current is None or (current.timex is None and not current.ahead and set(current.states) <= {"ended"}):
        return current or Round(number=number)
    return Round(number=number)


def _next(layers: Layers, talk: Talk, rounds: list[Round], current: Round | None) -> Round | None:
    """The meeting that is announced: the one after the current, or one that is already known by its time."""
    if not talk.links and talk.time is None:
        return None
    number = current.number + 1 if current is not None and current.number is not None else None
    for known in rounds:
        timed = talk.time is not None and known.timex is not None and same_time(layers, known.timex, talk.time)
        if timed or (number is not None and known.number == number):
            return known
        if (
            number is None
            and known.number is None
            and known is not current
            and known.ahead
            and fits(layers, talk, known)
        ):
            return known
    untold = (
        current is not None
        and not current.states
        and current.timex is None
        and all(each.place is None for each in current.talks)
    )
    if (
        current is not None
        and (current.ahead or untold)
        and fits(layers, talk, current)
        and not OFF & set(current.states)
    ):
        return current
    told = bool(talk.states) or talk.time is not None
    return Round(number=number) if told else None


def _is_set(known: Round) -> bool:
    """A meeting that is told with its time or place, or as one of its own, and with what became of it."""
    told = known.timex is not None or any(talk.place or talk.opening or talk.kind == "previous" for talk in known.talks)
    return told and bool(known.states)


def _is_vague(known: Round) -> bool:
    """Refused, denied or possible meetings count only where number, time or place tell which."""
    vague = known.ahead and bool({"refused", "denied", "possible"} & set(known.states))
    return vague and known.number is None and known.timex is None and not any(talk.place for talk in known.talks)


def _is_told(layers: Layers, known: Round) -> bool:
    """Whether several mentions, one at least with a verb that tells what is so, speak of talks that have no state of their own."""
    groups = [layers.verb_groups[verb] for talk in known.talks for verb in talk.verbs]
    return len(known.talks) > 1 and any(group.modal is None and not group.negated for group in groups)


def _without_shadows(layers: Layers, rounds: list[Round]) -> list[Round]:
    """Where meetings are told by number, day or place, the talks as such are no meeting beside them, unless by their state."""
    rounds = [known for known in rounds if not _is_vague(known)]
    firm = [known for known in rounds if known.number is not None or known.day is not None or _is_set(known)]
    kinds = {known.ahead for known in firm}
    loose = [known for known in rounds if known not in firm and known.states and known.ahead not in kinds]
    if firm or loose:
        kept = firm + [known for known in loose if known is next(each for each in loose if each.ahead == known.ahead)]
        return [known for known in rounds if known in kept]
    return [known for known in rounds if _is_told(layers, known)][:1]
