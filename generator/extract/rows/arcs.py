"""Arcs by name: what stands at "object", "obl:on" or "nmod:of" of a trigger, read from the grammar alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.extract.rows.view import Filler, View


def at_verb(view: View, verb: int, arc: str, particle: str = "") -> list[Filler]:
    """What stands at an arc of a verb; behind its particle stands its object ("handed **over** a letter")."""
    name, _, cases = arc.partition(":")
    found = _AT_VERB[name](view, verb, cases) if name in _AT_VERB else ()
    behind = view.syntax.obliques(verb, particle) if particle and name == "object" else ()
    return [*found, *(view.of_phrase(phrase) for _, phrase in behind)]


def at_noun(view: View, phrase: int, arc: str) -> list[Filler]:
    """What stands at an arc of a noun."""
    name, _, cases = arc.partition(":")
    return list(_AT_NOUN[name](view, phrase, cases)) if name in _AT_NOUN else []


def _phrases(view: View, phrases: Iterable[int]) -> Iterable[Filler]:
    return map(view.of_phrase, phrases)


def _objects(view: View, verb: int, _: str) -> Iterable[Filler]:
    return _phrases(view, map(view.over_quote, view.syntax.objects(verb)))


def _obliques(view: View, verb: int, cases: str) -> Iterable[Filler]:
    """Phrases behind a preposition, and doings: "insisted on **linking** the two"."""
    wanted, groups = cases.split("|"), view.layers.verb_groups
    yield from _phrases(view, (phrase for _, phrase in view.syntax.obliques(verb, *wanted)))
    yield from (
        view.of_verb(each)
        for each in _below(view, verb)
        if groups[each].form == "VBG" and view.syntax.mark(each) in wanted
    )


def _below(view: View, verb: int) -> Iterable[int]:
    """The verbs right behind that stand under this one as adverbial clauses."""
    for each in range(verb + 1, min(verb + 3, len(view.layers.verb_groups))):
        above = view.syntax.governor(each)
        if above is not None and above[0] == verb and above[1] == "advcl" and not view.layers.verb_groups[each].finite:
            yield each


def _late_infinitives(view: View, verb: int) -> list[Filler]:
    """An infinitive that only an adverbial parts from its verb: "agreed on Monday **to sign**", "agreed in principle **to sign**"."""
    if view.syntax.objects(verb):
        return []
    groups = view.layers.verb_groups
    below = (each for each in _below(view, verb) if groups[each].form in {"VB", "VBP"} and not view.syntax.mark(each))
    return [view.of_verb(each) for each in below]


def _complement(relation: str) -> Callable[[View, int, str], Iterable[Filler]]:
    def found(view: View, verb: int, _: str) -> Iterable[Filler]:
        below = view.syntax.complement(verb)
        above = view.syntax.governor(below) if below is not None else None
        if below is None and relation == "xcomp":
            return _late_infinitives(view, verb)
        return [view.of_verb(below)] if below is not None and above is not None and above[1] == relation else []

    return found


def _governor(view: View, verb: int, _: str) -> Iterable[Filler]:
    above = view.syntax.governor(verb)
    return [view.of_verb(above[0])] if above is not None else []


def _modifiers(view: View, phrase: int, cases: str) -> Iterable[Filler]:
    """Phrases behind a preposition: those the grammar hangs on the noun, and those right behind it that it hangs on the verb."""
    wanted = cases.split("|")
    below: list[int] = [each for _, each in view.syntax.modifiers(phrase, *wanted)]
    below += [each for case, each in view.behind(phrase) if case in wanted and each not in below]
    yield from _phrases(view, (member for each in below for member in view.syntax.conjuncts(each)))
    at = view.layers.noun_phrases[phrase].end
    doing = view.layers.vg_of[at + 1] if at + 1 < len(view.lower) and view.lower[at] in wanted else -1
    if doing >= 0 and view.layers.verb_groups[doing].form == "VBG":
        yield view.of_verb(doing)  # "no interest in **talking**"


def _possessor(view: View, phrase: int, _: str) -> Iterable[Filler]:
    owner = view.syntax.possessor(phrase)
    return [Filler(owner[1] - 1)] if owner is not None else []


def _inside(view: View, phrase: int, _: str) -> Iterable[Filler]:
    noun = view.layers.noun_phrases[phrase]
    return map(Filler, range(noun.start, noun.head))


def _verbs_over(*relations: str) -> Callable[[View, int, str], Iterable[Filler]]:
    def found(view: View, phrase: int, cases: str) -> Iterable[Filler]:
        wanted = {*relations, *filter(None, cases.split("|"))}
        over = view.verbs_over.get(phrase, ())
        return (view.of_verb(verb) for verb, how in over if not wanted or how in wanted)

    return found


def _clauses_of_noun(view: View, phrase: int, _: str) -> Iterable[Filler]:
    """The infinitives and that-clauses that qualify a noun: "its call for a truce **to begin**", "the demand **that Peru leave**"."""
    for verb in view.clauses_under.get(phrase, ()):
        group, syntax = view.layers.verb_groups[verb], view.syntax
        relative = group.finite and phrase in (*syntax.objects(verb), *syntax.subjects(verb))
        if not relative and (group.finite or group.form in {"VB", "VBP"}):
            yield view.of_verb(verb)


_AT_VERB: dict[str, Callable[[View, int, str], Iterable[Filler]]] = {
    "agent": lambda view, verb, _: _phrases(view, view.syntax.agents(verb)),
    "subject": lambda view, verb, _: _phrases(view, view.syntax.subjects(verb)),
    "object": _objects,
    "obl": _obliques,
    "xcomp": _complement("xcomp"),
    "ccomp": _complement("ccomp"),
    "infinitive": lambda view, verb, _: map(view.of_verb, view.infinitives_under.get(verb, ())),
    "governor": _governor,
}
_AT_NOUN: dict[str, Callable[[View, int, str], Iterable[Filler]]] = {
    "acl": _clauses_of_noun,
    "nmod": _modifiers,
    "poss": _possessor,
    "inside": _inside,
    "subject-of": _verbs_over("subject"),
    "object-of": _verbs_over("object"),
    "obl-of": _verbs_over(),
    "governor": _verbs_over(),
}
