"""Verb groups: a verb with its auxiliaries, its tense, voice and negation."""

from __future__ import annotations

from itertools import pairwise

from generator.extract.layers import Layers, Tense, VerbGroup
from generator.extract.syntax.context import word_set

_VERB_TAGS = frozenset({"VB", "VBD", "VBN", "VBG", "VBP", "VBZ", "MD"})
_FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})
_BE = frozenset({"be", "get"})
_MODALS = {
    "'ll": "will",
    "’ll": "will",
    "wo": "will",
    "ca": "can",
    "'d": "would",
    "’d": "would",
    "sha": "shall",
    "cannot": "can",
}
_FUTURE = frozenset({"will", "shall"})
_CONDITIONAL = frozenset({"would", "could", "should", "might"})
_ADVERBS = frozenset({"RB", "RBR", "RBS"})


def find_verb_groups(layers: Layers) -> None:
    """Fill `verb_groups` and `vg_of` from tags and noun phrases (participles within noun phrases are no groups)."""
    tags, np_of = layers.tokens.tag, layers.np_of
    for sentence in layers.sentences:
        i, end = sentence.start, sentence.end
        while i < end:
            tag = tags[i]
            if tag in _VERB_TAGS and np_of[i] < 0:
                i = _read_group(layers, i, i, sentence.start, end)
            elif tag == "TO" and _infinitive_at(tags, i + 1, end) >= 0:
                i = _read_group(layers, i, _infinitive_at(tags, i + 1, end), sentence.start, end)
            else:
                i += 1


def _infinitive_at(tags: list[str], i: int, end: int) -> int:
    """The verb of "to quickly end", -1 where "to" is a preposition."""
    while i < end and (tags[i] in _ADVERBS or tags[i] == "``"):
        i += 1
    return i if i < end and tags[i] == "VB" else -1


def _read_group(layers: Layers, start: int, verb: int, first: int, end: int) -> int:
    """Add the group that begins at `start`; return where it ends."""
    tokens, tags = layers.tokens, layers.tokens.tag
    chain = [verb]
    j = verb + 1
    while True:
        following = _next_link(layers, chain, j, end)
        if following < 0:
            break
        chain.append(following)
        j = following + 1
    while j < end and tokens.lower[j] in ("n't", "n’t", "not") and tags[chain[-1]] != "VBG":
        if j + 1 < end and tags[j + 1] == "TO":
            break  # "agreed | not to start"
        j += 1
    number = len(layers.verb_groups)
    group = _describe(layers, start, j, chain, first)
    layers.verb_groups.append(group)
    for k in range(start, j):
        if layers.np_of[k] < 0:
            layers.vg_of[k] = number
    return j


def _next_link(layers: Layers, chain: list[int], j: int, end: int) -> int:
    """The next verb of the chain after its last auxiliary, over adverbs and an inverted pronoun; -1 where the chain ends."""
    tags, lemma, np_of = layers.tokens.tag, layers.tokens.lemma, layers.np_of
    last = chain[-1]
    wanted = _wanted(tags[last], lemma[last])
    if not wanted:
        return -1
    k = j
    while k < end and (tags[k] in _ADVERBS or tags[k] == "``"):
        k += 1
    if k < end and tags[k] == "PRP" and len(chain) == 1 and _inverted(layers, last) and tags[k] != "EX":
        k += 1
        while k < end and tags[k] in _ADVERBS:
            k += 1
    if k < end and tags[k] == "TO" and _opens_modal(layers, chain):
        return _infinitive_at(tags, k + 1, end)
    if lemma[last] == "have" and k < end and tags[k] == "IN":
        k = _over_time_phrase(layers, k, end)
    if k < end and tags[k] in wanted and np_of[k] < 0:
        return k
    return -1


def _over_time_phrase(layers: Layers, i: int, end: int) -> int:
    """“has in the past demanded”: over a preposition with a phrase that tells when; `i` itself where none stands there."""
    number = layers.np_of[i + 1] if i + 1 < end else -1
    if number < 0:
        return i
    phrase = layers.noun_phrases[number]
    head = layers.tokens.lemma[phrase.head]
    return phrase.end if head in word_set("tag_rules", "times") or head in word_set("tag_rules", "days") else i


