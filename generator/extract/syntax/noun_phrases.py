"""Base noun phrases: from article to head noun, possessors included ("Norway’s chief negotiator"), prepositional phrases not."""

from __future__ import annotations

from generator.extract.layers import Layers, NounPhrase
from generator.extract.syntax.adjuncts import MONTHS
from generator.extract.syntax.context import NOUNS, word_set

_ALONE = frozenset({"PRP", "EX"})
_STARTS = frozenset(
    {"DT", "PRP$", "CD", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "$", "WP$", "VBN", "VBG", "RBS", "RBR", "RB"}
)
_INSIDE = _STARTS - {"DT", "PRP$", "WP$"} | {"POS"}
_DESCRIBES = frozenset({"JJ", "VBN", "VBG", "CD", "NN", "NNP", "NNS", "JJR", "JJS", "NNPS", "RB", "RBS", "RBR", "POS"})
_LEADS = frozenset({"DT", "PRP$", "POS", "JJ", "CD", "WP$", "JJR", "JJS", "RBS", "RBR", "RB"})
_TIME_WORDS = word_set("tag_rules", "days")
_PLURAL_WORDS = frozenset({"they", "them", "we", "us", "these", "those", "both", "themselves", "ourselves"})
_BEFORE_MARK = frozenset({"DT", "PRP$", "JJ", "POS"})
_AFTER_PARTICIPLE_START = frozenset({"IN", "VB", "VBG", "TO", ""})


def find_noun_phrases(layers: Layers) -> None:
    """Fill `noun_phrases` and `np_of` from the tags."""
    tags, lower = layers.tokens.tag, layers.tokens.lower
    phrases, np_of = layers.noun_phrases, layers.np_of
    for sentence in layers.sentences:
        i, end = sentence.start, sentence.end
        while i < end:
            tag = tags[i]
            if tag == "JJS" and lower[i] in ("least", "most") and i > sentence.start and lower[i - 1] == "at":
                i += 1  # "at least | six people"
                continue
            if tag in _ALONE:
                stop = i + 1
            elif tag in _STARTS:
                stop = _phrase_end(tags, lower, i, sentence.start, end)
            else:
                i += 1
                continue
            head = _head(tags, lower, i, stop)
            if head < 0:
                i += 1
                continue
            for j in range(i, stop):
                np_of[j] = len(phrases)
            plural = tags[head] in ("NNS", "NNPS") or lower[head] in _PLURAL_WORDS
            phrases.append(NounPhrase(i, stop, head, plural))
            i = stop


def _phrase_end(tags: list[str], lower: list[str], start: int, first: int, end: int) -> int:
    """Where the phrase that begins at `start` ends; `start` itself where none begins."""
    tag = tags[start]
    if tag in ("VBN", "VBG", "RB", "RBR", "RBS") and not _may_lead(tags, lower, start, first, end):
        return start
    j = start + 1
    while j < end:
        tag, before = tags[j], tags[j - 1]
        if tag in ("CC", ","):
            if not _joins_adjectives(tags, j, end):
                break
        elif tag in ("DT", "PRP$"):
            if not (before == "DT" and j == start + 1):  # "all the", "both its"
                break
        elif tag == "``" and before in _BEFORE_MARK and tags[j + 1 : j + 2] and tags[j + 1] in _INSIDE and j + 1 < end:
            pass  # "a “serious conversation”"
        elif tag not in _INSIDE or not _continues(tags, lower, j, end):
            break
        j += 1
    while j > start + 1 and tags[j - 1] in ("RB", "CC", ",", "VBG", "RBR", "RBS", "``"):
        j -= 1
    return j + 1 if "``" in tags[start:j] and j < end and tags[j] == "''" else j


