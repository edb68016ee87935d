"""Component `grammar`: tags, lemmas, noun phrases, verb groups and subjects, all by hand-written rule.

The parts are in `syntax/`; `clauses.py` answers questions about the result.
"""

from __future__ import annotations

from spacy.tokens import Doc

from generator.extract.layers import Layers
from generator.extract.syntax.build import build_syntax
from generator.extract.syntax.noun_phrases import find_noun_phrases
from generator.extract.syntax.subjects import SubjectFinder
from generator.extract.syntax.tagging import tag_words
from generator.extract.syntax.verb_groups import find_verb_groups


def parse_grammar(layers: Layers, doc: Doc) -> None:
    """Fill tags, lemmas, `noun_phrases`, `verb_groups`, `np_of`, `vg_of`, and tell quotations from quoted terms."""
    tag_words(layers)
    find_noun_phrases(layers)
    find_verb_groups(layers)
    SubjectFinder(layers).find_all()
    layers.syntax = build_syntax(layers)
    _mark_quoted_clauses(layers)


def _mark_quoted_clauses(layers: Layers) -> None:
    """A quote that holds a finite verb is a quotation; the others are quoted terms."""
    vg_of, groups = layers.vg_of, layers.verb_groups
    for quote in layers.quotes:
        numbers = {vg_of[i] for i in range(quote.start, quote.end)}
        quote.clause = any(number >= 0 and groups[number].finite for number in numbers)
