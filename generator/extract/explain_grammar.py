"""What the rules saw of a sentence: its tags, its arcs, how its verbs are told, and the rows that were tried with what refused.

It answers "why was nothing found here?": the row that should have fitted stands in the list with its guard, or the word that should
have set it off has another tag.
"""

from __future__ import annotations

from collections import defaultdict

from generator.extract.layers import Layers


class GrammarShown:
    """The grammar and the trace of one article in words, sentence by sentence."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self._arcs: dict[int, list[str]] = defaultdict(list)
        self._verbs: dict[int, list[str]] = defaultdict(list)
        self._tried: dict[int, list[str]] = defaultdict(list)
        words, sentence_of = layers.tokens.text, layers.sentence_of
        for arc in sorted(layers.syntax.arcs, key=lambda each: (each.head, each.dependent)):
            case = f"({arc.case})" if arc.case else ""
            text = f"{words[arc.head]} —{arc.relation}{case}→ {words[arc.dependent]}"
            self._arcs[sentence_of[arc.head]].append(text)
        for number, group in enumerate(layers.verb_groups):
            told = f"{layers.words(group.start, group.end)}: {layers.syntax.factuality(number)}"
            self._verbs[sentence_of[group.head]].append(told)
        for tried in layers.tried or ():
            refused = f"refused, {tried.refused}" if tried.refused else "fits"
            self._tried[sentence_of[tried.token]].append(f"{tried.row} at “{words[tried.token]}”: {refused}")

    def of_sentence(self, number: int) -> list[str]:
        """The lines for one sentence: tags, arcs, verbs, rows."""
        sentence, tokens = self._layers.sentences[number], self._layers.tokens
        tags = " ".join(f"{tokens.text[i]}/{tokens.tag[i]}" for i in range(sentence.start, sentence.end))
        rows = self._tried[number] or ["no row has a trigger here"]
        return [
            f"tags: {tags}",
            f"arcs: {'; '.join(self._arcs[number]) or 'none'}",
            f"verbs: {'; '.join(self._verbs[number]) or 'none'}",
            *(f"row: {line}" for line in rows),
        ]
