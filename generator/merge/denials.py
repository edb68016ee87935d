"""Denials: one says it, another denies it; two rival accounts, both quoted side by side, neither told as the truth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.lexicon import load_lexicon
from generator.merge.edtf import days
from generator.merge.reports import Report
from generator.merge.statements import content_of, words_said
from generator.merge.verdicts import make_dispute, make_variant
from generator.merge.wording import overlap, stem, stems, words
from generator.model.facts import Event, Position, Statement
from generator.model.knowledge import Dispute

_LEX = load_lexicon("merge_conflicts")["denials"]
_VERBS = frozenset(_LEX["verbs"])
_EMPTY = frozenset(stem(word) for word in _LEX["empty"])
_RAREST, _MOST = 4, 100
"""How many of a denial's rarest words lead to claims, and to how many each."""
Sides = Mapping[str, str | None]


def denied_claims(
    statements: Sequence[Report[Statement]],
    positions: Sequence[Report[Position]],
    events: Sequence[Report[Event]],
    sides: Sides,
) -> list[Dispute]:
    """What somebody denies against who says it: another's words, or a stand or deed of his that others tell.

    Args:
        statements: every statement; those whose verb denies are one account.
        positions: every position.
        events: every event that is told as having happened.
        sides: merged actor id -> its side.
    """
    claims: list[Report[Any]] = [
        *(r for r in statements if not _denies(r)),
        *positions,
        *(r for r in events if r.fact.modality in ("asserted", "claimed")),
    ]
    denials = [
        (r, said) for r in statements if _denies(r) and len(said := stems(content_of(r)) - _EMPTY) >= _LEX["least"]
    ]
    wanted = frozenset().union(*(said for _, said in denials))
    index: dict[str, list[tuple[Report[Any], frozenset[str]]]] = {}
    for claim in claims if denials else ():
        passage = stems(content_of(claim)) - _EMPTY
        for word in passage & wanted:
            index.setdefault(word, []).append((claim, passage))
    disputes = []
    for denial, said in denials:
        rarest = sorted(said & index.keys(), key=lambda word: (len(index[word]), word))[:_RAREST]
        near = {row[0].ref.model_dump_json(): row for word in rarest for row in index[word][:_MOST]}
        if near:
            against = list(_against(denial, said, list(near.values()), sides))
            if against:
                disputes.append(_dispute(denial, against))
    return disputes


def _denies(report: Report[Statement]) -> bool:
    cue = report.fact.cue.text if report.fact.cue else ""
    return not _VERBS.isdisjoint(words(cue))


def _against(
    denial: Report[Statement], said: frozenset[str], claims: Iterable[tuple[Report[Any], frozenset[str]]], sides: Sides
) -> Iterator[Report[Any]]:
    """The claims that tell what is denied, by another than who denies it."""
    denier = _voice(denial, sides)
    for claim, passage in claims:
        own = claim.article.id == denial.article.id and _touch(claim, denial)
        other = _voice(claim, sides) != denier or getattr(claim.fact, "via", None)
        shared = len(passage & said)
        alike = shared >= _LEX["least"] and overlap(passage, said) >= _LEX["alike"]
        if not own and other and alike and _near(claim, denial):
            yield claim


def _voice(report: Report[Any], sides: Sides) -> str | None:
    """The side that speaks, else the speaker; None where the article itself tells it."""
    actor = report.merged(getattr(report.fact, "speaker", None) or getattr(report.fact, "actor", None))
    return (sides.get(actor) or actor) if actor else None


def _touch(left: Report[Any], right: Report[Any]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in left.fact.evidence for b in right.fact.evidence)


def _near(left: Report[Any], right: Report[Any]) -> bool:
    a, b = days(left.when), days(right.when)
    return a is None or b is None or a.gap(b) <= _LEX["days"]


def _dispute(denial: Report[Statement], against: Sequence[Report[Any]]) -> Dispute:
    """Both accounts, each in its words once; what else tells the claim stands behind them."""
    once = {(claim.article.id, words_said(claim)): claim for claim in against}
    first, *more = (_account(claim, None) for claim in once.values())
    variants = [first, _account(denial, "denied"), *more]
    return make_dispute(
        f"the claim “{words_said(denial)}”, which is denied", variants, "one says it, another denies it"
    )


def _account(report: Report[Any], note: str | None) -> Any:
    voice = report.merged(getattr(report.fact, "speaker", None) or getattr(report.fact, "actor", None))
    return make_variant(words_said(report), [report], standing="rival", by=[voice] if voice else [], note=note)
