"""Agency: whether an actor speaks, acts, is asked or is met where it is mentioned, or is named in passing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.layers import Layers, Mention, VerbGroup
from generator.extract.mentions.company import MEETINGS, TALKS
from generator.extract.mentions.words import word_set

DEALT_WITH = word_set("dealt_with")
"""Verbs whose object is asked, addressed or met."""
FACING = frozenset(["with", "between", "against", "via", "by"])
BORDERS = frozenset(["border", "borders", "frontier", "line", "ties", "link", "links"])
STATIC = frozenset(["be", "have", "remain", "lie", "border", "become", "include", "consist", "belong"])
"""Verbs whose subject does nothing."""
HELD = MEETINGS | TALKS
POSSESSIVE = frozenset(["’s", "'s", "’", "'"])


def verbs_of(layers: Layers, mention: Mention) -> Iterator[VerbGroup]:
    """The verb groups whose grammatical subject is the mention (or ends with it: "Russia and Ukraine")."""
    last = (mention.name_end or mention.end) - 1
    phrases = {layers.np_of[last], layers.np_of[mention.start], layers.np_of[mention.end - 1]} - {-1}
    end = layers.sentences[layers.sentence_of[mention.start]].end
    seen = -1
    for i in range(mention.start, end):
        number = layers.vg_of[i]
        if number < 0 or number == seen:
            continue
        seen = number
        group = layers.verb_groups[number]
        if group.subject is not None and group.subject in phrases and _is_head(layers, group.subject, mention):
            yield group


def _is_head(layers: Layers, phrase: int, mention: Mention) -> bool:
    """Whether the mention is what the noun phrase is about, not a possessive inside it."""
    if owns(layers, mention):
        return False
    head = layers.noun_phrases[phrase].head
    return mention.start <= head < mention.end or layers.np_of[mention.end - 1] == phrase == layers.np_of[mention.start]


def acts(layers: Layers, mention: Mention) -> bool:
    """Whether the mention is the subject of an active finite verb."""
    return any(
        not group.passive and (group.lemma not in STATIC or _has_talks(layers, group))
        for group in verbs_of(layers, mention)
    )


def _has_talks(layers: Layers, group: VerbGroup) -> bool:
    """Whether "have" only stands for "hold": "had talks", "has had two meetings"."""
    return group.lemma == "have" and bool(HELD & set(layers.tokens.lower[group.end : group.end + 3]))


def is_dealt_with(layers: Layers, mention: Mention) -> bool:
    """Whether the mention is asked, addressed, met or negotiated with."""
    tokens, lower = layers.tokens, layers.tokens.lower
    if owns(layers, mention):
        return False
    phrase = layers.np_of[mention.start]
    k = min(mention.start, layers.noun_phrases[phrase].start if phrase >= 0 else mention.start) - 1
    while k > 1 and (lower[k] in {"and", ",", "or", "the"} or tokens.tag[k] in {"DT", "NNP", "NNPS"}):
        k -= 1  # "with Fiat Chrysler and Ford"
    if k < 0 or layers.sentence_of[k] != layers.sentence_of[mention.start]:
        return False
    group = layers.vg_of[k]
    if group >= 0:
        return layers.verb_groups[group].lemma in DEALT_WITH
    if lower[k] == "to" and k and lower[k - 1] == "according":
        return True
    return lower[k] in FACING and (k == 0 or lower[k - 1] not in BORDERS)


def is_met(layers: Layers, mention: Mention) -> bool:
    """Whether a meeting or talks are held with the mention: "held a short meeting with the agency’s chief"."""
    lower, k = layers.tokens.lower, mention.start - 1
    first = layers.sentences[layers.sentence_of[mention.start]].start
    return k > first and lower[k] == "with" and bool(HELD & set(lower[max(first, k - 3) : k]))


def is_addressed(layers: Layers, mention: Mention) -> bool:
    """Whether the mention is the object of a verb of asking, telling or blaming."""
    phrase = layers.np_of[mention.start]
    k = (layers.noun_phrases[phrase].start if phrase >= 0 else mention.start) - 1
    group = layers.vg_of[k] if k >= 0 else -1
    return group >= 0 and layers.verb_groups[group].lemma in DEALT_WITH


def is_cited(layers: Layers, mention: Mention) -> bool:
    """Whether something is told "according to" the mention."""
    lower, k = layers.tokens.lower, mention.start
    return lower[max(0, k - 2) : k] == ["according", "to"]


def owns(layers: Layers, mention: Mention) -> bool:
    """Whether the mention stands in the possessive: what it owns, demands or does is spoken of."""
    k = mention.end
    return k < len(layers.tokens) and layers.tokens.text[k] in POSSESSIVE
