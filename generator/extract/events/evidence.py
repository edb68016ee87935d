"""Evidence: the words an event rests on: the clause of its verb with its object, or the noun phrase with what qualifies it."""

from __future__ import annotations

from generator.extract.rows import Match, View

_OPENING = frozenset(["that", "and", "but", "or", ","])
_SHORT = 6
"""Words up to which a clause needs its circumstance to be understood ("walked away after it warned of losses")."""
_LONG = 12
"""Words by which an object may run over the end of its clause."""


def clause_of(view: View, match: Match, agents: tuple[int, ...], patients: tuple[int, ...]) -> tuple[int, int]:
    """The span of words that carry the event, as short as they can be."""
    told_by = match.slots.get("told-by", ())
    verb = match.verb if match.phrase is None else (told_by[0].verb if told_by else None)
    if verb is None:
        return _of_noun(view, match.phrase or 0)
    group = view.layers.verb_groups[verb]
    start, end = view.syntax.clause(verb)
    if not group.finite:
        start, end = _of_nonfinite(view, verb, agents, (start, end))
    start = _with_antecedent(view, verb, start)
    start = _with_adverbs(view, start) if start == group.start else start
    while start < group.start and view.lower[start] in _OPENING:
        start += 1
    end = _with_relative(view, patients, end)
    for phrase in (*patients, *(each for _, each in view.syntax.obliques(verb)), *agents):
        last = _whole(view, phrase)
        if end < last <= end + _LONG:
            end = last
    if match.phrase is not None:
        noun = view.layers.noun_phrases[match.phrase]
        start, end = min(start, noun.start), max(end, noun.end)
    end = max(end, group.end, match.token + 1)
    if end - start < _SHORT:
        end = _with_circumstance(view, verb, end)
    taken_up = next(
        (at for at in range(group.end, end - 3) if view.lower[at : at + 4] == [",", "as", "well", "as"]), None
    )
    return start, taken_up if taken_up is not None else end


def _with_circumstance(view: View, verb: int, end: int) -> int:
    """A short clause with the adverbial clause right behind it."""
    for below in range(verb + 1, min(verb + 3, len(view.layers.verb_groups))):
        start, stop = view.syntax.clause(below)
        if view.syntax.governor(below) == (verb, "advcl") and 0 <= start - end <= 1:
            return stop
    return end


def _whole(view: View, phrase: int) -> int:
    """The end of a noun phrase with what hangs on it, the members of a list there included ("supplies of doors, roofs and hoods")."""
    end = view.syntax.extent(phrase)[1]
    below: list[int] = [each for _, each in view.syntax.modifiers(phrase)] or [phrase]
    members = view.syntax.conjuncts(below[-1])
    last = view.syntax.extent(members[-1])[1]
    return last if end < last <= end + _LONG else end


def _with_adverbs(view: View, start: int) -> int:
    """“**But then later** walked away”: the adverbs before a verb that shares its subject."""
    tags, first = view.layers.tokens.tag, view.layers.sentences[view.layers.sentence_of[start]].start
    while start > first and tags[start - 1] in {"RB", "CC"}:
        start -= 1
    return start


def _with_relative(view: View, patients: tuple[int, ...], end: int) -> int:
    """“Dissolved a group **which had studied the deal**”: the clause that says which."""
    for phrase in patients:
        for verb in view.verbs_under.get(phrase, ()):
            if 0 <= view.layers.verb_groups[verb].start - view.syntax.extent(phrase)[1] <= 2:
                end = max(end, view.syntax.clause(verb)[1])
    return end


def _with_antecedent(view: View, verb: int, start: int) -> int:
    """“**The visitors**, who flew from Doha”: a relative clause is told of the noun before it."""
    noun = view.syntax.noun_above(verb)
    if noun is None:
        return start
    first = view.layers.noun_phrases[noun].start
    return first if 0 < start - first < _LONG else start


def _of_nonfinite(view: View, verb: int, agents: tuple[int, ...], span: tuple[int, int]) -> tuple[int, int]:
    """An infinitive takes in the verb it hangs on ("continue to advance"), a participle its doer or its noun beside it."""
    start, end = span
    layers, group = view.layers, view.layers.verb_groups[verb]
    above = view.syntax.governor(verb)
    if above is not None and above[1] == "xcomp":
        upper = layers.verb_groups[above[0]]
        if 0 <= group.start - upper.end <= 2:
            return view.syntax.clause(above[0])[0], max(end, view.syntax.clause(above[0])[1])
    beside = [*agents, *view.syntax.objects(verb)]
    for phrase in beside:
        first = layers.noun_phrases[phrase].start
        if 0 < group.start - first < 8 and layers.sentence_of[first] == layers.sentence_of[group.start]:
            start = min(start, first)
    return start, end


def _of_noun(view: View, phrase: int) -> tuple[int, int]:
    """The noun with the phrases right behind it, their conjuncts, and its time."""
    start, end = view.syntax.extent(phrase)
    for _, below in (*view.syntax.modifiers(phrase), *view.behind(phrase)):
        for each in view.syntax.conjuncts(below):
            if view.layers.noun_phrases[each].start <= end + 2:
                end = max(end, view.syntax.extent(each)[1])
    timexes = view.layers.timexes_from(end, end + 3)
    if view.syntax.case(phrase) in {"after", "following"} and view.lower[start - 1] == view.syntax.case(phrase):
        start -= 1
    return start, timexes[0].end if timexes and timexes[0].start <= end + 1 else end
