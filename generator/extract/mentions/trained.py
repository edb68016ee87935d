"""Names that a trained spaCy pipeline adds, where the user has installed one and `dossier.yml` names it (`pipeline:`).

Nothing depends on it: our own rules come first, and it only names what they have left out or could not tell.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Literal

import spacy
from spacy.language import Language

from generator.errors import SettingsError
from generator.extract.layers import Layers, Mention

Kind = Literal["person", "organisation", "place"]
KINDS: dict[str, Kind] = {"PERSON": "person", "PER": "person", "ORG": "organisation", "GPE": "place", "LOC": "place"}
"""Labels of entities, and the kind of name that they are; entities of other labels are left alone."""


@cache
def load_trained(name: str) -> Language:
    """The trained pipeline of a name or folder, loaded once a process.

    Raises:
        SettingsError: it is not installed, or cannot be loaded by this spaCy.
    """
    try:
        return spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        raise SettingsError(
            f"the spaCy pipeline “{name}” cannot be loaded",
            file="content/dossier.yml",
            place="pipeline",
            mend=f"Install its package with `python -m pip install {name}` (or `python -m spacy download {name}`), "
            "or take the line out: nothing depends on it",
        ) from error


def add_trained_names(layers: Layers, mentions: list[Mention]) -> None:
    """Add the names of the dossier's trained pipeline to the mentions found by rule, and tell unknown names by it."""
    if not layers.dossier.pipeline:
        return
    whole = {(mention.start, mention.end): mention for mention in mentions}
    covered = {k for mention in mentions for k in range(mention.start, mention.end)}
    for start, end, kind in _entities(layers, load_trained(layers.dossier.pipeline)):
        known = whole.get((start, end))
        if known is not None and known.kind == "place" and known.sort == "run" and not known.place_only:
            known.kind = kind
        elif not covered.intersection(range(start, end)):
            mentions.append(
                Mention(start, end, "name", kind, layers.words(start, end), name_start=start, name_end=end, sort="run")
            )


def _entities(layers: Layers, pipeline: Language) -> Iterator[tuple[int, int, Kind]]:
    """Its persons, organisations and places that begin and end with our tokens."""
    starts, ends = layers.tokens.start, layers.tokens.end
    for entity in pipeline(layers.article.text).ents:
        if entity.label_ not in KINDS:
            continue
        start, last = bisect_left(starts, entity.start_char), bisect_left(ends, entity.end_char)
        if start <= last < len(ends) and (starts[start], ends[last]) == (entity.start_char, entity.end_char):
            yield start, last + 1, KINDS[entity.label_]
