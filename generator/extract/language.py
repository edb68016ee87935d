"""The pipeline: a blank English spaCy tokenizer and the components of the dossier, in the order they need one another."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from generator.extract.assemble import assemble
from generator.extract.attributions import find_attributions
from generator.extract.coreference import resolve_coreference
from generator.extract.events import find_events
from generator.extract.figures import find_figures
from generator.extract.grammar import parse_grammar
from generator.extract.layers import Layers
from generator.extract.mediators import as_third_parties, with_mediators
from generator.extract.meetings import find_meetings
from generator.extract.mentions import find_mentions
from generator.extract.positions import find_positions
from generator.extract.sentences import split_sentences
from generator.extract.timexes import find_timexes
from generator.model.article import Article
from generator.model.dossier import Dossier
from generator.model.facts import FactsFile

COMPONENTS: tuple[tuple[str, Callable[[Layers, Doc], None]], ...] = (
    ("sentences", split_sentences),
    ("grammar", parse_grammar),
    ("mentions", find_mentions),
    ("timexes", find_timexes),
    ("coreference", resolve_coreference),
    ("attributions", find_attributions),
    ("meetings", find_meetings),
    ("positions", find_positions),
    ("events", find_events),
    ("figures", find_figures),
)
"""Name and worker of every component; a worker fills its own layers and reads those of the components before it."""


LONGEST_SUFFIX = 60
"""Characters at the end of a word among which punctuation and units of measure are looked for."""


@cache
def load_language() -> Language:
    """The pipeline, built once a process."""
    if not Doc.has_extension("layers"):
        Doc.set_extension("layers", default=None)
    nlp = spacy.blank("en")
    nlp.max_length = 60_000_000
    _bound_suffixes(nlp.tokenizer)
    for name, worker in COMPONENTS:
        Language.component(f"dossier_{name}", func=_as_component(worker))
        nlp.add_pipe(f"dossier_{name}")
    return nlp


def _bound_suffixes(tokenizer: Any) -> None:
    """Look for suffixes at the end of a word only: spaCy searches all of it again for every bracket of "((((((…"."""
    search = tokenizer.suffix_search
    tokenizer.suffix_search = lambda word: search(word[-LONGEST_SUFFIX:])


def _as_component(worker: Callable[[Layers, Doc], None]) -> Callable[[Doc], Doc]:
    def component(doc: Doc) -> Doc:
        worker(doc._.layers, doc)
        return doc

    return component


def analyse(article: Article, dossier: Dossier, *, trace: bool = False) -> Layers:
    """All layers of one article: what `extract_article` assembles and `dossier explain` shows.

    Args:
        article: the article as `read` hands it over.
        dossier: parties, topics and known names.
        trace: keep which rows were tried and what refused.
    """
    nlp = load_language()
    doc = nlp.make_doc(article.text)
    doc._.layers = Layers(article=article, dossier=with_mediators(dossier), tried=[] if trace else None)
    for _, component in nlp.pipeline:
        doc = component(doc)
    layers: Layers = doc._.layers
    return layers


def extract_article(article: Article, dossier: Dossier) -> FactsFile:
    """The facts that one article states, in the order of its text.

    Args:
        article: the article as `read` hands it over; offsets of the facts are characters of its file.
        dossier: parties, topics and known names.
    """
    return as_third_parties(assemble(analyse(article, dossier)), dossier)
