"""Stands that go on from the sentence before: "In addition, Kyiv must …", "The offer also includes …", "… unless the siege ends"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extract.layers import PositionFound, VerbGroup
from generator.extract.positions import holders
from generator.extract.positions.contents import condition_span, content_end
from generator.extract.positions.provisos import of_another
from generator.extract.positions.scene import Scene, Span, Stand
from generator.extract.positions.senses import Sense
from generator.extract.positions.things import thing_at
from generator.extract.rows import Filler, load_rows

REACH = 2
"""How many sentences a stand goes on."""
INCLUDING = frozenset({"include", "comprise", "contain", "involve", "foresee", "envisage"})
ULTIMATUM_VERBS = frozenset({"threaten", "vow", "refuse"})


def continued_stands(scene: Scene, found: Sequence[PositionFound]) -> Iterator[Stand]:
    """Stands whose holder stands in an earlier sentence.

    Args:
        scene: the article.
        found: the positions found so far, in the order of the text.
    """
    for group in scene.layers.verb_groups:
        if group.subject is None or not group.finite or scene.is_hypothetical(group):
            continue
        if group.modal == "must" and scene.inner[group.start] < 0:
            yield from _further_demand(scene, group, found)
        elif group.lemma in INCLUDING and not group.negated:
            yield from _included(scene, group, found)


def ultimatum_stands(scene: Scene) -> Iterator[Stand]:
    """As in "threatens to strike unless wages rise": what stands behind "unless" is demanded."""
    for i in range(1, scene.size):
        if scene.lower[i] != "unless":
            continue
        owner = _threatener(scene, i)
        if owner is None:
            continue
        chains, source, trigger = owner
        end = content_end(scene, i + 1, "that")
        yield Stand(
            stance="demands",
            trigger=(i, i + 1),
            content=(i + 1, end),
            shape="clause",
            rule="position/ultimatum v1",
            start=i,
            holders=list(chains),
            source=source,
            known=not of_another(scene, (i + 1, end), chains),
            why=f"“{scene.layers.words(*trigger)} … unless”: demands",
        )


def price_stands(scene: Scene, stands: Sequence[Stand]) -> Iterator[Stand]:
    """As in "would allow inspections | if sanctions are lifted", "in return for guarantees": the price of an offer is demanded.

    Args:
        scene: the article.
        stands: those read so far.
    """
    for offer in stands:
        span = condition_span(scene, offer.trigger) if offer.stance in {"offers", "accepts"} else None
        if span is None or scene.lower[span[0]] in {"until", "subject", "conditional"}:
            continue
        yield replace(
            offer,
            stance="demands",
            trigger=(span[0], span[0] + 1),
            content=(span[0] + 1, span[1]),
            shape="clause",
            start=span[0],
            core=span[0] + 1,
            ends=False,
            known=not of_another(scene, span, offer.holders),
            firm=not of_another(scene, span, offer.holders),
            rule="position/condition v1",
            why=f"condition of what is offered: “{scene.layers.words(*span)}”",
        )


def _threatener(scene: Scene, at: int) -> tuple[list[int], Span, Span] | None:
    first = scene.sentence(at)[0]
    for i in range(at - 1, first - 1, -1):
        group = scene.group_at(i)
        if group is None or group.start != i or group.lemma not in ULTIMATUM_VERBS or group.negated:
            continue
        number = holders.subject_of(scene, group)
        if number is None:
            return None
        phrase = scene.layers.noun_phrases[number]
        chains = holders.chains_of_phrase(scene, number, group.start)
        return (chains, (phrase.start, phrase.end), (group.start, group.end)) if chains else None
    return None


def _further_demand(scene: Scene, group: VerbGroup, found: Sequence[PositionFound]) -> Iterator[Stand]:
    """As in "Moscow demands A. In addition, Kyiv must do B": B is demanded by who demanded A of the other side."""
    before = _last(scene, group.start, found)
    if before is None or before.stance != "demands" or before.holder is None or group.subject is None:
        return
    phrase = scene.layers.noun_phrases[group.subject]
    sides = {scene.layers.chains[c].side for c in holders.chains_of_phrase(scene, group.subject, group.start)} - {None}
    own = scene.layers.chains[before.holder].side
    if own is None or not sides or own in sides:
        return
    yield Stand(
        stance="demands",
        trigger=(group.start, group.end),
        content=(phrase.start, content_end(scene, group.head, "to")),
        shape="clause",
        rule="position/continued v1",
        start=phrase.start,
        holders=[before.holder],
        core=group.head,
        known=True,
        why=f"“{scene.layers.words(phrase.start, group.end)}”, in the words of who demanded in the sentence before",
    )


def _included(scene: Scene, group: VerbGroup, found: Sequence[PositionFound]) -> Iterator[Stand]:
    """As in "The offer also includes a bonus": part of the offer told before."""
    if group.subject is None:
        return
    phrase = scene.layers.noun_phrases[group.subject]
    owned = holders.possessor(scene, phrase.head)
    stances = {
        Sense.of(row, scene.lemma[phrase.head]).stance
        for _, row in load_rows("positions_nouns").nouns.get(scene.lemma[phrase.head], ())
        if Sense.of(row, scene.lemma[phrase.head]).when != "negated"
    }
    before = _last(scene, phrase.start, found)
    told_before = before is not None and before.holder is not None and before.stance in stances
    if not (told_before and scene.lower[phrase.start] in {"the", "this", "that"}) and (owned is None or not stances):
        return
    chains: list[int | None] = [*owned[0]] if owned is not None else [before.holder if before is not None else None]
    stance = sorted(stance for stance in stances if stance is not None)[0]
    given = next(iter(scene.layers.syntax.objects(scene.layers.vg_of[group.head])), None)
    thing = thing_at(scene, Filler(0, phrase=given)) if given is not None else None
    if thing is None or phrase.end - phrase.start > 4:
        return
    yield Stand(
        stance=stance,
        trigger=(group.start, group.end),
        content=(thing.start, content_end(scene, thing.start, thing.shape)),
        shape=thing.shape,
        rule="position/included v1",
        start=phrase.start,
        holders=chains,
        source=(phrase.start, phrase.end),
        known=not told_before,
        why=f"“{scene.layers.words(phrase.start, group.end)}”: {stance}",
    )


def _last(scene: Scene, token: int, found: Sequence[PositionFound]) -> PositionFound | None:
    """The last position told before a token, not more than two sentences away and in no other paragraph but the one before."""
    number = scene.layers.sentence_of[token]
    near = [
        p for p in found if p.evidence[0] < token and 0 <= number - scene.layers.sentence_of[p.evidence[0]] <= REACH
    ]
    return near[-1] if near else None
