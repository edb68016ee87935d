"""Statements: one utterance in several wordings. Grouped by speaker, words and day; never turned round by a "not"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.lexicon import load_lexicon
from generator.merge.edtf import Days, days
from generator.merge.reports import Report, joined
from generator.merge.verdicts import make_finding, make_variant
from generator.merge.wording import holds_any, jaccard, negated, overlap, shorten, stems, words
from generator.model.facts import Statement
from generator.model.knowledge import Finding

_LEX = load_lexicon("merge_statements")
_OVERLAP: float = _LEX["overlap"]
_JACCARD: float = _LEX["jaccard"]
_SENTENCE = re.compile(r"(?<=[.!?;])[”\"’']*\s+")
_RAREST = 4
"""How many of a statement's rarest words lead to the statements it is compared with."""


@dataclass
class Utterance:
    """What one speaker said once, in every wording; the first wording leads the comparison."""

    speaker: str | None
    text: str
    words: frozenset[str]
    negated: bool
    direct: bool
    day: Days | None
    acts: frozenset[str]
    around: frozenset[str]
    """The words said and those of the cue ("issued a warning to the president")."""
    reports: list[Report[Statement]] = field(default_factory=list)


def merge_statements(reports: Sequence[Report[Statement]]) -> list[Finding]:
    """Group statements into utterances and make a finding of each.

    Args:
        reports: every statement of every article, in a fixed order.
    """
    return [_finding(utterance) for utterance in group_statements(reports)]


def group_statements(reports: Sequence[Report[Statement]]) -> list[Utterance]:
    """Put each statement to the first utterance that it fits, else make one of it."""
    rarity: dict[str, int] = {}
    seen = [(report, _read(report)) for report in reports]
    for _, utterance in seen:
        for word in utterance.words:
            rarity[word] = rarity.get(word, 0) + 1
    index: dict[tuple[str, str], list[Utterance]] = {}
    exact: dict[tuple[str, frozenset[str], Days | None], Utterance] = {}
    utterances: list[Utterance] = []
    for report, fresh in seen:
        telling = fresh.speaker is not None and len(fresh.words) >= _LEX["least"]
        same = exact.get((fresh.speaker or "", fresh.words, fresh.day)) if telling else None
        home = same or next((u for u in _candidates(fresh, index, rarity) if _same(u, fresh)), None)
        if home is None:
            home = fresh
            utterances.append(home)
            for key in _keys(fresh, rarity):
                index.setdefault(key, []).append(home)
        home.reports.append(report)
        if telling:
            exact.setdefault((fresh.speaker or "", fresh.words, fresh.day), home)
    return utterances


def content_of(report: Report[Any]) -> str:
    """What was said, in the article's words; of other facts, their evidence."""
    return joined(getattr(report.fact, "content", [])) or report.text


def words_said(report: Report[Any]) -> str:
    """What was said, fit for a page: on one line, without the "that" that ties it to its cue."""
    return shorten(content_of(report).strip().removeprefix("that "))


def _read(report: Report[Statement]) -> Utterance:
    fact = report.fact
    content = content_of(report)
    said = stems(content)
    around = said | stems(fact.cue.text if fact.cue else "")
    acts = frozenset(name for name, entries in _LEX["acts"].items() if holds_any(around, entries))
    speaker, day = report.merged(fact.speaker), days(report.when)
    return Utterance(speaker, content, said, negated(content), fact.direct, day, acts, around)


