"""Stands in words: “demanded “that Ukraine give up NATO membership””, in the words of the article and never as a bare label."""

from __future__ import annotations

import re
from functools import cache

from generator.lexicon import load_lexicon
from generator.model.knowledge import Content
from generator.render.escape import Md
from generator.render.quoting import clipped, within_quotation

LONGEST_STAND = 150
"""Characters of a stand's words on a page."""
_MARKS = "“”\"‘’' .,;:–—-"
_WORD = re.compile(r"[\w’'-]+")
_FEWEST = 2
"""Words of a stand that tells something by itself."""


def stand(content: Content, longest: int = LONGEST_STAND) -> Md:
    """The verb and the words of a stand: "wanted “to join the pact”", "rejected “a truce”"."""
    words = clipped(content.words.strip(_MARKS), longest)
    verb = load_lexicon("wording")["stands"][content.stance][form_of(content)]
    return Md("{} {}").format(verb, in_marks(words))


def in_marks(words: str) -> Md:
    """Words of an article in quotation marks."""
    return Md("“{}”").format(within_quotation(_balanced(words)))


def form_of(content: Content) -> str:
    """How the words begin: "to" (or "Iran to"), "that", a verb by itself, a whole clause, else a thing."""
    run = _WORD.findall(content.words.lower())
    first = run[0] if run else ""
    if first in ("to", "that"):
        return first
    grammar = load_lexicon("wording")["grammar"]
    spoken = first in grammar["clause_openings"] or not {*run[1:3]}.isdisjoint(grammar["auxiliaries"])
    if not content.whole or spoken or content.words[:1].isupper():
        return "clause"
    if first in _verbs()[0] or (first in _verbs()[1] and run[1:2] and run[1] in grammar["determiners"]):
        return "verb"
    wished = content.stance == "demands" and "to" in run[1:3] and first != "not" and not first.endswith("ing")
    return "to" if wished else "thing"


def is_telling(content: Content) -> bool:
    """Whether the words say by themselves what is wanted; "something that …", "this possibility" do not."""
    run = _WORD.findall(content.words.lower())
    return len(run) >= _FEWEST and run[0] not in load_lexicon("wording")["grammar"]["vague_openings"]


def opens_with_verb(words: str) -> bool:
    """Whether words of an article open with a verb, so that they can follow the name of who holds them."""
    run = _WORD.findall(words.lower())
    if re.match(r"\w+\s*[:,;–—]", words):
        return False
    if not run or run[0] in load_lexicon("wording")["grammar"]["auxiliaries"]:
        return bool(run)
    plain, other, forms = _verbs()
    if run[0] in plain or run[0] in other:  # a noun may have that form: "pay offer of 3 percent"
        return run[1:2] != [] and run[1] in [*load_lexicon("wording")["grammar"]["determiners"], "to", "that"]
    bases = [run[0].removesuffix(ending) for ending in ("s", "es", "d", "ed")]
    return run[0] in forms or any(base in plain or base in other for base in bases)


@cache
def _verbs() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Base forms that are nothing but verbs, those that are other words too, and the irregular past forms."""
    verbs = load_lexicon("verbs")
    irregular = [row.split() for row in verbs["irregular"].splitlines() if row.strip()]
    forms = frozenset(form for row in irregular for cell in row[1:] for form in cell.split("/"))
    other = frozenset([*verbs["noun_too"].split(), *verbs["adjective_too"].split()])
    bases = frozenset([*verbs["regular"].split(), *verbs["doubling"].split(), *(row[0] for row in irregular)])
    return bases - other, other, forms


def _balanced(words: str) -> str:
    """The words with typographic marks of quotation; a mark without its partner is left out."""
    words = re.sub(r"\"([^\"]*)\"", r"“\1”", words)
    if words.count('"') or words.count("“") != words.count("”"):
        return re.sub(r"[\"“”]", "", words)
    return words
