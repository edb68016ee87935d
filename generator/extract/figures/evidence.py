"""Evidence: the clause that carries a figure, as short as it can be."""

from __future__ import annotations

from generator.extract.figures.numerals import Numeral
from generator.extract.rows import View


def evidence_of(view: View, numeral: Numeral, qualifier: int) -> tuple[int, int]:
    """The shortest finite clause that holds the number, the sentence where none does.

    Args:
        view: the article.
        numeral: the number.
        qualifier: first token of the words that qualify it.
    """
    layers, start, end = view.layers, numeral.start, numeral.end
    sentence = layers.sentences[layers.sentence_of[start]]
    verbs = [verb for verb in dict.fromkeys(layers.vg_of[sentence.start : sentence.end]) if verb >= 0]
    clauses = [view.syntax.clause(verb) for verb in verbs if layers.verb_groups[verb].finite]
    around = [clause for clause in clauses if clause[0] <= start and clause[1] >= end]
    first, last = min(around, key=lambda clause: clause[1] - clause[0], default=(sentence.start, sentence.end))
    compared = next(
        (clause for clause in clauses if view.lower[last : last + 1] == ["than"] and clause[0] <= last + 2 < clause[1]),
        None,
    )
    return min(first, qualifier), max(last, end, compared[1] if compared else 0)
