"""Stands that a proviso takes: "talks will begin only once prisoners are free", "no deal without the islands", "not until …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.extract.layers import VerbGroup
from generator.extract.positions import holders, lexicon
from generator.extract.positions.contents import content_end
from generator.extract.positions.modals import speaks
from generator.extract.positions.scene import Scene, Span, Stand

ONLY = frozenset({"if", "after", "once", "when", "under", "provided", "with", "upon"})
NEGATIVE = frozenset({"until", "unless", "without", "before"})
NEGATORS = frozenset({"no", "not", "n't", "n’t", "never", "cannot", "nothing", "neither", "nor"})
REFUSING = frozenset({"refuse", "decline", "impossible", "reject"})
REACH = 16
"""How far before its conjunction the clause begins that the proviso limits."""


def proviso_stands(scene: Scene) -> Iterator[Stand]:
    """What is demanded because nothing happens without it."""
    for i in range(1, scene.size):
        word = scene.lower[i]
        opener = (i, i + 1) if word in NEGATIVE and _denied_before(scene, i) else None
        if word == "only":
            opener = _only(scene, i)
        elif word == "if" and _priced(scene, i):
            opener = (i, i + 1)
        if word == "," and scene.word(i + 1) == "no":
            opener = _no_no(scene, i)
        if word == "before" and not any(g.finite for g in scene.groups_between(i, min(scene.size, i + 8))):
            opener = None  # "not before elections" may tell the time alone
        if opener is not None and opener[1] not in scene.timex_at:
            stand = _stand(scene, opener)
            if stand is not None:
                yield stand


def _priced(scene: Scene, at: int) -> bool:
    """As in "a deal can come quickly if the others lift sanctions": what someone else is to do opens the way."""
    group = next((g for g in scene.groups_between(at, scene.sentence(at)[1]) if g.finite), None)
    attribution = scene.attribution(at)
    if (
        group is None
        or attribution is None
        or scene.lower[at - 1] in {"as", "even", "what", "only", "and", "but"}
        or group.subject is None
    ):
        return False
    main = _main(scene, at, group)
    if main is None or main.negated or main.lemma in lexicon.words("hostile_verbs"):
        return False
    acts = group.lemma in lexicon.words("offering_verbs")
    doers = holders.chains_of_phrase(scene, group.subject, group.start)
    own = any(holders.same_side(scene, doer, s) for doer in doers for s in attribution.speakers)
    return acts and not group.negated and not own


def _main(scene: Scene, at: int, inner: VerbGroup) -> VerbGroup | None:
    """The verb that the if-clause limits: one that may or will happen."""
    first, last = scene.sentence(at)
    for group in scene.groups_between(first, last):
        if group is not inner and group.finite and group.modal in {"will", "would", "can", "could", "’ll", "'ll"}:
            return group
    return None


def _only(scene: Scene, at: int) -> Span | None:
    """As in "only if", "only be possible after": the conjunction stands within four words."""
    for i in range(at + 1, min(scene.sentence(at)[1], at + 6)):
        if scene.lower[i] in ONLY:
            return at, i + 1
        if scene.layers.np_of[i] >= 0:
            return None
    return None


def _no_no(scene: Scene, comma: int) -> Span | None:
    """As in "no fish, no deal": the first is the price of the second."""
    number = scene.layers.np_of[comma - 1]
    if number < 0:
        return None
    start = scene.layers.noun_phrases[number].start
    return (start, start + 1) if scene.lower[start] == "no" and scene.sentence(start)[0] >= start - 1 else None


def _denied_before(scene: Scene, at: int) -> bool:
    """As in "there will be no talks until", "refuse to talk before", "will strike unless", "a deal without X would be worthless"."""
    if scene.lower[at] in {"until", "unless"}:
        group = _limited(scene, at)
        if group is not None and group.modal in {"will", "would", "’ll", "'ll"}:
            return True
    if scene.lower[at] == "without" and _denied_behind(scene, at):
        return True
    first = max(scene.sentence(at)[0], at - REACH)
    for i in range(at - 1, first - 1, -1):
        if scene.lower[i] in {";", ":", "but"}:
            return False
        if scene.lower[i] in NEGATORS or scene.lemma[i] in REFUSING:
            return True
    return False


def _denied_behind(scene: Scene, at: int) -> bool:
    """As in "a deal without fisheries does not exist", "is impossible"."""
    phrase = scene.phrase_at(at + 1)
    if phrase is None or scene.layers.np_of[at - 1] < 0:
        return False
    group = next(
        (g for g in scene.groups_between(phrase.end, min(scene.sentence(at)[1], phrase.end + 8)) if g.finite), None
    )
    if group is None:
        return False
    return group.negated or scene.word(group.end) in {
        "impossible",
        "worthless",
        "unacceptable",
        "unthinkable",
        "pointless",
    }


def _stand(scene: Scene, opener: Span) -> Stand | None:
    holder = _holder(scene, opener[0])
    if holder is None:
        return None
    chains, source = holder
    behind = scene.lower[opener[0]] == "without" and _denied_behind(scene, opener[0])
    start = opener[1]
    start += scene.word(start) in {"after", "when", "that"}
    end = content_end(scene, start, "that" if scene.lower[opener[1] - 1] not in {"without", "with", "under"} else "np")
    return Stand(
        stance="demands",
        trigger=opener,
        content=(start, end),
        shape="clause",
        rule="position/proviso v1",
        start=scene.layers.noun_phrases[scene.layers.np_of[opener[0] - 1]].start if behind else opener[0],
        holders=list(chains),
        source=source,
        known=not of_another(scene, (start, end), chains),
        firm=not of_another(scene, (start, end), chains),
        instead=_limited_clause(scene, opener[0]) if scene.lower[opener[0]] == "only" else None,
        why=f"“{scene.layers.words(opener[0], end)}”: nothing without it",
    )


def of_another(scene: Scene, content: Span, chains: Sequence[int | None]) -> bool:
    """Whether the proviso is something that somebody else is to do ("unless Peru takes part"): that is asked for, whatever it is."""
    group = next((g for g in scene.groups_between(*content) if g.finite), None)
    if group is None or group.subject is None:
        return False
    doers = holders.chains_of_phrase(scene, group.subject, group.start)
    return bool(doers) and not any(
        holders.same_side(scene, doer, chain) for doer in doers for chain in chains if chain is not None
    )


def _holder(scene: Scene, at: int) -> tuple[list[int], Span | None] | None:
    """The speaker of the words, else the subject of the clause that the proviso limits, where that is a party and no past."""
    attribution = scene.attribution(at)
    group = _limited(scene, at)
    if group is None or (group.tense == "past" and group.modal is None and attribution is None):
        return None
    if attribution is not None:
        return (list(attribution.speakers), attribution.source) if speaks(attribution) else None
    number = holders.subject_of(scene, group)
    chains = holders.chains_of_phrase(scene, number, group.start) if number is not None else []
    if number is None or not chains or not (group.modal or holders.all_of_parties(scene, chains)):
        return None
    phrase = scene.layers.noun_phrases[number]
    return chains, (phrase.start, phrase.end)


def _limited_clause(scene: Scene, at: int) -> Span | None:
    """The clause that the proviso limits: "a summit is possible | only once a text is ready"."""
    group = _limited(scene, at)
    if group is None or group.subject is None or group.start > at:
        return None
    start = scene.layers.noun_phrases[group.subject].start
    return (start, at) if scene.sentence(at)[0] <= start < group.start else None


def _limited(scene: Scene, at: int) -> VerbGroup | None:
    """The finite verb before the proviso."""
    first = scene.sentence(at)[0]
    for i in range(at, max(first, at - REACH) - 1, -1):
        group = scene.group_at(i)
        if group is not None and group.finite:
            return group
    behind = scene.groups_between(at, min(scene.sentence(at)[1], at + REACH))
    return next((group for group in behind if group.finite), None)