def _keys(utterance: Utterance, rarity: dict[str, int]) -> Iterable[tuple[str, str]]:
    if utterance.speaker is None:
        return []
    rarest = sorted(utterance.words, key=lambda w: (rarity[w], w))[: max(_RAREST, len(utterance.words) // 2)]
    week = utterance.day.first // 7 if utterance.day else 0
    acts = [f"act {act}" for act in sorted(utterance.acts)]
    return [(utterance.speaker, f"{word} {w}") for word in [*rarest, *acts] for w in (week - 1, week, week + 1)]


def _candidates(
    fresh: Utterance, index: dict[tuple[str, str], list[Utterance]], rarity: dict[str, int]
) -> list[Utterance]:
    """Utterances of the same speaker and time that share a telling word, nearest first."""
    found: dict[int, Utterance] = {}
    week = fresh.day.first // 7 if fresh.day else 0
    for word in [*sorted(fresh.words, key=lambda w: (rarity[w], w)), *(f"act {a}" for a in sorted(fresh.acts))]:
        for utterance in index.get((fresh.speaker or "", f"{word} {week}"), [])[:20]:
            found.setdefault(id(utterance), utterance)
    return sorted(found.values(), key=lambda u: -jaccard(u.words, fresh.words))


def _same(left: Utterance, right: Utterance) -> bool:
    """Whether the two are wordings of one utterance."""
    if left.day and right.day and left.day.gap(right.day) > _LEX["days"]:
        return False
    shared = left.words & right.words
    if left.acts & right.acts and (left.day is None or right.day is None or left.day.gap(right.day) == 0):
        bare = any(_only_act(one.words, left.acts & right.acts) for one in (left, right))
        if bare and len(left.around & right.around) >= _LEX["least"]:
            return True
    dated = left.day is not None and right.day is not None
    if len(shared) < _LEX["least" if dated else "least_undated"]:
        return False
    if dated and len(shared) >= _LEX["part"] and _is_part(left, right):
        return True
    return (
        left.negated == right.negated
        and overlap(left.words, right.words) >= _OVERLAP
        and jaccard(left.words, right.words) >= _JACCARD
    )


def _is_part(left: Utterance, right: Utterance) -> bool:
    """Whether the one is a sentence of the other, or both quote one sentence of that day in words that were translated."""
    short, long = sorted((left, right), key=lambda utterance: len(utterance.words))
    sentence = max(_SENTENCE.split(long.text), key=lambda one: len(stems(one) & short.words))
    if negated(sentence) != short.negated:
        return False
    if overlap(left.words, right.words) >= _LEX["part_overlap"]:
        return True
    quoted = left.direct and right.direct and left.day == right.day
    return quoted and overlap(stems(sentence), short.words) >= _LEX["quoted_overlap"] and left.negated == right.negated


def _only_act(said: frozenset[str], acts: frozenset[str]) -> bool:
    """Whether a statement names the act and does not tell what was said ("issued a warning to the president")."""
    return any(holds_any(said, _LEX["acts"][act]) for act in acts)


def _finding(utterance: Utterance) -> Finding:
    """One finding an utterance; wordings are its variants, the fullest first."""
    by_wording: dict[str, list[Report[Statement]]] = {}
    for report in utterance.reports:
        by_wording.setdefault(" ".join(words(content_of(report))), []).append(report)
    rows = sorted(
        by_wording.values(), key=lambda rs: (not rs[0].fact.direct, -len(rs), -len(content_of(rs[0])), rs[0].order)
    )
    lead = rows[0][0]
    speaker = utterance.speaker
    others = [r.merged(r.fact.to) for r in utterance.reports]
    first = min(utterance.reports, key=lambda r: r.order)
    several = len({r.article.id for r in utterance.reports}) > 1
    return make_finding(
        "statement",
        speaker or "unnamed",
        "statement",
        words_said(lead),
        [make_variant(words_said(rs[0]), rs, by=[speaker] if speaker else []) for rs in rows],
        "one speaker, the same words, the same days" if several else "told by one article",
        [first.article.id, first.fact.id],
        actors=list(dict.fromkeys(a for a in [speaker, *others] if a)),
        date=next((r.fact.date for r in sorted(utterance.reports, key=lambda r: r.order) if r.fact.date), None),
        hearsay=all(r.fact.via for r in utterance.reports),
    )
