"""Penn tags by rule: each word's class from the lexicons, then rules over its neighbours, in the manner of Brill's tagger.

Brill, E. (1992): A simple rule-based part of speech tagger. There the rules are learned; here they are written by hand.
Words are read from left to right: everything left of the word in hand is final, everything right of it still a class.
"""

from __future__ import annotations

from generator.extract.layers import Layers
from generator.extract.syntax import nouns_or_verbs, participles, small_words, verb_bases
from generator.extract.syntax.capitals import Capitals
from generator.extract.syntax.context import FINITE, NOUNS, Context, word_set
from generator.extract.syntax.inflection import base_of_noun, base_of_verb
from generator.extract.syntax.morphology import class_of, is_noun_ending, word_classes

_RESOLVERS = {
    "NV": nouns_or_verbs.base_form,
    "NVS": nouns_or_verbs.s_form,
    "VB": verb_bases.verb_base,
    "HAVE": verb_bases.verb_base,
    "PUT": verb_bases.one_form,
    "COME": verb_bases.one_form,
    "JV": verb_bases.adjective_or_verb,
    "JN": verb_bases.adjective_or_noun,
    "VBDN": participles.past_or_participle,
    "VBN": participles.past_or_participle,
    "VBG": participles.gerund,
    "GERUND": participles.gerund_noun,
    "THAT": small_words.that,
    "HER": small_words.her,
    "'S": small_words.clitic_s,
    "'D": small_words.clitic_d,
    "THERE": small_words.there,
    "MORE": small_words.more,
    "LIKE": small_words.like,
    "RP": small_words.particle,
    "ONLY": small_words.only,
    "LONGER": small_words.longer,
    "BOTH": small_words.both,
    "WILL": small_words.will,
    "EARLY": small_words.early,
}
_NEW_CLAUSE = frozenset({".", ":", "``", "''", "WDT", "WP", "WRB", "WP$", ","})
_NOTEWORTHY = frozenset(_RESOLVERS) | FINITE | _NEW_CLAUSE | {"CC", "IN", "PRP", "TO"}
"""Classes that are in doubt or tell of a clause; all others are final."""
_INFLECTED = frozenset({"NNS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


def tag_words(layers: Layers) -> None:
    """Fill `tokens.tag` and `tokens.lemma`."""
    tokens = layers.tokens
    tags = _classes(layers)
    context = Context(tokens.lower, tokens.text, tags)
    for sentence in layers.sentences:
        _tag_sentence(context, sentence.start, sentence.end)
    tokens.tag = tags
    tokens.lemma = [
        _lemma(word, tag) if tag in _INFLECTED else word for word, tag in zip(tokens.lower, tags, strict=True)
    ]


def _classes(layers: Layers) -> list[str]:
    """The class of each word; capitalised words need the article to tell names from ordinary words."""
    tokens = layers.tokens
    known = word_classes()
    marks = tokens.tag  # quotation marks are tagged by `sentences`
    tags = [mark or known.get(word) or class_of(word) for mark, word in zip(marks, tokens.lower, strict=True)]
    Capitals(layers, tags).settle()
    return tags


def _tag_sentence(context: Context, start: int, end: int) -> None:
    tags = context.tags
    context.start, context.end, context.finite = start, end, -1
    for i in range(start, end):
        tag = tags[i]
        if tag not in _NOTEWORTHY:
            continue
        resolve = _RESOLVERS.get(tag)
        if resolve is not None:
            tag = tags[i] = resolve(context, i)
        if tag == "MD" or (tag == "TO" and context.word(i - 1) not in word_set("tag_rules", "to_is_preposition")):
            _settle_unknown(context, i + 1)
        if tag in FINITE:
            context.finite = i
        elif tag in _NEW_CLAUSE:
            if tag != "," or _clause_follows(context, i):
                context.finite = -1
        elif (tag == "CC" or (tag == "IN" and context.lower[i] in context.subordinators)) or (
            tag == "PRP" and context.finite >= 0 and context.lower[i] in ("he", "she", "they", "we", "i")
        ):
            context.finite = -1


def _settle_unknown(context: Context, i: int) -> None:
    """A word that no list knows is a verb right behind a modal or "to": "will choke", "sure to trickle down"."""
    to = context.tag(i - 1) == "TO"
    while context.tag(i) == "RB":
        i += 1
    if to and context.tag(i) == "NN" and context.tag(i + 1) in ("DT", "PRP$"):
        context.tags[i] = "VB"  # "likely to book a loss"
    if context.tag(i) != "NN" or context.lower[i] in word_classes():
        return
    if (
        not to
        or context.lower[i].endswith(("ate", "ise", "ize", "ify"))
        or (not is_noun_ending(context.lower[i]) and context.tag(i + 1) not in NOUNS)
    ):
        context.tags[i] = "VB"


def _clause_follows(context: Context, i: int) -> bool:
    """After a comma a new clause may begin; a list of nouns goes on under the old verb."""
    return context.tag(i + 1) not in ("NN", "NNS", "NV", "NVS", "JJ", "CD", "JN")


def _lemma(word: str, tag: str) -> str:
    return base_of_noun(word) if tag == "NNS" else base_of_verb(word, tag)
