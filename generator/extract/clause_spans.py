"""Clauses: the stretch of a sentence around one verb, and who reports it; what events and figures rest their evidence on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from generator.extract.layers import Layers, VerbGroup

_GOVERNING = frozenset(
    ["of", "for", "with", "in", "on", "at", "by", "to", "from", "into", "between", "under", "over", "about", "against"]
)
_RELATIVES = frozenset(["who", "which", "that", "whom", "whose", "where"])
_CONNECTING_TAGS = frozenset(["CC", "IN", "TO", "DT", "WDT", "WP", "WP$", "WRB"])
_BEFORE_PARTICIPLE = frozenset([",", "while", "after", "before", "by", "without", "when", "–", "—"])
_PUNCTUATION = frozenset([",", ";", ":", "-", "–", "—", "(", ")", ".", "…", "!", "?"])
_MARKS = frozenset(["“", "”", '"', "‘", "’", "'", "«", "»", "„"])


class Clauses:
    """The clauses of one article: `around(token)` gives the clause that holds a token, as a token span.

    A clause begins where a finite verb's own words begin (its subject, or the verb itself where it shares the subject of the
    verb before), at a relative pronoun, and at a participle behind a comma; it ends where the next one begins. Embedded
    clauses cut their host in two, and the host keeps the part that holds its verb: evidence is meant to be short.
    """

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self._starts = _boundaries(layers)

    def around(self, token: int) -> tuple[int, int]:
        """The clause that holds `token`, without connecting words and punctuation at its ends."""
        at = bisect_right(self._starts, token)
        sentence = self._layers.sentences[self._layers.sentence_of[token]]
        start = max(self._starts[at - 1] if at else 0, sentence.start)
        end = min(self._starts[at] if at < len(self._starts) else len(self._layers.tokens), sentence.end)
        return self.trimmed(start, end)

    def of_verb(self, index: int) -> tuple[int, int]:
        """The clause of a verb group with its subject, also where an embedded clause parts the two (at most 30 words).

        An infinitive takes in the verb it hangs on, a participle or gerund begins with itself.
        """
        layers = self._layers
        group = layers.verb_groups[index]
        start, end = self.around(group.head)
        subject = subject_of(layers, index) if group.finite else None
        if subject is not None:
            first = layers.noun_phrases[subject].start
            near = 0 <= group.start - first <= 30 and layers.sentence_of[first] == layers.sentence_of[group.start]
            if near and not _shares_subject(layers, index, first):
                start = min(start, first)
        return start, end

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The span without connecting words and punctuation at its ends; never empty."""
        lower, tags = self._layers.tokens.lower, self._layers.tokens.tag
        while end - start > 1 and (
            tags[end - 1] in _CONNECTING_TAGS or lower[end - 1] in _PUNCTUATION or lower[end - 1] in _MARKS
        ):
            end -= 1
        while end - start > 1 and (lower[start] in _PUNCTUATION or lower[start] in ("and", "but", "that", "or")):
            start += 1
        return start, end


def subject_of(layers: Layers, index: int) -> int | None:
    """The noun phrase that governs a verb group; for one that opens a new clause behind "and", the phrase next to the verb.

    "… as the venue for the talks and the army planned a corridor": a phrase behind a preposition or another verb is no
    subject where "and" and a phrase of its own stand right before the verb.
    """
    group = layers.verb_groups[index]
    if not group.finite:
        return group.subject
    at = group.start - 1
    while at > 0 and layers.tokens.tag[at] in {"``", "RB"}:
        at -= 1
    same = at >= 0 and layers.sentence_of[at] == layers.sentence_of[group.start]
    before = layers.np_of[at] if same else -1
    if group.subject is None:
        return before if before >= 0 and at < group.start - 1 else None
    if before < 0 or before == group.subject:
        return group.subject
    first, nearest = layers.noun_phrases[group.subject].start, layers.noun_phrases[before].start
    joined = nearest > 0 and layers.tokens.tag[nearest - 1] == "CC"
    taken = first > 0 and (layers.tokens.lower[first - 1] in _GOVERNING or layers.vg_of[first - 1] >= 0)
    return before if joined and taken and first < nearest else group.subject


def _shares_subject(layers: Layers, index: int, first: int) -> bool:
    """Whether another finite verb of the same subject stands between ("police fired gas **and arrested** 23"): it has its own clause."""
    noun = layers.np_of[first]
    return any(
        layers.verb_groups[other].finite
        and layers.verb_groups[other].subject == noun
        and not _follows_relative(layers, other)
        for other in range(index - 1, max(index - 4, -1), -1)
        if layers.verb_groups[other].start > first
    )


def _follows_relative(layers: Layers, index: int) -> bool:
    start = layers.verb_groups[index].start
    return start > 0 and layers.tokens.lower[start - 1] in _RELATIVES


def _boundaries(layers: Layers) -> list[int]:
    """Every token with which a clause begins, in order."""
    starts = {sentence.start for sentence in layers.sentences}
    previous: VerbGroup | None = None
    for index, group in enumerate(layers.verb_groups):
        if group.finite and not _is_inside(layers, group):
            if previous is not None and layers.sentence_of[previous.start] == layers.sentence_of[group.start]:
                starts.add(_clause_start(layers, index, previous))
            previous = group
        elif group.form == "VBG" and group.start and layers.tokens.lower[group.start - 1] in _BEFORE_PARTICIPLE:
            starts.add(group.start)
    return sorted(starts | set(_resumptions(layers)))


def _resumptions(layers: Layers) -> Iterator[int]:
    """Where ", as well as" takes up an earlier list again: "62 planes were hit since the war began, as well as 12 ships"."""
    lower = layers.tokens.lower
    for i, word in enumerate(lower):
        if word == "well" and lower[i - 2 : i + 2] == [",", "as", "well", "as"]:
            yield i - 1


def _is_inside(layers: Layers, group: VerbGroup) -> bool:
    """Verbs that belong to the clause around them: "ordered the weapons **be put** on alert", "places **linked** to the army"."""
    if layers.tokens.lower[group.start] == "be":
        return True
    reduced = group.subject is None and group.form in {"VBN", "VBD"} and group.end - group.start == 1
    return reduced and group.start > 0 and layers.np_of[group.start - 1] >= 0


def _clause_start(layers: Layers, index: int, previous: VerbGroup) -> int:
    """Where the clause of a finite verb begins that follows another finite verb in its sentence."""
    lower, group = layers.tokens.lower, layers.verb_groups[index]
    subject = subject_of(layers, index)
    if subject is not None:
        noun = layers.noun_phrases[subject]
        if previous.end <= noun.start < group.start:
            relative = next((i for i in range(noun.end, group.start) if lower[i] in _RELATIVES), None)
            return relative if relative is not None else noun.start
    return next((i for i in range(previous.end, group.start) if lower[i] in _RELATIVES), group.start)


def reporters(layers: Layers) -> list[int]:
    """Token -> index in `layers.attributions` of the innermost attribution whose content holds it, -1 outside."""
    inner = [-1] * len(layers.tokens)
    spans = [
        (end - start, start, end, index)
        for index, attribution in enumerate(layers.attributions)
        for start, end in attribution.content
    ]
    for _, start, end, index in sorted(spans, key=lambda span: (-span[0], span[1], span[3])):
        inner[start:end] = [index] * (end - start)
    return inner


def speaker_of(layers: Layers, attribution: int) -> int | None:
    """The first speaker of an attribution, None for the article itself (-1) and for unnamed sources."""
    if attribution < 0:
        return None
    speakers = layers.attributions[attribution].speakers
    return speakers[0] if speakers else None
