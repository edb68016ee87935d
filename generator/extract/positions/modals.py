"""Stands that a modal verb takes in someone's words: "X must stop", "there will be no truce", "civilians may leave"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from generator.extract.layers import Attribution, NounPhrase, VerbGroup
from generator.extract.positions import holders, lexicon
from generator.extract.positions.contents import content_end
from generator.extract.positions.scene import Scene, Span, Stand
from generator.model.facts import Stance

OBLIGATIONS = frozenset({"must", "should", "ought", "ought to", "have to", "has to", "need to", "needs to"})
PERMISSIONS = frozenset({"can", "could", "may", "might"})
WILLS = frozenset({"will", "would", "can", "could"})
LINKED = frozenset({"have", "need"})


def modal_stands(scene: Scene) -> Iterator[Stand]:
    """Every stand that a modal verb takes."""
    for group in scene.layers.verb_groups:
        if group.modal is None and group.lemma not in LINKED and not group.negated:
            continue
        stand = _obligation(scene, group) or _permission(scene, group)
        if stand is not None:
            yield stand


def _obligation(scene: Scene, group: VerbGroup) -> Stand | None:
    """As in "Russia must stop bombing", said by someone: the speaker demands it; "our side needs …": that side does."""
    attribution = scene.attribution(group.start)
    linked = group.lemma in LINKED and scene.is_infinitive(group.end)
    none = group.modal in WILLS and scene.word(group.end) == "no"
    must = (
        none
        or group.modal in OBLIGATIONS
        or _has_to(scene, group)
        or scene.word(group.start) in {"must", "should"}
        or (linked and not group.negated)
    )
    if "yet" in scene.lower[max(0, group.start - 2) : group.end + 2]:
        return None  # "they have yet to agree on": what is open obliges nobody
    if not must or not speaks(attribution) or attribution is None or attribution.sort != "speech":
        return None
    number = group.subject
    if "there" in scene.lower[max(0, group.start - 5) : group.start] and group.lemma == "be":
        return _existential(scene, group, attribution)
    if number is None or none or scene.is_hypothetical(group) or _only_thought(scene, group):
        return None
    phrase = scene.layers.noun_phrases[number]
    stand = modal_stand(scene, group, phrase, "demands", _obliger(scene, number, attribution), "position/obligation v1")
    if stand is not None:
        stand = _for_the_other_side(scene, number, attribution, stand)
    return stand


def _only_thought(scene: Scene, group: VerbGroup) -> bool:
    """As in "should have known", "may have to borrow", "must consider": what is guessed, past or a mere thought obliges nobody."""
    inside = scene.lower[group.start : group.end]
    doing = group
    if group.lemma in LINKED:
        doing = next(iter(scene.groups_between(group.end, min(group.end + 3, scene.size))), group)
    subject = scene.lower[scene.layers.noun_phrases[group.subject].start] if group.subject is not None else ""
    if subject in {"you", "one"} or (group.lemma == "need" and group.passive):
        return True
    if doing.passive and doing.lemma == "do":
        return True  # "something must be done"
    return group.perfect or not {"may", "might", "could"}.isdisjoint(inside) or doing.lemma in lexicon.words("thoughts")


def _has_to(scene: Scene, group: VerbGroup) -> bool:
    """As in "would have to be put to the people"."""
    inside = scene.lower[group.start : group.end]
    return any(a in {"have", "has", "need", "needs"} and b == "to" for a, b in pairwise(inside))


def _existential(scene: Scene, group: VerbGroup, attribution: Attribution) -> Stand | None:
    """As in "there must be a ceasefire", "there should be no further delay", said by someone."""
    phrase = scene.phrase_at(group.end)
    if phrase is None:
        return None
    negated = group.negated or scene.lower[phrase.start] == "no"
    if negated and scene.word(phrase.end) == "without":
        return None  # "there can be no deal without": the deal is wanted
    stance: Stance = "rejects" if negated else "demands"
    return Stand(
        stance=stance,
        trigger=(group.start, group.end),
        content=(
            phrase.start,
            phrase.end if negated and group.modal not in WILLS else content_end(scene, phrase.start, "np"),
        ),
        shape="np",
        rule="position/existential v1",
        start=group.start - 1,
        holders=list(attribution.speakers),
        known=not negated or group.modal in WILLS,
        firm=not negated,
        why=f"“there {scene.layers.words(group.start, phrase.end)}”, says the speaker: {stance}",
    )


def _for_the_other_side(scene: Scene, number: int, attribution: Attribution, stand: Stand | None) -> Stand | None:
    """What one side says the other must do is a demand, whatever it is about."""
    chains = scene.layers.chains
    told = {
        chains[c].side for c in holders.chains_of_phrase(scene, number, scene.layers.noun_phrases[number].start)
    } - {None}
    own = {chains[s].side for s in attribution.speakers} - {None}
    others = (bool(told) and (not told & own if own else bool(attribution.speakers))) or len(told) > 1
    first = scene.lower[scene.layers.noun_phrases[number].start]
    if first in holders.FIRST_PERSON:
        return replace(stand, known=True, firm=False) if stand is not None else None
    others = others or (not told and holders.any_acts(scene, list(attribution.speakers)))
    return replace(stand, known=not others, firm=False) if stand is not None else None


def _obliger(scene: Scene, number: int, attribution: Attribution) -> list[int]:
    """The speaker, or the speaker's own side where the sentence obliges that ("his country needs …")."""
    phrase = scene.layers.noun_phrases[number]
    own = holders.chains_of_phrase(scene, number, phrase.start)
    side = {scene.layers.chains[s].side for s in attribution.speakers} - {None}
    if own and len(own) == 1 and (chain := scene.layers.chains[own[0]]).side in side and chain.side == chain.name:
        return own
    return list(attribution.speakers)


def _permission(scene: Scene, group: VerbGroup) -> Stand | None:
    """As in "civilians could leave the village", said by someone: the speaker offers it."""
    attribution = scene.attribution(group.start)
    if group.modal not in PERMISSIONS or group.negated or group.passive or not speaks(attribution):
        return None
    if group.lemma not in lexicon.words("leaving_verbs") or group.subject is None or attribution is None:
        return None
    phrase = scene.layers.noun_phrases[group.subject]
    if scene.lemma[phrase.head] not in lexicon.words("evacuees"):
        return None
    return modal_stand(scene, group, phrase, "offers", list(attribution.speakers), "position/permission v1")


def speaks(attribution: Attribution | None) -> bool:
    """True for words that someone known says as his own: neither denied, nor asked, nor only seen."""
    return (
        attribution is not None
        and attribution.sort != "perception"
        and not attribution.negated
        and bool(attribution.speakers)
        and attribution.lemma not in {"ask", "deny", "wonder", "question", "refute"}
    )


def modal_stand(
    scene: Scene, group: VerbGroup, phrase: NounPhrase, stance: Stance, chains: list[int], rule: str
) -> Stand | None:
    """The stand whose thing is the clause from its subject `phrase` on; None where nobody takes it or the subject stands behind."""
    if not chains or phrase.start > group.start:
        return None
    source: Span = (phrase.start, phrase.end)
    parted = any(other.finite for other in scene.groups_between(phrase.end, group.start))
    begin = group.start if parted or group.start - phrase.start > 14 else phrase.start
    return Stand(
        stance=stance,
        trigger=(group.start, group.end),
        content=(begin, content_end(scene, group.head, "to")),
        shape="clause",
        rule=rule,
        start=begin,
        holders=list(chains),
        source=source,
        known=True,
        firm=stance == "demands",
        why=f"“{scene.layers.words(begin, group.end)}”: {stance}",
    )
