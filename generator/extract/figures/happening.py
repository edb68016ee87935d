"""What happened to the counted: "62 aircraft … have been destroyed", "destroyed two blocks", "the delivery of 2,700 missiles"."""

from __future__ import annotations

from generator.extract.figures.counted import Counted, lexicon
from generator.extract.figures.numerals import Numeral
from generator.extract.layers import Layers, VerbGroup

_LIGHT = frozenset(
    [
        "be",
        "have",
        "include",
        "take",
        "give",
        "get",
        "make",
        "see",
        "do",
        "say",
        "total",
        "reach",
        "become",
        "remain",
        "stand",
        "amount",
        "number",
        "begin",
        "continue",
    ]
)
_LIST_WORDS = frozenset(
    [
        ",",
        "and",
        "or",
        "as",
        "well",
        "than",
        "more",
        "at",
        "least",
        "about",
        "over",
        "some",
        "a",
        "an",
        "total",
        "of",
        "the",
        "have",
        "already",
        "also",
        "nearly",
        "almost",
        "around",
    ]
)
_PLACES = frozenset(
    [
        "of",
        "in",
        "out",
        "from",
        "to",
        "into",
        "at",
        "on",
        "across",
        "near",
        "for",
        "against",
        "outside",
        "inside",
        "around",
    ]
)


def describe(layers: Layers, numeral: Numeral, counted: Counted | None) -> str:
    """The words of `Figure.of`: what is counted and what happened to it, as the article words it."""
    end = counted.end if counted else numeral.end
    if counted is not None and counted.head is None:
        return counted.words
    noun = _noun_words(layers, numeral, counted)
    befell = _befell(layers, end)
    if befell:
        return f"{noun} {befell}".strip()
    deed = _before(layers, numeral)
    if deed.endswith(" of"):
        return f"{deed} {noun}".strip()
    return f"{noun} {deed or _tail(layers, end)}".strip()


def _noun_words(layers: Layers, numeral: Numeral, counted: Counted | None) -> str:
    words = counted.words if counted else ""
    if numeral.unit is None:
        return words
    if words.split(" ")[0] in {"a", "an", "per"}:
        return f"{numeral.unit} {words}"
    return f"{numeral.unit} of {words}" if words else numeral.unit


def _tail(layers: Layers, at: int) -> str:
    """The phrase that says what a sum or share is of: "of the uranium", "in frozen assets"."""
    tokens = layers.tokens
    if at + 1 >= len(tokens) or tokens.lower[at] not in _PLACES:
        return ""
    index = layers.np_of[at + 1]
    dated = layers.timex_at(at + 1) is not None
    return layers.words(at, layers.noun_phrases[index].end) if index >= 0 and not dated else ""


def _befell(layers: Layers, end: int) -> str:
    """The participle or verb that follows the noun, a list of further numbers between them allowed."""
    tokens = layers.tokens
    if end >= len(tokens):
        return ""
    sentence_end = layers.sentences[layers.sentence_of[end - 1]].end
    if tokens.lower[end] in lexicon()["casualties"]:
        return tokens.text[end]
    at = end
    while at < sentence_end and layers.vg_of[at] < 0 and _is_list_material(layers, at):
        at += 1
    if at >= sentence_end or layers.vg_of[at] < 0:
        return ""
    group = layers.verb_groups[layers.vg_of[at]]
    adjective = not group.finite and group.end < sentence_end and layers.np_of[group.end] >= 0
    if group.lemma in _LIGHT or group.form not in {"VBN", "VBD"} or adjective:
        return ""
    return f"{tokens.text[group.head]} {_particle(layers, group)}".strip()


def _is_list_material(layers: Layers, at: int) -> bool:
    return layers.np_of[at] >= 0 or layers.tokens.lower[at] in _LIST_WORDS or layers.tokens.tag[at] in {"CD", "RB"}


def _particle(layers: Layers, group: VerbGroup) -> str:
    """What belongs to the verb: "flooded out of Ukraine"; nothing behind a passive."""
    tokens, at = layers.tokens, group.end
    if group.passive:
        return ""
    while at < len(tokens) and tokens.lower[at] in _PLACES and at < group.end + 2:
        at += 1
    if at == group.end or at >= len(tokens) or layers.np_of[at] < 0:
        return ""
    return layers.words(group.end, layers.noun_phrases[layers.np_of[at]].end)


def _before(layers: Layers, numeral: Numeral) -> str:
    """The verb whose object the number is ("destroyed two blocks") or the noun before "of" ("the delivery of 2,700 missiles")."""
    tokens = layers.tokens
    at, floor = numeral.start - 1, layers.sentences[layers.sentence_of[numeral.start]].start
    while at >= floor and tokens.lower[at] in _LIST_WORDS and tokens.lower[at] != "of":
        at -= 1
    if at < floor:
        return ""
    if tokens.lower[at] == "of" and at > floor and layers.np_of[at - 1] >= 0:
        return f"{tokens.text[layers.noun_phrases[layers.np_of[at - 1]].head]} of"
    index = layers.vg_of[at]
    if index < 0:
        return ""
    group = layers.verb_groups[index]
    return "" if group.lemma in _LIGHT or group.form not in {"VBD", "VBN"} else tokens.text[group.head]