def _may_lead(tags: list[str], lower: list[str], i: int, first: int, end: int) -> bool:
    """A participle or adverb begins a phrase only right before its noun or adjective: "of occupied land", "most serious talks"."""
    after = tags[i + 1] if i + 1 < end else ""
    if tags[i] == "VBN":
        paired = after == "CC" and tags[i + 2 : i + 4] in (["VBG", "NNS"], ["VBN", "NNS"], ["JJ", "NNS"])
        return (after in ("NN", "NNS") or paired) and (tags[i - 1] if i > first else "") in _AFTER_PARTICIPLE_START
    if tags[i] in ("RBR", "RBS"):
        return after == "JJ"
    if tags[i] == "RB" and after == "CD":
        return lower[i] in word_set("tag_rules", "rounding")
    return False


def _continues(tags: list[str], lower: list[str], j: int, end: int) -> bool:
    """Whether the word at `j`, which may stand within a noun phrase, belongs to the one that runs up to it."""
    tag, before = tags[j], tags[j - 1]
    after = tags[j + 1] if j + 1 < end else ""
    if lower[j] in _TIME_WORDS:
        return before not in NOUNS
    if lower[j - 1] in _TIME_WORDS and tag != "POS":
        return tag in ("NN", "NNS") and before == "NNP"  # "Sunday night"
    if tag == "POS":
        return before in NOUNS or before == "CD"
    if before == "POS":
        return True
    if tag in ("VBN", "VBG"):
        if before == "CC":
            return after == "NNS"  # "developed and developing countries"
        return before in _LEADS and after in _DESCRIBES and lower[j] not in ("being", "having")
    if tag in ("RB", "RBR", "RBS"):
        return before in ("DT", "PRP$") and after in ("JJ", "VBN", "VBG", "RB", "JJR")
    if before == "CD" and _is_of_time(lower, j - 1):
        return False
    if before == "NNP" and tag == "CD":
        return lower[j][0].isdigit() and (lower[j - 1] in MONTHS or after not in ("NN", "NNS", "CD"))
    return tag in _AFTER_NOUN.get(before, _INSIDE) or (before == "NNP" and tag == "JJ" and after in NOUNS)


def _is_of_time(lower: list[str], j: int) -> bool:
    """Whether a number is the year of a time that opens a clause ("**in March 2022** delegations met", "in 2015 envoys met")."""
    first = j - 1 if j and lower[j - 1] in MONTHS else j
    return len(lower[j]) == 4 and lower[j][:2] in ("19", "20") and first > 0 and lower[first - 1] in ("in", "since")


_AFTER_NOUN = {
    "NNS": frozenset({"NN", "NNS"}),
    "NNPS": frozenset({"NN", "NNS"}),
    "NN": NOUNS,
    "NNP": NOUNS | {"CD"},
}
"""What may follow a noun within its phrase: "customs union", "minister Berg", "March 3"."""


def _joins_adjectives(tags: list[str], j: int, end: int) -> bool:
    """“Russian and Ukrainian delegations”, "a long, bitter war": the mark stands between adjectives of one noun."""
    k = j + 1
    if tags[j - 1] not in ("JJ", "VBN", "JJR") or k + 1 >= end:
        return False
    if tags[j] == "CC" and tags[k] in ("NNP", "VBG") and tags[k + 1] == "NNS":
        return True  # "the British and U.S. governments", "developed and developing countries"
    if tags[k] not in ("JJ", "VBN", "JJR"):
        return False
    return tags[k + 1] in ("NN", "NNS", "JJ") or (tags[k + 1] == "NNP" and tags[j] == "CC")


def _head(tags: list[str], lower: list[str], start: int, stop: int) -> int:
    """The last noun; a phrase without one needs a number or an article with an adjective ("the poor"); -1 for no phrase."""
    for j in range(stop - 1, start - 1, -1):
        if tags[j] in NOUNS or tags[j] in ("PRP", "EX"):
            return j
    if stop > start and (tags[start] in ("DT", "CD", "PRP$", "$") or "CD" in tags[start:stop]):
        return stop - 1
    if stop == start + 1 and lower[start] in ("many", "few", "several", "most", "others", "more"):
        return start  # "many said so"
    return -1
