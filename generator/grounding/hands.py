"""Two hands on one article: what the rules and a reader both found is one fact that says so; the rest waits or is claimed.

| found by | becomes |
|---|---|
| rules and reader | a claim, `also_by` names the second hand |
| the reader alone | a proposal; a claim where the dossier trusts the reader |
| the rules alone | a claim; a proposal where a trusted reader read the article and did not find it |
| both, but they differ in speaker, stance or date | the rules' claim stands; with a trusted reader both wait for a person |
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.grounding.door import Grounded
from generator.model.facts import Actor, Event, Fact, FactsFile, Figure, Meeting, Position, Statement
from generator.model.identity import actor_mark


def join_hands(rules: FactsFile, read: Grounded, by: str, *, trust: bool) -> FactsFile:
    """The facts file of an article that the rules and one more reader have read.

    Args:
        rules: what the rules found.
        read: what came through the door.
        by: the reader's signature.
        trust: whether its facts are claims without a second hand.
    """
    left = list(read.facts)
    facts: list[Fact] = []
    for fact in rules.facts:
        twin = _twin(fact, left)
        if twin is None:
            facts.append(
                _proposed(fact, "the trusted reader did not find it") if trust and not _settled(fact) else fact
            )
            continue
        left.remove(twin)
        facts += _joined(fact, twin, by, trust=trust)
    facts += [fact if trust else fact.model_copy(update={"review": "proposed"}) for fact in left]
    facts.sort(key=lambda fact: (fact.evidence[0].start, fact.evidence[0].end, fact.kind))
    return rules.model_copy(update={"facts": facts, "actors": _actors(rules, read, facts, trust=trust)})


def _joined(fact: Fact, twin: Fact, by: str, *, trust: bool) -> list[Fact]:
    """One fact of two hands, or both for review where they contradict one another and the reader is trusted."""
    differs = _difference(fact, twin)
    if differs and trust:
        return [
            _proposed(fact, f"the trusted reader has another {differs}"),
            _proposed(twin, f"the rules have another {differs}"),
        ]
    if differs:
        return [fact, _proposed(twin, f"the rules have another {differs}")]
    keep = twin if trust else fact
    other = fact.by if trust else by
    review = None if keep.review == "proposed" else keep.review
    return [keep.model_copy(update={"also_by": [*keep.also_by, other], "review": review})]


def _difference(fact: Fact, twin: Fact) -> str | None:
    """What two readings of the same words disagree about."""
    if isinstance(fact, Statement) and isinstance(twin, Statement) and _both(fact.speaker, twin.speaker):
        return "speaker"
    if isinstance(fact, Position) and isinstance(twin, Position):
        if fact.stance != twin.stance:
            return "stance"
        if _both(fact.actor, twin.actor):
            return "holder"
    if isinstance(fact, Meeting) and isinstance(twin, Meeting):
        return "date" if _both(fact.date, twin.date) else None
    if _both(getattr(fact, "date", None), getattr(twin, "date", None)):
        return "date"
    return None


def _both(left: str | None, right: str | None) -> bool:
    return left is not None and right is not None and left != right


@dataclass(frozen=True, slots=True)
class _Match:
    score: float
    fact: Fact


def _twin(fact: Fact, others: list[Fact]) -> Fact | None:
    """The other hand's fact about the same words: the best of those that overlap by half of the shorter."""
    found = []
    for other in others:
        if other.kind != fact.kind:
            continue
        shared = _overlap(fact, other)
        same_meeting = isinstance(fact, Meeting) and isinstance(other, Meeting) and _same_meeting(fact, other)
        if shared >= 0.5 or same_meeting:
            found.append(_Match(shared + same_meeting + (0.5 if _difference(fact, other) is None else 0), other))
    return max(found, key=lambda match: match.score).fact if found else None


def _same_meeting(left: Meeting, right: Meeting) -> bool:
    return bool(left.date and left.date == right.date) or (left.round is not None and left.round == right.round)


def _overlap(left: Fact, right: Fact) -> float:
    a, b = _characters(left), _characters(right)
    if isinstance(left, Figure) and isinstance(right, Figure) and left.value != right.value:
        return 0.0
    if (
        isinstance(left, Position)
        and isinstance(right, Position)
        and left.topic != right.topic
        and left.stance != right.stance
    ):
        return 0.0
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _characters(fact: Fact) -> set[int]:
    content = fact.content if isinstance(fact, Statement | Position) else []
    return {i for span in (content or fact.evidence) for i in range(span.start, span.end)}


def _settled(fact: Fact) -> bool:
    return fact.review in {"confirmed", "rejected"}


def _proposed(fact: Fact, why: str) -> Fact:
    """The fact as a proposal, with the reason for waiting."""
    return fact.model_copy(update={"review": "proposed", "why": "; ".join(part for part in (fact.why, why) if part)})


def _actors(rules: FactsFile, read: Grounded, facts: list[Fact], *, trust: bool) -> list[Actor]:
    """The rows that are needed: the rules' own (what they say is kept unless the reader is trusted), and those facts refer to."""
    named = {actor_id for fact in facts for actor_id in ids_of(fact)}
    own = {actor.id: actor for actor in rules.actors}
    rows = []
    for actor in read.actors:
        if trust and actor.id not in read.listed | named:
            continue
        if not trust and actor.id in own:
            rows.append(own[actor.id])
        elif trust or actor.id in named:
            rows.append(actor)
    for row in rows:
        row.mark = actor_mark(row)
    return sorted(rows, key=lambda row: (row.mentions[0].start if row.mentions else 0, row.id))


def ids_of(fact: Fact) -> list[str]:
    """The ids of all actors that a fact refers to."""
    if isinstance(fact, Meeting):
        return list(fact.heads.values())
    if isinstance(fact, Event):
        return list(fact.actors)
    names = (getattr(fact, name, None) for name in ("speaker", "actor", "via", "to"))
    return [name for name in names if name]
