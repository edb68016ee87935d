"""Questions about the grammar that later components ask.

| question | answer |
|---|---|
| `full_np(layers, np)` | span of a noun phrase with what qualifies it: "the head **of the delegation**" |
| `subject_span(layers, vg)` | the same with its conjuncts, phrases of place and appositions: "Peru and Chile" |
| `object_of(layers, vg)` | the noun phrase right after a verb group: "rejected **the plan**" |
| `object_span(layers, vg)` | the same with what qualifies it |
| `clause_end(layers, i)` | where the clause that holds token `i` ends |
| `conjuncts(layers, np)` | all noun phrases of a list "A, B and C" that begins with or holds this one |
| `preposition_of(layers, np)` | the preposition that governs a noun phrase ("in", "after"), "" where none does |

Noun phrases and verb groups go in and out as indices into `layers.noun_phrases` and `layers.verb_groups`, spans as token ranges.
"""

from __future__ import annotations

from generator.extract.layers import Layers
from generator.extract.syntax.context import word_set

_STOPS = frozenset({".", ":", "''", "``"})
_QUALIFIERS = frozenset(
    {
        "of",
        "in",
        "for",
        "on",
        "at",
        "from",
        "between",
        "with",
        "to",
        "near",
        "against",
        "over",
        "about",
        "under",
        "within",
        "into",
        "by",
    }
)
_PLACE_QUALIFIERS = frozenset({"of", "in", "for", "at", "from", "between", "near", "on"})


def full_np(layers: Layers, np: int, qualifiers: frozenset[str] = _QUALIFIERS) -> tuple[int, int]:
    """The span of a noun phrase with the prepositional phrases that follow it at once.

    Args:
        layers: an article after `parse_grammar`.
        np: index of the noun phrase.
        qualifiers: prepositions that may attach.
    """
    phrases, np_of, lower = layers.noun_phrases, layers.np_of, layers.tokens.lower
    start, end = phrases[np].start, phrases[np].end
    limit = layers.sentences[layers.sentence_of[start]].end
    while end + 1 < limit and lower[end] in qualifiers:
        following = end + 1
        while following < limit and layers.tokens.tag[following] == "``":
            following += 1
        if following >= limit or np_of[following] < 0 or phrases[np_of[following]].start != following:
            break
        end = phrases[np_of[following]].end
        if lower[end - 1] in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"):
            return start, following - 1
        end = _over_conjunct(layers, end, limit)
        if end < limit and layers.tokens.tag[end] == "''" and layers.tokens.tag[following - 1] == "``":
            end += 1
    return start, end


def _over_conjunct(layers: Layers, end: int, limit: int) -> int:
    """“between Peru and Chile”: the second half of a pair inside a prepositional phrase, if no verb follows it."""
    np_of, tags = layers.np_of, layers.tokens.tag
    if end + 1 < limit and tags[end] == "CC" and np_of[end + 1] >= 0:
        after = layers.noun_phrases[np_of[end + 1]].end
        if after >= limit or layers.vg_of[after] < 0 or not layers.verb_groups[layers.vg_of[after]].finite:
            return after
    return end


def subject_span(layers: Layers, vg: int) -> tuple[int, int] | None:
    """The whole subject of a verb group: all conjuncts, qualifying phrases and an apposition between commas."""
    subject = layers.verb_groups[vg].subject
    if subject is None:
        return None
    start, end = full_np(layers, subject, _PLACE_QUALIFIERS)
    group = layers.verb_groups[vg]
    members = conjuncts(layers, subject)
    last = layers.noun_phrases[members[-1]].end
    if last <= group.start or start > group.start:
        end = max(end, full_np(layers, members[-1], _PLACE_QUALIFIERS)[1])
    return start, _over_apposition(layers, end, group.start)


def _over_apposition(layers: Layers, end: int, verb: int) -> int:
    """Take in ", the envoy," where it is all that stands between a subject and its verb."""
    tags = layers.tokens.tag
    if end < verb and tags[end] == "," and tags[verb - 1] == "," and end < verb - 1:
        inside = range(end + 1, verb - 1)
        if all(layers.np_of[i] >= 0 or tags[i] in ("IN", "CC", ",") for i in inside) and layers.np_of[end + 1] >= 0:
            return verb - 1
    return end


def object_of(layers: Layers, vg: int) -> int | None:
    """Index of the noun phrase right after a verb group (over a particle and quotation marks); None for passives."""
    group = layers.verb_groups[vg]
    if group.passive:
        return None
    i, limit = group.end, layers.sentences[layers.sentence_of[group.start]].end
    while i < limit and layers.np_of[i] < 0 and layers.tokens.tag[i] in ("RP", "``", "RB", "DT", "JJ"):
        i += 1
    return layers.np_of[i] if i < limit and layers.np_of[i] >= 0 else None


