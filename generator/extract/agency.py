"""Agency: whether an actor speaks, acts, is asked or is met where it is mentioned, or is named in passing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.layers import Layers, Mention, VerbGroup
from generator.extract.mentions.company import MEETINGS, TALKS
from generator.extract.mentions.words import word_set

DEALT_WITH = word_set("dealt_with")
"""Verbs whose object is asked, addressed or met."""
DEEDS = word_set("deeds")
FACING = frozenset(["with", "between", "against", "via", "by"])
BORDERS = frozenset(["border", "borders", "frontier", "line", "ties", "link", "links"])
STATIC = frozenset(["be", "have", "remain", "lie", "border", "become", "include", "consist", "belong"])
"""Verbs whose subject does nothing."""
HELD = MEETINGS | TALKS
POSSESSIVE = frozenset(["’s", "'s", "’", "'"])


def verbs_of(layers: Layers, mention: Mention) -> Iterator[VerbGroup]:
    """The verb groups of its sentence whose grammatical subject the mention is, alone or in a list ("Peru and Chile met")."""
    for number in layers.syntax.uses(_phrase_of(layers, mention), "subject"):
        yield layers.verb_groups[number]


def prominence(layers: Layers, mention: Mention) -> int:
    """How much a sentence is about a mention: 2 for the subject of its main clause, 1 for that of another one, else 0."""
    found = layers.syntax.uses(_phrase_of(layers, mention), "subject")
    main = any(layers.syntax.governor(n) is None and layers.syntax.noun_above(n) is None for n in found)
    return 2 if main else 1 if found else 0


def _phrase_of(layers: Layers, mention: Mention) -> int | None:
    """The noun phrase whose head the mention is or holds, not one in which it only tells whose or where."""
    for i in range(mention.start, mention.end):
        phrase = layers.np_of[i]
        if phrase >= 0 and mention.start <= layers.noun_phrases[phrase].head < mention.end:
            return phrase
    return None


def acts(layers: Layers, mention: Mention) -> bool:
    """Whether the mention does something: subject of an active verb, or who it is done by ("a pattern set by Meridian")."""
    groups = (layers.verb_groups[number] for number in layers.syntax.uses(_phrase_of(layers, mention), "agent"))
    return any(group.lemma not in STATIC or _has_talks(layers, group) for group in groups)


def _has_talks(layers: Layers, group: VerbGroup) -> bool:
    """Whether "have" only stands for "hold": "had talks", "has had two meetings"."""
    return group.lemma == "have" and bool(HELD & set(layers.tokens.lower[group.end : group.end + 3]))


def is_dealt_with(layers: Layers, mention: Mention) -> bool:
    """Whether the mention is asked, addressed, met or negotiated with."""
    if owns(layers, mention):
        return False
    return is_addressed(layers, mention) or is_cited(layers, mention) or _is_faced(layers, mention)


def _is_faced(layers: Layers, mention: Mention) -> bool:
    """Whether "with", "between", "against" or "by" governs the mention or the list that it stands in."""
    phrase = _phrase_of(layers, mention)
    if phrase is None:
        return False
    first = layers.syntax.conjuncts(phrase)[0]
    if not {layers.syntax.case(phrase), layers.syntax.case(first)} & FACING:
        return False
    k = layers.noun_phrases[first].start - 2
    return k < 0 or layers.tokens.lower[k] not in BORDERS


def is_met(layers: Layers, mention: Mention) -> bool:
    """Whether a meeting or talks are held with the mention: "held a short meeting with the agency’s chief"."""
    lower, k = layers.tokens.lower, mention.start - 1
    first = layers.sentences[layers.sentence_of[mention.start]].start
    return k > first and lower[k] == "with" and bool(HELD & set(lower[max(first, k - 3) : k]))


def is_addressed(layers: Layers, mention: Mention) -> bool:
    """Whether the mention is the object of a verb of asking, telling or blaming, alone or in a list."""
    verbs = layers.syntax.uses(_phrase_of(layers, mention), "object")
    return any(layers.verb_groups[verb].lemma in DEALT_WITH for verb in verbs)


def is_cited(layers: Layers, mention: Mention) -> bool:
    """Whether something is told "according to" the mention."""
    lower, k = layers.tokens.lower, mention.start
    return lower[max(0, k - 2) : k] == ["according", "to"]


def owns(layers: Layers, mention: Mention) -> bool:
    """Whether the mention stands in the possessive: what it owns, demands or does is spoken of."""
    k = mention.end
    return k < len(layers.tokens) and layers.tokens.text[k] in POSSESSIVE


def owns_deed(layers: Layers, mention: Mention) -> bool:
    """Whether what the mention did, wants or says follows it in the possessive: "Qatar’s initiative", "Peru’s new demand"."""
    if not owns(layers, mention):
        return False
    phrase = layers.np_of[mention.end + 1] if mention.end + 1 < len(layers.np_of) else -1
    return phrase >= 0 and layers.tokens.lower[layers.noun_phrases[phrase].head].removesuffix("s") in DEEDS
