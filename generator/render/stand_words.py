"""Stands in words: “demanded “that Ukraine give up NATO membership””, in the words of the article and never as a bare label."""

from __future__ import annotations

import re

from generator.lexicon import load_lexicon
from generator.model.knowledge import Content
from generator.render.escape import Md
from generator.render.quoting import clipped, within_quotation

LONGEST_STAND = 150
"""Characters of a stand's words on a page."""
_MARKS = "“”\"‘’' ,;:–—-"


def stand(content: Content, longest: int = LONGEST_STAND) -> Md:
    """The verb and the words of a stand: "wanted “to join the pact”", "rejected “a truce”"."""
    words = clipped(content.words.strip(_MARKS), longest)
    verb = load_lexicon("wording")["stands"][content.stance][form_of(content)]
    return Md("{} “{}”").format(verb, within_quotation(_straight(words)))


def form_of(content: Content) -> str:
    """How the words begin: "to" (or "Iran to"), "that", a whole clause, else a thing."""
    run = re.findall(r"[\w’'-]+", content.words.lower())
    first = run[0] if run else ""
    if first in ("to", "that"):
        return first
    openings = load_lexicon("wording")["grammar"]["clause_openings"]
    if not content.whole or first in openings:
        return "clause"
    return "to" if content.stance == "demands" and "to" in run[1:4] else "thing"


def _straight(words: str) -> str:
    """Straight marks of quotation become typographic ones, so that they can stand within a quotation."""
    return re.sub(r"\"([^\"]*)\"", r"“\1”", words).replace('"', "”")