def _wanted(tag: str, lemma: str) -> tuple[str, ...]:
    if tag == "MD":
        return ("VB",)
    if lemma == "have":
        return ("VBN",)
    if lemma == "be":
        return ("VBN", "VBG")
    if lemma == "get":
        return ("VBN",)
    if lemma == "do":
        return ("VB",)
    return ("-",) if lemma == "go" and tag == "VBG" else ()


def _opens_modal(layers: Layers, chain: list[int]) -> bool:
    """“has to accept”, "is going to accept": the infinitive is the verb that counts."""
    last = layers.tokens.lemma[chain[-1]]
    return last == "have" or (last == "go" and len(chain) > 1)


def _inverted(layers: Layers, i: int) -> bool:
    """An auxiliary right before its pronoun stands first in its clause: "did he say", "why have they left"."""
    if i == 0 or layers.sentence_of[i - 1] != layers.sentence_of[i]:
        return True
    return layers.tokens.tag[i - 1] in ("WRB", "WP", "``", ",", ":", "CC", "RB", "''")


def _describe(layers: Layers, start: int, end: int, chain: list[int], first: int) -> VerbGroup:
    tags, lemma, lower = layers.tokens.tag, layers.tokens.lemma, layers.tokens.lower
    head, opening = chain[-1], chain[0]
    auxiliaries = {lemma[i] for i in chain[:-1]}
    modal = _modal(layers, chain)
    infinitive = lower[start] == "to" and start != opening
    passive = tags[head] == "VBN" and (len(chain) == 1 or lemma[chain[-2]] in _BE)
    group = VerbGroup(start, end, head, lemma[head], tags[head])
    group.finite = not infinitive and (tags[opening] in _FINITE_TAGS or _is_bare_finite(layers, opening, first))
    group.tense = _tense(tags[opening], modal) if group.finite else "none"
    group.passive = passive
    group.progressive = tags[head] == "VBG" and "be" in auxiliaries and (modal is None or "going" not in modal)
    group.perfect = any(lemma[a] == "have" and tags[b] == "VBN" for a, b in pairwise(chain))
    group.modal = modal
    group.negated = _negated(lower, start, end, first)
    return group


def _is_bare_finite(layers: Layers, verb: int, first: int) -> bool:
    """A base form that carries a clause: an imperative at its start, or a subjunctive ("demands that the army leave")."""
    tags = layers.tokens.tag
    if tags[verb] != "VB":
        return False
    i = verb - 1
    while i >= first and tags[i] in _ADVERBS:
        i -= 1
    if i < first or tags[i] in ("``", ":"):
        return True
    number = layers.np_of[i]
    if number < 0:
        return False
    if layers.tokens.lower[verb] == "be":
        return True
    before = layers.noun_phrases[number].start - 1
    return before >= first and layers.tokens.lower[before] == "that"


def _modal(layers: Layers, chain: list[int]) -> str | None:
    lower, lemma, tags = layers.tokens.lower, layers.tokens.lemma, layers.tokens.tag
    if tags[chain[0]] == "MD":
        return _MODALS.get(lower[chain[0]], lower[chain[0]])
    for a, b in pairwise(chain):
        if tags[b] == "VB" and lemma[a] == "have":
            return "have to"
        if tags[b] == "VB" and lemma[a] == "go":
            return "going to"
    return None


def _tense(tag: str, modal: str | None) -> Tense:
    if tag == "MD":
        if modal in _FUTURE:
            return "future"
        return "conditional" if modal in _CONDITIONAL else "present"
    if modal == "going to" and tag != "VBD":
        return "future"
    return "past" if tag == "VBD" else "present"


def _negated(lower: list[str], start: int, end: int, first: int) -> bool:
    """A word of negation within the group or right before it; "no longer" too."""
    negations = word_set("function_words", "negations")
    if any(lower[i] in negations for i in range(max(first, start - 1), end)):
        return True
    return start - 2 >= first and lower[start - 1] == "longer" and lower[start - 2] == "no"
