"""Words that lost the space between them: "Zurichhas", "inZurich", "ofthe".

A glued token is parted only if the name in it stands elsewhere in the same article, so no name list is needed and
ordinary words ("Washington", "Berlin") stay whole.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from generator.lexicon import load_lexicon

_TWO_FUNCTION_WORDS = frozenset(
    f"{word}the" for word in ("of", "in", "to", "on", "for", "and", "with", "from", "at", "by")
)
_SHORTEST_NAME = 4


@cache
def _function_words() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    rules = load_lexicon("sentence_rules")
    return (
        tuple(rules["glued_after"].split()),
        tuple(rules["glued_after_short"].split()),
        tuple(rules["glued_before"].split()),
    )


@cache
def _edges() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Endings and beginnings that a glued token may have: a quick test before the slow one."""
    after, after_short, before = _function_words()
    return (*after, *after_short, "the"), before


def part_glued_words(texts: list[str], starts: list[int], breaks: list[int]) -> None:
    """Part glued tokens in place.

    Args:
        texts: words of the article.
        starts: their first characters.
        breaks: tokens at which paragraphs begin; moved along with the words.
    """
    counts = Counter(texts)
    names = {text for text in counts if len(text) >= _SHORTEST_NAME and text[0].isupper() and text.isalpha()}
    lowered = {name.lower(): name for name in names}
    edges = _edges()
    suspects = [text for text in counts if text.endswith(edges[0]) or text.startswith(edges[1])]
    cuts = {text: cut for text in suspects if text.isalpha() and (cut := _cut(text, counts, lowered))}
    if not cuts:
        return
    for i in range(len(texts) - 1, -1, -1):
        if texts[i] in cuts:
            cut = cuts[texts[i]]
            texts[i : i + 1] = [texts[i][:cut], texts[i][cut:]]
            starts.insert(i + 1, starts[i] + cut)
            breaks[:] = [start + 1 if start > i else start for start in breaks]


def _cut(text: str, counts: Counter[str], lowered: dict[str, str]) -> int:
    """Where to part a token, 0 where it is whole."""
    if text in _TWO_FUNCTION_WORDS:
        return len(text) - 3
    if len(text) < _SHORTEST_NAME + 2 or counts[text] > 2:
        return 0
    after, after_short, before = _function_words()
    for word in after:
        if text.endswith(word) and lowered.get(text[: -len(word)].lower(), text) != text:
            return len(text) - len(word)
    name = lowered.get(text[:-2].lower()) if text.endswith(after_short) else None
    if name and len(name) > _SHORTEST_NAME and counts[name] > 1:
        return len(text) - 2
    for word in before:
        rest = text[len(word) :] if text.startswith(word) else ""
        if rest[:1].isupper() and rest in counts:
            return len(word)
    return 0