def object_span(layers: Layers, vg: int) -> tuple[int, int] | None:
    """The object of a verb group with what qualifies it and its conjuncts."""
    found = object_of(layers, vg)
    if found is None:
        return None
    start, end = full_np(layers, found)
    return start, max(end, full_np(layers, conjuncts(layers, found)[-1])[1])


def clause_end(layers: Layers, i: int) -> int:
    """The first token after the clause that holds token `i`: the next mark, subordinator or "and" that opens another clause."""
    tags, lower, vg_of = layers.tokens.tag, layers.tokens.lower, layers.vg_of
    sentence = layers.sentences[layers.sentence_of[i]]
    subordinators = word_set("function_words", "subordinators")
    here = vg_of[i]
    j = i + 1
    while j < sentence.end:
        if vg_of[j] >= 0 and vg_of[j] == here:
            j += 1
            continue
        if tags[j] in _STOPS or tags[j] in ("WDT", "WP", "WRB", "WP$"):
            return j
        if tags[j] == "IN" and lower[j] in subordinators and _verb_before_break(layers, j + 1, sentence.end):
            return j
        if tags[j] in (",", "CC") and _verb_before_break(layers, j + 1, sentence.end):
            return j
        j += 1
    return sentence.end


def _verb_before_break(layers: Layers, i: int, end: int) -> bool:
    """Whether a finite verb stands between `i` and the next mark."""
    tags, vg_of, groups = layers.tokens.tag, layers.vg_of, layers.verb_groups
    for j in range(i, end):
        if vg_of[j] >= 0 and groups[vg_of[j]].finite:
            return True
        if tags[j] in _STOPS or tags[j] in (",", "CC", "WDT", "WP", "WRB"):
            return False
    return False


def conjuncts(layers: Layers, np: int) -> list[int]:
    """The noun phrases of the list that the given one opens or belongs to, in the order of the text ("A, B and C").

    A list needs an "and" or "or"; qualifying phrases between its members are stepped over ("the head of X and the envoy").
    """
    first = np
    while (before := _member_before(layers, first)) is not None:
        first = before
    members = [first]
    while (after := _member_after(layers, members[-1])) is not None:
        members.append(after)
    joined = any(layers.tokens.tag[layers.noun_phrases[m].start - 1] == "CC" for m in members[1:])
    if not joined:
        return [np]
    while len(members) > 1 and layers.tokens.tag[layers.noun_phrases[members[-1]].start - 1] != "CC":
        members.pop()
    return members if np in members else [np]


def _member_after(layers: Layers, np: int) -> int | None:
    tags, np_of = layers.tokens.tag, layers.np_of
    end = layers.noun_phrases[np].end
    limit = layers.sentences[layers.sentence_of[end - 1]].end
    while end + 1 < limit and layers.tokens.lower[end] == "of" and np_of[end + 1] >= 0:
        end = layers.noun_phrases[np_of[end + 1]].end
    if end < limit and tags[end] == "," and end + 1 < limit:
        end += 1
        if tags[end] == "CC":
            end += 1
    elif end < limit and tags[end] == "CC":
        end += 1
    else:
        return None
    while end < limit and tags[end] == "``":
        end += 1
    return np_of[end] if end < limit and np_of[end] >= 0 else None


def _member_before(layers: Layers, np: int) -> int | None:
    start = layers.noun_phrases[np].start
    first = layers.sentences[layers.sentence_of[start]].start
    tags, np_of = layers.tokens.tag, layers.np_of
    i = start - 1
    if i <= first or tags[i] not in (",", "CC"):
        return None
    i -= 1
    if tags[i] == ",":
        i -= 1
    if i < first or np_of[i] < 0:
        return None
    number = np_of[i]
    before = layers.noun_phrases[number].start - 1
    if before > first and layers.tokens.lower[before] == "of" and np_of[before - 1] >= 0 and tags[start - 1] == "CC":
        outer = np_of[before - 1]
        return outer if _member_after(layers, outer) == np else number
    return number


def preposition_of(layers: Layers, np: int) -> str:
    """The preposition (or "to") that stands right before a noun phrase, in lower case; "" where none does."""
    start = layers.noun_phrases[np].start
    first = layers.sentences[layers.sentence_of[start]].start
    i = start - 1
    while i >= first and layers.tokens.tag[i] == "``":
        i -= 1
    return layers.tokens.lower[i] if i >= first and layers.tokens.tag[i] in ("IN", "TO") else ""
