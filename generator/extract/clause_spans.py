"""Clauses: the stretch of a sentence around one verb, and who reports it; what events and figures rest their evidence on."""

from __future__ import annotations

from bisect import bisect_right

from generator.extract.layers import Layers, VerbGroup

_CONNECTORS = frozenset(
    [
        "and",
        "but",
        "or",
        "that",
        "because",
        "after",
        "before",
        "while",
        "as",
        "since",
        "when",
        "where",
        "if",
        "although",
        "though",
        "so",
        "yet",
        "who",
        "which",
        "whom",
        "until",
        "unless",
        "despite",
        "amid",
        "also",
        "then",
        "however",
        "than",
        "for",
        "to",
        "of",
        "in",
        "on",
        "at",
        "by",
        "with",
        "from",
        "the",
        "a",
        "an",
        "meanwhile",
        "whereas",
        "whilst",
    ]
)
_RELATIVES = frozenset(["who", "which", "that", "whom", "whose", "where"])
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

    def of_verb(self, group: VerbGroup) -> tuple[int, int]:
        """The clause of a verb with its subject, also where an embedded clause parts the two (at most 30 words)."""
        start, end = self.around(group.head)
        if group.subject is not None:
            subject = self._layers.noun_phrases[group.subject]
            near = 0 <= group.start - subject.start <= 30
            if near and self._layers.sentence_of[subject.start] == self._layers.sentence_of[group.start]:
                start = min(start, subject.start)
        return start, end

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The span without connecting words and punctuation at its ends; never empty."""
        lower = self._layers.tokens.lower
        while end - start > 1 and (
            lower[end - 1] in _CONNECTORS or lower[end - 1] in _PUNCTUATION or lower[end - 1] in _MARKS
        ):
            end -= 1
        while end - start > 1 and (lower[start] in _PUNCTUATION or lower[start] in ("and", "but", "that", "or")):
            start += 1
        return start, end


def _boundaries(layers: Layers) -> list[int]:
    starts = {sentence.start for sentence in layers.sentences}
    previous: VerbGroup | None = None
    for group in layers.verb_groups:
        if group.finite:
            same = previous is not None and layers.sentence_of[previous.start] == layers.sentence_of[group.start]
            if same and previous is not None:
                starts.add(_clause_start(layers, group, previous))
            previous = group
        elif (
            group.form == "VBG"
            and group.start
            and layers.tokens.lower[group.start - 1] in {",", "while", "after", "before"}
        ):
            starts.add(group.start)
    return sorted(starts)


def _clause_start(layers: Layers, group: VerbGroup, previous: VerbGroup) -> int:
    """Where the clause of a finite verb begins that follows another finite verb in its sentence."""
    lower = layers.tokens.lower
    if group.subject is not None:
        subject = layers.noun_phrases[group.subject]
        if previous.end <= subject.start < group.start:
            relative = next((i for i in range(subject.end, group.start) if lower[i] in _RELATIVES), None)
            return relative if relative is not None else subject.start
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
