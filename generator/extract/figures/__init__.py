"""Component `figures`: counts and quantities, with unit, qualifier and who gives them."""

from __future__ import annotations

from spacy.tokens import Doc

from generator.extract.figures.counted import counted_by
from generator.extract.figures.evidence import evidence_of
from generator.extract.figures.givers import giver_of
from generator.extract.figures.happening import describe
from generator.extract.figures.numerals import Numeral, find_numerals
from generator.extract.figures.qualifiers import qualifier_of
from generator.extract.figures.screen import is_figure
from generator.extract.layers import FigureFound, Layers
from generator.extract.rows import View
from generator.model.facts import Qualifier

_RULE = "figure/counted-noun v1"
_MONEY_RULE = "figure/sum-or-share v1"


def find_figures(layers: Layers, doc: Doc) -> None:
    """Fill `layers.figures`: numerals that count something, each with its giver (the speaker whose words hold it)."""
    numerals = find_numerals(layers.tokens)
    if not numerals:
        return
    in_timex = {i for timex in layers.timexes for i in range(timex.start, timex.end)}
    in_source = {i for attribution in layers.attributions if attribution.source for i in range(*attribution.source)}
    view = View(layers)
    for index, numeral in enumerate(numerals):
        if numeral.measure is None and (numeral.start in in_timex or numeral.end - 1 in in_timex):
            continue
        if numeral.start in in_source and numeral.value <= 10:
            continue  # "two officials said": counted only to be quoted
        counted = counted_by(layers, numerals, index)
        qualifier, first = qualifier_of(layers.tokens, numeral)
        if not is_figure(layers, numeral, counted, qualified=first != numeral.start):
            continue
        of = describe(view, numeral, counted)
        if of is not None:
            _add(view, numeral, of, qualifier, evidence_of(view, numeral, first))


def _add(view: View, numeral: Numeral, of: str, qualifier: Qualifier, span: tuple[int, int]) -> None:
    """Append one figure, or the two ends of a range."""
    layers, reporter = view.layers, view.speech_at[numeral.start]
    attribution = layers.attributions[reporter] if reporter >= 0 else None
    speaker, why = giver_of(layers, numeral.start, reporter)
    ends: list[tuple[float, Qualifier]] = [(numeral.value, qualifier)]
    if numeral.upper is not None:
        ends = [(numeral.value, "more than"), (numeral.upper, "less than")]
    layers.figures += [
        FigureFound(
            value=value,
            qualifier=exactness,
            of=of,
            evidence=span,
            rule=_MONEY_RULE if numeral.unit else _RULE,
            speaker=speaker,
            date=attribution.date if attribution else None,
            why=why,
        )
        for value, exactness in ends
    ]
