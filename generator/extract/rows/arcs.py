"""Arcs by name: what stands at "object", "obl:on" or "nmod:of" of a trigger, read from the grammar alone."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.rows.view import Filler, View


def at_verb(view: View, verb: int, arc: str) -> Iterator[Filler]:
    """What stands at an arc of a verb."""
    syntax = view.syntax
    name, _, cases = arc.partition(":")
    if name == "agent":
        yield from map(view.of_phrase, syntax.agents(verb))
    elif name == "subject":
        yield from map(view.of_phrase, syntax.subjects(verb))
    elif name == "object":
        yield from map(view.of_phrase, syntax.objects(verb))
    elif name == "obl":
        yield from (view.of_phrase(phrase) for _, phrase in syntax.obliques(verb, *cases.split("|")))
    elif name in {"xcomp", "ccomp"}:
        below = syntax.complement(verb)
        relation = syntax.governor(below) if below is not None else None
        if below is not None and relation is not None and relation[1] == name:
            yield view.of_verb(below)
    elif name == "governor":
        above = syntax.governor(verb)
        if above is not None:
            yield view.of_verb(above[0])


def at_noun(view: View, phrase: int, arc: str) -> Iterator[Filler]:
    """What stands at an arc of a noun."""
    syntax, layers = view.syntax, view.layers
    name, _, cases = arc.partition(":")
    if name == "nmod":
        for _, below in syntax.modifiers(phrase, *cases.split("|")):
            yield from map(view.of_phrase, syntax.conjuncts(below))
    elif name == "poss":
        owner = syntax.possessor(phrase)
        if owner is not None:
            yield Filler(owner[1] - 1)
    elif name == "inside":
        noun = layers.noun_phrases[phrase]
        yield from (Filler(at) for at in range(noun.start, noun.head))
    elif name in {"subject-of", "object-of"}:
        relation = name.removesuffix("-of")
        yield from (view.of_verb(verb) for verb, how in view.verbs_over.get(phrase, ()) if how == relation)
    elif name == "obl-of":
        wanted = set(cases.split("|"))
        yield from (view.of_verb(verb) for verb, how in view.verbs_over.get(phrase, ()) if how in wanted)
    elif name == "governor":
        yield from (view.of_verb(verb) for verb, _ in view.verbs_over.get(phrase, ()))
