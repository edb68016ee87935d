"""The bounds of clauses: from its own first word to where the next clause begins, without connecting words at its ends."""

from __future__ import annotations

from generator.extract.indices import Span
from generator.extract.layers import Layers, VerbGroup
from generator.extract.syntax.earlier_verbs import Clause
from generator.extract.syntax.nonfinite import is_infinitive

_CONNECTING = frozenset({"CC", "IN", "TO", "DT", "WDT", "WP", "WP$", "WRB", ",", ":", ".", "``", "''", "-LRB-"})
_NEAR = 4
"""How many of the next clauses are asked where they begin: one may begin before the clauses that it holds."""
_OPENERS = frozenset({",", ":", ".", "''", "-RRB-", "CC"})


def opens_clause(lower: list[str], group: VerbGroup, clause: Clause) -> bool:
    """Whether a verb has a clause beside others: a finite verb, a participle that adds; an infinitive belongs to the verb above."""
    return group.finite or (clause.relation == "advcl" and not is_infinitive(lower, group))


def clause_bounds(layers: Layers, clauses: list[Clause]) -> list[Span]:
    """The clause of each verb group as a token span."""
    groups, tags = layers.verb_groups, layers.tokens.tag
    bounds: list[Span] = [(0, 0)] * len(groups)
    sentence = -1
    following: list[tuple[int, int]] = []
    """First tokens of the clauses further right in the sentence, with the first token of their verbs; the next one last."""
    for number in range(len(groups) - 1, -1, -1):
        group, clause = groups[number], clauses[number]
        if layers.sentence_of[group.start] != sentence:
            sentence = layers.sentence_of[group.start]
            following = [(layers.sentences[sentence].end,) * 2]
        start = min(clause.start, group.start)
        behind = [opening if opening > group.start else verb for opening, verb in following[-_NEAR:]]
        end = max(min(behind), group.end)
        while end > group.end and tags[end - 1] in _CONNECTING:
            end -= 1
        while start < group.start and tags[start] in _OPENERS:
            start += 1
        bounds[number] = (start, end)
        if opens_clause(layers.tokens.lower, group, clause):
            following.append((min(clause.start, group.start), group.start))
    return bounds
